/**
 * NUT's logs as people paste them. The log is that of a MicroSinus of 48 V, in the shape of networkupstools/nut#3103:
 * the bytes of F and I are from there, those of Q1 were put together from its decoded values.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reply, Wire } from '../../../../drivers/driver.ts';
import { textOf } from '../../../../drivers/kit/line/ascii.ts';
import { runTalk } from '../../../../drivers/kit/talk.ts';
import { driver } from '../../../../drivers/megatec/index.ts';
import { openRecording } from '../../../../src-main/engine/ports/replay/recording.ts';
import { parseLog } from '../../../../src-main/engine/ports/stream/logs.ts';
import { known } from '../../../conformance/subject.ts';

const WRAPPED = `   7.400000	[D3] send: Q1
   7.900000	[D5] read: (47 bytes) => 28 32 33 30 2e 30 20 32 33 30 2e 30 20 32 33 30 2e 30
   7.900010	[D5]  20 30 31 30 20 35 30 2e 30 20 35 33 2e 30 20 33 30 2e 30 20 30 30 30 30 31
   7.900020	[D5]  30 30 30 0d
   7.900030	[D3] read: (230.0 230.0 230.0 010 50.0 53.0 30.0 00001000
   8.488113	[D3] send: F
   8.488223	[D1] received 22 (35)
   8.488333	[D5] read: (22 bytes) => 23 32 33 30 2e 30 20 30 31 30 20 34 38 2e 30 30 20 35
   8.488351	[D5]  30 2e 30 0d
   8.488364	[D3] read: #230.0 010 48.00 50.0
   8.488471	[D3] send: I
   9.047471	[D1] received 39 (35)
   9.047648	[D5] read: (39 bytes) => 23 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 4d
   9.047677	[D5]  69 63 72 6f 53 69 6e 75 73 20 56 35 2e 31 35 43 30 35 30 33 0d
   9.047694	[D3] read: #                MicroSinus V5.15C0503
`;

const lines = (change: (line: string, index: number) => string): string => WRAPPED.split('\n').map(change).join('\n');
const texts = WRAPPED.replaceAll(/^.*(?:\[D5\]|\[D1\]).*\n/gm, '');

/** The log as it is found in the field. */
const PASTED: Readonly<Record<string, string>> = {
  'as the program prints it': WRAPPED,
  'with the line ends of Windows': WRAPPED.replaceAll('\n', '\r\n'),
  'with the line ends of an old Macintosh': WRAPPED.replaceAll('\n', '\r'),
  'quoted by a forum': lines((line) => `> ${line}`),
  'quoted twice': lines((line) => `>> ${line}`),
  'quoted twice, apart': lines((line) => `> > ${line}`),
  'out of the journal': lines((line, at) => `Nov 29 19:12:${10 + at} pi nutdrv_qx[412]: ${line.trim()}`),
  'out of the journal, quoted': lines(
    (line) => `> Nov 09 19:12:01 raspberry-pi /lib/nut/nutdrv_qx[412]: ${line.trim()}`,
  ),
  'out of the journal with exact times': lines((line) => `2026-11-29T19:12:01.123456+0100 pi nutdrv_qx[412]: ${line}`),
  'out of a container': lines((line) => `ups-1  | 2026-11-29T19:12:01.123Z ${line}`),
  'with the number of the process': WRAPPED.replaceAll(/\[D(\d)\]/g, '[D$1:412]'),
  'out of a coloured terminal': lines((line) => `\u001b[32m${line}\u001b[0m`),
  'out of a page': lines(
    (line) => line.replaceAll('#', '&#35;').replaceAll('=>', '=&gt;').replaceAll(' ', '&nbsp;') + '<br/>',
  ).replaceAll('&#35;', '#'),
  'with a line of another thread within a dump': WRAPPED.replaceAll(
    /^(.*read: \(\d+.*)$/gm,
    '$1\n   9.100000\t[D2] upsdrv_updateinfo...',
  ),
  'wrapped by a mail program': WRAPPED.replaceAll(/(=> (?:\S\S ){8})/g, '$1\n'),
  'with the text before the hex': lines((line) => line).replace(/(   7\.900000[\s\S]*0d\n)(   7\.900030.*\n)/, '$2$1'),
  'with the requests in hex as well': WRAPPED.replace(
    /^(.*)send: Q1$/m,
    '$1send: (3 bytes) => 51 31 0d\n   7.400010\t[D3] send: Q1',
  ),
  'as text alone': texts,
  'in quotation marks': texts.replaceAll(/(send|read): (.*)$/gm, '$1: "$2"'),
  'in quotation marks, the terminator written down': texts.replaceAll(/(send|read): (.*)$/gm, "$1: '$2\\r'"),
  'with <cr>': texts.replaceAll(/(send|read): (.*)$/gm, '$1: $2<cr>'),
  'with <cr> as a page writes it': texts.replaceAll(/(send|read): (.*)$/gm, '$1: $2&lt;cr&gt;'),
};

const folder = mkdtempSync(join(tmpdir(), 'mainstay-logs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function replayed(text: string) {
  const path = join(folder, 'nut.log');
  writeFileSync(path, text);
  const recording = openRecording(path);
  if (recording.kind !== 'stream') throw new Error('not a stream');
  const answer: (wire: Wire['stream']) => Reply<'stream'> = recording.answers();
  const identity = runTalk(driver.identify({}), answer).result;
  const polled = identity === null ? null : runTalk(driver.poll('full', identity), answer).result;
  return identity === null || polled === null ? null : Object.fromEntries(known(identity, polled).vars);
}

/** How many bytes the first reply of a log has. */
const lengthOfFirst = (text: string) => parseLog(text)?.exchanges[0]?.came.length;

describe("NUT's log", () => {
  it.each(Object.entries(PASTED))('is read %s', (_how, text) => {
    expect(replayed(text)).toMatchObject({
      'battery.voltage': 53,
      'battery.voltage.nominal': 48,
      'input.voltage.nominal': 230,
      'ups.status': 'OL',
    });
  });

  it.each(Object.entries(PASTED).filter(([, text]) => text.includes('4d')))('tells the model %s', (_how, text) => {
    expect(replayed(text)).toMatchObject({ 'ups.model': 'MicroSinus', 'ups.firmware': 'V5.15C0503' });
  });

  it('gives each reply its own bytes and no more', () => {
    const exchanges = parseLog(WRAPPED)?.exchanges.map(({ sent, came }) => [textOf(sent), textOf(came)]);
    expect(exchanges).toEqual([
      ['Q1\r', '(230.0 230.0 230.0 010 50.0 53.0 30.0 00001000\r'],
      ['F\r', '#230.0 010 48.00 50.0\r'],
      ['I\r', '#                MicroSinus V5.15C0503\r'],
    ]);
  });

  it('goes on in the next line in other drivers as well', () => {
    const log =
      '0.1 [D2] microlink TX ctrl: (1 bytes) => fe\n0.2 [D2] microlink RX record: (6 bytes) => 04 03 2d fa\n0.239000 [D2] f8 04\n';
    expect(parseLog(log)?.exchanges.map(({ sent, came }) => [[...sent], [...came]])).toEqual([
      [[0xfe], [0x04, 0x03, 0x2d, 0xfa, 0xf8, 0x04]],
    ]);
  });

  it('leaves chunks alone that hold bytes of older ones', () => {
    const log = 'send: Q1\nread: ret 6 buf c1: 32 30 31 30 30  >20100<\nread: (230.0\n';
    expect(parseLog(log)?.exchanges.map(({ came }) => textOf(came))).toEqual(['(230.0']);
  });

  it('is bounded: a dump never gets more bytes than it announced, and no reply is a flood', () => {
    const more = Array.from({ length: 500 }, () => '30 '.repeat(40)).join('\n');
    for (const long of ['send ', ' ', 'a', "read: '", '> ', '<', '20 ', '[1', ': (']) {
      expect(parseLog(`${long.repeat(1_000_000)}x`), long).toBeUndefined();
    }
    expect(lengthOfFirst(`send: Q1\nread: (5 bytes) => 30 31\n${more}`)).toBe(5);
    expect(lengthOfFirst(`send: Q1\nread: (999999 bytes) => 30 31\n${more}`)).toBe(4096);
    expect(lengthOfFirst(`send: Q1\n${'read: (3 bytes) => 30 31 32\n'.repeat(5000)}`)).toBe(4096);
  });
});
