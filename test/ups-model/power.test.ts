import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { createUpsModel, PROFILES } from '../../src-shared/ups-model/index.ts';
import { between } from './between.ts';

const words = (ups: UpsModel): string => ups.state().status.join(' ');

describe('mains', () => {
  it.each([
    ['home-line-interactive', 230, 50, 'OL', 230],
    ['home-line-interactive', 195, 50, 'OL BOOST', 224.25],
    ['home-line-interactive', 262, 50, 'OL TRIM', 227.94],
    ['home-line-interactive', 169, 50, 'OB DISCHRG', 230],
    ['home-line-interactive', 281, 50, 'OB DISCHRG', 230],
    ['home-line-interactive', 230, 44, 'OB DISCHRG', 230],
    ['home-standby', 195, 50, 'OL', 195],
    ['home-standby', 175, 50, 'OB DISCHRG', 230],
    ['online-rack', 195, 50, 'OL', 230],
    ['online-rack', 230, 44, 'OL', 230],
    ['three-phase', 0, 50, 'OB DISCHRG', 230],
  ] as const)('%s makes of %d V %d Hz: %s, %d V out', (name, mainsVoltage, mainsFrequency, status, out) => {
    const ups = createUpsModel(PROFILES[name], { mainsVoltage, mainsFrequency });
    expect(words(ups)).toBe(status);
    expect(ups.state().output.voltage).toBeCloseTo(out, 6);
  });

  it('needs a little more to come back than it needed to go', () => {
    const ups = createUpsModel({}, { mainsVoltage: 169 });
    ups.world.mainsVoltage = 171;
    expect(ups.state().mains.present).toBe(false);
    ups.world.mainsVoltage = 176;
    expect(ups.state().mains.present).toBe(true);
  });

  it.each([
    [0, 50, 'blackout'],
    [150, 50, 'low-voltage'],
    [300, 50, 'high-voltage'],
    [230, 60, 'frequency'],
  ] as const)('%d V %d Hz is a transfer for %s, whose voltage is kept until asked for', (voltage, frequency, cause) => {
    const ups = createUpsModel();
    ups.world.mainsVoltage = voltage;
    ups.world.mainsFrequency = frequency;
    ups.advance(3);
    ups.force({ mainsVoltage: 228, mainsFrequency: 50 });
    expect(ups.state().lastTransfer).toBe(cause);
    expect(ups.state().mainsExtremes).toEqual({
      low: Math.min(228, voltage),
      high: Math.max(230, voltage),
      fault: voltage,
    });
    ups.resetExtremes();
    expect(ups.state().mainsExtremes).toEqual({ low: 228, high: 228, fault: 228 });
  });

  it('counts the seconds of this outage only', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0 });
    ups.advance(12.5);
    expect(ups.state().secondsOnBattery).toBeCloseTo(12.5, 9);
    ups.world.mainsVoltage = 230;
    expect(ups.state().secondsOnBattery).toBe(0);
  });
});

