/** The cache of the bench, which several checkouts of the project share. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetUnused, markUsed } from './cache.ts';

const DAY = 24 * 3600 * 1000;
const NOW = Date.parse('2026-03-01T12:00:00Z');
const [OLD, RECENT, HALF_MADE] = ['0123456789abcdef', 'fedcba9876543210', '00112233445566ff.4711'] as const;
let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'mainstay-cache-'));
  for (const name of [OLD, RECENT, HALF_MADE, 'debs', 'notes']) {
    mkdirSync(join(cache, name));
    writeFileSync(join(cache, name, 'base.cpio'), '');
  }
});
afterEach(() => rmSync(cache, { recursive: true }));

const aged = (name: string, days: number): Promise<void> => markUsed(join(cache, name), NOW - days * DAY);

it("leaves another checkout's artifacts alone until they were unused for a week, and all else for ever", async () => {
  await aged(OLD, 8);
  await aged(RECENT, 6);
  await aged(HALF_MADE, 0);
  await aged('debs', 400);
  await aged('notes', 400);
  expect(await forgetUnused(cache, NOW)).toEqual([OLD]);
  expect([OLD, RECENT, HALF_MADE, 'debs', 'notes'].map((name) => existsSync(join(cache, name)))).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
});

it('keeps what is used, however long ago it was made', async () => {
  await aged(OLD, 100);
  await markUsed(join(cache, OLD), NOW);
  await aged(RECENT, 8);
  await aged(HALF_MADE, 8);
  expect((await forgetUnused(cache, NOW)).toSorted()).toEqual([HALF_MADE, RECENT]);
});
