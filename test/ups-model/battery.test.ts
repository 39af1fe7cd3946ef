import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  batteryPower,
  chargeAfter,
  chargingCurrent,
  chargingVoltage,
  dischargeCurve,
  peukertSeconds,
  restVoltage,
  underLoad,
} from '../../src-shared/ups-model/battery.ts';
import { DEFAULT_PROFILE, PROFILES } from '../../src-shared/ups-model/index.ts';
import { between } from './between.ts';

const pack = (health = 1) => ({ profile: DEFAULT_PROFILE, health });

describe("Peukert's law", () => {
  // By hand, t = 20 h (C / (20 h I))^1.2: 9 Ah at 0.45 A is the rated 20 h; ten times the current lasts 10^1.2 = 15.849 times shorter.
  it.each([
    [9, 0.45, 72_000],
    [9, 4.5, 72_000 / 15.849],
    [9, 9, 72_000 / 36.411],
    [7, 7, 72_000 / 36.411],
  ])('gives %d Ah at %d A the time computed by hand', (capacity, current, seconds) => {
    expect(peukertSeconds(capacity, current) / seconds).toBeCloseTo(1, 4);
  });

  // CSB GP 12400, 40 Ah at the 20 h rate; data sheet, "Constant Current Discharge Characteristics", to 1.75 V per cell.
  it.each([
    [600, 95],
    [900, 75.5],
    [1800, 49],
    [3600, 30],
    [7200, 17.4],
  ])('stays near the published discharge of %d s at %d A', (published, current) => {
    expect(Math.abs(peukertSeconds(40, current) / published - 1)).toBeLessThan(0.3);
  });
});

describe('the discharge curve', () => {
  it('is Peukert over the current that the power really draws', () => {
    const power = batteryPower(DEFAULT_PROFILE, 255);
    const strongest = underLoad(pack(), 0, power).current;
    const weakest = underLoad(pack(), 1, power).current;
    const runtime = dischargeCurve(pack(), power).runtime(1);
    expect(runtime).toBeGreaterThan(peukertSeconds(9, strongest));
    expect(runtime).toBeLessThan(peukertSeconds(9, weakest));
  });

  it('gives back the charge for its runtime', () => {
    fc.assert(
      fc.property(between(0, 1), between(20, 700), (charge, power) => {
        const curve = dischargeCurve(pack(), power);
        expect(curve.charge(curve.runtime(charge))).toBeCloseTo(charge, 9);
      }),
    );
  });

  it('falls with the load and with worn health, and is finite without load', () => {
    const load = between(0, 600);
    fc.assert(
      fc.property(load, between(1, 100), between(0.2, 0.95), (watt, more, health) => {
        const runtime = dischargeCurve(pack(), batteryPower(DEFAULT_PROFILE, watt)).runtime(1);
        expect(dischargeCurve(pack(), batteryPower(DEFAULT_PROFILE, watt + more)).runtime(1)).toBeLessThan(runtime);
        expect(dischargeCurve(pack(health), batteryPower(DEFAULT_PROFILE, watt)).runtime(1)).toBeLessThan(runtime);
      }),
    );
    const idle = dischargeCurve(pack(), batteryPower(DEFAULT_PROFILE, 0)).runtime(1);
    expect(idle).toBeGreaterThan(3600);
    expect(idle).toBeLessThan(24 * 3600);
  });

  it('shrinks with the capacity, at a small load nearly by Peukert alone', () => {
    const power = batteryPower(DEFAULT_PROFILE, 20);
    const share = dischargeCurve(pack(0.5), power).runtime(1) / dischargeCurve(pack(), power).runtime(1);
    expect(share / 0.5 ** 1.2).toBeCloseTo(1, 1);
  });

  it('ends near the end voltage of a lead-acid block and conserves power', () => {
    for (const profile of Object.values(PROFILES)) {
      const power = batteryPower(profile, profile.nominalRealPower / 4);
      const { voltage, current } = underLoad({ profile, health: 1 }, 0, power);
      expect(voltage * current).toBeCloseTo(power, 6);
      const perBlock = voltage / (profile.nominalBatteryVoltage / 12);
      expect(perBlock).toBeGreaterThan(10);
      expect(perBlock).toBeLessThan(11.1);
    }
  });
});

describe('the charger', () => {
  const charge = between(0, 1);
  const seconds = between(0, 40_000);

  it('lands at the same charge in one step or two, and never overfills', () => {
    fc.assert(
      fc.property(charge, seconds, seconds, (start, first, second) => {
        const once = chargeAfter(pack(), start, first + second);
        expect(chargeAfter(pack(), chargeAfter(pack(), start, first), second)).toBeCloseTo(once, 9);
        expect(once).toBeGreaterThanOrEqual(start);
        expect(once).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('puts in what its current says (constant current, then taper)', () => {
    for (const start of [0.1, 0.5, 0.85, 0.95]) {
      const amperes = chargingCurrent(pack(), start);
      expect((chargeAfter(pack(), start, 1) - start) * 9 * 3600).toBeCloseTo(amperes, 3);
    }
    expect(chargingCurrent(pack(), 0.1)).toBe(chargingCurrent(pack(), 0.7));
    expect(chargingCurrent(pack(), 0.95)).toBeLessThan(chargingCurrent(pack(), 0.85));
    expect(chargingCurrent(pack(), 1)).toBe(0);
  });

  it('holds the float voltage, 2.275 V per cell, once it no longer limits the current', () => {
    expect(chargingVoltage(DEFAULT_PROFILE, 0.9)).toBeCloseTo(13.65, 6);
    expect(chargingVoltage(DEFAULT_PROFILE, 0.3)).toBeLessThan(13.65);
    expect(chargingVoltage(DEFAULT_PROFILE, 0.3)).toBeGreaterThan(restVoltage(DEFAULT_PROFILE, 0.3));
  });

  it('fills an empty battery to 90 % in four to six hours', () => {
    expect(chargeAfter(pack(), 0, 4 * 3600)).toBeLessThan(0.9);
    expect(chargeAfter(pack(), 0, 6 * 3600)).toBeGreaterThan(0.9);
  });
});
