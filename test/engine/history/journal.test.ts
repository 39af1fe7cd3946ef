import { describe, expect, it } from 'vitest';
import type { HistoryStore, NewEvent } from '../../../src-main/engine/base/parts.ts';
import type { CallInput, Outage } from '../../../src-shared/contract/index.ts';
import { HOUR, MINUTE, NOON, poll, SECOND, usePlace } from './place.ts';

const place = usePlace();

function happen(store: HistoryStore, change: Partial<NewEvent> = {}): number {
  return store.event({ time: NOON, kind: 'command', severity: 'info', text: 'It happened.', data: {}, ...change }).id;
}

function ids(store: HistoryStore, filter: Partial<CallInput<'events.query'>> = {}): number[] {
  return store.events({ limit: 200, ...filter }).events.map(({ id }) => id);
}

function list(store: HistoryStore): Outage[] {
  return store.outages({ limit: 10 }).outages;
}

describe('events', () => {
  it('come back as they went in, numbered upwards, also after a restart', async () => {
    const store = place.open();
    const event: NewEvent = {
      time: NOON,
      device: 'a',
      kind: 'mains-lost',
      severity: 'critical',
      text: 'Mains "failed", it says: =1+1',
      data: { charge: 99.5, status: 'OB', practice: true },
    };
    const kept = store.event(event);
    expect(kept).toEqual({ ...event, id: 1, acknowledged: false });
    await store.close();
    const again = place.open();
    expect(again.events({ limit: 10 })).toEqual({ events: [kept], more: false });
    expect(happen(again)).toBe(2);
  });

  it('are filtered by device, kind, severity and time', () => {
    const store = place.open();
    happen(store, { device: 'a', kind: 'mains-lost', severity: 'critical' });
    happen(store, { device: 'b', time: NOON + MINUTE });
    happen(store, { severity: 'warning', time: NOON + HOUR });
    expect(ids(store)).toEqual([3, 2, 1]);
    expect(ids(store, { device: 'a' })).toEqual([1]);
    expect(ids(store, { kinds: ['command'] })).toEqual([3, 2]);
    expect(ids(store, { severities: ['critical', 'warning'] })).toEqual([3, 1]);
    expect(ids(store, { from: NOON + 1, to: NOON + MINUTE })).toEqual([2]);
    expect(ids(store, { kinds: [], severities: [] })).toEqual([3, 2, 1]);
  });

  it('are paged from the newest back', () => {
    const store = place.open();
    for (let count = 0; count < 5; count++) happen(store);
    const first = store.events({ limit: 2 });
    expect([first.events.map(({ id }) => id), first.more]).toEqual([[5, 4], true]);
    const last = store.events({ limit: 3, before: 4 });
    expect([last.events.map(({ id }) => id), last.more]).toEqual([[3, 2, 1], false]);
  });

  it('can be acknowledged', () => {
    const store = place.open();
    for (let count = 0; count < 3; count++) happen(store);
    store.acknowledge([1, 3, 99]);
    expect(store.events({ limit: 9 }).events.map(({ acknowledged }) => acknowledged)).toEqual([true, false, true]);
  });

  it('become CSV that a spreadsheet takes as text, whole whatever the page', () => {
    const store = place.open();
    happen(store, { text: '=HYPERLINK("http://x")', device: 'a', data: { reason: 'one, two', charge: 5 } });
    happen(store, { text: '@SUM(1)' });
    happen(store, { text: '-1+1\nnext' });
    // Whoever looks at the file in a terminal sees it, and no more.
    happen(store, { text: 'A\u001b]0;x\u0007\u009b\u202e' });
    const { name, text } = store.eventsCsv({ limit: 1 });
    expect(name).toBe('mainstay-events-2026-03-01.csv');
    expect(text).toBe(
      [
        'time,device,kind,severity,text,acknowledged,data',
        String.raw`2026-03-01T12:00:00.000Z,,command,info,A\x1b]0;x\x07\x9b\u202e,no,`,
        '2026-03-01T12:00:00.000Z,,command,info,"\'-1+1\nnext",no,',
        "2026-03-01T12:00:00.000Z,,command,info,'@SUM(1),no,",
        '2026-03-01T12:00:00.000Z,a,command,info,"\'=HYPERLINK(""http://x"")",no,"reason=one, two; charge=5"',
        '',
      ].join('\r\n'),
    );
  });
});

