/** How a shutdown went, from what is left of it: every limit from both sides. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judge, lastSign } from '../../../../src-main/engine/protection/act/aftermath.ts';
import { readFlag, whyNotLate, writeFlag } from '../../../../src-main/engine/protection/act/flag.ts';
import { type Committed, RecordFile } from '../../../../src-main/engine/protection/act/record.ts';
import type { Ran } from '../../../../src-main/engine/protection/act/run.ts';

const AT = 1_795_271_000_000;
const STARTED = AT + 300_000;
const STOP = 'd93fb3c9c24d451a97cea615ce59c00b';

const committed = (rest: Partial<Committed> = {}): Committed => ({
  committedAt: AT,
  askedAt: AT + 10_000,
  boot: 'boot:01234567-89ab-cdef-0123-456789abcdef',
  reason: 'The battery is at 20 %.',
  asked: [],
  ...rest,
});

/** A line of the journal, so many milliseconds after the decision. */
const line = (after: number, stop = false): string =>
  `{"__REALTIME_TIMESTAMP":"${AT + after}000","MESSAGE":"..."${stop ? `,"MESSAGE_ID":"${STOP}"` : ''}}`;
const login = (after: number): string =>
  `shutdown system down  6.1.0   ${new Date(AT + after).toISOString().replace('Z', '+00:00')} - later`;

async function sign(journal: Partial<Ran>, logins: Partial<Ran> = {}, rest: Partial<Committed> = {}) {
  const calls: string[] = [];
  const found = await lastSign(
    async (program, args) => {
      calls.push([program, ...args].join(' '));
      return { code: 0, out: '', said: '', ...(program === 'journalctl' ? journal : logins) };
    },
    committed(rest),
    STARTED,
  );
  return { calls, found: found === undefined ? undefined : { after: found.at - AT, proper: found.proper } };
}

describe('the last sign of a boot', () => {
  it('is the last line of its journal, where that was closed', async () => {
    const { calls, found } = await sign({ out: [line(5000), line(7000, true), line(20_000)].join('\n') });
    expect(found).toEqual({ after: 20_000, proper: true });
    expect(calls).toHaveLength(1);
  });

  it('is asked of the log of logins otherwise', async () => {
    const { calls, found } = await sign({ out: line(20_000) }, { out: `${login(12_000)}\n` });
    expect(calls[1]).toBe('last --system --time-format iso --limit 20 shutdown');
    // The journal went on for longer.
    expect(found).toEqual({ after: 20_000, proper: true });
    expect((await sign({ out: line(9000) }, { out: login(12_000) })).found).toEqual({ after: 12_000, proper: true });
    expect((await sign({}, { out: login(12_000) })).found).toEqual({ after: 12_000, proper: true });
  });

  it('is no proper end where only a journal breaks off, and none where nothing is known', async () => {
    expect((await sign({ out: line(20_000) })).found).toEqual({ after: 20_000, proper: false });
    expect((await sign({})).found).toBeUndefined();
    expect((await sign({ code: 1, out: line(20_000, true) })).found).toBeUndefined();
    expect(
      (await sign({ out: 'no such boot' }, { out: 'wtmp begins\nreboot 2026-11-21T14:23:32+00:00' })).found,
    ).toBeUndefined();
  });

  it('lies between the decision and the next start', async () => {
    const closed = async (after: number) => (await sign({ out: line(after, true) })).found?.after;
    expect(await closed(0)).toBe(0);
    expect(await closed(-1)).toBeUndefined();
    // Five seconds more are what clocks may differ by.
    expect(await closed(305_000)).toBe(305_000);
    expect(await closed(305_001)).toBeUndefined();
    const logins = [login(400_000), login(14_000), login(12_000), login(-5000)].join('\n');
    expect((await sign({}, { out: logins })).found?.after).toBe(14_000);
  });

  it('is of no boot that has no name of its own', async () => {
    for (const boot of [
      'began:1795271000000',
      'x boot:01234567-89ab-cdef-0123-456789abcdef',
      'boot:01234567-89ab-cdef-0123-456789abcdef x',
    ]) {
      expect(await sign({ out: line(1000, true) }, {}, { boot })).toEqual({ calls: [], found: undefined });
    }
  });
});

/** So many milliseconds after the decision. */
const after = (milliseconds: number, proper = true) => ({ at: AT + milliseconds, proper });

const one = (way: 'late' | 'before', offIn?: number): Committed['asked'][number] => ({
  id: 'a',
  name: 'Smart',
  way,
  ...(offIn === undefined ? {} : { offIn }),
});

