import { Button, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActOnly } from './act-only.tsx';
import type { CallArgument, CommandOffer } from '../../src-shared/contract/index.ts';
import { commandDescription, commandEffect, commandInfo, commandLabel } from '../../src-shared/nut/index.ts';
import { useDevice } from '../state/hooks.ts';
import { Confirm } from './confirm.tsx';
import { useDialog } from './dialogs.tsx';
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
  const open = useDialog();
  const [argument, setArgument] = useState('');
  const { name } = offer;
  const effect = effectOf(name, t('device.unknownEffect'), locale);
  const given = argument.trim();
  const lacking = offer.argument !== undefined && !offer.argument.optional && given === '';
  const wish = { device, name, ...(given === '' ? {} : { argument: given }) };
  const press = (): void => {
    if (effect === undefined) void run({ ...wish, confirmed: false });
    else open({ content: (close) => <ConfirmCommand wish={wish} effect={effect} onClose={close} /> });
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
          onClick={press}
        >
          {t('device.run')}
        </Button>
      </Group>
    </ActOnly>
  );
}

/** Asks before a command whose effect the load could notice, and runs it; what changes meanwhile is said. */
function ConfirmCommand({
  wish,
  effect,
  onClose,
}: {
  readonly wish: Omit<CallArgument<'devices.command'>, 'confirmed'>;
  readonly effect: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const { run } = useOutcome('devices.command');
  const blocked = useBlocked(wish.device, wish.name);
  return (
    <Confirm
      title={t('device.confirmTitle', { command: commandLabel(wish.name, locale) })}
      text={effect}
      action={t('device.confirmDo')}
      danger={commandInfo(wish.name)?.danger !== 'none'}
      blocked={blocked}
      onConfirm={() => run({ ...wish, confirmed: true })}
      onClose={onClose}
    />
  );
}

/** Why this command of this device cannot be run now; undefined while it can. */
export function useBlocked(id: string, command: string): string | undefined {
  const { t } = useTranslation();
  const device = useDevice(id);
  if (device === undefined) return t('device.gone');
  if (device.link !== 'live') return device.linkMessage ?? t('device.offline');
  return device.commands.some(({ name }) => name === command) ? undefined : t('device.notOffered');
}
