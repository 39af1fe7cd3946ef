import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, formatValue, label, NOT_REPORTED, plainSpaces } from '../../src-shared/nut/index.ts';
import type { Value } from '../../src-shared/nut/index.ts';

describe('label', () => {
  it.each([
    ['battery.charge', 'Battery charge'],
    ['battery.runtime', 'Runtime left'],
    ['ups.load', 'Load'],
    ['input.voltage', 'Input voltage'],
    ['input.L1.voltage', 'Input voltage, L1'],
    ['input.bypass.L1-L2.voltage', 'Bypass input voltage, L1-L2'],
    ['outlet.2.voltage', 'Outlet 2 voltage'],
    ['outlet.group.3.current', 'Outlet group 3 current'],
    ['ambient.temperature', 'Sensor temperature'],
    ['ambient.1.contacts.4.status', 'Sensor 1 contact 4 state'],
    ['experimental.anything', 'Experimental: anything'],
    ['experimental.battery.sku', 'Experimental: Battery order number'],
    ['experimental.outlet.group.2.state', 'Experimental: Outlet group 2 state'],
    ['experimental.ups.test.interval', 'Experimental: Self-test interval'],
    ['experimental.input.L1.voltage', 'Experimental: Input voltage, L1'],
    ['experimental.ups.load.banks.spare', 'Experimental: Load (banks spare)'],
    ['experimental.ups.mode.buzzwords', "Maker's mode names"],
    ['no.such.name', 'no.such.name'],
  ])('of %s is %s', (name, text) => {
    expect(label(name)).toBe(text);
  });
});

describe('formatValue', () => {
  it.each<[string, Value | undefined, string]>([
    ['battery.charge', 0, '0 %'],
    ['battery.charge', 99.5, '99.5 %'],
    ['battery.charge', undefined, 'Not reported'],
    ['battery.charge', Number.NaN, 'Not reported'],
    ['ups.model', '', 'Not reported'],
    ['ups.model', 'Smart-UPS 700', 'Smart-UPS 700'],
    ['input.voltage', 230, '230.0 V'],
    ['input.voltage', 230.14, '230.1 V'],
    ['input.voltage.nominal', 230, '230 V'],
    ['battery.voltage', 13.65, '13.65 V'],
    ['input.frequency', 50, '50.0 Hz'],
    ['ups.temperature', 29, '29.0 °C'],
    ['output.L2.realpower', 35_700, '35,700 W'],
    ['ups.power', 1234.6, '1,235 VA'],
    ['battery.packs', 2, '2'],
    ['battery.runtime', 2460, '41 min'],
    ['battery.runtime', 3900, '1 h 05 min'],
    ['ups.delay.shutdown', 615, '10 min 15 s'],
    ['ups.delay.start', -1, 'Off'],
    ['ups.timer.shutdown', -1, 'Not running'],
    ['battery.energysave.delay', 3, '3 min'],
    ['output.inverter.latency', 0.01, '0.01 s'],
    ['outlet.1.status', 'on', 'On'],
    ['ups.status', 'OL CHRG DEPLETED', 'On mains, Charging, DEPLETED'],
    ['battery.date', '2024-03-01', 'Mar 1, 2024'],
    ['battery.date', '2024-13-41', '2024-13-41'],
    ['battery.date', '11/14/20', '11/14/20'],
    ['experimental.x', 1.5, '1.5'],
    ['ups.beeper.status', 'enabled', 'On'],
    ['ups.beeper.status', 'MUTED', 'Muted'],
    ['ups.beeper.status', 'chirps', 'chirps'],
    ['battery.type', 'PbAc', 'Lead-acid (PbAc)'],
    ['input.sensitivity', 'H', 'High'],
    ['ups.test.result', 'Done and error: insufficient capacity', 'Failed: the battery holds too little'],
    ['ups.test.result', 'Passed LocalUser', 'Passed, started at the UPS'],
    ['ups.test.result', 'Passed Sunday', 'Passed Sunday'],
    ['ups.test.result', 'constructor', 'constructor'],
  ])('writes %s %j as %s', (name, value, text) => {
    expect(plainSpaces(formatValue(name, value))).toBe(text);
  });

  it("uses the locale's numbers and dates", () => {
    expect(plainSpaces(formatValue('input.voltage', 230.1, 'de'))).toBe('230,1 V');
    expect(formatValue('battery.date', '2024-03-01', 'de')).toBe('01.03.2024');
  });

  it('never shows a missing value as a number, nor a present one as missing', () => {
    expect(NOT_REPORTED).not.toMatch(/\d/u);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(formatValue('input.voltage', value)).not.toBe(NOT_REPORTED);
      }),
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s', '0 s'],
    [45.9, '45 s', '45 s'],
    [60, '1 min', '1 min'],
    [65, '1 min 05 s', '1 min 05 s'],
    [615, '10 min', '10 min 15 s'],
    [3600, '1 h 00 min', '1 h 00 min'],
    [3725, '1 h 02 min', '1 h 02 min 05 s'],
    [86_400, '1 d 00 h', '1 d 00 h'],
    [300_000, '3 d 11 h', '3 d 11 h 20 min'],
  ])('writes %d s as an estimate and exactly', (seconds, estimate, exact) => {
    const written = [formatDuration(seconds), formatDuration(seconds, { estimate: false })];
    expect(written.map(plainSpaces)).toEqual([estimate, exact]);
  });

  it('never promises more time than there is, and exact times lose less than a second', () => {
    const unit: Readonly<Record<string, number>> = { d: 86_400, h: 3600, min: 60, s: 1 };
    const read = (text: string): number =>
      [...text.matchAll(/(\d+)\s(d|h|min|s)/gu)].reduce((sum, [, n, u = '']) => sum + Number(n) * (unit[u] ?? NaN), 0);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e7, noNaN: true }), (seconds) => {
        expect(read(formatDuration(seconds))).toBeLessThanOrEqual(seconds);
        expect(read(formatDuration(seconds, { estimate: false }))).toBe(Math.floor(seconds));
      }),
    );
  });
});
