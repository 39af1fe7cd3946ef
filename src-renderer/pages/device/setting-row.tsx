import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandOutcome, SettingOffer } from '../../../src-shared/contract/index.ts';
import { label, type Value, variableInfo } from '../../../src-shared/nut/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { settingFault } from '../../logic/setting.ts';
import { choiceText, valueText } from '../../logic/formats.ts';
import { ToneIcon } from '../../parts/badge.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useOutcome } from '../../parts/use-outcome.ts';
import classes from './device.module.css';

/** One variable that the device lets one set: what it is now, what it may be, and a button that writes it. */
export function SettingRow(props: {
  readonly device: string;
  readonly offer: SettingOffer;
  readonly value: Value | undefined;
  readonly disabled: boolean;
}): ReactNode {
  const { device, offer, value, disabled } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const [draft, setDraft] = useState<string>();
  const [answer, setAnswer] = useState<CommandOutcome>();
  const { run, busy } = useOutcome('devices.set', { quiet: true });
  const { name, range, maxLength } = offer;
  const shown = draft ?? (value === undefined ? '' : String(value));
  const fault = draft === undefined ? undefined : settingFault(offer, draft);
  const limits =
    range === undefined
      ? maxLength === undefined
        ? undefined
        : t('device.letters', { count: maxLength })
      : t('device.between', { min: valueText(name, range.min, formats), max: valueText(name, range.max, formats) });
  const write = async (): Promise<void> => {
    const outcome = await run({ device, variable: name, value: shown });
    setAnswer(outcome);
    // What was typed stays in sight until the device has taken it.
    if (outcome?.result === 'confirmed' || outcome?.result === 'accepted') setDraft(undefined);
  };
  const kept = answer?.result === 'confirmed' || answer?.result === 'accepted';
  return (
    <>
      <form
        className={classes['row']}
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <div className={classes['what']}>
          <div title={name}>{label(name, formats.locale)}</div>
          <Text size="sm" c="dimmed">
            {[t('device.current', { value: valueText(name, value, formats) }), limits]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </Text>
        </div>
        <ActOnly>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            {offer.values === undefined ? (
              <TextInput
                w={150}
                aria-label={label(name, formats.locale)}
                value={shown}
                disabled={disabled}
                error={fault === undefined ? null : t(`device.fault.${fault}`)}
                rightSection={<Text size="xs">{variableInfo(name)?.unit ?? ''}</Text>}
                onChange={(event) => setDraft(event.currentTarget.value)}
              />
            ) : (
              <Select
                w={150}
                aria-label={label(name, formats.locale)}
                data={offer.values.map((raw) => ({ value: raw, label: choiceText(name, raw, formats) }))}
                value={shown === '' ? null : shown}
                disabled={disabled}
                allowDeselect={false}
                onChange={(next) => setDraft(next ?? undefined)}
              />
            )}
            <Button
              type="submit"
              variant="default"
              loading={busy}
              disabled={disabled || draft === undefined || fault !== undefined}
              aria-label={t('common.labelled', { label: t('device.write'), value: label(name, formats.locale) })}
            >
              {t('device.write')}
            </Button>
          </Group>
        </ActOnly>
      </form>
      {answer === undefined ? null : (
        <p className={classes['answer']} role="status">
          <ToneIcon tone={kept ? 'good' : 'warning'} size={16} /> {answer.message}
        </p>
      )}
    </>
  );
}
