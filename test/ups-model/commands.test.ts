import { describe, expect, it } from 'vitest';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { createUpsModel, PROFILES } from '../../src-shared/ups-model/index.ts';

const words = (ups: UpsModel): string => ups.state().status.join(' ');
const isOn = (ups: UpsModel): boolean => ups.state().output.on;

describe('self-tests', () => {
  it('the quick test runs ten seconds from the battery and keeps OL', () => {
    const ups = createUpsModel();
    expect(ups.startTest('quick')).toBe(true);
    expect(words(ups)).toBe('OL DISCHRG TEST');
    expect(ups.state()).toMatchObject({ lastTransfer: 'self-test', beeping: false, secondsOnBattery: 0 });
    expect(ups.startTest('deep')).toBe(false);
    ups.advance(9.5);
    expect(ups.state().test).toEqual({ running: 'quick', result: 'none', elapsed: 9.5 });
    ups.advance(0.5);
    expect(ups.state().test).toEqual({ running: 'none', result: 'passed', elapsed: null });
    expect(words(ups)).toBe('OL CHRG');
  });

  it.each(['deep', 'calibration'] as const)('the %s test runs until the battery is low', (kind) => {
    const ups = createUpsModel({}, { load: 255 });
    const { runtime } = ups.state().battery;
    ups.startTest(kind);
    ups.advance(runtime - 121);
    expect(words(ups)).toBe(kind === 'deep' ? 'OL DISCHRG TEST' : 'OL DISCHRG CAL');
    ups.advance(2);
    expect(ups.state()).toMatchObject({ test: { running: 'none', result: 'passed' }, output: { source: 'mains' } });
  });

  it('a timed test takes its time, or breaks off with a warning when the battery gets low', () => {
    const ups = createUpsModel();
    expect(ups.startTimedTest(60)).toBe(true);
    ups.advance(59);
    expect(ups.state().test.running).toBe('timed');
    ups.advance(1);
    expect(ups.state().test).toMatchObject({ running: 'none', result: 'passed' });
    expect(ups.startTimedTest(0)).toBe(false);
    expect(ups.startTimedTest(5940)).toBe(true);
    ups.advance(5940);
    expect(ups.state().test.result).toBe('warning');
    expect(ups.state().battery.charge).toBeGreaterThan(20);
  });

  it('fails a worn battery, which then asks to be replaced until it is', () => {
    const ups = createUpsModel({}, { health: 0.45 });
    expect(ups.state().battery.replace).toBe(false);
    ups.startTest('quick');
    ups.advance(10);
    expect(ups.state().test.result).toBe('failed');
    expect(words(ups)).toContain('RB');
    const { installed } = ups.state().battery;
    ups.replaceBattery();
    expect(ups.state()).toMatchObject({
      battery: { replace: false, health: 1, charge: 100 },
      test: { result: 'none' },
    });
    expect(ups.state().battery.installed > installed).toBe(true);
    expect(ups.state().battery.installed).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('ends at once where the runtime is low from the start, and says the same when asked again', () => {
    const ups = createUpsModel({ lowRuntime: 3600 });
    expect(ups.startTest('quick')).toBe(true);
    expect(ups.state().test).toEqual({ running: 'none', result: 'warning', elapsed: null });
    expect(ups.state()).toEqual(ups.state());
  });

  it('is aborted by an outage, which is then counted as one, and by cancelling', () => {
    const ups = createUpsModel();
    ups.startTest('deep');
    ups.advance(20);
    ups.world.mainsVoltage = 0;
    ups.advance(5);
    expect(ups.state()).toMatchObject({
      test: { running: 'none', result: 'aborted' },
      lastTransfer: 'blackout',
      secondsOnBattery: 5,
    });
    ups.world.mainsVoltage = 230;
    expect(ups.startTest('quick')).toBe(true);
    expect(ups.cancelTest()).toBe(true);
    expect(ups.state()).toMatchObject({ test: { running: 'none', result: 'aborted' }, output: { source: 'mains' } });
    expect(ups.cancelTest()).toBe(false);
  });

  it('does not begin on battery, on bypass, on a low battery or with the output off', () => {
    expect(createUpsModel({}, { mainsVoltage: 0 }).startTest('quick')).toBe(false);
    expect(createUpsModel(PROFILES['online-rack'], { bypass: true }).startTest('quick')).toBe(false);
    expect(createUpsModel({}, { charge: 10 }).startTest('quick')).toBe(false);
    const off = createUpsModel();
    off.shutdown(0, { onIn: null, returnWithMains: false });
    expect(off.startTest('quick')).toBe(false);
  });
});

describe('the beeper', () => {
  it('sounds on battery while enabled; muted until the next event, then enabled again', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0, charge: 30 });
    expect(ups.state().beeping).toBe(true);
    ups.setBeeper('muted');
    ups.advance(1);
    expect(ups.state()).toMatchObject({ beeper: 'muted', beeping: false });
    while (!ups.state().battery.low) ups.advance(1);
    expect(ups.state()).toMatchObject({ beeper: 'enabled', beeping: true });
    ups.setBeeper('disabled');
    expect(ups.state().beeping).toBe(false);
    ups.setBeeper('muted');
    expect(ups.state().beeper).toBe('disabled');
  });

  it('takes a mute without effect while nothing sounds', () => {
    const ups = createUpsModel();
    expect(ups.setBeeper('muted')).toBe(true);
    expect(ups.state().beeper).toBe('enabled');
  });
});

