/** What a table of the HID driver is made of. Tables are data; `resolve.ts` and `talk.ts` interpret them. */
import type { CommandName, Value, VarName } from '../../src-shared/nut/index.ts';
import type { Proof } from '../driver.ts';
import type { Field } from '../kit/field.ts';
import type { HidField } from '../kit/hid/field.ts';
import type { HidUnit } from '../kit/hid/unit.ts';
import type { UsageNames } from '../kit/hid/usages.ts';

/** `quick`: protection needs it. `full`: it changes. `once`: it does not change while the device is plugged in. */
export type Depth = 'quick' | 'full' | 'once';

/** One value as it came: its bits, and scaled by descriptor and quirks. */
export interface Sample {
  readonly raw: number;
  readonly value: number;
  readonly unit: HidUnit;
}

/** Which of a sample's two numbers a reader takes, and how it is read and written. */
export interface Reader {
  readonly of: 'raw' | 'value';
  read(sample: Sample): Field;
  /** The number, raw or scaled as `of` says, that stands for a value; null where none does. */
  write(value: Value): number | null;
  /** A number with all bits set says something here; anywhere else it is none (`kit/all-ones.ts`). */
  readonly allOnes?: 'a value';
  /** All values that there are. */
  readonly choices?: readonly string[];
}

/**
 * Where a variable is found: the first path that the device has. `Usage@18` at the end of a path is a field whose logical
 * maximum is 18, where that tells one coding from another.
 */
export interface Row {
  readonly name: VarName;
  readonly paths: readonly string[];
  /** `string`: the value is the index of a string descriptor. */
  readonly reader: Reader | 'string';
  readonly depth: Depth;
  readonly settable: boolean;
  /** A share of this capacity, where the device counts in something else than percent. */
  readonly shareOf?: readonly string[];
}

/** What the device can say of its state. */
export type Flag =
  | 'online'
  | 'onBattery'
  | 'charging'
  | 'discharging'
  | 'low'
  | 'timeLimit'
  | 'imminent'
  | 'replace'
  | 'noBattery'
  | 'full'
  | 'overload'
  | 'boost'
  | 'trim'
  | 'bypass'
  | 'eco'
  | 'off'
  | 'test'
  | 'calibration'
  | 'fault'
  | 'overheat'
  | 'fan'
  | 'charger'
  | 'batteryVoltage'
  | 'lostInside'
  | 'shortCircuit'
  | 'wiring'
  | 'emergency';

/** When a field raises its flag. */
export type FlagTest =
  | 'set'
  | 'clear'
  /** The bits under the mask are exactly these. */
  | { readonly mask: number; readonly equals: number }
  /** The value is one of these; `otherwise` is what stands there normally. */
  | { readonly oneOf: readonly number[]; readonly otherwise?: number };

/** Where a flag is found: the first path that the device has. Rows of the same flag add up. */
export interface FlagRow {
  readonly flag: Flag;
  readonly paths: readonly string[];
  readonly when: FlagTest;
}

/** How a delay is put into a field that does not simply hold seconds. */
export interface DelayCode {
  /** The bits for so many seconds; `back` when the output shall return with mains. Null where they cannot be told. */
  encode(seconds: number, back: boolean): number | null;
  /** Seconds that bits stand for, or -1 for no timer. */
  decode(raw: number): number;
  /** Whether these bits let the output return; absent where another field tells that. */
  back?(raw: number): boolean;
  /** The bits that stop a shutdown, where there are any. */
  readonly stop?: number;
  /** What is read is not the time that is left. */
  readonly readsElse?: boolean;
}

/** The fields by which one part of a UPS is turned off and on; the first set whose `off` the device has is used. */
export interface DelaySet {
  readonly off?: string;
  readonly on?: string;
  readonly reboot?: string;
  readonly offCode?: DelayCode;
  readonly onCode?: DelayCode;
}

/** An instant command that writes one number. */
export interface ActionRow {
  readonly name: CommandName;
  readonly paths: readonly string[];
  readonly raw: number;
}

/** Devices, by what USB says of them. Texts are compared by their beginning, without regard to case. */
export interface DeviceMatch {
  readonly vendor: number;
  readonly products?: readonly number[];
  readonly manufacturer?: string;
  readonly productName?: string;
}

/** How a device breaks the rules, and where that was found. */
export interface Quirk {
  /** Absent: every device of the table. */
  readonly devices?: readonly DeviceMatch[];
  /** The report of the bug. */
  readonly because: string;
  readonly does: /** The value of fields whose path ends so is the raw one times this ... */
    | { readonly field: string; readonly rawTimes: number; readonly when?: QuirkCondition }
    /** ... or the scaled one times this. */
    | { readonly field: string; readonly times: number; readonly when?: QuirkCondition }
    /** Values of such fields mean nothing, always or where they equal `raw`. */
    | { readonly field: string; readonly ignore: 'always' | { readonly raw: number } }
    /** Values beyond this are this. */
    | { readonly field: string; readonly most: number }
    /** Reports that must not be asked for. */
    | { readonly leave: readonly number[] }
    /** The device overflows a request for what it declares; it is asked for more. */
    | { readonly askFor: number };
}

/**
 * A mend holds only where the scaled value is below or above something, or so many times another variable. Without that
 * variable, `aboveTimes` does not hold and `belowTimes` and `farFrom` do.
 */
export interface QuirkCondition {
  readonly below?: number;
  readonly above?: number;
  readonly aboveTimes?: { readonly factor: number; readonly name: VarName };
  readonly belowTimes?: { readonly factor: number; readonly name: VarName };
  /** The value is less than half or more than twice as much as this, so that it can be no measure of the same thing. */
  readonly farFrom?: VarName;
}

/** One dialect. */
export interface HidTable {
  /** The name by which it can be forced. */
  readonly id: string;
  readonly title: string;
  readonly sources: readonly string[];
  readonly devices: readonly DeviceMatch[];
  /** What the table stands on. With `derived`, its devices are shown as unverified. */
  readonly proof: Proof;
  /** Devices of a proven table to which none of the proof applies. */
  readonly unproven?: readonly DeviceMatch[];
  /** The vendor's own usages. */
  readonly names: UsageNames;
  readonly rows: readonly Row[];
  readonly flags: readonly FlagRow[];
  readonly delays: readonly DelaySet[];
  readonly actions: readonly ActionRow[];
  readonly quirks: readonly Quirk[];
}

/** A variable that the device has, and where. */
export interface FoundRow {
  readonly row: Row;
  readonly field: HidField;
}

/** A flag that the device has, and where. */
export interface FoundFlag {
  readonly row: FlagRow;
  readonly field: HidField;
}
