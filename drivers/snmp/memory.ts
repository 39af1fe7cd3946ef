/** What the driver remembers of an agent between conversations. */
import type { LineColumn, LineGroup, RawValues } from '../kit/oid/oid.ts';

/** One cell of a table of lines. */
export interface LineCell {
  readonly oid: string;
  readonly column: LineColumn;
  readonly group: LineGroup;
  /** From 1. */
  readonly line: number;
}

/** One agent. */
export interface Memory {
  readonly table: string;
  /** Every OID that it answered, with what it answered then. */
  readonly values: RawValues;
  readonly cells: readonly LineCell[];
  /** Units that differ from the MIB's, by OID. */
  readonly scale: Readonly<Record<string, number>>;
  /** OIDs whose values mean nothing, and why. */
  readonly useless: Readonly<Record<string, string>>;
}
