import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  batteryPower,
  capacityShare,
  chargeAfter,
  charged,
  chargingCurrent,
  dischargeCurve,
  endVoltage,
  rateOf,
  rested,
} from '../../src-shared/ups-model/battery.ts';
import { BLOCKS } from '../../src-shared/ups-model/blocks.ts';
import { DEFAULT_PROFILE, PROFILES } from '../../src-shared/ups-model/index.ts';
import { chargingVoltage, restVoltage, underLoad } from '../../src-shared/ups-model/voltage.ts';
import { between } from './between.ts';
import { deviation } from './deviation.ts';
import { sheetPoints } from './sheets.ts';

const pack = (health = 1) => ({ profile: DEFAULT_PROFILE, health });
const kinds = fc.constantFrom(...Object.values(BLOCKS));

const lithium = (rate: number): number => capacityShare(BLOCKS['lithium-iron'], rate);

describe('the capacity by rate', () => {
  it.each(sheetPoints())('$source: $minutes min at $value $unit to $end V a cell, within 12 %', (point) => {
    expect(Math.abs(deviation(point))).toBeLessThan(0.12);
  });

  it('is less at a higher rate and to a higher end, and never more than there is', () => {
    fc.assert(
      fc.property(kinds, between(0.02, 12), between(1.01, 2), (block, rate, times) => {
        const share = capacityShare(block, rate);
        expect(share).toBeLessThanOrEqual(1.03);
        expect(capacityShare(block, rate * times, block.end.low)).toBeLessThan(
          capacityShare(block, rate, block.end.low),
        );
        expect(endVoltage(block, rate * times)).toBeLessThanOrEqual(endVoltage(block, rate));
      }),
    );
    expect(endVoltage(BLOCKS['lead-small'], 0.1)).toBe(1.75);
    expect(endVoltage(BLOCKS['lead-small'], 3)).toBe(1.6);
  });

  it('of lithium hardly depends on the rate: 3.2 of 3.3 Ah from 0.2 C to 1 C, and not much less at 3 C', () => {
    expect(Math.abs(lithium(1) / lithium(0.2) - 3.2 / 3.3)).toBeLessThan(0.02);
    expect(lithium(3)).toBeGreaterThan(0.93);
    expect(capacityShare(BLOCKS['lead-high-rate'], 3)).toBeLessThan(0.6);
  });
});

describe('the discharge curve', () => {
  it('gives back the charge for its runtime', () => {
    fc.assert(
      fc.property(between(0, 1), between(20, 700), (charge, power) => {
        const curve = dischargeCurve(pack(), power);
        expect(curve.charge(curve.runtime(charge))).toBeCloseTo(charge, 9);
      }),
    );
  });

  it('falls with the load and with worn health on every profile, and is finite without load', () => {
    const load = between(0, 1.1);
    const profiles = fc.constantFrom(...Object.values(PROFILES));
    fc.assert(
      fc.property(profiles, load, between(0.01, 0.3), between(0.1, 0.95), (profile, share, more, health) => {
        const runtime = (part: number, left = 1): number =>
          dischargeCurve({ profile, health: left }, batteryPower(profile, part * profile.nominalRealPower)).runtime(1);
        expect(runtime(share + more)).toBeLessThan(runtime(share));
        expect(runtime(share, health)).toBeLessThan(runtime(share));
        expect(runtime(share + more, health)).toBeLessThan(runtime(share, health));
      }),
    );
    const idle = dischargeCurve(pack(), batteryPower(DEFAULT_PROFILE, 0)).runtime(1);
    expect(idle).toBeGreaterThan(3600);
    expect(idle).toBeLessThan(24 * 3600);
  });

  it('delivers the ampere-hours that its rate leaves, counted along the voltage it shows', () => {
    for (const profile of Object.values(PROFILES)) {
      for (const part of [0.1, 0.5, 1]) {
        const power = batteryPower(profile, part * profile.nominalRealPower);
        const whole = { profile, health: 1 };
        const curve = dischargeCurve(whole, power);
        let ampereSeconds = 0;
        for (let place = 0.005; place < 1; place += 0.01)
          ampereSeconds += ((power / underLoad(whole, place, power).voltage) * curve.runtime(1)) / 100;
        const share = ampereSeconds / 3600 / profile.batteryCapacity;
        expect(Math.abs(share / capacityShare(BLOCKS[profile.blockKind], rateOf(whole, power)) - 1)).toBeLessThan(0.03);
      }
    }
  });

  it('strands what a high rate leaves behind, and rest brings it back, in one step or many', () => {
    const curve = dischargeCurve(pack(), batteryPower(DEFAULT_PROFILE, 400));
    const empty = curve.after({ charge: 1, stranded: 0 }, curve.runtime(1));
    expect(empty.charge).toBe(0);
    expect(empty.stranded).toBeGreaterThan(0.3);
    expect(rested(empty, 8 * 3600).charge).toBeCloseTo(empty.stranded, 6);
    const gentle = dischargeCurve(pack(), batteryPower(DEFAULT_PROFILE, 5));
    expect(gentle.after({ charge: 1, stranded: 0 }, gentle.runtime(1)).stranded).toBeLessThan(empty.stranded / 2);
    const seconds = between(0, 20_000);
    const content = fc.record({ charge: between(0, 0.6), stranded: between(0, 0.4) });
    fc.assert(
      fc.property(content, seconds, seconds, (from, first, second) => {
        for (const pass of [rested, (...[what, time]: Parameters<typeof rested>) => charged(pack(), what, time)]) {
          const [once, twice] = [pass(from, first + second), pass(pass(from, first), second)];
          expect(twice.charge).toBeCloseTo(once.charge, 9);
          expect(twice.stranded).toBeCloseTo(once.stranded, 9);
          expect(once.charge).toBeGreaterThanOrEqual(from.charge);
          expect(once.charge + once.stranded).toBeLessThanOrEqual(1);
        }
      }),
    );
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
