/** One session on the real driver and its simulator, with a line that can be spoiled. The clock is held. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Driver, Simulator } from '../../drivers/driver.ts';
import { driver as megatec } from '../../drivers/megatec/index.ts';
import { driver as snmp } from '../../drivers/snmp/index.ts';
import { systemClock } from '../../src-main/engine/clock.ts';
import { paceOf } from '../../src-main/engine/polling.ts';
import { createSession, type Session } from '../../src-main/engine/session/session.ts';
import { simulatedSnmp, simulatedStream } from '../../src-main/engine/transports/simulated.ts';
import { Trace } from '../../src-main/engine/transports/trace.ts';
import type { Transport } from '../../src-main/engine/transports/transport.ts';
import type { ErrorValue } from '../../src-shared/errors.ts';
import { defaultSettings } from '../../src-shared/settings.ts';
import { createUpsModel, type UpsModel } from '../../src-shared/ups-model/index.ts';

interface Bench {
  readonly session: Session;
  readonly model: UpsModel;
  readonly trace: Trace;
  readonly bugs: string[];
  /** Puts something between the device and us; null for an honest line. */
  readonly spoil: (how: ((answer: Uint8Array) => Uint8Array) | null) => void;
  /** The device says something by itself. */
  readonly speak: (text: string) => void;
  /** The next openings fail so. */
  readonly refuse: (error: ErrorValue | null) => void;
  /** The port goes away as if unplugged. */
  readonly unplug: (why: string) => void;
  readonly opened: () => number;
}

let bench: Bench;

