/** Exchanges over a line of bytes, on a clock that is held. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Framing, Reply, Wire } from '../../../../drivers/driver.ts';
import { systemClock } from '../../../../src-main/engine/base/clock.ts';
import { StreamChannel } from '../../../../src-main/engine/ports/stream/channel.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const text = (data: Uint8Array | undefined): string | undefined =>
  data === undefined ? undefined : Buffer.from(data).toString('latin1');

const nobody = (_data: Uint8Array): void => undefined;
/** A frame that begins with the number of bytes that follow. */
const counted = (data: Uint8Array) => {
  const [length] = data;
  return length === undefined || data.length <= length ? 'more' : length + 1;
};

/** A line whose far end is the test. */
function makeLine() {
  let listener = nobody;
  const written: { readonly at: number; readonly text: string }[] = [];
  let broken = false;
  const channel = new StreamChannel(
    {
      write: (data) => {
        if (broken) return Promise.reject(new Error('broken'));
        written.push({ at: performance.now(), text: text(data) ?? '' });
        return Promise.resolve();
      },
      onData: (heard) => {
        listener = heard;
      },
    },
    systemClock,
  );
  return {
    channel,
    written,
    come: (data: string) => listener(bytes(data)),
    break: () => {
      broken = true;
    },
  };
}

const exchange = (reply: Framing, more: Partial<Extract<Wire['stream'], { op: 'exchange' }>> = {}): Wire['stream'] => ({
  op: 'exchange',
  send: bytes('Q1\r'),
  reply,
  ...more,
});
const untilCr = exchange({ until: 13 });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Lets promises and `milliseconds` pass. */
const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
const shown = (reply: Reply<'stream'>) =>
  reply.ok ? text(reply.data) : { fault: reply.fault, partial: text(reply.partial) };

describe('a reply', () => {
  it('that ends with a byte is whole with that byte, in whatever pieces it comes', async () => {
    const { channel, come } = makeLine();
    const reply = channel.request(untilCr, 1000);
    await pass();
    for (const piece of ['(2', '30.0', '\r']) come(piece);
    expect(shown(await reply)).toBe('(230.0\r');
  });

  it('of a length is whole with so many bytes', async () => {
    const { channel, come } = makeLine();
    const reply = channel.request(exchange({ length: 3 }), 1000);
    await pass();
    come('ab');
    come('cd');
    expect(shown(await reply)).toBe('abc');
  });

  it('that ends in silence is whole after it', async () => {
    const { channel, come } = makeLine();
    const reply = channel.request(exchange({ idleMs: 50 }), 1000);
    await pass();
    come('ab');
    await pass(40);
    come('c');
    await pass(49);
    let done = false;
    void reply.then(() => (done = true));
    await pass();
    expect(done).toBe(false);
    await pass(1);
    expect(shown(await reply)).toBe('abc');
  });

  it('with a frame of its own is whole when the driver says so', async () => {
    const { channel, come } = makeLine();
    const reply = channel.request(exchange({ frame: counted }), 1000);
    await pass();
    come('\x02a');
    come('bc');
    expect(shown(await reply)).toBe('\x02ab');
  });

  it('that the driver calls garbled ends at once with what came', async () => {
    const { channel, come } = makeLine();
    const reply = channel.request(exchange({ frame: () => 'garbled' }), 1000);
    await pass();
    come('?!');
    expect(shown(await reply)).toEqual({ fault: 'garbled', partial: '?!' });
  });

  it('that never comes is a timeout with nothing, half a one with its half', async () => {
    const { channel, come } = makeLine();
    const silent = channel.request(untilCr, 1000);
    await pass(1000);
    expect(shown(await silent)).toEqual({ fault: 'timeout', partial: undefined });
    const half = channel.request(untilCr, 1000);
    await pass();
    come('(230');
    await pass(1000);
    expect(shown(await half)).toEqual({ fault: 'timeout', partial: '(230' });
  });

  it('keeps to the time limit of the driver instead of the session', async () => {
    const { channel } = makeLine();
    const reply = channel.request(exchange({ until: 13 }, { timeoutMs: 5000 }), 1000);
    let done = false;
    void reply.then(() => (done = true));
    await pass(4999);
    expect(done).toBe(false);
    await pass(1);
    expect(done).toBe(true);
  });

  it('that floods is garbled and bounded', async () => {
    const { channel, come } = makeLine();
    const reply = channel.request(untilCr, 1000);
    await pass();
    for (let piece = 0; piece < 100; piece += 1) come('x'.repeat(1000));
    const result = await reply;
    expect(result).toMatchObject({ ok: false, fault: 'garbled' });
    expect(result.ok ? 0 : (result.partial?.length ?? 0)).toBeLessThan(20_000);
    const idle = channel.request(exchange({ idleMs: 50 }), 1000);
    for (let at = 0; at < 140; at += 1) {
      await pass(10);
      come('y');
    }
    expect(await idle).toMatchObject({ ok: false, fault: 'garbled' });
  });
});

