import { Button, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActOnly } from './act-only.tsx';
import type { CommandOffer } from '../../src-shared/contract/index.ts';
import { commandDescription, commandEffect, commandInfo, commandLabel } from '../../src-shared/nut/index.ts';
import { Confirm } from './confirm.tsx';
import { useFormats } from './use-formats.ts';
import { useOutcome } from './use-outcome.ts';

/**
 * What a confirmation of this command must say, in the language of `locale`; undefined where none is needed. A command
 * without a row needs one, which says `unknown`.
 */
export function effectOf(name: string, unknown: string, locale: string): string | undefined {
  const info = commandInfo(name);
  if (info === undefined) return unknown;
  return info.danger === 'none' ? undefined : (commandEffect(name, locale) ?? commandDescription(name, locale));
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
  const { locale } = useFormats();
  const { run, busy } = useOutcome('devices.command');
  const [asking, setAsking] = useState(false);
  const [argument, setArgument] = useState('');
  const { name } = offer;
  const effect = effectOf(name, t('device.unknownEffect'), locale);
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
    <ActOnly>
      <Group gap="xs" wrap="nowrap">
        {offer.argument === undefined ? null : (
          <TextInput
            size="sm"
            w={96}
            aria-label={t('common.labelled', { label: commandLabel(name, locale), value: t(offer.argument.text) })}
            rightSection={<Text size="xs">{unit ?? ''}</Text>}
            value={argument}
            onChange={(event) => setArgument(event.currentTarget.value)}
          />
        )}
        <Button
          variant="default"
          loading={busy}
          disabled={disabled || lacking}
          aria-label={t('common.labelled', { label: t('device.run'), value: commandLabel(name, locale) })}
          onClick={() => (effect === undefined ? void send() : setAsking(true))}
        >
          {t('device.run')}
        </Button>
        <Confirm
          opened={asking}
          title={t('device.confirmTitle', { command: commandLabel(name, locale) })}
          text={effect}
          action={t('device.confirmDo')}
          danger={dangerous}
          busy={busy}
          onConfirm={() => void send()}
          onClose={() => setAsking(false)}
        />
      </Group>
    </ActOnly>
  );
}
