/** From events to messages: what joins, what is too short, what waits for the morning. */
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Batch,
  type Gathering,
  isQuiet,
  NOTHING,
  ripe,
  take,
  type Told,
  wants,
} from '../../../src-main/engine/notify/gather.ts';
import { briefText, worded } from '../../../src-main/engine/notify/message.ts';
import type { EventKind, Severity } from '../../../src-shared/contract/index.ts';
import { type Channel, channelSchema, NOTICE_GROUPS } from '../../../src-shared/settings/notifications.ts';

const NIGHT = { enabled: true, from: '22:00', to: '07:00' };
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

function channel(change: object = {}): Channel {
  return channelSchema.parse({ id: 'a', kind: 'ntfy', topic: 'ups', ...change });
}

let number = 0;
function told(kind: EventKind, time: number, severity: Severity = 'warning', device = 'ups'): Told {
  number += 1;
  return { id: number, time, kind, severity, text: `${kind} of ${device}`, device, name: 'Office UPS' };
}

/** Runs events through one channel, second by second, and tells what became messages and when. */
function run(
  events: readonly Told[],
  to: Channel,
  from: number,
  until: number,
  confirmSeconds = 5,
): { readonly at: number; readonly batch: Batch }[] {
  let gathering: Gathering = NOTHING;
  const made: { at: number; batch: Batch }[] = [];
  for (let now = from; now <= until; now += 1000) {
    for (const event of events.filter(({ time }) => time > now - 1000 && time <= now)) {
      if (wants(to, { ...event, data: {} })) gathering = take(gathering, event, to, { now, confirmSeconds }, briefText);
    }
    const step = ripe(gathering, to, now);
    gathering = step.gathering;
    if (step.batch !== undefined) made.push({ at: now, batch: step.batch });
  }
  return made;
}

const kinds = (made: readonly { batch: Batch }[]): string[][] =>
  made.map(({ batch }) => batch.events.map(({ kind }) => kind));
const NOON = new Date(2026, 4, 5, 12).getTime();
const after = (seconds: number): number => NOON + seconds * 1000;

describe('a flicker', () => {
  it('is one message that says how long mains was away, when it ends within the confirmation delay', () => {
    const made = run(
      [told('mains-lost', after(0)), told('mains-returned', after(3), 'info')],
      channel(),
      NOON,
      after(60),
    );
    expect(kinds(made)).toEqual([['mains-returned']]);
    expect(made[0]?.batch.events[0]?.text).toBe('Mains was away from Office UPS for 3\u00a0seconds and is back.');
    expect(made[0]?.batch.events[0]?.severity).toBe('info');
  });

  it('is two messages when it lasts', () => {
    const made = run(
      [told('mains-lost', after(0)), told('mains-returned', after(40), 'info')],
      channel(),
      NOON,
      after(90),
    );
    expect(kinds(made)).toEqual([['mains-lost'], ['mains-returned']]);
    expect(made[0]?.at).toBe(after(5));
  });

  it('of one UPS leaves the other alone', () => {
    const events = [
      told('mains-lost', after(0)),
      told('mains-lost', after(1), 'warning', 'rack'),
      told('mains-returned', after(3), 'info'),
    ];
    const batch = run(events, channel(), NOON, after(60))[0]?.batch;
    expect(batch?.events.map(({ kind, device }) => `${kind} ${device}`)).toEqual([
      'mains-returned ups',
      'mains-lost rack',
    ]);
  });

  it('of the contact is forgiven for half a minute', () => {
    const made = run(
      [told('link-lost', after(0)), told('link-restored', after(20), 'info')],
      channel(),
      NOON,
      after(90),
    );
    expect(kinds(made)).toEqual([['link-restored']]);
    expect(made[0]?.batch.events[0]?.text).toMatch(/no contact with Office UPS for 20\u00a0seconds/u);
  });
});

describe('what happens in a short time', () => {
  it('is told together, in order, with what was still kept back', () => {
    const events = [
      told('mains-lost', after(0)),
      told('low-battery', after(2), 'critical'),
      told('countdown-started', after(2.5), 'critical'),
    ];
    const made = run(events, channel(), NOON, after(60));
    expect(kinds(made)).toEqual([['mains-lost', 'low-battery', 'countdown-started']]);
    expect(made[0]?.at).toBe(after(3));
    const words = worded(made[0]?.batch ?? { events: [], afterQuiet: false }, after(3));
    expect(words).toMatchObject({ severity: 'critical', title: 'Countdown started: Office UPS, and 2 more' });
    expect(words.text.split('\n')).toHaveLength(3);
  });

  it('leaves a pause between messages that are not critical, and none before one that is', () => {
    const events = [told('bypass', after(0)), told('alarm', after(4)), told('overload', after(30), 'critical')];
    const made = run(events, channel(), NOON, after(60));
    expect(made.map(({ at }) => (at - NOON) / 1000)).toEqual([2, 17, 31]);
    const desktop = channelSchema.parse({ id: 'd', kind: 'desktop' });
    expect(run(events, desktop, NOON, after(60)).map(({ at }) => (at - NOON) / 1000)).toEqual([2, 6, 31]);
  });

  it('is said once, when protection warns of the same contact', () => {
    const lost = (): Told[] => [told('link-lost', after(0)), told('trigger-warning', after(0.5))];
    expect(kinds(run(lost(), channel(), NOON, after(60)))).toEqual([['link-lost']]);
    expect(kinds(run(lost(), channel({ groups: ['shutdown'] }), NOON, after(60)))).toEqual([['trigger-warning']]);
  });

  it('goes out at once when the computer goes down', () => {
    const made = run([told('shutdown-committed', after(1), 'critical')], channel(), NOON, after(5));
    expect(made[0]?.at).toBe(after(1));
  });
});

