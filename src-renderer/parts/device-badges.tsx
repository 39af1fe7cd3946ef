import { IconFlask, IconTestPipe } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, Link } from '../../src-shared/contract/index.ts';
import type { Tone } from '../logic/condition.ts';
import { Badge } from './badge.tsx';

/** The tone of each state of a link. */
export const LINK_TONES: Readonly<Record<Link, Tone>> = {
  connecting: 'unknown',
  live: 'good',
  stale: 'warning',
  lost: 'warning',
  denied: 'warning',
  'in-use': 'warning',
  unrecognised: 'warning',
  disabled: 'unknown',
};

/** What must be known of a device before its values are believed: simulated, unverified, not live. `plain` inside of links. */
export function DeviceBadges({
  device,
  plain = false,
}: {
  readonly device: DeviceState;
  readonly plain?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const why = (text: string): { readonly why?: string } => (plain ? {} : { why: text });
  return (
    <>
      {device.link === 'live' ? null : <Badge tone={LINK_TONES[device.link]}>{t(`contact.${device.link}`)}</Badge>}
      {device.simulated ? (
        <Badge tone="info" icon={<IconFlask size={15} aria-hidden />} {...why(t('common.simulatedWhy'))}>
          {t('common.simulated')}
        </Badge>
      ) : null}
      {device.verified || device.driver === undefined ? null : (
        <Badge tone="unknown" icon={<IconTestPipe size={15} aria-hidden />} {...why(t('common.unverifiedWhy'))}>
          {t('common.unverified')}
        </Badge>
      )}
    </>
  );
}
