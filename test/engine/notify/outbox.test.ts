/** The outbox on a clock that is moved by hand: order, retries, age, restarts. What is sent to is made up here. */
import { describe, expect, it } from 'vitest';
import type { KeptOutbox } from '../../../src-main/engine/notify/kept.ts';
import type { Message } from '../../../src-main/engine/notify/message.ts';
import { Outbox } from '../../../src-main/engine/notify/outbox.ts';
import type { Sent } from '../../../src-main/engine/notify/senders/sender.ts';
import { type Channel, channelSchema } from '../../../src-shared/settings/notifications.ts';
import { VirtualClock } from '../protection/policy/virtual-engine.ts';

const EMPTY: KeptOutbox = { messages: [], past: [], channels: {} };
const HOUR = 3_600_000;
const later: Sent = { ok: false, fault: 'later', message: 'Nobody listens.' };
const fix: Sent = { ok: false, fault: 'fix', message: 'Wrong password.' };
const fine: Sent = { ok: true, message: 'Taken.' };

/** A bench with two channels; what each answers can be changed. */
function bench(kept: KeptOutbox = EMPTY, clock = new VirtualClock(1_000_000_000_000)) {
  const channels = new Map<string, Channel>([
    ['a', channelSchema.parse({ id: 'a', kind: 'ntfy', topic: 'x' })],
    ['b', channelSchema.parse({ id: 'b', kind: 'desktop' })],
  ]);
  const answers = new Map<string, Sent>();
  const sent: { at: number; id: string }[] = [];
  const outbox = new Outbox(
    {
      clock,
      channel: (id) => channels.get(id),
      send: async (channel, { id }) => {
        sent.push({ at: clock.monotonic() / 1000, id });
        return answers.get(channel.id) ?? fine;
      },
      changed: () => undefined,
    },
    kept,
  );
  const message = (id: string, channel = 'a'): Message => ({
    id,
    channel,
    at: clock.now(),
    severity: 'info',
    title: id,
    text: id,
    events: [],
    test: id.startsWith('test'),
  });
  /** What is on its way arrives before time passes. */
  const run = async (milliseconds: number): Promise<void> => {
    await clock.run(0);
    await clock.run(milliseconds);
  };
  return { clock, run, channels, answers, sent, outbox, message };
}

