/**
 * From samples, events and outages to what mains did.
 *
 * Bounds: a sag is a voltage below 90 % of nominal and a swell one above 110 %, as in IEEE 1159-2019 (table 2) and
 * EN 50160:2010 (3.2, 3.4, voltage dip and swell). Both count from half a cycle or 10 ms on; a UPS is read every few
 * seconds, so a short one is seen only when a reading happens to fall into it.
 */
import type { DiaryEntry, EngineEvent, EventKind, Outage, Series } from '../../../src-shared/contract/index.ts';

/** Shares of the nominal voltage: below, above, and where a sag becomes an interruption (IEEE 1159: 10 %). */
export const LOW = 0.9;
export const HIGH = 1.1;
const INTERRUPTION = 0.1;

/** Points of one width, in milliseconds; what each says holds for the whole of its width. */
export interface Piece {
  readonly width: number;
  readonly points: Series['points'];
}

/** Volts. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Nominal voltages of public mains, phase to neutral or phase to phase in North America (IEC 60038, tables 1 and 3). */
const NOMINALS = [100, 110, 115, 120, 127, 200, 208, 220, 230, 240] as const;
/** Below this, mains was away or nearly so. Volts. */
const PRESENT = 50;
/** Readings further away than this from what the UPS calls nominal say that the setting is wrong. Share. */
const BELIEVED = 0.2;

/** The nominal voltage: what the UPS reports unless its readings deny it, else the one nearest to what is usual. */
export function nominalOf(
  reported: number | undefined,
  pieces: readonly Piece[],
): { readonly volts: number; readonly source: 'reported' | 'inferred' } | undefined {
  const usual = usualOf(pieces);
  if (usual === undefined) return undefined;
  if (reported !== undefined && Math.abs(usual - reported) <= reported * BELIEVED) {
    return { volts: reported, source: 'reported' };
  }
  const [nearest] = NOMINALS.toSorted((a, b) => Math.abs(a - usual) - Math.abs(b - usual));
  return nearest === undefined ? undefined : { volts: nearest, source: 'inferred' };
}

/** Points that are looked at for what is usual: enough of them, from all of the time. */
const LOOKED_AT = 5000;

function usualOf(pieces: readonly Piece[]): number | undefined {
  const total = pieces.reduce((sum, { points }) => sum + points.length, 0);
  const every = Math.max(1, Math.floor(total / LOOKED_AT));
  const values = pieces.flatMap(({ points }) =>
    points.flatMap(([, , mean], index) => (index % every === 0 && mean > PRESENT ? [mean] : [])),
  );
  return values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)];
}

/** Sags and swells: points beyond a bound, those that follow on each other joined. */
export function voltageEntries(pieces: readonly Piece[], nominal: number, { low, high }: Bounds): DiaryEntry[] {
  const interruption = nominal * INTERRUPTION;
  const sags = runs(pieces, ([, min]) => (min < low && min >= interruption ? min : undefined), Math.min);
  const swells = runs(pieces, ([, , , max]) => (max > high ? max : undefined), Math.max);
  return [
    ...sags.map((run) => ({ kind: 'sag' as const, ...run })),
    ...swells.map((run) => ({ kind: 'swell' as const, ...run })),
  ];
}

type Run = Pick<DiaryEntry, 'begin' | 'end' | 'resolution' | 'volts'>;

/** Readings so far apart are still one after the other: what lasts over two of them lasted in between. Milliseconds. */
export const HELD = 60_000;

function runs(
  pieces: readonly Piece[],
  beyond: (point: Series['points'][number]) => number | undefined,
  worse: (a: number, b: number) => number,
): Run[] {
  const found: { begin: number; end: number; resolution: number; volts: number }[] = [];
  let open: (typeof found)[number] | undefined;
  let before: number | undefined;
  for (const { width, points } of pieces) {
    for (const point of points) {
      const [begin] = point;
      // What is read seldom is known no better than to the time since it was last read.
      const since = before === undefined ? width : begin - before;
      const follows = since <= Math.max(width * 1.5, HELD);
      before = begin;
      const volts = beyond(point);
      const resolution = Math.max(width, follows ? since : width) / 1000;
      if (volts === undefined) open = undefined;
      else if (open === undefined || !follows) {
        open = { begin, end: begin + width, resolution, volts };
        found.push(open);
      } else {
        open.end = begin + width;
        open.volts = worse(open.volts, volts);
        open.resolution = Math.max(open.resolution, resolution);
      }
    }
  }
  return found;
}

const ENDS: Readonly<Partial<Record<EventKind, 'boost' | 'trim'>>> = {
  'boost-cleared': 'boost',
  'trim-cleared': 'trim',
};

/** Events that say when the voltage regulator worked, and when nobody could have seen it stop. */
export const REGULATOR_EVENTS: readonly EventKind[] = [
  'boost',
  'boost-cleared',
  'trim',
  'trim-cleared',
  'engine-started',
];

/** Boosts and trims, from events of one device in order. A start of Mainstay hides the end of what ran before it. */
export function regulatorEntries(events: readonly EngineEvent[]): DiaryEntry[] {
  const done: DiaryEntry[] = [];
  const open = new Map<'boost' | 'trim', DiaryEntry>();
  const close = (kind: 'boost' | 'trim', end: number | undefined): void => {
    const entry = open.get(kind);
    if (entry === undefined) return;
    open.delete(kind);
    done.push(end === undefined ? entry : { ...entry, end });
  };
  for (const { kind, time, data } of events) {
    if (kind === 'engine-started') {
      close('boost', undefined);
      close('trim', undefined);
    } else if (kind === 'boost' || kind === 'trim') {
      const volts = data['input.voltage'];
      if (open.has(kind)) continue;
      open.set(kind, { kind, begin: time, resolution: 0, ...(typeof volts === 'number' ? { volts } : {}) });
    } else {
      const ended = ENDS[kind];
      if (ended !== undefined) close(ended, time);
    }
  }
  return [...done, ...open.values()];
}

/** Transfers to battery: the outages on record, in which self-tests do not count. */
export function outageEntries(outages: readonly Outage[]): DiaryEntry[] {
  return outages.map(({ id, begin, end }) => ({
    kind: 'battery',
    begin,
    resolution: 0,
    outage: id,
    ...(end === undefined ? {} : { end }),
  }));
}
