import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActorOptions } from '../../../../src-main/engine/protection/act/actor.ts';
import { judge } from '../../../../src-main/engine/protection/act/aftermath.ts';
import type { Ran } from '../../../../src-main/engine/protection/act/run.ts';
import type { BootClock } from '../../../../src-main/engine/base/boot-clock.ts';
import { actionOf, benchTools, noting } from './bench.ts';

const BOOT = '01234567-89ab-cdef-0123-456789abcdef';
const COMMITTED = 1_795_271_000_000;

// journalctl 252 --output=json, of a journal made by systemd-journal-remote; the cursors are left out.
const JOURNAL = [
  '{"_BOOT_ID":"0123456789abcdef0123456789abcdef","__MONOTONIC_TIMESTAMP":"1000000","MESSAGE":"The system will power off now!","SYSLOG_IDENTIFIER":"systemd-journald","__REALTIME_TIMESTAMP":"1795271001000000","PRIORITY":"6"}',
  '{"__REALTIME_TIMESTAMP":"1795271018000000","_BOOT_ID":"0123456789abcdef0123456789abcdef","__MONOTONIC_TIMESTAMP":"1000001","SYSLOG_IDENTIFIER":"systemd-journald","MESSAGE":"Reached target poweroff.target - System Power Off.","PRIORITY":"6"}',
  '{"__REALTIME_TIMESTAMP":"1795271019500000","MESSAGE":"Journal stopped","MESSAGE_ID":"d93fb3c9c24d451a97cea615ce59c00b","SYSLOG_IDENTIFIER":"systemd-journald","PRIORITY":"6","__MONOTONIC_TIMESTAMP":"1000002","_BOOT_ID":"0123456789abcdef0123456789abcdef"}',
] as const;
// last of util-linux 2.38 --system --time-format iso, of a wtmp with one shutdown.
const LAST =
  'shutdown system down  6.1.0-18-amd64   2026-11-21T14:23:32+00:00 - 2026-11-21T14:28:20+00:00  (00:05)\n\nwtmp begins 2026-11-21T14:06:40+00:00\n';

const bootAt = (mark: string, steady: number): BootClock => ({
  mark,
  steady: () => steady,
  isThisBoot: (other) => other === mark,
});

