/**
 * Every recording whose replies are Megatec lines, against what was noted down with it. The recordings come from logs
 * of several programs, each with its own way of writing a reply; what is tested is the text that the device sent.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { framed, runTalk } from '../../drivers/kit/talk.ts';
import { parseStatus } from '../../drivers/megatec/decode.ts';
import { driver } from '../../drivers/megatec/index.ts';
import { known, type Known } from '../conformance/subject.ts';
import { describeWithRecordings, recordingsOf } from './recordings.ts';

const FOLDERS = [
  'serial/qx-megatec',
  'serial/megatec-sola',
  'serial/qx-armac',
  'serial/qx-upsmart-mec0003',
  'serial/qx-voltronic-qs',
];

/** What a device answered to each question, as far as the recording shows it. */
interface Recorded {
  readonly q1: readonly string[];
  readonly f?: string;
  readonly i?: string;
}

const text = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
/** All first groups of an expression in a text. */
const groups = (from: string, expression: RegExp) => [...from.matchAll(expression)].map(([, group]) => group ?? '');
const fromHex = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex').toString('latin1');

/** How to read each recording. A recording that is not here fails the test that all are read. */
const READERS: Readonly<Record<string, (folder: string) => Recorded>> = {
  'all-zero_nut-1218': printed('Q1 (descriptor 0x03)'),
  'eurocase-ea200led_nut-307': printed('80 06 03', '80 06 0d', '80 06 0c'),
  'online-cypress_nut-1279': printed('Q1'),
  'vultech-gs-1kvas-rk_nut-2151': printed('Q1', 'F', 'I'),
  // Questions of other dialects, of which none is asked.
  'winpower-query-census_doc': printed('Q1'),
  'powersa-rt3000_krauler_nut-608': (folder) => {
    const log = text(folder, 'exchange.txt');
    const [q1 = '', f = ''] = groups(log, /^read: (.*)$/gm);
    return { q1: [q1], f };
  },
  'sola_doc-examples': (folder) => ({
    q1: groups(text(folder, 'replies.txt'), /^(\(.*)<cr>/gm).map((line) => `${line}\r`),
  }),
  'armac-ident_nut-1978': (folder) => {
    const [i = ''] = groups(text(folder, 'chunks.txt'), /response read: '(.*)'/g);
    return { q1: [], i };
  },
  'armac_nut-1978': (folder) => ({
    // The low nibble of the first byte counts the bytes that follow; the rest of a chunk is stale.
    q1: ['chunks_a.txt', 'chunks_b.txt'].map((file) =>
      groups(text(folder, file), /buf ((?:[0-9a-f]{2}(?:: ?| ?)){6})/g)
        .map((chunk) => Buffer.from(chunk.replaceAll(/[: ]/g, ''), 'hex'))
        .map((chunk) => chunk.subarray(1, 1 + ((chunk[0] ?? 0) & 0x0f)).toString('latin1'))
        .join(''),
    ),
  }),
  'digitech-650va-on-battery_nut-674': (folder) => ({
    q1: groups(text(folder, 'exchange.txt'), /=> ([0-9a-f ]+)$/gm).map(fromHex),
  }),
  'mec0003_nut-2208': vendorLog,
  'mec0003_nut-674': vendorLog,
  'ppc-0665-5161_saper2': (folder) => {
    const replies = groups(text(folder, 'exchange.txt'), /^RX ([0-9A-F ]+)$/gm).map(fromHex);
    return {
      q1: replies.filter((reply) => reply.startsWith('(')),
      f: replies.find((reply) => reply.startsWith('#')) ?? '',
    };
  },
};

/** Answers that are printed as text below their questions, which begin so. */
function printed(q1: string, f = 'F', i = 'I'): (folder: string) => Recorded {
  return (folder) => {
    const blocks = text(folder, 'exchange.txt').split(/^> /m);
    const to = (question: string) =>
      blocks
        .filter((block) => block.startsWith(question))
        .flatMap((block) => groups(block, /^< (.*)$/gm))
        .map((line) => `${line}\r`);
    return { q1: to(q1), f: to(f)[0] ?? '', i: to(i)[0] ?? '' };
  };
}

function vendorLog(folder: string): Recorded {
  const log = text(folder, 'upsmart_log.txt');
  const answers = (index: string) => groups(log, new RegExp(`Send,80 06 ${index} .*\\n.*Receive,(.*)$`, 'gm'));
  return { q1: answers('03'), f: answers('0d')[0] ?? '', i: answers('0c')[0] ?? '' };
}

function readings(recorded: Recorded, q1: string): Known | null {
  const answers: Readonly<Record<string, string>> = { 'Q1\r': q1, 'F\r': recorded.f ?? '', 'I\r': recorded.i ?? '' };
  const answer = (request: Parameters<Parameters<typeof runTalk<'stream', unknown>>[1]>[0]) => {
    if (request.op === 'pause') throw new Error('no pause is expected');
    return framed(request, bytesOf(answers[textOf(request.send)] ?? ''));
  };
  const identity = runTalk(driver.identify({}), answer).result;
  if (identity === null) return null;
  const polled = runTalk(driver.poll('full', identity), answer).result;
  return polled === null ? null : known(identity, polled);
}

/** A status that no recording holds, to read the other lines of one without a whole status line. */
const ANY_STATUS = '(230.0 230.0 230.0 034 50.0 13.6 29.0 00001001\r';

function recording(name: string): Recorded {
  const folder = recordingsOf(...FOLDERS).find((each) => basename(each) === name);
  const reader = READERS[name];
  if (folder === undefined || reader === undefined) throw new Error(`There is no recording ${name}.`);
  return reader(folder);
}

/** The values of a recording's only (or n-th) status line. */
function vars(name: string, index = 0): Readonly<Record<string, unknown>> {
  const recorded = recording(name);
  const found = readings(recorded, recorded.q1[index] ?? '');
  if (found === null) throw new Error(`${name}: not read.`);
  return Object.fromEntries(found.vars);
}

/** Names that the notes use, where they are not those of the variables. */
const NOTED_AS: Readonly<Record<string, string>> = {
  'load %': 'ups.load',
  frequency: 'input.frequency',
  battery: 'battery.voltage',
  temperature: 'ups.temperature',
  // The specification does not say whether ratings are of the input or the output; NUT calls them the input's.
  'output.frequency': 'input.frequency',
  'output.voltage.nominal': 'input.voltage.nominal',
  'output.current.nominal': 'input.current.nominal',
  'output.frequency.nominal': 'input.frequency.nominal',
};

/** Every number noted down with a recording, by the name of the variable. */
function noted(name: string): ReadonlyMap<string, number> {
  const folder = recordingsOf(...FOLDERS).find((each) => basename(each) === name) ?? '';
  const { expected } = NOTES.parse(JSON.parse(text(folder, 'meta.json')));
  const numbers = new Map<string, number>();
  const collect = (record: Readonly<Record<string, unknown>>): void => {
    for (const [key, value] of Object.entries(record)) {
      if (typeof value === 'number') numbers.set(NOTED_AS[key] ?? key, value);
      const nested = z.record(z.string(), z.unknown()).safeParse(value);
      if (nested.success) collect(nested.data);
    }
  };
  collect(expected);
  return numbers;
}

const NOTES = z.object({ expected: z.record(z.string(), z.unknown()) });

describeWithRecordings('Megatec recordings', () => {
  it('are all read', () => {
    const names = recordingsOf(...FOLDERS).map((folder) => basename(folder));
    console.log(`captures: ${names.length} recordings with Megatec lines`);
    expect(names.length).toBeGreaterThan(0);
    expect(names.toSorted()).toEqual(Object.keys(READERS).toSorted());
  });

  it.each([
    { name: 'powersa-rt3000_krauler_nut-608', line: 0, numbers: 11 },
    { name: 'sola_doc-examples', line: 1, numbers: 7 },
    { name: 'digitech-650va-on-battery_nut-674', line: 0, numbers: 6 },
    { name: 'ppc-0665-5161_saper2', line: 0, numbers: 10 },
  ])('$name: every number that was noted down is read', ({ name, line, numbers }) => {
    const expected = noted(name);
    expect(expected.size).toBe(numbers);
    const read = vars(name, line);
    for (const [variable, value] of expected) {
      if (variable === 'battery.voltage(per cell)') {
        const cells = Number(read['battery.voltage.nominal']) / 2;
        expect(Number(read['battery.voltage']) / cells).toBeCloseTo(value, 9);
      } else expect(read[variable], variable).toBe(value);
    }
  });

  it('powersa-rt3000: a rating without CR, and the voltage of one cell', () => {
    const read = vars('powersa-rt3000_krauler_nut-608');
    expect(read).toMatchObject({
      'input.voltage': 227,
      'input.voltage.fault': 120,
      'output.voltage': 0,
      'ups.load': 0,
      'input.frequency': 49.9,
      'ups.temperature': 25,
      'ups.beeper.status': 'enabled',
      'input.voltage.nominal': 220,
      'input.current.nominal': 13,
      'battery.voltage.nominal': 72,
      'input.frequency.nominal': 50,
    });
    expect(Number(read['battery.voltage']) / 36).toBeCloseTo(2.28, 9);
  });

  it('sola: the line in ASCII is read, the one in binary is none', () => {
    const lines = recording('sola_doc-examples').q1;
    expect(lines).toHaveLength(2);
    expect(lines.map((line) => parseStatus(line) !== null)).toEqual([false, true]);
    expect(vars('sola_doc-examples', 1)).toMatchObject({
      'input.voltage': 208.4,
      'input.voltage.fault': 140,
      'output.voltage': 208.4,
      'ups.load': 34,
      'input.frequency': 59.9,
      'battery.voltage': 39.6,
      'ups.temperature': 35,
      'ups.status': 'OL BYPASS ALARM',
      'ups.type': 'online',
      'ups.beeper.status': 'disabled',
    });
  });

  it('all-zero: a bridge that does not reach its UPS gives no reading', () => {
    const recorded = recording('all-zero_nut-1218');
    expect(recorded.q1).toEqual(['(000.0 000.0 000.0 000 00.0 0.00 00.0 00000000\r']);
    expect(readings(recorded, recorded.q1[0] ?? '')).toBeNull();
  });

  it('eurocase: on battery and back on mains, with a line that begins oddly, and without ratings', () => {
    const recorded = recording('eurocase-ea200led_nut-307');
    expect(recorded.q1.map((line) => parseStatus(line) !== null)).toEqual([true, false, true, true]);
    expect(vars('eurocase-ea200led_nut-307')).toMatchObject({
      'ups.status': 'OB',
      'input.voltage': 3,
      'battery.voltage': 24.4,
      'ups.firmware': 'V2.8',
    });
    expect(vars('eurocase-ea200led_nut-307', 2)).toMatchObject({ 'ups.status': 'OL', 'input.voltage': 237 });
    expect(vars('eurocase-ea200led_nut-307')).not.toHaveProperty('battery.voltage.nominal');
  });

  it('online-cypress and vultech: on-line units that tell the voltage of one cell', () => {
    expect(vars('online-cypress_nut-1279')).toMatchObject({
      'ups.status': 'OL',
      'input.voltage': 242.6,
      'output.voltage': 239.7,
      'ups.load': 18,
      'ups.type': 'online',
    });
    // Its maker and model are filled with 2.
    const vultech = vars('vultech-gs-1kvas-rk_nut-2151');
    expect(vultech).toMatchObject({
      'ups.status': 'OL',
      'input.voltage': 238.6,
      'ups.load': 19,
      'ups.temperature': 43,
    });
    expect(vultech).not.toHaveProperty('ups.mfr');
    expect(vultech).not.toHaveProperty('ups.model');
  });

  it('winpower: answers to the questions of other dialects are no status of this one', () => {
    expect(recording('winpower-query-census_doc').q1).toEqual([]);
  });

  it('digitech: on battery', () => {
    expect(vars('digitech-650va-on-battery_nut-674')).toEqual({
      'input.voltage': 0,
      'input.voltage.fault': 0,
      'output.voltage': 230,
      'ups.load': 0,
      'input.frequency': 0,
      'battery.voltage': 13.2,
      'ups.temperature': 29,
      'ups.status': 'OB',
      'ups.type': 'offline / line interactive',
      'ups.beeper.status': 'disabled',
    });
  });

  describe.each([
    [
      'mec0003_nut-2208',
      'V3.8',
      12,
      [
        [232, 232, 49.9, 13.6],
        [232, 232, 49.7, 13.6],
        [232, 234, 49.8, 13.6],
        [232, 232, 50, 13.6],
        [231, 232, 49.7, 13.6],
      ],
    ],
    [
      'mec0003_nut-674',
      undefined,
      undefined,
      [
        [248, 250, 50, 13.5],
        [246, 250, 50, 13.5],
        [249, 251, 49.9, 13.5],
      ],
    ],
  ] as const)('%s', (name, firmware, nominal, lines) => {
    it.each(lines.map((line, index) => ({ line, index })))(
      'line $index',
      ({ line: [input, output, frequency, battery], index }) => {
        expect(recording(name).q1).toHaveLength(lines.length);
        const read = vars(name, index);
        expect(read).toMatchObject({
          'input.voltage': input,
          'output.voltage': output,
          'input.frequency': frequency,
          'battery.voltage': battery,
          'ups.temperature': 29,
          'ups.load': 0,
          'ups.status': 'OL',
        });
        // The log of the second one has run its blanks together, so its columns cannot be told apart any more.
        expect(read['ups.firmware']).toBe(firmware);
        expect(read['battery.voltage.nominal']).toBe(nominal);
        expect(read).not.toHaveProperty(['input.voltage.nominal']);
        expect(read).not.toHaveProperty(['ups.mfr']);
      },
    );
  });

  it('armac: its firmware is read, its maker and model are blank', () => {
    const found = readings(recording('armac-ident_nut-1978'), ANY_STATUS);
    expect(found?.vars.get('ups.firmware')).toBe('V4.10');
    expect(found?.vars.has('ups.mfr')).toBe(false);
    expect(found?.vars.has('ups.model')).toBe(false);
  });

  it('armac: a reply of which only the end and the next beginning were logged is no status', () => {
    const tails = recording('armac_nut-1978').q1;
    expect(tails.map((tail) => tail.length > 20 && tail.includes('\0'))).toEqual([true, true]);
    for (const tail of tails) expect(parseStatus(tail)).toBeNull();
  });

  it('voltronic QS: its status line has the shape of Q1, and is read as one', () => {
    expect(vars('ppc-0665-5161_saper2')).toEqual({
      'input.voltage': 228.6,
      'input.voltage.fault': 228.7,
      'output.voltage': 228.6,
      'ups.load': 0,
      'input.frequency': 50,
      'battery.voltage': 13.5,
      'ups.status': 'OL',
      'ups.type': 'offline / line interactive',
      'ups.beeper.status': 'disabled',
      'input.voltage.nominal': 230,
      'input.current.nominal': 3,
      'battery.voltage.nominal': 12,
      'input.frequency.nominal': 50,
    });
  });
});
