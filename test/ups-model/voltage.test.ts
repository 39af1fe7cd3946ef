import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batteryPower, cellsOf, endVoltage, rateOf } from '../../src-shared/ups-model/battery.ts';
import { BLOCKS } from '../../src-shared/ups-model/blocks.ts';
import { createUpsModel, PROFILES } from '../../src-shared/ups-model/index.ts';
import { restVoltage, underLoad } from '../../src-shared/ups-model/voltage.ts';
import { between } from './between.ts';

const profiles = fc.constantFrom(...Object.values(PROFILES));

/** By how much of the nominal voltage the terminals fall between 80 and 30 %, at 150 W. */
const fall = (name: 'home-lithium' | 'home-1000'): number => {
  const profile = PROFILES[name];
  const at = (charge: number): number =>
    underLoad({ profile, health: 1 }, charge, batteryPower(profile, 150)).voltage / profile.nominalBatteryVoltage;
  return at(0.8) - at(0.3);
};

const shown = (ups: ReturnType<typeof createUpsModel>): number => ups.state().battery.voltage;

describe('the terminals under load', () => {
  it('fall with the charge and with the load, from below rest down to the end voltage of the rate', () => {
    fc.assert(
      fc.property(profiles, between(0.05, 1.1), between(0.1, 1), between(0, 1), (profile, part, health, charge) => {
        const whole = { profile, health };
        const power = batteryPower(profile, part * profile.nominalRealPower);
        const { voltage } = underLoad(whole, charge, power);
        expect(voltage).toBeLessThanOrEqual(restVoltage(profile, charge));
        expect(underLoad(whole, Math.max(0, charge - 0.05), power).voltage).toBeLessThanOrEqual(voltage);
        expect(underLoad(whole, charge, power * 1.1).voltage).toBeLessThanOrEqual(voltage + 1e-9);
        const end = endVoltage(BLOCKS[profile.blockKind], rateOf(whole, power));
        expect(underLoad(whole, 0, power).voltage / cellsOf(profile)).toBeCloseTo(end, 9);
      }),
    );
  });

  it('of lithium stay within 0.1 V a cell from 80 to 30 %, and fall far less than those of lead-acid', () => {
    expect(fall('home-lithium') * 3.2).toBeLessThan(0.1);
    expect(fall('home-lithium')).toBeLessThan(fall('home-1000') / 1.7);
  });
});

describe('the terminals on the way', () => {
  it('give way at once by the resistance, and within two minutes by the rest', () => {
    const ups = createUpsModel({}, { load: 255 });
    const floating = shown(ups);
    ups.force({ mainsVoltage: 0 });
    const first = shown(ups);
    ups.advance(20);
    const soon = shown(ups);
    ups.advance(100);
    const later = shown(ups);
    expect(floating).toBeCloseTo(13.65, 6);
    expect(first).toBeLessThan(floating - 0.3);
    expect(soon).toBeLessThan(first - 0.5);
    // From now on it falls slowly: over the next two minutes by less than in the first twenty seconds.
    ups.advance(120);
    expect(later - shown(ups)).toBeLessThan((first - soon) / 2);
  });

  it('climb back once the load is gone, at once and over half an hour, and some charge with them', () => {
    const ups = createUpsModel({}, { load: 400, mainsVoltage: 0, charge: 30 });
    ups.advance(60);
    const before = ups.state().battery;
    ups.shutdown(0, { onIn: null, returnWithMains: false });
    ups.advance(60);
    const first = ups.state().battery;
    ups.advance(1800);
    const after = ups.state().battery;
    expect(first.voltage).toBeGreaterThan(before.voltage + 0.3);
    expect(first.voltage).toBeLessThan(restVoltage(ups.profile, first.charge / 100) - 0.15);
    expect(after.voltage).toBeGreaterThan(first.voltage + 0.2);
    expect(after.charge).toBeGreaterThan(before.charge + 3);
    expect(after.charge).toBeLessThan(30);
  });

  it('remember every step of the load, and find their way from any of them', () => {
    fc.assert(
      fc.property(fc.array(between(10, 500), { minLength: 1, maxLength: 6 }), (loads) => {
        const stepped = createUpsModel({}, { mainsVoltage: 0 });
        for (const load of loads) {
          stepped.force({ load });
          stepped.advance(1);
        }
        const lagging = shown(stepped);
        stepped.advance(150);
        const { charge } = stepped.state().battery;
        // What a UPS is made with has lasted for long.
        const steady = createUpsModel({}, { mainsVoltage: 0, load: loads.at(-1) ?? 0, charge });
        expect(lagging).toBeGreaterThan(shown(stepped));
        expect(shown(stepped)).toBeCloseTo(shown(steady), 2);
      }),
    );
  });
});
