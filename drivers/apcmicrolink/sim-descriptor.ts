/** Writes the descriptor of a simulated unit from its layout: the grammar of `descriptor.ts`, the other way round. */
import type { Place } from './sim-layout.ts';

const SIZE = 0xfc;
const COLLECTION = 0xfd;
const CHILD = 0xfe;
const END = 0xff;
const BLOCK = 0xf8;
const SKIP = 0xfb;
const USUAL_SIZE = 2;

const number = (digits: string): number => Number.parseInt(digits, 16);

/** The bytes of the descriptor. */
export function describe(places: readonly Place[]): Uint8Array {
  const bytes: number[] = [];
  /** The block and the children that are open, outermost first. */
  let open: readonly string[] = [];
  const enter = (branch: readonly string[]): void => {
    let common = 0;
    while (common < open.length && open[common] === branch[common]) common += 1;
    for (let level = open.length; level > common; level -= 1) bytes.push(END);
    for (const [level, id] of branch.entries()) {
      if (level >= common) bytes.push(level === 0 ? BLOCK : CHILD, number(id));
    }
    open = branch;
  };
  for (const place of places) {
    if ('each' in place) {
      const branch = place.each.split(/[:.]/);
      enter(branch.slice(0, -1));
      bytes.push(COLLECTION, number(branch.at(-1) ?? ''), place.count);
      for (const { usage, size } of place.places) bytes.push(...usageBytes(usage, size));
      bytes.push(END);
    } else {
      const branch = place.path.split(/[:.]/);
      enter(branch.slice(0, -1));
      bytes.push(...usageBytes(number(branch.at(-1) ?? ''), place.size));
    }
  }
  enter([]);
  bytes.push(END);
  return Uint8Array.from(bytes);
}

function usageBytes(usage: number, size: number): readonly number[] {
  if (size !== USUAL_SIZE) return [usage, SIZE, size];
  // Recorded units put something of the value's size behind some usages, to be skipped.
  return usage % 5 === 0 ? [usage, SKIP, 0xff, 0xff] : [usage];
}
