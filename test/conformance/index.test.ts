/** The generated list of drivers. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { driverById, drivers } from '../../drivers/index.ts';
import { checkFolders, driverFolders, indexText } from '../../scripts/generate-drivers.ts';

const DRIVERS = join(import.meta.dirname, '../../drivers');
const made: string[] = [];

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'drivers-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

describe('drivers/index.ts', () => {
  it('is not stale', () => {
    expect(readFileSync(join(DRIVERS, 'index.ts'), 'utf8')).toBe(indexText(driverFolders(DRIVERS)));
  });

  it('lists every folder that is a driver, under its id', () => {
    expect(drivers.map(({ id }) => id)).toEqual(driverFolders(DRIVERS));
    for (const driver of drivers) expect(driverById(driver.id)).toBe(driver);
    expect(driverById('none such')).toBeUndefined();
  });

  it('leaves out the kit and folders without an index', () => {
    const root = folderWith({ 'zeta/index.ts': '', 'alpha/index.ts': '', 'kit/index.ts': '', 'notes/NOTES.md': '' });
    expect(driverFolders(root)).toEqual(['alpha', 'zeta']);
  });

  it('refuses a folder whose name cannot be an id, a driver under a wrong id, and a folder without one', async () => {
    expect(() => driverFolders(folderWith({ 'My-Driver/index.ts': '' }))).toThrow(/My-Driver/);
    const root = folderWith({ 'one/index.ts': "export const driver = { id: 'two' };", 'three/index.ts': 'export {};' });
    await expect(checkFolders(root, ['one'])).rejects.toThrow(/says its id is "two"/);
    await expect(checkFolders(root, ['three'])).rejects.toThrow(/exports no `driver`/);
  });

  it('is written as the formatter would write it, however long it grows', () => {
    const text = indexText(Array.from({ length: 40 }, (_, index) => `driver${index}`));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});
