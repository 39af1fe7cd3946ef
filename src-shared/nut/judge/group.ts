/** What belongs together is put together here: quantities as they are needed, and what is known of their ratios. */
import type { StatusWord } from '../status.ts';
import type { Band, Quantity, Relation } from './settle.ts';

/** What is known of a device at the moment of judging. Numbers only; a name without one is not reported. */
export interface Scene {
  /** Values of this reading. */
  readonly fresh: ReadonlyMap<string, number>;
  /** What was believed before, for ratings and other things that do not change from one moment to the next. */
  readonly known: (name: string) => number | undefined;
  readonly words: ReadonlySet<StatusWord>;
  /** Mains carries the load, and nothing is going on that would let the input show anything else. */
  readonly plainlyOnMains: boolean;
}

/** What a quantity is: something measured, the same in whole units, what is printed on the device, what somebody set. */
export type Role = 'measured' | 'whole' | 'rating' | 'setting';

/**
 * What it costs to doubt a quantity. A meter is off sooner than a rating, and one that counts tenths sooner than one that
 * counts whole units, as all protocols do with Watt. A setting is never mended, since it is written in
 * the device's own scale: what is shown must be what can be set.
 */
const COSTS: Readonly<Record<Role, { readonly scaling: number; readonly leaving: number }>> = {
  measured: { scaling: 1, leaving: 2 },
  whole: { scaling: 1.25, leaving: 2.25 },
  rating: { scaling: 1.5, leaving: 2.5 },
  setting: { scaling: Number.POSITIVE_INFINITY, leaving: 1.2 },
};
const BELIEVED = { scaling: Number.POSITIVE_INFINITY, leaving: Number.POSITIVE_INFINITY };

/** More on a quantity than its role. */
export type Doubts = Pick<Quantity, 'mayLack' | 'odd'>;

/** What is possible, but met nowhere. */
export const outside = ({ low, high }: Band): Doubts => ({ odd: (value) => value < low || value > high });

/** Quantities and relations in the making. */
export class Group {
  readonly #scene: Scene;
  readonly #quantities = new Map<string, Quantity>();
  readonly #relations: Relation[] = [];

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  get quantities(): readonly Quantity[] {
    return [...this.#quantities.values()];
  }

  get relations(): readonly Relation[] {
    return this.#relations;
  }

  /** Takes part with its value of this reading. Zero takes no part: it says nothing of scales. */
  fresh(name: string, role: Role, doubts: Doubts = {}): boolean {
    const value = this.#scene.fresh.get(name);
    if (value === undefined || value <= 0) return false;
    if (!this.#quantities.has(name)) this.#quantities.set(name, { name, value, ...COSTS[role], ...doubts });
    return true;
  }

  /** The same, or with what is known of it from before, which is not doubted again. */
  any(name: string, role: Role, doubts: Doubts = {}): boolean {
    if (this.fresh(name, role, doubts)) return true;
    const value = this.#scene.known(name);
    if (value === undefined || value <= 0) return false;
    if (!this.#quantities.has(name)) this.#quantities.set(name, { name, value, ...BELIEVED });
    return true;
  }

  /** The same, as something that is not doubted here. */
  anchor(name: string): boolean {
    const value = this.#scene.fresh.get(name) ?? this.#scene.known(name);
    if (value === undefined || value <= 0) return false;
    this.#quantities.set(name, { name, value, ...BELIEVED });
    return true;
  }

  /** A number that takes part. */
  value(name: string): number | undefined {
    return this.#quantities.get(name)?.value;
  }

  /** The product of `above` over that of `below` lies in these bands. Says nothing where one of them takes no part. */
  relate(
    above: readonly string[],
    below: readonly string[],
    bands: { readonly usual: Band; readonly fits: Band },
    more: { readonly times?: number; readonly slight?: Relation['slight'] } = {},
  ): void {
    const all = [...above, ...below].map((name) => this.#quantities.get(name));
    // Of those that were all believed before, none is doubted now.
    if (all.includes(undefined) || all.every((one) => one?.leaving === BELIEVED.leaving)) return;
    const { times = 1, slight } = more;
    this.#relations.push({ above, below, times, ...bands, ...(slight === undefined ? {} : { slight }) });
  }
}
