import { describe, expect, it } from 'vitest';
import {
  DIARY_ADDRESS,
  diaryGrid,
  diaryKinds,
  entriesIn,
  lengthText,
  patternText,
} from '../../src-renderer/logic/diary.ts';
import { knownAt } from '../../src-renderer/logic/replay.ts';
import type { DiaryPattern, Series } from '../../src-shared/contract/index.ts';
import { fakeDiary } from '../renderer/fake-diary.ts';
import { formats, t } from './texts.ts';

const diary = fakeDiary(0, 1e12);
const pattern = (change: Partial<DiaryPattern>): string =>
  patternText(
    {
      kind: 'boost',
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      hours: { from: 18, to: 20 },
      inside: 36,
      all: 41,
      times: 9.44,
      ...change,
    },
    { ...formats, locale: 'en-GB' },
    t,
  );

describe('a time that stands out', () => {
  it('is said of the days on which it does', () => {
    const rest = '9.4 times as often as if the time made no difference.';
    expect(pattern({})).toBe(`Boosts: most between 18:00 and 20:00, ${rest}`);
    expect(pattern({ weekdays: [1, 2, 3, 4, 5] })).toBe(`Boosts: most on workdays between 18:00 and 20:00, ${rest}`);
    expect(pattern({ weekdays: [0, 6] })).toBe(`Boosts: most at weekends between 18:00 and 20:00, ${rest}`);
    expect(pattern({ weekdays: [0, 1] })).toBe(`Boosts: most between 18:00 and 20:00 on Monday and Sunday, ${rest}`);
  });

  it('may be a day', () => {
    expect(pattern({ weekdays: [0], hours: undefined })).toBe(
      'Boosts: most on Sunday, 9.4 times as often as if the day made no difference.',
    );
  });
});

describe('the grid', () => {
  it('begins on Monday and counts what was chosen', () => {
    const { rows, most } = diaryGrid(diary.cells, 'all');
    expect(rows.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 0]);
    expect(rows[0]?.cells[9]?.count).toBe(6);
    expect(rows[6]?.cells[18]?.count).toBe(1);
    expect(most).toBe(7);
    expect(diaryGrid(diary.cells, 'boost').rows[0]?.cells[9]?.count).toBe(0);
    expect(diaryGrid(diary.cells, 'swell').most).toBe(1);
  });

  it('has no sags where nobody tells the voltage', () => {
    expect(diaryKinds(diary)).toHaveLength(5);
    expect(diaryKinds({ bounds: undefined })).toEqual(['boost', 'trim', 'battery']);
  });
});

it('a length is no more precise than it is known', () => {
  const entry = { kind: 'sag' as const, begin: 0, end: 900_000, resolution: 900 };
  expect(lengthText(entry, formats, t)).toBe('up to 15\u00a0min');
  expect(lengthText({ ...entry, end: 180_000, resolution: 60 }, formats, t)).toBe('up to 3\u00a0min');
  expect(lengthText({ ...entry, end: 2000, resolution: 2 }, formats, t)).toBe('up to 2\u00a0s');
  expect(lengthText({ ...entry, end: 61_000, resolution: 2 }, formats, t)).toBe('1\u00a0min 01\u00a0s');
  expect(lengthText({ kind: 'boost', begin: 0, resolution: 0 }, formats, t)).toBe('not seen to end');
});

describe('what was known at a moment', () => {
  const series: Series[] = [
    {
      variable: 'battery.charge',
      points: [
        [10_000, 90, 91, 92],
        [20_000, 80, 80, 80],
      ],
    },
    { variable: 'ups.load', points: [[30_000, 5, 5, 5]] },
  ];

  it('is the reading before it, with its age once it is old', () => {
    expect(knownAt(series, 2, 21_000, formats)).toEqual([
      { name: 'battery.charge', value: '80\u00a0%', ago: undefined },
    ]);
    expect(knownAt(series, 2, 40_000, formats)[0]?.ago).toBe(20);
    expect(knownAt(series, 2, 9999, formats)).toEqual([]);
  });

  it('is the range of many readings where none of them can be told any more', () => {
    expect(knownAt(series, 900, 15_000, formats)).toEqual([
      { name: 'battery.charge', value: '90\u00a0% – 92\u00a0%', ago: undefined },
    ]);
  });
});

const entry = (begin: string): { kind: 'sag'; begin: number; resolution: number } => ({
  kind: 'sag',
  begin: Date.parse(begin),
  resolution: 0,
});

describe('an hour of the week', () => {
  it('holds what began in it, by the clock of the zone', () => {
    const entries = ['2026-03-16T23:30:00Z', '2026-03-17T00:00:00Z', '2026-07-13T22:59:59Z'].map(entry);
    // Midnight to one on Tuesdays in Berlin: an hour ahead in winter, two in summer.
    expect(entriesIn(entries, { weekday: 2, hour: 0 }, 'Europe/Berlin')).toEqual([entries[0], entries[2]]);
    expect(entriesIn(entries, { weekday: 2, hour: 0 }, 'UTC')).toEqual([entries[1]]);
  });

  it('stands in the address, and nothing else does', () => {
    const shown = { range: '90d', choice: 'sag', at: { weekday: 1, hour: 18 } } as const;
    const words = DIARY_ADDRESS.write(shown);
    expect(words).toEqual({ range: '90d', kind: 'sag', hour: '1-18' });
    expect(DIARY_ADDRESS.read({ range: '90d', kind: 'sag', hour: '1-18' })).toEqual(shown);
    const usual = { range: '1y', choice: 'all', at: undefined };
    for (const hour of ['7-1', '1-24', '1', '1-1-1', '-1', ' 1-1']) {
      expect(DIARY_ADDRESS.read({ range: '7d', kind: 'storm', hour })).toEqual(usual);
    }
  });
});
