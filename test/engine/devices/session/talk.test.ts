/** Conversations: what is repeated, and what never is. */
import { describe, expect, it } from 'vitest';
import type { Reply, Talk, Wire } from '../../../../drivers/driver.ts';
import { converse, DriverBug } from '../../../../src-main/engine/devices/session/talk.ts';
import { replayTransport } from '../../../../src-main/engine/ports/replay/replay.ts';

type StreamReply = Reply<'stream'>;
const ok: StreamReply = { ok: true, data: Uint8Array.of(1) };
const silence: StreamReply = { ok: false, fault: 'timeout' };

/** Has one question asked of a device that answers so, one after the other and then with the last. */
async function ask(question: Wire['stream'], replies: readonly StreamReply[], repeats = 1) {
  const asked: Wire['stream'][] = [];
  const transport = replayTransport('stream', {}, 'test', (wire) => {
    asked.push(wire);
    return replies[Math.min(asked.length, replies.length) - 1] ?? silence;
  });
  await transport.open();
  const spoken = await converse(
    transport,
    function* talk(): Talk<'stream', StreamReply> {
      return yield question;
    },
    { timeout: 100, repeats },
  );
  return { asked: asked.length, ...spoken };
}

const question = { op: 'exchange', send: Uint8Array.of(0x51), reply: { until: 13 } } as const;

describe('a question', () => {
  it('without an answer is asked again, so often and no more', async () => {
    expect(await ask(question, [silence], 2)).toMatchObject({
      asked: 3,
      result: silence,
      complete: false,
      heard: false,
    });
    expect(await ask(question, [silence, ok], 2)).toMatchObject({ asked: 2, result: ok, complete: true, heard: true });
  });

  it('that must not be repeated never is', async () => {
    expect(await ask({ ...question, once: true }, [silence, ok], 2)).toMatchObject({ asked: 1, result: silence });
  });

  it('that was refused, or met a closed port, is not asked again', async () => {
    const refused: StreamReply = { ok: false, fault: 'refused' };
    const closed: StreamReply = { ok: false, fault: 'closed' };
    expect(await ask(question, [refused, ok])).toMatchObject({ asked: 1, complete: true, heard: true, closed: false });
    expect(await ask(question, [closed, ok])).toMatchObject({ asked: 1, complete: false, heard: false, closed: true });
  });

  it('that got half an answer was heard', async () => {
    const half: StreamReply = { ok: false, fault: 'timeout', partial: Uint8Array.of(0x28) };
    expect(await ask(question, [half])).toMatchObject({ heard: true, complete: false });
  });
});

describe('a set', () => {
  it('is never sent twice by itself', async () => {
    let asked = 0;
    const transport = replayTransport('snmp', { version: '2c' }, 'test', () => {
      asked += 1;
      return { ok: false, fault: 'timeout' };
    });
    await transport.open();
    await converse(
      transport,
      function* talk(): Talk<'snmp', Reply<'snmp'>> {
        return yield { op: 'set', oid: '1.2.3', value: { type: 'Integer', value: 1 } };
      },
      { timeout: 100, repeats: 3 },
    );
    expect(asked).toBe(1);
  });
});

describe('a driver that throws', () => {
  it('at the beginning or in between is a bug, with its words', async () => {
    const transport = replayTransport('stream', {}, 'test', () => ok);
    await transport.open();
    const patience = { timeout: 100, repeats: 0 };
    const early = converse(
      transport,
      (): Talk<'stream', never> => {
        throw new TypeError('early');
      },
      patience,
    );
    await expect(early).rejects.toThrow(DriverBug);
    const late = converse(
      transport,
      function* talk(): Talk<'stream', never> {
        yield question;
        throw new TypeError('late');
      },
      patience,
    );
    await expect(late).rejects.toThrow('late');
  });
});
