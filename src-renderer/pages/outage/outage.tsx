import { Anchor, Button, Group, Slider } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconHistoryOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { EngineEvent, Outage } from '../../../src-shared/contract/index.ts';
import { momentText, shortDuration, valueText } from '../../logic/formats.ts';
import { inputsOf, placesOf, reasonOf } from '../../logic/replay.ts';
import { spread } from '../../logic/timeline.ts';
import { Answered } from '../../parts/answered.tsx';
import { ToneIcon } from '../../parts/badge.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useAnswer, useDevice, useNow } from '../../state/hooks.ts';
import classes from './outage.module.css';

/** One outage, step by step: what was known, what was decided, and why. */
export function OutageScreen({ id }: { readonly id: number }): ReactNode {
  const { t } = useTranslation();
  const answer = useAnswer('history.outage', { id });
  return (
    <>
      <Anchor component={Link} href="/history" size="sm" w="fit-content">
        <IconArrowLeft size={16} aria-hidden style={{ verticalAlign: -3 }} /> {t('screens.history')}
      </Anchor>
      <Answered answer={answer}>
        {({ outage, events }) => (
          <>
            <Head outage={outage} />
            {events.length === 0 ? (
              <Panel>
                <Blank icon={IconHistoryOff} title={t('replay.emptyTitle')} text={t('replay.emptyText')} />
              </Panel>
            ) : (
              <Replay outage={outage} events={events} />
            )}
          </>
        )}
      </Answered>
    </>
  );
}

function Head({ outage }: { readonly outage: Outage }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const device = useDevice(outage.device);
  const { begin, end, lowestCharge, outcome } = outage;
  const length = shortDuration(Math.max(0, ((end ?? now) - begin) / 1000), formats, false);
  return (
    <Panel>
      <h2 className={classes['title']}>{t('replay.title', { time: momentText(begin, 'both', formats) })}</h2>
      <div className={classes['outcome']}>{outcome}</div>
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

/** The line is cut into so many parts for the slider. */
const PARTS = 1000;
/** Marks closer than this, as a share of the line, would be one. */
const ROOM = 0.02;

function Replay({ outage, events }: { readonly outage: Outage; readonly events: readonly EngineEvent[] }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const [chosen, setChosen] = useState(0);
  const index = Math.min(chosen, events.length - 1);
  const event = events[index];
  const begin = Math.min(outage.begin, events[0]?.time ?? outage.begin);
  const places = spread(placesOf(events, begin, events.at(-1)?.time ?? begin), ROOM);
  const marks = places.map((place) => ({ value: Math.round(place * PARTS) }));
  const since = (time: number): string =>
    t('replay.since', { time: shortDuration(Math.max(0, (time - begin) / 1000), formats, false) });
  if (event === undefined) return null;
  return (
    <div className={classes['columns']}>
      <Panel
        title={t('replay.step', { number: index + 1, total: events.length })}
        action={
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconChevronLeft size={16} aria-hidden />}
              disabled={index === 0}
              onClick={() => setChosen(index - 1)}
            >
              {t('replay.back')}
            </Button>
            <Button
              size="xs"
              variant="default"
              rightSection={<IconChevronRight size={16} aria-hidden />}
              disabled={index === events.length - 1}
              onClick={() => setChosen(index + 1)}
            >
              {t('replay.next')}
            </Button>
          </Group>
        }
      >
        <Slider
          className={classes['slider'] ?? ''}
          classNames={{ mark: classes['mark'] ?? '' }}
          thumbLabel={t('replay.scrub')}
          thumbValueText={`${since(event.time)}: ${event.text}`}
          min={0}
          max={PARTS}
          value={marks[index]?.value ?? 0}
          marks={marks}
          restrictToMarks
          label={null}
          onChange={(value) => {
            const found = marks.findIndex((mark) => mark.value === value);
            if (found !== -1) setChosen(found);
          }}
        />
        <Known event={event} since={since(event.time)} />
      </Panel>
      <Panel title={t('replay.all')}>
        <ol className={classes['list']}>
          {events.map((each, place) => (
            <li key={each.id}>
              <button
                type="button"
                className={`${classes['entry'] ?? ''} tone-${each.severity}`}
                {...(place === index ? { 'aria-current': 'step' } : {})}
                onClick={() => setChosen(place)}
              >
                <span className={classes['icon']}>
                  <ToneIcon tone={each.severity} />
                </span>
                <span className={classes['when']}>{since(each.time)}</span>
                <span>{each.text}</span>
              </button>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}

/** What happened at one step, from what, and why. */
function Known({ event, since }: { readonly event: EngineEvent; readonly since: string }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const reason = reasonOf(event);
  const inputs = inputsOf(event, formats, t);
  return (
    <div aria-live="polite">
      <div className={classes['moment']}>
        {since} · {momentText(event.time, 'time', formats)} · {t(`events.kinds.${event.kind}`)}
      </div>
      <div className={classes['text']}>{event.text}</div>
      {reason === undefined ? null : (
        <p className={classes['reason']}>
          <span className={classes['quiet']}>{t('replay.why')}</span> <span>{reason}</span>
        </p>
      )}
      <h3 className={classes['part']}>{t('replay.known')}</h3>
      {inputs.length === 0 ? (
        <div className={classes['quiet']}>{t('replay.nothing')}</div>
      ) : (
        <dl className={classes['inputs']}>
          {inputs.map(({ key, name, value }) => (
            <div key={key} title={key}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
