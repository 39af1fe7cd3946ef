import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { NOON, points, poll, SECOND, usePlace } from './place.ts';
import { readingAt } from './crash-child.ts';

const place = usePlace();
const ROUNDS = 8;

/** Lets the writer run until it has written so many polls more, kills it at once; the last poll that it told of. */
async function writeAndKill(first: number, atLeast: number): Promise<number> {
  const args = ['--no-warnings', join(import.meta.dirname, 'crash-child.ts'), place.file, String(first)];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split('\n').length > atLeast) child.kill('SIGKILL');
  });
  await once(child, 'close');
  if (child.signalCode !== 'SIGKILL') throw new Error(`the writer ended by itself, with ${child.exitCode}`);
  return Number(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1));
}

describe('kill -9', () => {
  it('loses no poll that was written, nor the file, whenever it strikes', async () => {
    let told = -1;
    for (let round = 0; round < ROUNDS; round++) {
      told = await writeAndKill(told + 1, 300 + round * 37);
      place.now = NOON + (told + 1) * 2 * SECOND;
      const store = place.open();
      expect(store.problems).toEqual([]);
      const found = points(store, NOON, place.now - 1, 5000);
      expect(found.slice(0, told + 1).map(([time]) => (time - NOON) / (2 * SECOND))).toEqual(
        Array.from({ length: told + 1 }, (_, index) => index),
      );
      for (const outage of store.outages({ limit: 100 }).outages) expect(outage.end).toBeDefined();
      // What was written but not told of is written again, with the same values.
      await store.close();
    }
    expect(told).toBeGreaterThan(ROUNDS * 300);

    // All that, rolled up, is what an undisturbed history says.
    const calm = place.open({ open: () => new DatabaseSync(':memory:') });
    for (let index = 0; index <= told; index++) poll(calm, NOON + index * 2 * SECOND, readingAt(index));
    const crashed = place.open();
    // Both are at the same poll, with the same buckets still open.
    poll(crashed, NOON + told * 2 * SECOND, readingAt(told));
    for (const most of [5000, 60, 10]) {
      const to = NOON + told * 2 * SECOND;
      expect(points(crashed, NOON, to, most)).toEqual(points(calm, NOON, to, most));
    }
  }, 120_000);
});
