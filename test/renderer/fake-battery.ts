/** Batteries and energy as an engine would tell them. Derived: a battery of two years that fades a little. */
import type { BatteryRanges, BatteryReport, Energy, Handlers } from '../../src-shared/contract/index.ts';

const DAY = 86_400_000;

/** What is known of the battery of the fixture device. */
export function fakeBattery(change: Partial<BatteryReport> = {}): BatteryReport {
  const now = Date.now();
  const discharge = (ago: number): BatteryReport['discharges'][number] => ({
    begin: now - ago,
    end: now - ago + 900_000,
    kind: 'outage',
    chargeBegin: 100,
    chargeEnd: 58,
    watts: 142,
    percent: 23,
    interval: 4,
    stretches: [{ seconds: 900, from: 100, to: 58, watts: 142, percent: 23 }],
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
    part: 'RBC17',
    discharges: [
      discharge(12 * DAY),
      { begin: now - 20 * DAY, end: now - 20 * DAY + 8000, kind: 'test', interval: 2, stretches: [], refused: 'short' },
      discharge(200 * DAY),
      discharge(500 * DAY),
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

/** The ranges of the same battery: of 142 W from full, and what was measured in its three discharges and a test. */
export function fakeRanges(change: Partial<BatteryRanges> = {}): BatteryRanges {
  const now = Date.now();
  const full = 2040;
  const left = (charge: number): number => full * (charge / 100) ** 1.1;
  const range = (likely: number, side: number): { low: number; likely: number; high: number } => ({
    low: likely / side,
    likely,
    high: likely * side,
  });
  const measured = (ago: number, share: number, kind: 'outage' | 'test', to: number, load = 142) => ({
    begin: now - ago,
    kind,
    load,
    seconds: (left(100) - left(to)) * share * (142 / load),
    points: [100, 90, 80, 70, 60, 50, 40]
      .filter((charge) => charge >= to)
      .map((charge) => ({ charge, seconds: left(to) + (left(charge) - left(to)) * share })),
  });
  return {
    load: { value: 142, unit: 'W' },
    curve: Array.from({ length: 21 }, (_, index) => ({ charge: index * 5, ...range(left(index * 5), 1.17) })),
    measured: [
      measured(12 * DAY, 0.97, 'outage', 60),
      measured(40 * DAY, 1.03, 'test', 80, 118),
      measured(200 * DAY, 1.04, 'outage', 40),
      measured(500 * DAY, 1.12, 'outage', 60, 180),
    ],
    loads: [
      { load: 71, why: 'half', full: range(4300, 1.4), beyond: true },
      { load: 118, why: 'discharged', full: range(2500, 1.2), beyond: false },
      { load: 142, why: 'present', full: range(full, 1.17), beyond: false },
      { load: 180, why: 'discharged', full: range(1580, 1.22), beyond: false },
      { load: 280, why: 'double', full: range(930, 1.5), beyond: true },
      { load: 600, why: 'rating', full: range(370, 1.9), beyond: true },
    ],
    narrowing: [
      { what: 'deeper', load: 142, to: 30, now: range(full, 1.17), then: range(full, 1.12) },
      { what: 'other-load', load: 280, to: 50, now: range(930, 1.5), then: range(930, 1.2) },
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
