/** A UPS that tells no charge: its time on battery is counted from full to low. */
import { beforeEach, describe, expect, it } from 'vitest';
import { BEGIN, Bench, DAY, HOUR, MINUTE } from './bench.ts';

let bench: Bench;

/** On mains or on battery at a load, with a voltage and a load every half minute, and every five over hours. */
function carry(from: number, to: number, watts: number): void {
  const step = to - from > HOUR ? 5 * MINUTE : MINUTE / 2;
  for (let at = from; at <= to; at += step) {
    bench.now = at;
    const values = [
      ['battery.voltage', 27],
      ['ups.realpower', watts],
      ['ups.load', watts / 5],
    ] as const;
    bench.history.sample('office', at, new Map(values));
  }
}

/** Mains goes for some minutes; `low`: after so many of them the UPS says that its battery is low. */
async function outage(at: number, minutes: number, watts: number, low?: number): Promise<void> {
  const end = at + minutes * MINUTE;
  bench.history.beginBand('office', 'on-battery', at);
  carry(at, end, watts);
  if (low !== undefined) {
    const time = at + low * MINUTE;
    bench.history.event({ time, device: 'office', kind: 'low-battery', severity: 'critical', text: '', data: {} });
  }
  bench.history.endBand('office', 'on-battery', end);
  bench.batteries.heard({ time: end, device: 'office', kind: 'mains-returned', severity: 'info', text: '', data: {} });
  await bench.look(end + 2 * MINUTE);
}

/** The first look, and hours on mains before the time that counts. */
async function watched(at: number, watts = 150): Promise<void> {
  bench.values({ 'battery.charge': undefined, 'battery.voltage': 27, 'ups.realpower': watts });
  await bench.look(at - 5 * HOUR);
  await bench.look(at - 5 * HOUR + 2 * MINUTE);
  carry(at - 5 * HOUR + 3 * MINUTE, at, watts);
}

const learned = () => bench.batteries.report('office').learned;
const careful = (watts: number, status: 'OL' | 'OB') => {
  bench.values({ 'ups.realpower': watts, 'ups.status': status });
  return bench.batteries.careful(bench.device);
};

beforeEach(() => {
  bench = new Bench();
});

describe('a UPS that tells no charge', () => {
  it('teaches its time from full to low battery, and nothing when it never got there', async () => {
    await watched(BEGIN);
    await outage(BEGIN, 12, 150);
    expect(learned()).toBeUndefined();
    expect(bench.batteries.report('office').discharges).toMatchObject([{ refused: 'no-charge' }]);
    carry(BEGIN + 15 * MINUTE, BEGIN + 2 * DAY, 150);
    await outage(BEGIN + 2 * DAY, 22, 150, 20);
    const { full, discharges } = learned() ?? {};
    expect(discharges).toBe(1);
    expect(full?.low).toBeLessThan(20 * 60);
    expect(full?.high).toBeGreaterThan(20 * 60);
    expect((full?.likely ?? 0) / 1200).toBeCloseTo(1, 1);
    expect(bench.batteries.report('office').discharges[0]).toMatchObject({ timed: 'low-battery' });
  });

  it('teaches nothing when the battery had carried a few hours before, or nobody had watched it', async () => {
    await watched(BEGIN);
    await outage(BEGIN, 12, 150);
    carry(BEGIN + 15 * MINUTE, BEGIN + 6 * HOUR, 150);
    await outage(BEGIN + 6 * HOUR, 15, 150, 14);
    await outage(BEGIN + 3 * DAY, 15, 150, 14);
    expect(learned()).toBeUndefined();
  });

  it('is counted on from full, and less the longer it carries and the more', async () => {
    await watched(BEGIN);
    await outage(BEGIN, 22, 150, 20);
    carry(BEGIN + 25 * MINUTE, BEGIN + 2 * DAY, 150);
    bench.now = BEGIN + 2 * DAY;
    const { full } = learned() ?? {};
    expect(careful(150, 'OL')).toEqual({ low: (full?.low ?? 0) - 10, high: full?.high, diedEarly: false });

    const begin = BEGIN + 2 * DAY;
    bench.history.beginBand('office', 'on-battery', begin);
    carry(begin, begin + 5 * MINUTE, 150);
    const after = careful(150, 'OB');
    expect(after?.low).toBeCloseTo((full?.low ?? 0) - 10 - 300, 0);
    expect(careful(300, 'OB')?.low).toBeLessThan((after?.low ?? 0) / 1.7);
    carry(begin + 5 * MINUTE, begin + 8 * MINUTE, 300);
    expect(careful(150, 'OB')?.low).toBeLessThan((full?.low ?? 0) - 10 - 480);
    // It outlives what was counted on: nothing is left to count on, also not by chance of a pause.
    carry(begin + 8 * MINUTE, begin + 30 * MINUTE, 150);
    expect(careful(150, 'OB')?.low).toBe(0);
  });

  it('is not counted on in an outage that it did not begin full', async () => {
    await watched(BEGIN);
    await outage(BEGIN, 22, 150, 20);
    carry(BEGIN + 25 * MINUTE, BEGIN + 6 * HOUR, 150);
    bench.now = BEGIN + 6 * HOUR;
    expect(careful(150, 'OL')).toBeUndefined();
    bench.history.beginBand('office', 'on-battery', bench.now);
    carry(bench.now, bench.now + 2 * MINUTE, 150);
    expect(careful(150, 'OB')).toBeUndefined();
  });

  it('that is out of reach until mains is back may have ended there: learned with more doubt, never for more', async () => {
    const at = async (low: boolean) => {
      bench = new Bench();
      await watched(BEGIN);
      bench.history.beginBand('office', 'on-battery', BEGIN);
      carry(BEGIN, BEGIN + 20 * MINUTE, 150);
      if (!low) bench.history.beginBand('office', 'lost', BEGIN + 20 * MINUTE);
      bench.now = BEGIN + 50 * MINUTE;
      bench.history.endBand('office', 'lost', bench.now);
      if (low) await outage(BEGIN, 50, 150, 20);
      else {
        bench.history.endBand('office', 'on-battery', bench.now);
        bench.batteries.heard({
          time: bench.now,
          device: 'office',
          kind: 'mains-returned',
          severity: 'info',
          text: '',
          data: {},
        });
        await bench.look(bench.now + 2 * MINUTE);
      }
      return learned()?.full;
    };
    const [told, lost] = [await at(true), await at(false)];
    expect(bench.batteries.report('office').discharges[0]).toMatchObject({ timed: 'lost' });
    expect(lost?.low).toBeLessThan((told?.low ?? 0) * 0.8);
    expect(lost?.high).toBeGreaterThan((told?.high ?? 0) * 1.2);
  });
});
