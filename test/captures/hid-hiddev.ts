/**
 * Dumps of Linux's hiddev (apcupsd, examples/hid-ups): values by usage, without the descriptor. What is left of it (the
 * physical collection, the unit's name) is enough to build one in which each usage is where that collection says.
 */
import { pathOf, USAGES } from '../../drivers/kit/hid/usages.ts';
import type { HidFieldSpec } from '../../drivers/kit/hid/write.ts';
import { table as apc } from '../../drivers/hid/tables/apc.ts';

/** One value of a dump. */
export interface Dumped {
  readonly kind: 'input' | 'feature';
  readonly report: number;
  /** Usages below the application collection, as tables write them. */
  readonly path: string;
  readonly raw: number;
  readonly unit: string;
}

/** Names that apcupsd writes in its own way. */
const SPELLED: Readonly<Record<string, string>> = {
  ManufactureDate: 'ManufacturerDate',
  APCForceShutdown: 'APCDelayBeforeReboot',
};
/** Bits that devices of this maker keep in PresentStatus. */
const BITS =
  /^(?:Charging|Discharging|ACPresent|BatteryPresent|BelowRemainingCapacityLimit|ShutdownRequested|ShutdownImminent|RemainingTimeLimitExpired|CommunicationLost|NeedReplacement|Overload|VoltageNotRegulated)$/;

const REPORT = /^(Input|Feature)Report (\d+)/;
const PLACE = /phys (\S+)/;
const VALUE = /^\s*Usage \d+, (\[?[\w/]+\]?) = (-?\d+)\s*(.*)$/;
const UNITS: readonly (readonly [RegExp, number, number])[] = [
  [/^CentiVolts/, 0x00f0d121, 5],
  [/^DeciVolts/, 0x00f0d121, 6],
  [/^Volts/, 0x00f0d121, 7],
  [/^Seconds/, 0x1001, 0],
  [/^Degrees K with -1/, 0x00010001, -1],
  [/^Degrees K/, 0x00010001, 0],
];

/** The values of a dump whose usage has a name, each place once. */
export function parseDump(text: string): readonly Dumped[] {
  const values = new Map<string, Dumped>();
  let [kind, report, place]: ['input' | 'feature', number, string] = ['input', 0, '---'];
  for (const line of text.split(/\r?\n/)) {
    const [, direction, id] = REPORT.exec(line) ?? [];
    if (direction !== undefined) [kind, report] = [direction === 'Input' ? 'input' : 'feature', Number(id)];
    place = PLACE.exec(line)?.[1] ?? place;
    const [, usage = '', raw, unit = ''] = VALUE.exec(line) ?? [];
    if (raw === undefined) continue;
    const leaf = SPELLED[usage] ?? usage;
    if (apc.names[leaf] === undefined && USAGES[leaf] === undefined) continue;
    const collection = place === '---' ? 'PowerSummary' : place.replaceAll(/[[\]]/g, '');
    // A bit without a physical collection stands in a logical one; where there is one, the bit stands right in it.
    const path = place === '---' && BITS.test(leaf) ? `PowerSummary.PresentStatus.${leaf}` : `${collection}.${leaf}`;
    values.set(`${kind} ${report} ${path}`, { kind, report, path, raw: Number(raw), unit: unit.trim() });
  }
  return [...values.values()];
}

/** The values as fields of 32 bits, each kind of report in the order of the dump. */
export function specsOf(values: readonly Dumped[]): readonly HidFieldSpec[] {
  return values.map(({ kind, report, path, raw, unit }) => {
    const [, code = 0, exponent = 0] = UNITS.find(([name]) => name.test(unit)) ?? [];
    return {
      path: [{ usage: USAGES['UPS'] ?? 0 }, ...pathOf(path, apc.names)],
      report,
      kinds: [kind],
      size: 32,
      logical: { min: raw < 0 ? -(2 ** 31) : 0, max: 2 ** 31 - 1 },
      unit: code,
      exponent,
      constant: true,
    };
  });
}
