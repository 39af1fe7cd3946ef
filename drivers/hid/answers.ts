/** What whole answers say, before anything in them is read. */
import type { HidField } from '../kit/hid/field.ts';
import { rawValue } from '../kit/hid/value.ts';
import type { Heard } from './decode.ts';
import { reportOf } from './resolve.ts';
import type { FoundRow } from './shapes.ts';

/** Whether every report that came holds zeros only. */
export function saysNothing(reports: Iterable<Uint8Array | undefined>): boolean {
  return [...reports].every((report) => report === undefined || report.every((byte) => byte === 0));
}

/** A rating, a limit or the like, which the device does not change by itself and does not tell as zero. */
export function witnessIn(rows: readonly FoundRow[], { data }: Heard): HidField | undefined {
  return rows.find(({ row, field }) => {
    const report =
      row.depth === 'once' || row.settable || row.name.endsWith('.nominal') ? data.get(reportOf(field)) : undefined;
    return report !== undefined && (rawValue(field, report) ?? 0) !== 0;
  })?.field;
}

/** The text of a string descriptor (USB 2.0, 9.6.7); null where it is not whole. */
export function stringOf(data: Uint8Array): string | null {
  const length = data[0] ?? 0;
  if (length < 2 || length % 2 !== 0 || length > data.length || data[1] !== 3) return null;
  let text = '';
  for (let at = 2; at < length; at += 2) text += String.fromCharCode((data[at] ?? 0) | ((data[at + 1] ?? 0) << 8));
  // Firmware ends or fills strings with NUL.
  return text.replace(/\0.*$/s, '');
}
