/**
 * OID tables: one MIB as data. A row says which OID holds which variable, how it is read and how often. What this file
 * names is the shape of such a table; `drivers/snmp` talks to agents by it.
 */
import type { CommandName, StatusWord, VarName, Vars } from '../../../src-shared/nut/index.ts';
import type { UpsModel } from '../../../src-shared/ups-model/index.ts';
import type { Command, Setting, Simulator, SnmpValue } from '../../driver.ts';
import type { OidReader } from './read.ts';

/** How often an OID is asked for: once at identification, in every full poll, in every poll. */
export type Depth = 'once' | 'full' | 'quick';

/** One scalar and its variable. */
export interface OidRow {
  /** With the instance, as `1.3.6.1.2.1.33.1.2.4.0`. */
  readonly oid: string;
  readonly name: VarName;
  readonly depth: Depth;
  readonly read: OidReader;
}

/** One column of a table with a row for each line (phase). */
export interface LineColumn {
  /** Without the instance. */
  readonly oid: string;
  /** The variable where there is one line, and those where there are more. */
  readonly single: VarName;
  readonly phased: readonly [VarName, VarName, VarName];
  readonly depth: Depth;
  readonly read: OidReader;
  /** Whole Volt in the MIB: an agent that counts tenths gives itself away by impossible values. */
  readonly volts?: true;
}

/** A table with a row for each line. */
export interface LineGroup {
  /** Holds the number of lines. */
  readonly count: string;
  readonly phases: VarName;
  readonly columns: readonly LineColumn[];
}

/** A table that holds a row for each condition that lasts. */
export interface AlarmTable {
  /** Holds how many rows there are. */
  readonly count: string;
  /** The column that names the condition. */
  readonly column: string;
  /** What each name means. */
  readonly known: Readonly<Record<string, AlarmMeaning>>;
}

/** What one alarm means. */
export interface AlarmMeaning {
  readonly text: string;
  readonly words: readonly StatusWord[];
  /** Says what the UPS is doing, or what other words say already, rather than that something else is wrong. */
  readonly plain?: true;
}

/** Raw values by OID; an OID that the agent does not have is missing. */
export type RawValues = ReadonlyMap<string, SnmpValue>;

/** What agents of a kind do differently, and where that is known from. */
export interface Quirk {
  /** All that are given must fit. */
  readonly when: {
    /** The beginning of sysObjectID, in whole numbers. */
    readonly sysObjectId?: string;
    readonly manufacturer?: RegExp;
    readonly model?: RegExp;
  };
  /** Units by OID (of a scalar with its instance, of a column without). */
  readonly scale?: Readonly<Record<string, number>>;
  /** OIDs whose values mean nothing, and why. */
  readonly useless?: Readonly<Record<string, string>>;
  readonly source: string;
}

/** What a table can work out of the raw values once all its rows are read. */
export interface StatusFacts {
  /** Values of this conversation. */
  readonly raw: RawValues;
  /** Values of the identification, for what does not change. */
  readonly fixed: RawValues;
  /** Names of the alarms that stand; null where the agent has some but does not name them. */
  readonly alarms: readonly string[] | null;
  /** Words that they stand for. */
  readonly alarmWords: readonly StatusWord[];
  /** The lowest input voltage that was read, in Volt. */
  readonly inputVoltage: number | undefined;
}

/** The words of `ups.status`, or why there are none; `all` when no other value can be trusted either. */
export type StatusResult =
  | { readonly words: readonly StatusWord[] }
  | { readonly absent: string; readonly all: boolean };

/** One MIB. */
export interface OidTable {
  /** The name by which it can be forced. */
  readonly id: string;
  readonly title: string;
  readonly sources: readonly string[];
  /** Beginnings of sysObjectID that promise this table. */
  readonly sysObjectIds: readonly string[];
  /** Instances of which at least one exists wherever this table is served. */
  readonly probes: readonly string[];
  /** Tables are tried in this order; what a maker's own MIB says goes before what all makers have in common. */
  readonly rank: number;
  readonly rows: readonly OidRow[];
  readonly lines: readonly LineGroup[];
  /** Read for `status`, `withdraw` and commands, without a variable of their own. */
  readonly helpers: readonly { readonly oid: string; readonly depth: Depth }[];
  readonly alarms?: AlarmTable;
  readonly quirks: readonly Quirk[];
  status(facts: StatusFacts): StatusResult;
  /** Of the variables read, those that the others prove to be untrue, with the reason. */
  doubts(vars: Vars, facts: StatusFacts): ReadonlyMap<VarName, string>;
  /** What an agent that has these OIDs can be told. */
  commands(has: (oid: string) => boolean): { readonly [C in CommandName]?: Command<'snmp'> };
  settings(has: (oid: string) => boolean): { readonly [V in VarName]?: Setting<'snmp'> };
  simulate(ups: UpsModel): Simulator['snmp'];
}

/** Whether `oid` is `prefix` or lies below it. */
export function isBelow(oid: string, prefix: string): boolean {
  return oid === prefix || oid.startsWith(`${prefix}.`);
}

/** An OID without the leading dot that some agents and files write. */
export function plainOid(oid: string): string {
  return oid.replace(/^\.+/, '');
}

/** Orders OIDs as agents do: number by number. */
export function compareOids(left: string, right: string): number {
  const a = left.split('.');
  const b = right.split('.');
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = Number(a[index]) - Number(b[index]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
