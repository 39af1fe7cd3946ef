/** The diary over a real history: every age is asked at the finest that is still kept, and nothing twice. */
import { describe, expect, it, vi } from 'vitest';
import { diaryHandlers } from '../../../src-main/engine/calls/diary.ts';
import type { HistoryStore } from '../../../src-main/engine/base/parts.ts';
import { DAY, HOUR, MINUTE, NOON, SECOND, usePlace } from '../history/place.ts';

const place = usePlace();
vi.setConfig({ testTimeout: 60_000 });

const handlersOf = (history: HistoryStore): ReturnType<typeof diaryHandlers> =>
  diaryHandlers({
    clock: { now: () => place.now },
    history,
    store: { device: () => undefined },
  });

/** Polls until `end`, on the last day each minute and before that as often as is needed, with two low readings for a sag. */
function watch(history: HistoryStore, end: number, sags: readonly number[]): void {
  while (place.now < end) {
    const every = end - place.now <= DAY ? MINUTE : 5 * MINUTE;
    const low = sags.some((sag) => place.now >= sag && place.now < sag + 2 * every);
    history.sample('a', place.now, new Map([['input.voltage', low ? 195 : 230]]));
    place.now += every;
  }
}

describe('a diary of forty days', () => {
  it('tells each sag once, as exactly as its age allows', async () => {
    const history = place.open();
    const end = NOON + 40 * DAY;
    const sags = [NOON + DAY + 5 * MINUTE, end - 10 * DAY, end - 2 * HOUR];
    watch(history, end, sags);
    history.event({ time: end - HOUR, device: 'b', kind: 'boost', severity: 'info', text: '', data: {} });
    history.beginOutage('a', end - 30 * MINUTE);
    const handlers = handlersOf(history);
    const range = { device: 'a', from: NOON, to: end };
    const diary = await handlers['diary.query']({ ...range, limit: 100 });
    expect(diary.entries).toEqual([
      { kind: 'battery', begin: end - 30 * MINUTE, resolution: 0, outage: 1 },
      // Two readings one after the other, known to the minute that lies between readings.
      {
        kind: 'sag',
        begin: end - 2 * HOUR,
        end: end - 2 * HOUR + MINUTE + 2 * SECOND,
        resolution: 60,
        volts: 195,
      },
      // Five minutes apart: nobody knows what was in between.
      ...[5 * MINUTE, 0].map((after) => ({
        kind: 'sag',
        begin: end - 10 * DAY + after,
        end: end - 10 * DAY + after + MINUTE,
        resolution: 60,
        volts: 195,
      })),
      { kind: 'sag', begin: NOON + DAY, end: NOON + DAY + 15 * MINUTE, resolution: 900, volts: 195 },
    ]);
    expect(diary.nominal).toEqual({ volts: 230, source: 'inferred' });
    // Nine days by the quarter of an hour, thirty in which one minute of five was read, and the last one.
    expect(Math.round(diary.recordedHours)).toBe(9 * 24 + (30 * 24) / 5 + 24);
    expect(diary.resolutions.map(({ seconds }) => seconds)).toEqual([900, 60, 2]);
    const { name, text } = await handlers['diary.csv'](range);
    expect(name).toBe('mainstay-diary-a-2026-03-01-2026-04-10.csv');
    const rows = text.trim().split('\r\n');
    expect(rows[0]).toBe('begin,end,kind,volts,known to seconds');
    expect(rows[1]).toBe('2026-03-02T12:00:00.000Z,2026-03-02T12:15:00.000Z,sag,195,900');
    expect(rows.at(-1)).toBe('2026-04-10T11:30:00.000Z,,battery,,0');
    expect((await handlers['diary.query']({ ...range, limit: 1 })).entries).toHaveLength(1);
  });

  it('of nothing says that nothing was recorded', async () => {
    const diary = await handlersOf(place.open())['diary.query']({ device: 'x', from: 0, to: NOON, limit: 10 });
    expect(diary).toMatchObject({ recordedHours: 0, entries: [], patterns: [], resolutions: [] });
  });
});
