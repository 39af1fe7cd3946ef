/** Quantities that are judged by each other: what is right stays, what is off by a power of ten is mended or left out. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screen, UNKNOWN_SCALES, type Value, type Vars } from '../../src-shared/nut/index.ts';

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A UPS on mains as it is met: a rating, a battery that fits it, and a load with its current and power. */
const plausible = fc
  .record({
    rated: fc.constantFrom(100, 110, 120, 127, 208, 220, 230, 240),
    mains: fc.double({ min: 0.85, max: 1.15, noNaN: true }),
    output: fc.double({ min: 0.93, max: 1.07, noNaN: true }),
    power: fc.constantFrom([12, 400], [24, 900], [36, 1000], [48, 1500], [72, 3000]),
    charged: fc.double({ min: 1.06, max: 1.18, noNaN: true }),
    share: fc.double({ min: 0.2, max: 0.9, noNaN: true }),
    factor: fc.double({ min: 0.7, max: 1, noNaN: true }),
    hertz: fc.constantFrom(49.9, 50, 59.9, 60.1),
  })
  .map(({ rated, mains, output, power: [battery = 12, watts = 400], charged, share, factor, hertz }): Vars => {
    const real = round(watts * share, 0);
    const voltage = round(rated * output, 1);
    return {
      'ups.status': 'OL',
      'battery.charge': 100,
      'input.voltage.nominal': rated,
      'output.voltage.nominal': rated,
      'input.transfer.low': Math.round(rated * 0.75),
      'input.transfer.high': Math.round(rated * 1.2),
      'input.voltage': round(rated * mains, 1),
      'output.voltage': voltage,
      'input.frequency': hertz,
      'output.frequency': hertz,
      'battery.voltage.nominal': battery,
      'battery.voltage': round(battery * charged, 2),
      'ups.realpower.nominal': watts,
      'ups.realpower': real,
      'ups.load': round(share * 100, 0),
      'output.current': round(real / factor / voltage, 2),
    };
  });

/** What a device may tell in another scale. */
const MEASURED = [
  'input.voltage',
  'output.voltage',
  'input.frequency',
  'output.frequency',
  'battery.voltage',
  'ups.realpower',
  'ups.load',
  'output.current',
] as const;
const POWERS = [-3, -2, -1, 1, 2, 3] as const;

const toldBefore = (wanted: string, value: Value) => (name: string) => (name === wanted ? value : undefined);

const scaled = (value: unknown, power: number): number => Number((Number(value) * 10 ** power).toPrecision(10));

