/** The token of the headless host: it comes behind the `#` of the printed link and stays with the tab. */

import { tokenOf } from '../logic/token.ts';

const KEY = 'mainstay-token';

/** Moves a token from the address bar to the tab's own storage, and answers the token that the tab holds. */
export function takeToken(): string | undefined {
  const given = tokenOf(window.location.hash);
  if (given === undefined) return sessionStorage.getItem(KEY) ?? undefined;
  sessionStorage.setItem(KEY, given);
  // The token must not stay in the address bar, where it is read over shoulders and kept in bookmarks.
  window.history.replaceState(null, '', `${window.location.pathname}#/`);
  return given;
}
