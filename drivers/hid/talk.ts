/**
 * The questions, and the order in which they are asked. Each report is asked for once in a conversation, however many
 * values are in it.
 *
 *     > get feature 0x07
 *     < 0c 00                   ACPresent, BatteryPresent and the other bits of PresentStatus
 *     > string 4
 *     < 0a 03 50 00 62 00 41 00 63 00        "PbAc", with its length and type before it (USB 2.0, 9.6.7)
 */
import type { VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Identity, PortFacts, Readings, Talk, Unasked } from '../driver.ts';
import { ReadingsBuilder } from '../kit/columns.ts';
import { words } from '../kit/field.ts';
import { parseHidDescriptor } from '../kit/hid/descriptor.ts';
import type { HidField } from '../kit/hid/field.ts';
import { measured, rawValue } from '../kit/hid/value.ts';
import { isPowerDevice, proofOf, tableFor } from './claim.ts';
import { type Heard, readFlags, readRows, reportAlarms } from './decode.ts';
import { readFacts } from './facts.ts';
import { Habits } from './habits.ts';
import type { Memory } from './memory.ts';
import { saysNothing, stringOf, witnessIn } from './answers.ts';
import { chosen, finder, type Found, type ReportKey, reportOf, resolve } from './resolve.ts';
import { Quirks } from './scale.ts';
import type { Flag, FoundRow } from './shapes.ts';
import { contradictory, keptWords, statusAfter, statusText, VITAL } from './status.ts';
import { table as generic } from './tables/generic.ts';
import { tables } from './tables/index.ts';

type Plan = Pick<Memory, 'descriptor' | 'quirks'>;

/** What became of one question. */
type Answered = { readonly data: Uint8Array } | { readonly why: string; readonly fault: 'gone' | 'no' | 'late' };

/** Asks for one report. An answer that is shorter than the descriptor says is none: its values cannot be told apart. */
export function* askReport({ descriptor, quirks }: Plan, field: HidField): Talk<'hid', Answered> {
  const kind = field.kind === 'input' ? 'input' : 'feature';
  const declared = descriptor.length(field.kind, field.report);
  const reply = yield { op: 'get', kind, report: field.report, length: quirks.askFor(declared) };
  if (reply.ok) {
    if (reply.data.length >= declared) return { data: reply.data };
    return { why: say('hid.length', { bytes: reply.data.length, declared }), fault: 'late' };
  }
  if (reply.fault === 'closed') return { why: say('hid.gone'), fault: 'gone' };
  if (reply.fault === 'refused') return { why: say('hid.notGiven'), fault: 'no' };
  return { why: say('hid.silent'), fault: 'late' };
}

/** Asks for the reports of these fields, each once. */
function* askAll(plan: Plan, fields: readonly HidField[], into: MutableHeard): Talk<'hid', void> {
  for (const field of fields) {
    const key = reportOf(field);
    if (into.data.has(key) || into.missing.has(key)) continue;
    if (into.gone) {
      into.missing.set(key, say('hid.gone'));
      continue;
    }
    const answer = yield* askReport(plan, field);
    if ('data' in answer) {
      into.data.set(key, answer.data);
      continue;
    }
    into.missing.set(key, answer.why);
    if (answer.fault === 'gone') into.gone = true;
    else if (answer.fault === 'no') into.refused.add(key);
  }
}

interface MutableHeard extends Heard {
  readonly data: Map<ReportKey, Uint8Array>;
  readonly missing: Map<ReportKey, string>;
  readonly refused: Set<ReportKey>;
  gone: boolean;
}
const nothingHeard = (): MutableHeard => ({ data: new Map(), missing: new Map(), refused: new Set(), gone: false });

const fieldsOf = ({ rows, flags }: Found): readonly HidField[] => [...rows, ...flags].map(({ field }) => field);

