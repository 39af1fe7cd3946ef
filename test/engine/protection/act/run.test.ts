/** Other programs: what is kept of what they say, how long they are waited for, and what counts as a yes. */
import { describe, expect, it } from 'vitest';
import { firstThatWorks, type Ran, runProgram } from '../../../../src-main/engine/protection/act/run.ts';

const sh = (script: string, options?: Parameters<typeof runProgram>[2]) =>
  runProgram('/bin/sh', ['-c', script], options);

describe.skipIf(process.platform === 'win32')('a program', () => {
  it('is heard on both ways, and read from its input', async () => {
    expect(await sh('echo out; echo err >&2; exit 3')).toEqual({ code: 3, out: 'out\n', said: 'err\n' });
    expect(await sh('cat', { input: 'to everyone' })).toMatchObject({ code: 0, out: 'to everyone' });
    expect(await sh('cat')).toMatchObject({ code: 0, out: '' });
  });

  it('may say letters of several bytes, in pieces', async () => {
    const halves = String.raw`printf 'gr\303'; printf 'gr\303' >&2; sleep 0.05; printf '\274n'; printf '\274n' >&2`;
    expect(await sh(halves)).toMatchObject({ out: 'grün', said: 'grün' });
  });

  it('keeps the beginning of what it writes, and the end of what it complains of', async () => {
    const { out } = await sh("head -c 300000 /dev/zero | tr '\\0' a; printf b");
    expect(out).toBe('a'.repeat(256_000));
    const { said } = await sh("{ head -c 3000 /dev/zero | tr '\\0' a; printf b; } >&2");
    expect(said).toBe(`${'a'.repeat(1999)}b`);
  });

  it('that does not read its input is none that anybody waits for', async () => {
    expect((await sh('exit 0', { input: 'x'.repeat(1_000_000) })).code).toBe(0);
  });

  it('that hangs is ended in time, and what it said is kept', async () => {
    const before = performance.now();
    const ran = await sh('echo begun; exec sleep 20', { timeoutMs: 200 });
    expect(ran).toMatchObject({ code: null, out: 'begun\n', late: true });
    expect(ran.said).toContain('no answer in');
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('that is not there is told as that', async () => {
    const ran = await runProgram('/nowhere/at/all', []);
    expect(ran.code).toBeNull();
    expect(ran.said).toContain('ENOENT');
    expect(ran).not.toHaveProperty('late');
  });
});

/** Asks with these answers, in turn. */
async function ask(answers: readonly Partial<Ran>[], silenceIsYes?: boolean) {
  const asked: string[] = [];
  const answer = await firstThatWorks(
    async (program, args) => {
      asked.push([program, ...args].join(' '));
      return { code: 1, out: '', said: '', ...answers[asked.length - 1] };
    },
    [['first', 'a'], ['second'], ['third']],
    silenceIsYes === undefined ? undefined : { silenceIsYes },
  );
  return { asked, answer };
}

describe('one way after the other', () => {
  const late = { code: null, late: true };

  it('ends with the first that is taken', async () => {
    expect(await ask([{}, { code: 0 }])).toEqual({
      asked: ['first a', 'second'],
      answer: { done: true, by: 'second' },
    });
  });

  it('goes on after silence, unless silence is a yes', async () => {
    expect((await ask([late, { code: 0 }])).answer).toEqual({ done: true, by: 'second' });
    expect((await ask([late], true)).answer).toEqual({ done: true, by: 'first a' });
    expect((await ask([late, { code: 0 }], false)).answer).toEqual({ done: true, by: 'second' });
    // Only silence is: a refusal is heard at once.
    expect((await ask([{ said: 'no' }, { code: 0 }], true)).answer).toEqual({ done: true, by: 'second' });
  });

  it('says of each why not', async () => {
    const { answer } = await ask([{ said: ' no \n' }, { code: 7 }, { said: '  ' }]);
    expect(answer).toEqual({
      done: false,
      unsure: false,
      why: 'first a failed (no); second failed (exit code 7); third failed (exit code 1)',
    });
  });

  // What was asked may have been heard: a system that goes down has nothing to answer with.
  it.each<[string, readonly Partial<Ran>[], boolean]>([
    ['silence at first', [late], true],
    ['silence at last', [{}, {}, late], true],
    ['a lost connection at first', [{ said: 'Failed to connect to bus' }], true],
    ['no reply', [{ said: 'Did not receive a reply: NoReply' }], true],
    ['a time that ran out', [{ said: 'Connection timed out' }], true],
    ['a broken pipe', [{ said: 'Broken pipe' }], true],
    ['refusals only', [{ said: 'no' }, { said: 'Interactive authentication required.' }], false],
  ])('is unsure after %s', async (_what, answers, unsure) => {
    expect((await ask(answers)).answer).toMatchObject({ done: false, unsure });
  });
});
