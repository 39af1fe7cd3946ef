/** Identifying a device, and following its stream. */
import type { Identity, Readings, Talk } from '../driver.ts';
import { type Memory, mayStream, next, start } from './link.ts';
import { measuresNothing } from '../kit/placeholder.ts';
import { readAll, type Wanted } from './read.ts';
import { PATHS } from './table.ts';

/** The dialect that keeps to the fixed page table, whatever the device says of itself. */
export const TABLE = 'table';

/** How a device is laid out, as people see it. */
function dialectOf({ pages, map }: Memory): string {
  return map.from === 'table' ? TABLE : `width ${pages.header.width}`;
}

/** Reads all pages, answers the challenge, and says what stands there. */
export function* identify(dialect?: string): Talk<'stream', Identity<Memory> | null> {
  const memory = yield* start(dialect === TABLE);
  const readings = memory === null ? null : reading(memory);
  if (memory === null || readings === null) return null;
  return { confidence: 'certain', dialect: dialectOf(memory), memory, ...readings };
}

/**
 * Follows the stream once around. The device repeats what changes and leaves out what does not: a round without a
 * fault confirms everything that is known. Null where nothing came, or another device did.
 */
export function* poll(depth: 'quick' | 'full', memory: Memory): Talk<'stream', Readings | null> {
  const round = memory.walkDue || !mayStream(memory) ? 'silent' : yield* follow(memory);
  if (round === 'closed') return null;
  if (round !== 'silent')
    return reading(memory, {
      ...(round.smooth ? { heard: round.fresh } : { fresh: round.fresh }),
      extras: depth === 'full',
    });
  // It has fallen silent, or has to say everything once more: from the beginning.
  const anew = yield* start(memory.table);
  if (anew === null || !sameUps(anew, memory)) return null;
  Object.assign(memory, anew);
  return reading(memory);
}

/** What the pages say; null where they hold zeros for all that is measured, and nothing that feeds the load. */
function reading(memory: Memory, wanted?: Wanted): Readings | null {
  const readings = readAll(memory, wanted);
  return readings.vars['ups.status'] === undefined && measuresNothing(readings.vars) ? null : readings;
}

interface Round {
  readonly fresh: ReadonlySet<number>;
  /** Nothing was lost on the way. */
  readonly smooth: boolean;
}

/** Once around, up to the page that says whether mains is there: so its news are never older than one answer. */
function* follow(memory: Memory): Talk<'stream', Round | 'silent' | 'closed'> {
  const { pages, map, cycle } = memory;
  const { header } = pages;
  const usage = map.usages.get(PATHS.status);
  const last = usage === undefined ? undefined : pages.pagesOf(usage).at(-1);
  const fresh = new Set<number>();
  let smooth = true;
  let around = false;
  for (let turn = 0; turn < 2 * header.count; turn += 1) {
    const came = yield* next(header);
    if (typeof came === 'string') return came;
    const { id } = came.page;
    smooth &&= came.smooth;
    around ||= fresh.has(id);
    pages.take(came.page);
    fresh.add(id);
    const whole = around || (cycle.size > 0 && [...cycle].every((each) => fresh.has(each)));
    if (whole && (last === undefined || id === last || !fresh.has(last))) break;
  }
  memory.cycle = fresh;
  return { fresh, smooth };
}

/** Behind the same port there is still the same UPS. */
function sameUps(one: Memory, other: Memory): boolean {
  return one.pages.header.series === other.pages.header.series && serialOf(one) === serialOf(other);
}

function serialOf({ pages, map }: Memory): string {
  const usage = map.usages.get(PATHS.serial);
  return String(usage === undefined ? '' : pages.bytes(usage));
}
