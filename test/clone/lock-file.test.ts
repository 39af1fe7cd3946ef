import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFaults, lockSchema, type Lock } from '../../scripts/lock-file.ts';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8');
const lock: Lock = lockSchema.parse(JSON.parse(text));

describe('the lock file', () => {
  it('holds the parts of every system and names no registry', () => {
    expect(lockFaults(lock)).toEqual([]);
  });

  it('is refused when the parts of another system are missing, wherever they are named', () => {
    const naming = Object.entries(lock.packages).filter(
      ([, each]) => Object.keys(each.optionalDependencies).length > 0,
    );
    expect(naming.length).toBeGreaterThan(5);
    for (const [path, { optionalDependencies }] of naming) {
      const parts = Object.keys(optionalDependencies);
      const short = Object.entries(lock.packages).filter(
        ([each]) => !parts.some((name) => each.endsWith(`node_modules/${name}`)),
      );
      const faults = lockFaults({ packages: Object.fromEntries(short) }).join('\n');
      for (const name of parts) expect(faults).toContain(`${path} names ${name},`);
    }
  });

  it('is refused when it names the host of a registry', () => {
    const resolved = 'https://registry.example.org/zod.tgz';
    const zod = { dependencies: {}, optionalDependencies: {}, resolved };
    expect(lockFaults({ packages: { ...lock.packages, 'node_modules/zod': zod } })).toEqual([
      expect.stringContaining('registry.example.org'),
    ]);
  });
});
