/** The tools that drivers are made of. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, concat, padded, textOf } from '../../drivers/kit/line/ascii.ts';
import { type Column, ReadingsBuilder, readColumns } from '../../drivers/kit/columns.ts';
import { parseExchangeFile, recordedAnswers } from '../../drivers/kit/line/exchange-file.ts';
import { decimal, words } from '../../drivers/kit/field.ts';
import { exchange, LineBuffer, type LineFraming, oneLine } from '../../drivers/kit/line/line.ts';
import type { Framing } from '../../drivers/driver.ts';
import { EndlessTalk, framed, runTalk } from '../../drivers/kit/talk.ts';

describe('text and bytes', () => {
  it('are each other, byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(bytesOf(textOf(bytes))).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(textOf(concat(a, b))).toBe(textOf(a) + textOf(b));
      }),
    );
  });

  it('refuse a character that has no byte', () => {
    expect(() => bytesOf('5 €')).toThrow(RangeError);
  });

  it.each([
    [230.04, 5, 1, '230.0'],
    [0, 5, 1, '000.0'],
    [-3, 4, 1, '00.0'],
    [1234, 5, 1, '999.9'],
    [7, 3, 0, '007'],
    [2.049, 4, 2, '2.05'],
  ])('%d in %d characters with %d decimals is %s', (value, width, decimals, text) => {
    expect(padded(value, width, decimals)).toBe(text);
  });
});

describe('a field', () => {
  it.each(['208.4', '034', '.5', '27.', '0'])('%s is a number', (text) => {
    expect(decimal(text)).toEqual({ value: Number(text) });
  });

  it.each(['', '   ', '@@@.@', '---.-', '**.*', '.', '1.2.3', '12V', '1e3', '-5', '0x10', 'Infinity'])(
    '%j is none',
    (text) => {
      expect(decimal(text)).toHaveProperty('absent');
    },
  );

  it('of words loses its fill, and what is no text', () => {
    expect(words('  Mark 3  ')).toEqual({ value: 'Mark 3' });
    for (const text of ['', '----', 'a\u0007b']) expect(words(text)).toHaveProperty('absent');
  });
});

describe('a column table', () => {
  const table: readonly Column[] = [
    { name: 'input.voltage', at: { field: 1 }, read: decimal },
    { name: 'ups.load', at: { from: 0, to: 3 }, read: decimal },
    { name: 'ups.model', at: { from: 9 }, read: words },
  ];

  it('reads by order and by place', () => {
    const into = new ReadingsBuilder();
    readColumns(table, '034 230.1 ACME 9', into);
    expect(into.build()).toEqual({ vars: { 'input.voltage': 230.1, 'ups.load': 34, 'ups.model': 'ACME 9' } });
  });

  it('says what a short line lacks', () => {
    const into = new ReadingsBuilder();
    readColumns(table, '034', into);
    expect(into.build()).toEqual({
      vars: { 'ups.load': 34 },
      absent: { 'input.voltage': 'the reply is too short', 'ups.model': 'the reply is too short' },
    });
  });

  it('keeps the last word on a name', () => {
    const into = new ReadingsBuilder()
      .derive('ups.load', 1)
      .report('ups.load', 2)
      .report('ups.model', 'x')
      .lack('ups.model', 'gone');
    expect(into.number('ups.load')).toBe(2);
    expect(into.build()).toEqual({ vars: { 'ups.load': 2 }, absent: { 'ups.model': 'gone' } });
    expect(into.lack('ups.load', 'gone').report('ups.load', 3).derive('ups.load', 4).build()).toEqual({
      vars: { 'ups.load': 4 },
      derived: ['ups.load'],
      absent: { 'ups.model': 'gone' },
    });
  });
});

/** How many bytes of the text are the frame. */
function frame(text: string, framing: LineFraming = {}): ReturnType<Extract<Framing, { frame: unknown }>['frame']> {
  const reply = oneLine(framing);
  if (reply === 'none' || !('frame' in reply)) throw new Error('not a frame');
  return reply.frame(bytesOf(text));
}

