import { describe, expect, it } from 'vitest';
import { dischargeOf, type Sampled, START_SECONDS } from '../../../src-main/engine/battery/discharge.ts';
import { NOW, sampledOf } from './discharges.ts';

const whole = sampledOf({ at: NOW, load: 150, to: 40, interval: 4 });
const refused = (change: Partial<Sampled>): string | undefined => dischargeOf({ ...whole, ...change }).refused;

const bent = (bend: (charge: number, index: number) => number): Sampled['charge'] =>
  whole.charge.map(([time, , charge], index) => [time, 0, bend(charge, index), 0]);

describe('a time on battery', () => {
  it('becomes stretches between changes of the charge, with the load of each', () => {
    const discharge = dischargeOf(whole);
    expect(discharge.refused).toBeUndefined();
    expect(discharge).toMatchObject({ chargeBegin: 100, chargeEnd: 40, interval: 4, watts: 150, percent: 29 });
    expect(discharge.stretches[0]?.from).toBe(100);
    expect(discharge.stretches.at(-1)?.to).toBe(40);
    const seconds = discharge.stretches.reduce((sum, stretch) => sum + stretch.seconds, 0);
    // The last percent is rounded, too.
    expect(Math.abs(seconds - (whole.end - whole.begin) / 1000)).toBeLessThan(15);
    for (const [index, { from }] of discharge.stretches.slice(1).entries()) {
      expect(from).toBe(discharge.stretches[index]?.to);
    }
  });

  it('cuts where the first minutes end, and says of each part how much of it lies in them', () => {
    const { stretches } = dischargeOf(whole);
    let elapsed = 0;
    for (const { seconds, early } of stretches) {
      // A reading every four seconds, in whole percents.
      expect(early).toBeCloseTo(Math.min(1, Math.max(0, (START_SECONDS - elapsed) / seconds)), 1);
      elapsed += seconds;
    }
    expect(stretches.filter(({ early = 0 }) => early > 0.1 && early < 0.9)).toEqual([]);
    expect(stretches[0]?.early).toBe(1);
    expect(stretches.at(-1)?.early).toBe(0);
  });

  it('weighs the load by time', () => {
    const later = whole.begin + (whole.end - whole.begin) / 4;
    const watts: Sampled['watts'] = [
      [whole.begin, 100, 100, 100],
      [later, 300, 300, 300],
    ];
    expect(dischargeOf({ ...whole, watts }).watts).toBeCloseTo(250, 0);
  });

  it('ends where the charge fell last, not where it was read last', () => {
    const still = Array.from({ length: 10 }, (_, index): [number, number, number, number] => {
      return [whole.end + (index + 1) * 4000, 40, 40, 40];
    });
    const longer = dischargeOf({ ...whole, charge: [...whole.charge, ...still], end: whole.end + 40_000 });
    expect(longer.stretches.at(-1)?.seconds).toBe(dischargeOf(whole).stretches.at(-1)?.seconds);
  });

  it.each<[string, Partial<Sampled>]>([
    ['short', { end: whole.begin + 20_000 }],
    ['short', { charge: whole.charge.filter(([, , charge]) => charge > 96) }],
    ['no-charge', { charge: [] }],
    ['no-load', { watts: [], percent: [] }],
    ['lost-contact', { lost: [{ from: whole.begin + 60_000, to: whole.begin + 90_000 }] }],
    ['gap', { charge: whole.charge.filter(([time]) => Math.abs(time - whole.begin - 300_000) > 100_000) }],
    ['gap', { charge: whole.charge.filter(([time]) => time > whole.begin + 200_000) }],
  ])('teaches nothing when it is %s', (why, change) => {
    expect(refused(change)).toBe(why);
    expect(dischargeOf({ ...whole, ...change }).stretches).toEqual([]);
  });

  it('with a leap of the charge, up or down, is learned from after the last leap', () => {
    const down = dischargeOf({ ...whole, charge: bent((charge, index) => (index > 50 ? charge - 25 : charge)) });
    const [before = 0, after = 0] = [whole.charge[50]?.[2], whole.charge[51]?.[2]];
    expect(down.refused).toBeUndefined();
    expect(down.leap).toEqual({ from: before, to: after - 25 });
    expect(down.stretches[0]?.from).toBe(after - 25);
    expect(down.chargeBegin).toBe(100);
    const up = dischargeOf({ ...whole, charge: bent((charge, index) => (index > 50 ? charge + 5 : charge)) });
    expect(up).toMatchObject({ stretches: { 0: { from: after + 5 } } });
    expect(up.leap).toBeUndefined();
    const twice = bent((charge, index) => charge - (index > 50 ? 15 : 0) - (index > 90 ? 12 : 0));
    const ninth = (whole.charge[91]?.[2] ?? 0) - 27;
    expect(dischargeOf({ ...whole, charge: twice }).leap).toEqual({ from: before, to: ninth });
  });

  it('teaches nothing when too little comes after a leap, or the charge stands still', () => {
    const near = whole.charge.findIndex(([, , charge]) => charge <= 43);
    const late = { charge: bent((charge, index) => (index > near ? charge - 25 : charge)) };
    expect(refused(late)).toBe('jump');
    expect(dischargeOf({ ...whole, ...late }).leap).toBeUndefined();
    expect(refused({ charge: bent(() => 100) })).toBe('stuck');
    // Rounding may go up by one and come down again.
    expect(refused({ charge: bent((charge, index) => charge + (index % 9 === 0 ? 1 : 0)) })).toBeUndefined();
  });

  it('that ends in lost contact is learned from as far as it came, and is a possible end of the battery', () => {
    const from = whole.begin + 600_000;
    const to = whole.end;
    const discharge = dischargeOf({ ...whole, lost: [{ from, to }] });
    expect(discharge.refused).toBeUndefined();
    expect(discharge.end).toBe(from);
    expect(discharge.diedAt).toBe(discharge.chargeEnd);
    expect(discharge.diedAt).toBe(whole.charge.findLast(([time]) => time <= from + 1000)?.[2]);
    // A moment without contact right when mains returned is none, nor is one after which the battery still carried.
    expect(dischargeOf({ ...whole, lost: [{ from: to - 29_000, to }] }).diedAt).toBeUndefined();
    expect(dischargeOf({ ...whole, lost: [{ from: to - 30_000, to }] }).diedAt).toBeDefined();
    expect(dischargeOf({ ...whole, lost: [{ from, to: to - 16_000 }] })).toMatchObject({ refused: 'lost-contact' });
    // A charge that is guessed says nothing of where it ended.
    expect(dischargeOf({ ...whole, guessed: true, lost: [{ from, to }] }).diedAt).toBeUndefined();
  });

  it('does not mind contact that was lost before or after it', () => {
    const lost = [
      { from: whole.begin - 9000, to: whole.begin - 1000 },
      { from: whole.end + 1000, to: whole.end + 5000 },
    ];
    expect(refused({ lost })).toBeUndefined();
  });
});