describe('bytes that belong to no question', () => {
  it('are no answer to the next one', async () => {
    const { channel, come } = makeLine();
    come('stale\r');
    const reply = channel.request(untilCr, 1000);
    await pass();
    come('fresh\r');
    expect(shown(await reply)).toBe('fresh\r');
  });

  it('of a late reply are waited out before the next question is sent', async () => {
    const { channel, come, written } = makeLine();
    const first = channel.request(untilCr, 100);
    await pass(100);
    await first;
    come('(la');
    const second = channel.request(untilCr, 1000);
    await pass(20);
    come('te)\r');
    await pass(20);
    expect(written).toHaveLength(1);
    await pass(10);
    expect(written).toHaveLength(2);
    come('own\r');
    expect(shown(await second)).toBe('own\r');
  });

  it('that never stop do not keep the next question waiting for ever', async () => {
    const { channel, come, written } = makeLine();
    const first = channel.request(untilCr, 100);
    await pass(100);
    await first;
    void channel.request(untilCr, 1000);
    for (let at = 0; at < 40; at += 1) {
      come('x');
      await pass(10);
    }
    expect(written).toHaveLength(2);
  });

  it('are told to the listener, alert bytes also from within a reply', async () => {
    const { channel, come } = makeLine();
    const heard: (string | undefined)[] = [];
    channel.listen((data) => heard.push(text(data)), [0x21]);
    come('hello');
    const reply = channel.request(untilCr, 1000);
    await pass();
    come('(2!3');
    come('!0\r');
    expect(shown(await reply)).toBe('(230\r');
    expect(heard).toEqual(['hello', '!', '!']);
  });
});

describe('sending', () => {
  it('paces bytes apart where the driver asks for it', async () => {
    const { channel, written } = makeLine();
    void channel.request(exchange({ until: 13 }, { paceMs: 20 }), 1000);
    await pass(100);
    expect(written.map((each) => each.text)).toEqual(['Q', '1', '\r']);
    expect((written[2]?.at ?? 0) - (written[0]?.at ?? 0)).toBe(40);
  });

  it('expects nothing where nothing is to come', async () => {
    const { channel } = makeLine();
    expect(shown(await channel.request(exchange('none'), 1000))).toBe('');
  });

  it('pauses for so long', async () => {
    const { channel } = makeLine();
    const reply = channel.request({ op: 'pause', ms: 300 }, 1000);
    let done = false;
    void reply.then(() => (done = true));
    await pass(299);
    expect(done).toBe(false);
    await pass(1);
    expect(shown(await reply)).toBe('');
  });
});

describe('a line that is gone', () => {
  it('ends what is under way and whatever comes after as closed', async () => {
    const { channel } = makeLine();
    const open = channel.request(untilCr, 1000);
    await pass();
    channel.shut();
    expect(shown(await open)).toEqual({ fault: 'closed', partial: undefined });
    expect(await channel.request(untilCr, 1000)).toEqual({ ok: false, fault: 'closed' });
    expect(await channel.request({ op: 'pause', ms: 5 }, 1000)).toEqual({ ok: false, fault: 'closed' });
  });

  it('is noticed when nothing can be written any more', async () => {
    const made = makeLine();
    made.break();
    expect(await made.channel.request(untilCr, 1000)).toEqual({ ok: false, fault: 'closed' });
  });
});

/** A line on which ! and * are alerts, and what was heard of them. */
function alerting() {
  const line = makeLine();
  const heard: string[] = [];
  line.channel.listen((data) => heard.push(text(data) ?? ''), [...bytes('!*')]);
  return { ...line, heard };
}

describe('alert bytes', () => {
  it('are taken out of a reply, wherever they come', async () => {
    const { channel, come, heard } = alerting();
    const reply = channel.request(untilCr, 1000);
    await pass();
    for (const piece of ['0!', '*8', '\r!']) come(piece);
    expect(shown(await reply)).toBe('08\r');
    expect(heard.join('')).toBe('!*!');
  });

  it('stay in a reply that may hold them, and are no news then', async () => {
    const { channel, come, heard } = alerting();
    const reply = channel.request(exchange({ until: 13 }, { keep: [...bytes('*')] }), 1000);
    await pass();
    come('RA*CK!\r');
    expect(shown(await reply)).toBe('RA*CK\r');
    expect(heard).toEqual(['!']);
    come('*');
    expect(heard).toEqual(['!', '*']);
  });
});
