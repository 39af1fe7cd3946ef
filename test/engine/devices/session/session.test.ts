/** A session from the first opening to the last loss. */
import { describe, expect, it } from 'vitest';
import type { Driver } from '../../../../drivers/driver.ts';
import { driver as megatec } from '../../../../drivers/megatec/index.ts';
import type { Memory } from '../../../../drivers/megatec/talk.ts';
import { type Mood, paceOf } from '../../../../src-main/engine/ports/polling.ts';
import { defaultSettings } from '../../../../src-shared/settings/index.ts';
import { holdClock, pass, start } from './session-bench.ts';

holdClock();

describe('a device that answers', () => {
  it('is live with its values, and follows them', async () => {
    const { model, session, link, value } = start();
    await pass(3000);
    expect(link()).toBe('live');
    expect(session.view().driver).toMatchObject({ id: 'megatec', title: 'Megatec (Q1)' });
    expect(value('input.voltage')).toBe(230);
    model.force({ mainsVoltage: 221 });
    await pass(1000);
    expect(value('input.voltage')).toBe(221);
  });

  it('is asked at the pace of the settings, twice as often on battery', async () => {
    const { model, trace } = start();
    await pass(3000);
    const count = async (): Promise<number> => {
      const before = trace.counters()['exchanges'] ?? 0;
      await pass(20_000);
      return (trace.counters()['exchanges'] ?? 0) - before;
    };
    const { polling } = defaultSettings();
    const expected = (mood: Mood): number => 20_000 / paceOf('stream', polling, mood).quick;
    expect((await count()) / expected('usual')).toBeCloseTo(1, 1);
    model.force({ mainsVoltage: 0 });
    await pass(1000);
    expect((await count()) / expected('battery')).toBeCloseTo(1, 1);
    expect(expected('battery')).toBe(2 * expected('usual'));
  });

  it('is asked once a second while nobody looks, and at once and often as soon as somebody does', async () => {
    const { attend, trace, session, model, value } = start();
    await pass(3000);
    const count = async (ms: number): Promise<number> => {
      const before = trace.counters()['exchanges'] ?? 0;
      await pass(ms);
      return (trace.counters()['exchanges'] ?? 0) - before;
    };
    attend(false);
    await pass(2000);
    // Identified just now, and not yet known to be calm.
    await pass(600_000);
    expect((await count(20_000)) / 20).toBeCloseTo(1, 0);
    // In the middle of a rest.
    await pass(300);
    attend(true);
    session.hurry();
    expect(await count(250)).toBeGreaterThanOrEqual(1);
    expect((await count(20_000)) / 80).toBeCloseTo(1, 0);
    // What may be about to be an outage is no calm.
    attend(false);
    await pass(2000);
    model.force({ mainsVoltage: 0 });
    await pass(1200);
    expect(value('ups.status')).toContain('OB');
    expect((await count(10_000)) / 10).toBeGreaterThan(4);
    // Mains that was away once may go again.
    model.force({ mainsVoltage: 230 });
    await pass(3000);
    expect((await count(20_000)) / 80).toBeCloseTo(1, 0);
    await pass(600_000);
    expect((await count(20_000)) / 20).toBeCloseTo(1, 0);
  });
});

describe('a device that falls silent', () => {
  it('goes stale, then lost, and is live again at once when it answers', async () => {
    const { spoil, session, link, value } = start();
    await pass(3000);
    const readAt = session.view().link.readAt ?? 0;
    spoil(() => new Uint8Array(0));
    await pass(9000);
    expect(link()).toBe('live');
    await pass(2000);
    expect(link()).toBe('stale');
    expect(session.view().link.message).toContain('10\u00a0seconds');
    // Old values stay in sight, with their age.
    expect(value('input.voltage')).toBe(230);
    expect(session.view().link.readAt).toBeLessThan(readAt + 2000);
    spoil(null);
    await pass(5000);
    expect(link()).toBe('live');
    spoil(() => new Uint8Array(0));
    await pass(40_000);
    expect(link()).toBe('lost');
    spoil(null);
    await pass(15_000);
    expect(link()).toBe('live');
  });

  it('from the beginning is lost and is tried again and again', async () => {
    const { model, opened, link } = start();
    model.force({ linkLost: true });
    await pass(10_000);
    expect(link()).toBe('lost');
    const tried = opened();
    await pass(60_000);
    expect(opened()).toBeGreaterThan(tried + 1);
    model.force({ linkLost: false });
    await pass(30_000);
    expect(link()).toBe('live');
  });
});

