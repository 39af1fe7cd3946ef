/** From a table and a descriptor to the fields that this device has: which variable is where. */
import type { HidDescriptor, HidField, HidKind, PathNode } from '../kit/hid/field.ts';
import { pathOf, type UsageNames } from '../kit/hid/usages.ts';
import { timer } from './readers.ts';
import { row as rowOf } from './rows.ts';
import type { DelaySet, FoundFlag, FoundRow, HidTable } from './shapes.ts';

/** A report by its direction and id, as text. */
export type ReportKey = `${HidKind} ${number}`;

/** The report that a field is in. */
export function reportOf({ kind, report }: Pick<HidField, 'kind' | 'report'>): ReportKey {
  return `${kind} ${report}`;
}

/** Finds the fields of a path. */
export type Finder = (path: string) => readonly HidField[];

function without(path: readonly PathNode[]): string {
  return path.map(({ usage }) => usage.toString(16)).join('.');
}

/** A step without a number is one that the device does not number. */
function same(left: readonly PathNode[], right: readonly PathNode[]): boolean {
  return left.every(({ index }, place) => index === right[place]?.index);
}

/** Paths are few and texts of tables, so each is taken apart once. */
const taken = new WeakMap<UsageNames, Map<string, readonly PathNode[]>>();

function nodesOf(text: string, names: UsageNames): readonly PathNode[] {
  const known = taken.get(names) ?? new Map<string, readonly PathNode[]>();
  taken.set(names, known);
  const path = known.get(text) ?? pathOf(text, names);
  known.set(text, path);
  return path;
}

/** Finds fields by path; the application collection does not count. Feature reports come before input reports. */
export function finder({ fields }: HidDescriptor, names: UsageNames): Finder {
  const byUsages = new Map<string, HidField[]>();
  for (const field of fields) {
    const key = without(inner(field));
    const list = byUsages.get(key);
    if (list === undefined) byUsages.set(key, [field]);
    else list.push(field);
  }
  const order: readonly HidKind[] = ['feature', 'input', 'output'];
  return (text) => {
    const [plain = '', maximum] = text.split('@');
    const path = nodesOf(plain, names);
    const found = (byUsages.get(without(path)) ?? []).filter(
      (field) => same(path, inner(field)) && (maximum === undefined || field.logical.max === Number(maximum)),
    );
    return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  };
}

function inner({ path }: HidField): readonly PathNode[] {
  return path.slice(path.length > 1 ? 1 : 0);
}

/** Everything that a table knows of a device, readable fields only. */
export interface Found {
  /** For each variable its possible places, the best first. */
  readonly rows: readonly FoundRow[];
  readonly flags: readonly FoundFlag[];
}

/** Applies a table to a descriptor. */
export function resolve(table: HidTable, find: Finder): Found {
  const readable = (path: string): readonly HidField[] => find(path).filter(({ kind }) => kind !== 'output');
  const rows = [...table.rows, ...timers(delaysOf(table, find))];
  return {
    rows: rows.flatMap((each) =>
      each.paths
        .flatMap(readable)
        .filter((field) => holds(field, each.reader))
        .map((field) => ({ row: each, field })),
    ),
    flags: table.flags.flatMap((each) => each.paths.flatMap(readable).map((field) => ({ row: each, field }))),
  };
}

/** Whether a field is wide enough for every word: some devices have a bit of the same name (09d6:0001). */
function holds({ size }: HidField, reader: FoundRow['row']['reader']): boolean {
  if (reader === 'string' || reader.choices === undefined) return true;
  return reader.choices.every((word) => (reader.write(word) ?? 0) < 2 ** size);
}

/** The fields by which this device turns its output off and on. */
export function delaysOf(table: HidTable, find: Finder): DelaySet | undefined {
  const has = (path: string | undefined): boolean => path !== undefined && find(path).length > 0;
  return table.delays.find(({ off }) => has(off)) ?? table.delays.find(({ on, reboot }) => has(on) || has(reboot));
}

/** The same fields tell how long is left. */
function timers(delays: DelaySet | undefined): FoundRow['row'][] {
  if (delays === undefined) return [];
  const { off, on, reboot, offCode, onCode } = delays;
  return [
    ...(off === undefined || offCode?.readsElse === true
      ? []
      : [rowOf('ups.timer.shutdown', off, { reader: timer(offCode) })]),
    ...(on === undefined || onCode?.readsElse === true
      ? []
      : [rowOf('ups.timer.start', on, { reader: timer(onCode) })]),
    ...(reboot === undefined ? [] : [rowOf('ups.timer.reboot', reboot, { reader: timer() })]),
  ];
}

/** What is asked for: of each variable and flag row the first place whose report the device gives. */
export function chosen(found: Found, stalled: ReadonlySet<ReportKey>): Found {
  const seen = new Set<unknown>();
  const first = <F extends FoundRow | FoundFlag>(list: readonly F[], key: (each: F) => unknown): readonly F[] =>
    list.filter((each) => {
      if (stalled.has(reportOf(each.field)) || seen.has(key(each))) return false;
      seen.add(key(each));
      return true;
    });
  return { rows: first(found.rows, ({ row }) => row.name), flags: first(found.flags, ({ row }) => row) };
}