describe('the load', () => {
  it('is W, VA, A and percent that belong together', () => {
    const { output } = createUpsModel({}, { load: 204, powerFactor: 0.6 }).state();
    expect(output).toMatchObject({ realPower: 204, power: 340, load: 40 });
    expect(output.current).toBeCloseTo(340 / 230, 9);
    const three = createUpsModel(PROFILES['three-phase'], { load: 9000, powerFactor: 0.9 }).state().output;
    expect(three.load).toBe(50);
    expect(three.current).toBeCloseTo(10_000 / 690, 9);
  });

  it('over 100 %: a line-interactive UPS warns on mains and gives up on battery after ten seconds, for good', () => {
    const ups = createUpsModel({}, { load: 600 });
    ups.advance(60);
    expect(words(ups)).toBe('OL OVER');
    ups.world.mainsVoltage = 0;
    ups.advance(9.9);
    expect(words(ups)).toBe('OB DISCHRG OVER');
    ups.advance(0.2);
    expect(words(ups)).toBe('OB OFF');
    ups.world.mainsVoltage = 230;
    ups.advance(60);
    expect(ups.state().output.on).toBe(false);
    ups.world.load = 100;
    expect(ups.switchOn(0)).toBe(true);
    expect(ups.state().output.source).toBe('mains');
  });

  it('over 150 % the battery gives up at once', () => {
    const ups = createUpsModel({}, { load: 900 });
    ups.world.mainsVoltage = 0;
    expect(ups.state().output.on).toBe(false);
  });

  it('over 100 %: an online UPS goes to bypass and comes back', () => {
    const ups = createUpsModel(PROFILES['online-rack'], { load: 3000 });
    ups.advance(9);
    expect(words(ups)).toBe('OL OVER');
    ups.advance(1);
    expect(words(ups)).toBe('OL BYPASS OVER');
    ups.world.load = 1000;
    expect(words(ups)).toBe('OL');
  });
});

describe('fault and bypass', () => {
  it('a faulty online UPS hangs on bypass, another passes mains through; without mains both are off until it returns', () => {
    for (const [name, source] of [
      ['online-rack', 'bypass'],
      ['home-line-interactive', 'mains'],
    ] as const) {
      const ups = createUpsModel(PROFILES[name], { fault: true, charge: 50 });
      expect(ups.state()).toMatchObject({ output: { source }, battery: { charging: false }, beeping: true });
      expect(words(ups)).toContain('ALARM');
      ups.world.mainsVoltage = 0;
      expect(ups.state().output.source).toBe('off');
      ups.world.mainsVoltage = 230;
      ups.advance(9.9);
      expect(ups.state().output.source).toBe('off');
      ups.advance(0.1);
      expect(ups.state().output.source).toBe(source);
    }
  });

  it('bypass on command belongs to online units; the battery steps in when mains fails', () => {
    expect(createUpsModel().setBypass(true)).toBe(false);
    const ups = createUpsModel(PROFILES['online-rack'], { mainsVoltage: 222 });
    expect(ups.setBypass(true)).toBe(true);
    expect(ups.state().output).toMatchObject({ source: 'bypass', voltage: 222 });
    ups.world.mainsVoltage = 0;
    expect(words(ups)).toBe('OB DISCHRG');
    ups.world.mainsVoltage = 222;
    expect(ups.setBypass(false)).toBe(true);
    expect(ups.state().output).toMatchObject({ source: 'mains', voltage: 230 });
  });
});

