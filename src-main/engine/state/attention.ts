/** Whether anybody looks at the values now: then devices are asked more often. */

/** Counts those who look. */
export class Attention {
  readonly #began: () => void;
  readonly #lookers = new Set<symbol>();

  /** `began` is called when somebody looks after nobody did. */
  constructor(began: () => void) {
    this.#began = began;
  }

  get here(): boolean {
    return this.#lookers.size > 0;
  }

  /** Somebody looks from now on; returns how to look away, which may be called twice. */
  look(): () => void {
    const looker = Symbol('looker');
    this.#lookers.add(looker);
    if (this.#lookers.size === 1) this.#began();
    return () => this.#lookers.delete(looker);
  }
}
