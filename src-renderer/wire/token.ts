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

/**
 * Calls back when a link with a token is opened in this tab: only what is behind the `#` changes then, and nothing is
 * loaded anew. To be called before anything else listens to addresses, so that nobody reads the token as one.
 */
export function onNewToken(listener: () => void): void {
  window.addEventListener('hashchange', (event) => {
    if (tokenOf(window.location.hash) === undefined) return;
    event.stopImmediatePropagation();
    takeToken();
    listener();
    // Those who follow the address hear of where it leads now.
    window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL: event.oldURL, newURL: window.location.href }));
  });
}
