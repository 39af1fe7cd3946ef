/** How long to wait before a port is tried again. */

const FIRST = 500;
const FACTOR = 2;

/** Waits grow from half a second to `limit`, each shifted by chance so that many devices do not try in step. */
export class Backoff {
  readonly #limit: number;
  readonly #chance: () => number;
  #next = FIRST;

  /** `limit` in milliseconds; `chance` gives numbers from 0 to 1. */
  constructor(limit: number, chance: () => number = Math.random) {
    this.#limit = limit;
    this.#chance = chance;
  }

  /** Milliseconds until the next attempt. */
  next(): number {
    const wait = this.#next;
    this.#next = Math.min(this.#limit, this.#next * FACTOR);
    return wait * (0.8 + 0.4 * this.#chance());
  }

  /** It worked: the next failure starts from the beginning. */
  reset(): void {
    this.#next = FIRST;
  }
}