describe('outages', () => {
  it('have a beginning, a lowest charge, an end and an outcome', () => {
    const store = place.open();
    store.beginOutage('a', NOON);
    store.beginOutage('a', NOON + SECOND);
    for (const charge of [90, 40, 60]) store.updateOutage('a', { lowestCharge: charge });
    expect(list(store)).toEqual([{ id: 1, device: 'a', begin: NOON, lowestCharge: 40, outcome: '' }]);
    store.endOutage('a', NOON + MINUTE);
    store.updateOutage('a', { outcome: 'Mains returned.', lowestCharge: 1 });
    store.endOutage('a', NOON + HOUR);
    store.beginOutage('b', NOON + HOUR);
    expect(list(store)).toEqual([
      { id: 2, device: 'b', begin: NOON + HOUR, outcome: '' },
      { id: 1, device: 'a', begin: NOON, end: NOON + MINUTE, lowestCharge: 40, outcome: 'Mains returned.' },
    ]);
    expect(store.outages({ device: 'a', limit: 10 }).outages.map(({ id }) => id)).toEqual([1]);
  });

  it('never end before they begin, whatever the clock says', () => {
    const store = place.open();
    store.beginOutage('a', NOON);
    store.endOutage('a', NOON - HOUR);
    expect(list(store)).toMatchObject([{ begin: NOON, end: NOON }]);
  });

  it('that were running when Mainstay stopped end with the last sign of life', async () => {
    const store = place.open();
    store.beginOutage('a', NOON);
    store.beginBand('a', 'on-battery', NOON);
    for (const [seconds, charge] of [
      [0, 90],
      [60, 55],
      [90, 56],
    ] as const) {
      poll(store, NOON + seconds * SECOND, charge, 'battery.charge');
    }
    await store.close();
    place.now = NOON + HOUR;
    const again = place.open();
    expect(list(again)).toMatchObject([{ id: 1, device: 'a', begin: NOON, end: NOON + 90 * SECOND, lowestCharge: 55 }]);
    expect(list(again)[0]?.outcome).toContain('Mainstay stopped during this outage');
    const range = { device: 'a', variables: ['battery.charge'], from: NOON - HOUR, to: NOON + HOUR, points: 10 };
    expect(again.query(range).bands).toEqual([{ kind: 'on-battery', from: NOON, to: NOON + 90 * SECOND }]);
  });

  it('that still last when Mainstay is back after a few minutes are one', async () => {
    const store = place.open();
    store.beginOutage('a', NOON);
    poll(store, NOON, 90, 'battery.charge');
    await store.close();
    const again = place.open();
    again.beginOutage('a', NOON + 2 * MINUTE);
    again.updateOutage('a', { lowestCharge: 95 });
    expect(list(again)).toEqual([{ id: 1, device: 'a', begin: NOON, lowestCharge: 90, outcome: '' }]);
    again.endOutage('a', NOON + 3 * MINUTE);
    expect(list(again)).toMatchObject([{ id: 1, end: NOON + 3 * MINUTE }]);
  });

  it.each([
    ['mains was seen since', MINUTE, true],
    ['it is too long ago', HOUR, false],
  ])('are two when %s', async (_why, later, mains) => {
    const store = place.open();
    store.beginOutage('a', NOON);
    await store.close();
    const again = place.open();
    if (mains) again.endOutage('a', NOON + SECOND);
    again.beginOutage('a', NOON + later);
    expect(list(again)).toMatchObject([{ id: 2, begin: NOON + later }, { id: 1 }]);
  });

  it('are told whole, in order, though the clock was set back by an hour meanwhile', () => {
    const store = place.open();
    happen(store, { time: NOON - HOUR, text: 'long before' });
    store.beginOutage('a', NOON);
    happen(store, { device: 'a', kind: 'mains-lost', text: 'lost' });
    happen(store, { device: 'a', time: NOON + MINUTE, kind: 'outage-confirmed', text: 'confirmed' });
    happen(store, { device: 'a', time: NOON - HOUR + 2 * MINUTE, kind: 'low-battery', text: 'low' });
    happen(store, { device: 'a', time: NOON - HOUR + 3 * MINUTE, kind: 'mains-returned', text: 'returned' });
    store.endOutage('a', NOON - HOUR + 3 * MINUTE);
    happen(store, { device: 'a', time: NOON - 30 * MINUTE, text: 'long after' });
    expect(store.outage(1)?.events.map(({ text }) => text)).toEqual(['lost', 'confirmed', 'low', 'returned']);
  });

  it('keep what was known to be done when Mainstay stopped', async () => {
    const store = place.open();
    store.beginOutage('a', NOON);
    store.updateOutage('a', { outcome: 'Mainstay began to shut this computer down.' });
    await store.close();
    expect(list(place.open())).toMatchObject([{ outcome: 'Mainstay began to shut this computer down.' }]);
  });
});

describe('bands', () => {
  it('are cut to the range; one that runs reaches to now', () => {
    const store = place.open();
    store.beginBand('a', 'lost', NOON);
    store.beginBand('a', 'lost', NOON + SECOND);
    store.endBand('a', 'lost', NOON + MINUTE);
    store.beginBand('a', 'test', NOON + 2 * MINUTE);
    store.beginBand('b', 'test', NOON);
    place.now = NOON + 3 * MINUTE;
    const bands = (from: number, to: number): unknown =>
      store.query({ device: 'a', variables: ['x'], from, to, points: 10 }).bands;
    expect(bands(NOON + 30 * SECOND, NOON + HOUR)).toEqual([
      { kind: 'lost', from: NOON + 30 * SECOND, to: NOON + MINUTE },
      { kind: 'test', from: NOON + 2 * MINUTE, to: NOON + 3 * MINUTE },
    ]);
    expect(bands(NOON - HOUR, NOON - MINUTE)).toEqual([]);
  });
});