const happening = (kind: EventKind, severity: Severity): Parameters<typeof wants>[1] => ({ kind, severity, data: {} });

describe('what a channel is told', () => {
  it('is of its groups, and as grave as it asks for; the end of something counts as what it ends', () => {
    const picky = channel({ minimum: 'critical', groups: ['lowBattery', 'mains', 'threshold'] });
    expect(wants(picky, happening('low-battery', 'critical'))).toBe(true);
    expect(wants(picky, happening('low-battery-cleared', 'info'))).toBe(true);
    expect(wants(picky, happening('mains-lost', 'warning'))).toBe(false);
    expect(wants(picky, happening('mains-returned', 'info'))).toBe(false);
    expect(wants(picky, happening('overload', 'critical'))).toBe(false);
    expect(wants(picky, { kind: 'threshold-cleared', severity: 'info', data: { was: 'warning' } })).toBe(false);
    expect(wants(channel({ enabled: false }), happening('low-battery', 'critical'))).toBe(false);
    const all = channel({ groups: [...NOTICE_GROUPS] });
    expect(wants(all, happening('command', 'info'))).toBe(false);
  });
});

const at = (hour: number, minute = 0, day = 5): number => new Date(2026, 4, day, hour, minute).getTime();

describe('quiet hours', () => {
  it('run over midnight, by the clock of this place', () => {
    const quiet = [21.99, 22, 23.5, 0, 6.98, 7, 12].map((hour) =>
      isQuiet(NIGHT, at(Math.floor(hour), Math.round((hour % 1) * 60))),
    );
    expect(quiet).toEqual([false, true, true, true, true, false, false]);
    expect(isQuiet({ enabled: true, from: '12:00', to: '13:00' }, at(12, 30))).toBe(true);
    expect(isQuiet({ enabled: true, from: '12:00', to: '12:00' }, at(12))).toBe(false);
    expect(isQuiet({ ...NIGHT, enabled: false }, at(23))).toBe(false);
  });

  it('let only what is critical pass, and tell the rest in one message when they end', () => {
    const night = at(23);
    const events = [
      told('mains-lost', night),
      told('low-battery', night + 60_000, 'critical'),
      told('mains-returned', night + 120_000, 'info'),
      told('link-lost', night + 180_000),
    ];
    const made = run(events, channel({ quiet: NIGHT }), night, at(7, 1, 6));
    expect(kinds(made)).toEqual([['low-battery'], ['mains-lost', 'mains-returned', 'link-lost']]);
    expect(made[1]?.at).toBe(at(7, 0, 6));
    const words = worded(made[1]?.batch ?? { events: [], afterQuiet: false }, at(7, 0, 6));
    expect(words.text).toMatch(/^During the quiet hours 3 things happened:/u);
    // They happened on another day than the one on which they are told.
    expect(words.text).toMatch(/5\/5\/26/u);
  });

  it.each([
    ['the hour that is missing in spring', new Date('2026-03-28T22:30:00Z'), '2026-03-29T05:00:00.000Z'],
    ['the hour that comes twice in autumn', new Date('2026-10-24T21:30:00Z'), '2026-10-25T06:00:00.000Z'],
  ])('end at the time on the wall, through %s', (_name, begin, end) => {
    process.env['TZ'] = 'Europe/Berlin';
    const made = run(
      [told('mains-lost', begin.getTime())],
      channel({ quiet: NIGHT }),
      begin.getTime(),
      begin.getTime() + 12 * 3_600_000,
    );
    expect(made.map((one) => new Date(one.at).toISOString())).toEqual([end]);
  });
});

describe('whatever happens', () => {
  const KINDS = [
    'mains-lost',
    'mains-returned',
    'low-battery',
    'link-lost',
    'link-restored',
    'alarm',
    'overload',
  ] as const;
  const story = array(
    record({
      seconds: integer({ min: 0, max: 7200 }),
      kind: constantFrom(...KINDS),
      device: constantFrom('a', 'b'),
    }),
    { maxLength: 25 },
  );

  it('every event is in exactly one message, or in the one that says it was short', () => {
    assert(
      property(story, boolean(), (events, quiet) => {
        const begin = new Date(2026, 4, 5, 6).getTime();
        const given = events
          .toSorted((a, b) => a.seconds - b.seconds)
          .map(({ seconds, kind, device }) =>
            told(
              kind,
              begin + seconds * 1000,
              kind === 'low-battery' || kind === 'overload' ? 'critical' : 'warning',
              device,
            ),
          );
        const made = run(given, channel(quiet ? { quiet: NIGHT } : {}), begin, begin + 9000_000);
        const out = made.flatMap(({ batch }) => batch.events);
        expect(new Set(out.map(({ id }) => id)).size).toBe(out.length);
        const brief = out.filter(({ text }) => !/ of [ab]$/u.test(text)).length;
        expect(out.length + brief).toBe(given.length);
        for (const event of given.filter(({ severity }) => severity === 'critical')) {
          const message = made.find(({ batch }) => batch.events.some(({ id }) => id === event.id));
          expect((message?.at ?? Infinity) - event.time).toBeLessThanOrEqual(2000);
        }
      }),
      { numRuns: 40 },
    );
  });
});
