import * as fc from 'fast-check';

const STEPS = 1_000_000;

/** Numbers spread evenly over the range; `fc.double` spreads over exponents, so that nearly all of its numbers are tiny. */
export function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: STEPS }).map((step) => min + ((max - min) * step) / STEPS);
}
