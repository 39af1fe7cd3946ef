/** Holding what we read against what a peer read, and telling agreements from explained and unexplained differences. */
import type { Value } from '../../src-shared/nut/index.ts';

/** One variable that both report, in one state of the simulated UPS. */
export interface Comparison {
  readonly peer: string;
  readonly scenario: string;
  readonly variable: string;
  readonly ours: Value;
  readonly theirs: string;
}

/** Why a difference is right as it is. Data, kept in `explained.ts` and its like; each has to be needed. */
export interface Explanation {
  readonly peers: readonly string[];
  readonly variable: string;
  /** Whether it accounts for exactly this difference. */
  readonly accountsFor: (comparison: Comparison) => boolean;
  readonly why: string;
}

/** How one comparison came out. */
export interface Verdict extends Comparison {
  readonly outcome: 'agree' | 'explained' | 'differ';
  readonly why?: string;
}

/** Half of the last digit that a peer prints: it rounds there. */
function resolutionOf(printed: string): number {
  const decimals = /\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Words of a status in a fixed order. */
export function wordsOf(status: Value): string {
  return String(status)
    .split(' ')
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** The same value, as far as the peer's print shows it. */
export function agrees({ variable, ours, theirs }: Comparison): boolean {
  if (variable === 'ups.status') return wordsOf(ours) === wordsOf(theirs);
  if (typeof ours !== 'number') return ours === theirs;
  const number = Number(theirs);
  return theirs.trim() !== '' && Math.abs(ours - number) <= resolutionOf(theirs) + 1e-9;
}

/** Collects comparisons over a whole run, and the explanations that were needed. */
export class Agreement {
  readonly verdicts: Verdict[] = [];
  readonly #explanations: readonly Explanation[];
  readonly #needed = new Set<Explanation>();

  constructor(explanations: readonly Explanation[]) {
    this.#explanations = explanations;
  }

  /** Compares every variable that both report, and returns how many those were. */
  compare(
    peer: string,
    scenario: string,
    ours: ReadonlyMap<string, Value>,
    theirs: ReadonlyMap<string, string>,
  ): number {
    let shared = 0;
    for (const [variable, value] of ours) {
      const printed = theirs.get(variable);
      if (printed === undefined) continue;
      shared += 1;
      this.verdicts.push(this.#judge({ peer, scenario, variable, ours: value, theirs: printed }));
    }
    return shared;
  }

  #judge(comparison: Comparison): Verdict {
    if (agrees(comparison)) return { ...comparison, outcome: 'agree' };
    const explanation = this.#explanations.find(
      ({ peers, variable, accountsFor }) =>
        peers.includes(comparison.peer) && variable === comparison.variable && accountsFor(comparison),
    );
    if (explanation === undefined) return { ...comparison, outcome: 'differ' };
    this.#needed.add(explanation);
    return { ...comparison, outcome: 'explained', why: explanation.why };
  }

  /** Differences that nothing accounts for, one a line. */
  unexplained(): readonly string[] {
    return this.verdicts
      .filter(({ outcome }) => outcome === 'differ')
      .map((each) => `${each.peer}, ${each.scenario}: ${each.variable} is ${each.ours} here and ${each.theirs} there`);
  }

  /** Explanations that explained nothing: the difference is gone, so they have to go too. */
  idle(): readonly string[] {
    return this.#explanations
      .filter((each) => !this.#needed.has(each))
      .map(({ variable, why }) => `${variable}: ${why}`);
  }

  /** The table: how many agreed in each scenario, and every difference with its reason. */
  report(title: string): string {
    const rows = [...grouped(this.verdicts, ({ peer, scenario }) => `${peer} · ${scenario}`)].map(([key, each]) => {
      const count = (outcome: Verdict['outcome']) => String(each.filter((one) => one.outcome === outcome).length);
      return [
        key.padEnd(48),
        count('agree').padStart(6),
        count('explained').padStart(10),
        count('differ').padStart(7),
      ].join('');
    });
    const reasons = [
      ...grouped(this.verdicts, ({ why, variable, peer }) =>
        why === undefined ? '' : `${variable} (${peer}): ${why}`,
      ),
    ]
      .filter(([reason]) => reason !== '')
      .map(
        ([reason, each]) =>
          `  ${reason}\n      e.g. here "${each[0]?.ours}", there "${each[0]?.theirs}" (${each.length} times)`,
      );
    return [
      `\n${title}: ${this.verdicts.length} comparisons`,
      `${'peer · scenario'.padEnd(48)} agree explained differ`,
      ...rows,
      ...(reasons.length > 0 ? ['explained differences:', ...reasons] : []),
      '',
    ].join('\n');
  }
}
