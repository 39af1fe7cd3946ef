/** What protection is in the middle of, kept so that it goes on after Mainstay was killed. */
import { z } from 'zod';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { BootClock } from '../base/boot-clock.ts';
import type { Policy, Problem } from '../base/parts.ts';
import type { ProtectionFile } from '../base/kept-file.ts';

/** While something is going on it is kept at least so often: what is kept tells when it last was true. Milliseconds. */
const KEEP = 5000;

const keptSchema = z.object({ boot: z.string(), steady: z.number(), state: z.unknown() });

/** The state of the policy on disk. Without a file nothing is kept, and nothing found. */
export class KeptProtection {
  readonly #file: ProtectionFile | undefined;
  readonly #boot: BootClock;
  readonly #policy: Pick<Policy, 'save' | 'restore'>;
  #keptAt = Number.NEGATIVE_INFINITY;
  #problem: Problem | undefined;

  constructor(file: ProtectionFile | undefined, boot: BootClock, policy: Pick<Policy, 'save' | 'restore'>) {
    this.#file = file;
    this.#boot = boot;
    this.#policy = policy;
  }

  /** Why the last attempt to keep it failed, if it did. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** As it was when it was last kept, and when that was on the steady clock; undefined when this is another boot. */
  load(): { readonly state: unknown; readonly steady: number } | undefined {
    const kept = keptSchema.safeParse(this.#file?.load());
    if (!kept.success || !this.#boot.isThisBoot(kept.data.boot)) return undefined;
    const state = this.#policy.restore(kept.data.state);
    return state === undefined ? undefined : { state, steady: kept.data.steady };
  }

  /** Keeps it when it changed, and every few seconds while something is `busy`. */
  keep(state: unknown, { changed, busy }: { readonly changed: boolean; readonly busy: boolean }): void {
    const steady = this.#boot.steady();
    // What could not be kept is tried again, whether or not anything is going on.
    const due = (busy || this.#problem !== undefined) && steady - this.#keptAt >= KEEP;
    if (this.#file === undefined || (!changed && !due)) return;
    this.#keptAt = steady;
    try {
      this.#file.save({ boot: this.#boot.mark, steady, state: this.#policy.save(state) });
      this.#problem = undefined;
    } catch (thrown) {
      const { message } = toErrorValue(thrown);
      this.#problem = {
        id: 'protection-file',
        message: say('decision.notKept', { why: message }),
      };
    }
  }
}
