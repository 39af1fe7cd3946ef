/** Placeholders: which texts and which values say nothing. */
import { describe, expect, it } from 'vitest';
import { isHollow, measuresNothing } from '../../drivers/kit/placeholder.ts';

describe('a text', () => {
  it.each(['', '000.0', '---.-', '***', '@@.@', '   .   ', '00000000', '(000.0 00.0'.slice(1)])(
    '%j says nothing',
    (text) => {
      expect(isHollow(text)).toBe(true);
    },
  );
  it.each(['000.1', '10001001', 'OK', '0a', '0x00'])('%j says something', (text) => {
    expect(isHollow(text)).toBe(false);
  });
});

describe('readings', () => {
  const zeros = { 'battery.charge': 0, 'battery.voltage': 0, 'input.voltage': 0, 'output.voltage': 0, 'ups.load': 0 };

  it('measure nothing where the battery and the lines are all zero, whatever is set or rated', () => {
    expect(measuresNothing(zeros)).toBe(true);
    expect(
      measuresNothing({ ...zeros, 'battery.voltage.nominal': 24, 'battery.charge.low': 20, 'ups.status': 'OFF' }),
    ).toBe(true);
  });

  it.each([
    ['a battery that is not empty', { 'battery.voltage': 24.1 }],
    ['a phase that has voltage', { 'input.L2-N.voltage': 231 }],
    ['an output that is fed', { 'output.voltage': 230 }],
    ['a load', { 'ups.load': 3 }],
  ])('measure something with %s', (_what, more) => {
    expect(measuresNothing({ ...zeros, ...more })).toBe(false);
  });

  it('do not tell where only the battery, or only the lines, are measured: an empty one or an outage is real', () => {
    expect(measuresNothing({ 'battery.charge': 0, 'ups.load': 0 })).toBe(false);
    expect(measuresNothing({ 'input.voltage': 0, 'output.voltage': 0, 'ups.load': 0 })).toBe(false);
    expect(measuresNothing({})).toBe(false);
  });
});
