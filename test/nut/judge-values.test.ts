/** Which values are shown, mended or withheld beside others: each quantity at its limits, just below and just above. */
import { describe, expect, it } from 'vitest';
import type { Value, Vars } from '../../src-shared/nut/index.ts';
import { all, changes, type Changes, type Row } from './changes.ts';

const ON_MAINS: Vars = { 'ups.status': 'OL' };
const AT_50: Vars = { ...ON_MAINS, 'input.frequency': 50 };
const LOADED: Vars = { ...ON_MAINS, 'ups.load': 30 };

const hertz = (value: number, shown?: Value): Row => [
  `${value} Hz`,
  { ...ON_MAINS, 'input.frequency': value },
  shown === undefined ? {} : { 'input.frequency': shown },
];

describe('frequencies', () => {
  all([
    hertz(11),
    hertz(10.9, 'out'),
    hertz(275),
    hertz(275.1, 'out'),
    hertz(350),
    hertz(349.9, 'out'),
    hertz(450),
    hertz(450.1, 45.01),
    hertz(4.5, 45),
    hertz(4.49, 'out'),
    hertz(6.6, 66),
    hertz(6.61, 'out'),
    hertz(660, 66),
    hertz(661, 'out'),
    hertz(0.06, 60),
    ['0 Hz at a silent output', { ...ON_MAINS, 'output.frequency': 0 }, {}],
    ['500 Hz at the output', { ...ON_MAINS, 'output.frequency': 500 }, { 'output.frequency': 50 }],
    [
      'a rating does not wait for mains',
      { 'ups.status': 'OB', 'input.frequency.nominal': 500 },
      { 'input.frequency.nominal': 50 },
    ],
    [
      'nor does that of the output',
      { 'ups.status': 'OB', 'output.frequency.nominal': 600 },
      { 'output.frequency.nominal': 60 },
    ],
    ['the output on battery', { 'ups.status': 'OB', 'output.frequency': 500 }, {}],
    ['the input with several phases', { ...ON_MAINS, 'input.phases': 3, 'input.frequency': 500 }, {}],
  ]);
});

const inputAt = (voltage: number, shown?: Value, more: Vars = AT_50, rating = 240): Row => [
  `${voltage} V of ${rating} V, ${JSON.stringify(more)}`,
  { ...more, 'input.voltage.nominal': rating, 'input.voltage': voltage },
  shown === undefined ? {} : { 'input.voltage': shown },
];

describe('the input voltage beside its rating', () => {
  all([
    inputAt(240),
    inputAt(80),
    inputAt(79.9, 'out'),
    inputAt(24, 240),
    inputAt(2.31, 231),
    inputAt(33.6, 336),
    inputAt(33.7, 'out'),
    inputAt(16.8, 168),
    inputAt(16.7, 'out'),
    inputAt(1200),
    inputAt(1201, 'out'),
    inputAt(2400, 240),
    inputAt(0.231, 231),
    // Without a frequency mains may be going at this moment.
    inputAt(80, undefined, ON_MAINS),
    inputAt(79.9, 'out', ON_MAINS),
    inputAt(24, 'out', ON_MAINS),
    inputAt(24, undefined, { 'ups.status': 'OB' }),
    inputAt(2400, 240, { 'ups.status': 'OB' }),
    inputAt(0.024, 240, { 'ups.status': 'OB' }),
    inputAt(0.03, undefined, { 'ups.status': 'OB' }),
    inputAt(24, 240, { ...ON_MAINS, 'input.frequency': 45 }),
    inputAt(24, 'out', { ...ON_MAINS, 'input.frequency': 44 }),
    inputAt(24, 240, { ...ON_MAINS, 'input.frequency': 66 }),
    inputAt(24, 'out', { ...ON_MAINS, 'input.frequency': 67 }),
    inputAt(24, undefined, { ...AT_50, 'ups.status': 'OL BOOST' }),
    inputAt(24, undefined, { ...AT_50, 'input.phases': 3 }),
    inputAt(24, undefined, { ...AT_50, 'input.phases': 2 }),
    inputAt(24, 240, { ...AT_50, 'input.phases': 1 }),
  ]);
});

const outputAt = (voltage: number, shown?: Value, more: Vars = LOADED): Row => [
  `${voltage} V of 240 V, ${JSON.stringify(more)}`,
  { ...more, 'output.voltage.nominal': 240, 'output.voltage': voltage },
  shown === undefined ? {} : { 'output.voltage': shown },
];