describe('the framing of one line', () => {
  it.each<[string, LineFraming, ReturnType<typeof frame>]>([
    ['(1\rrest', {}, 3],
    ['(1\0rest', {}, 3],
    ['(1', {}, 'more'],
    ['\r\n \r(1\r', {}, 7],
    ['Q1\r(1\r', { with: '(' }, 6],
    ['Q1\r', { with: '(' }, 'more'],
    ['1 2 3\r(1\r', { with: '(#' }, 9],
    ['Q1\r(12', { with: '(', wholeAt: /\(\d\d/ }, { idleMs: 25 }],
    ['Q1\r(12\r', { with: '(', wholeAt: /\(\d\d/ }, 7],
    ['Q1\r12', { with: '(', wholeAt: /\d\d/ }, 'more'],
    ['', {}, 'more'],
  ])('%j by %o ends at %s', (text, framing, end) => {
    expect(frame(text, framing)).toEqual(end);
  });

  it('gives up on noise', () => {
    expect(frame('x'.repeat(256), { with: '(' })).toBe('garbled');
    expect(frame('x'.repeat(255), { with: '(' })).toBe('more');
    expect(frame(`${'x'.repeat(20)}\r`, { limit: 10 })).toBe('garbled');
  });

  it('never ends behind what came', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const end = frame(textOf(bytes), { with: '(' });
        if (typeof end === 'number') expect(end).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe("a device's line buffer", () => {
  it('puts lines together whatever their pieces', () => {
    const buffer = new LineBuffer();
    expect(buffer.push(bytesOf('Q1'))).toEqual([]);
    expect(buffer.push(bytesOf('\rF\rI'))).toEqual(['Q1', 'F']);
    expect(buffer.push(bytesOf('\r'))).toEqual(['I']);
  });

  it('drops a line that is too long, up to its end', () => {
    const buffer = new LineBuffer({ limit: 4 });
    expect(buffer.push(bytesOf('12345'))).toEqual([]);
    expect(buffer.push(bytesOf('6\r1234\r12345\r7\r'))).toEqual(['1234', '7']);
  });
});

describe('a conversation', () => {
  it('that never ends is stopped', () => {
    const talk = (function* () {
      for (;;) yield exchange('?');
    })();
    expect(() => runTalk(talk, () => ({ ok: false, fault: 'timeout' }), 10)).toThrow(EndlessTalk);
  });

  it.each([
    [{ until: 13 }, 'ab\rc', { ok: true, data: bytesOf('ab\r') }],
    [{ until: 13 }, 'ab', { ok: false, fault: 'timeout', partial: bytesOf('ab') }],
    [{ length: 2 }, 'abc', { ok: true, data: bytesOf('ab') }],
    [{ length: 4 }, 'abc', { ok: false, fault: 'timeout', partial: bytesOf('abc') }],
    [{ idleMs: 5 }, 'abc', { ok: true, data: bytesOf('abc') }],
    [{ idleMs: 5 }, '', { ok: false, fault: 'timeout' }],
    [{ frame: () => ({ idleMs: 5 }) }, 'abc', { ok: true, data: bytesOf('abc') }],
    [{ frame: () => 'garbled' as const }, 'abc', { ok: false, fault: 'garbled', partial: bytesOf('abc') }],
    ['none' as const, 'abc', { ok: true, data: new Uint8Array(0) }],
  ])('frames its replies by %o', (reply, came, expected) => {
    expect(framed({ op: 'exchange', send: bytesOf('?'), reply }, bytesOf(came))).toEqual(expected);
  });
});

describe('a recording', () => {
  const text = '# proof: derived\n# source: here\n\n> Q1\\r\n< (1\\x20\n< 2\\\\\\r\n> Q1\\r\n< again\\0\n> X\\r\n';

  it('is read with its header, its escapes and its silences', () => {
    const { header, exchanges } = parseExchangeFile(text);
    expect(header).toEqual({ proof: 'derived', source: 'here' });
    expect(exchanges.map(({ sent, came }) => [textOf(sent), textOf(came)])).toEqual([
      ['Q1\r', '(1 2\\\r'],
      ['Q1\r', 'again\0'],
      ['X\r', ''],
    ]);
  });

  it('answers in its order, and goes on with the last answer', () => {
    const answer = recordedAnswers(parseExchangeFile(text));
    const ask = (question: string) => {
      const reply = answer(exchange(question, { reply: { idleMs: 1 } }));
      return reply.ok ? textOf(reply.data) : reply.fault;
    };
    expect([ask('Q1\r'), ask('Q1\r'), ask('Q1\r'), ask('X\r'), ask('never\r')]).toEqual([
      '(1 2\\\r',
      'again\0',
      'again\0',
      'timeout',
      'timeout',
    ]);
  });

  it.each(['hello', '< answer first', '> a\\q', '> a\\'])('that holds %j is refused, naming the line', (bad) => {
    expect(() => parseExchangeFile(`# proof: derived\n${bad}`)).toThrow(/Line 2/);
  });
});
