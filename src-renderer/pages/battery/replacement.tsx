import { Button, Group, Modal, Table, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryLife, BatteryReport, DeviceState } from '../../../src-shared/contract/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { rangeText, replacementText } from '../../logic/battery.ts';
import { momentText, valueText } from '../../logic/formats.ts';
import { Columns } from '../../parts/columns.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useOutcome } from '../../parts/use-outcome.ts';
import { useNow } from '../../state/hooks.ts';
import classes from './battery.module.css';

/** When the battery is to be replaced, by which part, and that it was. */
export function ReplacementPanel({
  device,
  report,
  onReplaced,
}: {
  readonly device: DeviceState;
  readonly report: BatteryReport;
  readonly onReplaced: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const { replacement, part, chemistry, former, battery } = report;
  const why =
    replacement === undefined ? undefined : t(replacement.basis === 'wear' ? 'battery.byWear' : 'battery.byAge');
  const nothing = battery.installed === undefined ? t('battery.noReplacement') : t('battery.otherChemistry');
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
        <Button variant="default" mt="md" onClick={() => setAsking(true)}>
          {t('battery.tellReplaced')}
        </Button>
      </ActOnly>
      {former.length === 0 ? null : <Lives lives={[...former, battery]} />}
      <Replaced
        opened={asking}
        device={device.id}
        writable={report.dateWritable}
        onClose={() => setAsking(false)}
        onDone={onReplaced}
      />
    </>
  );
}

/** The date is asked for; its day is the person's own, not that of Greenwich. */
function Replaced(props: {
  readonly opened: boolean;
  readonly device: string;
  readonly writable: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { opened, device, writable, onClose, onDone } = props;
  const { t } = useTranslation();
  const today = isoDay(useNow());
  const [date, setDate] = useState<string>();
  const { run, busy } = useOutcome('battery.replaced');
  const chosen = date ?? today;
  const send = async (): Promise<void> => {
    const outcome = await run({ device, date: chosen });
    if (outcome === undefined) return;
    onDone();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} withCloseButton={false} centered>
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
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button
          loading={busy}
          disabled={!/^\d{4}-\d{2}-\d{2}$/u.test(chosen) || chosen > today}
          onClick={() => void send()}
        >
          {t('battery.replaceDo')}
        </Button>
      </Group>
    </Modal>
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