describe('the output voltage beside its rating', () => {
  all([
    outputAt(48),
    outputAt(47.9, 'out'),
    outputAt(24, 240),
    outputAt(24, 240, { 'ups.status': 'OB', 'ups.load': 30 }),
    outputAt(24, undefined, { 'ups.status': 'OL OFF', 'ups.load': 30 }),
    outputAt(24, undefined, { 'ups.status': 'OB OFF', 'ups.load': 30 }),
    outputAt(24, undefined, { 'ups.status': 'BYPASS', 'ups.load': 30 }),
    outputAt(24, undefined, { ...ON_MAINS, 'ups.load': 0 }),
    outputAt(24, undefined, ON_MAINS),
    outputAt(24, 240, { ...ON_MAINS, 'ups.realpower': 90 }),
    outputAt(24, 240, { ...ON_MAINS, 'output.realpower': 90 }),
    outputAt(24, 240, { ...ON_MAINS, 'output.current': 1 }),
    outputAt(1200),
    outputAt(1201, 'out'),
    outputAt(2400, 240),
    outputAt(33.6, 336),
    outputAt(33.7, 'out'),
  ]);
});

describe('which rating a side is judged by', () => {
  all([
    [
      'the other side’s, where a plug fits both',
      { ...AT_50, 'output.voltage.nominal': 277, 'input.voltage': 27 },
      { 'input.voltage': 270 },
    ],
    ['not above that', { ...AT_50, 'output.voltage.nominal': 278, 'input.voltage': 27 }, {}],
    [
      'its own before the other’s',
      {
        ...AT_50,
        'input.voltage.nominal': 120,
        'output.voltage.nominal': 240,
        'input.voltage': 40,
        'output.voltage': 240,
      },
      {},
    ],
    [
      'the output by the input’s',
      { ...LOADED, 'input.voltage.nominal': 230, 'output.voltage': 23 },
      { 'output.voltage': 230 },
    ],
    [
      'the lowest that is one',
      { ...ON_MAINS, 'input.voltage.nominal': 90, 'input.voltage': 900 },
      { 'input.voltage': 90 },
    ],
    ['one that may be the battery’s is none', { ...AT_50, 'input.voltage.nominal': 84, 'input.voltage': 8.4 }, {}],
    [
      'one in tenths that no battery has',
      { ...AT_50, 'input.voltage.nominal': 23, 'input.voltage': 230 },
      { 'input.voltage.nominal': 230 },
    ],
    [
      'one that nothing on earth is rated for, in tenths',
      { ...AT_50, 'input.voltage.nominal': 1150, 'input.voltage': 114 },
      { 'input.voltage.nominal': 115 },
    ],
    [
      'one that stays none when it is mended',
      { ...AT_50, 'input.voltage.nominal': 1600, 'input.voltage': 165 },
      { 'input.voltage.nominal': 'out' },
    ],
  ]);
});

const rated = (rating: number, shown: Value, voltage = rating / 10): Row => [
  `${rating} V where ${voltage} V come in`,
  { ...AT_50, 'input.voltage.nominal': rating, 'input.voltage': voltage },
  { 'input.voltage.nominal': shown },
];

describe('ratings of mains', () => {
  const KNOWN = [100, 110, 115, 120, 127, 200, 208, 220, 230, 240, 277, 380, 400, 415, 440, 460, 480, 600];
  all([
    ...KNOWN.map((rating) => rated(rating * 10, rating)),
    rated(1030, 103, 100),
    rated(1040, 'out', 100),
    rated(6180, 618, 600),
    rated(6190, 'out', 600),
  ]);

  it.each<[string, Vars, Record<string, number>, Changes]>([
    [
      'are what was told before',
      { ...AT_50, 'input.voltage': 23 },
      { 'input.voltage.nominal': 230 },
      { 'input.voltage': 230 },
    ],
    [
      'those of the output as well',
      { ...AT_50, 'input.voltage': 23 },
      { 'output.voltage.nominal': 230 },
      { 'input.voltage': 230 },
    ],
    [
      'a zero of before is none',
      { ...AT_50, 'input.voltage': 2300, 'output.voltage': 230 },
      { 'input.voltage.nominal': 0 },
      { 'input.voltage': 230 },
    ],
    ['a battery’s of before is none', { ...AT_50, 'input.voltage': 8.4 }, { 'input.voltage.nominal': 84 }, {}],
    [
      'a load of before judges the output',
      { ...ON_MAINS, 'output.voltage': 23, 'output.voltage.nominal': 230 },
      { 'ups.load': 20 },
      { 'output.voltage': 230 },
    ],
    ['no load of before', { ...ON_MAINS, 'output.voltage': 23, 'output.voltage.nominal': 230 }, { 'ups.load': 0 }, {}],
    ['known ones are not doubted', { ...ON_MAINS, 'input.voltage': 23.1 }, { 'input.voltage.nominal': 2310 }, {}],
  ])('%s', (_what, vars, known, expected) => {
    expect(changes(vars, { known: (name) => known[name] })).toEqual(expected);
  });
});

