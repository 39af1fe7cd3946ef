/** History as CSV (RFC 4180: CRLF, quotes doubled). Text that a spreadsheet would run as a formula is disarmed. */
import { plainSpaces } from '../../../src-shared/nut/index.ts';
import { printable } from '../../../src-shared/printable.ts';
import { stringify } from 'csv-stringify/sync';
import type { DiaryEntry, EngineEvent, Series } from '../../../src-shared/contract/index.ts';

// RFC 4180 has a single CR or LF quoted too; left alone, the library quotes only a pair.
const OPTIONS = { record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ } as const;

/** The same variables in another range, which begins `by` milliseconds earlier. */
export interface EarlierSeries {
  readonly by: number;
  readonly series: readonly Series[];
}

/**
 * One row for each time at which any series has a point; what a series lacks stays empty. Times are ISO 8601, UTC. Those
 * of an earlier range stand in the row of the time that they are compared with.
 */
export function seriesCsv(series: readonly Series[], earlier?: EarlierSeries): string {
  const all = [
    ...series.map((each) => ({ ...each, by: 0 })),
    ...(earlier?.series ?? []).map((each) => ({ ...each, by: earlier?.by ?? 0 })),
  ];
  const rows = new Map<number, (number | '')[]>();
  for (const [index, { points, by }] of all.entries()) {
    for (const [at, min, mean, max] of points) {
      const time = at + by;
      let row = rows.get(time);
      if (row === undefined) {
        row = Array.from({ length: all.length * 3 }, () => '' as const);
        rows.set(time, row);
      }
      row.splice(index * 3, 3, min, mean, max);
    }
  }
  const header = all.flatMap(({ variable, by }) => {
    const name = by === 0 ? variable : `${variable} ${by / 1000} s earlier`;
    return [`${name} minimum`, `${name} mean`, `${name} maximum`];
  });
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
    printableLines(plainSpaces(event.text)),
    event.acknowledged ? 'yes' : 'no',
    Object.entries(event.data)
      .map(([name, value]) => printableLines(`${name}=${value}`))
      .join('; '),
  ]);
  return stringify([header, ...body], OPTIONS);
}

/** One row for each entry of a diary; an end that nobody saw stays empty. */
export function diaryCsv(entries: readonly DiaryEntry[]): string {
  const header = ['begin', 'end', 'kind', 'volts', 'known to seconds'];
  const body = entries.map(({ begin, end, kind, volts, resolution }) => [
    iso(begin),
    end === undefined ? '' : iso(end),
    kind,
    volts ?? '',
    resolution,
  ]);
  return stringify([header, ...body], OPTIONS);
}

/** A file name for a download: parts joined, with nothing in it that a file system could mind. */
export function csvName(...parts: readonly string[]): string {
  return `${parts.map((part) => part.replaceAll(/[^A-Za-z0-9-]+/g, '-')).join('-')}.csv`;
}

/** A cell may have several lines; what a terminal would obey, it may not have. */
function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
