/** What is changed, and that the changed source does what it did until a mutant is switched on. */
import { stripTypeScriptTypes } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { audit } from './accepted.ts';
import { instrumented } from './instrument.ts';
import { mutantsOf } from './mutators.ts';
import { switchOn } from './switch.ts';

const changesOf = (source: string): readonly string[] => mutantsOf('a.ts', source).map(({ change }) => change);

const isLoaded = (value: unknown): value is { verdict: (input: unknown) => unknown } =>
  typeof value === 'object' && value !== null && 'verdict' in value && typeof value.verdict === 'function';

afterEach(() => switchOn(undefined));

const listed = (change: string): Parameters<typeof audit>[1] => [
  { file: 'a.ts', reason: 'none', mutants: [['const LOW_MEANS = 120;', change]] },
];

describe('what is changed', () => {
  it.each([
    ['const LOW_MEANS = 120;', ['120 -> 240', '120 -> 60']],
    ['const FIRST = 0;', ['0 -> 1']],
    ['const MASK = 0x80;', ['0x80 -> 0x81']],
    ['const SCALE = 0.1;', ['0.1 -> 0.2']],
    ['const ON = a < b;', ['a < b -> a <= b', 'a < b -> a >= b']],
    ['const ON = a && b;', ['a && b -> a', 'a && b -> b']],
    ['const x = y ?? z;', ['y ?? z -> y', 'y ?? z -> z']],
    ['const x = `a` + y;', []],
    ['if (a) b();', ['a -> true', 'a -> false', 'b(); -> (nothing)']],
    ['while (a) b = c;', ['a -> false', 'b = c; -> (nothing)']],
    ["x = y.has('OB');", ["x = y.has('OB'); -> (nothing)", "'OB' -> ''"]],
    [
      'x.y = z.filter((each) => each).length;',
      ['x.y = z.filter((each) => each).length; -> (nothing)', 'z.filter((each) => each) -> z'],
    ],
    ['const x = /^a+$/u;', ['/^a+$/u -> /a+$/u', '/^a+$/u -> /^a+/u', '/^a+$/u -> /^a$/u']],
    ['const x = { ...(y === undefined ? {} : { y: 1 }) };', ['y === undefined ? {} : { y: 1 } -> {}', '1 -> 2']],
  ])('%s', (source, changes) => {
    expect(changesOf(source)).toEqual(changes);
  });

  it('names a long place by what differs, and by its beginning', () => {
    const source = 'const x = first.is.well && second.is.well && third.is.well && fourth.is.well;';
    expect(changesOf(source)).toContain('… && fourth.is.well -> …');
    expect(changesOf(source.replace('const x =', 'if (').replace(';', ') a();'))).toContain(
      'first.is.well && second.is.well && third.is.well && fourth.i… -> true',
    );
  });

  it('leaves types, names and texts as they are', () => {
    const source = `
      import { a } from './a.ts';
      type Level = 0 | 'act';
      const x: Record<'OB', 1> = { 'OB': y as 1 };
      const WORDS = ['OL', 'OB'] as const;
      const text = say('policy.because', { n: 10 });
      throw new AppError('refused', 'Nothing was sent.');
    `;
    expect(changesOf(source)).toEqual([]);
  });
});

describe('an instrumented source', () => {
  const source = `
    export function verdict(a: { b?: readonly number[] } | undefined, limit: number = 10): string {
      let seen = 0;
      if (a?.b?.some((each) => each > limit)) seen += 1;
      for (let index = 0; index < 3; index += 1) seen *= 2;
      const { length } = [1, 2, 3].filter((each) => each !== 2);
      return [seen, length, a?.b?.slice(1).length ?? 'none'].join(',');
    }
  `;
  const mutants = mutantsOf('a.ts', source).map((each, id) => ({ ...each, id }));
  const code = stripTypeScriptTypes(instrumented(source, mutants));
  const said = async (): Promise<string> => {
    const loaded: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    if (!isLoaded(loaded)) throw new Error('the source exports something else');
    return [{ b: [11, 10] }, { b: [10] }, {}, undefined].map((each) => String(loaded.verdict(each))).join(' ');
  };

  it('does what it did, with every line where it was', async () => {
    expect(await said()).toBe('8,2,1 0,2,0 0,2,none 0,2,none');
    expect(code.split('\n')).toHaveLength(source.split('\n').length);
  });

  // A third of three numbers may be any but the one that is left out; and any one of the three may be.
  it('does something else with each mutant that changes anything', async () => {
    const same: string[] = [];
    for (const { id, change } of mutants) {
      switchOn(id);
      const answer = await said().catch(() => 'thrown');
      if (answer === '8,2,1 0,2,0 0,2,none 0,2,none') same.push(change);
    }
    expect(same).toEqual(['3 -> 4', '2 -> 3']);
  });
});

describe('the list of mutants that may live', () => {
  const [mutant] = mutantsOf('a.ts', '  const LOW_MEANS = 120;').map((each, id) => ({ ...each, id }));
  if (mutant === undefined) throw new Error('no mutant');
  it('explains one that lives', () => {
    const verdicts = [{ mutant, outcome: 'survived' as const }];
    expect(audit(verdicts, listed('120 -> 240'), ['a.ts'])).toEqual({ unexplained: [], accepted: 1, stale: [] });
    expect(audit(verdicts, [], ['a.ts'])).toMatchObject({ unexplained: verdicts, accepted: 0 });
  });

  it.each([
    ['is killed', '120 -> 240'],
    ['is gone', '120 -> 600'],
  ])('complains of one that %s', (_what, change) => {
    const verdicts = [{ mutant, outcome: 'killed' as const }];
    expect(audit(verdicts, listed(change), ['a.ts']).stale).toEqual([`a.ts: const LOW_MEANS = 120; | ${change}`]);
    expect(audit(verdicts, listed(change), ['b.ts']).stale).toEqual([]);
  });
});
