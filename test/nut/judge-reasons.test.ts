/** What is said of values that are withheld or mended, and of dates that nobody set. */
import { describe, expect, it } from 'vitest';
import { learnVocabulary, screen, UNKNOWN_SCALES, type ScreenContext, type Vars } from '../../src-shared/nut/index.ts';
import { REJECTIONS } from '../../src-shared/nut/plausibility.ts';

function reasons(vars: Vars, context?: ScreenContext): readonly (readonly [string, string])[] {
  const { rejected, corrected } = screen(vars, context);
  return [...rejected, ...corrected].map(({ name, reason }) => [name, reason] as const);
}

describe('one value alone', () => {
  it.each<[string, Vars, string | undefined]>([
    ['full', { 'battery.charge': 100 }, undefined],
    ['fuller than full', { 'battery.charge': 100.1 }, '100.1 % is more than this can be.'],
    ['empty', { 'battery.charge': 0 }, undefined],
    ['emptier than empty', { 'battery.charge': -0.1 }, '-0.1 % is less than this can be.'],
    ['all ones', { 'battery.charge': 255 }, '255 % is how devices say that they do not know.'],
    ['without a unit', { 'output.powerfactor': 1.1 }, '1.1 is more than this can be.'],
    ['the highest load', { 'ups.load': 400 }, undefined],
    ['a higher load', { 'ups.load': 401 }, '401 % is more than this can be.'],
    ['text', { 'battery.charge': 'full' }, REJECTIONS.textForNumber],
    ['a number', { 'ups.model': 700 }, REJECTIONS.numberForText],
    ['no number', { 'battery.charge': Number.NaN }, REJECTIONS.noNumber],
    ['nothing', { 'ups.model': ' ' }, REJECTIONS.empty],
    ['a rating of zero', { 'ups.power.nominal': 0 }, REJECTIONS.zeroRating],
    ['a transfer point of zero', { 'input.transfer.low': 0 }, REJECTIONS.zeroRating],
    ['that of raising', { 'input.transfer.boost.low': 0 }, REJECTIONS.zeroRating],
    ['that of lowering', { 'input.transfer.trim.high': 0 }, REJECTIONS.zeroRating],
    ['a limit of zero', { 'input.transfer.high.min': 0 }, REJECTIONS.zeroRating],
    ['a rating of one', { 'ups.power.nominal': 1 }, undefined],
    ['an open name', { 'experimental.x': 0 }, undefined],
  ])('%s', (_what, vars, reason) => {
    expect(reasons(vars).map(([, each]) => each)).toEqual(reason === undefined ? [] : [reason]);
  });

  it('under a name that is none', () => {
    expect(reasons({ 'no.such.name': 1 } as Vars)).toEqual([['no.such.name', REJECTIONS.noName]]);
  });
});

const rated230: NonNullable<ScreenContext['known']> = (name) => (name === 'input.voltage.nominal' ? 230 : undefined);
const said = (vars: Vars): readonly string[] => reasons(vars, { locale: 'qq' }).map(([, reason]) => reason);

