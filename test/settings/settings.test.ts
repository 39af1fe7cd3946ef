import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSettingsStore } from '../../src-main/settings/index.ts';
import { parseSettings } from '../../src-main/settings/format.ts';
import { AppError } from '../../src-shared/errors.ts';
import { defaultSettings, SETTINGS_VERSION, type Settings } from '../../src-shared/settings/index.ts';

let folder: string;
let file: string;
const now = (): number => Date.UTC(2026, 10, 21, 7, 30);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (): Settings => {
  const parsed = parseSettings(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.settings;
};
const asideFiles = (): string[] => readdirSync(folder).filter((name) => name.includes('.broken-'));
const polling = (quickSeconds: number): { polling: Settings['polling'] } => ({
  polling: { quickSeconds, fullSeconds: 30 },
});

describe('a first start', () => {
  it('uses the defaults and says nothing', () => {
    const store = createSettingsStore(file);
    expect(store.get()).toEqual(defaultSettings());
    expect(store.problems).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('an update', () => {
  it('is in force at once and on disk when resolved, in a folder that it makes', async () => {
    file = join(folder, 'deeper', 'still', 'settings.json');
    const store = createSettingsStore(file);
    const before = store.get();
    const written = store.update(polling(1));
    expect(store.get().polling.quickSeconds).toBe(1);
    expect(store.get()).not.toBe(before);
    await written;
    expect(read().polling.quickSeconds).toBe(1);
    expect(createSettingsStore(file).get()).toEqual(store.get());
  });

  it('tells its listeners until they stop listening', async () => {
    const store = createSettingsStore(file);
    const heard: number[] = [];
    const stop = store.onChange((settings) => heard.push(settings.polling.quickSeconds));
    await store.update(polling(1));
    stop();
    await store.update(polling(3));
    expect(heard).toEqual([1]);
  });

  it('that does not fit is refused and changes nothing', async () => {
    const store = createSettingsStore(file);
    await store.update(polling(1));
    await expect(store.update(polling(-1))).rejects.toMatchObject({ name: 'AppError', code: 'bad-input' });
    expect(store.get().polling.quickSeconds).toBe(1);
    expect(read().polling.quickSeconds).toBe(1);
  });

  it('keeps the last good file as a backup', async () => {
    const store = createSettingsStore(file);
    await store.update(polling(1));
    await store.update(polling(3));
    expect(parseSettings(readFileSync(`${file}.bak`, 'utf8'))).toMatchObject({
      ok: true,
      settings: { polling: { quickSeconds: 1 } },
    });
  });

  it('of many at once loses none, and the file is whole after each', async () => {
    const store = createSettingsStore(file);
    await store.update({ demo: true });
    const updates = Array.from({ length: 20 }, async (_, index) => {
      await (index % 2 === 0 ? store.update(polling(1 + index)) : store.update({ demo: index % 4 === 1 }));
      expect(read().version).toBe(SETTINGS_VERSION);
    });
    await Promise.all(updates);
    expect(read()).toEqual(store.get());
    expect(read()).toMatchObject({ polling: { quickSeconds: 19 }, demo: false });
    expect(readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.json.bak', 'settings.last-good.json']);
  });

  it.skipIf(process.platform === 'win32')('leaves files that only the owner can read, whatever they were', async () => {
    writeFileSync(file, JSON.stringify(defaultSettings()));
    chmodSync(file, 0o644);
    const store = createSettingsStore(file);
    await store.update(polling(1));
    await store.update(polling(3));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${file}.bak`).mode & 0o777).toBe(0o600);
  });

  it('that cannot be written holds in memory, says so, and succeeds once it can', async () => {
    // A file where the folder should be: fails for everyone, the superuser included.
    const blocker = join(folder, 'blocked');
    file = join(blocker, 'settings.json');
    const store = createSettingsStore(file);
    writeFileSync(blocker, '');
    await expect(store.update(polling(1))).rejects.toBeInstanceOf(AppError);
    expect(store.get().polling.quickSeconds).toBe(1);
    expect(store.problems.map(({ id }) => id)).toEqual(['settings-write']);
    rmSync(blocker);
    await store.update({ demo: false });
    expect(store.problems).toEqual([]);
    expect(read()).toMatchObject({ demo: false, polling: { quickSeconds: 1 } });
  });
});

describe('a broken file', () => {
  const good = JSON.stringify(defaultSettings());
  it.each([
    ['truncated', good.slice(0, good.length / 2), 'not JSON'],
    ['empty', '', 'not JSON'],
    ['binary', '\u0000\u0001\uFFFD', 'not JSON'],
    ['of the wrong shape', '[1]', 'holds no object'],
    ['without a version', '{}', 'version'],
    ['with a wrong value', JSON.stringify({ ...defaultSettings(), demo: 'yes' }), '"demo"'],
    ['with an unknown key', JSON.stringify({ ...defaultSettings(), extra: 1 }), 'extra'],
    ['of a newer format', JSON.stringify({ version: SETTINGS_VERSION + 1 }), 'newer Mainstay'],
    ['of a format that never was', JSON.stringify({ version: 0 }), 'never been'],
  ])('%s is set aside unchanged, said so, and replaced by the defaults', async (_, text, why) => {
    writeFileSync(file, text);
    const store = createSettingsStore(file, { now });
    expect(store.get()).toEqual(defaultSettings());
    expect(store.problems).toHaveLength(1);
    expect(store.problems[0]?.message).toContain(why);
    expect(asideFiles()).toEqual(['settings.broken-2026-11-21T07-30-00-000Z.json']);
    await store.update(polling(1));
    expect(readFileSync(join(folder, asideFiles()[0] ?? ''), 'utf8')).toBe(text);
    expect(read().polling.quickSeconds).toBe(1);
  });

  it('gives way to what was last in force, also at the start after that', async () => {
    const store = createSettingsStore(file);
    await store.update(polling(1));
    await store.update({ protection: { ...store.get().protection, mode: 'armed', countdownSeconds: 33 } });
    const nonsense = { ...store.get(), protection: { ...store.get().protection, countdownSeconds: -5 } };
    writeFileSync(file, JSON.stringify(nonsense));
    const next = createSettingsStore(file, { now });
    expect(next.get()).toEqual(store.get());
    expect(next.problems[0]?.message).toContain('countdownSeconds');
    expect(next.problems[0]?.message).toContain('last in force');
    const again = createSettingsStore(file, { now });
    expect(again.get().protection).toMatchObject({ mode: 'armed', countdownSeconds: 33 });
    expect(again.problems[0]?.message).toContain('missing');
  });

  it('gives way to what a person wrote well by hand before', async () => {
    const store = createSettingsStore(file);
    await store.update(polling(1));
    writeFileSync(file, JSON.stringify({ ...store.get(), ...polling(9) }));
    expect(createSettingsStore(file, { now }).get().polling.quickSeconds).toBe(9);
    writeFileSync(file, 'oops');
    expect(createSettingsStore(file, { now }).get().polling.quickSeconds).toBe(9);
  });

  it('gives way to the backup where nothing else is left', async () => {
    const store = createSettingsStore(file);
    await store.update(polling(1));
    await store.update(polling(3));
    writeFileSync(file, '{"version":1,');
    rmSync(join(folder, 'settings.last-good.json'));
    expect(createSettingsStore(file, { now }).get().polling.quickSeconds).toBe(1);
    const again = createSettingsStore(file, { now });
    expect(again.get().polling.quickSeconds).toBe(1);
    expect(again.problems[0]?.message).toContain('missing');
  });

  it('whose backup is broken too leaves both aside', () => {
    writeFileSync(file, 'x');
    writeFileSync(`${file}.bak`, 'y');
    const store = createSettingsStore(file, { now });
    expect(store.get()).toEqual(defaultSettings());
    expect(
      asideFiles()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .toSorted(),
    ).toEqual(['x', 'y']);
  });

  it('that cannot be read is never written over', async () => {
    mkdirSync(file);
    const store = createSettingsStore(file);
    expect(store.problems[0]?.message).toContain('cannot be read');
    await expect(store.update(polling(1))).rejects.toThrow('cannot be read');
    expect(statSync(file).isDirectory()).toBe(true);
  });

  it('of any content never stops the start and never loses a byte', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        writeFileSync(file, text);
        const store = createSettingsStore(file, { now });
        expect(store.problems).toHaveLength(1);
        const kept = asideFiles();
        expect(kept).toHaveLength(1);
        expect(readFileSync(join(folder, kept[0] ?? ''), 'utf8')).toBe(Buffer.from(text).toString());
        for (const name of kept) rmSync(join(folder, name));
      }),
      { numRuns: 50 },
    );
  });
});

describe('an older format', () => {
  const old = JSON.stringify({ version: SETTINGS_VERSION - 1, seconds: 7 });

  it('is brought up to date step by step', async () => {
    writeFileSync(file, old);
    const migrations = {
      [SETTINGS_VERSION - 1]: (content: Readonly<Record<string, unknown>>) => ({
        polling: { quickSeconds: content['seconds'], fullSeconds: 30 },
      }),
    };
    const store = createSettingsStore(file, { migrations });
    expect(store.problems).toEqual([]);
    expect(store.get()).toEqual({ ...defaultSettings(), ...polling(7) });
    await store.update({ demo: false });
    expect(read().version).toBe(SETTINGS_VERSION);
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe(old);
  });

  it('that cannot be brought up to date is set aside', () => {
    writeFileSync(file, old);
    const migrations = {
      [SETTINGS_VERSION - 1]: (): never => {
        throw new Error('seconds are gone');
      },
    };
    const store = createSettingsStore(file, { migrations, now });
    expect(store.problems[0]?.message).toContain('seconds are gone');
    expect(asideFiles()).toHaveLength(1);
  });
});
