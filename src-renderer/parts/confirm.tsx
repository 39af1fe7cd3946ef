import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks before something with consequences; the text names them, the button says what is done. */
export function Confirm(props: {
  readonly opened: boolean;
  readonly title: string;
  readonly text: ReactNode;
  readonly action: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { opened, title, text, action, danger = false, busy = false, onConfirm, onClose } = props;
  const { t } = useTranslation();
  return (
    // Its head would be a second banner of the page; the title stands in the body.
    <Modal opened={opened} onClose={onClose} withCloseButton={false} centered>
      <Modal.Title fw={600} mb="xs">
        {title}
      </Modal.Title>
      <div>{text}</div>
      <Group justify="flex-end" mt="lg">
        {/* Where the keyboard stands first: doing nothing. */}
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button {...(danger ? { color: 'red.8' } : {})} loading={busy} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
