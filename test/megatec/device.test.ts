/** Conversations with devices of different manners, and the simulated one byte by byte. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply, Wire } from '../../drivers/driver.ts';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { framed, runTalk, streamAnswers } from '../../drivers/kit/talk.ts';
import { driver } from '../../drivers/megatec/index.ts';
import { createUpsModel, PROFILES } from '../../src-shared/ups-model/index.ts';

const STATUS = '(230.0 230.0 230.0 034 50.0 13.6 29.0 00001001\r';
const RATING = '#230.0 004 12.00 50.0\r';
const VENDOR = '#Power Tools Ltd Mark 3 Pro VT 12046Q \r';
const ANSWERS: Readonly<Record<string, string>> = { 'Q1\r': STATUS, 'F\r': RATING, 'I\r': VENDOR };

/** A device that answers by `manner`, given what was asked and the right answer. */
function device(manner: (sent: string, right: string) => string): (request: Wire['stream']) => Reply<'stream'> {
  return (request) => {
    if (request.op === 'pause') return { ok: true, data: new Uint8Array(0) };
    const sent = textOf(request.send);
    return framed(request, bytesOf(manner(sent, ANSWERS[sent] ?? sent)));
  };
}

const right = runTalk(
  driver.identify({}),
  device((_sent, answer) => answer),
);

describe('identification', () => {
  it('asks three harmless questions', () => {
    expect(right.requests.map((request) => request.op === 'exchange' && textOf(request.send))).toEqual([
      'Q1\r',
      'F\r',
      'I\r',
    ]);
    expect(right.result).toMatchObject({ confidence: 'certain', memory: { rated: 12, echoes: false } });
  });

  it.each<[string, (sent: string, answer: string) => string]>([
    ['leaves the CR away', (_sent, answer) => answer.replace('\r', '')],
    ['ends its lines with NUL', (_sent, answer) => answer.replace('\r', '\0')],
    ['ends its lines with CR and LF', (_sent, answer) => `${answer}\n`],
    ['still sends the rest of an older line', (_sent, answer) => `0.0 00001001\r${answer}`],
    ['sends a NUL first', (_sent, answer) => `\0${answer}`],
  ])('learns the same from a device that %s', (_what, manner) => {
    expect(runTalk(driver.identify({}), device(manner)).result).toEqual(right.result);
  });

  it('does not wait out the time limit for a status or rating line without its CR', () => {
    const seen: boolean[] = [];
    const answer = device((_sent, text) => text.replace('\r', ''));
    runTalk(driver.identify({}), (request) => {
      const reply = answer(request);
      seen.push(reply.ok);
      return reply;
    });
    // The last field of the information line may be of any length, so only its end ends it.
    expect(seen).toEqual([true, true, false]);
  });

  it('notices a line that echoes', () => {
    const { result } = runTalk(
      driver.identify({}),
      device((sent, answer) => sent + answer),
    );
    expect(result?.memory.echoes).toBe(true);
    expect(result?.vars).toEqual(right.result?.vars);
  });

  it('asks again after half a line, once', () => {
    let times = 0;
    const halfFirst = device((_sent, answer) => {
      times += 1;
      return times === 1 ? answer.slice(20) : answer;
    });
    const { result, requests } = runTalk(driver.identify({}), halfFirst);
    expect(result).toEqual(right.result);
    expect(requests).toHaveLength(4);
    expect(
      runTalk(
        driver.identify({}),
        device((_sent, answer) => answer.slice(0, 30)),
      ).requests,
    ).toHaveLength(2);
  });

  it('knows a device that answers nothing but Q1, or echoes the rest, and says what is missing', () => {
    const silent = runTalk(
      driver.identify({}),
      device((sent, answer) => (sent === 'Q1\r' ? answer : '')),
    );
    expect(silent.result?.absent).toMatchObject({
      'input.voltage.nominal': 'the device does not answer F',
      'ups.mfr': 'the device does not answer I',
    });
    const echoing = runTalk(
      driver.identify({}),
      device((sent, answer) => (sent === 'Q1\r' ? answer : sent)),
    );
    expect(echoing.result?.absent).toMatchObject({ 'ups.mfr': 'the device does not know I' });
    expect(echoing.requests).toHaveLength(3);
  });

  it('is not confused by an answer that comes one question late', () => {
    let last = '';
    const late = device((_sent, answer) => {
      const now = last;
      last = answer;
      return now === '' ? answer : now;
    });
    const { result } = runTalk(driver.identify({}), late);
    for (const [name, value] of Object.entries(result?.vars ?? {}))
      expect(right.result?.vars).toHaveProperty([name], value);
  });

  it.each([
    ['nothing', ''],
    ['an echo only', 'Q1\r'],
    ['an APC Smart-UPS', 'SM\r\n'],
    ['a Voltronic P', '(NAK\r'],
    ['a modem', 'ERROR\r\n'],
    ['a flood', '('.repeat(5000)],
    ['a terminal', 'login: \r\nPassword: \r\n'],
  ])('refuses %s', (_what, text) => {
    expect(
      runTalk(
        driver.identify({}),
        device(() => text),
      ).result,
    ).toBeNull();
  });
});

