import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXTS, isVarName, screen, VARIABLES } from '../../src-shared/nut/index.ts';
import type { ScreenContext, Value, VariableInfo, Vars } from '../../src-shared/nut/index.ts';

const rows = Object.entries<VariableInfo>(VARIABLES);
const numberRows = rows.filter(([, info]) => info.type === 'number');

const nameOf = (pattern: string) =>
  fc.tuple(fc.nat(99), fc.constantFrom(...CONTEXTS)).map(([number, context]) =>
    pattern
      .split('.')
      .map((part) => (part === 'n' ? String(number) : part === '{context}' ? context : part))
      .join('.'),
  );
const anyName = fc.oneof(
  fc.constantFrom(...rows.map(([pattern]) => pattern)).chain(nameOf),
  fc.constantFrom('input.voltage', 'input.voltage.nominal', 'battery.charge', 'experimental.x', 'no.such.name'),
);
const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.double(),
  fc.constantFrom<Value>(255, 65_535, 4_294_967_295, 0, -1, 70, 230, '', ' ', 'yes', 'OL'),
  fc.string(),
);
const anyVars = fc
  .tuple(
    fc.dictionary(anyName, anyValue, { noNullPrototype: true }),
    fc.option(fc.constantFrom('OL', 'OB DISCHRG', 'OL BOOST', 'OL CHRG', ''), { nil: undefined }),
  )
  // Names outside of the vocabulary are among them on purpose.
  .map(([vars, status]): Vars => (status === undefined ? vars : { ...vars, 'ups.status': status }));

describe('values that no device can mean', () => {
  it.each<[string, Vars]>([
    ['a charge of 255 %', { 'battery.charge': 255 }],
    ['a charge of 101 %', { 'battery.charge': 101 }],
    ['a negative charge', { 'battery.charge': -1 }],
    ['a load of 255 %', { 'ups.load': 255 }],
    ['16 bits of ones as runtime', { 'battery.runtime': 65_535 }],
    ['16 bits of ones in minutes', { 'battery.runtime': 65_535 * 60 }],
    ['32 bits of ones as runtime', { 'battery.runtime': 4_294_967_295 }],
    ['a negative runtime', { 'battery.runtime': -1 }],
    ['16 bits of ones in tenths of a volt', { 'input.L1-N.voltage': 6553.5 }],
    ['a negative voltage', { 'output.voltage': -230 }],
    ['a temperature below absolute zero', { 'ups.temperature': -300 }],
    ['a temperature in kelvin', { 'battery.temperature': 298 }],
    ['NaN', { 'battery.charge': Number.NaN }],
    ['infinity', { 'battery.voltage': Number.POSITIVE_INFINITY }],
    ['NaN under an open name', { 'experimental.x': Number.NaN }],
    ['text where a number belongs', { 'battery.charge': 'full' }],
    ['a number where text belongs', { 'ups.model': 700 }],
    ['an empty text', { 'ups.model': '' }],
    ['blanks', { 'ups.serial': '   ' }],
    ['a countdown of 16 bits of ones', { 'ups.timer.shutdown': 65_535 }],
    ['24 bits of ones as a limit', { 'battery.runtime.low': 16_777_215 }],
    ['24 bits of ones in tenths of a volt', { 'output.voltage': 1_677_721.5 }],
    ['a mains rated 0 V', { 'input.voltage.nominal': 0 }],
    ['a battery rated 0 V', { 'battery.voltage.nominal': 0 }],
    ['transfer points of 0 V', { 'input.transfer.low': 0, 'input.transfer.high': 0 }],
    ['limits of transfer points of 0 V', { 'input.transfer.low.min': 0, 'input.transfer.high.max': 0 }],
    ['an outlet rated 0 A', { 'outlet.1.current.nominal': 0 }],
  ])('takes out %s and says why', (_what, vars) => {
    const { vars: kept, rejected } = screen(vars);
    expect(kept).toEqual({});
    expect(rejected.map(({ name, value }) => [name, value])).toEqual(Object.entries(vars));
    for (const { reason } of rejected) expect(reason).toMatch(/^[A-Z0-9-].{15,}\.$/u);
  });

  it.each<[string, Vars]>([
    ['an empty battery', { 'battery.charge': 0, 'battery.runtime': 0 }],
    ['a runtime of eleven days', { 'battery.runtime': 11 * 86_400 }],
    ['an overload of 180 %', { 'ups.load': 180 }],
    ['400 V between phases', { 'input.L1-L2.voltage': 398.3 }],
    ['690 V between phases', { 'output.L1-L2.voltage': 690 }],
    ['a medium-voltage input', { 'input.L1-L2.voltage': 20_000 }],
    ['a battery string of 600 V', { 'battery.voltage': 600 }],
    ['a battery that gives current', { 'battery.current': -120 }],
    ['a 400 Hz supply', { 'output.frequency': 400 }],
    ['no timer running', { 'ups.timer.shutdown': -1, 'ups.timer.start': -1 }],
    ['a load that feeds back', { 'output.realpower': -300 }],
    ['frost at a sensor', { 'ambient.1.temperature': -25 }],
    ['a setting of 65535 s', { 'ups.delay.start': 65_535 }],
    ['255 V, all ones of a byte', { 'input.voltage': 255, 'input.transfer.high': 255 }],
    ['a load of nothing at all', { 'ups.load': 0, 'output.current': 0 }],
    ['no delay before a transfer', { 'input.transfer.delay': 0 }],
    ['0 V in an outage', { 'ups.status': 'OB DISCHRG', 'input.voltage': 0, 'input.voltage.nominal': 230 }],
  ])('keeps %s', (_what, vars) => {
    expect(screen(vars)).toMatchObject({ vars, rejected: [], corrected: [] });
  });

  it('leaves out what has no value', () => {
    expect(Object.keys(screen({ 'ambient.1.temperature': undefined, 'input.voltage': 230 }).vars)).toEqual([
      'input.voltage',
    ]);
  });

  it('does not judge by texts of before', () => {
    expect(screen({ 'input.voltage': 2310 }, { known: () => '230' }).vars).toEqual({ 'input.voltage': 2310 });
  });

  it('never drops the status, not even one it does not understand', () => {
    fc.assert(
      fc.property(fc.string(), (status) => {
        expect(screen({ 'ups.status': status }).vars).toEqual({ 'ups.status': status });
      }),
    );
  });
});

