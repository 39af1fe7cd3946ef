import { Button, Group, Modal, Table, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryLife, BatteryReport, DeviceState, Replacement } from '../../../src-shared/contract/index.ts';
import type { Translate } from '../../../src-shared/texts/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { rangeText, replacementText } from '../../logic/battery.ts';
import { type Formats, momentText, valueText } from '../../logic/formats.ts';
import { Columns } from '../../parts/columns.tsx';
import { Blocked } from '../../parts/confirm.tsx';
import { useDialog } from '../../parts/dialogs.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useOutcome } from '../../parts/use-outcome.ts';
import { useDevice, useNow } from '../../state/hooks.ts';
import classes from './battery.module.css';
import { MadeOf } from './made-of.tsx';

/** When the battery is to be replaced, by which part, and that it was. */
export function ReplacementPanel({
  device,
  report,
  onChange,
}: {
  readonly device: DeviceState;
  readonly report: BatteryReport;
  /** There is a new battery, or what it is made of was told. */
  readonly onChange: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const open = useDialog();
  const { replacement, part, chemistry, made, former, battery } = report;
  const another = made !== undefined && made !== 'lead-acid';
  const why = replacement === undefined ? undefined : whyText(replacement, another, formats, t);
  const nothing = t(another ? 'battery.otherChemistry' : 'battery.noReplacement');
  const ask = (): void =>
    open({
      content: (close) => (
        <Replaced device={device.id} writable={report.dateWritable} onClose={close} onDone={onChange} />
      ),
    });
  return (
    <>
      {replacement === undefined ? (
        <Text c="dimmed">{nothing}</Text>
      ) : (
        <>
          <div className={classes['big']}>{replacementText(replacement, now, formats, t)}</div>
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        </>
      )}
      {part === undefined ? null : (
        <Text component="div" mt="sm">
          {t('battery.part')}: <b>{part}</b>
          <Text size="sm" c="dimmed">
            {t('battery.partText')}
          </Text>
        </Text>
      )}
      {chemistry === undefined ? null : (
        <Text mt="xs">{t('battery.kind', { kind: valueText('battery.type', chemistry, formats) })}</Text>
      )}
      <ActOnly>
        <MadeOf device={device.id} onSaved={onChange} />
        <Button variant="default" mt="md" onClick={ask}>
          {t('battery.tellReplaced')}
        </Button>
      </ActOnly>
      {former.length === 0 ? null : <Lives lives={[...former, battery]} />}
    </>
  );
}

/** What the time is foreseen from. */
function whyText({ basis, celsius }: Replacement, another: boolean, formats: Formats, t: Translate): string {
  // Of others 80 % is taken for the end as well (APC, FAQ000265882), but the standard is that of lead-acid.
  if (basis === 'wear') return t(another ? 'battery.byWearOther' : 'battery.byWear');
  if (celsius === undefined) return t('battery.byAge');
  return t('battery.byAgeWarm', { celsius: valueText('battery.temperature', celsius, formats) });
}

/** The date is asked for; its day is the person's own, not that of Greenwich. */
function Replaced(props: {
  readonly device: string;
  readonly writable: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { device, writable, onClose, onDone } = props;
  const { t } = useTranslation();
  const today = isoDay(useNow());
  const [date, setDate] = useState<string>();
  const { run, busy } = useOutcome('battery.replaced');
  const gone = useDevice(device) === undefined ? t('device.gone') : undefined;
  const chosen = date ?? today;
  const send = async (): Promise<void> => {
    const outcome = await run({ device, date: chosen });
    if (outcome === undefined) return;
    onDone();
    onClose();
  };
  return (
    <>
      <Modal.Title fw={600} mb="xs">
        {t('battery.replaceTitle')}
      </Modal.Title>
      <Text mb="sm">{t('battery.replaceText')}</Text>
      <TextInput
        type="date"
        label={t('battery.replaceDate')}
        description={t(writable ? 'battery.replaceWrites' : 'battery.replaceKept')}
        max={today}
        value={chosen}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <Blocked why={gone} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button
          loading={busy}
          disabled={gone !== undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(chosen) || chosen > today}
          onClick={() => void send()}
        >
          {t('battery.replaceDo')}
        </Button>
      </Group>
    </>
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

function isoDay(time: number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function Lives({ lives }: { readonly lives: readonly BatteryLife[] }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const day = (time: number | undefined, missing: string): string =>
    time === undefined ? missing : momentText(time, 'day', formats);
  return (
    <>
      <h3 className={classes['heading']}>{t('battery.former')}</h3>
      <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Columns
            names={(['formerInstalled', 'formerUntil', 'formerDischarges', 'formerRuntime'] as const).map((name) =>
              t(`battery.${name}`),
            )}
          />
          <Table.Tbody>
            {lives.toReversed().map((life) => (
              <Table.Tr key={life.until ?? 0}>
                <Table.Td>
                  {day(life.installed === undefined ? undefined : Date.parse(life.installed), t('battery.unknown'))}
                </Table.Td>
                <Table.Td>{day(life.until, t('battery.present'))}</Table.Td>
                <Table.Td>{life.discharges}</Table.Td>
                <Table.Td>{life.full === undefined ? t('battery.unknown') : rangeText(life.full, formats, t)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
