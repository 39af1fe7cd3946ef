import { Text } from '@mantine/core';
import { IconBattery3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { label } from '../../../src-shared/nut/index.ts';
import { momentText, spokenAge, valueText } from '../../logic/formats.ts';
import { Blank } from '../../parts/blank.tsx';
import { DevicePicker, useSelectedDevice } from '../../parts/device-picker.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useNow } from '../../state/hooks.ts';
import { CommandRow } from '../device/device.tsx';
import classes from '../device/device.module.css';

/** What is known of the battery, and its tests. */
export function Battery(): ReactNode {
  const { t } = useTranslation();
  const device = useSelectedDevice();
  if (device === undefined) {
    return (
      <Panel>
        <Blank icon={IconBattery3} title={t('device.noDeviceTitle')} text={t('device.noDeviceText')} />
      </Panel>
    );
  }
  const tests = device.commands.filter(({ name }) => /^(test\.battery|calibrate)\./u.test(name));
  return (
    <>
      <DevicePicker />
      {device.link === 'live' ? null : <Notice tone="warning">{device.linkMessage ?? t('device.offline')}</Notice>}
      <div className={classes['columns']}>
        <Panel title={t('battery.state')}>
          <BatteryFacts device={device} />
        </Panel>
        <Panel title={t('battery.tests')}>
          <Text size="sm" mb="xs">
            {t('battery.testsText')}
          </Text>
          {tests.length === 0 ? <Text c="dimmed">{t('battery.noTests')}</Text> : null}
          {tests.map((offer) => (
            <CommandRow key={offer.name} device={device.id} offer={offer} disabled={device.link !== 'live'} />
          ))}
        </Panel>
      </div>
      <Panel title={t('soon.battery')}>
        <Text c="dimmed">{t('battery.later')}</Text>
      </Panel>
    </>
  );
}

/** Always told, also when missing: what people look for on this screen. */
const EXPECTED = ['battery.charge', 'battery.voltage', 'battery.runtime', 'ups.test.result'];
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
const INSTALLED = ['battery.date', 'battery.date.maintenance', 'battery.mfr.date'];

function BatteryFacts({ device }: { readonly device: DeviceState }): ReactNode {
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
            {device.derived.includes(name) ? (
              <Text span size="sm" c="dimmed" title={t('common.derivedWhy')}>
                {' '}
                {t('common.derived')}
              </Text>
            ) : null}
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
          <BatteryAge device={device} />
        </dd>
      </div>
    </dl>
  );
}

function BatteryAge({ device }: { readonly device: DeviceState }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const text = INSTALLED.map((name) => device.values[name]).find((value) => typeof value === 'string');
  const installed = text === undefined ? Number.NaN : Date.parse(text);
  if (Number.isNaN(installed) || installed > now) return t('battery.noDate');
  return t('battery.ageText', {
    date: momentText(installed, 'day', formats),
    time: spokenAge((now - installed) / 1000, formats),
  });
}
