/** Delays, and what becomes of commands on devices of different manners. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../drivers/driver.ts';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { framed, runTalk } from '../../drivers/kit/talk.ts';
import { abilities } from '../../drivers/megatec/commands.ts';
import { returnDelay, shutdownDelay, testLength } from '../../drivers/megatec/delays.ts';

describe('the delay before the output goes off', () => {
  it.each([
    [0, '.2', 12],
    [12, '.2', 12],
    [13, '.3', 18],
    [30, '.5', 30],
    [54, '.9', 54],
    [55, '01', 60],
    [60, '01', 60],
    [61, '02', 120],
    [600, '10', 600],
  ])('%d s is %s', (seconds, text, really) => {
    expect(shutdownDelay(seconds)).toEqual({ text, seconds: really });
  });

  it('is never shorter than asked for, and always in the letters of the specification', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (seconds) => {
        const delay = shutdownDelay(seconds);
        expect('text' in delay && delay.text).toMatch(/^(\.[2-9]|0[1-9]|10)$/);
        expect('seconds' in delay && delay.seconds).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });

  it.each([-1, 601, Number.NaN, Number.POSITIVE_INFINITY])('%d s cannot be said', (seconds) => {
    expect(shutdownDelay(seconds)).toHaveProperty('why');
  });
});

describe('the delay before the output comes back', () => {
  it.each([
    [0, '0003'],
    [60, '0003'],
    [120, '0003'],
    [180, '0003'],
    [181, '0004'],
    [599_940, '9999'],
  ])('%d s is %s', (seconds, text) => {
    expect(returnDelay(seconds)).toMatchObject({ text });
  });

  it.each([-1, 599_941, Number.NaN])('%d s cannot be said', (seconds) => {
    expect(returnDelay(seconds)).toHaveProperty('why');
  });
});

describe('the length of a test', () => {
  it.each([
    [60, '01'],
    [119, '01'],
    [600, '10'],
    [5999, '99'],
  ])('%d s is %s', (seconds, text) => {
    expect(testLength(seconds)).toMatchObject({ text });
  });

  it.each([0, 59, 6000, Number.NaN])('%d s cannot be said', (seconds) => {
    expect(testLength(seconds)).toHaveProperty('why');
  });
});

type Name = keyof ReturnType<typeof abilities>['commands'];

/** Runs a command against a device that answers everything alike. */
function run(
  name: Name,
  argument?: string,
  answer: (sent: string) => string | Reply<'stream'> = () => '',
  echoes = false,
) {
  const command = abilities({ echoes }).commands[name];
  if (command === undefined) throw new Error(`${name} is not offered`);
  const { result, requests } = runTalk(command.run(argument), (request) => {
    if (request.op === 'pause') throw new Error('no pause is expected');
    const reply = answer(textOf(request.send));
    return typeof reply === 'string' ? framed(request, bytesOf(reply)) : reply;
  });
  const sent = requests.flatMap((request) => (request.op === 'exchange' ? [textOf(request.send)] : []));
  return { outcome: result, sent, requests };
}

const NAMES = [
  'beeper.toggle',
  'beeper.enable',
  'beeper.disable',
  'load.off',
  'load.on',
  'shutdown.return',
  'shutdown.stayoff',
  'shutdown.stop',
  'test.battery.start',
  'test.battery.start.deep',
  'test.battery.start.quick',
  'test.battery.stop',
] as const satisfies readonly Name[];

