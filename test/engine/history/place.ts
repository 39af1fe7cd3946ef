/** A folder of its own for each test, and shorthands for asking a history. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createHistoryStore, type HistoryOptions } from '../../../src-main/engine/history/index.ts';
import type { HistoryStore } from '../../../src-main/engine/base/parts.ts';
import type { Series } from '../../../src-shared/contract/index.ts';

/** Noon on a day without meaning; a multiple of every roll-up's width. */
export const NOON = Date.UTC(2026, 2, 1, 12);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What one test works in; made anew for each. */
export interface Place {
  readonly folder: string;
  readonly file: string;
  /** What the histories of this place take for the time. */
  now: number;
  /** Opens the history; whatever is still open after the test is closed. */
  open(options?: HistoryOptions): HistoryStore;
  /** The names in the folder of files that were set aside. */
  aside(): string[];
}

/** Gives every test of the file a place. */
export function usePlace(): Place {
  let folder = '';
  const opened: HistoryStore[] = [];
  const place = {
    get folder() {
      return folder;
    },
    get file() {
      return join(folder, 'history.sqlite');
    },
    now: NOON,
    open(options: HistoryOptions = {}): HistoryStore {
      const store = createHistoryStore(place.file, { now: () => place.now, ...options });
      opened.push(store);
      return store;
    },
    aside: (): string[] => readdirSync(folder).filter((name) => /\.damaged-[^w]*Z(-\d+)?$/.test(name)),
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mainstay-history-'));
    place.now = NOON;
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) {
      try {
        await store.close();
      } catch (thrown) {
        // The test closed it already.
        if (!(thrown instanceof Error && thrown.message.includes('not open'))) throw thrown;
      }
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return place;
}

/** One poll of one variable. */
export function poll(store: HistoryStore, time: number, value: number, variable = 'input.voltage', device = 'a'): void {
  store.sample(device, time, new Map([[variable, value]]));
}

/** The points of one variable. */
export function points(
  store: HistoryStore,
  from: number,
  to: number,
  most = 600,
  variable = 'input.voltage',
): Series['points'] {
  return store.query({ device: 'a', variables: [variable], from, to, points: most }).series[0]?.points ?? [];
}
