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

/** A number of this reading or, where it is not in it, of before; 0 where nothing tells it. */
export const told = ({ fresh, known }: Scene, name: string): number => fresh.get(name) ?? known(name) ?? 0;

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
  /** By name. Nothing has none. */
  readonly #quantities = new Map<string | undefined, Quantity>();
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
    return this.#add(name, this.#scene.fresh.get(name), { ...COSTS[role], ...doubts });
  }

  /** The same, or with what is known of it from before, which is not doubted again. */
  any(name: string, role: Role, doubts: Doubts = {}): boolean {
    return this.fresh(name, role, doubts) || this.#add(name, this.#scene.known(name), BELIEVED);
  }

  /** The same, as something that is not doubted here. */
  anchor(name: string): boolean {
    return this.#add(name, told(this.#scene, name), BELIEVED);
  }

  #add(name: string, value: number | undefined, costs: Omit<Quantity, 'name' | 'value'>): boolean {
    if (value === undefined || value <= 0) return false;
    this.#quantities.set(name, { name, value, ...costs });
    return true;
  }

  /** The product of `above` over that of `below` lies in these bands. Says nothing where one of them takes no part. */
  relate(
    above: readonly (string | undefined)[],
    below: readonly (string | undefined)[],
    bands: { readonly usual: Band; readonly fits: Band },
    more: { readonly times?: number; readonly slight?: Relation['slight'] } = {},
  ): void {
    const [high, low] = [this.#among(above), this.#among(below)];
    if (high.length < above.length || low.length < below.length) return;
    // Of those that were all believed before, none is doubted now.
    if ([...high, ...low].every(({ leaving }) => leaving === BELIEVED.leaving)) return;
    const { times = 1, slight } = more;
    const names = { above: high.map(({ name }) => name), below: low.map(({ name }) => name) };
    this.#relations.push({ ...names, times, ...bands, ...(slight === undefined ? {} : { slight }) });
  }

  #among(names: readonly (string | undefined)[]): readonly Quantity[] {
    return names.flatMap((name) => this.#quantities.get(name) ?? []);
  }
}
