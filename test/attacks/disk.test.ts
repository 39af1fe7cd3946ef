/** Disks that take nothing: full, read-only, not there yet. Protection does not wait for them, and they may come back. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { objects } from '../../src-main/engine/history/rows.ts';
import { holdFolder } from '../../src-main/hosts/data.ts';
import { runProgram } from './program.ts';
import { type Attacked, attack } from './service.ts';

let folder = '';
let disk = '';
let running: Attacked | undefined;
const views: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-disk-'));
  disk = join(folder, 'disk');
  mkdirSync(disk);
  // A file system of its own, so that it can be full while nothing else is.
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=0755', 'none', disk]);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  for (const place of [...views.splice(0), disk]) execFileSync('umount', ['--lazy', place]);
  rmSync(folder, { recursive: true, force: true });
});

const remount = (how: 'ro' | 'rw'): unknown => execFileSync('mount', ['-o', `remount,${how}`, disk]);
/** Writes until nothing more fits, to the last byte. */
function fill(): void {
  for (const size of ['4096', '1']) {
    try {
      execFileSync('dd', ['if=/dev/zero', `of=${join(disk, `ballast-${size}`)}`, `bs=${size}`], { stdio: 'ignore' });
    } catch {
      // Full is what it ends with.
    }
  }
}
function empty(): void {
  for (const size of ['4096', '1']) rmSync(join(disk, `ballast-${size}`), { force: true });
}

/** Settings that differ from the defaults, with one simulated UPS that loses mains. */
const SETTINGS = {
  version: 1,
  demo: false,
  devices: [{ id: 'ups-1', uri: 'sim:megatec?scenario=outage&speed=20', nickname: 'Cellar', feedsThisComputer: true }],
  protection: { mode: 'practice', countdownSeconds: 77 },
};
function settle(): void {
  writeFileSync(join(disk, 'settings.json'), JSON.stringify(SETTINGS), { mode: 0o600 });
}

const problemsOf = ({ engine }: { engine: { problems: readonly { id: string }[] } }): string[] =>
  engine.problems.map(({ id }) => id);

describe.each([
  ['read-only', () => remount('ro'), () => remount('rw')],
  ['full', fill, empty],
])('a disk that is %s when Mainstay starts', (_what, spoil, mend) => {
  it('does not keep the settings on it from being in force, and is used once it is mended', async () => {
    settle();
    spoil();
    const service = await attack(disk, folder);
    running = service;
    const { client } = service;
    const first = await service.until('watched', ({ devices }) => devices['ups-1']?.link === 'live');
    expect(problemsOf(first)).toContain('data-folder');
    expect(service.program.said().stderr).toContain('cannot be written to');
    expect(await client.call('settings.get', {})).toMatchObject({ protection: { countdownSeconds: 77 } });
    // It protects: what the person set is followed, with the UPS of the settings.
    await service.until('on battery', ({ protection }) => protection.phase !== 'idle', 30_000);
    const { events } = await client.call('events.query', { limit: 50 });
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['engine-started', 'problem', 'mains-lost']));

    // What is changed now is in force, is told not to be safe, and is not lost.
    const polling = { quickSeconds: 3, fullSeconds: 33 };
    await expect(client.call('settings.update', { polling })).rejects.toThrow(/written/);
    expect(await client.call('settings.get', {})).toMatchObject({ polling });

    mend();
    await service.until('mended', ({ engine }) => engine.problems.length === 0);
    expect(readFileSync(join(disk, 'settings.json'), 'utf8')).toContain('"quickSeconds": 3');
    expect(readFileSync(join(disk, 'settings.json'), 'utf8')).toContain('"countdownSeconds": 77');
    expect(await service.stop()).toEqual({ hung: false, code: 0 });
    running = undefined;
    expect(kinds()).toEqual(expect.arrayContaining(['engine-started', 'problem', 'mains-lost', 'engine-stopped']));
    for (const name of ['history.sqlite', 'settings.json', 'lock']) expect(mode(name)).toBe(0o600);
    expect(statSync(disk).mode & 0o777).toBe(0o700);
  });

  it('and has nothing to be read leaves the defaults in force, and says so', async () => {
    spoil();
    const service = await attack(disk, folder);
    running = service;
    const first = await service.until('watched', ({ devices }) => devices['demo']?.link === 'live');
    expect(first.engine.problems[0]).toMatchObject({
      id: 'data-folder',
      message: expect.stringContaining('default settings') as unknown,
    });
    const status = await runProgram(['service', 'status'], { MAINSTAY_SOCKET: service.socket });
    expect(status.stdout).toContain('cannot be written to');
    mend();
    await service.until('mended', ({ engine }) => engine.problems.length === 0);
    expect(existsSync(join(disk, 'history.sqlite'))).toBe(true);
  });
});

