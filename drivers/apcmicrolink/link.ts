/** Keeping the stream going: reset, first walk over all pages, the challenge, and then whatever the device repeats. */
import type { Reply, Talk } from '../driver.ts';
import { answerTo } from './challenge.ts';
import { BACK, HEADER_REPLY, headerOf, INIT, NEXT, type Page, pageOf, pageReply, writeFrame } from './frame.ts';
import type { Header } from './header.ts';
import { findMap, type PageMap, Pages } from './pages.ts';
import { PATHS } from './table.ts';
import { hasBit, unsigned } from './value.ts';

/** How the challenge was met. */
export type Authentication = 'accepted' | 'not required' | 'not accepted' | 'not answerable';

/**
 * What the stream has told. Unlike a device that is asked, this one decides what it says and says unchanged things
 * once; so what it said is kept here from conversation to conversation, and the conversations add to it.
 */
export interface Memory {
  pages: Pages;
  map: PageMap;
  authentication: Authentication;
  /** The pages that the device repeats; empty until it has done so once. */
  cycle: ReadonlySet<number>;
  /** Something was written that the repeated pages may not show: walk over all of them again. */
  walkDue: boolean;
  /** The page table was asked for. */
  readonly table: boolean;
}

/** What came of a step. */
export type Step<T> = T | 'silent' | 'closed';

/** A page of 35 bytes takes 37 ms; devices answer within a few. Milliseconds. */
const PATIENCE = 300;
/** After a reset devices take longer; one that was busy gets a second of rest first (apcups-serial-test). */
const RESET_PATIENCE = 500;
const REST = 1000;
/** A device that does not know our answer says nothing at all. */
const AUTHENTICATION_PATIENCE = 500;
/** Pages that may come between a write and the page that shows it. */
const UNRELATED = 4;
const WALKS = 2;

/** How a reset is tried: the bytes, and the rest before them. */
const RESETS = [
  { bytes: [BACK, INIT], rest: 0 },
  { bytes: [INIT], rest: REST },
  { bytes: [BACK, INIT], rest: 0 },
] as const;

/** What arrived, whole or not. */
function bytesOfReply(reply: Reply<'stream'>): Uint8Array {
  return (reply.ok ? reply.data : reply.partial) ?? new Uint8Array(0);
}

/** Brings the device back to page 0, wherever another program has left it. */
function* reset(): Talk<'stream', Step<Header>> {
  for (const { bytes, rest } of RESETS) {
    if (rest > 0) yield { op: 'pause', ms: rest };
    const reply = yield {
      op: 'exchange',
      send: Uint8Array.from(bytes),
      reply: HEADER_REPLY,
      timeoutMs: RESET_PATIENCE,
      once: true,
    };
    if (!reply.ok && reply.fault === 'closed') return 'closed';
    const header = headerOf(bytesOfReply(reply));
    if (header !== null) return header;
  }
  return 'silent';
}

/** One page for whatever is sent; `silent` where no sound one comes. */
function* say({ width, count }: Header, bytes: Uint8Array, timeoutMs = PATIENCE): Talk<'stream', Step<Page>> {
  const reply = yield { op: 'exchange', send: bytes, reply: pageReply(width, count), timeoutMs, once: true };
  if (!reply.ok && reply.fault === 'closed') return 'closed';
  return pageOf(bytesOfReply(reply), width, count) ?? 'silent';
}

/** The next page. One that was lost on the way is asked for again. */
export function* next(header: Header): Talk<'stream', Step<{ readonly page: Page; readonly smooth: boolean }>> {
  for (const [attempt, byte] of [NEXT, BACK, NEXT].entries()) {
    const page = yield* say(header, Uint8Array.of(byte));
    if (page === 'closed') return page;
    if (page !== 'silent') return { page, smooth: attempt === 0 };
  }
  return 'silent';
}

/** Takes in every page up to the last. */
function* walk(pages: Pages): Talk<'stream', 'done' | 'closed' | 'silent'> {
  const last = pages.header.count - 1;
  let before = 0;
  // A page may come twice, where the one before it was asked for again.
  for (let turn = 0; turn < last + UNRELATED; turn += 1) {
    const came = yield* next(pages.header);
    if (typeof came === 'string') return came;
    pages.take(came.page);
    if (came.page.id === last || came.page.id < before) return 'done';
    before = came.page.id;
  }
  return 'done';
}

