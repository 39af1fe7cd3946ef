/** What a session says to a device and hears from it besides polls, and what becomes of faults of our own. */
import { describe, expect, it, vi } from 'vitest';
import type { Driver, Simulator } from '../../../../drivers/driver.ts';
import { driver as megatec } from '../../../../drivers/megatec/index.ts';
import { driver as snmp } from '../../../../drivers/snmp/index.ts';
import { systemClock } from '../../../../src-main/engine/base/clock.ts';
import { createSession } from '../../../../src-main/engine/devices/session/session.ts';
import { snmpWire } from '../../../../src-main/engine/ports/snmp/index.ts';
import { Trace } from '../../../../src-main/engine/ports/trace.ts';
import { defaultSettings } from '../../../../src-shared/settings/index.ts';
import { createUpsModel } from '../../../../src-shared/ups-model/index.ts';
import { holdClock, pass, start } from './session-bench.ts';

holdClock();

describe('commands', () => {
  it('reach the device between polls', async () => {
    const { session, model, trace, value } = start();
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
    const { speak, trace, session, value } = start([alarming]);
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
    const { speak, bugs, link } = start([tripping]);
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
      { kind: 'snmp', ways: [{ transport: () => snmpWire.simulated(forgetful, [], options), drivers: [snmp] }] },
      {
        clock: systemClock,
        steady: () => systemClock.monotonic(),
        trace: new Trace('two', systemClock),
        polling: () => defaultSettings().polling,
        attended: () => true,
        chemistry: () => undefined,
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
