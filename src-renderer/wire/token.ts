/** The token of the headless host: it comes behind the `#` of the printed link and stays with the tab. */

const KEY = 'mainstay-token';

/** The token in a fragment such as `#token=abc`, which browsers never send to a server. */
export function tokenOf(fragment: string): string | undefined {
  return /^#token=([\w-]{1,200})$/u.exec(fragment)?.[1];
}

/** Moves a token from the address bar to the tab's own storage, and answers the token that the tab holds. */
export function takeToken(): string | undefined {
  const given = tokenOf(window.location.hash);
  if (given === undefined) return sessionStorage.getItem(KEY) ?? undefined;
  sessionStorage.setItem(KEY, given);
  // The token must not stay in the address bar, where it is read over shoulders and kept in bookmarks.
  window.history.replaceState(null, '', `${window.location.pathname}#/`);
  return given;
}
