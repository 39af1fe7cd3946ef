import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, EnergySpan } from '../../../src-shared/contract/index.ts';
import type { Meter } from '../../../src-shared/settings/energy.ts';
import { ASSUMED_POWER_FACTOR, wattsNow } from '../../../src-shared/watts.ts';
import { energyText, isWhole, moneyText } from '../../logic/energy.ts';
import { numberText } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './energy.module.css';

/** The watts of this moment, and how they are told. */
export function NowTile({
  device,
  meter,
}: {
  readonly device: DeviceState;
  readonly meter: Meter | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const told = device.link === 'live' ? wattsNow(device, meter) : undefined;
  const factor = numberText(meter?.powerFactor ?? ASSUMED_POWER_FACTOR, formats, 2);
  const assumed = told?.method.startsWith('apparent') === true && meter?.powerFactor === undefined;
  return (
    <section className={`panel ${classes['tile'] ?? ''}`} aria-label={t('energy.now')}>
      <h2>{t('energy.now')}</h2>
      <div className={classes['big']}>
        {told === undefined ? t('energy.noWatts') : t('energy.watts', { value: numberText(told.watts, formats, 0) })}
      </div>
      {told === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t(`energy.method.${told.method}`, { factor })}
        </Text>
      )}
      {assumed ? <Text size="sm">{t('energy.assumed')}</Text> : null}
      {told === undefined || meter === undefined || meter.calibration === 1 ? null : (
        <Text size="sm" c="dimmed">
          {t('energy.calibrated', { factor: numberText(meter.calibration, formats, 3) })}
        </Text>
      )}
    </section>
  );
}

/** The sum of a day or a month that is still going on. */
export function SumTile({
  title,
  loading,
  span,
  currency,
}: {
  readonly title: string;
  readonly loading: boolean;
  readonly span: EnergySpan | undefined;
  readonly currency: string;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className={`panel ${classes['tile'] ?? ''}`} aria-label={title}>
      <h2>{title}</h2>
      <div className={classes['big']}>
        {span === undefined || span.covered === 0
          ? t(loading && span === undefined ? 'common.loading' : 'energy.noWatts')
          : t('energy.kilowattHours', { value: energyText(span.kwh, formats) })}
      </div>
      {span === undefined || span.covered === 0 ? null : (
        <>
          <div className={classes['amounts']}>
            {span.cost === undefined ? null : <span>{moneyText(span.cost, currency, formats)}</span>}
            {span.co2 === undefined ? null : (
              <span>
                {t('energy.kilograms', { value: numberText(span.co2, formats, 2) })} {t('energy.co2')}
              </span>
            )}
          </div>
          <Text size="sm" c="dimmed">
            {isWhole(span)
              ? t('energy.coveredAll')
              : t('energy.covered', {
                  covered: numberText(span.covered, formats),
                  hours: numberText(span.hours, formats),
                })}
          </Text>
        </>
      )}
    </section>
  );
}
