import { IconHistoryOff } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent, Outage } from '../../../src-shared/contract/index.ts';
import { momentText, shortDuration, valueText } from '../../logic/formats.ts';
import { storyOf } from '../../logic/story.ts';
import { Answered } from '../../parts/answered.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { lastAddressIn } from '../../state/address.ts';
import { useAnswer, useDevice, useEngine, useNow } from '../../state/hooks.ts';
import classes from './outage.module.css';
import { Replay } from './replay.tsx';

/** One outage, step by step: what was known, what was decided, and why. */
export function OutageScreen({ id }: { readonly id: number }): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const answer = useAnswer('history.outage', { id });
  const { reload } = answer;
  const lasting = answer.value?.outage.end === undefined;
  useEffect(() => {
    // Of an outage that lasts, each event is a step more.
    if (!lasting) return;
    return engine.subscribe('events', {}, reload);
  }, [engine, lasting, reload]);
  return (
    <>
      <BackLink href={lastAddressIn('/history')}>{t('screens.history')}</BackLink>
      <Answered answer={answer}>
        {({ outage, events }) => (
          <>
            <Head outage={outage} events={events} />
            {events.length === 0 ? (
              <Panel>
                <Blank icon={IconHistoryOff} title={t('replay.emptyTitle')} text={t('replay.emptyText')} />
              </Panel>
            ) : (
              <Replay key={id} outage={outage} events={events} />
            )}
          </>
        )}
      </Answered>
    </>
  );
}

function Head({ outage, events }: { readonly outage: Outage; readonly events: readonly EngineEvent[] }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const device = useDevice(outage.device);
  const { begin, end, lowestCharge, outcome } = outage;
  const story = storyOf(outage, events, { now, formats, t });
  const length = shortDuration(Math.max(0, ((end ?? now) - begin) / 1000), formats, false);
  return (
    <Panel>
      <h2 className={classes['title']}>{t('replay.title', { time: momentText(begin, 'minute', formats) })}</h2>
      {story === undefined ? null : <p className={classes['story']}>{story.text}</p>}
      {outcome === '' || story?.whole === true ? null : (
        <p className={classes['outcome']}>{story === undefined ? outcome : t('replay.outcome', { outcome })}</p>
      )}
      <dl className={classes['facts']}>
        <div>
          <dt>{t('common.device')}</dt>
          <dd>{device?.name ?? outage.device}</dd>
        </div>
        <div>
          <dt>{t('history.length')}</dt>
          <dd>{end === undefined ? t('history.lasting', { time: length }) : length}</dd>
        </div>
        <div>
          <dt>{t('history.lowest')}</dt>
          <dd>{valueText('battery.charge', lowestCharge, formats)}</dd>
        </div>
      </dl>
    </Panel>
  );
}
