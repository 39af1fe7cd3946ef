/** Loads beside what tells of them: at the limits, below and above. */
import { describe, expect, it } from 'vitest';
import type { Value, Vars } from '../../src-shared/nut/index.ts';
import { all, changes, type Changes, type Row } from './changes.ts';

const RATED: Vars = { 'ups.status': 'OL', 'ups.realpower.nominal': 1000 };
const RATED_VA: Vars = { 'ups.status': 'OL', 'ups.power.nominal': 1000 };
const AT_200: Vars = { 'output.voltage': 200 };

const loadByWatt = (load: number, watts: number, expected: Changes = {}, more: Vars = RATED): Row => [
  `${load} % and ${watts} W, ${JSON.stringify(more)}`,
  { ...more, 'ups.load': load, 'ups.realpower': watts },
  expected,
];

describe('the load beside Watt', () => {
  all([
    loadByWatt(50, 500),
    loadByWatt(50, 100),
    loadByWatt(50, 99, { 'ups.load': 5 }),
    loadByWatt(15, 25, { 'ups.load': 1.5 }),
    loadByWatt(14, 25),
    loadByWatt(14, 20),
    loadByWatt(14, 19.9, { 'ups.load': 1.4 }),
    loadByWatt(10, 500),
    loadByWatt(10, 501, { 'ups.load': 100 }),
    loadByWatt(4, 400, { 'ups.load': 40 }),
    loadByWatt(50, 5000, { 'ups.realpower': 500 }),
    loadByWatt(50, 50_000, { 'ups.realpower': 500 }),
    // What is beyond the rating is doubted before the load, also where no power of ten makes it fit.
    loadByWatt(50, 25_000, { 'ups.realpower': 250 }),
    loadByWatt(50, 24_900, { 'ups.realpower': 'out' }),
    loadByWatt(50, 5000, { 'ups.realpower': 500 }, { 'ups.status': 'OL OVER', 'ups.realpower.nominal': 1000 }),
    loadByWatt(50, 5, { 'ups.realpower': 500 }),
    loadByWatt(300, 300, { 'ups.load': 30 }),
    loadByWatt(110, 1100),
    loadByWatt(200, 1500),
    loadByWatt(30, 3, { 'ups.realpower': 300 }),
    loadByWatt(50, 0),
    loadByWatt(0, 500),
    loadByWatt(50, 5000, {}, { 'ups.status': 'OL' }),
    loadByWatt(50, 5000, {}, { ...RATED, 'output.phases': 3 }),
    loadByWatt(50, 5000, { 'ups.realpower': 500 }, { ...RATED, 'output.phases': 1 }),
    loadByWatt(50, 5000, {}, { ...RATED, 'output.phases': 2 }),
    loadByWatt(50, 50, { 'ups.load': 5 }, RATED_VA),
    loadByWatt(80, 60, { 'ups.load': 8 }, RATED_VA),
    loadByWatt(11, 1100, { 'ups.load': 110 }),
    loadByWatt(11, 1101, { 'ups.realpower': 110.1 }),
    // 1000 VA are taken for 750 W.
    loadByWatt(14, 15, {}, RATED_VA),
    loadByWatt(14, 14.9, { 'ups.load': 1.4 }, RATED_VA),
    loadByWatt(50, 75, {}, RATED_VA),
    loadByWatt(50, 74, { 'ups.load': 5 }, RATED_VA),
    [
      'the output’s own before the UPS’s',
      { ...RATED, 'ups.load': 50, 'output.realpower': 5000, 'ups.realpower': 4000 },
      { 'output.realpower': 500 },
    ],
  ]);
});

const loadByPower = (load: number, power: number, expected: Changes = {}, more: Vars = RATED_VA): Row => [
  `${load} % and ${power} VA, ${JSON.stringify(more)}`,
  { ...more, 'ups.load': load, 'ups.power': power },
  expected,
];

describe('the load beside Volt-Ampere', () => {
  all([
    loadByPower(50, 500),
    loadByPower(50, 100),
    loadByPower(50, 99, { 'ups.load': 'out', 'ups.power': 'out' }),
    loadByPower(50, 5000, { 'ups.power': 500 }),
    loadByPower(50, 5000, { 'ups.power': 500 }, RATED),
    loadByPower(10, 1100, { 'ups.load': 'out', 'ups.power': 'out' }),
    loadByPower(10, 1101, { 'ups.power': 110.1 }),
    loadByPower(120, 100, { 'ups.load': 12 }),
    loadByPower(1, 140, { 'ups.load': 'out', 'ups.power': 'out' }),
    loadByPower(50, 266, {}, RATED),
    loadByPower(50, 134, {}, RATED),
    loadByPower(50, 133, { 'ups.load': 'out', 'ups.power': 'out' }, RATED),
    loadByPower(10, 501, { 'ups.load': 'out', 'ups.power': 'out' }),
    [
      'the output’s own',
      { ...RATED_VA, 'ups.load': 50, 'output.power': 5000, 'ups.power': 4000 },
      { 'output.power': 500 },
    ],
    [
      'the rating of the output',
      { 'output.power.nominal': 1000, 'ups.load': 50, 'output.power': 5000 },
      { 'output.power': 500 },
    ],
  ]);
});

