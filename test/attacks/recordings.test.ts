/** `replay:` of what is no recording, and would keep the program waiting, or fill its memory. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { runProgram, startProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-attack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

/** An ordinary run takes a fraction; one that reads on and on is still at it by then. */
const LIMIT = 20_000;
/** Far above what a run without the attack takes, far below what the attack would take. Bytes. */
const MEMORY = 700_000_000;

const replay = (path: string) => runProgram(['replay', path], {}, LIMIT);

function fifo(name: string): string {
  execFileSync('mkfifo', [at(name)]);
  return at(name);
}

function linkTo(target: string, name: string): string {
  symlinkSync(target, at(name));
  return at(name);
}

/** A folder that looks like the recording of a HID device, one file of which is a FIFO. */
function hidFolder(): string {
  mkdirSync(at('hid'));
  fifo('hid/report_descriptor.hex');
  return at('hid');
}

describe('a recording that is no regular file', () => {
  it.each([
    ['a FIFO', () => fifo('fifo.exchange')],
    ['a link to a FIFO', () => linkTo(fifo('other.exchange'), 'link.exchange')],
    ['a FIFO that is called a bundle', () => fifo('fifo.zip')],
    ['a FIFO in a folder', hidFolder],
    ['a device without end', () => '/dev/zero'],
    ['a link to a device without end', () => linkTo('/dev/zero', 'zero.snmprec')],
    ['a terminal', () => '/dev/tty'],
  ])('is refused at once: %s', async (_what, make) => {
    const { hung, code, stderr } = await replay(make());
    expect({ hung, code, stderr }).toEqual({
      hung: false,
      code: 2,
      stderr: expect.stringContaining('no regular file') as unknown,
    });
  });

  it('does not keep the engine from running, nor from ending', async () => {
    const data = at('data');
    mkdirSync(data);
    const devices = [
      { id: 'ups-1', uri: `replay:${fifo('watched.exchange')}`, nickname: 'Odd', feedsThisComputer: false },
    ];
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ version: 1, devices }));
    const program = startProgram(['serve', '--service', '--socket', at('engine.sock'), '--data', data]);
    try {
      await program.until(/runs as a service/);
    } finally {
      const { hung, code } = await program.stop();
      expect({ hung, code }).toEqual({ hung: false, code: 0 });
    }
  });
});

describe('a recording beyond all bounds', () => {
  const MEGABYTES = 1_000_000;

  it.each([
    ['a file of a gigabyte', () => sparse('huge.exchange', 1000 * MEGABYTES)],
    ['a bundle of a gigabyte', () => sparse('huge.zip', 1000 * MEGABYTES)],
    ['a file that does not say how long it is', () => '/proc/self/pagemap'],
    ['more lines than any recording has', () => written('lines.exchange', '> Q1\n'.repeat(1_500_000))],
    ['one reply in a million pieces', () => written('pieces.exchange', `> Q1\n${'< (\n'.repeat(1_000_000)}`)],
    [
      'a log with one reply in a million pieces',
      () => written('pieces.log', `send: Q1\n${'read: (\n'.repeat(800_000)}`),
    ],
    ['a bundle that unpacks to two gigabytes', () => bundle('bomb.zip', 100, 20 * MEGABYTES)],
    ['a bundle of a great many files', () => bundle('many.zip', 30_000, 0)],
    ['a bundle that does not tell the truth about its sizes', () => bundle('liar.zip', 2, 400 * MEGABYTES, 10)],
    ['a folder of a great many files', crowd],
  ])('is refused in time, and within memory: %s', async (_what, make) => {
    const { hung, code, stderr, peak } = await replay(make());
    expect({ hung, code }).toEqual({ hung: false, code: 2 });
    expect(stderr).toMatch(/too large|longer than/);
    expect(peak).toBeLessThan(MEMORY);
  });
});

/** A folder of more files than any recording has. */
function crowd(): string {
  mkdirSync(at('crowd'));
  for (let count = 0; count < 20_000; count += 1) writeFileSync(join(at('crowd'), `${count}.txt`), '');
  return at('crowd');
}

/** A file that claims so many bytes and has none on disk. */
function sparse(name: string, bytes: number): string {
  execFileSync('truncate', ['-s', String(bytes), at(name)]);
  return at(name);
}

function written(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}

/** A bundle of one device with so many files, of so many zeros each, which it says are `told` long. */
function bundle(name: string, files: number, bytes: number, told = bytes): string {
  const zeros = deflateRawSync(Buffer.alloc(bytes), { level: 1 });
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (let count = 0; count < files; count += 1) {
    const file = Buffer.from(`devices/ups-1/${count === 0 ? 'exchange' : count}.txt`);
    // The same fields in both headers (APPNOTE.TXT, 4.3.7 and 4.3.12): version, flags, method, time, date, CRC, sizes.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(zeros.length, 14);
    facts.writeUInt32LE(told, 18);
    facts.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, file, zeros]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    parts.push(local);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, rest, file]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(files, 0xffff), 4);
  end.writeUInt16LE(Math.min(files, 0xffff), 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  writeFileSync(at(name), Buffer.concat([...parts, directory, Buffer.from('PK\u0005\u0006'), end]));
  return at(name);
}
