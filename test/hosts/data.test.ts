import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src-main/hosts/data.ts';
import { dataFolder } from '../../src-main/hosts/data-folder.ts';
import { AppError } from '../../src-shared/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/ann/.local/share/mainstay'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/mainstay'],
    // XDG Base Directory Specification: a relative path is to be ignored.
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/ann/.local/share/mainstay'],
    ['darwin', {}, '/home/ann/Library/Application Support/Mainstay'],
    ['linux', { MAINSTAY_DATA: '/elsewhere', XDG_DATA_HOME: '/data' }, '/elsewhere'],
    ['linux', { MAINSTAY_DATA: '' }, '/home/ann/.local/share/mainstay'],
  ] as const)('of %s with %o is %s', (platform, env, expected) => {
    expect(dataFolder({ platform, env, home: '/home/ann' })).toBe(expected);
  });
});

describe('the lock of the data folder', () => {
  it('keeps another process out, names it, and is free again when that process is killed', async () => {
    const other = spawn(process.execPath, [
      // A lock that could be collected as garbage would be gone by the time we look.
      '--expose-gc',
      '--input-type=module-typescript',
      '-e',
      `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, '../../src-main/hosts/data.ts'))};
       lockFolder(${JSON.stringify(folder)}, 'desktop'); setInterval(() => undefined, 1000);
       setTimeout(() => { globalThis.gc(); setTimeout(() => console.log('locked'), 50); }, 50);`,
    ]);
    const line = new Promise<string>((resolve) => createInterface(other.stdout).once('line', resolve));
    expect(await line).toBe('locked');
    const refused = caught(() => lockFolder(folder, 'headless'));
    expect(refused.code).toBe('in-use');
    expect(refused.message).toContain(`the desktop program (process ${other.pid})`);

    other.kill('SIGKILL');
    await once(other, 'close');
    lockFolder(folder, 'headless').release();
  });

  it('is given back by release', () => {
    lockFolder(folder, 'headless').release();
    const second = lockFolder(folder, 'desktop');
    expect(caught(() => lockFolder(folder, 'desktop')).code).toBe('in-use');
    second.release();
  });

  it('makes the folder, and says so when it cannot', () => {
    const deep = join(folder, 'a', 'b');
    lockFolder(deep, 'headless').release();
    writeFileSync(join(folder, 'file'), '');
    const refused = caught(() => lockFolder(join(folder, 'file', 'inside'), 'headless'));
    expect(refused.code).toBe('permission-denied');
    expect(refused.message).toContain('MAINSTAY_DATA');
  });
});

function caught(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
