/** The charge that a voltage tells: only where it shows, and never more than it shows. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChargeJudge, type ChargeJudgement } from '../../../../src-main/engine/devices/session/charge-judge.ts';
import { VariableBook } from '../../../../src-main/engine/devices/session/variables.ts';
import {
  chargeAtRest,
  chargeUnderLoad,
  type Chemistry,
  type PowerJudgement,
  type Value,
} from '../../../../src-shared/nut/index.ts';
import { batteryPower, dischargeCurve } from '../../../../src-shared/ups-model/battery.ts';
import { PROFILES } from '../../../../src-shared/ups-model/profiles.ts';
import { underLoad } from '../../../../src-shared/ups-model/voltage.ts';

const HOUR = 3600;
const MAINS: PowerJudgement = { source: 'mains', signs: ['statusMains'] };
const BATTERY: PowerJudgement = { source: 'battery', signs: ['statusBattery'] };

/** A UPS of so many volts that is looked at every now and then. */
class Watched {
  /** What a person told it to be made of. */
  told: Chemistry | undefined;
  readonly #judge = new ChargeJudge();
  readonly #rest: Readonly<Record<string, Value>>;
  #at = 0;

  constructor(rest: Readonly<Record<string, Value>> = { 'battery.voltage.nominal': 12, 'ups.load': 30 }) {
    this.#rest = rest;
  }

