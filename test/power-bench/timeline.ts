/** What happened, in order, on one clock: the host's. */

/**
 * Who says so. `bench`: the test itself; `mains`, `ups`: the virtual world; `wire`: what the guest told the UPS to do;
 * `power`: the guest's own power; `console`: a line that the guest wrote; `mainstay`: an event that the product told.
 */
export type Source = 'bench' | 'mains' | 'ups' | 'wire' | 'power' | 'console' | 'mainstay';

/** One thing that happened. */
export interface Moment {
  /** Milliseconds since the timeline began. */
  readonly at: number;
  readonly source: Source;
  readonly text: string;
}

/** Lines of the console that tell of power. */
const TELLING =
  /on battery|on line power|battery is low|shutdown proceeding|systemd-logind.*power|shutdown\[1\]: (?:All filesystems unmounted|Powering off)|Startup finished|mainstay|node\[\d+\]:/iu;
/** Lines of the very end of it. */
const TAIL = 25;

interface Waiting {
  readonly matches: (moment: Moment) => boolean;
  readonly resolve: (moment: Moment) => void;
}

/** A timeline that grows. */
export class Timeline {
  readonly #began = performance.now();
  readonly #moments: Moment[] = [];
  readonly #waiting = new Set<Waiting>();

  now(): number {
    return performance.now() - this.#began;
  }

  /** Notes what happens now. */
  note(source: Source, text: string): Moment {
    const moment = { at: this.now(), source, text };
    this.#moments.push(moment);
    for (const one of this.#waiting) {
      if (!one.matches(moment)) continue;
      this.#waiting.delete(one);
      one.resolve(moment);
    }
    return moment;
  }

  /** The first moment that matches, not before `after`; undefined when there is none yet. */
  find(source: Source, pattern: RegExp, after = 0): Moment | undefined {
    return this.#moments.find((moment) => matches(moment, source, pattern, after));
  }

  /** Everything that one source said, not before `after`. */
  all(source: Source, after = 0): readonly Moment[] {
    return this.#moments.filter((moment) => moment.source === source && moment.at >= after);
  }

  /** As `find`, but waits for it; rejects with the whole timeline when it does not come. */
  async wait(source: Source, pattern: RegExp, limitMs: number, after = 0): Promise<Moment> {
    const found = this.find(source, pattern, after);
    if (found !== undefined) return found;
    return await new Promise((resolve, reject) => {
      const one: Waiting = {
        matches: (moment) => matches(moment, source, pattern, after),
        resolve: (moment) => {
          clearTimeout(timer);
          resolve(moment);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(one);
        reject(new Error(`Within ${limitMs} ms nothing of ${source} matched ${String(pattern)}.\n${this.tail()}`));
      }, limitMs);
      this.#waiting.add(one);
    });
  }

  /** For the message of an error: what tells of power, and the last lines of everything. */
  tail(): string {
    return [this.text(TELLING), '... and the end of all of it:', ...this.text(/^/u).split('\n').slice(-TAIL)].join(
      '\n',
    );
  }

  /** For a reader: seconds, who, what. Of the console only the lines that `shown` matches. */
  text(shown = TELLING, after = 0): string {
    return this.#moments
      .filter(({ at, source, text }) => at >= after && (source !== 'console' || shown.test(text)))
      .map(({ at, source, text }) => `${(at / 1000).toFixed(2).padStart(8)}  ${source.padEnd(8)} ${text}`)
      .join('\n');
  }
}

function matches(moment: Moment, source: Source, pattern: RegExp, after: number): boolean {
  return moment.at >= after && moment.source === source && pattern.test(moment.text);
}
