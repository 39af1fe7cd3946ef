/** What an installed Mainstay brings along of node_modules: what it runs on, and nothing that only came with it. */
import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const text = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const names = z.record(z.string(), z.string()).default({});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dependencies: names, optionalDependencies: names, peerDependencies: names }),
  ),
});
const NOTHING = { dependencies: {}, optionalDependencies: {}, peerDependencies: {} };
const { packages } = lockSchema.parse(JSON.parse(text('package-lock.json')));

/** The patterns of electron-builder.yml that keep whole modules out. */
const KEPT_OUT = [...text('electron-builder.yml').matchAll(/^ {2}- '!(node_modules\/\{.*\}\/\*\*)'$/gm)].map(
  ([, pattern = '']) => pattern,
);
const isPacked = (module: string): boolean =>
  !KEPT_OUT.some((pattern) => matchesGlob(`${module}/package.json`, pattern));

/** Where a module finds another, as Node looks for it. */
function found(from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (at === '' || !at.includes('/node_modules/')) return at === '' ? undefined : found('', name);
  }
}

/** All that these modules bring along, with or without what they would like to have beside them. */
function closure(start: readonly string[], peers: boolean): ReadonlySet<string> {
  const all = new Set<string>();
  const look = (module: string): void => {
    if (all.has(module)) return;
    all.add(module);
    const { dependencies, optionalDependencies, peerDependencies } = packages[module] ?? NOTHING;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...(peers ? peerDependencies : {}) })) {
      const place = found(module, name);
      if (place !== undefined) look(place);
    }
  };
  for (const module of start) look(module);
  return all;
}

const direct = Object.keys(packages['']?.dependencies ?? {}).map((name) => `node_modules/${name}`);

it('is what the main process needs, without what came along as a wish of another', () => {
  // As electron-builder collects it: all that production brings along, wishes that are fulfilled among it.
  const packed = [...closure(direct, true)].filter(isPacked).toSorted();
  const needed = [...closure(direct.filter(isPacked), false)].toSorted();
  expect(KEPT_OUT).toHaveLength(1);
  expect(packed.filter((module) => !needed.includes(module))).toEqual([]);
  expect(needed.filter((module) => !packed.includes(module))).toEqual([]);
  expect(needed).toContain('node_modules/serialport');
  expect(needed).not.toContain('node_modules/typescript');
});

it('begins with every privilege of file:// taken away, and every other door closed', () => {
  const [, fuses = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(text('electron-builder.yml')) ?? [];
  expect(
    Object.fromEntries(
      fuses
        .trim()
        .split('\n')
        .map((line) => line.trim().split(': ')),
    ),
  ).toEqual({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    grantFileProtocolExtraPrivileges: 'false',
  });
});