  /** Shows this voltage for so many seconds; what is told at their end. */
  shows(volts: number, seconds: number, power: PowerJudgement, more: Readonly<Record<string, Value>> = {}) {
    const known = { ...this.#rest, 'battery.voltage': volts, ...more };
    let judged: ChargeJudgement | undefined;
    for (let passed = 0; passed < seconds; passed += 30) {
      this.#at += 30_000;
      const observed = Object.entries(known).map(
        ([name, value]) => [name, { value, at: this.#at, asked: true }] as const,
      );
      const evidence = { values: new Map(observed), words: new Map() };
      const values = new Map<string, Value>(Object.entries(known));
      judged = this.#judge.look(evidence, (name) => values.get(name), power, this.told);
    }
    return judged;
  }
}

/** The charge that was told, or why none was. */
const told = (judged: ChargeJudgement | undefined): number | string | undefined =>
  judged === undefined ? undefined : 'why' in judged ? judged.why : judged.charge;

describe('a charge told from the voltage', () => {
  it('is not told while the charger works', () => {
    const ups = new Watched();
    expect(told(ups.shows(13.6, HOUR, MAINS))).toContain('the charger');
    expect(told(ups.shows(12.3, 60, MAINS)), 'nor while the voltage still moves').toContain('the charger');
  });

  it('is told at rest by the table, once the voltage stands still', () => {
    expect(told(new Watched().shows(12.23, HOUR, MAINS))).toBe(45);
    expect(told(new Watched().shows(11.55, HOUR, MAINS))).toBe(0);
  });

  it('is told under load once it was measured how far this load lets this battery sink', () => {
    const ups = new Watched();
    ups.shows(13.6, 5 * HOUR, MAINS);
    expect(told(ups.shows(12.4, 30, BATTERY))).toContain('settling');
    expect(told(ups.shows(12.05, 60, BATTERY))).toBe(89);
    expect(told(ups.shows(11.25, 600, BATTERY))).toBe(27);
    // A second outage, soon after: what was measured stands, and the battery is not taken for full.
    ups.shows(13.6, 600, MAINS);
    expect(told(ups.shows(11.53, 120, BATTERY))).toBe(47);
    // More load sinks further; that is no loss of charge.
    expect(told(ups.shows(11.2, 60, BATTERY, { 'ups.load': 60 }))).toBe(45);
  });

  it('is not told of a battery that nobody saw full, nor without a load or a rating', () => {
    expect(told(new Watched().shows(12, 600, BATTERY))).toContain('measured');
    expect(told(new Watched({ 'battery.voltage.nominal': 12 }).shows(12, 600, BATTERY))).toContain('load');
    expect(told(new Watched({}).shows(12, 600, BATTERY))).toContain('rated voltage');
    expect(told(new Watched({ 'battery.voltage.nominal': 24 }).shows(12, 600, BATTERY))).toContain('does not go with');
  });

  it.each([
    ['by its name', { 'battery.voltage.nominal': 24, 'battery.type': 'LiFePO4', 'ups.load': 20 }, 26],
    ['by its model', { 'battery.voltage.nominal': 24, 'device.part': 'SMTL1500RM3UC', 'ups.load': 20 }, 26],
    ['by its rating', { 'battery.voltage.nominal': 25.6, 'ups.load': 20 }, 26],
    ['by a flat curve', { 'battery.voltage.nominal': 12, 'ups.load': 20 }, 13.1],
  ])('is not told of lithium, known %s', (_, rest, volts) => {
    const ups = new Watched(rest);
    ups.shows(volts, 5 * HOUR, MAINS);
    expect(told(ups.shows(volts, 1500, BATTERY))).toContain('lithium');
    // Nor when it has sunk to where lead-acid is.
    expect(told(ups.shows(volts * 0.94, 300, BATTERY))).toContain('lithium');
  });

  it('is not told where a person says that it is lithium, from the next look on', () => {
    const ups = new Watched();
    expect(told(ups.shows(12.23, HOUR, MAINS))).toBe(45);
    ups.told = 'lithium';
    expect(told(ups.shows(12.23, 30, MAINS))).toContain('lithium');
    // Whatever else stands in the way: this is why.
    expect(told(ups.shows(24, 30, MAINS))).toContain('lithium');
    ups.told = undefined;
    expect(told(ups.shows(12.23, 30, MAINS))).toContain('charger');
    expect(told(ups.shows(12.23, HOUR, MAINS))).toBe(45);
  });

  it.each([
    ['its name', { 'battery.voltage.nominal': 24, 'battery.type': 'Li-ion', 'ups.load': 20 }, 24.46],
    ['its model', { 'battery.voltage.nominal': 24, 'ups.model': 'Some Li-ion UPS', 'ups.load': 20 }, 24.46],
    ['its rating', { 'battery.voltage.nominal': 25.6, 'ups.load': 20 }, (12.23 / 12) * 25.6],
  ])('is told where a person says that it is lead-acid, against %s', (_, rest, volts) => {
    const ups = new Watched(rest);
    expect(told(ups.shows(volts, HOUR, MAINS))).toContain('lithium');
    ups.told = 'lead-acid';
    expect(told(ups.shows(volts, 30, MAINS))).toBe(45);
    ups.told = undefined;
    expect(told(ups.shows(volts, 30, MAINS))).toContain('lithium');
  });

  it('is told where a person says that it is lead-acid, against a curve that was flat', () => {
    const ups = new Watched();
    ups.shows(13.1, 1500, BATTERY);
    expect(told(ups.shows(12.23, HOUR, MAINS))).toContain('lithium');
    ups.told = 'lead-acid';
    expect(told(ups.shows(12.23, 30, MAINS))).toBe(45);
    ups.told = undefined;
    expect(told(ups.shows(12.23, 30, MAINS))).toContain('lithium');
  });

  it('waits for no other hours of charging where lithium was told by mistake', () => {
    const ups = new Watched();
    ups.told = 'lithium';
    ups.shows(13.6, 5 * HOUR, MAINS);
    ups.told = 'lead-acid';
    ups.shows(13.6, 30, MAINS);
    expect(told(ups.shows(12.05, 90, BATTERY))).toBe(89);
  });

  it('takes a pack of sixteen blocks for lead-acid', () => {
    expect(told(new Watched({ 'battery.voltage.nominal': 192, 'ups.load': 20 }).shows(16 * 12.23, HOUR, MAINS))).toBe(
      45,
    );
  });

  it('is never above what less voltage tells, and stays within 0 and 100', () => {
    const volts = fc.double({ min: 8, max: 16, noNaN: true });
    fc.assert(
      fc.property(volts, volts, fc.double({ min: 0, max: 3, noNaN: true }), (a, b, sag) => {
        for (const charge of [chargeAtRest, (each: number) => chargeUnderLoad(each, sag)]) {
          expect(charge(Math.max(a, b))).toBeGreaterThanOrEqual(charge(Math.min(a, b)));
          expect(charge(a)).toBeGreaterThanOrEqual(0);
          expect(charge(a)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('under load, against the battery that fits the data sheets', () => {
  const lead = Object.entries(PROFILES).filter(([, { blockKind }]) => blockKind !== 'lithium-iron');
  it.each(lead)('%s: within 15 points, worn or not, at every load that lasts four minutes', (_, profile) => {
    const blocks = profile.nominalBatteryVoltage / 12;
    for (const health of [1, 0.8, 0.6])
      for (const load of [5, 10, 25, 50, 75, 90]) {
        const pack = { profile, health };
        const power = batteryPower(profile, (profile.nominalRealPower * load) / 100);
        const curve = dischargeCurve(pack, power);
        const whole = curve.runtime(1);
        const left = (seconds: number): number => underLoad(pack, curve.charge(seconds), power).voltage / blocks;
        if (whole < 240) continue;
        const ups = new Watched({ 'battery.voltage.nominal': 12, 'ups.load': load });
        ups.shows(13.6, 5 * HOUR, MAINS);
        ups.shows(left(whole - 60), 90, BATTERY);
        for (const share of [0.7, 0.5, 0.2, 0.1, 0.05]) {
          const charge = told(ups.shows(left(share * whole), 30, BATTERY));
          if (typeof charge !== 'number') throw new Error(charge);
          expect(Math.abs(charge - 100 * share), `${load} %, ${share} left, health ${health}`).toBeLessThanOrEqual(15);
        }
      }
  });
});

const merge = (book: VariableBook, vars: Record<string, Value>, at: number): void =>
  void book.merge(
    { readings: { vars }, depth: 'quick', complete: true, now: at, monotonic: at, steady: at },
    { quick: 60_000, full: 600_000 },
  );

describe('the book of a device', () => {
  it('tells it as derived, beside everything that the device says itself', () => {
    const book = new VariableBook();
    const vars = { 'ups.status': 'OL', 'battery.voltage': 12.23, 'battery.voltage.nominal': 12 };
    merge(book, vars, 1000);
    expect(book.absent()['battery.charge']).toContain('charger');
    for (let minute = 1; minute <= 40; minute += 1) merge(book, vars, minute * 60_000);
    expect(book.values()['battery.charge']).toBe(45);
    expect(book.derived()).toContain('battery.charge');
    expect(book.absent()).not.toHaveProperty('battery.charge');
    merge(book, { ...vars, 'battery.charge': 80 }, 41 * 60_000);
    expect(book.values()['battery.charge']).toBe(80);
    expect(book.derived()).not.toContain('battery.charge');
  });

  it('judges anew when a person tells what the battery is made of, and says whether that changed anything', () => {
    let chemistry: Chemistry | undefined;
    const book = new VariableBook(() => chemistry);
    const vars = { 'ups.status': 'OL', 'battery.voltage': 12.23, 'battery.voltage.nominal': 12 };
    for (let minute = 0; minute <= 40; minute += 1) merge(book, vars, minute * 60_000);
    expect(book.values()['battery.charge']).toBe(45);
    expect(book.rejudge()).toBe(false);
    chemistry = 'lithium';
    expect(book.rejudge()).toBe(true);
    expect(book.values()).not.toHaveProperty('battery.charge');
    expect(book.absent()['battery.charge']).toContain('lithium');
    chemistry = 'lead-acid';
    expect(book.rejudge()).toBe(true);
    expect(book.values()['battery.charge']).toBe(45);
  });
});
