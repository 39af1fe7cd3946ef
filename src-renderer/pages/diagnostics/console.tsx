import { Button, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { commandLabel } from '../../../src-shared/nut/index.ts';
import { effectOf } from '../../parts/command-button.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { Confirm } from '../../parts/confirm.tsx';
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
  const [asked, setAsked] = useState<Wish>();
  const [busy, setBusy] = useState(false);
  const say = (text: string): void => setLog((before) => [...before, text].slice(-200));
  const effect = asked === undefined ? undefined : effectOf(asked.name, t('device.unknownEffect'), locale);

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
    if (effectOf(offer.name, t('device.unknownEffect'), locale) === undefined) void send(wish, false);
    else setAsked(wish);
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
      <Confirm
        opened={asked !== undefined}
        title={t('device.confirmTitle', { command: asked === undefined ? '' : commandLabel(asked.name, locale) })}
        text={effect}
        action={t('device.confirmDo')}
        danger
        onConfirm={() => {
          if (asked !== undefined) void send(asked, true);
          setAsked(undefined);
        }}
        onClose={() => {
          say(t('diagnostics.consoleCancelled'));
          setAsked(undefined);
        }}
      />
    </>
  );
}