describe('another Mainstay', () => {
  it.each([
    ['full', () => (fill(), disk)],
    // As others see it: the file system itself cannot become read-only while somebody writes to it.
    ['read-only', readOnlyView],
  ])('is told from a disk that is %s', async (_what, spoil) => {
    const other = holdFolder(disk, 'desktop');
    try {
      const { code, stderr, hung } = await runProgram([
        'serve',
        '--service',
        '--socket',
        join(folder, 'engine.sock'),
        '--data',
        spoil(),
      ]);
      expect({ hung, code }).toEqual({ hung: false, code: 3 });
      expect(stderr).toContain('Another Mainstay, the desktop program');
    } finally {
      other.release();
    }
  });
});

describe('a folder that cannot even be made', () => {
  it('is made as soon as it can, and settings that come to light with it are followed', async () => {
    remount('ro');
    const data = join(disk, 'mainstay');
    const service = await attack(data, folder);
    running = service;
    await service.until(
      'the defaults',
      ({ devices, engine }) => devices['demo'] !== undefined && engine.problems.length > 0,
    );
    remount('rw');
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(join(data, 'settings.json'), JSON.stringify(SETTINGS), { mode: 0o600 });
    writeFileSync(join(data, 'batteries.json'), '{"version":1,"devices":{}}', { mode: 0o600 });
    await service.until(
      'followed, without a problem',
      ({ devices, engine }) => devices['ups-1']?.link === 'live' && engine.problems.length === 0,
    );
    expect(JSON.parse(readFileSync(join(data, 'batteries.json'), 'utf8'))).toEqual({ version: 1, devices: {} });
  });
});

describe('files of the folder that are no files', () => {
  it('keep Mainstay neither from starting nor from ending', async () => {
    const names = ['settings.json', 'settings.last-good.json', 'history.sqlite', 'notifications.json', 'opened-by.txt'];
    execFileSync(
      'mkfifo',
      [...names, 'protection-state.json', 'secrets.json'].map((name) => join(disk, name)),
    );
    const service = await attack(disk, folder);
    running = service;
    const { engine } = await service.until('told', ({ engine: { problems } }) => problems.length > 0);
    expect(engine.problems.map(({ message }) => message).join()).toContain('no regular file');
    expect(await service.stop()).toEqual({ hung: false, code: 0 });
    running = undefined;
  });
});

/** The same disk at another place, where it is read-only. */
function readOnlyView(): string {
  const view = join(folder, 'view');
  mkdirSync(view);
  execFileSync('mount', ['--bind', disk, view]);
  execFileSync('mount', ['-o', 'remount,bind,ro', view]);
  views.push(view);
  return view;
}

/** What was written in the history file. */
function kinds(): string[] {
  const database = new DatabaseSync(join(disk, 'history.sqlite'));
  try {
    return objects(database, 'SELECT kind FROM event').map(({ kind }) => String(kind));
  } finally {
    database.close();
  }
}

const mode = (name: string): number => statSync(join(disk, name)).mode & 0o777;