const half = (answer: Uint8Array): Uint8Array => answer.slice(0, answer.length / 2);
const noise = (answer: Uint8Array): Uint8Array => answer.map((byte, at) => (at % 3 === 0 ? 0xff - byte : byte));
const flood = (): Uint8Array => new Uint8Array(60_000).fill(0x55);
const other = (): Uint8Array => Buffer.from('SM\r\n', 'latin1');

describe('a line that spoils what comes', () => {
  it.each([
    ['half lines', half],
    ['noise', noise],
    ['a flood', flood],
    ['another protocol', other],
  ])('by %s invents no value and is unrecognised from the beginning', async (_name, how) => {
    const { spoil, session, bugs, link } = start();
    spoil(how);
    await pass(60_000);
    expect(link()).toBe('unrecognised');
    expect(session.view().values).toEqual({});
    expect(bugs).toEqual([]);
    spoil(null);
    await pass(40_000);
    expect(link()).toBe('live');
  });

  it.each([
    ['half lines', half],
    ['noise', noise],
    ['a flood', flood],
    ['another protocol', other],
  ])('by %s while it is live keeps the last good values until it is stale', async (_name, how) => {
    const { spoil, bugs, link, session } = start();
    await pass(3000);
    const before = { ...session.view().values };
    spoil(how);
    await pass(25_000);
    expect(link()).toBe('stale');
    expect(session.view().values).toEqual(before);
    expect(bugs).toEqual([]);
  });
});

describe('a port', () => {
  it.each([
    ['permission-denied', 'denied'],
    ['in-use', 'in-use'],
    ['not-found', 'lost'],
  ] as const)('that cannot be opened (%s) makes the link %s, and is opened once it can', async (code, expected) => {
    const made = start();
    const { link } = made;
    made.refuse({ code, message: 'Do this to mend it.' });
    // The first opening has been asked for before the refusal was set; take the port away instead.
    await pass(3000);
    made.unplug('It was unplugged.');
    await pass(1000);
    expect(made.session.view().link).toMatchObject({ link: expected, message: 'Do this to mend it.' });
    made.refuse(null);
    await pass(10_000);
    expect(link()).toBe('live');
  });

  it('that is unplugged is lost at once, with the reason', async () => {
    const made = start();
    await pass(3000);
    made.refuse({ code: 'not-found', message: 'There is no such port.' });
    made.unplug('The adapter was unplugged.');
    await pass(1);
    expect(made.session.view().link).toMatchObject({ link: 'lost' });
    expect(made.session.view().link.message).toContain('The adapter was unplugged.');
    await expect(made.session.command('beeper.toggle', undefined, true)).rejects.toMatchObject({ code: 'no-answer' });
  });
});

describe('a device whose table nobody has verified', () => {
  it('says so, though the driver as a whole is verified', async () => {
    const unproven: Driver<'stream', Memory> = {
      ...megatec,
      identify: function* (facts, dialect) {
        const identity = yield* megatec.identify(facts, dialect);
        return identity === null ? null : { ...identity, proof: 'derived' };
      },
    };
    const { session } = start([unproven]);
    await pass(3000);
    expect(session.view().driver?.verified).toBe(false);
  });

  it('and any other is what its driver is', async () => {
    const { session } = start();
    await pass(3000);
    expect(session.view().driver?.verified).toBe(true);
  });
});
