/** History as CSV (RFC 4180: CRLF, quotes doubled). Text that a spreadsheet would run as a formula is disarmed. */
import { stringify } from 'csv-stringify/sync';
import type { EngineEvent, Series } from '../../../src-shared/contract/index.ts';

// RFC 4180 has a single CR or LF quoted too; left alone, the library quotes only a pair.
const OPTIONS = { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ } as const;

/** One row for each time at which any series has a point; what a series lacks stays empty. Times are ISO 8601, UTC. */
export function seriesCsv(series: readonly Series[]): string {
  const rows = new Map<number, (number | '')[]>();
  for (const [index, { points }] of series.entries()) {
    for (const [time, min, mean, max] of points) {
      let row = rows.get(time);
      if (row === undefined) {
        row = Array.from({ length: series.length * 3 }, () => '' as const);
        rows.set(time, row);
      }
      row.splice(index * 3, 3, min, mean, max);
    }
  }
  const header = series.flatMap(({ variable }) => [`${variable} minimum`, `${variable} mean`, `${variable} maximum`]);
  const body = [...rows].toSorted(([a], [b]) => a - b).map(([time, row]) => [iso(time), ...row]);
  return stringify([['time', ...header], ...body], OPTIONS);
}

/** One row for each event, oldest last, as they are given. */
export function eventCsv(events: readonly EngineEvent[]): string {
  const header = ['time', 'device', 'kind', 'severity', 'text', 'acknowledged', 'data'];
  const body = events.map((event) => [
    iso(event.time),
    event.device ?? '',
    event.kind,
    event.severity,
    event.text,
    event.acknowledged ? 'yes' : 'no',
    Object.entries(event.data)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  ]);
  return stringify([header, ...body], OPTIONS);
}

/** A file name for a download: parts joined, with nothing in it that a file system could mind. */
export function csvName(...parts: readonly string[]): string {
  return `${parts.map((part) => part.replaceAll(/[^A-Za-z0-9-]+/g, '-')).join('-')}.csv`;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
