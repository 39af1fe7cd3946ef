/**
 * The one place where quantities are judged by each other: each against its rating, its nominal and its neighbours. What is
 * off by a power of ten is mended where exactly one explains everything, and left out where none or several do.
 */
import type { Group, Scene } from './group.ts';
import { batteryVoltages, loads } from './powers.ts';
import { ratioOf, scaledBy, settle, type Treatment } from './settle.ts';
import { frequencyTreatment, voltages } from './voltages.ts';

/** What was found out of a device's scales, by the name of the variable. */
export interface Scales {
  readonly found: Readonly<Record<string, Treatment>>;
  /** What one reading said of values that change from one moment to the next; believed when the next one says it too. */
  readonly suspected: Readonly<Record<string, Treatment>>;
}

/** Before the first reading. */
export const UNKNOWN_SCALES: Scales = { found: {}, suspected: {} };

/** One value that is not as it came. */
export interface Verdict {
  readonly name: string;
  readonly treatment: Treatment;
  /** The value as it came. */
  readonly came: number;
  /** As it is to be shown; null where it is to be left out. */
  readonly value: number | null;
  /** By what it was judged: names with their values, none where it is what was found out before. */
  readonly beside: ReadonlyMap<string, number>;
}

/** What the judge says of one reading. */
export interface Judgement {
  readonly verdicts: readonly Verdict[];
  /** What this reading tells of the device's scales; to be handed back with the next one. */
  readonly scales: Scales;
}

/**
 * In this order: what is judged by a voltage, and a battery by the rated power, need it mended. Load, current and power may change between the questions
 * for them, so that two readings have to agree before one of them is mended.
 */
const GROUPS: readonly { readonly of: (scene: Scene) => Group; readonly moves?: true }[] = [
  { of: voltages },
  { of: loads, moves: true },
  { of: batteryVoltages },
];

/**
 * Judges one reading. `before` is what was found out earlier, absent where there will be no other reading: one that tells
 * nothing by which a value could be judged is read as the last one was that did.
 */
export function judge(scene: Scene, before?: Scales): Judgement {
  return new Judge(scene, before).run();
}

class Judge {
  readonly #scene: Scene;
  readonly #before: Scales | undefined;
  readonly #came: ReadonlyMap<string, number>;
  /** The values as they are at this point of judging. */
  readonly #fresh: Map<string, number>;
  readonly #verdicts = new Map<string, Omit<Verdict, 'beside'> & { readonly beside: ReadonlySet<string> }>();
  readonly #suspected: Record<string, Treatment>;
  /** Names that are right as they came. */
  readonly #sure = new Set<string>();

  constructor(scene: Scene, before: Scales | undefined) {
    this.#came = scene.fresh;
    this.#fresh = new Map(scene.fresh);
    this.#scene = { ...scene, fresh: this.#fresh };
    this.#before = before;
    this.#suspected = { ...before?.suspected };
  }

  run(): Judgement {
    for (const [name, value] of this.#came) {
      const treatment = frequencyTreatment(name, value, this.#scene);
      if (treatment !== undefined) this.#take(name, treatment, new Set());
    }
    for (const { of, moves } of GROUPS) this.#settle(of, moves === true);
    for (const [name, treatment] of Object.entries(this.#before?.found ?? {})) {
      const open = !this.#sure.has(name) && !this.#verdicts.has(name);
      if (open && treatment !== 0 && this.#came.get(name) !== 0) this.#take(name, treatment, new Set());
    }
    const found: Record<string, Treatment> = { ...this.#before?.found };
    for (const name of this.#sure) {
      found[name] = 0;
      if (!this.#verdicts.has(name)) delete this.#suspected[name];
    }
    for (const { name, treatment } of this.#verdicts.values()) found[name] = treatment;
    return { verdicts: this.#told(), scales: { found, suspected: this.#suspected } };
  }

  /** The verdicts with the values that the others have in the end. */
  #told(): readonly Verdict[] {
    const valueOf = (name: string): number | undefined =>
      this.#fresh.get(name) ?? this.#came.get(name) ?? this.#scene.known(name);
    return [...this.#verdicts.values()].map(({ beside, ...verdict }) => {
      const others = [...beside].map((name) => [name, valueOf(name)] as const);
      return { ...verdict, beside: new Map(others.filter((one): one is [string, number] => one[1] !== undefined)) };
    });
  }

  #settle(groupOf: (scene: Scene) => Group, moves: boolean): void {
    const group = groupOf(this.#scene);
    const settled = settle(group.quantities, group.relations);
    for (const [name, treatment] of settled) {
      this.#take(name, moves ? this.#agreed(name, treatment) : treatment, besides(name, group));
    }
    // What was mended or left out changes what the others are judged by. Neither happens twice to one of them.
    if (settled.size > 0) this.#settle(groupOf, moves);
    else this.#reassure(group);
  }

  /** What two readings say; where this is the first that says so, the value is left out. */
  #agreed(name: string, treatment: Treatment): Treatment {
    if (this.#before === undefined || treatment === 'out') return treatment;
    const agreed = this.#before.suspected[name] === treatment || this.#before.found[name] === treatment;
    this.#suspected[name] = treatment;
    return agreed ? treatment : 'out';
  }

  #take(name: string, treatment: Treatment, beside: ReadonlySet<string>): void {
    const came = this.#came.get(name);
    if (came === undefined) return;
    // What would have to be mended twice is no measure.
    const whole = this.#verdicts.has(name) ? 'out' : treatment;
    const value = whole === 'out' ? null : scaledBy(came, whole);
    this.#verdicts.set(name, { name, treatment: whole, came, value, beside });
    if (value === null) this.#fresh.delete(name);
    else this.#fresh.set(name, value);
  }

  /** Notes which quantities their neighbours say are right, nearer than what was found out of them before would be. */
  #reassure(group: Group): void {
    for (const relation of group.relations) {
      const { above, below } = relation;
      const off = Math.log10(ratioOf(relation, valuesOf(above, group), valuesOf(below, group)));
      for (const name of [...above, ...below]) {
        const earlier = this.#before?.found[name];
        const shift = typeof earlier === 'number' ? earlier : 0;
        if (Math.abs(off) <= Math.abs(above.includes(name) ? off + shift : off - shift)) this.#sure.add(name);
      }
    }
  }
}

/** What a quantity was judged by. */
function besides(name: string, group: Group): ReadonlySet<string> {
  const all = group.relations.map(({ above, below }) => [...above, ...below]).filter((names) => names.includes(name));
  return new Set(all.flat().filter((other) => other !== name));
}

function valuesOf(names: readonly string[], group: Group): readonly number[] {
  return group.quantities.flatMap((quantity) => (names.includes(quantity.name) ? [quantity.value] : []));
}
