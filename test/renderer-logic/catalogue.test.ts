/** The catalogue and the sources agree: the compiler finds a key that is missing, this finds one that nobody uses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../../src-shared/texts/en/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['src-renderer', 'src-main', 'drivers', 'src-shared/nut'];

function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

it('every text is used', () => {
  const sources = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
  ).join('\n');
  const quoted = new Set([...sources.matchAll(/'([\w.-]+)'/gu)].map(([, key]) => key));
  // A key with a hole, such as `link.${state}`, uses all the keys that fit.
  const patterns = [...sources.matchAll(/`((?:[\w.]|\$\{[^}`]*\})*\.(?:[\w.]|\$\{[^}`]*\})*)`/gu)].map(
    ([, key = '']) => {
      const parts = key.split(/\$\{[^}]*\}/u).map((part) => part.replaceAll('.', String.raw`\.`));
      return new RegExp(`^${parts.join('[^.]+')}$`, 'u');
    },
  );
  const unused = keysOf(en).filter((key) => {
    const plain = key.replace(/_(?:one|other)$/u, '');
    return !quoted.has(plain) && !patterns.some((pattern) => pattern.test(plain));
  });
  expect(unused).toEqual([]);
});
