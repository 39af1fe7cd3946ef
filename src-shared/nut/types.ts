/** The shapes of the vocabulary tables. */

/** Units as people read them. */
export type Unit = 'V' | 'A' | 'Hz' | '%' | 'W' | 'VA' | 'Wh' | '°C' | '°' | 's' | 'min' | 'Ah' | 'RPM' | 'dBm';

/** One row of the variable table. */
export interface VariableInfo {
  /** `boolean` values are text as NUT writes them: yes or no, on or off, enabled or disabled. */
  readonly type: 'number' | 'string' | 'status' | 'date' | 'boolean';
  /** Absent for text and for numbers without a dimension (counts, factors). */
  readonly unit?: Unit;
  /** What people see. Rows of numbered things begin with the thing's noun, so that its number can follow it. */
  readonly label: string;
  readonly description: string;
  /** Outside of this range a number is impossible and becomes "not reported". */
  readonly min?: number;
  readonly max?: number;
  /** Numbers that devices send to say "I do not know". */
  readonly sentinels?: readonly number[];
  /**
   * Values that stand for a word, by the value in lower case: -1 of a timer is "Not running", `enabled` of the beeper
   * is "On". They are shown so; numbers among them are never measured.
   */
  readonly words?: Readonly<Record<string, string>>;
}

/** What a command may do to the load. */
export type Danger =
  /** Nothing that anyone would notice at the load. */
  | 'none'
  /** The UPS changes its mode (a test, a bypass); the load should stay powered. */
  | 'disturbs'
  /** The load loses power, now or after a delay. */
  | 'drops-load';

/** One row of the command table. */
export interface CommandInfo {
  readonly label: string;
  readonly description: string;
  readonly danger: Danger;
  /** The sentence that a confirmation shows; present where `danger` is not `none`. */
  readonly effect?: string;
}

/** One row of the status table. */
export interface StatusInfo {
  readonly label: string;
  readonly description: string;
  /** How it is shown; never by colour alone. */
  readonly tone: 'good' | 'info' | 'warning' | 'critical';
}
