import { Button, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { commandLabel } from '../../../src-shared/nut/index.ts';
import { effectOf, useBlocked } from '../../parts/command-button.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useDialog } from '../../parts/dialogs.tsx';
import { useEngine } from '../../state/hooks.ts';
import classes from './diagnostics.module.css';

interface Wish {
  readonly name: string;
  readonly argument?: string;
}

/** Commands typed by their NUT names. What the load could notice is confirmed first, as everywhere. */
export function Console({ device }: { readonly device: DeviceState }): ReactNode {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const engine = useEngine();
  const [line, setLine] = useState('');
  const [log, setLog] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const open = useDialog();
  const say = (text: string): void => setLog((before) => [...before, text].slice(-200));

  const send = async (wish: Wish, confirmed: boolean): Promise<void> => {
    setBusy(true);
    try {
      const { result, message } = await engine.call('devices.command', { device: device.id, ...wish, confirmed });
      say(t('common.labelled', { label: t(`device.result.${result}`), value: message }));
    } catch (thrown) {
      say(t('common.labelled', { label: t('common.failed'), value: toErrorValue(thrown).message }));
    } finally {
      setBusy(false);
    }
  };
  const cancelled = (): void => say(t('diagnostics.consoleCancelled'));
  const ask = (wish: Wish, effect: string): void => {
    open({
      content: (close) => (
        <ConfirmTyped
          device={device.id}
          wish={wish}
          effect={effect}
          // The answer is told in the log, which lies under the question.
          onConfirm={async () => void send(wish, true)}
          onCancel={cancelled}
          onClose={close}
        />
      ),
      onDismiss: cancelled,
    });
  };
  const submit = (): void => {
    const [name = '', ...rest] = line.trim().split(/\s+/u);
    if (name === '') return;
    setLine('');
    say(`> ${[name, ...rest].join(' ')}`);
    if (name === 'help') {
      for (const offer of device.commands)
        say(
          `${offer.name}${offer.argument === undefined ? '' : ` <${t(offer.argument.text)}>`}  ${commandLabel(offer.name, locale)}`,
        );
      return;
    }
    const offer = device.commands.find((each) => each.name === name.toLowerCase());
    if (offer === undefined) {
      say(t('diagnostics.consoleUnknown', { name }));
      return;
    }
    const wish: Wish = { name: offer.name, ...(rest.length === 0 ? {} : { argument: rest.join(' ') }) };
    const effect = effectOf(offer.name, t('device.unknownEffect'), locale);
    if (effect === undefined) void send(wish, false);
    else ask(wish, effect);
  };
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('diagnostics.consoleText')}
      </Text>
      <div className={`${classes['log'] ?? ''} mono`} role="log" aria-label={t('diagnostics.consoleLog')} tabIndex={0}>
        {log.join('\n')}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Group gap="xs">
          <TextInput
            aria-label={t('diagnostics.consoleLabel')}
            placeholder={t('diagnostics.consolePlaceholder')}
            value={line}
            onChange={(event) => setLine(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            style={{ flex: 1 }}
          />
          <Button type="submit" loading={busy} disabled={line.trim() === ''}>
            {t('diagnostics.send')}
          </Button>
        </Group>
      </form>
    </>
  );
}

function ConfirmTyped({
  device,
  wish,
  effect,
  ...rest
}: {
  readonly device: string;
  readonly wish: Wish;
  readonly effect: string;
  readonly onConfirm: () => Promise<void>;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { locale } = useFormats();
  return (
    <Confirm
      title={t('device.confirmTitle', { command: commandLabel(wish.name, locale) })}
      text={effect}
      action={t('device.confirmDo')}
      danger
      blocked={useBlocked(device, wish.name)}
      {...rest}
    />
  );
}
