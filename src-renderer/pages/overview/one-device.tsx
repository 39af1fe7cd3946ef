import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DeviceState, Range } from '../../../src-shared/contract/index.ts';
import { type GaugeView, chargeGauge, loadGauge, runtimeGauge } from '../../logic/gauge.ts';
import { Loading } from '../../parts/answered.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useLearned } from '../../parts/use-learned.ts';
import { useDeviceAsKnown, useScreens } from '../../state/hooks.ts';
import { Gauge } from './gauge.tsx';
import { HeroPanel } from './hero-panel.tsx';
import { Measures } from './measures.tsx';
import classes from './one-device.module.css';
import { OutagePanel } from './outage-panel.tsx';
import { PowerFlow } from './power-flow.tsx';

/** One device in full. */
export function OneDevice({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const device = useDeviceAsKnown(id);
  const learned = useLearned(id);
  if (device === undefined) return null;
  const old = device.link !== 'live';
  return (
    <>
      <HeroPanel device={device} learned={learned} />
      <OutagePanel device={device} learned={learned} />
      {old && device.readAt === undefined ? (
        <NeverRead device={device} />
      ) : (
        <>
          <div className={classes['row']}>
            <Panel title={t('overview.flow')}>
              <PowerFlow device={device} />
            </Panel>
            <Gauges device={device} old={old} learned={learned} />
          </div>
          <Measures device={id} old={old} />
        </>
      )}
    </>
  );
}

/** Instead of gauges that would say "not reported" of a UPS that was never asked. */
function NeverRead({ device }: { readonly device: DeviceState }): ReactNode {
  const { t } = useTranslation();
  if (device.link === 'connecting') {
    return (
      <Panel>
        <Loading />
      </Panel>
    );
  }
  return (
    <Panel>
      <Blank
        icon={IconPlugConnectedX}
        title={t('overview.neverTitle')}
        text={t('overview.neverText')}
        action={
          <Button component={Link} href="/devices" variant="default" mt="sm">
            {t('overview.neverAction')}
          </Button>
        }
      />
    </Panel>
  );
}

function Gauges({
  device,
  old,
  learned,
}: {
  readonly device: DeviceState;
  readonly old: boolean;
  readonly learned: Range | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const protection = useScreens((screens) => screens.settings?.protection);
  const context = { formats, t, protection, learned };
  const views: readonly GaugeView[] = [
    loadGauge(device, context),
    chargeGauge(device, context),
    runtimeGauge(device, context),
  ];
  return (
    <Panel title={t(old ? 'overview.lastKnown' : 'overview.measured')} className={classes['gaugePanel'] ?? ''}>
      <div className={classes['gauges']}>
        {views.map((view) => (
          <Gauge
            key={view.kind}
            view={view}
            old={old}
            derived={device.derived.includes(view.variable)}
            corrected={device.corrected?.[view.variable]}
            absentWhy={device.absent[view.variable]}
          />
        ))}
      </div>
    </Panel>
  );
}