/** Finds out whether a device is a UPS, which table fits, and what it says of itself. */
export function* identify(facts: PortFacts['hid'], dialect?: string): Talk<'hid', Identity<Memory> | null> {
  const table = dialect === undefined ? tableFor(facts) : tables.find(({ id }) => id === dialect);
  if (table === undefined) return null;
  const descriptor = parseHidDescriptor(facts.descriptor);
  const certain = isPowerDevice(descriptor);
  if (!certain && table === generic) return null;
  const find = finder(descriptor, table.names);
  const quirks = new Quirks(table, facts);
  const all = resolve(table, find);
  const found: Found = {
    rows: all.rows.filter(({ field }) => !quirks.leaves(field.report)),
    flags: all.flags.filter(({ field }) => !quirks.leaves(field.report)),
  };
  if (found.rows.length + found.flags.length === 0) return null;

  const plan = { descriptor, quirks };
  const heard = nothingHeard();
  // What is not given in one place may be in another; each round leaves fewer places to look.
  for (let asked = -1; asked < heard.data.size + heard.missing.size && !heard.gone; ) {
    asked = heard.data.size + heard.missing.size;
    yield* askAll(plan, fieldsOf(chosen(found, heard.refused)), heard);
  }
  // Nothing but zeros is what a bridge says that does not reach its UPS: no UPS, or not yet.
  if (heard.data.size === 0 || (heard.data.size > 1 && saysNothing(heard.data.values()))) return null;
  const capacity = yield* capacityOf(plan, found, find, heard);

  const into = new ReadingsBuilder();
  readFacts(facts, into);
  const stalled = leftAlone(found, heard);
  const places = chosen(found, stalled);
  const decoder = { quirks, numbers: new Map<VarName, number>(), ...(capacity === undefined ? {} : { capacity }) };
  for (const { row, field } of found.rows) {
    const why = heard.missing.get(reportOf(field));
    if (why !== undefined && !into.has(row.name)) into.lack(row.name, why);
  }
  readRows(places.rows, heard, decoder, into);
  const flags = new Set(places.flags.map(({ row }) => row.flag));
  readStatus({ flags, chosen: places }, heard, into);
  yield* readStrings(places.rows, heard, quirks, into);
  for (const [key, why] of heard.missing) into.remark(`report ${key}`, why);
  const readings = into.build();
  const numbers = new Map(
    places.rows.flatMap(({ row }): [VarName, number][] => {
      const value = into.number(row.name);
      return value === undefined ? [] : [[row.name, value]];
    }),
  );
  const witness = witnessIn(places.rows, heard);
  const memory: Memory = {
    table,
    descriptor,
    find,
    quirks,
    found,
    chosen: places,
    flags,
    stalled,
    numbers,
    ...(capacity === undefined ? {} : { capacity }),
    habits: new Habits(descriptor, places, heard.data),
    ...(witness === undefined ? {} : { witness }),
  };
  return {
    confidence: certain ? 'certain' : 'likely',
    dialect: table.id,
    proof: proofOf(table, facts),
    memory,
    ...readings,
  };
}

/** Reports that will not be asked for again. One that came late is left alone only where nothing vital is in it. */
function leftAlone(found: Found, heard: MutableHeard): ReadonlySet<ReportKey> {
  const vital = new Set([
    ...found.flags.filter(({ row }) => VITAL.has(row.flag)).map(({ field }) => reportOf(field)),
    ...found.rows.filter(({ row }) => row.depth === 'quick').map(({ field }) => reportOf(field)),
  ]);
  const late = heard.gone ? [] : [...heard.missing.keys()].filter((key) => !vital.has(key));
  return new Set([...heard.refused, ...late]);
}

/** What a full battery holds, in the unit in which the charge is counted. */
function* capacityOf(
  plan: Plan,
  found: Found,
  find: Memory['find'],
  heard: MutableHeard,
): Talk<'hid', number | undefined> {
  const shareOf = found.rows.find(({ row }) => row.shareOf !== undefined)?.row.shareOf ?? [];
  for (const field of shareOf.flatMap(find).filter(({ kind }) => kind === 'feature')) {
    yield* askAll(plan, [field], heard);
    const report = heard.data.get(reportOf(field));
    const raw = report === undefined ? null : rawValue(field, report);
    const value = raw === null ? null : measured(field, raw);
    if (value !== null && 'value' in value) return value.value;
  }
  return undefined;
}

/** Reads strings whose index the device tells; what the port knows already is not asked for. */
function* readStrings(
  rows: readonly FoundRow[],
  heard: Heard,
  quirks: Quirks,
  into: ReadingsBuilder,
): Talk<'hid', void> {
  for (const { row, field } of rows) {
    const report = heard.data.get(reportOf(field));
    const index = report === undefined ? null : rawValue(field, report);
    if (row.reader !== 'string' || index === null) continue;
    // The general table has what USB says anyway; a maker's own table means something more exact.
    if (into.has(row.name) && generic.rows.includes(row)) continue;
    const known = quirks.sample(field, index, () => undefined);
    if ('absent' in known || index < 1 || index > 0xff) {
      into.lack(row.name, 'absent' in known ? known.absent : say('hid.noString'));
      continue;
    }
    const reply = yield { op: 'string', index };
    const text = reply.ok ? stringOf(reply.data) : null;
    const read = text === null ? { absent: say('hid.stringNotGiven') } : words(text);
    if ('value' in read) into.report(row.name, read.value);
    else into.lack(row.name, read.absent);
  }
}

