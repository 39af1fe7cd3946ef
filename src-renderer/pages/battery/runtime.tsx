import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatteryReport, DeviceState } from '../../../src-shared/contract/index.ts';
import { loadText, rangeText } from '../../logic/battery.ts';
import { momentText, spokenAge, valueText } from '../../logic/formats.ts';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useNow } from '../../state/hooks.ts';
import classes from './battery.module.css';

/** The learned runtime beside the reported one. */
export function Runtime({
  device,
  report,
}: {
  readonly device: DeviceState;
  readonly report: BatteryReport;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <div className={classes['pair']}>
        <div>
          <h3>{t('battery.learned')}</h3>
          {report.learned === undefined ? (
            <Text c="dimmed">{t(`battery.unlearned.${report.unlearned ?? 'none'}`)}</Text>
          ) : (
            <Learned learned={report.learned} />
          )}
        </div>
        <div>
          <h3>{t('battery.reported')}</h3>
          <div className={classes['big']}>
            {valueText('battery.runtime', device.values['battery.runtime'], formats)}
          </div>
          {device.absent['battery.runtime'] === undefined ? null : (
            <Text size="sm" c="dimmed">
              {device.absent['battery.runtime']}
            </Text>
          )}
        </div>
      </div>
      {report.died === undefined ? null : (
        <Notice tone="warning">
          {t('battery.diedText', {
            charge: Math.round(report.died.charge),
            date: momentText(report.died.at, 'day', formats),
          })}
        </Notice>
      )}
      {report.simulated ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t('battery.simulated')}
        </Text>
      ) : null}
    </>
  );
}

function Learned({
  learned: { full, now: present, load, discharges, lastAt },
}: {
  readonly learned: NonNullable<BatteryReport['learned']>;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  return (
    <>
      <div className={classes['big']}>
        {rangeText(full, formats, t)}{' '}
        <Text span size="sm" c="dimmed">
          {t('battery.fromFull')}
        </Text>
      </div>
      {present === undefined || present.likely > full.likely * 0.99 ? null : (
        <Text>{t('battery.learnedNow', { range: rangeText(present, formats, t) })}</Text>
      )}
      <Text size="sm" c="dimmed">
        {t('battery.learnedFrom', {
          count: discharges,
          time: spokenAge(Math.max(0, now - lastAt) / 1000, formats),
          load: loadText(load.value, load.unit, formats),
        })}
      </Text>
    </>
  );
}