describe('values beside others', () => {
  it.each<[string, Vars, string]>([
    [
      'mended',
      { 'input.voltage.nominal': 230, 'input.voltage': 2310 },
      'The UPS sends 2310 V. Beside 230 V (Input rated voltage) only 231 V can be true.',
    ],
    [
      'mended by itself',
      { 'ups.status': 'OL', 'input.frequency': 500 },
      'The UPS sends 500 Hz. It measures this in another unit than it says, and means 50 Hz.',
    ],
    [
      'withheld',
      { 'input.voltage.nominal': 240, 'input.voltage': 1201 },
      '1201 V cannot be true beside 240 V (Input rated voltage).',
    ],
    [
      'withheld by itself',
      { 'ups.status': 'OL', 'input.frequency': 300 },
      '300 Hz cannot be true: this UPS measures it in another unit than it says.',
    ],
    [
      'on mains',
      { 'ups.status': 'OL', 'input.voltage.nominal': 240, 'input.voltage': 79.9 },
      '79.9 V on a 240 V line cannot carry a load, and the UPS says that it is on mains.',
    ],
    [
      'beside two',
      { 'ups.status': 'OL', 'ups.realpower.nominal': 1000, 'ups.load': 50, 'ups.realpower': 5000 },
      'The UPS sends 5000 W. Beside 50 % (Load), 1000 W (Rated power) only 500 W can be true.',
    ],
    [
      'apart from what is judged by something else',
      {
        'input.voltage.nominal': 230,
        'input.voltage': 2310,
        'output.voltage.nominal': 120,
        'output.voltage': 120,
      },
      'The UPS sends 2310 V. Beside 230 V (Input rated voltage) only 231 V can be true.',
    ],
  ])('%s', (_what, vars, reason) => {
    expect(reasons(vars).map(([, each]) => each)).toEqual([reason]);
  });

  it('that are doubted themselves are named as they are shown in the end, or as they came', () => {
    const both: Vars = {
      'battery.charge': 100,
      'battery.voltage': 273,
      'battery.voltage.nominal': 240,
      'ups.realpower.nominal': 900,
    };
    expect(reasons(both)).toContainEqual([
      'battery.voltage',
      'The UPS sends 273 V. Beside 900 W (Rated power), 24 V (Rated battery voltage) only 27.3 V can be true.',
    ]);
    expect(Object.fromEntries(reasons({ 'ups.status': 'OL', 'ups.realpower': 100, 'ups.power': 901 }))).toEqual({
      'ups.realpower': '100 W cannot be true beside 901 VA (Apparent power).',
      'ups.power': '901 VA cannot be true beside 100 W (Power).',
    });
  });

  it('name those that were told before', () => {
    expect(reasons({ 'input.voltage': 2310 }, { known: rated230 })).toEqual([
      ['input.voltage', 'The UPS sends 2310 V. Beside 230 V (Input rated voltage) only 231 V can be true.'],
    ]);
  });

  it('are spoken of in the language that is asked for', () => {
    const texts = ['tooMuch', 'misfit', 'notOnMains', 'tooEarly'] as const;
    learnVocabulary('qq', {
      ...Object.fromEntries(texts.map((key) => [REJECTIONS[key], `${key} {value}{voltage} {other}`])),
      'Input rated voltage': 'label',
      'UPS built on': 'built',
    });
    expect(said({ 'battery.charge': 101 })).toEqual(['tooMuch 101 %{voltage} {other}']);
    expect(said({ 'input.voltage.nominal': 240, 'input.voltage': 1201 })).toEqual([
      'misfit 1201 V{voltage} 240 V (label)',
    ]);
    expect(said({ 'ups.status': 'OL', 'input.voltage.nominal': 240, 'input.voltage': 79 })).toEqual([
      'notOnMains {value}79 {other}',
    ]);
    expect(said({ 'ups.mfr.date': '2021-03-02', 'battery.date': '2001-09-25' })).toEqual([
      'tooEarly 2001-09-25{voltage} built',
    ]);
  });
});