describe('the outbox', () => {
  it('sends in order, and notes when', async () => {
    const { run, sent, outbox, message } = bench();
    for (const id of ['1', '2', '3']) outbox.add(message(id));
    await run(1);
    expect(sent.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(outbox.waiting()).toEqual([]);
    expect(outbox.status('a')).toEqual({ waiting: 0, lastDeliveredAt: 1_000_000_000_000 });
    expect(outbox.past().map(({ id, result }) => `${id} ${result}`)).toEqual([
      '3 delivered',
      '2 delivered',
      '1 delivered',
    ]);
  });

  it('tries again later and later, keeps the order, and delivers everything once the other side is back', async () => {
    const { run, answers, sent, outbox, message } = bench();
    answers.set('a', later);
    outbox.add(message('1'));
    await run(2000);
    outbox.add(message('2'));
    await run(30 * 60_000);
    expect(sent.map(({ at, id }) => `${at} ${id}`)).toEqual(['0 1', '5 1', '20 1', '80 1', '380 1', '1280 1']);
    expect(outbox.status('a')).toMatchObject({ waiting: 2, error: { message: 'Nobody listens.' } });
    answers.set('a', fine);
    await run(15 * 60_000);
    expect(sent.slice(-2).map(({ id }) => id)).toEqual(['1', '2']);
    expect(outbox.status('a').error).toBeUndefined();
  });

  it('of one channel is not held up by another', async () => {
    const { run, answers, sent, outbox, message } = bench();
    answers.set('a', later);
    outbox.add(message('1'));
    outbox.add(message('2', 'b'));
    await run(1);
    expect(sent.map(({ id }) => id)).toEqual(['1', '2']);
    expect(outbox.waiting().map(({ id }) => id)).toEqual(['1']);
  });

  it('leaves a server alone for as long as it asks', async () => {
    const { run, answers, sent, outbox, message } = bench();
    answers.set('a', { ...later, retryAfterMs: 300_000 });
    outbox.add(message('1'));
    await run(301_000);
    expect(sent.map(({ at }) => at)).toEqual([0, 300]);
  });

  it('does not come back with a wrong password, until a person has mended something', async () => {
    const { run, answers, sent, outbox, message } = bench();
    answers.set('a', fix);
    outbox.add(message('1'));
    await run(50 * 60_000);
    expect(sent).toHaveLength(1);
    answers.set('a', fine);
    outbox.retry('a');
    await run(1);
    expect(outbox.waiting()).toEqual([]);
  });

  it('gives up what is never taken, so that the next is', async () => {
    const { run, answers, outbox, message } = bench();
    answers.set('a', { ok: false, fault: 'never', message: 'Too large.' });
    outbox.add(message('1'));
    await run(1);
    expect(outbox.past()).toMatchObject([{ id: '1', result: 'given-up', message: 'Too large.' }]);
    answers.set('a', fix);
    outbox.add(message('2'));
    await run(4 * HOUR);
    expect(outbox.past()[0]).toMatchObject({ id: '2', result: 'given-up' });
  });

  it('gives up what is too old: after a day, and on the desktop after minutes', async () => {
    const { run, answers, outbox, message } = bench();
    answers.set('a', later).set('b', later);
    outbox.add(message('1'));
    outbox.add(message('2', 'b'));
    await run(16 * 60_000);
    expect(outbox.past().map(({ id, result }) => `${id} ${result}`)).toEqual(['2 expired']);
    await run(24 * HOUR + 16 * 60_000);
    expect(outbox.past().map(({ id, result }) => `${id} ${result}`)).toEqual(['1 expired', '2 expired']);
  });

  it('keeps only so many', async () => {
    const { run, answers, outbox, message } = bench();
    answers.set('a', later);
    for (let id = 1; id <= 210; id += 1) outbox.add(message(String(id)));
    await run(1);
    expect(outbox.waiting()).toHaveLength(200);
    expect(outbox.waiting()[0]?.id).toBe('1');
    expect(outbox.waiting()[1]?.id).toBe('12');
  });

  it('goes on after it was killed, and does not send what was delivered', async () => {
    const first = bench();
    first.answers.set('a', later);
    first.outbox.add(first.message('0'));
    first.answers.set('a', fine);
    first.outbox.retry('a');
    await first.run(1);
    first.answers.set('a', later);
    first.outbox.add(first.message('1'));
    first.outbox.add(first.message('2'));
    await first.run(1);
    const kept = structuredClone(first.outbox.kept());
    const second = bench(kept, first.clock);
    second.outbox.start();
    await second.run(60_000);
    expect(second.sent.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('is not fooled by a clock that is set back', async () => {
    const { clock, run, answers, outbox, message } = bench();
    answers.set('a', later);
    outbox.add(message('1'));
    await run(1);
    clock.set(-48 * HOUR);
    answers.set('a', fine);
    await run(2 * HOUR);
    expect(outbox.waiting()).toEqual([]);
  });

  it('forgets what was for a channel that is gone, and what a person discards', async () => {
    const { run, channels, answers, outbox, message } = bench();
    answers.set('a', later);
    outbox.add(message('1'));
    outbox.add(message('2'));
    await run(1);
    expect(outbox.discard('1')).toBe(true);
    expect(outbox.discard('1')).toBe(false);
    channels.delete('a');
    outbox.follow();
    expect(outbox.waiting()).toEqual([]);
    expect(outbox.past().map(({ result }) => result)).toEqual(['discarded', 'discarded']);
  });
});

describe('a test', () => {
  it('says what became of it', async () => {
    const { run, outbox, message } = bench();
    const trying = outbox.tryOut(message('test'));
    await run(1);
    await expect(trying).resolves.toEqual(fine);
  });

  it('goes the way of the others: behind what waits, and fails with it', async () => {
    const { run, answers, sent, outbox, message } = bench();
    answers.set('a', fix);
    outbox.add(message('1'));
    await run(1);
    const failing = outbox.tryOut(message('test 1'));
    await run(1);
    await expect(failing).resolves.toEqual(fix);
    // It does not come late, when nobody waits for it any more.
    expect(outbox.waiting().map(({ id }) => id)).toEqual(['1']);
    answers.set('a', fine);
    const trying = outbox.tryOut(message('test 2'));
    await run(1);
    await expect(trying).resolves.toEqual(fine);
    expect(sent.map(({ id }) => id)).toEqual(['1', '1', '1', 'test 2']);
  });
});