const dropped = (vars: Vars, context?: ScreenContext): boolean =>
  screen(vars, context).rejected.some(({ name }) => name === 'input.voltage');
const on = (status: string, voltage: number, nominal = 230): Vars => ({
  'ups.status': status,
  'input.voltage': voltage,
  'input.voltage.nominal': nominal,
});

describe('an input voltage that the status contradicts', () => {
  it('is taken out: 70 V on a 230 V line, on mains', () => {
    const { vars, rejected } = screen(on('OL CHRG', 70));
    expect(vars).toEqual({ 'ups.status': 'OL CHRG', 'input.voltage.nominal': 230 });
    expect(rejected.map(({ name, value }) => [name, value])).toEqual([['input.voltage', 70]]);
    expect(rejected[0]?.reason).toContain('70 V on a 230 V line');
  });

  it.each([
    'OB',
    'OB DISCHRG LB',
    'OL BOOST',
    'OL BYPASS',
    'OL CAL',
    'OL CAL DISCHRG',
    'OL DISCHRG',
    'OL CHRG DISCHRG',
    'OL TEST',
    'OL OFF',
    'OL FSD',
    'OL OB',
    '',
    'WAIT',
    'OL WAIT',
  ])('is left alone while the status is %j', (status) => {
    expect(dropped(on(status, 70))).toBe(false);
  });

  it('is no contradiction within what UPSs accept from mains', () => {
    expect(dropped(on('OL', 110))).toBe(false);
    expect(dropped(on('OL', 80))).toBe(false);
    expect(dropped(on('OL', 50, 120))).toBe(false);
    expect(dropped(on('OL', 230, 400))).toBe(false);
    expect(dropped(on('OL', 480, 120))).toBe(false);
  });

  it('is no contradiction where the frequency is gone as well', () => {
    expect(dropped({ ...on('OL', 0), 'input.frequency': 0 })).toBe(false);
    expect(dropped(on('OL', 0), { known: (name) => (name === 'input.frequency' ? 0 : undefined) })).toBe(false);
    expect(dropped({ ...on('OL', 0), 'input.frequency': 50 })).toBe(true);
  });

  it('needs a rating, from the caller, the input or a plug-sized output', () => {
    const vars: Vars = { 'ups.status': 'OL', 'input.voltage': 70 };
    expect(dropped(vars)).toBe(false);
    expect(dropped(vars, { nominalVoltage: 230 })).toBe(true);
    expect(dropped(vars, { nominalVoltage: Number.NaN })).toBe(false);
    expect(dropped({ ...vars, 'output.voltage.nominal': 230 })).toBe(true);
    expect(dropped({ ...vars, 'output.voltage.nominal': 480 })).toBe(false);
    expect(dropped({ ...vars, 'output.voltage.nominal': 277 })).toBe(true);
    expect(dropped({ ...vars, 'output.voltage.nominal': 278 })).toBe(false);
    expect(dropped(on('OL', 29.9, 90))).toBe(true);
    expect(dropped(on('OL', 30, 90))).toBe(false);
    expect(dropped(on('OL', 29.5, 89))).toBe(false);
    expect(dropped({ ...vars, 'input.voltage.nominal': 24, 'output.voltage.nominal': 230 })).toBe(false);
    expect(dropped({ ...vars, 'input.voltage': 5, 'input.voltage.nominal': 24 })).toBe(false);
    expect(dropped({ ...vars, 'input.voltage': 5, 'input.voltage.nominal': 65_535 })).toBe(false);
    expect(dropped({ ...vars, 'input.voltage.nominal': 120, 'output.voltage.nominal': 230 })).toBe(false);
  });

  it('takes the status of the caller only where the values have none', () => {
    const vars: Vars = { 'input.voltage': 70, 'input.voltage.nominal': 230 };
    expect(dropped(vars)).toBe(false);
    expect(dropped(vars, { status: 'OL' })).toBe(true);
    expect(dropped({ ...vars, 'ups.status': 'OB' }, { status: 'OL' })).toBe(false);
  });

  it('says nothing of three-phase devices, which carry on without one phase', () => {
    expect(dropped({ ...on('OL', 0), 'input.phases': 3 })).toBe(false);
    expect(dropped({ ...on('OL', 0), 'input.phases': 2 })).toBe(false);
    expect(dropped({ ...on('OL', 0), 'input.L2-N.voltage': 231 })).toBe(false);
    expect(dropped({ ...on('OL', 0), 'input.L2.alarm': 'missing' })).toBe(false);
    expect(dropped({ ...on('OL', 0), 'input.phases': 1 })).toBe(true);
  });
});

