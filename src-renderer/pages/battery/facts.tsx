import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryLife, DeviceState } from '../../../src-shared/contract/index.ts';
import { label } from '../../../src-shared/nut/index.ts';
import { momentText, spokenAge, valueText } from '../../logic/formats.ts';
import { Origin } from '../../parts/origin.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useNow } from '../../state/hooks.ts';
import classes from '../device/device.module.css';

/** Always told, also when missing: what people look for on this screen. */
const EXPECTED = ['battery.charge', 'battery.voltage', 'ups.test.result'];
const FURTHER = [
  'battery.voltage.nominal',
  'battery.temperature',
  'battery.current',
  'battery.capacity',
  'battery.type',
  'battery.packs',
  'battery.status',
  'battery.charger.status',
  'ups.test.date',
  'battery.mfr.date',
];

/** What the UPS tells of its battery now, and its age. */
export function BatteryFacts({
  device,
  life,
}: {
  readonly device: DeviceState;
  readonly life: BatteryLife;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const names = [...EXPECTED, ...FURTHER.filter((name) => device.values[name] !== undefined)];
  return (
    <dl className={classes['facts']}>
      {names.map((name) => (
        <div key={name}>
          <dt title={name}>{label(name, formats.locale)}</dt>
          <dd>
            {valueText(name, device.values[name], formats)}
            <Text span size="sm" c="dimmed">
              {' '}
              <Origin derived={device.derived.includes(name)} corrected={device.corrected?.[name]} />
            </Text>
            {device.values[name] === undefined && device.absent[name] !== undefined ? (
              <Text size="sm" c="dimmed">
                {device.absent[name]}
              </Text>
            ) : null}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('battery.age')}</dt>
        <dd>
          <BatteryAge life={life} />
        </dd>
      </div>
    </dl>
  );
}

function BatteryAge({ life: { installed: text } }: { readonly life: BatteryLife }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const installed = text === undefined ? Number.NaN : Date.parse(text);
  if (Number.isNaN(installed) || installed > now) return t('battery.noDate');
  return t('battery.ageText', {
    date: momentText(installed, 'day', formats),
    time: spokenAge((now - installed) / 1000, formats),
  });
}
