/** The folder that `npm run new-driver` writes: it compiles, is listed, and fails the suite where it is to be filled in. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFolders, driverFolders } from '../../scripts/generate-drivers.ts';
import { newDriver } from '../../scripts/new-driver.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('a new driver', () => {
  let root: string;
  let drivers: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'new-driver-'));
    drivers = join(root, 'drivers');
    mkdirSync(drivers);
    cpSync(join(ROOT, 'drivers/driver.ts'), join(drivers, 'driver.ts'));
    for (const folder of ['drivers/kit', 'src-shared'])
      cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    newDriver(drivers, 'example2', 'Example $& (2)');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('is listed under its id', async () => {
    expect(driverFolders(drivers)).toEqual(['example2']);
    await checkFolders(drivers, ['example2']);
    expect(readFileSync(join(drivers, 'index.ts'), 'utf8')).toContain("from './example2/index.ts'");
  });

  it('compiles and is formatted', () => {
    const config = { extends: join(ROOT, 'tsconfig.base.json'), include: ['drivers'] };
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(config));
    const run = (program: string, ...parameters: readonly string[]) =>
      execFileSync(join(ROOT, 'node_modules/.bin', program), parameters, { encoding: 'utf8', cwd: root });
    expect(run('tsc', '-p', 'tsconfig.json')).toBe('');
    cpSync(join(ROOT, 'biome.json'), join(root, 'biome.json'));
    run('biome', 'format', 'drivers/example2', 'drivers/index.ts');
  }, 60_000);

  it('is refused where one is already, and under a name that cannot be an id', () => {
    expect(() => newDriver(drivers, 'example2', 'Again')).toThrow(/exists already/);
    for (const id of ['', 'Two', '2nd', 'a-b', '../x', 'a b'])
      expect(() => newDriver(drivers, id, 'No')).toThrow(/cannot be an id/);
    expect(() => newDriver(drivers, 'other', "it's */")).toThrow(/cannot be a title/);
    expect(driverFolders(drivers)).toEqual(['example2']);
  });
});
