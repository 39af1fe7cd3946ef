/**
 * Dates of eight characters. Devices write them by month or by day first, depending on the country (apcsmart.txt, "m"),
 * and nothing says which; what tells is a date whose month or day cannot be one, or the week in the serial number.
 */

/** How a device writes its dates. */
export type DateOrder = 'month-first' | 'day-first';

const DATE = /^(\d\d)\/(\d\d)\/(\d\d)$/;
/** Two letters for the factory, two digits for the year, two for the week: WS9643050926. */
const SERIAL = /^[A-Z]{1,2}(\d\d)(\d\d)\d/;
/** Two-digit years from here on are of the last century; the protocol began about then. */
const CENTURY_BREAK = 80;
const DAY = 86_400_000;

/** In which order a device writes, judged by the date of its manufacture; undefined where nothing tells. */
export function dateOrder(manufactured: string | undefined, serial: string | undefined): DateOrder | undefined {
  const possible = (['month-first', 'day-first'] as const).filter(
    (order) => manufactured !== undefined && isoDate(manufactured, order) !== undefined,
  );
  if (possible.length === 1) return possible[0];
  const [, year, week] = SERIAL.exec(serial ?? '') ?? [];
  if (year === undefined || week === undefined) return undefined;
  const fitting = possible.filter((order) => {
    const iso = isoDate(manufactured ?? '', order) ?? '';
    return iso.slice(2, 4) === year && Math.abs(weekOf(iso) - Number(week)) <= 1;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A device's date as ISO 8601; undefined where it is none in this order. */
export function isoDate(text: string, order: DateOrder): string | undefined {
  const [, first = '', second = '', year = ''] = DATE.exec(text.trim()) ?? [];
  const [month, day] = order === 'month-first' ? [first, second] : [second, first];
  const iso = `${Number(year) < CENTURY_BREAK ? '20' : '19'}${year}-${month}-${day}`;
  return isDate(iso) ? iso : undefined;
}

/** An ISO date as the device writes it; undefined where it is none, or of another century than the device can say. */
export function deviceDate(iso: string, order: DateOrder): string | undefined {
  const [, year = '', month = '', day = ''] = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const text = order === 'month-first' ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
  return isoDate(text, order) === iso ? text : undefined;
}

function isDate(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

function weekOf(iso: string): number {
  const date = Date.parse(`${iso}T00:00:00Z`);
  return Math.ceil((date - Date.UTC(Number(iso.slice(0, 4)), 0, 1)) / DAY / 7 + 1 / 7);
}
