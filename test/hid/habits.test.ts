/** What is not asked each time, and that nothing is lost by it. */
import { describe, expect, it } from 'vitest';
import { driver } from '../../drivers/hid/index.ts';
import type { HidRequest, Identity } from '../../drivers/driver.ts';
import type { Memory } from '../../drivers/hid/memory.ts';
import { runTalk } from '../../drivers/kit/talk.ts';
import { bytes, factsOf, identified, Shelf } from './devices.ts';

/**
 * PowerSummary: status (feature and input 7: ACPresent, BelowRemainingCapacityLimit), charge (feature and input 12),
 * limit (17, a setting), voltage (18), overload and replacement (feature 22 alone).
 */
const DEVICE = bytes(`05 84 09 04 a1 01 09 24 a1 00
  85 07 09 02 a1 02 05 85 15 00 25 01 75 08 95 01 09 d0 81 02 09 d0 b1 03 09 42 81 02 09 42 b1 03 c0
  05 85 85 0c 15 00 25 64 09 66 81 02 09 66 b1 03
  85 11 09 29 b1 02
  05 84 85 12 26 ff 00 09 30 b1 03
  85 16 09 02 a1 02 15 00 25 01 09 65 b1 03 05 85 09 4b b1 03 c0 c0 c0`);
const HEALTHY = {
  'feature 7': '01 00',
  'feature 12': '64',
  'feature 17': '0a',
  'feature 18': '0d',
  'feature 22': '00 00',
};

class Bench {
  readonly shelf = new Shelf(HEALTHY);
  readonly identity: Identity<Memory> = identified(factsOf(DEVICE), this.shelf.answer);

  hear(report: number, hex: string): void {
    driver.overheard?.({ report, data: bytes(hex) }, this.identity, {});
  }

  /** The numbers of the reports that a poll asks for, and what it makes of them. */
  poll(depth: 'quick' | 'full', answer = this.shelf.answer) {
    const { requests, result } = runTalk(driver.poll(depth, this.identity), answer);
    const asked = requests.map((each: HidRequest) => (each.op === 'get' ? each.report : -1)).toSorted((a, b) => a - b);
    return { asked, vars: result?.vars ?? null };
  }
}

/** What many quick polls ask for in all, by report. */
function counted(bench: Bench, polls: number): Readonly<Record<number, number>> {
  const times: Record<number, number> = {};
  for (let poll = 0; poll < polls; poll += 1) {
    for (const report of bench.poll('quick').asked) times[report] = (times[report] ?? 0) + 1;
  }
  return times;
}

describe('a device that tells nothing unasked', () => {
  it('is asked for its status and its charge each time', () => {
    expect(counted(new Bench(), 12)).toEqual({ 7: 12, 12: 12, 22: 12 });
  });
});

describe('a device that tells of itself', () => {
  it('is asked for one thing each time: a sign of life; the status every other time', () => {
    const bench = new Bench();
    bench.hear(7, '01 00');
    bench.hear(12, '64');
    expect(counted(bench, 12)).toEqual({ 7: 6, 12: 3, 22: 3 });
    expect(bench.poll('quick').asked.length).toBe(1);
  });

  it('is believed, also in what was not asked', () => {
    const bench = new Bench();
    bench.hear(7, '00 00');
    bench.hear(12, '32');
    for (let poll = 0; poll < 4; poll += 1) {
      bench.shelf.reports.set('feature 7', bytes('00 00'));
      bench.shelf.reports.set('feature 12', bytes('32'));
      expect(bench.poll('quick').vars).toMatchObject({ 'ups.status': 'OB', 'battery.charge': 50 });
    }
  });

  it('is believed in what it tells while it is being asked for something else', () => {
    const bench = new Bench();
    bench.hear(7, '01 00');
    bench.hear(12, '64');
    // It is the status that is asked for.
    const { asked, vars } = bench.poll('quick', (request) => {
      bench.hear(12, '5a');
      return bench.shelf.answer(request);
    });
    expect([asked, vars?.['battery.charge']]).toEqual([[7], 90]);
  });

  it('and stops doing so is found out, and asked each time until it tells again', () => {
    const bench = new Bench();
    bench.hear(7, '01 00');
    bench.hear(12, '64');
    // An outage, and not a word.
    bench.shelf.reports.set('feature 7', bytes('00 00'));
    const seen = [bench.poll('quick'), bench.poll('quick')];
    expect(seen.map(({ vars }) => vars?.['ups.status'])).toContain('OB');
    for (let poll = 0; poll < 6; poll += 1) {
      const { asked, vars } = bench.poll('quick');
      expect(asked).toContain(7);
      expect(vars?.['ups.status']).toBe('OB');
    }
    bench.hear(7, '00 00');
    expect(counted(bench, 12)[7]).toBe(6);
  });

  it('and does not answer any more gives no reading out of what it once told', () => {
    const bench = new Bench();
    bench.hear(7, '01 00');
    bench.hear(12, '64');
    expect(bench.poll('quick', () => ({ ok: false, fault: 'timeout' })).vars).toBeNull();
  });
});

describe('settings', () => {
  it('are read in one of ten full polls, and there in all', () => {
    const bench = new Bench();
    const polls = Array.from({ length: 20 }, () => bench.poll('full'));
    expect(polls.filter(({ asked }) => asked.includes(17)).length).toBe(2);
    for (const { asked, vars } of polls) {
      expect(vars).toMatchObject({ 'battery.charge.low': 10 });
      // What is measured is asked for each time.
      expect(asked).toContain(18);
    }
  });

  it('are read after they were written', () => {
    const bench = new Bench();
    const setting = driver.abilities(bench.identity).settings['battery.charge.low'];
    if (setting === undefined) throw new Error('battery.charge.low is not offered.');
    bench.poll('full');
    expect(runTalk(setting.write('30'), bench.shelf.answer).result).toEqual({ result: 'accepted' });
    // Whatever the device made of it.
    bench.shelf.reports.set('feature 17', bytes('19'));
    const { asked, vars } = bench.poll('full');
    expect(asked).toContain(17);
    expect(vars).toMatchObject({ 'battery.charge.low': 25 });
  });
});
