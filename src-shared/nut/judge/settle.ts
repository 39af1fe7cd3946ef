/**
 * Quantities of one device that must go together, and which of them are off where they do not. Firmware that is wrong is
 * mostly wrong by a power of ten: tenths told as whole ones, an exponent that was forgotten. So every quantity may be
 * right, off by a power of ten, or no measure at all; the explanation that costs the least is taken, and where several
 * cost the same, none is: what they disagree about is left out.
 */

/** Both ends are part of it. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** One number and what it costs to doubt it. */
export interface Quantity {
  readonly name: string;
  /** Above zero: nothing can be told of a zero, and powers of ten do not change it. */
  readonly value: number;
  /** What it costs to say that it is off by a power of ten; infinite where that must not be said. */
  readonly scaling: number;
  /** What it costs to say that it means nothing; infinite for what was believed before. */
  readonly leaving: number;
  /** Whether it can be this power of ten that is missing, which makes it `mended`; left out, any. */
  readonly mayLack?: (power: number, mended: number) => boolean;
  /** A value that is possible, but that nobody has at home. It adds to the cost. */
  readonly odd?: (value: number) => boolean;
}

/** Quantities whose product, divided by that of others, is never far from a known number. */
export interface Relation {
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** What the lower product is multiplied by, so that the ratio is about one. */
  readonly times: number;
  /** Where the ratio is of values that are as they came. Wide: devices round, average and mean different things. */
  readonly usual: Band;
  /** Where it has to be before a power of ten is believed. At most a power of ten wide, so that only one can fit. */
  readonly fits: Band;
  /** Whether the values are too small to say anything of each other, as they came. */
  readonly slight?: (above: readonly number[], below: readonly number[]) => boolean;
}

/** The power of ten that a value must be multiplied by, 0 where it is right; `out` where it means nothing. */
export type Treatment = number | 'out';

/** Ten to the seventh is what an exponent of a HID unit can be off by (HID 1.11, 6.2.2.7). */
const MOST_POWERS = 7;
/** No quantity of a UPS that was mended is outside of this, whatever its unit. */
const SENSIBLE: Band = { low: 0.01, high: 100_000 };
const ODDITY = 1;

const within = (value: number, { low, high }: Band): boolean => value >= low && value <= high;

/** A value times a power of ten, without the tail of binary fractions. */
export function scaledBy(value: number, power: number): number {
  return Number((value * 10 ** power).toPrecision(12));
}

/** All of them multiplied. */
export const product = (values: readonly number[]): number => values.reduce((all, value) => all * value, 1);

/** The ratio of a relation. */
export function ratioOf({ times }: Relation, above: readonly number[], below: readonly number[]): number {
  return product(above) / (product(below) * times);
}

function holds(relation: Relation, above: readonly Chosen[], below: readonly Chosen[]): boolean {
  const all = [...above, ...below];
  if (all.some(({ treatment }) => treatment === 'out')) return true;
  const asTheyCame = all.every(({ treatment }) => treatment === 0);
  const [high, low] = [above.map(({ value }) => value), below.map(({ value }) => value)];
  if (asTheyCame && relation.slight?.(high, low) === true) return true;
  return within(ratioOf(relation, high, low), asTheyCame ? relation.usual : relation.fits);
}

/** What may be made of a quantity, and its value then. */
interface Chosen {
  readonly treatment: Treatment;
  readonly value: number;
}

interface Treated extends Chosen {
  readonly quantity: Quantity;
  readonly cost: number;
}

/** Everything that can be said of one quantity, the cheapest first. */
function treatments(quantity: Quantity): readonly Treated[] {
  const { value, scaling, leaving, mayLack, odd } = quantity;
  const oddity = (now: number): number => (odd?.(now) === true ? ODDITY : 0);
  const all: Treated[] = [{ quantity, treatment: 0, value, cost: oddity(value) }];
  for (let power = -MOST_POWERS; power <= MOST_POWERS; power += 1) {
    const now = scaledBy(value, power);
    if (power === 0 || !within(now, SENSIBLE) || mayLack?.(power, now) === false) continue;
    all.push({ quantity, treatment: power, value: now, cost: scaling + oddity(now) });
  }
  all.push({ quantity, treatment: 'out', value, cost: leaving });
  return all.filter(({ cost }) => Number.isFinite(cost)).toSorted((one, other) => one.cost - other.cost);
}

const namesOf = ({ above, below }: Relation): readonly string[] => [...above, ...below];

/** The quantities that hang together with broken relations. */
function connected(broken: readonly Relation[], relations: readonly Relation[]): ReadonlySet<string> {
  const names = new Set(broken.flatMap(namesOf));
  // What is added is gone through as well.
  for (const name of names) {
    for (const its of relations.map(namesOf)) if (its.includes(name)) for (const each of its) names.add(each);
  }
  return names;
}

class Search {
  readonly #options: readonly (readonly Treated[])[];
  readonly #relations: readonly Relation[];
  readonly #chosen = new Map<string, Treated>();
  #best = Number.POSITIVE_INFINITY;
  #found: ReadonlyMap<string, Treatment>[] = [];

  constructor(quantities: readonly Quantity[], relations: readonly Relation[]) {
    this.#options = quantities.map(treatments);
    this.#relations = relations;
  }

  /** The cheapest explanations. There is always one: all may be left out that is not believed already. */
  run(): readonly ReadonlyMap<string, Treatment>[] {
    this.#try(0, 0);
    return this.#found;
  }

  #try(index: number, cost: number): void {
    const options = this.#options[index];
    if (options === undefined) {
      if (cost < this.#best) this.#found = [];
      this.#best = cost;
      this.#found.push(new Map([...this.#chosen].map(([name, { treatment }]) => [name, treatment])));
      return;
    }
    for (const option of options) {
      if (cost + option.cost > this.#best) break;
      this.#chosen.set(option.quantity.name, option);
      if (this.#possible(option.quantity.name)) this.#try(index + 1, cost + option.cost);
      this.#chosen.delete(option.quantity.name);
    }
  }

  /** Whether all relations of this quantity hold with those that were chosen before it. */
  #possible(name: string): boolean {
    return this.#relations.every((relation) => {
      if (!namesOf(relation).includes(name)) return true;
      const above = this.#all(relation.above);
      const below = this.#all(relation.below);
      return above === null || below === null || holds(relation, above, below);
    });
  }

  /** What was chosen for these; null while one is open. */
  #all(names: readonly string[]): readonly Treated[] | null {
    const chosen = names.map((name) => this.#chosen.get(name)).filter((each) => each !== undefined);
    return chosen.length === names.length ? chosen : null;
  }
}

/**
 * What is to be done to each quantity so that all relations hold. Names that are not in it are right, or nothing is known
 * that they could be judged by.
 */
export function settle(
  quantities: readonly Quantity[],
  relations: readonly Relation[],
): ReadonlyMap<string, Treatment> {
  const asTheyCame = (names: readonly string[]): readonly Chosen[] =>
    quantities.filter(({ name }) => names.includes(name)).map(({ value }) => ({ treatment: 0, value }));
  const broken = relations.filter((each) => !holds(each, asTheyCame(each.above), asTheyCame(each.below)));
  const names = connected(broken, relations);
  const doubted = quantities.filter(({ name }) => names.has(name));
  const [first, ...others] = new Search(doubted, relations).run();
  const settled = new Map<string, Treatment>();
  for (const [name, treatment] of first ?? []) {
    if (others.some((each) => each.get(name) !== treatment)) settled.set(name, 'out');
    else if (treatment !== 0) settled.set(name, treatment);
  }
  return settled;
}
