import { Button, Group, Slider } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent, Outage } from '../../../src-shared/contract/index.ts';
import { label } from '../../../src-shared/nut/index.ts';
import { momentText, shortDuration } from '../../logic/formats.ts';
import { inputsOf, isCoarse, knownAt, placesOf, reasonOf } from '../../logic/replay.ts';
import { spread } from '../../logic/timeline.ts';
import { ToneIcon } from '../../parts/badge.tsx';
import { ChargeChart } from '../../parts/charge-chart.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useAnswer, useStepped } from '../../state/hooks.ts';
import numbers from '../../parts/timeline.module.css';
import classes from './outage.module.css';

/** The line is cut into so many parts for the slider. */
const PARTS = 1000;
/** Each number needs this much of the line, as a share. */
const ROOM = 0.056;
/** What is shown of each moment, where it was reported. */
const SHOWN = ['battery.charge', 'battery.runtime', 'ups.load', 'input.voltage', 'output.voltage', 'battery.voltage'];
/** Samples asked for; an outage that lasts is asked for again so often. */
const POINTS = 1000;
const LIVE = 10_000;

/** The moment that is shown, and the event of that moment where one was chosen. */
interface Chosen {
  readonly time: number;
  readonly step?: number;
}

/** Scrubs through an outage: what was measured, known and decided at each moment, and why. */
export function Replay({
  outage,
  events: told,
}: {
  readonly outage: Outage;
  readonly events: readonly EngineEvent[];
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useStepped(LIVE);
  // On record they stand as they were told; a clock that was set may have put them out of order.
  const events = useMemo(() => told.toSorted((a, b) => a.time - b.time), [told]);
  const first = events[0]?.time ?? outage.begin;
  const begin = Math.min(outage.begin, first);
  const end = Math.max(outage.end ?? now, events.at(-1)?.time ?? begin, begin + 1000);
  const [chosen, setChosen] = useState<Chosen>({ time: first, step: 0 });
  const time = Math.min(end, Math.max(begin, chosen.time));
  const found = events.findLastIndex((event) => event.time <= time);
  // Of several events in one moment the time alone would only ever find the last.
  const index = events[chosen.step ?? -1]?.time === time ? (chosen.step ?? 0) : Math.max(0, found);
  const event = events[index];
  const answer = useAnswer('history.query', {
    device: outage.device,
    variables: [...SHOWN],
    from: begin,
    to: end,
    points: POINTS,
  });
  const series = answer.value?.series ?? [];
  const resolution = answer.value?.resolution ?? 0;
  const values = knownAt(series, resolution, time, formats);
  const since = (moment: number): string =>
    t('replay.since', { time: shortDuration(Math.max(0, (moment - begin) / 1000), formats, false) });
  const places = placesOf(events, begin, end);
  const stands = spread(places, ROOM);
  const charge = series.find(({ variable }) => variable === 'battery.charge')?.points ?? [];
  const go = (to: number): void => setChosen({ time: events[to]?.time ?? time, step: to });
  const onKeyDown = (pressed: KeyboardEvent): void => {
    const to = { PageUp: index - 1, PageDown: index + 1 }[pressed.key];
    if (to === undefined) return;
    pressed.preventDefault();
    if (to >= 0 && to < events.length) go(to);
  };
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
              onClick={() => go(index - 1)}
            >
              {t('replay.back')}
            </Button>
            <Button
              size="xs"
              variant="default"
              rightSection={<IconChevronRight size={16} aria-hidden />}
              disabled={index === events.length - 1}
              onClick={() => go(index + 1)}
            >
              {t('replay.next')}
            </Button>
          </Group>
        }
      >
        {charge.length < 2 || isCoarse(resolution) ? null : (
          <ChargeChart
            from={begin}
            to={end}
            now={time}
            measured={charge}
            expectation={undefined}
            marks={[]}
            actsAt={events.find(({ kind }) => kind === 'shutdown-committed')?.time}
          />
        )}
        {/* The list says all of it, and can be reached with the keyboard. */}
        <div className={classes['numbered']} aria-hidden>
          <div className={numbers['numbers']}>
            {events.map((each, place) => (
              <b
                key={each.id}
                style={{ left: `${(stands[place] ?? 0) * 100}%` }}
                className={classes['number']}
                data-current={place === index}
                onClick={() => go(place)}
              >
                {place + 1}
              </b>
            ))}
          </div>
          <svg className={numbers['leaders']} viewBox="0 0 100 12" preserveAspectRatio="none">
            {places.map((place, each) => (
              <line
                key={events[each]?.id}
                x1={(stands[each] ?? 0) * 100}
                y1={0}
                x2={place * 100}
                y2={12}
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
        </div>
        {/* Keys of the slider and, from event to event, Page Up and Page Down. */}
        <div className={classes['scrub']} onKeyDownCapture={onKeyDown}>
          <Slider
            className={classes['slider'] ?? ''}
            thumbLabel={t('replay.scrub')}
            thumbValueText={`${since(time)}: ${event.text}`}
            min={0}
            max={PARTS}
            value={Math.round(((time - begin) / (end - begin)) * PARTS)}
            label={null}
            onChange={(value) => setChosen({ time: begin + (value / PARTS) * (end - begin) })}
          />
        </div>
        <div className={classes['moment']}>
          {since(time)} · {momentText(time, 'time', formats)}
          {outage.end === undefined && time >= end - LIVE ? ` · ${t('replay.stillLasting')}` : null}
        </div>
        {values.length === 0 ? null : (
          <dl className={classes['inputs']} aria-label={t('replay.measured')}>
            {values.map(({ name, value, ago }) => (
              <div key={name} title={name}>
                <dt>{label(name, formats.locale)}</dt>
                <dd>
                  {value}
                  {ago === undefined ? null : (
                    <span className={classes['old']}>
                      {t('replay.ago', { time: shortDuration(ago, formats, false) })}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {isCoarse(resolution) && values.length > 0 ? (
          <p className={classes['note']}>{t('replay.coarse', { time: shortDuration(resolution, formats) })}</p>
        ) : null}
      </Panel>
      <div className={classes['column']}>
        <Panel title={t('replay.all')}>
          <ol className={classes['list']}>
            {events.map((each, place) => (
              <li key={each.id}>
                <button
                  type="button"
                  className={`${classes['entry'] ?? ''} tone-${each.severity}`}
                  data-ahead={each.time > time}
                  {...(place === index ? { 'aria-current': 'step' } : {})}
                  onClick={() => go(place)}
                >
                  <b className={classes['number']} data-current={place === index} aria-hidden>
                    {place + 1}
                  </b>
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
        <Panel title={t('replay.last')}>
          <Known event={event} since={since(event.time)} />
        </Panel>
      </div>
    </div>
  );
}

/** What happened last at that moment, from what, and why. */
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