describe('phases', () => {
  const NAMES = ['L1-N', 'L2-N', 'L3-N', 'L1-L2', 'L2-L3', 'L3-L1'] as const;
  const rows = (['input', 'output'] as const).flatMap((side) =>
    NAMES.flatMap((phase): Row[] => {
      const [name, nominal] = [`${side}.${phase}.voltage`, `${side}.voltage.nominal`];
      const of = (value: number): Vars => ({ ...ON_MAINS, [nominal]: 230, [name]: value });
      return [
        [`${name} at 4000 V`, of(4000), { [name]: 400 }],
        [`${name} at five times its rating`, of(1150), {}],
        [`${name} above that`, of(1151), { [name]: 115.1 }],
        [`${name} at nothing`, of(0.5), {}],
        [`${name} too high for any power`, of(4610), { [name]: 'out' }],
        [`${name} at the end of what fits`, of(4600), { [name]: 460 }],
      ];
    }),
  );
  all(rows);
  all([
    [
      'are not judged by the rating of the other side',
      { ...ON_MAINS, 'output.voltage.nominal': 230, 'input.L1-N.voltage': 2300 },
      {},
    ],
  ]);
});

const point = (name: 'low' | 'high', value: number, shown?: Value): Row => [
  `${name} at ${value} V of 230 V`,
  { 'input.voltage.nominal': 230, [`input.transfer.${name}`]: value },
  shown === undefined ? {} : { [`input.transfer.${name}`]: shown },
];

describe('transfer points', () => {
  all([
    point('low', 46),
    point('low', 45.9, 'out'),
    point('high', 690),
    point('high', 691, 'out'),
    point('low', 1700, 'out'),
    point('high', 26, 'out'),
    ['without a rating', { 'input.transfer.low': 17 }, {}],
    [
      'both in tenths are settings still',
      { 'input.voltage.nominal': 230, 'input.transfer.low': 1960, 'input.transfer.high': 2640 },
      { 'input.transfer.low': 'out', 'input.transfer.high': 'out' },
    ],
    [
      'tell that the rating is in tenths, as low as they are met',
      { 'input.voltage.nominal': 2300, 'input.transfer.low': 80.5 },
      { 'input.voltage.nominal': 230 },
    ],
    [
      'and as high',
      { ...AT_50, 'input.voltage.nominal': 2300, 'input.voltage': 230, 'input.transfer.high': 460 },
      { 'input.voltage.nominal': 230 },
    ],
    [
      'but no higher',
      { ...AT_50, 'input.voltage.nominal': 2300, 'input.voltage': 230, 'input.transfer.high': 461 },
      { 'input.voltage.nominal': 'out' },
    ],
    ['but no lower', { 'input.voltage.nominal': 2300, 'input.transfer.low': 80 }, { 'input.transfer.low': 'out' }],
  ]);
});

const both = (input: number, output: number, expected: Changes = {}): Row => [
  `${input} V and ${output} V`,
  { ...ON_MAINS, 'input.voltage': input, 'output.voltage': output },
  expected,
];

describe('input and output without any rating', () => {
  all([
    both(230, 230),
    both(2310, 230, { 'input.voltage': 231 }),
    both(230, 2310, { 'output.voltage': 231 }),
    both(700, 80),
    // Mended it would be as odd as it came.
    both(701, 80, { 'input.voltage': 'out' }),
    both(801, 80, { 'input.voltage': 80.1 }),
    both(2770, 277, { 'input.voltage': 277 }),
    both(2780, 278),
    both(2770, 79),
    both(23, 230),
    both(1000, 230),
    both(230, 1000),
    [
      'a transformer whose ratings are told',
      {
        ...ON_MAINS,
        'input.voltage.nominal': 4160,
        'input.voltage': 4160,
        'output.voltage.nominal': 240,
        'output.voltage': 240,
      },
      {},
    ],
    both(1151, 230, { 'input.voltage': 'out' }),
  ]);
});
