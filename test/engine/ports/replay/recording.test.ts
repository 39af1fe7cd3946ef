/** Recordings as devices. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseExchangeFile } from '../../../../drivers/kit/line/exchange-file.ts';
import { parseLog } from '../../../../src-main/engine/ports/stream/logs.ts';
import { openRecording } from '../../../../src-main/engine/ports/replay/recording.ts';
import { AppError } from '../../../../src-shared/errors.ts';
import { formatUri } from '../../../../src-shared/address/index.ts';
import { type Harness, startEngine } from '../../harness.ts';

const MEGATEC = join(import.meta.dirname, '../../../../drivers/megatec/fixtures');
const SNMP = join(import.meta.dirname, '../../../../drivers/snmp/fixtures');

const goldenSchema = z.object({ vars: z.record(z.string(), z.union([z.string(), z.number()])) });

let folder = '';
let harness: Harness | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-recording-'));
});
afterEach(async () => {
  await harness?.stop();
  harness = undefined;
  rmSync(folder, { recursive: true });
});

async function replay(path: string): Promise<Harness> {
  harness = await startEngine({ devices: [{ id: 'one', uri: formatUri({ scheme: 'replay', path }) }] });
  return harness;
}

const shown = (text: string) =>
  parseLog(text)?.exchanges.map(({ sent, came }) => [Buffer.from(sent).toString(), Buffer.from(came).toString()]);

const refusal = (path: string): unknown => {
  try {
    return openRecording(path);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
};

describe('a recording', () => {
  it('of exchanges becomes a live device with the values of its golden file', async () => {
    const { until, device } = await replay(join(MEGATEC, 'powersa-rt3000.exchange'));
    await until('it is live', () => device('one').link === 'live');
    const golden = goldenSchema.parse(JSON.parse(readFileSync(join(MEGATEC, 'powersa-rt3000.vars.json'), 'utf8')));
    expect(device('one').values).toMatchObject(golden.vars);
    expect(device('one')).toMatchObject({ driver: 'megatec', simulated: true });
  });

  it('of an agent becomes a live device', async () => {
    const name = readdirSync(SNMP, { recursive: true, encoding: 'utf8' }).find((each) => each.endsWith('.snmprec'));
    const { until, device } = await replay(join(SNMP, name ?? 'none'));
    await until('it is live', () => device('one').link === 'live');
    expect(device('one').driver).toBe('snmp');
    expect(device('one').values).toHaveProperty(['ups.status']);
  });

  it('is called after its maker where it does not tell its model', async () => {
    const { until, device } = await replay(join(SNMP, 'netman-204.snmprec'));
    await until('it is live', () => device('one').link === 'live');
    expect(device('one').name).toBe('RPS SpA');
  });

  it('in a folder is found there', () => {
    const inside = join(folder, 'device');
    mkdirSync(inside);
    writeFileSync(join(inside, 'meta.json'), '{}');
    writeFileSync(join(inside, 'exchange.txt'), 'send: Q1\nread: (227.0 120.0 000.0 000 49.9 2.28 25.0 00000001\n');
    const recording = openRecording(inside);
    const answer = recording.kind === 'stream' ? recording.answers() : undefined;
    const reply = answer?.({ op: 'exchange', send: Buffer.from('Q1\r'), reply: { until: 13 } });
    // NUT's log does not print terminators, so the reply is one that broke off.
    expect(reply).toMatchObject({ ok: false, fault: 'timeout' });
    expect(Buffer.from((reply?.ok === false ? reply.partial : undefined) ?? []).toString()).toMatch(
      /^\(227\.0 .*0001$/,
    );
  });
});

describe('a log of another program', () => {
  it('in hex is read with and without brackets, up to what is no hex', () => {
    expect(shown('TX 4D 0D\nRX 48 0D\n')).toEqual([['M\r', 'H\r']]);
    expect(shown('TX [51][31]\nRX <28><0D>  # whole\n')).toEqual([['Q1', '(\r']]);
    expect(shown('TX 51 0D\nRX (none)\nTX 4D 0D\nRX 48')).toEqual([
      ['Q\r', ''],
      ['M\r', 'H'],
    ]);
  });

  it('of NUT is read, the same reply in hex and text only once', () => {
    const text = 'noise\n   1.2 send: Q1\n   1.3 read: (3 bytes) => 28 30 0d\n   1.3 read: (0\n';
    expect(shown(text)).toEqual([['Q1\r', '(0\r']]);
  });

  it('without an exchange is none', () => {
    expect(parseLog('just words\nand more\n')).toBeUndefined();
    expect(parseLog('')).toBeUndefined();
  });

  it('agrees with the same conversation in our own form', () => {
    const own = parseExchangeFile('> F\\r\n< #220.0\n').exchanges;
    expect(parseLog('send: F\nread: #220.0\n')?.exchanges.map(({ came }) => [...came])).toEqual(
      own.map(({ came }) => [...came]),
    );
  });
});

describe('what is no recording', () => {
  it('is refused with its reason', () => {
    const file = (name: string, text: string | Uint8Array): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    expect(refusal(join(folder, 'none'))).toBe('not-found');
    expect(refusal(folder)).toBe('bad-input');
    expect(refusal(file('empty.txt', ''))).toBe('bad-input');
    expect(
      refusal(
        file(
          'noise',
          Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
        ),
      ),
    ).toBe('bad-input');
    expect(refusal(file('bad.exchange', '> Q1\\q\n< x\n'))).toBe('bad-input');
    expect(refusal(file('words.snmprec', 'this is no row\n'))).toBe('bad-input');
  });

  it('cannot be added as a device', async () => {
    harness = await startEngine();
    await expect(harness.client.call('devices.add', { uri: `replay:${folder}` })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(harness.state().devices).toEqual({});
  });
});