describe('the simulated device', () => {
  it('answers the same whatever the pieces in which it is asked', () => {
    const text = 'Q1\rF\rI\rXYZ\rQ1\r';
    const whole = textOf(driver.simulate(createUpsModel()).receive(bytesOf(text)));
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
        const simulator = driver.simulate(createUpsModel());
        const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(pieces.map((piece) => textOf(simulator.receive(bytesOf(piece)))).join('')).toBe(whole);
      }),
    );
  });

  it('writes its lines as wide as the specification has them', () => {
    for (const profile of Object.values(PROFILES)) {
      const ups = createUpsModel(profile);
      const simulator = driver.simulate(ups);
      const ask = (text: string) => textOf(simulator.receive(bytesOf(text)));
      expect(ask('Q1\r')).toMatch(
        /^\(\d{3}\.\d \d{3}\.\d \d{3}\.\d \d{3} \d\d\.\d (\d\d\.\d|\d\.\d\d) \d\d\.\d [01]{8}\r$/,
      );
      expect(ask('F\r')).toMatch(/^#\d{3}\.\d \d{3} (\d\d\.\d\d|\d{3}\.\d) \d\d\.\d\r$/);
      expect(ask('I\r')).toMatch(/^#.{15} .{10} .{10}\r$/);
    }
  });

  it('echoes what it does not know, and what it cannot do now', () => {
    const ups = createUpsModel();
    const simulator = driver.simulate(ups);
    for (const text of ['D\r', 'QS\r', 'T00\r', 'S.1\r', 'S11\r', 'S02R3\r', '\r', 'q1\r']) {
      expect(textOf(simulator.receive(bytesOf(text)))).toBe(text);
    }
    ups.world.mainsVoltage = 0;
    expect(textOf(simulator.receive(bytesOf('T\r')))).toBe('T\r');
  });

  it('drops a line longer than its buffer, and goes on', () => {
    const simulator = driver.simulate(createUpsModel());
    expect(textOf(simulator.receive(bytesOf(`${'x'.repeat(5000)}\rF\r`)))).toBe('#230.0 004 12.00 50.0\r');
    simulator.receive(bytesOf('x'.repeat(100)));
    expect(textOf(simulator.receive(bytesOf('\rF\r')))).toBe('#230.0 004 12.00 50.0\r');
  });

  it('holds the voltage of a glitch until it was asked for', () => {
    const ups = createUpsModel();
    const answers = streamAnswers(driver.simulate(ups));
    const identity = runTalk(driver.identify({}), answers).result;
    if (identity === null) throw new Error('not identified');
    const fault = () => runTalk(driver.poll('quick', identity), answers).result?.vars['input.voltage.fault'];
    ups.world.mainsVoltage = 140;
    ups.advance(1);
    ups.world.mainsVoltage = 230;
    ups.advance(60);
    expect(fault()).toBe(140);
    expect(fault()).toBe(230);
  });

  it('turns the output off in fractions of a minute and on again as told', () => {
    const ups = createUpsModel();
    driver.simulate(ups).receive(bytesOf('S.3R0002\r'));
    ups.advance(17);
    expect(ups.state().output.on).toBe(true);
    ups.advance(2);
    expect(ups.state().output.on).toBe(false);
    ups.advance(116);
    expect(ups.state().output.on).toBe(false);
    ups.advance(10);
    expect(ups.state().output.on).toBe(true);
  });
});
