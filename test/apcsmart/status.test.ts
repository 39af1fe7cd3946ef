/** The state of the device, from its status byte, its registers, its running mode and the reason of its transfer. */
import { describe, expect, it } from 'vitest';
import type { Reply, Wire } from '../../drivers/driver.ts';
import { overheard, readStatus } from '../../drivers/apcsmart/status.ts';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { ReadingsBuilder } from '../../drivers/kit/columns.ts';
import { framed, runTalk } from '../../drivers/kit/talk.ts';
import { STATUS_WORDS } from '../../src-shared/nut/index.ts';
import { device, plain, readAll, sentBy } from './device.ts';

const MODE = '\x9f\xd2';

/** What is read where questions are answered so, one answer after the other and then the last; `null` is a lost port. */
function read(understood: readonly string[], answers: Readonly<Record<string, string | null | readonly string[]>>) {
  const asked = new Map<string, number>();
  const answer = (request: Wire['stream']): Reply<'stream'> => {
    if (request.op === 'pause') return { ok: true, data: new Uint8Array(0) };
    const sent = textOf(request.send);
    const count = asked.get(sent) ?? 0;
    asked.set(sent, count + 1);
    const all = sent === 'Y' ? 'SM' : (answers[sent] ?? null);
    const line = typeof all === 'string' || all === null ? all : (all[count] ?? all.at(-1) ?? null);
    return line === null ? { ok: false, fault: 'closed' } : framed(request, bytesOf(`${line}\r\n`));
  };
  const into = new ReadingsBuilder();
  const { result, requests } = runTalk(readStatus(new Set(understood), into), answer);
  return { result, sent: sentBy(requests), ...into.build() };
}

describe('the status byte', () => {
  it.each([
    ['08', 'OL'],
    ['10', 'OB'],
    ['09', 'OL CAL'],
    ['0A', 'OL TRIM'],
    ['0C', 'OL BOOST'],
    ['28', 'OL OVER'],
    ['50', 'OB LB'],
    ['88', 'OL RB'],
    ['FE', 'OL OB LB RB OVER TRIM BOOST'],
    // Neither the line nor the battery carries anything.
    ['00', 'OFF'],
    ['40', 'LB OFF'],
  ])('%s is %s', (byte, words) => {
    const found = read([], { Q: byte });
    expect(found.result).toBe('read');
    expect(found.vars['ups.status']).toBe(words);
    expect(found.absent).toHaveProperty(['ups.alarm']);
  });

  it.each(['108', '080', '8', '0g', 'NA'])('is not %j', (answer) => {
    const found = read([], { Q: answer });
    expect(found.result).toBeNull();
    expect(found.vars).toEqual({});
  });
});

/* "Register 1" to "Register 3": what each bit says that protection has to know. */
describe('a register', () => {
  it.each([
    ['~', 0, 'OL', undefined],
    ['~', 1, 'OL BYPASS ALARM', /internal fault/],
    ['~', 2, 'OL', undefined],
    ['~', 3, 'OL BYPASS', undefined],
    ['~', 4, 'OL', undefined],
    ['~', 5, 'OL BYPASS', undefined],
    ['~', 6, 'OL', undefined],
    ['~', 7, 'OL', undefined],
    ["'", 0, 'OL BYPASS ALARM', /fan failure in the electronics/],
    ["'", 1, 'OL ALARM', /fan failure in the isolation unit/],
    ["'", 2, 'OL ALARM', /bypass supply failure/],
    ["'", 3, 'OL BYPASS ALARM', /output voltage select/],
    ["'", 4, 'OL BYPASS ALARM', /DC imbalance/],
    ["'", 5, 'OL BYPASS ALARM', /battery/],
    ["'", 6, 'OL ALARM', /relay fault in SmartTrim or SmartBoost/],
    ["'", 7, 'OL ALARM', /bad output voltage/],
    ['8', 0, 'OL', undefined],
    ['8', 1, 'OL ALARM', /overload/],
    ['8', 2, 'OL ALARM', /main relay/],
    ['8', 3, 'OL', undefined],
    ['8', 4, 'OL', undefined],
    ['8', 5, 'OL ALARM', /charger/],
    ['8', 6, 'OL ALARM', /bypass relay/],
    ['8', 7, 'OL ALARM', /hot/],
  ] as const)('%s says with bit %d: %s', (register, bit, words, alarm) => {
    const byte = (2 ** bit).toString(16).toUpperCase().padStart(2, '0');
    const found = read([register], { Q: '08', [register]: byte });
    expect(found.vars['ups.status']).toBe(words);
    if (alarm === undefined) expect(found.vars).not.toHaveProperty(['ups.alarm']);
    else expect(found.vars['ups.alarm']).toMatch(alarm);
  });

  it('that the device does not have says nothing, and the next is asked', () => {
    const found = read(["'", '~', '8'], { Q: '08', '~': 'NA', "'": '00', '8': '80' });
    expect(found).toMatchObject({ result: 'read', vars: { 'ups.status': 'OL ALARM' } });
    expect(found.sent).toEqual(['Q', '~', "'", '8']);
  });
});