function readStatus(memory: Pick<Memory, 'flags' | 'chosen'>, heard: Heard, into: ReadingsBuilder): void {
  if (memory.flags.size === 0) {
    into.lack('ups.status', say('hid.noStatusReport'));
    return;
  }
  const told = readFlags(memory.chosen, heard);
  const status = statusText(told, memory.flags);
  if (status === null) into.lack('ups.status', say('hid.noStatus'));
  else {
    into.report('ups.status', status);
    reportAlarms(told, into);
  }
}

/**
 * Whether the answers, with what it tells unasked, are placeholders. Each zero could be true (off, empty, no mains), so the device is asked for what
 * cannot be zero before an outage is begun, or ended, by them.
 */
function* isPlaceholder(memory: Memory, reports: readonly (Uint8Array | undefined)[]): Talk<'hid', boolean> {
  if (memory.witness === undefined || !saysNothing(reports)) return false;
  const witness = nothingHeard();
  yield* askAll(memory, [memory.witness], witness);
  return witness.data.size > 0 && saysNothing(witness.data.values());
}

/** Reads what changes; quickly, what protection needs. What need not be asked is taken as it is known. */
export function* poll(depth: 'quick' | 'full', memory: Memory): Talk<'hid', Readings | null> {
  const { chosen: places, flags, habits } = memory;
  const round = habits.round(depth);
  const heard = nothingHeard();
  yield* askAll(memory, round.ask, heard);
  if (heard.data.size === 0) return null;
  // What it tells unasked stands beside what it answers; what it answered long ago does not.
  const told = round.known.map((each) => each()).flatMap(([key, data]) => (key.startsWith('input ') ? [data] : []));
  if (yield* isPlaceholder(memory, [...heard.data.values(), ...told])) return null;
  habits.learn(heard.data);
  const asked = new Set(heard.data.keys());
  for (const [key, data] of round.known.map((each) => each())) if (data !== undefined) heard.data.set(key, data);
  const here = <F extends { readonly field: HidField }>(list: readonly F[]): readonly F[] =>
    list.map((each) => ({ ...each, field: round.place(each.field) }));
  const rows = here(
    places.rows.filter(({ row }) => row.depth === 'quick' || (depth === 'full' && row.depth === 'full')),
  );
  const into = new ReadingsBuilder();
  readRows(rows, heard, memory, into);
  const found = { rows, flags: here(places.flags) };
  readStatus({ flags, chosen: found }, heard, into);
  return { ...into.build(), kept: keptOf(found, heard, asked, flags) };
}

/** What was taken as it was known: it is not observed again by being handed out again. */
function keptOf(
  { rows, flags: places }: Found,
  heard: Heard,
  asked: ReadonlySet<ReportKey>,
  all: ReadonlySet<Flag>,
): NonNullable<Readings['kept']> {
  const now = new Set(places.filter(({ field }) => asked.has(reportOf(field))).map(({ row }) => row.flag));
  return {
    vars: rows.filter(({ field }) => !asked.has(reportOf(field))).map(({ row }) => row.name),
    words: keptWords(readFlags({ rows: [], flags: places }, heard), now, all),
  };
}

/** What an input report tells, on top of what was known. */
export function overheard({ report, data }: Unasked['hid'], memory: Memory, before: Readings['vars']): Readings {
  const into = new ReadingsBuilder();
  const key: ReportKey = `input ${report}`;
  if (data.length < memory.descriptor.length('input', report)) return into.build();
  const heard: Heard = { data: new Map([[key, data]]), missing: new Map() };
  const here = <F extends { readonly field: HidField }>(list: readonly F[]): readonly F[] =>
    list.filter(({ field }) => reportOf(field) === key);
  const told = readFlags({ rows: [], flags: here(memory.found.flags) }, heard);
  if (contradictory(told)) return { vars: {}, doubt: say('hid.contradictory', { report: report.toString(16) }) };
  memory.habits.hear(key, data);
  // A variable that the device reports in several places is taken from the place that is asked, or its like.
  const seen = new Set<VarName>();
  const rows = here(memory.found.rows).filter(({ row }) => !seen.has(row.name) && seen.add(row.name));
  readRows(rows, heard, memory, into);
  const all = new Set([...memory.flags, ...told.keys()]);
  if (told.size > 0) {
    const status = statusAfter(statusIn(before), told, all);
    if (status !== null) into.report('ups.status', status);
  }
  return { ...into.build(), kept: { vars: [], words: keptWords(told, new Set(told.keys()), all) } };
}

function statusIn(vars: Readings['vars']): string | undefined {
  const status = vars['ups.status'];
  return typeof status === 'string' ? status : undefined;
}
