import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './notice.tsx';

/** Asks before something with consequences, inside a dialog: the text names them, the button says what is done. */
export function Confirm(props: {
  readonly title: string;
  readonly text: ReactNode;
  readonly action: string;
  readonly danger?: boolean;
  /** Why it cannot be done any more, or just now. The question stays, and says so. */
  readonly blocked?: string | undefined;
  /** Resolves with `false` where nothing came of it and the question still stands. */
  readonly onConfirm: () => Promise<unknown>;
  readonly onCancel?: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { title, text, action, danger = false, blocked, onConfirm, onCancel, onClose } = props;
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      if ((await onConfirm()) !== false) onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Modal.Title fw={600} mb="xs">
        {title}
      </Modal.Title>
      <div>{text}</div>
      <Blocked why={blocked} />
      <Group justify="flex-end" mt="lg">
        {/* Where the keyboard stands first: doing nothing. */}
        <Button
          variant="default"
          onClick={() => {
            onClose();
            onCancel?.();
          }}
          data-autofocus
        >
          {t('common.cancel')}
        </Button>
        <Button
          {...(danger ? { color: 'red.8' } : {})}
          loading={busy}
          disabled={blocked !== undefined}
          onClick={() => void confirm()}
        >
          {action}
        </Button>
      </Group>
    </>
  );
}

/** Why what a dialog is about cannot be done; nothing where it can. */
export function Blocked({ why }: { readonly why: string | undefined }): ReactNode {
  return why === undefined ? null : (
    <div style={{ marginTop: 12 }}>
      <Notice tone="warning" live>
        {why}
      </Notice>
    </div>
  );
}
