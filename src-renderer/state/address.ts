/**
 * The address behind the #, so that it is the same from a file, from a server and in the window: a path for the router,
 * and after a ? what a screen keeps there, which a link, a reload and Back bring again.
 */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

/** The path, which begins with a slash, and what follows its ? (without it). */
function current(): { readonly path: string; readonly query: string } {
  const text = window.location.hash.replace(/^#?\/?/u, '');
  const at = text.indexOf('?');
  return at === -1 ? { path: `/${text}`, query: '' } : { path: `/${text.slice(0, at)}`, query: text.slice(at + 1) };
}

/** What was last kept in the address of each screen, by path; the screen that was seen last is the last. */
const queries = new Map<string, string>();
const onRemembered = new Set<() => void>();

/** The word that says which UPS a screen is about. */
const DEVICE = 'ups';

function remember(path: string, query: string): void {
  const params = new URLSearchParams(query);
  // The UPS is the window's choice, for all screens: going back to a screen must not undo it.
  params.delete(DEVICE);
  queries.delete(path);
  queries.set(path, params.toString());
  for (const listener of onRemembered) listener();
}

/** The address of a screen as it was last seen in this window, about whichever UPS is chosen now. */
export function lastAddress(path: string): string {
  return addressOf(path, queries.get(path) ?? '');
}

/** The same of whichever was seen last: the screen, or one of those below it that keep something in their address. */
export function lastAddressIn(path: string): string {
  return lastAddress([...queries.keys()].findLast((seen) => seen === path || seen.startsWith(`${path}/`)) ?? path);
}

/** `lastAddressIn`, followed while it changes. */
export function useLastAddressIn(path: string): string {
  return useSyncExternalStore(subscribeRemembered, () => lastAddressIn(path));
}

function subscribeRemembered(listener: () => void): () => void {
  onRemembered.add(listener);
  return () => onRemembered.delete(listener);
}

function addressOf(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

/** Goes to an address; `replace` leaves nothing to go back to, nor does going to where one is. */
export function goTo(address: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const oldURL = window.location.href;
  const hash = `#/${address.replace(/^#?\/?/u, '')}`;
  window.history[replace || hash === window.location.hash ? 'replaceState' : 'pushState'](null, '', hash);
  // Browsers tell of changes that people make, not of ours.
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: window.location.href }));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

const pathNow = (): string => current().path;
const queryNow = (): string => current().query;

/** The path for the router. */
export function useAddress(): [path: string, go: typeof goTo] {
  return [useSyncExternalStore(subscribe, pathNow), goTo];
}
/** What is kept in the address, for the router. */
useAddress.searchHook = useQuery;
/** How an address stands in a link. */
useAddress.hrefs = (href: string): string => `#${href}`;

function useQuery(): string {
  return useSyncExternalStore(subscribe, queryNow);
}

/** One word of what is kept in the address, such as which UPS it is about. */
export function useAddressed(name: string): string | undefined {
  return useSyncExternalStore(subscribe, () => new URLSearchParams(queryNow()).get(name) ?? undefined);
}

/** Words that are kept in an address, by name; an undefined one is left out. */
type Words = Readonly<Record<string, string | undefined>>;

/** The present query with some words changed. */
function queryWith(words: Words): string {
  const params = new URLSearchParams(queryNow());
  for (const [name, word] of Object.entries(words)) {
    if (word === undefined) params.delete(name);
    else params.set(name, word);
  }
  return params.toString();
}

/** Changes some words of what is kept in the address. */
export function keepInAddress(words: Words, replace = true): void {
  const { path, query } = current();
  const next = queryWith(words);
  remember(path, next);
  if (next !== query) goTo(addressOf(path, next), { replace });
}

/** How a screen's state stands in its address. Both are pure and stay the same. */
export interface AddressCodec<T> {
  readonly read: (words: Readonly<Record<string, string>>) => T;
  readonly write: (value: T) => Words;
}

/** Changes what is shown; `aside` leaves the step before it out of the way back. */
export type Change<T> = (change: (before: T) => T, aside: boolean) => void;

/**
 * What a screen shows, kept in its address. It is this window's state first, so that a change may be a transition; the
 * address follows, and leads when somebody else changes it: Back, a link, a person's hand.
 */
export function useInAddress<T>({ read, write }: AddressCodec<T>): readonly [T, Change<T>] {
  const [value, setValue] = useState(() => read(wordsOf(queryNow())));
  const latest = useRef(value);
  const [path] = useState(pathNow);
  const own = useRef<string>(undefined);
  useEffect(() => {
    own.current = queryNow();
    remember(path, own.current);
    return subscribe(() => {
      const now = current();
      if (now.path !== path || now.query === own.current) return;
      own.current = now.query;
      remember(path, now.query);
      latest.current = read(wordsOf(now.query));
      setValue(latest.current);
    });
  }, [path, read]);
  const change = useCallback<Change<T>>(
    (next, aside) => {
      latest.current = next(latest.current);
      setValue(latest.current);
      // A hand may still be moving what is being left.
      if (pathNow() !== path) return;
      const words = write(latest.current);
      own.current = queryWith(words);
      keepInAddress(words, aside);
    },
    [write, path],
  );
  return [value, change];
}

function wordsOf(query: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(query));
}
