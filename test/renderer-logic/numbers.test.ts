import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, localeFor, spokenAge, spokenDuration, valueText } from '../../src-renderer/logic/formats.ts';
import { chargeGauge, loadGauge, runtimeGauge } from '../../src-renderer/logic/gauge.ts';
import { fixedRange, momentsOf, panned, zoomed } from '../../src-renderer/logic/range.ts';
import { settingFault } from '../../src-renderer/logic/setting.ts';
import { timeTicks } from '../../src-renderer/logic/time-axis.ts';
import { clockOffset } from '../../src-renderer/state/clock-offset.ts';
import { tokenOf } from '../../src-renderer/logic/token.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { fakeDevice, fakeState, withValues } from '../renderer/fake-devices.ts';
import { formats, t } from './texts.ts';

/** The seconds that words say. */
const read = (text: string): number =>
  [...text.matchAll(/([\d,]+)\u00a0(day|hour|minute|second)/gu)].reduce(
    (sum, [, count = '', unit = '']) =>
      sum + Number(count.replace(',', '')) * ({ day: 86_400, hour: 3600, minute: 60, second: 1 }[unit] ?? 0),
    0,
  );

const ticks = (from: string, to: string, count = 8, locale = 'en-US'): string[] =>
  timeTicks(new Date(from).getTime(), new Date(to).getTime(), count, locale).map(({ text }) =>
    text.replaceAll(/[\u202f\u00a0]/gu, ' '),
  );

const readOf = (readAt: number) => fakeState([fakeDevice({ readAt })]);

describe('formats', () => {
  it.each([
    [0, '0\u00a0seconds'],
    [59.9, '59\u00a0seconds'],
    [60, '1\u00a0minute'],
    [125, '2\u00a0minutes 5\u00a0seconds'],
    [2499, '41\u00a0minutes'],
    [3900, '1\u00a0hour 5\u00a0minutes'],
    [90_000, '1\u00a0day 1\u00a0hour'],
  ])('%d s is "%s"', (seconds, expected) => {
    expect(spokenDuration(seconds, formats)).toBe(expected);
  });

  it.each([
    [47, '0:47'],
    [46.2, '0:47'],
    [-3, '0:00'],
    [3900, '1:05:00'],
  ])('a countdown of %d s shows %s', (seconds, expected) => {
    expect(clockText(seconds)).toBe(expected);
  });

  it('never promises more time than there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (seconds) => {
        expect(read(spokenDuration(seconds, formats))).toBeLessThanOrEqual(seconds);
      }),
    );
  });

  it('converts temperatures and nothing else', () => {
    const us = { ...formats, fahrenheit: true };
    expect(valueText('ups.temperature', 28.4, us)).toBe('83.1\u00a0°F');
    expect(valueText('input.voltage', 230, us)).toBe('230.0\u00a0V');
    expect(valueText('ups.temperature', undefined, us)).toBe('Not reported');
  });

  it('takes the region from the browser', () => {
    expect(localeFor('en', ['de-AT', 'en-GB', 'en'])).toBe('en-GB');
    expect(localeFor('en', ['de'])).toBe('en');
  });

  it('tells the age of a battery in years', () => {
    expect(spokenAge(86_400 * 995, formats)).toBe('2.6\u00a0years');
    expect(spokenAge(86_400 * 70, formats)).toBe('2\u00a0months');
  });
});

describe('gauges', () => {
  const context = { formats, t, protection: defaultSettings().protection };

  it('carry the thresholds that matter', () => {
    expect(chargeGauge(fakeDevice(), context).marks).toEqual([
      { at: 30, text: 'Acts below 30\u00a0%', tone: 'critical' },
      { at: 20, text: 'UPS: low below 20\u00a0%', tone: 'warning' },
    ]);
    expect(runtimeGauge(fakeDevice(), context)).toMatchObject({
      max: 3600,
      figure: ['41', 'min'],
      marks: [{ at: 600 }],
    });
    expect(loadGauge(fakeDevice(), context).marks).toEqual([
      { at: 100, text: 'All it can carry: 600\u00a0W', tone: 'critical' },
    ]);
  });

  it('know no trigger of a UPS that does not feed this computer, nor of protection that is off', () => {
    expect(runtimeGauge(fakeDevice({ feedsThisComputer: false }), context).marks).toEqual([]);
    // What is not reported triggers nothing; what the UPS itself calls low is still so.
    expect(runtimeGauge(withValues({ 'battery.runtime': undefined }), context).marks).toEqual([]);
    expect(chargeGauge(withValues({ 'battery.charge': undefined }), context).marks.map(({ at }) => at)).toEqual([20]);
    expect(
      runtimeGauge(fakeDevice(), { ...context, protection: { ...context.protection, mode: 'off' } }).marks,
    ).toEqual([]);
  });

  it('take their tone from the thresholds, and none from a missing value', () => {
    expect(chargeGauge(withValues({ 'battery.charge': 29 }), context).tone).toBe('critical');
    expect(chargeGauge(withValues({ 'battery.charge': 31 }), context).tone).toBe('good');
    expect(chargeGauge(withValues({ 'battery.charge': undefined }), context)).toMatchObject({
      tone: 'unknown',
      value: undefined,
    });
    expect(loadGauge(withValues({ 'ups.load': 104 }), context).tone).toBe('critical');
  });
});

