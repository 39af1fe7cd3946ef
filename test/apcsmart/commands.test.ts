/** Commands and settings: what is sent, when, and what is made of the answers. */
import { describe, expect, it } from 'vitest';
import { keysOf } from '../../drivers/apcsmart/capabilities.ts';
import { driver } from '../../drivers/apcsmart/index.ts';
import type { Memory } from '../../drivers/apcsmart/talk.ts';
import type { Identity, Outcome, Reply, Wire } from '../../drivers/driver.ts';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { framed, runTalk, streamAnswers } from '../../drivers/kit/talk.ts';
import { systemClock } from '../../src-main/engine/base/clock.ts';
import { converse } from '../../src-main/engine/devices/session/talk.ts';
import { simulatedStream } from '../../src-main/engine/ports/stream/simulated.ts';
import type { CommandName, VarName } from '../../src-shared/nut/index.ts';
import { createUpsModel, type UpsModel } from '../../src-shared/ups-model/index.ts';

/** A simulated UPS with our driver, where every exchange and pause is written down and pauses take their time. */
function bench(
  ups: UpsModel = createUpsModel(),
  dialect?: string,
  spoil: (sent: string, right: string) => string = (_, right) => right,
) {
  const simulator = driver.simulate(ups, dialect);
  const sent: string[] = [];
  const answer = (request: Wire['stream']): Reply<'stream'> => {
    if (request.op === 'pause') {
      sent.push(`${request.ms} ms`);
      ups.advance(request.ms / 1000);
      return { ok: true, data: new Uint8Array(0) };
    }
    sent.push(textOf(request.send));
    const reply = framed(request, bytesOf(spoil(textOf(request.send), textOf(simulator.receive(request.send)))));
    // What is waited for in vain takes its time as well.
    if (!reply.ok) ups.advance((request.timeoutMs ?? 0) / 1000);
    return reply;
  };
  const identity = runTalk(driver.identify({}), streamAnswers(simulator)).result;
  if (identity === null) throw new Error('not identified');
  const { commands, settings } = driver.abilities(identity);
  const recorded = (run: () => Outcome) => {
    sent.length = 0;
    const outcome = run();
    return { outcome, sent: [...sent] };
  };
  return {
    ups,
    identity,
    simulator,
    run: (name: CommandName, argument?: string) =>
      recorded(() => {
        const command = commands[name];
        if (command === undefined) throw new Error(`${name} is not offered.`);
        return runTalk(command.run(argument), answer).result;
      }),
    set: (name: VarName, value: string) =>
      recorded(() => {
        const setting = settings[name];
        if (setting === undefined) throw new Error(`${name} cannot be set.`);
        return runTalk(setting.write(value), answer).result;
      }),
  };
}

const onBattery = () => createUpsModel({}, { mainsVoltage: 0 });
/** A driver's memory of a device that understands these. */
const understanding = (commands: string): Identity<Memory> => ({
  confidence: 'certain',
  vars: {},
  memory: { commands: keysOf(commands), capabilities: [] },
});

describe('what is asked for twice', () => {
  it.each([
    ['shutdown.stayoff', 'K', 'accepted'],
    ['load.off', 'Z', 'sent'],
    ['load.on', '\x0e', 'sent'],
  ] as const)('%s waits more than a second and a half between the two keys', (name, key, result) => {
    const { run } = bench();
    const { outcome, sent } = run(name);
    expect(outcome).toEqual({ result });
    expect([sent[0], sent[2], sent.length]).toEqual([key, key, 3]);
    expect(Number.parseInt(sent[1] ?? '', 10)).toBeGreaterThanOrEqual(1500);
  });

  it('is not done by a device that is told too fast or too late', () => {
    for (const [apart, done] of [
      [1, false],
      [1.6, true],
      [30, false],
    ] as const) {
      const { ups, simulator } = bench();
      simulator.receive(bytesOf('Z'));
      ups.advance(apart);
      simulator.receive(bytesOf('Z'));
      expect(!ups.state().output.on, `${apart} s apart`).toBe(done);
    }
  });

  it('is not sent a second time to a device that objects', () => {
    const { run, ups } = bench(createUpsModel(), undefined, (sent, right) => (sent === 'K' ? 'NA\r\n' : right));
    const { outcome, sent } = run('shutdown.stayoff');
    expect(outcome.result).toBe('refused');
    expect(sent).toEqual(['K']);
    expect(ups.state().output.on).toBe(true);
  });
});