describe('screen, for any values', () => {
  it('parts them without loss or invention, and keeps what came of those it mends', () => {
    fc.assert(
      fc.property(anyVars, (vars) => {
        const { vars: kept, rejected, corrected } = screen(vars);
        const came = [...rejected, ...corrected].map(({ name, value }) => [name, value] as const);
        const parted = [...Object.entries(kept), ...came];
        expect(parted.length - corrected.length).toBe(Object.keys(vars).length);
        expect(Object.fromEntries(parted)).toEqual({ ...vars });
      }),
    );
  });

  it('finds nothing more in what it has left', () => {
    fc.assert(
      fc.property(anyVars, (vars) => {
        const { vars: kept } = screen(vars);
        const again = screen(kept);
        expect([again.vars, again.rejected, again.corrected]).toEqual([kept, [], []]);
      }),
    );
  });

  it('keeps every number that its row allows', () => {
    const allowed = fc.constantFrom(...numberRows).chain(([pattern, { min = 0, max = 0, sentinels = [] }]) =>
      fc.tuple(
        nameOf(pattern),
        fc.double({ min, max, noNaN: true }).filter((value) => !sentinels.includes(value)),
      ),
    );
    fc.assert(
      fc.property(allowed, ([name, value]) => {
        // Nothing is rated for zero, whatever the row allows of the quantity.
        fc.pre(value !== 0 || !/\.nominal$|^input\.transfer\./u.test(name));
        // Mains has one of two frequencies, so that these are judged by themselves: see `judge.test.ts`.
        fc.pre(!/^(?:in|out)put\.frequency/u.test(name));
        if (!isVarName(name)) throw new Error(name);
        expect(screen({ [name]: value }).rejected).toEqual([]);
      }),
    );
  });

  it('takes out every number that its row forbids', () => {
    const forbidden = fc.constantFrom(...numberRows).chain(([pattern, { min = 0, max = 0, sentinels = [] }]) =>
      fc.tuple(
        nameOf(pattern),
        fc.oneof(
          fc.double({ noNaN: false }).filter((value) => !(value >= min && value <= max)),
          ...(sentinels.length === 0 ? [] : [fc.constantFrom(...sentinels)]),
        ),
      ),
    );
    fc.assert(
      fc.property(forbidden, ([name, value]) => {
        if (!isVarName(name)) throw new Error(name);
        expect(screen({ [name]: value }).vars).toEqual({});
      }),
    );
  });
});
