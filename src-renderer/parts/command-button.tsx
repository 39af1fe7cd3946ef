import { Button, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandOffer } from '../../src-shared/contract/index.ts';
import { commandInfo } from '../../src-shared/nut/index.ts';
import { Confirm } from './confirm.tsx';
import { useOutcome } from './use-outcome.ts';

/** What a command is called; of one without a row, its name. */
export function commandLabel(name: string): string {
  const info = commandInfo(name);
  const number = /\.(\d+)\./u.exec(name)?.[1];
  const text = info?.label ?? name;
  return number === undefined ? text : text.replace(/outlet group|outlet/u, (noun) => `${noun} ${number}`);
}

/** What a confirmation of this command must say; undefined where none is needed. A command without a row needs one. */
export function effectOf(name: string, unknown: string): string | undefined {
  const info = commandInfo(name);
  if (info === undefined) return unknown;
  return info.danger === 'none' ? undefined : (info.effect ?? info.description);
}

/** Runs one command of a device, with its argument, and asks first where the load could notice. */
export function CommandButton({
  device,
  offer,
  disabled,
}: {
  readonly device: string;
  readonly offer: CommandOffer;
  readonly disabled: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { run, busy } = useOutcome('devices.command');
  const [asking, setAsking] = useState(false);
  const [argument, setArgument] = useState('');
  const { name } = offer;
  const effect = effectOf(name, t('device.unknownEffect'));
  const dangerous = commandInfo(name)?.danger !== 'none';
  const lacking = offer.argument !== undefined && !offer.argument.optional && argument.trim() === '';
  const send = async (): Promise<void> => {
    await run({
      device,
      name,
      confirmed: effect !== undefined,
      ...(argument.trim() === '' ? {} : { argument: argument.trim() }),
    });
    setAsking(false);
  };
  const unit = offer.argument?.unit;
  return (
    <Group gap="xs" wrap="nowrap">
      {offer.argument === undefined ? null : (
        <TextInput
          size="sm"
          w={190}
          aria-label={`${commandLabel(name)}: ${offer.argument.label}`}
          placeholder={offer.argument.label}
          rightSection={<Text size="xs">{unit ?? ''}</Text>}
          value={argument}
          onChange={(event) => setArgument(event.currentTarget.value)}
        />
      )}
      <Button
        variant="default"
        loading={busy}
        disabled={disabled || lacking}
        aria-label={`${t('device.run')}: ${commandLabel(name)}`}
        onClick={() => (effect === undefined ? void send() : setAsking(true))}
      >
        {t('device.run')}
      </Button>
      <Confirm
        opened={asking}
        title={t('device.confirmTitle', { command: commandLabel(name) })}
        text={effect}
        action={t('device.confirmDo')}
        danger={dangerous}
        busy={busy}
        onConfirm={() => void send()}
        onClose={() => setAsking(false)}
      />
    </Group>
  );
}
