/** How lines are set, as drivers name it. */
import type { Fingerprint } from '../../../../drivers/driver.ts';

/** How a line is set. */
export type Line = Extract<Fingerprint, { serial: unknown }>['serial'];

/** Line settings of most serial UPSes, for drivers that name none. */
const USUAL_LINE: Line = { baud: 2400 };

/** The lines on which a driver's devices are found. */
export function linesOf(found: readonly Fingerprint[]): readonly Line[] {
  const lines = found.flatMap((fingerprint) => ('serial' in fingerprint ? [fingerprint.serial] : []));
  return lines.length === 0 ? [USUAL_LINE] : lines;
}

/** The first of them. */
export function lineOf(found: readonly Fingerprint[]): Line {
  const [line = USUAL_LINE] = linesOf(found);
  return line;
}