describe('dates of batteries', () => {
  it.each<[string, Vars, readonly string[]]>([
    ['a year in stock', { 'ups.mfr.date': '2022-03-02', 'battery.date': '2021-03-02' }, []],
    ['a day more', { 'ups.mfr.date': '2022-03-03', 'battery.date': '2021-03-02' }, ['battery.date']],
    ['a date of making', { 'ups.mfr.date': '2022-03-03', 'battery.mfr.date': '2021-03-02' }, ['battery.mfr.date']],
    ['beside the battery’s', { 'battery.mfr.date': '2022-03-03', 'battery.date': '2021-03-02' }, ['battery.date']],
    [
      'beside a date that is none itself',
      { 'ups.mfr.date': '2030-01-01', 'battery.mfr.date': '2001-01-01', 'battery.date': '2029-06-01' },
      ['battery.mfr.date'],
    ],
    [
      'before two others',
      { 'ups.mfr.date': '2021-03-02', 'battery.mfr.date': '2020-06-01', 'battery.date': '2001-09-25' },
      ['battery.date'],
    ],
    ['a month that is none', { 'ups.mfr.date': '2022-03-03', 'battery.date': '2001-13-02' }, []],
    ['more than a date', { 'ups.mfr.date': '2022-03-03', 'battery.date': '2001-09-25 10:00' }, []],
    ['more before it', { 'ups.mfr.date': '2022-03-03', 'battery.date': '+002001-09-25' }, []],
    ['a UPS without a date', { 'ups.mfr.date': 'unknown', 'battery.date': '2001-09-25' }, []],
  ])('%s', (_what, vars, gone) => {
    expect(screen(vars).rejected.map(({ name }) => name)).toEqual(gone);
  });

  it('are told with what they were judged by', () => {
    expect(reasons({ 'ups.mfr.date': '2021-03-02', 'battery.date': '2001-09-25' })).toEqual([
      ['battery.date', '2001-09-25 is before 2021-03-02 (UPS built on): a date of the factory, which nobody set.'],
    ]);
  });

  it('that are before two others are told with that of the UPS', () => {
    const [first] = reasons({
      'ups.mfr.date': '2021-03-02',
      'battery.mfr.date': '2020-06-01',
      'battery.date': '2001-09-25',
    });
    expect(first?.[1]).toContain('before 2021-03-02 (UPS built on)');
  });

  it('that were told before are not judged again', () => {
    const before: Record<string, string> = { 'battery.date': '2001-09-25', 'battery.mfr.date': '2001-09-25' };
    expect(screen({ 'ups.mfr.date': '2021-03-02' }, { known: (name) => before[name] }).rejected).toEqual([]);
  });
});