describe('ranges', () => {
  it('ask the same question again instead of a new one each second', () => {
    const asked = new Set(
      Array.from({ length: 60 }, (_, second) => momentsOf({ preset: '24h' }, 1_700_000_000_000 + second * 1000).to),
    );
    expect(asked.size).toBeLessThanOrEqual(2);
  });

  it('zooming and panning always end in a range that can be shown', () => {
    const moments = fc
      .tuple(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: 1, max: 1e12 }))
      .map(([from, width]) => ({ from, to: from + width }));
    fc.assert(
      fc.property(
        moments,
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (range, factor, part) => {
          for (const next of [zoomed(range, factor), panned(range, part)]) {
            if (next?.preset !== 'custom') continue;
            expect(next.from).toBeGreaterThanOrEqual(0);
            expect(next.to).toBeGreaterThan(next.from);
          }
        },
      ),
    );
  });

  it('stop at the beginning of time', () => {
    expect(panned({ from: 10_000, to: 200_000 }, -2)).toEqual({ preset: 'custom', from: 0, to: 190_000 });
  });

  it('refuse an end that is not after the begin', () => {
    expect(fixedRange(5, 5)).toBeUndefined();
    expect(fixedRange(Number.NaN, 5)).toBeUndefined();
  });

  it('have ticks inside of them, in order, and not too many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1e12, max: 2e12 }),
        fc.integer({ min: 60_000, max: 40_000_000_000 }),
        (from, width) => {
          const at = timeTicks(from, from + width, 8, 'en').map((tick) => tick.at);
          expect(at).toEqual(at.toSorted((a, b) => a - b));
          expect(at.length).toBeLessThanOrEqual(20);
          expect(at.every((time) => time >= from && time <= from + width)).toBe(true);
        },
      ),
    );
  });

  it('tell times no more precisely than they are apart', () => {
    expect(ticks('2026-03-17T15:00:30', '2026-03-17T15:04:30', 4)).toEqual([
      '3:01 PM',
      '3:02 PM',
      '3:03 PM',
      '3:04 PM',
    ]);
    expect(ticks('2026-03-17T15:01:00', '2026-03-17T15:02:00', 2)).toEqual(['3:01:00 PM', '3:01:30 PM', '3:02:00 PM']);
    expect(ticks('2026-03-17T14:00', '2026-03-17T20:00', 3, 'de')).toEqual(['14:00', '16:00', '18:00', '20:00']);
  });

  it('tell the date once, where a day begins', () => {
    expect(ticks('2026-03-17T20:00', '2026-03-18T08:00', 4)).toEqual(['9:00 PM', 'Mar 18', '3:00 AM', '6:00 AM']);
    expect(ticks('2026-03-17T20:00', '2026-03-18T08:00', 4, 'zh')).toEqual(['21:00', '3月18日', '3:00', '6:00']);
  });

  it('do not take a year for a day', () => {
    expect(ticks('2025-11-21', '2026-11-21', 6)).toEqual(['Jan 2026', 'Mar', 'May', 'Jul', 'Sep', 'Nov']);
    expect(ticks('2024-05-05', '2026-11-21', 5)).toEqual(['Jul 2024', 'Jan 2025', 'Jul', 'Jan 2026', 'Jul']);
  });

  it('stay where they are while the range moves', () => {
    const width = 30 * 86_400_000;
    const at = (from: number): number[] => timeTicks(from, from + width, 6, 'en').map((tick) => tick.at);
    const begin = new Date('2026-03-01').getTime();
    const all = new Set(Array.from({ length: 40 }, (_, day) => at(begin + day * 86_400_000)).flat());
    // A tick each week of seventy days.
    expect(all.size).toBeLessThanOrEqual(10);
  });
});

it('settingFault knows what a device takes', () => {
  const range = { name: 'ups.delay.shutdown', range: { min: 12, max: 600, step: 6 } };
  expect(['', '12', '11', '13', '600', '601', '1e2', 'abc'].map((text) => settingFault(range, text))).toEqual([
    'empty',
    undefined,
    'range',
    'step',
    undefined,
    'range',
    'number',
    'number',
  ]);
  expect(settingFault({ name: 'ups.id', maxLength: 3 }, 'four')).toBe('length');
  expect(settingFault({ name: 'ups.beeper.status', values: ['enabled'] }, 'muted')).toBe('choice');
});

it('clockOffset is learned from new readings only', () => {
  expect(clockOffset(readOf(1000), readOf(1000), 99_000)).toBeUndefined();
  expect(clockOffset(readOf(1000), readOf(3000), 3400)).toBe(0);
  expect(clockOffset(readOf(1000), readOf(3000), 63_000)).toBe(60_000);
});

it('tokenOf reads the fragment of the printed link and nothing else', () => {
  expect(tokenOf('#token=abc_DEF-123')).toBe('abc_DEF-123');
  expect(tokenOf('#/history')).toBeUndefined();
  expect(tokenOf('#token=a b')).toBeUndefined();
});
