/** Batteries beside their ratings and the power that they give: at the limits, below and above. */
import { describe, expect, it } from 'vitest';
import type { ScreenContext, Value, Vars } from '../../src-shared/nut/index.ts';
import { all, changes, type Row } from './changes.ts';

const charged = (charge: number): ScreenContext => ({
  known: (name) => (name === 'battery.charge' ? charge : undefined),
});

const battery = (voltage: number, shown?: Value, rating = 24, more: Vars = {}): Row => [
  `${voltage} V of ${rating} V, ${JSON.stringify(more)}`,
  {
    'ups.status': 'OL',
    'battery.charge': 100,
    'battery.voltage.nominal': rating,
    'battery.voltage': voltage,
    ...more,
  },
  shown === undefined ? {} : { 'battery.voltage': shown },
];

describe('the voltage of a battery beside its rating', () => {
  all([
    battery(27.3),
    battery(96),
    battery(96.1, 'out'),
    battery(273, 27.3),
    battery(335, 33.5),
    battery(337, 'out'),
    battery(180, 18),
    battery(179, 'out'),
    battery(7.2),
    battery(7.1, 'out'),
    battery(2.73, 27.3),
    battery(0.273, 27.3),
    // A cell, a block.
    battery(2.5),
    battery(2.51, 25.1),
    battery(1.6, undefined, 12),
    battery(1.59, 15.9, 12),
    battery(9.5, undefined, 36),
    battery(9.4, 'out', 36),
    battery(15, undefined, 60),
    battery(15.1, 'out', 60),
    // A battery of 6 V, and the longest string.
    battery(54, 5.4, 6),
    battery(60, 600, 600),
    // One that is not full may be at its end.
    battery(2.73, 27.3, 24, { 'battery.charge': 50 }),
    battery(2.73, undefined, 24, { 'battery.charge': 49 }),
    battery(2.73, undefined, 24, { 'ups.status': 'OL LB' }),
    battery(2.73, undefined, 24, { 'ups.status': 'OL RB' }),
    battery(273, 27.3, 24, { 'battery.charge': 10 }),
    // Ratings are multiples of blocks.
    [
      'a rating in tenths',
      { 'battery.voltage.nominal': 240, 'battery.voltage': 27.3, 'battery.charge': 100 },
      { 'battery.voltage': 273 },
    ],
    [
      'a rating in tens',
      { 'battery.voltage.nominal': 2.4, 'battery.voltage': 27.3 },
      { 'battery.voltage.nominal': 24 },
    ],
    [
      'a rating that is none',
      { 'battery.voltage.nominal': 250, 'battery.voltage': 27.3, 'battery.charge': 100 },
      { 'battery.voltage': 273 },
    ],
    [
      'one that nobody has',
      { 'battery.voltage.nominal': 1920, 'battery.voltage': 216, 'battery.charge': 100 },
      { 'battery.voltage.nominal': 192 },
    ],
  ]);

  it('takes the charge that was told before', () => {
    const vars: Vars = { 'battery.voltage.nominal': 24, 'battery.voltage': 2.73 };
    expect(changes(vars)).toEqual({});
    expect(changes(vars, charged(49))).toEqual({});
    expect(changes(vars, charged(50))).toEqual({ 'battery.voltage': 27.3 });
  });
});

const besideRating = (nominal: number, shown?: Value, power: Vars = { 'ups.realpower.nominal': 1000 }): Row => [
  `rated ${nominal} V, ${JSON.stringify(power)}`,
  { 'ups.status': 'OL', 'battery.voltage.nominal': nominal, ...power },
  shown === undefined ? {} : { 'battery.voltage.nominal': shown },
];

const besideVolts = (voltage: number, shown?: Value, power: Vars = { 'ups.realpower.nominal': 1000 }): Row => [
  `at ${voltage} V, ${JSON.stringify(power)}`,
  { 'ups.status': 'OL', 'battery.charge': 100, 'battery.voltage': voltage, ...power },
  shown === undefined ? {} : { 'battery.voltage': shown },
];

describe('a battery beside the rated power', () => {
  all([
    besideRating(250),
    besideRating(251, 'out'),
    besideRating(360, 36),
    besideRating(4),
    besideRating(3.9, 'out'),
    besideRating(3.6, 36),
    besideRating(1.2, 12),
    besideRating(187, undefined, { 'ups.power.nominal': 1000 }),
    besideRating(188, 'out', { 'ups.power.nominal': 1000 }),
    besideRating(188, 'out', { 'output.power.nominal': 1000 }),
    besideRating(251, 'out', { 'output.realpower.nominal': 1000 }),
    besideRating(48, undefined, { 'ups.realpower.nominal': 99 }),
    besideRating(48, 'out', { 'ups.realpower.nominal': 100 }),
    besideRating(24, 240, { 'ups.realpower.nominal': 20_000 }),
    besideRating(24, undefined, { 'ups.realpower.nominal': 20_001 }),
    besideRating(24, 240, { 'ups.power.nominal': 26_666 }),
    besideRating(24, undefined, { 'ups.power.nominal': 26_667 }),
    besideVolts(250),
    besideVolts(251, 25.1),
    besideVolts(1000, 'out'),
    besideVolts(1001, 10.01),
    besideVolts(999, 99.9),
    besideVolts(0.1),
    besideVolts(273, undefined, { 'ups.power.nominal': 1500 }),
    besideVolts(282, 28.2, { 'ups.power.nominal': 1500 }),
    // A rating allows what the rated power alone does not.
    [
      'on-line',
      { 'battery.voltage': 1960, 'battery.voltage.nominal': 192, 'ups.realpower.nominal': 1000 },
      { 'battery.voltage': 196 },
    ],
    [
      'by both',
      { 'battery.voltage': 273, 'battery.voltage.nominal': 240, 'ups.realpower.nominal': 900, 'battery.charge': 100 },
      { 'battery.voltage': 27.3, 'battery.voltage.nominal': 24 },
    ],
  ]);
});