function start(drivers: readonly Driver<'stream'>[] = [megatec]): Bench {
  const model = createUpsModel();
  const device = megatec.simulate(model);
  let spoiled: ((answer: Uint8Array) => Uint8Array) | null = null;
  let refusal: ErrorValue | null = null;
  let gone: ((why: string) => void) | null = null;
  let openings = 0;
  let heard: ((bytes: Uint8Array) => void) | null = null;
  const spoiledDevice: Simulator['stream'] = {
    receive: (bytes) => {
      const answer = device.receive(bytes);
      return spoiled === null ? answer : spoiled(answer);
    },
    unasked: () => device.unasked(),
  };
  const transport = (): Transport<'stream'> => {
    const made = simulatedStream(spoiledDevice, { label: 'test line', clock: systemClock, sync: () => undefined });
    return {
      ...made,
      listen: (listener, alertBytes) => {
        heard = listener;
        made.listen(listener, alertBytes);
      },
      open: async () => {
        openings += 1;
        return refusal === null ? await made.open() : { ok: false, error: refusal };
      },
      onGone: (listener) => {
        gone = (why) => {
          void made.close();
          listener(why);
        };
      },
    };
  };
  const trace = new Trace('one', systemClock);
  const bugs: string[] = [];
  const session = createSession(
    { kind: 'stream', ways: [{ transport, drivers }] },
    {
      clock: systemClock,
      trace,
      polling: () => defaultSettings().polling,
      changed: () => undefined,
      read: () => undefined,
      bug: (message) => bugs.push(message),
      chance: () => 0.5,
    },
  );
  session.start();
  bench = {
    session,
    model,
    trace,
    bugs,
    spoil: (how) => {
      spoiled = how;
    },
    speak: (text) => heard?.(Buffer.from(text, 'latin1')),
    refuse: (error) => {
      refusal = error;
    },
    unplug: (why) => gone?.(why),
    opened: () => openings,
  };
  return bench;
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const link = () => bench.session.view().link.link;
const value = (name: string) => bench.session.view().values[name];

beforeEach(() => vi.useFakeTimers());
afterEach(async () => {
  const stopped = bench.session.stop();
  await pass(1000);
  await stopped;
  vi.useRealTimers();
});

describe('a device that answers', () => {
  it('is live with its values, and follows them', async () => {
    const { model, session } = start();
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
    const expected = (onBattery: boolean): number => 20_000 / paceOf('stream', polling, onBattery).quick;
    expect((await count()) / expected(false)).toBeCloseTo(1, 1);
    model.force({ mainsVoltage: 0 });
    await pass(1000);
    expect((await count()) / expected(true)).toBeCloseTo(1, 1);
    expect(expected(true)).toBe(2 * expected(false));
  });
});

describe('a device that falls silent', () => {
  it('goes stale, then lost, and is live again at once when it answers', async () => {
    const { spoil, session } = start();
    await pass(3000);
    const readAt = session.view().link.readAt ?? 0;
    spoil(() => new Uint8Array(0));
    await pass(9000);
    expect(link()).toBe('live');
    await pass(2000);
    expect(link()).toBe('stale');
    expect(session.view().link.message).toContain('10 seconds');
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
    const { model, opened } = start();
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
    const { spoil, session, bugs } = start();
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
    const { spoil, bugs } = start();
    await pass(3000);
    const before = { ...bench.session.view().values };
    spoil(how);
    await pass(25_000);
    expect(link()).toBe('stale');
    expect(bench.session.view().values).toEqual(before);
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

describe('commands', () => {
  it('reach the device between polls', async () => {
    const { session, model, trace } = start();
    await pass(3000);
    const outcome = session.command('test.battery.start.quick', undefined, true);
    await pass(3000);
    expect((await outcome).result).toMatch(/accepted|sent/);
    expect(model.state().test.running).toBe('quick');
    expect(trace.latest(50).some(({ requestText }) => requestText === 'T<CR>')).toBe(true);
    await pass(1000);
    expect(value('ups.status')).toContain('TEST');
  });

  it('that are not to be repeated are sent once, even when the device stays silent', async () => {
    const { session, trace, spoil } = start();
    await pass(3000);
    spoil((answer) => (answer[0] === 0x28 ? answer : new Uint8Array(0)));
    const outcome = session.command('beeper.toggle', undefined, true);
    await pass(5000);
    await outcome;
    expect(trace.latest(100).filter(({ requestText }) => requestText === 'Q<CR>')).toHaveLength(1);
  });

  it('that could drop the load need a confirmation, and name the effect', async () => {
    const { session, model } = start();
    await pass(3000);
    await expect(session.command('load.off', undefined, false)).rejects.toMatchObject({ code: 'refused' });
    await expect(session.command('load.off', undefined, false)).rejects.toThrow(/power/i);
    expect(model.state().output.on).toBe(true);
  });

  it('that the device does not know, or with the wrong argument, are not sent', async () => {
    const { session, trace } = start();
    await pass(3000);
    const before = trace.counters()['exchanges'] ?? 0;
    await expect(session.command('bypass.start', undefined, true)).rejects.toMatchObject({ code: 'refused' });
    await expect(session.command('no.such.thing', undefined, true)).rejects.toMatchObject({ code: 'refused' });
    await expect(session.command('test.battery.stop', 'now', true)).rejects.toMatchObject({ code: 'bad-input' });
    expect(trace.counters()['exchanges']).toBe(before);
    await expect(session.set('ups.delay.shutdown', '20')).rejects.toMatchObject({ code: 'refused' });
  });

  it('with an argument beyond the protocol are told so', async () => {
    const { session } = start();
    await pass(3000);
    const outcome = session.command('shutdown.return', '999999', true);
    await pass(3000);
    expect((await outcome).result).toBe('invalid');
  });
});

describe('a device that speaks unasked', () => {
  const alarming: Driver<'stream'> = {
    ...megatec,
    alertBytes: [0x21],
    overheard: (data, _identity, before) => ({
      vars: data.includes(0x21) ? { 'ups.status': `OB ${String(before['ups.status'])}` } : {},
    }),
  };

  it('is believed at once, and asked right after', async () => {
    const { speak, trace, session } = start([alarming]);
    await pass(3000);
    const heardAt = session.view().link.readAt ?? 0;
    const before = trace.counters()['exchanges'] ?? 0;
    speak('!');
    expect(value('ups.status')).toBe('OB OL');
    expect(session.view().link.readAt).toBeGreaterThanOrEqual(heardAt);
    expect(trace.latest(5).some(({ direction, answerText }) => direction === 'unasked' && answerText === '!')).toBe(
      true,
    );
    await pass(10);
    expect(trace.counters()['exchanges']).toBe(before + 1);
    // The device itself says that mains is there.
    expect(value('ups.status')).toBe('OL');
  });

  it('in words that the driver trips over ends nothing but the visit', async () => {
    const tripping: Driver<'stream'> = {
      ...alarming,
      overheard: () => {
        throw new TypeError('overheard');
      },
    };
    const { speak, bugs } = start([tripping]);
    await pass(3000);
    speak('!');
    await pass(100);
    expect(bugs).toHaveLength(1);
    expect(link()).toBe('lost');
    await pass(10_000);
    expect(link()).toBe('live');
  });
});

describe('an agent that takes a setting and forgets it', () => {
  it('is said to have ignored it', async () => {
    start();
    const agent = snmp.simulate(createUpsModel());
    const forgetful: Simulator['snmp'] = { rows: () => agent.rows(), set: () => 'done' };
    const options = { label: 'agent', clock: systemClock, sync: () => undefined };
    const session = createSession(
      { kind: 'snmp', ways: [{ transport: () => simulatedSnmp(forgetful, options), drivers: [snmp] }] },
      {
        clock: systemClock,
        trace: new Trace('two', systemClock),
        polling: () => defaultSettings().polling,
        changed: () => undefined,
        read: () => undefined,
        bug: () => undefined,
      },
    );
    session.start();
    await pass(3000);
    const outcome = session.set('input.transfer.low', '150');
    await pass(3000);
    expect(await outcome).toMatchObject({ result: 'ignored' });
    const stopped = session.stop();
    await pass(1000);
    await stopped;
  });
});

describe('a session that is stopped', () => {
  it.each([0, 1, 20, 100, 500, 800, 1500, 2500])('after %s ms ends, and closes its port', async (milliseconds) => {
    const { session, trace } = start();
    await pass(milliseconds);
    let stopped = false;
    void session.stop().then(() => (stopped = true));
    await pass(100);
    expect(stopped).toBe(true);
    const before = trace.counters()['exchanges'] ?? 0;
    await pass(20_000);
    expect(trace.counters()['exchanges'] ?? 0).toBe(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a driver with a bug', () => {
  const broken: Driver<'stream'> = {
    ...megatec,
    // oxlint-disable-next-line require-yield -- it throws before it asks anything
    *poll() {
      throw new TypeError('cannot read properties of undefined');
    },
  };

  it('makes the device lost with a plain word, is told once, and does not end the session', async () => {
    const { session, bugs, opened } = start([broken]);
    await pass(60_000);
    expect(session.view().link.link).toBe('lost');
    expect(session.view().link.message).toContain('fault in Mainstay');
    expect(bugs).toHaveLength(1);
    expect(opened()).toBeGreaterThan(2);
  });

  it('in its framing is caught as well', async () => {
    const framed: Driver<'stream'> = {
      ...megatec,
      *identify() {
        yield {
          op: 'exchange',
          send: Uint8Array.of(0x51, 0x31, 13),
          reply: {
            frame: () => {
              throw new RangeError('framing');
            },
          },
        };
        return null;
      },
    };
    const { bugs } = start([framed]);
    await pass(10_000);
    expect(bugs).toHaveLength(1);
    expect(bugs[0]).toContain('framing');
  });

  it('that asks without end is stopped', async () => {
    const endless: Driver<'stream'> = {
      ...megatec,
      *identify() {
        for (;;) yield { op: 'pause', ms: 0 };
      },
    };
    const { bugs } = start([endless]);
    await pass(10_000);
    expect(bugs[0]).toContain('questions');
  });
});