const loadByCurrent = (
  load: number,
  current: number,
  expected: Changes = {},
  more: Vars = { ...RATED_VA, ...AT_200 },
): Row => [
  `${load} % and ${current} A, ${JSON.stringify(more)}`,
  { ...more, 'ups.load': load, 'output.current': current },
  expected,
];

describe('the load beside the current', () => {
  all([
    loadByCurrent(50, 2.5),
    loadByCurrent(50, 25, { 'output.current': 2.5 }),
    loadByCurrent(50, 0.25, { 'ups.load': 'out', 'output.current': 'out' }),
    loadByCurrent(50, 0.5),
    loadByCurrent(50, 0.49, { 'ups.load': 'out', 'output.current': 'out' }),
    loadByCurrent(50, 250, { 'output.current': 2.5 }),
    loadByCurrent(5, 2.6, { 'ups.load': 'out', 'output.current': 'out' }),
    loadByCurrent(50, 25, {}, RATED_VA),
    loadByCurrent(50, 25, { 'output.current': 2.5 }, { ...RATED_VA, 'output.voltage.nominal': 200 }),
    loadByCurrent(50, 25, { 'output.current': 2.5 }, { ...RATED_VA, 'input.voltage': 200 }),
    loadByCurrent(50, 25, { 'output.current': 2.5 }, { ...RATED, ...AT_200 }),
    loadByCurrent(50, 25, { 'output.current': 2.5 }, { ...RATED_VA, ...AT_200, 'ups.status': 'OL OVER' }),
    loadByCurrent(110, 5.5),
    loadByCurrent(10, 5.5, { 'ups.load': 'out', 'output.current': 'out' }),
    loadByCurrent(10, 5.6, { 'output.current': 0.56 }),
    loadByCurrent(30, 15, { 'output.current': 1.5 }),
  ]);
});

const pair = (watts: number, power: number, expected: Changes = {}, more: Vars = {}): Row => [
  `${watts} W and ${power} VA, ${JSON.stringify(more)}`,
  { 'ups.status': 'OL', 'ups.realpower': watts, 'ups.power': power, ...more },
  expected,
];

const amperes = (watts: number, current: number, expected: Changes = {}): Row => [
  `${watts} W and ${current} A at 200 V`,
  { 'ups.status': 'OL', ...AT_200, 'ups.realpower': watts, 'output.current': current },
  expected,
];

const ratings = (watts: number, power: number, expected: Changes = {}): Row => [
  `rated ${watts} W and ${power} VA`,
  { 'ups.realpower.nominal': watts, 'ups.power.nominal': power },
  expected,
];

