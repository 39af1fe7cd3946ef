/** Batteries and energy as an engine would tell them. Derived: a battery of two years that fades a little. */
import type { BatteryRanges, BatteryReport, Energy, Handlers } from '../../src-shared/contract/index.ts';

const DAY = 86_400_000;

/** What is known of the battery of the fixture device. */
export function fakeBattery(change: Partial<BatteryReport> = {}): BatteryReport {
  const now = Date.now();
  const discharge = (
    ago: number,
    kind: 'outage' | 'test',
    watts: number,
    minutes: number,
  ): BatteryReport['discharges'][number] => ({
    begin: now - ago,
    end: now - ago + minutes * 60_000,
    kind,
    chargeBegin: 100,
    chargeEnd: 58,
    watts,
    percent: Math.round(watts / 6),
    interval: 4,
    stretches: [{ seconds: minutes * 60, from: 100, to: 58, watts, percent: Math.round(watts / 6) }],
  });
  return {
    simulated: false,
    learned: {
      load: { value: 142, unit: 'W' },
      full: { low: 1740, likely: 2040, high: 2400 },
      now: { low: 1740, likely: 2040, high: 2400 },
      discharges: 3,
      lastAt: now - 12 * DAY,
    },
    capacity: {
      points: [
        { at: now - 500 * DAY, share: 1, low: 0.93, high: 1.07 },
        { at: now - 200 * DAY, share: 0.94, low: 0.87, high: 1.01 },
        { at: now - 12 * DAY, share: 0.9, low: 0.84, high: 0.96 },
      ],
      perYear: { low: -0.11, likely: -0.07, high: -0.03 },
    },
    replacement: { basis: 'wear', from: now + 200 * DAY, to: now + 700 * DAY },
    battery: {
      installed: '2024-03-01',
      source: 'device',
      discharges: 3,
      full: { low: 1740, likely: 2040, high: 2400 },
    },
    former: [],
    chemistry: 'PbAc',
    made: 'lead-acid',
    part: 'RBC17',
    discharges: [
      discharge(12 * DAY, 'outage', 142, 15),
      { begin: now - 20 * DAY, end: now - 20 * DAY + 8000, kind: 'test', interval: 2, stretches: [], refused: 'short' },
      discharge(200 * DAY, 'test', 118, 19),
      discharge(500 * DAY, 'outage', 180, 13),
    ],
    tests: [
      { at: now - 20 * DAY, by: 'schedule', result: 'passed', text: 'Done and passed', seconds: 9 },
      {
        at: now - 27 * DAY,
        by: 'schedule',
        result: 'missed',
        text: 'The charge was 60\u00a0%, and 90\u00a0% is the least.',
      },
    ],
    schedule: { command: 'test.battery.start.quick', next: now + 3 * DAY, running: false },
    dateWritable: true,
    ...change,
  };
}

/** How much of the runtime is left at a charge. */
function share(charge: number): number {
  return (charge / 100) ** 1.1;
}

function around(likely: number, side: number): BatteryRanges['loads'][number]['full'] {
  return { low: likely / side, likely, high: likely * side };
}

/** The ranges of the same battery, and what was measured in its discharges. */
export function fakeRanges(change: Partial<BatteryRanges> = {}): BatteryRanges {
  const now = Date.now();
  const full = { low: 1740, likely: 2040, high: 2400 };
  const part = ({ low, likely, high }: typeof full, of: number): typeof full => ({
    low: low * of,
    likely: likely * of,
    high: high * of,
  });
  const measured = (ago: number, kind: 'outage' | 'test', load: number, minutes: number, slower: number) => ({
    begin: now - ago,
    kind,
    load,
    seconds: minutes * 60,
    points: [100, 89, 78, 68, 58].map((charge) => ({
      charge,
      seconds: full.likely * (share(58) + (share(charge) - share(58)) * slower),
    })),
  });
  return {
    load: { value: 142, unit: 'W' },
    curve: Array.from({ length: 21 }, (_, index) => ({ charge: index * 5, ...part(full, share(index * 5)) })),
    measured: [
      measured(12 * DAY, 'outage', 142, 15, 0.95),
      measured(200 * DAY, 'test', 118, 19, 1.04),
      measured(500 * DAY, 'outage', 180, 13, 1.17),
    ],
    loads: [
      { load: 71, why: 'half', full: around(4300, 1.4), beyond: true },
      { load: 118, why: 'discharged', full: around(2500, 1.2), beyond: false },
      { load: 142, why: 'present', full, beyond: false },
      { load: 180, why: 'discharged', full: around(1580, 1.22), beyond: false },
      { load: 280, why: 'double', full: around(930, 1.5), beyond: true },
      { load: 600, why: 'rating', full: around(370, 1.9), beyond: true },
    ],
    narrowing: [
      { what: 'deeper', load: 142, to: 30, now: full, after: { low: 1830, likely: 2040, high: 2280 } },
      { what: 'other-load', load: 280, to: 50, now: around(930, 1.5), after: around(930, 1.2) },
    ],
    ...change,
  };
}

/** Some energy of each span. */
export function fakeEnergy(from: number, to: number, change: Partial<Energy> = {}): Energy {
  const end = Math.min(to, Date.now());
  const month = to - from > 100 * DAY;
  const spans: Energy['spans'] = [];
  for (let begin = from; begin < end; ) {
    // As the engine cuts them: at midnights of the zone, the first and the last one in the middle.
    const next = new Date(begin);
    if (month) next.setMonth(next.getMonth() + 1, 1);
    else next.setDate(next.getDate() + 1);
    next.setHours(0, 0, 0, 0);
    const hours = (Math.min(next.getTime(), end) - begin) / 3_600_000;
    const kwh = hours * (0.142 + (next.getDay() % 6 === 1 ? -0.03 : 0.004 * (next.getDate() % 5)));
    const covered = next.getDate() % 9 === 0 ? hours * 0.9 : hours;
    spans.push({ from: begin, to: next.getTime(), kwh, covered, hours, cost: kwh * 0.3, co2: kwh * 0.38 });
    begin = next.getTime();
  }
  const sum = (name: 'kwh' | 'covered' | 'hours'): number => spans.reduce((all, span) => all + span[name], 0);
  const kwh = sum('kwh');
  return {
    zone: 'Europe/Berlin',
    method: 'measured',
    total: { from, to, kwh, covered: sum('covered'), hours: sum('hours'), cost: kwh * 0.3, co2: kwh * 0.38 },
    spans,
    ...change,
  };
}

type Fake = Pick<
  Handlers['calls'],
  'battery.report' | 'battery.ranges' | 'battery.curve' | 'battery.replaced' | 'energy.query'
>;

/** The usual answers. */
export function batteryCalls(): Fake {
  return {
    'battery.report': () => fakeBattery(),
    'battery.ranges': () => fakeRanges(),
    'battery.curve': () => ({ discharges: 0, points: [] }),
    'battery.replaced': () => ({
      result: 'confirmed',
      message: 'The new battery is on record, and the UPS has taken the date.',
    }),
    'energy.query': ({ from, to }) => fakeEnergy(from, to),
  };
}
