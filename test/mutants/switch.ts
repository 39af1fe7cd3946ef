/** The switch that the changed sources ask, in the process that runs the tests: which mutant is on, and which were met. */

declare global {
  /** Whether this mutant is on. Asked by instrumented sources only. */
  // A declaration of a global needs the old word.
  // oxlint-disable-next-line no-var
  var mutantSwitch: (id: number) => boolean;
}

/** More often than any test that ends goes through one mutant: it is in a loop that does not end. */
const ENDLESS = 2_000_000;

/** Says that a mutant never lets go. */
class EndlessError extends Error {
  override name = 'EndlessError';
}

let active: number | undefined;
let asked = 0;
let met: Set<number> | undefined;

globalThis.mutantSwitch = (id) => {
  met?.add(id);
  if (id !== active) return false;
  asked += 1;
  if (asked > ENDLESS) throw new EndlessError(`mutant ${id} was asked for ${asked} times`);
  return true;
};

/** Switches one on, and all others off. */
export function switchOn(id: number | undefined): void {
  active = id;
  asked = 0;
}

/** Writes down which are asked for, from now on. */
export function recordInto(set: Set<number> | undefined): void {
  met = set;
}
