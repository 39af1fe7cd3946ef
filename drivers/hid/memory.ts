/** What the driver remembers of a device between conversations. */
import type { VarName } from '../../src-shared/nut/index.ts';
import type { HidDescriptor, HidField } from '../kit/hid/field.ts';
import type { Habits } from './habits.ts';
import type { Finder, Found, ReportKey } from './resolve.ts';
import type { Quirks } from './scale.ts';
import type { Flag, HidTable } from './shapes.ts';

/** Made once, when the device is identified. */
export interface Memory {
  readonly table: HidTable;
  readonly descriptor: HidDescriptor;
  readonly find: Finder;
  readonly quirks: Quirks;
  /** Every place of every variable, and those that are asked. */
  readonly found: Found;
  readonly chosen: Found;
  /** The flags that the device tells when it is asked. */
  readonly flags: ReadonlySet<Flag>;
  /** Reports that the device lists, but does not give. */
  readonly stalled: ReadonlySet<ReportKey>;
  /** Numbers that were read when the device was identified, for quirks that compare. */
  readonly numbers: ReadonlyMap<VarName, number>;
  /** What 100 percent of charge are, where the device counts in something else. */
  readonly capacity?: number;
  readonly habits: Habits;
  /**
   * A value that does not change by itself and is not zero. Where it reads zero like all others, the device answers
   * without knowing anything.
   */
  readonly witness?: HidField;
}
