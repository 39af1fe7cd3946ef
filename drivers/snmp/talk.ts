/** What is asked of an agent, and when: everything once, then what is there, in as few messages as can be. */
import type { Identity, Readings, SnmpValue, Talk } from '../driver.ts';
import { ReadingsBuilder } from '../kit/columns.ts';
import {
  type Depth,
  isBelow,
  type LineGroup,
  type OidTable,
  plainOid,
  type Quirk,
  type RawValues,
} from '../kit/oid/oid.ts';
import { knownNumber, rawNumber } from '../kit/oid/read.ts';
import type { LineCell, Memory } from './memory.ts';
import { MOST_LINES, readValues } from './read.ts';
import { say } from '../../src-shared/texts/say.ts';
import { tables } from './tables.ts';

const SYS_DESCR = '1.3.6.1.2.1.1.1.0';
const SYS_OBJECT_ID = '1.3.6.1.2.1.1.2.0';
/** More alarms than this at once are a fault of the agent. */
const MOST_ALARMS = 64;
/** Above this a number of Volt can only be one of tenths. */
const IMPOSSIBLE_VOLTAGE = 1000;

/** The table with this name, or undefined. */
export function tableById(id: string): OidTable | undefined {
  return tables.find((table) => table.id === id);
}

function* get(oids: readonly string[]): Talk<'snmp', RawValues | null> {
  if (oids.length === 0) return new Map();
  const reply = yield { op: 'get', oids };
  return reply.ok ? reply.data : null;
}

/** The tables that this agent may serve, the most promising first. */
function promising(objectId: string, dialect: string | undefined): readonly OidTable[] {
  if (dialect !== undefined) return tables.filter(({ id }) => id === dialect);
  const named = (table: OidTable): boolean => table.sysObjectIds.some((prefix) => isBelow(objectId, prefix));
  return tables.toSorted((left, right) => Number(named(right)) - Number(named(left)));
}

/** Numbers of lines to ask for: as many as the agent says, else as many as there can be. */
function lineNumbers({ count }: LineGroup, values: RawValues): readonly number[] {
  const said = knownNumber(values.get(count));
  const most = said === undefined || said < 0 ? MOST_LINES : Math.min(said, MOST_LINES);
  return Array.from({ length: most }, (_, index) => index + 1);
}

function cellsOf(table: OidTable, values: RawValues, suffix: string): readonly LineCell[] {
  return table.lines.flatMap((group) =>
    lineNumbers(group, values).flatMap((line) =>
      group.columns.map((column) => ({ oid: `${column.oid}.${line}${suffix}`, column, group, line })),
    ),
  );
}

/** The cells of all line tables. iStars agents (recorded: etingof/snmpsim-data, eastpower-istars) add a zero to the index. */
function* readLines(
  table: OidTable,
  values: RawValues,
  odd: ReadingsBuilder,
): Talk<'snmp', { cells: readonly LineCell[]; values: RawValues }> {
  for (const suffix of ['', '.0']) {
    const cells = cellsOf(table, values, suffix);
    const found = yield* getBeside(
      cells.map(({ oid }) => oid),
      table.lines.map(({ phases }) => phases).join(', '),
      odd,
    );
    if (found.size > 0) return { cells: cells.filter(({ oid }) => found.has(oid)), values: found };
  }
  return { cells: [], values: new Map() };
}

/**
 * Where the agent does not count its lines, those on which everything is zero are not there, at the input as at the
 * output. While the first line shows nothing either, there is no telling.
 */
function withoutGhosts(cells: readonly LineCell[], values: RawValues): readonly LineCell[] {
  const alive = (line: number): boolean =>
    cells.some((cell) => {
      const value = cell.line === line ? values.get(cell.oid) : undefined;
      return value !== undefined && (rawNumber(value)?.number ?? 0) > 0;
    });
  return cells.filter(({ group, line }) => values.has(group.count) || line === 1 || alive(line) || !alive(1));
}

function fits({ when }: Quirk, values: RawValues, table: OidTable): boolean {
  const said = (name: 'ups.mfr' | 'ups.model'): string => {
    const oid = table.rows.find((row) => row.name === name)?.oid;
    return String((oid === undefined ? undefined : values.get(oid))?.value ?? '').trim();
  };
  const objectId = plainOid(String(values.get(SYS_OBJECT_ID)?.value ?? ''));
  return (
    (when.sysObjectId === undefined || isBelow(objectId, when.sysObjectId)) &&
    (when.manufacturer === undefined || when.manufacturer.test(said('ups.mfr'))) &&
    (when.model === undefined || when.model.test(said('ups.model')))
  );
}

function tenthsOfVolts(cells: readonly LineCell[], values: RawValues): Record<string, number> {
  const columns = cells.filter(({ oid, column }) => {
    const value = column.volts ? values.get(oid) : undefined;
    const raw = value === undefined ? null : rawNumber(value);
    return raw !== null && !raw.exact && raw.number > IMPOSSIBLE_VOLTAGE && raw.number <= IMPOSSIBLE_VOLTAGE * 10;
  });
  return Object.fromEntries(columns.map(({ column }) => [column.oid, 0.1]));
}