describe('a port that is lost', () => {
  it('before the status leaves none', () => {
    expect(read(['~'], { Q: null })).toMatchObject({ result: null, vars: {}, sent: ['Q'] });
  });

  it.each([
    ['at a register', { Q: '10', '~': null }, ['Q', '~'], 'OB'],
    ['at the running mode', { Q: '10', '~': '08', [MODE]: null }, ['Q', '~', MODE], 'OB BYPASS'],
    ['at the reason', { Q: '10', '~': '02', [MODE]: 'L', G: null }, ['Q', '~', MODE, 'G'], 'OB BYPASS ALARM'],
  ])('%s ends the questions, and what is known so far counts', (_where, answers, sent, words) => {
    const found = read(['~', MODE, 'G'], answers);
    expect(found.result).toBe('cut-short');
    expect(found.sent).toEqual(sent);
    expect(found.vars['ups.status']).toBe(words);
  });
});

describe('an answer of one letter', () => {
  it.each(['TE', 'ET', '5'])('is asked again where the mode comes as %j', (torn) => {
    expect(read([MODE], { Q: '08', [MODE]: [torn, 'E'] }).vars['ups.status']).toBe('OL ECO');
  });

  it.each(['OS', 'SO', '5'])('is asked again where the reason comes as %j', (torn) => {
    expect(read(['G'], { Q: '10', G: [torn, 'S'] }).vars['ups.status']).toBe('OB TEST');
  });

  it('about the reason is asked on battery alone, where the device has it', () => {
    expect(read(['G'], { Q: '10', G: 'H' })).toMatchObject({ sent: ['Q', 'G'], vars: { 'ups.status': 'OB' } });
    expect(read(['G'], { Q: '08' }).sent).toEqual(['Q']);
    expect(read(['G'], { Q: '11' }).sent).toEqual(['Q']);
    expect(read([], { Q: '10' })).toMatchObject({ result: 'read', sent: ['Q'], vars: { 'ups.status': 'OB' } });
  });
});

const after = (text: string, before: string) => overheard(bytesOf(text), { 'ups.status': before });

describe('an alert', () => {
  const all = Object.keys(STATUS_WORDS);

  it.each([
    ['!', 'OL', ['OL', 'OB']],
    ['$', 'OB LB', ['OL', 'OB', 'LB', 'TEST']],
    ['%', 'OB', ['LB']],
    ['+', 'OB LB', ['LB']],
    ['#%', 'OB', ['LB', 'RB']],
  ])('%s speaks of %s about some words, and leaves all others to what was read before', (text, before, spoken) => {
    expect(after(text, before).kept).toEqual({ vars: [], words: all.filter((word) => !spoken.includes(word)) });
  });

  it('that mains is back ends a test as well', () => {
    expect(after('$', 'OB TEST').vars['ups.status']).toBe('OL');
  });

  it('counts whatever comes after it', () => {
    expect(after('!|', 'OL').vars['ups.status']).toBe('OB');
    expect(after('?%', 'OB').vars).toEqual({ 'ups.status': 'OB LB ALARM', 'ups.alarm': 'abnormal condition' });
  });

  it('says what is wrong also where it was known that something is', () => {
    expect(after('?', 'OL ALARM').vars).toEqual({ 'ups.status': 'OL ALARM', 'ups.alarm': 'abnormal condition' });
  });

  it('that says nothing about the state leaves it as it was written', () => {
    expect(after('|', 'BOOST OL')).toEqual({ vars: {} });
    expect(after('', 'BOOST OL')).toEqual({ vars: {} });
  });

  it('on a line of its own is no answer: the answer behind it is', () => {
    const right = readAll(device(plain));
    const polled = readAll(device((sent, line) => (sent === 'L' || sent === 'f' ? `!\r\n$\r\n${line}` : line)));
    expect(polled?.['input.voltage']).toBe(right?.['input.voltage']);
    expect(polled?.['battery.charge']).toBe(right?.['battery.charge']);
  });
});