describe('the battery at work', () => {
  it('loses one second of runtime each second, raises LB, then the output goes off and returns ten seconds after mains', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0, load: 255 });
    const { runtime } = ups.state().battery;
    ups.advance(100);
    expect(ups.state().battery.runtime).toBeCloseTo(runtime - 100, 6);
    ups.advance(runtime - 100 - 121);
    expect(ups.state().battery.low).toBe(false);
    ups.advance(1.001);
    expect(words(ups)).toBe('OB LB DISCHRG');
    ups.advance(119.9);
    expect(ups.state().output.on).toBe(true);
    ups.advance(0.2);
    expect(ups.state()).toMatchObject({
      output: { on: false, voltage: 0 },
      battery: { discharging: false },
    });
    // A tenth of a second of rest has given something back.
    expect(ups.state().battery.charge).toBeCloseTo(0, 1);
    ups.world.mainsVoltage = 230;
    ups.advance(10);
    expect(words(ups)).toBe('OL LB CHRG');
  });

  it('misses nothing inside one long step', () => {
    const outage = createUpsModel({}, { mainsVoltage: 0 });
    const { runtime } = outage.state().battery;
    outage.advance(100_000);
    expect(outage.state().secondsOnBattery).toBeCloseTo(runtime, 5);
    const [once, often] = [createUpsModel(), createUpsModel()];
    for (const ups of [once, often]) ups.startTest('deep');
    once.advance(1500);
    for (let second = 0; second < 1500; second++) often.advance(1);
    expect(once.state().battery.charge).toBeCloseTo(often.state().battery.charge, 6);
    expect(once.state().test.result).toBe('passed');
  });

  it('raises LB by charge where the runtime is still long', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0, load: 30, charge: 20.5 });
    expect(ups.state().battery.runtime).toBeGreaterThan(600);
    expect(ups.state().battery.low).toBe(false);
    ups.force({ charge: 19.9 });
    expect(ups.state().battery.low).toBe(true);
  });

  it('never gains charge while discharging, never leaves 0 to 100, and runs shorter at more load', () => {
    const world = fc.record({
      load: between(0, 700),
      mainsVoltage: fc.constantFrom(0, 150, 195, 230, 262, 300),
      seconds: between(0, 4000),
    });
    fc.assert(
      fc.property(fc.array(world, { maxLength: 8 }), between(0.1, 1), (steps, health) => {
        const ups = createUpsModel({}, { health });
        for (const { load, mainsVoltage, seconds } of steps) {
          ups.force({ load, mainsVoltage });
          const before = ups.state();
          ups.advance(seconds);
          const after = ups.state();
          // One that went off on the way rests, and gains.
          if (after.battery.discharging) expect(after.battery.charge).toBeLessThanOrEqual(before.battery.charge + 1e-9);
          else if (!before.battery.discharging)
            expect(after.battery.charge).toBeGreaterThanOrEqual(before.battery.charge);
          expect(after.battery.charge).toBeGreaterThanOrEqual(0);
          expect(after.battery.charge).toBeLessThanOrEqual(100);
          expect(Number.isFinite(after.battery.runtime)).toBe(true);
          ups.world.load = load + 10;
          expect(ups.state().battery.runtime).toBeLessThanOrEqual(after.battery.runtime);
        }
      }),
    );
  });

  it('is the same whatever the pattern of steps, with everything going on', () => {
    const cuts = fc.array(between(0.001, 300), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cuts, between(0, 620), fc.boolean(), (parts, load, outage) => {
        const make = (): UpsModel => {
          const ups = createUpsModel({}, { load, charge: 60, mainsVoltage: outage ? 0 : 230 });
          if (outage) ups.shutdown(400, { onIn: 100, returnWithMains: true });
          else ups.startTimedTest(200);
          ups.switchOutlet(1, false, 33.3);
          return ups;
        };
        const [once, often] = [make(), make()];
        once.advance(parts.reduce((sum, part) => sum + part, 0));
        for (const part of parts) often.advance(part);
        const [a, b] = [once.state(), often.state()];
        expect(b.status).toEqual(a.status);
        expect(b.test.result).toBe(a.test.result);
        expect(b.battery.charge).toBeCloseTo(a.battery.charge, 6);
        expect(b.battery.voltage).toBeCloseTo(a.battery.voltage, 6);
        expect(b.battery.runtime).toBeCloseTo(a.battery.runtime, 5);
        expect(b.battery.temperature).toBeCloseTo(a.battery.temperature, 6);
        expect(b.temperature).toBeCloseTo(a.temperature, 6);
        expect(b.secondsOnBattery).toBeCloseTo(a.secondsOnBattery, 6);
      }),
    );
  });

  it('refuses impossible numbers as bugs', () => {
    const ups = createUpsModel();
    expect(() => ups.advance(-1)).toThrow(RangeError);
    expect(() => ups.advance(Number.NaN)).toThrow(RangeError);
    expect(() => ups.force({ charge: Number.NaN })).toThrow(RangeError);
    expect(() => ups.force({ load: -1 })).toThrow(RangeError);
    ups.world.load = 100;
    ups.world.powerFactor = 0;
    expect(() => ups.state()).toThrow(RangeError);
  });
});
