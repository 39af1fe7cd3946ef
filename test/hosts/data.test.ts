import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import writeFileAtomic from 'write-file-atomic';
import { holdFolder } from '../../src-main/hosts/data.ts';
import { exposedProblems } from '../../src-main/hosts/data-upkeep.ts';
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
      `import { holdFolder } from ${JSON.stringify(join(import.meta.dirname, '../../src-main/hosts/data.ts'))};
       holdFolder(${JSON.stringify(folder)}, 'desktop'); setInterval(() => undefined, 1000);
       setTimeout(() => { globalThis.gc(); setTimeout(() => console.log('locked'), 50); }, 50);`,
    ]);
    const line = new Promise<string>((resolve) => createInterface(other.stdout).once('line', resolve));
    expect(await line).toBe('locked');
    const refused = caught(() => holdFolder(folder, 'headless'));
    expect(refused.code).toBe('in-use');
    expect(refused.message).toContain(`the desktop program (process ${other.pid})`);

    other.kill('SIGKILL');
    await once(other, 'close');
    holdFolder(folder, 'headless').release();
  });

  it('is given back by release', () => {
    holdFolder(folder, 'headless').release();
    const second = holdFolder(folder, 'desktop');
    expect(caught(() => holdFolder(folder, 'desktop')).code).toBe('in-use');
    second.release();
  });

  it("makes the folder, its owner's alone", () => {
    const deep = join(folder, 'a', 'b');
    const held = holdFolder(deep, 'headless');
    held.release();
    expect({ ready: held.ready, mode: statSync(deep).mode & 0o777 }).toEqual({ ready: false, mode: 0o700 });
  });

  it('that cannot be made is a problem, and is made as soon as it can', () => {
    const inside = join(folder, 'file', 'inside');
    writeFileSync(join(folder, 'file'), '');
    const held = holdFolder(inside, 'headless');
    expect(held.problems).toMatchObject([
      { id: 'data-folder', message: expect.stringContaining('MAINSTAY_DATA') as unknown },
    ]);
    expect(caught(held.gate).code).toBe('permission-denied');
    rmSync(join(folder, 'file'));
    held.mend();
    expect({ ready: held.ready, problems: held.problems }).toEqual({ ready: true, problems: [] });
    held.gate();
    // Whoever comes later finds it taken, and whoever could not have it before does not take it by force.
    expect(caught(() => holdFolder(inside, 'desktop')).code).toBe('in-use');
    held.release();
  });

  it('is not taken from the one who got it first while the disk was away', () => {
    const inside = join(folder, 'file', 'inside');
    writeFileSync(join(folder, 'file'), '');
    const late = holdFolder(inside, 'headless');
    rmSync(join(folder, 'file'));
    const first = holdFolder(inside, 'desktop');
    late.mend();
    expect(late.problems).toMatchObject([
      { id: 'data-folder', message: expect.stringContaining('the desktop program') as unknown },
    ]);
    expect(caught(late.gate).code).toBe('in-use');
    first.release();
    late.mend();
    expect({ ready: late.ready, problems: late.problems }).toEqual({ ready: true, problems: [] });
    late.release();
  });
});

describe('the upkeep of the data folder', () => {
  it('takes away what killed writes left, and nothing else', () => {
    const gone = ['settings.json.1234567890', 'settings.json.bak.42', 'settings.last-good.json.7', 'browser-token.1'];
    const kept = [
      'settings.json',
      'settings.json.1.txt',
      'photos.json.12',
      'settings.broken-2026.json',
      'settings.json.x1',
    ];
    for (const name of [...gone, ...kept]) writeFileSync(join(folder, name), '{}');
    mkdirSync(join(folder, 'settings.json.99'));
    holdFolder(folder, 'headless').release();
    const left = readdirSync(folder);
    expect(left).toEqual(expect.arrayContaining([...kept, 'settings.json.99']));
    expect(left.filter((name) => gone.includes(name))).toEqual([]);
  });

  it('knows by which names the atomic writes go, so that it finds what they leave', async () => {
    const names = new Set<string>();
    const watcher = watch(folder, (_event, name) => name !== null && names.add(name));
    await writeFileAtomic(join(folder, 'settings.json'), 'x'.repeat(1_000_000));
    await vi.waitFor(() =>
      expect([...names].filter((name) => /^settings\.json\.\d{1,10}$/.test(name))).toHaveLength(1),
    );
    watcher.close();
  });

  it.each([
    [0o700, undefined],
    [0o755, undefined],
    [0o757, 'data-folder-open'],
    [0o777, 'data-folder-open'],
    [0o1777, 'data-folder-open'],
  ])('says of a folder with the mode %o what there is to say', (mode, id) => {
    chmodSync(folder, mode);
    expect(exposedProblems(folder).map((problem) => problem.id)).toEqual(id === undefined ? [] : [id]);
  });

  it.each([
    [0o755, []],
    [0o777, ['data-folder-open']],
    // Nobody but its owner can replace what lies in a folder such as /tmp.
    [0o1777, []],
  ])('says of the folder around it, with the mode %o', (mode, ids) => {
    const inside = join(folder, 'inside');
    mkdirSync(inside, { mode: 0o700 });
    chmodSync(folder, mode);
    expect(exposedProblems(inside).map((problem) => problem.id)).toEqual(ids);
  });

  it('closes a folder that others could look into', () => {
    chmodSync(folder, 0o755);
    holdFolder(folder, 'headless').release();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
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