describe('shutdown and return', () => {
  it('goes off and comes back after its times, with mains there all along', () => {
    const ups = createUpsModel();
    expect(ups.shutdown(30, { onIn: 60, returnWithMains: true })).toBe(true);
    ups.advance(10);
    expect(ups.state().timers).toEqual({ shutdown: 20, start: null, returnWithMains: true });
    ups.advance(19.9);
    expect(isOn(ups)).toBe(true);
    ups.advance(0.1);
    expect(words(ups)).toBe('OL OFF');
    expect(ups.state().timers).toEqual({ shutdown: null, start: 60, returnWithMains: true });
    expect(ups.state().output).toMatchObject({ voltage: 0, realPower: 0, load: 0, source: 'off' });
    ups.advance(59.9);
    expect(isOn(ups)).toBe(false);
    ups.advance(0.1);
    expect(isOn(ups)).toBe(true);
  });

  it('waits for mains when it is not there by then, and returns as soon as it is', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0 });
    ups.shutdown(30, { onIn: 60, returnWithMains: true });
    ups.advance(600);
    expect(words(ups)).toBe('OB OFF');
    expect(ups.state().timers).toEqual({ shutdown: null, start: null, returnWithMains: true });
    const { charge } = ups.state().battery;
    ups.advance(3600);
    // Nothing is drawn any more; what the load left out of reach comes back.
    expect(ups.state().battery.charge).toBeGreaterThan(charge);
    expect(ups.state().battery.charge).toBeLessThan(charge + 1);
    ups.world.mainsVoltage = 230;
    expect(isOn(ups)).toBe(true);
  });

  it('completes when mains returns half-way, and then power-cycles', () => {
    for (const onIn of [60, null]) {
      const ups = createUpsModel({}, { mainsVoltage: 0 });
      ups.shutdown(30, { onIn, returnWithMains: true });
      ups.advance(15);
      ups.world.mainsVoltage = 230;
      ups.advance(15);
      expect(isOn(ups)).toBe(false);
      ups.advance(60);
      expect(isOn(ups)).toBe(true);
    }
  });

  it('without a start time it stays off until mains returns after having failed', () => {
    const ups = createUpsModel();
    ups.shutdown(0, { onIn: null, returnWithMains: true });
    ups.advance(3600);
    expect(isOn(ups)).toBe(false);
    ups.world.mainsVoltage = 0;
    ups.advance(100);
    ups.world.mainsVoltage = 230;
    ups.advance(9.9);
    expect(isOn(ups)).toBe(false);
    ups.advance(0.1);
    expect(isOn(ups)).toBe(true);
  });

  it('without any return it stays off until switched on', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0 });
    ups.shutdown(5, { onIn: null, returnWithMains: false });
    ups.advance(60);
    ups.world.mainsVoltage = 230;
    ups.advance(3600);
    expect(isOn(ups)).toBe(false);
    expect(ups.switchOn(20)).toBe(true);
    expect(ups.state().timers.start).toBe(20);
    ups.advance(20);
    expect(isOn(ups)).toBe(true);
  });

  it('keeps what it was told for afterwards when the battery is empty first', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0, charge: 1 });
    ups.shutdown(3600, { onIn: null, returnWithMains: false });
    ups.advance(600);
    expect(isOn(ups)).toBe(false);
    ups.world.mainsVoltage = 230;
    ups.advance(600);
    expect(isOn(ups)).toBe(false);
  });

  it('cancels a pending shutdown', () => {
    const ups = createUpsModel();
    expect(ups.cancelShutdown()).toBe(false);
    ups.shutdown(30, { onIn: 60, returnWithMains: true });
    ups.advance(29);
    expect(ups.cancelShutdown()).toBe(true);
    ups.advance(10);
    expect(isOn(ups)).toBe(true);
    expect(ups.state().timers).toEqual({ shutdown: null, start: null, returnWithMains: false });
  });

  it('cancelled while waiting to restore: on again, off ten seconds at least, if mains is there (Megatec)', () => {
    const ups = createUpsModel();
    ups.shutdown(0, { onIn: 600, returnWithMains: true });
    ups.advance(4);
    expect(ups.cancelShutdown()).toBe(true);
    ups.advance(5.9);
    expect(isOn(ups)).toBe(false);
    ups.advance(0.1);
    expect(isOn(ups)).toBe(true);

    const dark = createUpsModel({}, { mainsVoltage: 0 });
    dark.shutdown(0, { onIn: 600, returnWithMains: true });
    dark.advance(60);
    expect(dark.cancelShutdown()).toBe(false);
    expect(isOn(dark)).toBe(false);
  });

  it('refuses nonsense and a second shutdown while off; a later order replaces a pending one', () => {
    const ups = createUpsModel();
    expect(ups.shutdown(-1, { onIn: null, returnWithMains: true })).toBe(false);
    expect(ups.shutdown(1, { onIn: Number.NaN, returnWithMains: true })).toBe(false);
    expect(ups.setDelay('start', Number.POSITIVE_INFINITY)).toBe(false);
    expect(ups.setDelay('start', 45)).toBe(true);
    expect(ups.state().delays.start).toBe(45);
    ups.shutdown(10, { onIn: null, returnWithMains: true });
    ups.shutdown(50, { onIn: null, returnWithMains: true });
    ups.advance(49);
    expect(isOn(ups)).toBe(true);
    ups.advance(1);
    expect(isOn(ups)).toBe(false);
    expect(ups.shutdown(5, { onIn: 5, returnWithMains: true })).toBe(false);
  });

  it('starts from the battery when switched on later', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0 });
    ups.shutdown(0, { onIn: null, returnWithMains: false });
    expect(ups.switchOn(20)).toBe(true);
    ups.advance(19.9);
    expect(isOn(ups)).toBe(false);
    ups.advance(0.1);
    expect(ups.state().output.source).toBe('battery');
  });

  it('starts from the battery when switched on without mains, unless the battery is low', () => {
    for (const [charge, starts] of [
      [80, true],
      [15, false],
    ] as const) {
      const ups = createUpsModel({}, { mainsVoltage: 0, charge });
      ups.shutdown(0, { onIn: null, returnWithMains: false });
      expect(ups.switchOn(0)).toBe(starts);
      expect(ups.state().output.source).toBe(starts ? 'battery' : 'off');
    }
  });
});

describe('outlets', () => {
  it('switch at once or later, off and on again, and take their share of the load with them', () => {
    const ups = createUpsModel({}, { load: 300 });
    expect(ups.switchOutlet(1, false, 0)).toBe(true);
    expect(ups.state().outlets[0]).toEqual({ id: 1, on: false, offIn: null, onIn: null });
    expect(ups.state().output.realPower).toBe(200);
    ups.switchOutlet(2, false, 5);
    ups.switchOutlet(2, true, 15);
    ups.advance(4);
    expect(ups.state().outlets[1]).toEqual({ id: 2, on: true, offIn: 1, onIn: 11 });
    ups.advance(1);
    expect(ups.state().outlets[1]).toEqual({ id: 2, on: false, offIn: null, onIn: 10 });
    ups.advance(10);
    expect(ups.state().outlets[1]).toEqual({ id: 2, on: true, offIn: null, onIn: null });
    expect(ups.switchOutlet(3, true, 0)).toBe(false);
    expect(ups.switchOutlet(1, true, Number.NaN)).toBe(false);
  });
});
