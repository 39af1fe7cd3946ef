import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small tree of modules in a folder of its own, checked by the real script under the real rules. */
function check(files: Record<string, string>): { readonly status: number | null; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-layers-'));
  made.push(folder);
  for (const name of ['src-main', 'src-renderer', 'src-shared', 'drivers']) mkdirSync(join(folder, name));
  copyFileSync(join(ROOT, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts/check-layers.ts')], { cwd: folder, encoding: 'utf8' });
  return { status: run.status, output: run.stdout + run.stderr };
}

const leaf = 'export const value = 1;\n';
const importing = (path: string) => `import { value } from '${path}';\nexport const other = value;\n`;

function typeOf(path: string, name: string): string {
  return `import type { ${name} } from '${path}';\nexport type Other${name} = ${name};\n`;
}

describe('the layer checker', () => {
  it('passes a tree that keeps to the line', () => {
    const { status, output } = check({
      'src-shared/a.ts': leaf,
      'drivers/one/index.ts': importing('../../src-shared/a.ts'),
      'src-main/engine/devices/session.ts': importing('../../../drivers/one/index.ts'),
      'src-renderer/main.ts': importing('../src-shared/a.ts'),
    });
    expect(output).toContain('4 modules, 3 with imports, 3 imports, 0 violations, 0 circles');
    expect(status).toBe(0);
  });

  it.each([
    ['shared-imports-only-zod', 'src-shared/a.ts', '../drivers/b.ts', 'drivers/b.ts'],
    ['drivers-are-pure', 'drivers/one/index.ts', '../../src-main/b.ts', 'src-main/b.ts'],
    ['drivers-do-not-know-each-other', 'drivers/one/index.ts', '../two/index.ts', 'drivers/two/index.ts'],
    ['kit-knows-no-protocol', 'drivers/kit/a.ts', '../two/index.ts', 'drivers/two/index.ts'],
    ['renderer-sees-only-the-contract', 'src-renderer/a.ts', '../src-main/b.ts', 'src-main/b.ts'],
    ['engine-knows-no-host', 'src-main/engine/a.ts', '../hosts/b.ts', 'src-main/hosts/b.ts'],
    ['ports-know-no-protocol', 'src-main/engine/ports/a.ts', '../../../drivers/two/index.ts', 'drivers/two/index.ts'],
    ['no-import-upward', 'src-main/engine/base/a.ts', '../ports/b.ts', 'src-main/engine/ports/b.ts'],
    ['no-import-upward', 'src-main/engine/devices/session/a.ts', '../../state/b.ts', 'src-main/engine/state/b.ts'],
    ['no-import-upward', 'src-main/engine/calls/a.ts', '../engine.ts', 'src-main/engine/engine.ts'],
    ['engine-has-no-other-room', 'src-main/engine/attic/a.ts', '../base/b.ts', 'src-main/engine/base/b.ts'],
    [
      'policy-and-history-know-no-device',
      'src-main/engine/protection/policy/a.ts',
      '../../devices/session/b.ts',
      'src-main/engine/devices/session/b.ts',
    ],
    ['product-needs-no-test', 'src-main/a.ts', '../test/b.ts', 'test/b.ts'],
  ])('refuses what "%s" forbids', (rule, from, path, to) => {
    const { status, output } = check({ [from]: importing(path), [to]: leaf });
    expect(output).toContain(`${rule}: ${from} -> ${to}`);
    expect(status).toBe(1);
  });

  it('refuses Node in a driver', () => {
    const { status, output } = check({
      'drivers/one/index.ts': "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n",
    });
    expect(output).toContain('drivers-are-pure: drivers/one/index.ts -> fs');
    expect(status).toBe(1);
  });

  it('refuses a package in the shared layer, and takes zod', () => {
    const bad = check({ 'src-shared/a.ts': "import { create } from 'zustand';\ncreate;\n" });
    expect(bad.output).toMatch(/shared-imports-only-zod: src-shared\/a\.ts -> \S*node_modules\/zustand/);
    const good = check({ 'src-shared/a.ts': "import { z } from 'zod';\nexport const schema = z.string();\n" });
    expect(good.status).toBe(0);
  });

  it('refuses a circle of two files, though it is one of types only', () => {
    const { status, output } = check({
      'src-main/engine/base/a.ts': `${typeOf('./b.ts', 'B')}export type A = 1;\n`,
      'src-main/engine/base/b.ts': `${typeOf('./a.ts', 'A')}export type B = 2;\n`,
    });
    expect(output).toContain('no-cycles: src-main/engine/base/a.ts -> src-main/engine/base/b.ts');
    expect(status).toBe(1);
  });

  it('refuses a circle of folders that is none of files', () => {
    const { status, output } = check({
      'src-main/engine/protection/act/a.ts': importing('../policy/b.ts'),
      'src-main/engine/protection/policy/b.ts': leaf,
      'src-main/engine/protection/policy/c.ts': importing('../drill/d.ts'),
      'src-main/engine/protection/drill/d.ts': typeOf('../act/e.ts', 'E'),
      'src-main/engine/protection/act/e.ts': 'export type E = 1;\n',
    });
    expect(output).toContain('0 violations, 1 circles');
    expect(output).toMatch(/circle in src-main\/engine\/protection: (act|policy|drill) -> /);
    expect(status).toBe(1);
  });

  it('fails where it saw nothing', () => {
    const { status, output } = check({});
    expect(output).toContain('saw no imports at all');
    expect(status).toBe(1);
  });
});