describe('scales that were found out', () => {
  const RATED: Vars = { 'ups.status': 'OL', 'ups.realpower.nominal': 1000 };
  const WRONG: Vars = { ...RATED, 'ups.load': 50, 'ups.realpower': 5000 };

  it('are suspected first, found when two readings agree, and gone when one contradicts', () => {
    const first = screen(WRONG, { scales: UNKNOWN_SCALES });
    expect(first.vars).toEqual({ ...RATED, 'ups.load': 50 });
    expect(first.scales).toEqual({ found: { 'ups.realpower': 'out' }, suspected: { 'ups.realpower': -1 } });
    const second = screen(WRONG, { scales: first.scales });
    expect(second.vars).toEqual({ ...WRONG, 'ups.realpower': 500 });
    expect(second.scales.found).toEqual({ 'ups.realpower': -1, 'ups.load': 0, 'ups.realpower.nominal': 0 });
    const third = screen(WRONG, { scales: { ...second.scales, suspected: {} } });
    expect(third.vars['ups.realpower']).toBe(500);
    const right = screen({ ...WRONG, 'ups.realpower': 500 }, { scales: second.scales });
    expect(right.vars['ups.realpower']).toBe(500);
    expect(right.scales).toEqual({
      found: { 'ups.realpower': 0, 'ups.load': 0, 'ups.realpower.nominal': 0 },
      suspected: {},
    });
  });

  /** What is shown of the power, of readings one after the other. */
  const shown = (watts: readonly number[]): readonly unknown[] => {
    let scales = UNKNOWN_SCALES;
    return watts.map((value) => {
      const screened = screen({ ...WRONG, 'ups.realpower': value }, { scales });
      ({ scales } = screened);
      return screened.vars['ups.realpower'];
    });
  };

  it.each<[string, readonly number[], readonly unknown[]]>([
    ['two readings agree', [5000, 5000, 5000], [undefined, 500, 500]],
    ['one that means nothing is no word against them', [5000, 5000, 24_900, 5000], [undefined, 500, undefined, 500]],
    ['nor before they do', [5000, 24_900, 5000], [undefined, undefined, 500]],
    ['one that is right is', [5000, 5000, 500, 5000, 5000], [undefined, 500, 500, undefined, 500]],
    ['other powers of ten', [5000, 50_000, 50_000, 5000], [undefined, undefined, 500, undefined]],
  ])('from reading to reading: %s', (_what, watts, expected) => {
    expect(shown(watts)).toEqual(expected);
  });

  it('are those of a voltage at once, since nothing moves it', () => {
    const { vars, scales } = screen({ 'input.voltage': 2310 }, { known: rated230, scales: UNKNOWN_SCALES });
    expect(vars).toEqual({ 'input.voltage': 231 });
    expect(scales).toEqual({ found: { 'input.voltage': -1, 'input.voltage.nominal': 0 }, suspected: {} });
  });

  it('of a frequency are not applied to one that was mended', () => {
    const { vars, corrected } = screen(
      { 'ups.status': 'OL', 'input.frequency': 500 },
      { scales: { found: { 'input.frequency': -1 }, suspected: {} } },
    );
    expect([vars['input.frequency'], corrected.length]).toEqual([50, 1]);
  });

  it('of a rating outlast readings without it, and readings that nothing judges it by', () => {
    const found = { 'battery.voltage.nominal': -1, 'ups.realpower.nominal': -1 } as const;
    const before: Record<string, number> = { 'battery.voltage.nominal': 24, 'ups.realpower.nominal': 1000 };
    const { scales } = screen(
      { 'ups.status': 'OL' },
      { known: (name) => before[name], scales: { found, suspected: {} } },
    );
    expect(scales.found).toEqual(found);
    expect(screen({ 'ups.realpower.nominal': 5000 }, { scales }).vars).toEqual({ 'ups.realpower.nominal': 500 });
  });

  it('of another power of ten start again', () => {
    const scales = { found: {}, suspected: { 'ups.realpower': -2 } } as const;
    const { vars, scales: next } = screen(WRONG, { scales });
    expect(vars).toEqual({ ...RATED, 'ups.load': 50 });
    expect(next.suspected).toEqual({ 'ups.realpower': -1 });
  });

  it('hold where nothing judges, and leave zero and what is right alone', () => {
    const scales = { found: { 'ups.realpower': -1, 'input.voltage': 'out', 'ups.load': 0 }, suspected: {} } as const;
    const context: ScreenContext = { scales };
    expect(screen({ 'ups.realpower': 5000, 'input.voltage': 7, 'ups.load': 4 }, context).vars).toEqual({
      'ups.realpower': 500,
      'ups.load': 4,
    });
    expect(screen({ 'ups.realpower': 0, 'input.voltage': 0 }, context).corrected).toEqual([]);
    expect(screen({ 'ups.load': 4 }, context).corrected).toEqual([]);
    expect(screen({ 'ups.realpower': 0, 'input.voltage': 0 }, context).scales).toEqual(scales);
    expect(screen({ 'battery.charge': 50 }, context).vars).toEqual({ 'battery.charge': 50 });
    expect(reasons({ 'ups.realpower': 5000 }, context)).toEqual([
      ['ups.realpower', 'The UPS sends 5000 W. It measures this in another unit than it says, and means 500 W.'],
    ]);
  });

  it('are not applied where they make what no UPS shows', () => {
    const context: ScreenContext = { scales: { found: { 'ups.load': 1 }, suspected: {} } };
    expect(screen({ 'ups.load': 40 }, context).vars).toEqual({ 'ups.load': 400 });
    expect(screen({ 'ups.load': 41 }, context).vars).toEqual({});
  });

  it('hold for values that go with others as well in the one as in the other', () => {
    const known = { found: { 'input.voltage': 1 }, suspected: {} } as const;
    const at = (voltage: number, found: Record<string, number | 'out'> = known.found): unknown =>
      screen({ 'input.voltage.nominal': 230, 'input.voltage': voltage }, { scales: { found, suspected: {} } }).vars[
        'input.voltage'
      ];
    expect(at(23)).toBe(230);
    expect(at(230)).toBe(230);
    expect(at(72)).toBe(720);
    expect(at(73)).toBe(73);
    expect(at(230, { 'input.voltage.nominal': 1 })).toBe(230);
    expect(at(72, { 'input.voltage': 'out' })).toBe(72);
  });

  it('hold for a rating in the same way', () => {
    const scales = { found: { 'input.voltage.nominal': 1 }, suspected: {} } as const;
    const at = (rating: number): unknown =>
      screen({ 'input.voltage.nominal': rating, 'input.voltage': 230 }, { scales }).vars['input.voltage.nominal'];
    expect(at(71)).toBe(710);
    expect(at(73)).toBe(73);
  });
});