/** Everything that a table can ask for besides its lines. */
function scalars(table: OidTable): readonly string[] {
  return [
    ...table.rows.map(({ oid }) => oid),
    ...table.helpers.map(({ oid }) => oid),
    ...table.lines.map(({ count }) => count),
    ...(table.alarms === undefined ? [] : [table.alarms.count]),
  ];
}

/**
 * Asks for objects beside those that tell who is there: once more where nothing came, and then goes without them. `what`
 * they are is told in Diagnostics.
 */
function* getBeside(oids: readonly string[], what: string, odd: ReadingsBuilder): Talk<'snmp', RawValues> {
  const values = (yield* get(oids)) ?? (yield* get(oids));
  if (values === null) odd.remark(what, say('snmp.unanswered'));
  return values ?? new Map();
}

/** Finds out which table an agent serves, and which of its objects exist. */
export function* identify(dialect: string | undefined): Talk<'snmp', Identity<Memory> | null> {
  const hopes = promising('', dialect);
  const first = yield* get([SYS_DESCR, SYS_OBJECT_ID, ...hopes.flatMap(({ probes }) => probes)]);
  if (first === null) return null;
  const objectId = plainOid(String(first.get(SYS_OBJECT_ID)?.value ?? ''));
  const table = promising(objectId, dialect).find(({ probes }) => probes.some((oid) => first.has(oid)));
  if (table === undefined) return null;

  const odd = new ReadingsBuilder();
  const rest = yield* getBeside(
    scalars(table).filter((oid) => !first.has(oid)),
    table.title,
    odd,
  );
  const known = new Map([...first, ...rest]);
  const lines = yield* readLines(table, known, odd);
  const values = new Map([...known, ...lines.values]);
  const cells = withoutGhosts(lines.cells, values);
  const quirks = table.quirks.filter((quirk) => fits(quirk, values, table));
  const memory: Memory = {
    table: table.id,
    values,
    cells,
    scale: quirks.reduce((all, { scale }) => ({ ...all, ...scale }), tenthsOfVolts(cells, values)),
    useless: quirks.reduce<Record<string, string>>((all, { useless }) => ({ ...all, ...useless }), {}),
  };
  const readings = yield* finish(table, memory, 'once', values, odd);
  return readings === null ? null : { confidence: 'certain', dialect: table.id, memory, ...readings };
}

const ORDER: Readonly<Record<Depth, number>> = { quick: 0, full: 1, once: 2 };

/** What of the table is due at this depth and exists. */
function due(table: OidTable, { values, cells }: Memory, depth: Depth): readonly string[] {
  const wanted = (each: Depth): boolean => ORDER[each] <= ORDER[depth];
  return [
    ...table.rows.filter((row) => wanted(row.depth)).map(({ oid }) => oid),
    ...table.helpers.filter((helper) => wanted(helper.depth)).map(({ oid }) => oid),
    ...(table.alarms === undefined ? [] : [table.alarms.count]),
    ...cells.filter(({ column }) => wanted(column.depth)).map(({ oid }) => oid),
  ].filter((oid) => values.has(oid));
}

/** One message, and another while alarms stand; null where the agent does not answer for anything it used to. */
export function* poll(depth: 'quick' | 'full', memory: Memory): Talk<'snmp', Readings | null> {
  const table = tableById(memory.table);
  if (table === undefined) return null;
  const values = yield* get(due(table, memory, depth));
  if (values === null || values.size === 0) return null;
  return yield* finish(table, memory, depth, values, new ReadingsBuilder());
}

/** The names of the alarms that stand; null where they could not be asked for. */
function* alarms(table: OidTable, values: RawValues): Talk<'snmp', readonly string[] | null> {
  const count = table.alarms === undefined ? undefined : values.get(table.alarms.count);
  if (table.alarms === undefined || count === undefined || !((knownNumber(count) ?? 0) > 0)) return [];
  const reply = yield { op: 'walk', root: table.alarms.column, limit: MOST_ALARMS };
  if (!reply.ok || reply.data.size === 0) return null;
  const names = [...reply.data.values()].map(alarmName);
  return names.every((name) => name !== null) ? names : null;
}

/** Some agents name an alarm by text that looks like an OID; a number names nothing. */
function alarmName({ type, value }: SnmpValue): string | null {
  return type === 'ObjectIdentifier' || type === 'OctetString' ? plainOid(String(value).trim()) : null;
}

/** Reads what came into `into`; null where all of it is what an agent says that does not reach its UPS. */
function* finish(
  table: OidTable,
  memory: Memory,
  depth: Depth,
  values: RawValues,
  into: ReadingsBuilder,
): Talk<'snmp', Readings | null> {
  const standing = yield* alarms(table, values);
  return readValues(table, memory, depth, values, standing, into) ? into.build() : null;
}