describe('Watt beside Volt-Ampere', () => {
  all([
    pair(100, 130),
    pair(100, 900),
    pair(100, 901, { 'ups.realpower': 'out', 'ups.power': 'out' }),
    pair(100, 30),
    pair(100, 29, { 'ups.realpower': 'out', 'ups.power': 'out' }),
    pair(19, 5),
    pair(20, 5, { 'ups.realpower': 'out', 'ups.power': 'out' }),
    pair(100, 1300, { 'ups.realpower': 'out', 'ups.power': 'out' }),
    pair(1000, 130, { 'ups.realpower': 'out', 'ups.power': 'out' }),
    pair(1000, 130, { 'ups.realpower': 100 }, { 'ups.realpower.nominal': 900 }),
    pair(1000, 50, { 'ups.realpower': 100 }, { 'ups.realpower.nominal': 900 }),
    pair(1000, 49, { 'ups.realpower': 'out' }, { 'ups.realpower.nominal': 900 }),
    pair(20, 900, { 'ups.power': 90 }, { 'ups.realpower.nominal': 900 }),
    pair(20, 901, { 'ups.power': 'out' }, { 'ups.realpower.nominal': 900 }),
    amperes(200, 1.2),
    amperes(200, 9),
    amperes(200, 9.1, { 'ups.realpower': 'out', 'output.current': 'out' }),
    amperes(200, 12, { 'ups.realpower': 'out', 'output.current': 'out' }),
    amperes(200, 0.3),
    amperes(200, 0.29, { 'ups.realpower': 'out', 'output.current': 'out' }),
    amperes(200, 0.12, { 'ups.realpower': 'out', 'output.current': 'out' }),
    ratings(900, 1500),
    ratings(1500, 1000),
    ratings(1501, 1000, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
    ratings(250, 1000),
    ratings(249, 1000, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
    ratings(110_000, 10_000, { 'ups.realpower.nominal': 11_000 }),
    ratings(111_000, 10_000, { 'ups.realpower.nominal': 'out' }),
    ratings(40_000, 10_000, { 'ups.realpower.nominal': 4000 }),
    ratings(39_000, 10_000, { 'ups.realpower.nominal': 'out' }),
    ratings(900, 100, { 'ups.power.nominal': 1000 }),
    ratings(1000, 100, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
    ratings(9000, 1500, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
    ratings(900, 15_000, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
    ratings(90_000, 15_000, { 'ups.realpower.nominal': 9000 }),
    ratings(900, 150_000, { 'ups.power.nominal': 1500 }),
    ratings(11_000, 1000, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
    ratings(11_100, 1000, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
    ratings(4000, 1000, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
    ratings(3900, 1000, { 'ups.realpower.nominal': 'out', 'ups.power.nominal': 'out' }),
  ]);
});

describe('where the numbers of before count', () => {
  it.each<[string, Vars, Readonly<Record<string, Value>>, Changes]>([
    ['phases', { ...RATED, 'ups.load': 50, 'ups.realpower': 5000 }, { 'output.phases': 3 }, {}],
    [
      'one phase',
      { ...RATED, 'ups.load': 50, 'ups.realpower': 5000 },
      { 'output.phases': 1 },
      { 'ups.realpower': 500 },
    ],
    [
      'a rating',
      { 'ups.load': 50, 'ups.realpower': 5000 },
      { 'ups.realpower.nominal': 1000 },
      { 'ups.realpower': 500 },
    ],
    ['no rating', { 'ups.load': 50, 'ups.realpower': 5000 }, { 'ups.realpower.nominal': 0 }, {}],
    [
      'a voltage',
      { ...RATED_VA, 'ups.load': 50, 'output.current': 25 },
      { 'output.voltage': 200 },
      { 'output.current': 2.5 },
    ],
    ['no voltage', { ...RATED_VA, 'ups.load': 50, 'output.current': 25 }, { 'output.voltage': 0 }, {}],
    ['two ratings', { 'ups.load': 50 }, { 'ups.realpower.nominal': 9000, 'ups.power.nominal': 1500 }, {}],
    [
      'both of a battery',
      { 'battery.charge': 100 },
      { 'battery.voltage.nominal': 251, 'ups.realpower.nominal': 1000 },
      {},
    ],
  ])('%s', (_what, vars, before, expected) => {
    expect(changes(vars, { known: (name) => before[name] })).toEqual(expected);
  });
});

describe('what nobody has at home', () => {
  all([
    [
      'a UPS of 200 kW',
      { 'ups.realpower.nominal': 200_000, 'ups.load': 50, 'ups.realpower': 10_000 },
      { 'ups.realpower.nominal': 20_000 },
    ],
    ['an overload that nobody tells', { ...RATED, 'ups.load': 120, 'ups.realpower': 120 }, { 'ups.load': 12 }],
    [
      'one that is told',
      { ...RATED, 'ups.status': 'OL OVER', 'ups.load': 120, 'ups.realpower': 120 },
      { 'ups.load': 12 },
    ],
    ['less than a percent', { ...RATED_VA, 'ups.load': 0.5, 'ups.power': 500 }, { 'ups.load': 50 }],
    [
      'either, where nothing is odd',
      { ...RATED_VA, 'ups.load': 8, 'ups.power': 800 },
      { 'ups.load': 'out', 'ups.power': 'out' },
    ],
    [
      'either, where both are little',
      { 'ups.status': 'OL', 'ups.power.nominal': 100, 'ups.load': 15, 'ups.power': 1.5 },
      { 'ups.load': 'out', 'ups.power': 'out' },
    ],
    [
      'the rating of the UPS rather than that of its output',
      { ...RATED, 'output.realpower.nominal': 9000, 'ups.load': 50, 'ups.realpower': 5000 },
      { 'ups.realpower': 500 },
    ],
    [
      'a voltage that is withheld makes no Volt-Ampere',
      {
        ...RATED_VA,
        'output.voltage.nominal': 200,
        'output.voltage': 39,
        'ups.load': 50,
        'output.current': 2.5,
      },
      { 'output.voltage': 'out' },
    ],
    ['less than a watt', { ...RATED_VA, 'ups.load': 60, 'ups.power': 0.6 }, { 'ups.power': 600 }],
    [
      'a load of 400 %',
      { 'ups.status': 'OL OVER', 'ups.realpower.nominal': 1000, 'ups.load': 40, 'ups.realpower': 4000 },
      { 'ups.load': 400 },
    ],
    [
      'a string of 700 V rather than a rating in tens',
      { 'ups.status': 'OL', 'battery.charge': 100, 'battery.voltage': 70, 'battery.voltage.nominal': 600 },
      { 'battery.voltage.nominal': 60 },
    ],
  ]);
});
