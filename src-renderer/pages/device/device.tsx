import { Stack, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandOffer, DeviceState } from '../../../src-shared/contract/index.ts';
import { commandDescription, commandInfo, commandLabel, label } from '../../../src-shared/nut/index.ts';
import { valueText } from '../../logic/formats.ts';
import { Badge } from '../../parts/badge.tsx';
import { NoUps } from '../../parts/blank.tsx';
import { CommandButton } from '../../parts/command-button.tsx';
import { DevicePicker, useSelectedDevice } from '../../parts/device-picker.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './device.module.css';
import { SettingRow } from './setting-row.tsx';

/** What the device is, and what it lets one set and do. */
export function Device(): ReactNode {
  const { t } = useTranslation();
  const device = useSelectedDevice();
  if (device === undefined) {
    return (
      <Panel>
        <NoUps icon={IconDeviceDesktop} title={t('device.noDeviceTitle')} text={t('device.noDeviceText')} />
      </Panel>
    );
  }
  return <OneDevice key={device.id} device={device} />;
}

function OneDevice({ device }: { readonly device: DeviceState }): ReactNode {
  const { t } = useTranslation();
  const offline = device.link !== 'live';
  return (
    <>
      <DevicePicker />
      {offline ? <Notice tone="warning">{device.linkMessage ?? t('device.offline')}</Notice> : null}
      <div className={classes['columns']}>
        <Stack gap="md">
          <Panel title={t('device.settings')}>
            {device.settings.length === 0 ? <Text c="dimmed">{t('device.noSettings')}</Text> : null}
            {SETTING_GROUPS.map(([group]) => (
              <SettingGroup key={group} group={group} device={device} disabled={offline} />
            ))}
          </Panel>
          <About device={device} />
        </Stack>
        <Panel title={t('device.commands')}>
          {device.commands.length === 0 ? <Text c="dimmed">{t('device.noCommands')}</Text> : null}
          {GROUPS.map((group) => (
            <Group key={group} group={group} device={device} disabled={offline} />
          ))}
        </Panel>
      </div>
    </>
  );
}

/** Which settings belong together, by the first pattern that fits. */
const SETTING_GROUPS = [
  ['names', /(?:^device\.|\.id$|\.name$|\.desc$)/u],
  ['battery', /^battery\./u],
  ['input', /^input\./u],
  ['outlet', /^outlet\./u],
  ['delays', /^ups\.(?:delay|timer|start|test\.interval)/u],
  ['other', /^/u],
] as const;
type SettingGroupName = (typeof SETTING_GROUPS)[number][0];

function SettingGroup({
  group,
  device,
  disabled,
}: {
  readonly group: SettingGroupName;
  readonly device: DeviceState;
  readonly disabled: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const offers = device.settings.filter(
    ({ name }) => SETTING_GROUPS.find(([, pattern]) => pattern.test(name))?.[0] === group,
  );
  if (offers.length === 0) return null;
  return (
    <div className={classes['group']}>
      <h3>{t(`device.settingGroups.${group}`)}</h3>
      {offers.map((offer) => (
        <SettingRow
          key={offer.name}
          device={device.id}
          offer={offer}
          value={device.values[offer.name]}
          disabled={disabled}
        />
      ))}
    </div>
  );
}

/** What a group of commands acts on, shown beside it where the device says it. */
const ACTS_ON: Partial<Record<GroupName, RegExp>> = {
  test: /^ups\.test\.result$/u,
  beeper: /^ups\.beeper\.status$/u,
  outlet: /^outlet\.(?:group\.)?\d*\.?status$/u,
  shutdown: /^ups\.timer\.(?:shutdown|start|reboot)$/u,
};

const GROUPS = ['test', 'beeper', 'outlet', 'other', 'shutdown'] as const;
type GroupName = (typeof GROUPS)[number];

function groupOf(name: string): GroupName {
  if (/^(test|calibrate)\./u.test(name)) return 'test';
  if (name.startsWith('beeper.')) return 'beeper';
  if (name.startsWith('outlet.')) return 'outlet';
  return /^(load|shutdown)\./u.test(name) ? 'shutdown' : 'other';
}

function Group({
  group,
  device,
  disabled,
}: {
  readonly group: GroupName;
  readonly device: DeviceState;
  readonly disabled: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const offers = device.commands.filter(({ name }) => groupOf(name) === group);
  if (offers.length === 0) return null;
  return (
    <div className={classes['group']}>
      <h3>{t(`device.groups.${group}`)}</h3>
      {Object.entries(device.values)
        .filter(([name]) => ACTS_ON[group]?.test(name))
        .map(([name, value]) => (
          <Text key={name} size="sm" c="dimmed" mb={4}>
            {t('common.labelled', { label: label(name, formats.locale), value: valueText(name, value, formats) })}
          </Text>
        ))}
      {offers.map((offer) => (
        <CommandRow key={offer.name} device={device.id} offer={offer} disabled={disabled} />
      ))}
    </div>
  );
}

/** One command with what it does. */
export function CommandRow({
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
  // A command without a row may do anything.
  const danger = commandInfo(offer.name)?.danger ?? 'drops-load';
  return (
    <div className={classes['row']}>
      <div className={classes['what']}>
        <div title={offer.name} className={classes['label']}>
          {commandLabel(offer.name, locale)}
          {danger === 'none' ? null : (
            <Badge tone={danger === 'drops-load' ? 'critical' : 'warning'}>
              {t(danger === 'drops-load' ? 'device.cutsPower' : 'device.asksFirst')}
            </Badge>
          )}
        </div>
        <Text size="sm" c="dimmed">
          {commandDescription(offer.name, locale) ?? offer.name}
          {offer.argument === undefined ? null : (
            <span className={classes['enter']}>{t('device.toEnter', { what: t(offer.argument.text) })}</span>
          )}
        </Text>
      </div>
      <CommandButton device={device} offer={offer} disabled={disabled} />
    </div>
  );
}

const FACTS = [
  'ups.mfr',
  'ups.model',
  'ups.serial',
  'ups.firmware',
  'ups.power.nominal',
  'ups.realpower.nominal',
  'input.voltage.nominal',
  'battery.voltage.nominal',
  'ups.type',
];

function About({ device }: { readonly device: DeviceState }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const known = FACTS.map(
    (name) => [name, name in device.values ? name : name.replace(/^ups\./u, 'device.')] as const,
  ).filter(([, name]) => device.values[name] !== undefined);
  return (
    <Panel title={t('device.about')}>
      <dl className={classes['facts']}>
        <dt>{t('devices.address')}</dt>
        <dd className="mono">{device.uri}</dd>
        {device.driver === undefined ? null : (
          <>
            <dt>{t('devices.driver')}</dt>
            <dd>
              {[device.driverTitle ?? device.driver, device.dialect].filter((part) => part !== undefined).join(', ')}
            </dd>
          </>
        )}
        {known.map(([key, name]) => (
          <div key={key}>
            <dt>{label(name, formats.locale)}</dt>
            <dd>{valueText(name, device.values[name], formats)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