describe('a UPS whose values go together', () => {
  it('is shown as it is, in every state', () => {
    fc.assert(
      fc.property(
        plausible,
        fc.constantFrom('OL', 'OL CHRG', 'OB DISCHRG', 'OB DISCHRG LB', 'OL BOOST', 'OL BYPASS', 'OL OFF', 'OL RB'),
        (vars, status) => {
          const { vars: kept, rejected, corrected } = screen({ ...vars, 'ups.status': status });
          expect({ kept, rejected, corrected }).toEqual({
            kept: { ...vars, 'ups.status': status },
            rejected: [],
            corrected: [],
          });
        },
      ),
    );
  });

  it('never shows one of them times a power of ten: it is mended, or left out with a reason', () => {
    fc.assert(
      fc.property(plausible, fc.constantFrom(...MEASURED), fc.constantFrom(...POWERS), (vars, name, power) => {
        const sent = scaled(vars[name], power);
        const { vars: kept, rejected, corrected } = screen({ ...vars, [name]: sent });
        const shown = kept[name];
        if (shown === undefined) expect(rejected.map((each) => each.name)).toContain(name);
        else {
          expect(shown).toBeCloseTo(Number(vars[name]), 6);
          expect(corrected.map((each) => [each.name, each.value])).toContainEqual([name, sent]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has its ratings mended where everything else tells them', () => {
    fc.assert(
      fc.property(
        plausible,
        fc.constantFrom('input.voltage.nominal' as const, 'battery.voltage.nominal' as const),
        fc.constantFrom(...POWERS),
        (vars, name, power) => {
          const sent = scaled(vars[name], power);
          // 12 and 24 V are told by firmware that means its battery, and are left alone.
          fc.pre(name === 'battery.voltage.nominal' || sent > 90 || sent % 6 !== 0);
          const { vars: kept } = screen({ ...vars, [name]: sent });
          expect([vars[name], undefined]).toContain(kept[name]);
        },
      ),
    );
  });

  it('is judged once: what is left is right', () => {
    const damaged = fc.tuple(plausible, fc.array(fc.tuple(fc.constantFrom(...MEASURED), fc.constantFrom(...POWERS))));
    fc.assert(
      fc.property(damaged, ([vars, faults]) => {
        const sent = faults.reduce<Vars>((all, [name, power]) => ({ ...all, [name]: scaled(all[name], power) }), vars);
        const { vars: kept } = screen(sent);
        const again = screen(kept);
        expect([again.vars, again.rejected, again.corrected]).toEqual([kept, [], []]);
      }),
    );
  });
});

describe('frequencies', () => {
  const names = fc.constantFrom('input.frequency', 'output.frequency', 'input.frequency.nominal');

  it('of mains, of railways and of aircraft stay', () => {
    const met = fc.oneof(fc.double({ min: 15, max: 100, noNaN: true }), fc.double({ min: 350, max: 450, noNaN: true }));
    fc.assert(
      fc.property(names, met, (name, value) => {
        expect(screen({ 'ups.status': 'OL', [name]: value })).toMatchObject({ rejected: [], corrected: [] });
      }),
    );
  });

  it.each([
    [600, 60],
    [499.8, 49.98],
    [5.9, 59],
    [0.5, 50],
    [7, undefined],
    [300, undefined],
    [0, 0],
  ])('%d Hz on mains are %s', (sent, shown) => {
    expect(screen({ 'ups.status': 'OL', 'output.frequency': sent }).vars['output.frequency']).toBe(shown);
  });

  it('may be anything while mains is going', () => {
    expect(screen({ 'ups.status': 'OB DISCHRG', 'input.frequency': 5 }).vars['input.frequency']).toBe(5);
  });
});

describe('what looks like a wrong scale and is none', () => {
  it.each<[string, Vars]>([
    ['a dead line', { 'ups.status': 'OB DISCHRG', 'input.voltage': 0, 'input.voltage.nominal': 230 }],
    ['a line that is dying', { 'ups.status': 'OB DISCHRG', 'input.voltage': 23, 'input.voltage.nominal': 230 }],
    ['a brown-out', { 'ups.status': 'OL', 'input.voltage': 95, 'input.voltage.nominal': 230 }],
    ['an output that is off', { 'ups.status': 'OL OFF', 'output.voltage': 21, 'output.voltage.nominal': 230 }],
    [
      'an output without a load',
      { 'ups.status': 'OL', 'output.voltage': 2.3, 'output.voltage.nominal': 230, 'ups.load': 0 },
    ],
    [
      'a battery that is dead',
      { 'ups.status': 'OL RB', 'battery.voltage': 1.2, 'battery.voltage.nominal': 12, 'battery.charge': 0 },
    ],
    ['a battery at its end', { 'ups.status': 'OB DISCHRG LB', 'battery.voltage': 15.1, 'battery.voltage.nominal': 24 }],
    [
      'the voltage of a cell',
      { 'ups.status': 'OL', 'battery.voltage': 2.27, 'battery.voltage.nominal': 24, 'battery.charge': 100 },
    ],
    [
      'a block of a string',
      { 'ups.status': 'OL', 'battery.voltage': 13.6, 'battery.voltage.nominal': 144, 'battery.charge': 100 },
    ],
    ['volts between phases', { 'ups.status': 'OL', 'input.L1-L2.voltage': 398, 'input.voltage.nominal': 230 }],
    ['a supply of 400 Hz', { 'ups.status': 'OL', 'output.frequency': 400 }],
    ['a rating that is the battery’s', { 'ups.status': 'OL', 'input.voltage': 230, 'input.voltage.nominal': 24 }],
    [
      'a transformer',
      { 'ups.status': 'OL', 'input.voltage': 4160, 'output.voltage.nominal': 480, 'output.voltage': 480 },
    ],
    [
      'a large UPS',
      { 'ups.status': 'OL', 'ups.power.nominal': 160_000, 'battery.voltage.nominal': 480, 'battery.voltage': 540 },
    ],
    ['a rating that is not the rating', { 'ups.status': 'OL', 'battery.voltage': 27.3, 'battery.voltage.nominal': 12 }],
    [
      'a load that takes nothing',
      {
        'ups.status': 'OL',
        'ups.load': 1,
        'ups.realpower': 40,
        'ups.realpower.nominal': 900,
        'output.current': 0.6,
        'output.voltage': 230,
      },
    ],
  ])('%s', (_what, vars) => {
    expect(screen(vars)).toMatchObject({ vars, rejected: [], corrected: [] });
  });
});

describe('what is found out of a device', () => {
  const rated: Vars = { 'ups.status': 'OL', 'ups.realpower.nominal': 1600, 'output.voltage': 124 };
  const wrong: Vars = { ...rated, 'ups.load': 150, 'output.realpower': 253, 'output.current': 2 };
  const right: Vars = { ...wrong, 'ups.load': 15 };

  it('is a wrong load only when two readings say so, since loads jump between two questions', () => {
    const first = screen(wrong, { scales: UNKNOWN_SCALES });
    expect(first.vars).not.toHaveProperty(['ups.load']);
    const second = screen(wrong, { scales: first.scales });
    expect(second.vars['ups.load']).toBe(15);
    const other = screen(right, { scales: first.scales });
    expect(other.vars['ups.load']).toBe(15);
    expect(other.corrected).toEqual([]);
  });

  it('holds for readings that nothing judges, and until a reading says otherwise', () => {
    const { scales } = screen(wrong, { scales: screen(wrong, { scales: UNKNOWN_SCALES }).scales });
    const alone = screen({ 'ups.status': 'OL', 'ups.load': 170 }, { scales });
    expect(alone.vars['ups.load']).toBe(17);
    expect(alone.corrected).toHaveLength(1);
    const { scales: healed } = screen(right, { scales: alone.scales });
    expect(screen({ 'ups.status': 'OL', 'ups.load': 17 }, { scales: healed }).vars['ups.load']).toBe(17);
  });

  it('is judged by ratings that were told before', () => {
    const known = toldBefore('input.voltage.nominal', 230);
    expect(screen({ 'ups.status': 'OL', 'input.voltage': 2414 }, { known }).vars['input.voltage']).toBe(241.4);
    expect(screen({ 'ups.status': 'OL', 'input.voltage': 2414 }).vars['input.voltage']).toBe(2414);
  });

  it('never is a setting in another scale than it is set in', () => {
    const { vars, corrected } = screen({
      'input.voltage.nominal': 230,
      'input.voltage': 231,
      'input.transfer.high': 26.4,
    });
    expect(vars).not.toHaveProperty(['input.transfer.high']);
    expect(corrected).toEqual([]);
  });
});

const dates = (battery: string, made: string | undefined, built: string): Vars => ({
  'battery.date': battery,
  ...(made === undefined ? {} : { 'battery.mfr.date': made }),
  'ups.mfr.date': built,
});

describe('dates of batteries', () => {
  it.each([
    ['before the UPS was built', dates('2001-09-25', undefined, '2021-03-02'), ['battery.date']],
    ['before the battery was made', dates('2012-09-11', '2023-01-06', '2012-09-11'), ['battery.date']],
    ['both of the factory', dates('2001-01-01', '2001-01-01', '2021-03-11'), ['battery.date', 'battery.mfr.date']],
  ] as const)('%s are of the factory', (_what, vars, gone) => {
    const { rejected } = screen(vars);
    expect(rejected.map(({ name }) => name).toSorted()).toEqual(gone);
    for (const { reason } of rejected) expect(reason).toContain('which nobody set');
  });

  it.each([
    ['a battery out of stock', dates('2020-11-30', '2020-06-01', '2021-03-02')],
    ['one exchanged since', dates('2024-05-01', '2024-03-01', '2012-09-11')],
    ['a date that is written otherwise', dates('09/25/01', undefined, '2021-03-02')],
    ['no date of the UPS', { 'battery.date': '2001-09-25' } satisfies Vars],
  ])('%s stay', (_what, vars) => {
    expect(screen(vars)).toMatchObject({ vars, rejected: [] });
  });

  it('are judged by what was told at identification', () => {
    const known = toldBefore('ups.mfr.date', '2021-03-02');
    expect(screen({ 'battery.date': '2001-09-25' }, { known }).vars).toEqual({});
  });
});