describe('after the next start', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-after-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const actorIn = (mark: string, now: number, steady: number, answers: Record<string, Partial<Ran>> = {}) => {
    const options: ActorOptions = { dataDir: folder, now: () => now, boot: bootAt(mark, steady) };
    return noting('linux', ([program = '']) => answers[program] ?? { code: program === 'busctl' ? 0 : 1 }, options);
  };
  const commit = async (rest: object = {}): Promise<void> => {
    const { actor } = actorIn(`boot:${BOOT}`, COMMITTED, 900_000);
    await actor.perform(actionOf('shutdown'), benchTools({ rules: { powerOffUps: false }, ...rest }));
  };
  /** The next boot began `startedAfter` milliseconds after the decision. */
  const next = async (startedAfter: number, answers: Record<string, Partial<Ran>>) => {
    const tools = benchTools();
    const made = actorIn('boot:next', COMMITTED + startedAfter + 30_000, 30_000, answers);
    await made.actor.begin(tools);
    return { ...made, tools };
  };

  it('says what happened and how long it took, once', async () => {
    await commit();
    const { actor, calls, tools } = await next(300_000, { journalctl: { out: `${JOURNAL.join('\n')}\n` } });
    expect(calls).toEqual([
      'journalctl --boot=0123456789abcdef0123456789abcdef --lines=20 --output=json --no-pager --quiet',
    ]);
    expect(actor.lastShutdown()).toMatchObject({
      committedAt: COMMITTED,
      startedAt: COMMITTED + 300_000,
      device: 'a',
      shutdownSeconds: 20,
      upsCut: 'not-asked',
    });
    expect(actor.lastShutdown()?.text).toContain('It was down after 20\u00a0seconds. It was off for 5\u00a0minutes.');
    expect(actor.measuredSeconds()).toBe(20);
    expect(tools.events).toMatchObject([
      { kind: 'shutdown-ended', severity: 'info', device: 'a', data: { seconds: 20, upsCut: 'not-asked' } },
    ]);

    const again = await next(300_000, {});
    expect([again.calls, again.tools.events]).toEqual([[], []]);
    expect(again.actor.lastShutdown()).toEqual(actor.lastShutdown());
    again.actor.acknowledge();
    expect(again.actor.lastShutdown()).toBeUndefined();
    const later = await next(900_000, {});
    expect([later.actor.lastShutdown(), later.actor.measuredSeconds()]).toEqual([undefined, 20]);
  });

  it('of Mainstay alone, in the same boot, says nothing yet', async () => {
    await commit();
    const tools = benchTools();
    const { actor, calls } = actorIn(`boot:${BOOT}`, COMMITTED + 5000, 905_000);
    await actor.begin(tools);
    expect([calls, tools.events, actor.lastShutdown()]).toEqual([[], [], undefined]);
    const after = await next(300_000, { journalctl: { out: JOURNAL.join('\n') } });
    expect(after.actor.measuredSeconds()).toBe(20);
  });

  it('asks the log of logins where there is no journal', async () => {
    await commit();
    const { actor } = await next(300_000, { journalctl: { code: 1 }, last: { out: LAST } });
    expect(actor.measuredSeconds()).toBe(12);
  });

  it('does not take a journal that breaks off for the end', async () => {
    await commit();
    const { actor, tools } = await next(300_000, { journalctl: { out: JOURNAL.slice(0, 2).join('\n') } });
    expect(actor.measuredSeconds()).toBeUndefined();
    expect(actor.lastShutdown()?.text).toContain('power may have gone before it was down');
    expect(tools.events).toMatchObject([{ severity: 'warning' }]);
  });

  it('believes the log of logins when the journal was closed before the end', async () => {
    await commit();
    const answers = { journalctl: { out: JOURNAL.slice(0, 2).join('\n') }, last: { out: LAST } };
    const { actor, tools } = await next(300_000, answers);
    expect([actor.measuredSeconds(), tools.events[0]?.severity]).toEqual([18, 'info']);
  });

  it('does not guess', async () => {
    await commit();
    const { actor, tools } = await next(300_000, { journalctl: { code: 1 }, last: { code: 1 } });
    expect(actor.lastShutdown()).not.toHaveProperty('shutdownSeconds');
    expect(tools.events[0]?.data).not.toHaveProperty('seconds');
    expect(actor.lastShutdown()?.text).toContain('is not known');
    expect(actor.measuredSeconds()).toBeUndefined();
  });

  it('takes no time of another shutdown', async () => {
    await commit();
    // Both are before the decision.
    const old = LAST.replaceAll('2026-11-21', '2026-11-20');
    const journal = JOURNAL.join('\n').replaceAll('"17952710', '"17952700');
    const { actor } = await next(300_000, { journalctl: { out: journal }, last: { out: old } });
    expect(actor.measuredSeconds()).toBeUndefined();
  });

  it('has nothing to say of a shutdown that failed or was practised', async () => {
    const { actor } = noting('linux', () => ({ code: 1, said: 'no' }), {
      dataDir: folder,
      boot: bootAt(`boot:${BOOT}`, 900_000),
    });
    await actor.perform(actionOf('shutdown'), benchTools({ rules: { powerOffUps: false } }));
    await actor.perform(actionOf('shutdown', { practice: true }), benchTools());
    const { tools } = await next(300_000, {});
    expect(tools.events).toEqual([]);
  });

  it.each(['{', '[]', '{"version":9}', ''])('is not disturbed by a record of "%s"', async (text) => {
    writeFileSync(join(folder, 'last-shutdown.json'), text);
    const { actor, tools } = await next(300_000, {});
    expect([tools.events, actor.lastShutdown(), actor.measuredSeconds()]).toEqual([[], undefined, undefined]);
  });

  it('a folder that is not there costs the report, not the shutdown', async () => {
    const { actor, calls, logged } = noting('linux', undefined, { dataDir: join(folder, 'none', 'such') });
    const { done } = await actor.perform(actionOf('shutdown'), benchTools({ rules: { powerOffUps: false } }));
    expect([done, calls.length]).toEqual([true, 1]);
    expect(logged.join()).toContain('cannot be kept');
  });
});

describe('whether the UPS cut its output', () => {
  const committed = {
    committedAt: COMMITTED,
    askedAt: COMMITTED + 1000,
    boot: `boot:${BOOT}`,
    reason: 'The battery is at 20 %.',
    asked: [{ id: 'a', name: 'Smart 1500', way: 'late' as const, offIn: 20 }],
  };
  const sign = { at: COMMITTED + 15_000, proper: true };

  it.each([
    ['started before it could have', 25_000, sign, 'no', true],
    ['started long after', 300_000, sign, 'unknown', false],
    ['started before it could have, with no journal', 10_000, undefined, 'no', true],
  ] as const)('a computer that %s', (_what, after, heard, upsCut, trouble) => {
    const judged = judge(committed, COMMITTED + after, heard);
    expect([judged.report.upsCut, judged.trouble]).toEqual([upsCut, trouble]);
  });

  it('says how long the computer was off, to the minute', () => {
    for (const [off, words] of [
      [20, 'less than a minute'],
      [29, 'less than a minute'],
      [31, '1\u00a0minute.'],
      [300, '5\u00a0minutes.'],
    ] as const) {
      expect(judge(committed, sign.at + off * 1000, sign).report.text).toContain(`off for ${words}`);
    }
  });

  it('counts from the decision where it was told ahead', () => {
    const ahead = { ...committed, asked: [{ id: 'a', name: 'Smart 1500', way: 'before' as const, offIn: 150 }] };
    expect(judge(ahead, COMMITTED + 100_000, sign).report.upsCut).toBe('no');
    expect(judge(ahead, COMMITTED + 160_000, sign).report.upsCut).toBe('unknown');
  });
});