/** Answers the challenge. */
function* authenticate(pages: Pages, map: PageMap): Talk<'stream', Authentication | 'closed'> {
  if (!pages.header.authenticationRequired) return 'not required';
  const [serial, password] = [PATHS.serial, PATHS.masterPassword].map((path) => bytesAt(pages, map, path));
  const place = map.usages.get(PATHS.slavePassword);
  if (serial === undefined || password === undefined || place === undefined) return 'not answerable';
  const answer = answerTo(pages.header, serial, password);
  const shown = yield* write(pages, place.at, answer.subarray(0, place.size), AUTHENTICATION_PATIENCE);
  if (shown === 'closed') return 'closed';
  if (shown !== 'shown') return 'not accepted';
  return 'accepted';
}

function bytesAt(pages: Pages, map: PageMap, path: string): Uint8Array | undefined {
  const usage = map.usages.get(path);
  return usage === undefined ? undefined : (pages.bytes(usage) ?? undefined);
}

/**
 * Writes bytes where they belong and waits for the page that shows them. `other`: the page came and shows something
 * else; `silent`: it did not come.
 */
export function* write(
  pages: Pages,
  at: number,
  data: Uint8Array,
  timeoutMs = PATIENCE,
): Talk<'stream', 'shown' | 'other' | 'silent' | 'closed'> {
  const { width } = pages.header;
  const id = Math.floor(at / width);
  const offset = at % width;
  // A value over the end of a page is written in two parts; each frame names a place inside one page.
  const here = data.subarray(0, width - offset);
  let came = yield* say(pages.header, writeFrame(id, offset, here), timeoutMs);
  for (let turn = 0; ; turn += 1) {
    if (came === 'closed' || came === 'silent') return came;
    pages.take(came);
    if (came.id === id) break;
    if (turn >= UNRELATED) return 'silent';
    came = yield* say(pages.header, Uint8Array.of(NEXT));
  }
  const shows = here.every((byte, index) => came.data[offset + index] === byte);
  if (!shows) return 'other';
  return here.length < data.length ? yield* write(pages, at + here.length, data.subarray(here.length)) : 'shown';
}

/** Starts from the beginning: all pages, the map, the challenge. Null where nothing speaks Microlink. */
export function* start(table: boolean): Talk<'stream', Memory | null> {
  let memory: Memory | null = null;
  for (let attempt = 1; attempt <= WALKS; attempt += 1) {
    const header = yield* reset();
    if (header === 'closed') return null;
    if (header === 'silent') break;
    const pages = new Pages(header);
    if (memory !== null && sameDevice(memory.pages.header, header)) fillIn(pages, memory.pages);
    const walked = yield* walk(pages);
    if (walked === 'closed') return null;
    const map = findMap(pages, table);
    const authentication: Authentication | 'closed' =
      walked === 'silent' && pages.missing > 0 ? 'not answerable' : yield* authenticate(pages, map);
    if (authentication === 'closed') return null;
    memory = { pages, map, authentication, cycle: new Set(), walkDue: false, table };
    if (pages.missing === 0 && mayStream(memory)) break;
  }
  return memory;
}

/** Whether the device goes on without being reset. */
export function mayStream({ authentication }: Memory): boolean {
  return authentication === 'accepted' || authentication === 'not required';
}

/** Whether the device says, where it says it at all, that it knows us. */
export function saysAuthenticated({ pages, map }: Memory): boolean | null {
  const bytes = bytesAt(pages, map, PATHS.authenticationStatus);
  const bits = bytes === undefined ? null : unsigned(bytes);
  return bits === null ? null : hasBit(bits, 0);
}

/** Page 0 tells models apart, and the serial number devices; here only what a walk over the same one may fill in. */
function sameDevice(one: Header, other: Header): boolean {
  return one.data.every((byte, index) => other.data[index] === byte);
}

function fillIn(pages: Pages, older: Pages): void {
  for (const id of older.seen) {
    if (pages.seen.has(id)) continue;
    const { width } = pages.header;
    pages.take({ id, data: older.image.slice(id * width, (id + 1) * width) });
  }
}
