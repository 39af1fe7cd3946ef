/**
 * What is refused, for the log: the first time at once, and what follows of the same kind from the same address once a
 * minute, as a number. Whoever knocks all night must not fill the log, nor the memory.
 */

/** Milliseconds in which the same is told once. */
const PERIOD = 60_000;
/** Different ones that are told apart in one period; the rest is a number. */
const MOST_LINES = 40;

interface Counted {
  readonly address: string;
  readonly reason: string;
  more: number;
}

/** Collects refusals and tells of them. */
export class Refusals {
  readonly #tell: (line: string) => void;
  readonly #period: number;
  readonly #counted = new Map<string, Counted>();
  #others = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (line: string) => void, period = PERIOD) {
    this.#tell = tell;
    this.#period = period;
  }

  /** `kind` says which refusals are the same: reasons may repeat what a client said. */
  note(address: string, kind: string, reason: string): void {
    this.#timer ??= setTimeout(() => this.#sum(), this.#period).unref();
    const key = `${address} ${kind}`;
    const known = this.#counted.get(key);
    if (known !== undefined) known.more += 1;
    else if (this.#counted.size >= MOST_LINES) this.#others += 1;
    else {
      this.#counted.set(key, { address, reason, more: 0 });
      this.#tell(`${address}: ${reason}`);
    }
  }

  /** Tells what is still to be told. */
  close(): void {
    clearTimeout(this.#timer);
    this.#sum();
  }

  #sum(): void {
    this.#timer = undefined;
    const counted = [...this.#counted.values()].filter(({ more }) => more > 0);
    const others = this.#others;
    this.#counted.clear();
    this.#others = 0;
    for (const { address, reason, more } of counted) this.#tell(`${address}: ${more} more of these: ${reason}`);
    if (others > 0) this.#tell(`${others} more refusals, of other kinds or from other addresses.`);
  }
}

/** The first answer to a wrong token waits so long, and each after it twice as long, up to the longest. Milliseconds. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4000;
/** An address from which nothing wrong came for so long begins anew. Milliseconds. */
const FORGIVEN_AFTER = 600_000;
/** Addresses that are remembered; the longest quiet are forgotten first. */
const REMEMBERED = 1000;

/**
 * How long the answer to a wrong token waits, by the address that showed it. Only the answer to a wrong one: a token is
 * long enough that nobody guesses it at any pace, and whoever shows the right one must not wait because of somebody
 * else at the same address.
 */
export class Slowness {
  readonly #wrong = new Map<string, { readonly count: number; readonly at: number }>();

  /** A wrong token came from this address; `now` in milliseconds of any steady clock. Answers the wait in milliseconds. */
  wrong(address: string, now: number): number {
    const before = this.#wrong.get(address);
    const count = before === undefined || now - before.at > FORGIVEN_AFTER ? 0 : before.count;
    this.#wrong.delete(address);
    this.#wrong.set(address, { count: count + 1, at: now });
    const [quietest] = this.#wrong.keys();
    if (this.#wrong.size > REMEMBERED && quietest !== undefined) this.#wrong.delete(quietest);
    return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(count, 10));
  }
}
