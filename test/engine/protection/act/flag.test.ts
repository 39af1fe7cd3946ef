/** The word for the late shutdown hook: who may have written it, and when it is none. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  FLAG_FILE,
  flagFile,
  type PowerOffFlag,
  readFlag,
  removeFlag,
  writeFlag,
} from '../../../../src-main/engine/protection/act/flag.ts';
import { AppError } from '../../../../src-shared/errors.ts';

const NOW = { boot: 'boot:this', steady: 5_000_000 };
const FLAG: PowerOffFlag = {
  version: 1,
  boot: NOW.boot,
  steady: NOW.steady - 60_000,
  committedAt: 1_795_271_000_000,
  reason: 'The battery is at 20 %.',
  devices: [{ id: 'a', name: 'Smart 1500', uri: 'serial:/dev/ttyUSB0', values: {} }],
};

describe.skipIf(process.platform === 'win32')('the word for the late hook', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-flag-'));
    file = join(folder, 'run', 'flag.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Why it is none: the code and the words. */
  const fault = (): string => {
    try {
      readFlag(file, NOW);
    } catch (thrown) {
      if (thrown instanceof AppError) return `${thrown.code}: ${thrown.message}`;
      throw thrown;
    }
    throw new Error('It was read.');
  };

  it('is read as it was left, and taken back as often as anybody likes', () => {
    writeFlag(file, FLAG);
    expect(readFlag(file, NOW)).toEqual(FLAG);
    removeFlag(file);
    expect(fault()).toMatch(/^refused: .*is not there/);
    expect(() => removeFlag(file)).not.toThrow();
  });

  it('is left in place of a half one that an earlier attempt has left', () => {
    mkdirSync(join(folder, 'run'));
    writeFileSync(`${file}.draft`, '{"version":');
    writeFlag(file, FLAG);
    expect(readFlag(file, NOW)).toEqual(FLAG);
  });

  it.each([0o620, 0o602, 0o666])('proves nothing where others may write to it: mode %o', (mode) => {
    writeFlag(file, FLAG);
    chmodSync(file, mode);
    expect(fault()).toMatch(/^refused: .*Others may write/);
  });

  it.each([0o600, 0o644])('may be read by whomever: mode %o', (mode) => {
    writeFlag(file, FLAG);
    chmodSync(file, mode);
    expect(readFlag(file, NOW)).toEqual(FLAG);
  });

  it('that is a folder, or longer than any such word, cannot be read', () => {
    mkdirSync(file, { recursive: true, mode: 0o700 });
    expect(fault()).toMatch(/^refused: .*cannot be read/);
    rmSync(file, { recursive: true });
    const blanks = ' '.repeat(1_000_000 - JSON.stringify(FLAG).length);
    writeFileSync(file, `${JSON.stringify(FLAG)}${blanks}`, { mode: 0o600 });
    expect(readFlag(file, NOW)).toEqual(FLAG);
    writeFileSync(file, `${JSON.stringify(FLAG)}${blanks} `, { mode: 0o600 });
    expect(fault()).toMatch(/^refused: .*cannot be read/);
  });

  it('is none of another boot, nor an hour later', () => {
    writeFlag(file, { ...FLAG, boot: 'boot:other' });
    expect(fault()).toMatch(/^refused: .*another boot/);
    writeFlag(file, { ...FLAG, steady: NOW.steady - 3_600_000 });
    expect(readFlag(file, NOW)).toHaveProperty('boot');
    writeFlag(file, { ...FLAG, steady: NOW.steady - 3_600_001 });
    expect(fault()).toMatch(/^refused: .*60 minutes ago/);
  });

  it('lies in /run, or where a test says', () => {
    const before = process.env['MAINSTAY_POWER_OFF_FLAG'];
    delete process.env['MAINSTAY_POWER_OFF_FLAG'];
    expect(flagFile()).toBe(FLAG_FILE);
    process.env['MAINSTAY_POWER_OFF_FLAG'] = file;
    expect(flagFile()).toBe(file);
    delete process.env['MAINSTAY_POWER_OFF_FLAG'];
    if (before !== undefined) process.env['MAINSTAY_POWER_OFF_FLAG'] = before;
  });
});
