/** From raw values to variables, by a table. */
import { screen, type VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { SnmpValue } from '../driver.ts';
import type { ReadingsBuilder } from '../kit/columns.ts';
import type { AlarmMeaning, Depth, LineColumn, LineGroup, OidTable, RawValues } from '../kit/oid/oid.ts';
import { knownNumber, type OidReader } from '../kit/oid/read.ts';
import { measuresNothing } from '../kit/placeholder.ts';
import type { Memory } from './memory.ts';

/** Three-phase power has as many; an agent that counts more does not count lines. */
export const MOST_LINES = 3;

/** One value that was asked for. `base` is the OID by which quirks name it. */
interface Asked {
  readonly oid: string;
  readonly base: string;
  readonly name: VarName;
  readonly read: OidReader;
}

function cellName({ single, phased }: LineColumn, line: number | null): VarName | undefined {
  if (line === null) return single;
  return phased[line - 1];
}

/**
 * The variables that each cell stands for: `input.voltage` on a single line, `input.L1-N.voltage` on several, also
 * where the agent did not answer for all of those that it counts.
 */
function namedCells({ cells, values }: Memory): readonly Asked[] {
  const seen = (group: LineGroup): number =>
    new Set(cells.filter((cell) => cell.group === group).map(({ line }) => line)).size;
  const lines = (group: LineGroup): number => {
    const said = knownNumber(values.get(group.count)) ?? 0;
    return said > MOST_LINES ? seen(group) : Math.max(seen(group), said);
  };
  const named: Asked[] = [];
  for (const { oid, column, group, line } of cells) {
    const name = cellName(column, lines(group) > 1 ? line : null);
    if (name !== undefined) named.push({ oid, base: column.oid, name, read: column.read });
  }
  return named;
}

/** What this poll asked for, and in the identification also what the agent turned out not to have. */
function asked(table: OidTable, memory: Memory, depth: Depth): readonly Asked[] {
  const included = (each: Depth): boolean => depth === 'once' || each === 'quick' || each === depth;
  const rows = table.rows
    .filter((row) => included(row.depth) && (depth === 'once' || memory.values.has(row.oid)))
    .map(({ oid, name, read }) => ({ oid, base: oid, name, read }));
  return [...rows, ...namedCells(memory).filter(({ base }) => included(columnDepth(table, base)))];
}

function columnDepth(table: OidTable, oid: string): Depth {
  for (const { columns } of table.lines) {
    for (const column of columns) if (column.oid === oid) return column.depth;
  }
  return 'full';
}

function readOne(value: SnmpValue | undefined, what: Asked, memory: Memory, into: ReadingsBuilder): void {
  const useless = memory.useless[what.base];
  if (useless !== undefined) into.lack(what.name, useless);
  else if (value === undefined)
    into.lack(what.name, memory.values.has(what.oid) ? say('snmp.gone') : say('snmp.neverThere'));
  else {
    const field = what.read(value, memory.scale[what.base]);
    if ('value' in field) into.report(what.name, field.value);
    else into.lack(what.name, field.absent);
  }
}

/** The numbers of lines, which do not change. */
function readPhases(table: OidTable, memory: Memory, into: ReadingsBuilder): void {
  for (const group of table.lines) {
    const said = knownNumber(memory.values.get(group.count));
    const seen = new Set(memory.cells.filter((cell) => cell.group === group).map(({ line }) => line)).size;
    if (said !== undefined && said >= 0) into.report(group.phases, said);
    else if (seen > 0) into.derive(group.phases, seen);
  }
}

/** The lowest voltage of the first group of lines, which is the input, of those that will be believed. */
function inputVoltage(table: OidTable, { cells, scale, useless }: Memory, values: RawValues): number | undefined {
  const read = cells
    .filter(({ group, column }) => group === table.lines[0] && column.volts && useless[column.oid] === undefined)
    .map(({ oid, column }) => {
      const value = values.get(oid);
      const field = value === undefined ? undefined : column.read(value, scale[column.oid]);
      return field !== undefined && 'value' in field && typeof field.value === 'number' ? field.value : undefined;
    })
    .filter((voltage) => voltage !== undefined && 'input.voltage' in screen({ 'input.voltage': voltage }).vars)
    .filter((voltage) => voltage !== undefined);
  return read.length > 0 ? Math.min(...read) : undefined;
}

/** What the standing alarms mean; an unknown one is shown by its name. */
function meanings(table: OidTable, standing: readonly string[]): readonly AlarmMeaning[] {
  const known = table.alarms?.known ?? {};
  return [...new Set(standing)].map(
    (name) => known[name] ?? known[name.replace(/\.0$/, '')] ?? { text: `Alarm ${name}`, words: [] },
  );
}

function readAlarms(
  standing: readonly string[] | null,
  found: readonly AlarmMeaning[],
  values: RawValues,
  table: OidTable,
  into: ReadingsBuilder,
): boolean {
  if (table.alarms === undefined || knownNumber(values.get(table.alarms.count)) === undefined) return false;
  if (standing === null) {
    into.lack('ups.alarm', say('snmp.alarmsUnnamed'));
    return true;
  }
  if (found.length > 0) into.report('ups.alarm', found.map(({ text }) => text).join(', '));
  return found.some(({ plain }) => plain !== true);
}

/** Several lines have no load of their own name; the busiest line is what overloads first. */
function deriveLoad(into: ReadingsBuilder): void {
  const loads = (['L1', 'L2', 'L3'] as const)
    .map((line) => into.number(`output.${line}.power.percent`))
    .filter((load) => load !== undefined);
  if (loads.length > 0) into.derive('ups.load', Math.max(...loads));
}

/**
 * Reads everything that was asked for into `into`; `standing` are the names of alarms, null when they were not told.
 * False where it is a placeholder: the agent measures zero everywhere, the battery included, and does not say that
 * anything feeds the load. It does not reach its UPS, and nothing of it is a reading.
 */
export function readValues(
  table: OidTable,
  memory: Memory,
  depth: Depth,
  values: RawValues,
  standing: readonly string[] | null,
  into: ReadingsBuilder,
): boolean {
  const questions = asked(table, memory, depth);
  for (const question of questions) readOne(values.get(question.oid), question, memory, into);
  if (depth === 'once') readPhases(table, memory, into);
  deriveLoad(into);

  const found = meanings(table, standing ?? []);
  const facts = {
    raw: values,
    fixed: memory.values,
    alarms: standing,
    alarmWords: found.flatMap(({ words }) => words),
    inputVoltage: inputVoltage(table, memory, values),
  };
  // Before zeros are doubted one by one.
  const hollow = measuresNothing(into.build().vars);
  for (const [name, why] of table.doubts(into.build().vars, facts)) into.lack(name, why);

  const trouble = readAlarms(standing, found, values, table, into);
  const status = table.status(facts);
  if ('words' in status) {
    into.report('ups.status', (trouble ? [...new Set([...status.words, 'ALARM'])] : status.words).join(' '));
    return !hollow || status.words.some((word) => word !== 'OFF');
  }
  into.lack('ups.status', status.absent);
  if (status.all) for (const { name } of questions) into.lack(name, status.absent);
  return !hollow;
}