describe('what is said of it', () => {
  it('counts from the decision for people, and from the question for the plan', () => {
    const { report, measuredSeconds, trouble } = judge(committed({ device: 'a' }), STARTED, after(30_000));
    expect(report).toMatchObject({
      committedAt: AT,
      startedAt: STARTED,
      device: 'a',
      shutdownSeconds: 30,
      upsCut: 'not-asked',
    });
    expect([measuredSeconds, trouble]).toEqual([20, false]);
    expect(report.text).toContain('It was down after 30\u00a0seconds.');
  });

  it('is never less than a second, and never more than an hour', () => {
    expect(judge(committed(), STARTED, after(10_200)).measuredSeconds).toBe(1);
    expect(judge(committed(), AT + 9_000_000, after(3_600_000)).measuredSeconds).toBe(3590);
    const clockWasSet = judge(committed(), AT + 9_000_000, after(3_600_001));
    expect(clockWasSet).not.toHaveProperty('measuredSeconds');
    expect(clockWasSet.report).not.toHaveProperty('shutdownSeconds');
    expect(clockWasSet.report.text).toContain('is not known');
  });

  it('is trouble where the journal breaks off, and then no length', () => {
    const broken = judge(committed(), STARTED, after(30_000, false));
    expect(broken.trouble).toBe(true);
    expect(broken).not.toHaveProperty('measuredSeconds');
    expect(broken.report).not.toHaveProperty('shutdownSeconds');
    expect(broken.report.text).toContain('breaks off');
    expect(judge(committed(), STARTED, undefined).trouble).toBe(false);
  });

  it.each([
    [29_999, 'It was off for 1\u00a0minute', false],
    [30_000, 'It was off for 1\u00a0minute', true],
    [89_999, 'It was off for 1\u00a0minute', true],
    [90_000, 'It was off for 2\u00a0minutes', true],
  ])('off for %d ms: "%s" is said: %s', (off, words, said) => {
    expect(judge(committed(), AT + 30_000 + off, after(30_000)).report.text.includes(words)).toBe(said);
  });

  it.each<[string, Committed['asked'], number, ReturnType<typeof after> | undefined, string]>([
    // Told ahead, 150 s after the question, which came ten seconds after the decision; five seconds are forgiven.
    ['ahead, a moment too soon', [one('before', 150)], 154_999, after(30_000), 'no'],
    ['ahead, just possible', [one('before', 150)], 155_000, after(30_000), 'unknown'],
    // Late, 20 s after the computer was down.
    ['late, a moment too soon', [one('late', 20)], 44_999, after(30_000), 'no'],
    ['late, just possible', [one('late', 20)], 45_000, after(30_000), 'unknown'],
    ['late, with nothing known of the end', [one('late', 20)], 24_999, undefined, 'no'],
    ['late, with nothing known of the end, but possible', [one('late', 20)], 25_000, undefined, 'unknown'],
    ['by a delay that nobody knows', [one('before')], 11_000, after(5000), 'unknown'],
    ['one of two', [one('before', 20), one('before', 150)], 100_000, after(30_000), 'no'],
    ['nobody', [], 11_000, after(5000), 'not-asked'],
  ])('whether it was cut off: %s', (_what, asked, started, heard, upsCut) => {
    const { report, trouble } = judge(committed({ asked }), AT + started, heard);
    expect(report.upsCut).toBe(upsCut);
    expect(trouble).toBe(upsCut === 'no');
  });
});

const flagged = (steady = 0): Parameters<typeof writeFlag>[1] => ({
  version: 1,
  boot: 'boot:this',
  steady,
  committedAt: AT,
  reason: 'Für 20 %.',
  devices: [
    { id: 'a', name: 'A', uri: 'serial:/dev/x', values: { 'ups.delay.shutdown': 20, 'ups.start.auto': 'yes' } },
  ],
});

describe('what is kept', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-kept-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.skipIf(process.platform === 'win32')('is for nobody else to read', () => {
    new RecordFile(folder).put({ committed: committed() });
    expect(statSync(join(folder, 'last-shutdown.json')).mode & 0o777).toBe(0o600);
    const file = join(folder, 'run', 'flag.json');
    writeFlag(file, flagged());
    expect(statSync(join(folder, 'run')).mode & 0o777).toBe(0o700);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is there for the next process, with letters of any kind, and without a folder for this one', () => {
    const record = { committed: committed({ reason: 'Für 20 %.' }) };
    expect(new RecordFile(folder).put(record)).toBeUndefined();
    expect(new RecordFile(folder).get()).toEqual({ version: 1, ...record });
    const forgetful = new RecordFile(undefined);
    expect(forgetful.put(record)).toBeUndefined();
    expect(forgetful.get()).toEqual({ version: 1, ...record });
  });

  it('that cannot be written says why', () => {
    expect(new RecordFile(join(folder, 'none')).put({ committed: committed() })).toContain('ENOENT');
  });

  const now = { boot: 'boot:this', steady: 1000 };
  it('for the late hook counts for an hour, in this boot', () => {
    const file = join(folder, 'flag.json');
    // A draft of a process that was killed while it wrote is no hindrance.
    writeFileSync(`${file}.draft`, 'half');
    writeFlag(file, flagged());
    expect(readFlag(file, now)).toEqual(flagged());
    expect(readFlag(file, { ...now, steady: 3_600_000 })).toEqual(flagged());
    expect(() => readFlag(file, { ...now, steady: 3_600_001 })).toThrow('60 minutes ago');
    expect(() => readFlag(file, { ...now, boot: 'boot:next' })).toThrow('another boot');
    expect(readFileSync(file, 'utf8').endsWith('}\n')).toBe(true);
  });

  it.each([
    ['that is not there', undefined, 'is not there'],
    ['without devices', { ...flagged(), devices: [] }, 'makes no sense'],
    ['of another version', { ...flagged(), version: 2 }, 'makes no sense'],
  ])('for the late hook %s is refused', (_what, content, words) => {
    const file = join(folder, 'flag.json');
    if (content !== undefined) writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
    expect(() => readFlag(file, now)).toThrow(words);
  });

  it('for the late hook that cannot be read is not taken for one that is not there', () => {
    expect(() => readFlag(folder, now)).toThrow('cannot be read');
  });

  it('is left where there is a place for it, and a hook that finds it', () => {
    const hook = join(folder, 'hook');
    const flag = join(folder, 'run', 'flag.json');
    expect(whyNotLate({ hook, flag })).toContain('not installed');
    writeFileSync(hook, '', { mode: 0o644 });
    expect(whyNotLate({ hook, flag })).toContain('not executable');
    writeFileSync(hook, '', { mode: 0o755 });
    rmSync(hook);
    writeFileSync(hook, '', { mode: 0o755 });
    expect(whyNotLate({ hook, flag })).toBeUndefined();
    expect(whyNotLate({ hook, flag: join(folder, 'no', 'such', 'flag.json') })).toContain('may not write');
  });
});