describe('shutdown.return', () => {
  it('is S on battery, and @ on mains or with additional time', () => {
    expect(bench(onBattery()).run('shutdown.return').sent).toEqual(['Q', 'S']);
    expect(bench().run('shutdown.return').sent).toEqual(['Q', '@', '000']);
    expect(bench(onBattery()).run('shutdown.return', '360').sent).toEqual(['Q', '@', '001']);
    expect(bench().run('shutdown.return', '361').sent).toEqual(['Q', '@', '002']);
    expect(bench().run('shutdown.return', '359640').sent.at(-1)).toBe('999');
  });

  it('never sends 000 to an old device, which would do nothing', () => {
    const command = driver.abilities(understanding('@S')).commands['shutdown.return'];
    if (command === undefined) throw new Error('not offered');
    const sent: string[] = [];
    runTalk(command.run(), (request) => {
      if (request.op === 'pause') return { ok: true, data: new Uint8Array(0) };
      sent.push(textOf(request.send));
      return framed(request, bytesOf({ Q: '08\r\n', '001': '*' }[textOf(request.send)] ?? ''));
    });
    expect(sent).toEqual(['Q', '@', '001']);
  });

  it.each(['359641', '-1', '1.5', 'soon', '9e9'])('refuses %s, and sends nothing', (argument) => {
    const { outcome, sent } = bench().run('shutdown.return', argument);
    expect(outcome.result).toBe('invalid');
    expect(sent).toEqual([]);
  });

  it('keeps the digits back where the device objects to @', () => {
    const { outcome, sent } = bench(createUpsModel(), undefined, (key, right) => (key === '@' ? 'NA\r\n' : right)).run(
      'shutdown.return',
    );
    expect(outcome.result).toBe('refused');
    expect(sent).toEqual(['Q', '@']);
  });

  it('is acknowledged by old devices with *, which is no alert then', async () => {
    const heard: string[] = [];
    const transport = simulatedStream(driver.simulate(onBattery(), 'older'), {
      label: 'test',
      clock: systemClock,
      sync: () => undefined,
    });
    await transport.open();
    transport.listen((data) => heard.push(textOf(data)), driver.alertBytes);
    try {
      const say = async <R>(begin: Parameters<typeof converse<'stream', R>>[1]) =>
        (await converse(transport, begin, { timeout: 500, repeats: 0 })).result;
      const identity = await say(() => driver.identify({}));
      if (identity === null) throw new Error('not identified');
      const command = driver.abilities(identity).commands['shutdown.return'];
      if (command === undefined) throw new Error('not offered');
      expect(await say(() => command.run())).toEqual({ result: 'accepted' });
      expect(heard.join('')).not.toContain('*');
    } finally {
      await transport.close();
    }
  });
});

describe('what starts and ends in turn', () => {
  it.each(['calibrate.stop', 'test.battery.stop'] as const)('%s does not start it', (name) => {
    const { run, ups } = bench();
    const { outcome } = run(name);
    expect(outcome.result).toBe('refused');
    expect(ups.state().test.running).toBe('none');
  });

  it('calibration is not ended by asking for it twice', () => {
    const { run, ups } = bench();
    expect(run('calibrate.start').outcome).toEqual({ result: 'accepted' });
    expect(run('calibrate.start').outcome.result).toBe('refused');
    expect(ups.state().test.running).toBe('calibration');
  });

  it('calibration needs a full battery', () => {
    const { outcome } = bench(createUpsModel({}, { charge: 90 })).run('calibrate.start');
    expect(outcome).toEqual({ result: 'refused', why: 'It answered "NO".' });
  });

  it('is left alone where the state cannot be told', () => {
    const { run, ups } = bench(createUpsModel(), undefined, (sent, right) => (sent === 'Q' ? '' : right));
    expect(run('calibrate.start').outcome).toEqual({ result: 'silent' });
    expect(ups.state().test.running).toBe('none');
  });
});