describe('a command', () => {
  it.each([
    ['shutdown.return', undefined, 'S.5R0003\r'],
    ['shutdown.return', '20', 'S.4R0003\r'],
    ['shutdown.return', '120 600', 'S02R0010\r'],
    ['shutdown.return', '120,600', 'S02R0010\r'],
    ['shutdown.stayoff', '61', 'S02R0000\r'],
    ['load.off', undefined, 'S00R0000\r'],
    ['load.on', undefined, 'C\r'],
    ['shutdown.stop', undefined, 'C\r'],
    ['test.battery.start', undefined, 'T10\r'],
    ['test.battery.start', '300', 'T05\r'],
    ['test.battery.start.deep', undefined, 'TL\r'],
    ['test.battery.start.quick', undefined, 'T\r'],
    ['test.battery.stop', undefined, 'CT\r'],
    ['beeper.toggle', undefined, 'Q\r'],
  ] as const)('%s %s sends %j', (name, argument, text) => {
    expect(run(name, argument).sent).toEqual([text]);
  });

  it.each([
    ['shutdown.return', '601'],
    ['shutdown.return', '-5'],
    ['shutdown.return', 'soon'],
    ['shutdown.return', '1 2 3'],
    ['shutdown.return', '30 700000'],
    ['shutdown.stayoff', '30 60'],
    ['shutdown.stayoff', '1e9'],
    ['test.battery.start', '10'],
    ['test.battery.start', '60 60'],
  ] as const)('%s %s is invalid and sends nothing', (name, argument) => {
    const { outcome, sent } = run(name, argument);
    expect(outcome.result).toBe('invalid');
    expect(sent).toEqual([]);
  });

  it.each([
    ['silence', () => '', 'sent'],
    ['its own echo', (sent: string) => sent, 'refused'],
    ['its own echo without CR', (sent: string) => sent.trim(), 'refused'],
    ['ACK', () => 'ACK\r', 'accepted'],
    ['(ACK', () => '(ACK\r', 'accepted'],
    ['NAK', () => '(NAK\r', 'refused'],
    ['another line', () => '(230.0 230.0\r', 'refused'],
    ['an empty line', () => '\r', 'sent'],
    ['the CR of an older reply and a refusal', (sent: string) => `\r${sent}`, 'refused'],
    ['a port that went away', () => ({ ok: false, fault: 'closed' }) as const, 'silent'],
  ])('answered by %s is taken for what that means', (_what, answer, result) => {
    expect(run('test.battery.start.quick', undefined, answer).outcome.result).toBe(result);
  });

  it('is not refused by the echo of a line that echoes everything', () => {
    expect(run('test.battery.start.quick', undefined, (sent) => sent, true).outcome.result).toBe('sent');
  });

  it('is under test here', () => {
    expect(Object.keys(abilities({ echoes: false }).commands).toSorted()).toEqual(NAMES.toSorted());
  });

  it('is never to be repeated, since silence is its good answer', () => {
    for (const name of NAMES) {
      const commands = run(name).requests.filter(
        (request) => request.op === 'exchange' && textOf(request.send) !== 'Q1\r',
      );
      expect(
        commands.every((request) => request.op === 'exchange' && request.once === true),
        name,
      ).toBe(true);
    }
  });
});

/** A device whose beeper is on or off. */
function withBeeper(beeper: 0 | 1): (sent: string) => string {
  return (sent) => (sent === 'Q1\r' ? `(230.0 230.0 230.0 034 50.0 13.6 29.0 0000100${beeper}\r` : '');
}

describe('the beeper', () => {
  it('is toggled only when it has to be', () => {
    expect(run('beeper.enable', undefined, withBeeper(0)).sent).toEqual(['Q1\r', 'Q\r']);
    expect(run('beeper.disable', undefined, withBeeper(1)).sent).toEqual(['Q1\r', 'Q\r']);
    expect(run('beeper.enable', undefined, withBeeper(1))).toMatchObject({
      sent: ['Q1\r'],
      outcome: { result: 'accepted' },
    });
    expect(run('beeper.disable', undefined, withBeeper(0))).toMatchObject({
      sent: ['Q1\r'],
      outcome: { result: 'accepted' },
    });
  });

  it('is left alone when its state is unknown', () => {
    expect(run('beeper.enable').outcome.result).toBe('silent');
    expect(run('beeper.enable', undefined, () => 'what?\r')).toMatchObject({
      sent: ['Q1\r'],
      outcome: { result: 'refused' },
    });
  });
});
