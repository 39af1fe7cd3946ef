/** What was told and has not ended, so that a restart of Mainstay in the middle of it is no second message. */
import { z } from 'zod';
import type { EngineEvent } from '../../../src-shared/contract/index.ts';
import { isBegin, NOTICE_KINDS } from './kinds.ts';

export const standingSchema = z.array(z.object({ device: z.string(), kind: z.string() }));

/** As it is kept on disk. */
export type Kept = z.infer<typeof standingSchema>;

/** After a start, devices tell within this time what is not as it should be. Milliseconds. */
const TOLD_AGAIN_WITHIN = 120_000;

/** Remembers what stands. */
export class Standing {
  readonly #now = new Set<string>();
  readonly #carried: Set<string>;
  readonly #until: number;

  constructor(kept: Kept, startedAt: number) {
    this.#carried = new Set(kept.map(({ device, kind }) => keyOf(device, kind)));
    this.#until = startedAt + TOLD_AGAIN_WITHIN;
  }

  /** Takes an event in; false when it only says again what was told before the restart. `now` on the steady clock. */
  isNews({ device, kind }: Pick<EngineEvent, 'device' | 'kind'>, now: number): boolean {
    if (now >= this.#until) this.#carried.clear();
    if (device === undefined) return true;
    const key = keyOf(device, kind);
    if (isBegin(kind)) {
      this.#now.add(key);
      return !this.#carried.delete(key);
    }
    const ended = NOTICE_KINDS[kind]?.ends?.kind;
    if (ended !== undefined) {
      this.#now.delete(keyOf(device, ended));
      this.#carried.delete(keyOf(device, ended));
    }
    return true;
  }

  kept(): Kept {
    return [...new Set([...this.#now, ...this.#carried])].map((key) => {
      const [kind = '', device = ''] = key.split(' ');
      return { device, kind };
    });
  }
}

/** No kind and no id has a space in it. */
function keyOf(device: string, kind: string): string {
  return `${kind} ${device}`;
}