describe('a setting', () => {
  it('is cycled until it is there, and not written where it is there already', () => {
    const { set, simulator } = bench();
    expect(set('input.sensitivity', 'L')).toEqual({ outcome: { result: 'accepted' }, sent: ['s', '-', 's', '-', 's'] });
    expect(textOf(simulator.receive(bytesOf('s')))).toBe('L\r\n');
    expect(set('input.sensitivity', 'L').sent).toEqual(['s']);
  });

  it('that the device refuses is refused, and one that it does not have is not looked for for ever', () => {
    const refusing = bench(createUpsModel(), undefined, (sent, right) => (sent === '-' ? 'NO\r\n' : right));
    expect(refusing.set('input.sensitivity', 'L').outcome.result).toBe('refused');
    const stuck = bench(createUpsModel(), undefined, (sent, right) => (sent === 's' ? 'H\r\n' : right));
    const { outcome, sent } = stuck.set('input.sensitivity', 'L');
    expect(outcome.result).toBe('refused');
    expect(sent.length).toBeLessThan(15);
  });

  it('reads again what it has come to where the acknowledgement is lost', () => {
    let lost = 0;
    const { set } = bench(createUpsModel(), undefined, (sent, right) => {
      if (sent !== '-' || lost > 0) return right;
      lost += 1;
      return '';
    });
    expect(set('input.sensitivity', 'L').outcome).toEqual({ result: 'accepted' });
  });

  it.each([
    ['input.sensitivity', 'X'],
    ['input.transfer.high', '999'],
    ['ups.id', 'much too long'],
    ['ups.id', ''],
    ['ups.id', 'Zoë'],
    ['ups.id', 'OK'],
    ['battery.date', '11/29/26'],
    ['battery.date', '2026-02-30'],
  ] as const)('%s takes no %j, and nothing is sent', (name, value) => {
    const { outcome, sent } = bench().set(name, value);
    expect(outcome.result).toBe('invalid');
    expect(sent).toEqual([]);
  });

  it('that is text is typed, eight characters long', () => {
    const { set, simulator } = bench();
    const { outcome, sent } = set('ups.id', 'RACK#1');
    expect(outcome).toEqual({ result: 'accepted' });
    expect(sent).toEqual(['c', '-', 'RACK#1\r\r']);
    expect(textOf(simulator.receive(bytesOf('c')))).toBe('RACK#1\r\n');
  });

  it('that is text is not typed to a device that objects, for which the letters would be commands', () => {
    const { set } = bench(createUpsModel(), undefined, (sent, right) => (sent === '-' ? 'NA\r\n' : right));
    const { outcome, sent } = set('ups.id', 'AWKZS');
    expect(outcome.result).toBe('refused');
    expect(sent).toEqual(['c', '-']);
  });

  it('does not exist on devices without a memory', () => {
    const { identity } = bench(createUpsModel(), 'older');
    expect(driver.abilities(identity).settings).toEqual({});
  });
});

describe('abilities', () => {
  it('are those that the device understands', () => {
    expect(Object.keys(driver.abilities(understanding('QYA@')).commands).toSorted()).toEqual([
      'shutdown.return',
      'test.panel.start',
    ]);
    expect(Object.keys(driver.abilities(understanding('Q^~')).commands).toSorted()).toEqual([
      'bypass.start',
      'bypass.stop',
    ]);
  });
});
