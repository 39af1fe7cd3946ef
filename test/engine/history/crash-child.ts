/** Writes polls as fast as it can, telling each once it is written, until it is killed. */
import { writeSync } from 'node:fs';
import { createHistoryStore } from '../../../src-main/engine/history/index.ts';

const NOON = Date.UTC(2026, 2, 1, 12);
const STEP = 2000;

/** What the poll of this number reads. */
export function readingAt(index: number): number {
  return 200 + ((index * 37) % 101) / 10;
}

if (import.meta.main) {
  const [, , file = '', first = '0'] = process.argv;
  let now = NOON + Number(first) * STEP;
  const store = createHistoryStore(file, { now: () => now });
  for (let index = Number(first); ; index++) {
    now = NOON + index * STEP;
    if (index % 50 === 0) store.beginOutage('a', now);
    store.sample('a', now, new Map([['input.voltage', readingAt(index)]]));
    if (index % 50 === 40) store.endOutage('a', now);
    writeSync(1, `${index}\n`);
  }
}
