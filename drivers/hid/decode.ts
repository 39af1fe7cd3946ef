/** Reports in, readings out. */
import type { VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { ReadingsBuilder } from '../kit/columns.ts';
import type { HidUnit } from '../kit/hid/unit.ts';
import { isUnset, rawValue } from '../kit/hid/value.ts';
import { type Found, type ReportKey, reportOf } from './resolve.ts';
import type { Known, Quirks } from './scale.ts';
import type { Flag, FoundRow } from './shapes.ts';
import { alarmText, type Flags, raises } from './status.ts';

/** Reports that came, and why others did not. */
export interface Heard {
  readonly data: ReadonlyMap<ReportKey, Uint8Array>;
  readonly missing: ReadonlyMap<ReportKey, string>;
}

/** What decoding needs to know of the device. */
export interface Decoder {
  readonly quirks: Quirks;
  readonly numbers: ReadonlyMap<VarName, number>;
  readonly capacity?: number;
}

const FULL_PERCENT = 100;
/** Units of a charge; with any other, it was left over from the field before. */
const CAPACITIES: ReadonlySet<HidUnit> = new Set<HidUnit>(['As', 'other']);

/**
 * Reads rows into `into`, what others are compared with first. Rows of strings are left out: their number is an index.
 */
export function readRows(rows: readonly FoundRow[], heard: Heard, decoder: Decoder, into: ReadingsBuilder): void {
  const known: Known = (name) => into.number(name) ?? decoder.numbers.get(name);
  const ordered = rows.toSorted((a, b) => Number(isNominal(b)) - Number(isNominal(a)));
  for (const { row, field } of ordered) {
    if (row.reader === 'string') continue;
    const report = heard.data.get(reportOf(field));
    if (report === undefined) {
      into.lack(row.name, heard.missing.get(reportOf(field)) ?? say('hid.notAsked'));
      continue;
    }
    const raw = rawValue(field, report);
    if (raw !== null && row.reader.allOnes !== 'a value' && isUnset(field, raw)) {
      into.lack(row.name, say('reply.allOnes', { raw }));
      continue;
    }
    const scaled = raw === null ? { absent: say('hid.tooShort') } : decoder.quirks.sample(field, raw, known);
    if ('absent' in scaled || scaled.sample === undefined) {
      into.lack(row.name, 'absent' in scaled ? scaled.absent : say('hid.noValue'));
      continue;
    }
    const value = row.reader.read(scaled.sample);
    if ('absent' in value) into.lack(row.name, value.absent);
    else if (row.shareOf === undefined || typeof value.value === 'string') into.report(row.name, value.value);
    else reportShare(row.name, value.value, decoder.capacity, !CAPACITIES.has(scaled.sample.unit), into);
  }
}

/**
 * A share in percent. Where it counts in something else, which its unit or a capacity of more than 100 shows,
 * it is computed; a capacity of less than 100 is that of a worn battery which counts in percent.
 */
function reportShare(
  name: VarName,
  value: number,
  capacity: number | undefined,
  unitless: boolean,
  into: ReadingsBuilder,
): void {
  const percent = unitless ? capacity === undefined || capacity <= FULL_PERCENT : capacity === FULL_PERCENT;
  if (percent) into.report(name, value);
  else if (capacity !== undefined && capacity > 0) into.derive(name, Math.round((value / capacity) * 1000) / 10);
  else into.lack(name, say('hid.noFull'));
}

function isNominal({ row }: FoundRow): boolean {
  return row.name.endsWith('.nominal');
}

/** The flags that these reports tell. */
export function readFlags(found: Found, heard: Heard): Flags {
  const flags = new Map<Flag, boolean>();
  for (const { row, field } of found.flags) {
    const report = heard.data.get(reportOf(field));
    const raw = report === undefined ? null : rawValue(field, report);
    if (raw !== null) flags.set(row.flag, (flags.get(row.flag) ?? false) || raises(raw, row.when));
  }
  return flags;
}

/** Reports the alarms, or that there is none any more. */
export function reportAlarms(flags: Flags, into: ReadingsBuilder): void {
  const alarms = alarmText(flags);
  if (alarms === null) into.lack('ups.alarm', say('hid.noAlarm'));
  else into.report('ups.alarm', alarms);
}
