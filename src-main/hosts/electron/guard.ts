/** What no page may do, whatever it shows: leave, open, embed, ask for permissions, load from elsewhere. */
import { app, type Session } from 'electron';
import { isOwnPage } from './addresses.ts';

/** Copying text with the person's own click is all that the screens need. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Schemes that cannot reach the network: our own files, and what a page makes by itself (the CSV it saves). */
const LOCAL_SCHEMES = /^(mainstay|blob|data|devtools):/;

/** Applies to every page from now on, also to those that nobody meant to open. */
export function guardPages(onRefused: (reason: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (isOwnPage(event.url)) return;
      event.preventDefault();
      onRefused(`A page wanted to go to ${event.url}.`);
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      onRefused('A page wanted to embed another.');
    });
    contents.setWindowOpenHandler(({ url }) => {
      onRefused(`A page wanted to open a window with ${url}.`);
      return { action: 'deny' };
    });
  });
}

/** Refuses permissions, devices and the network to all pages of a session. */
export function guardSession(session: Session, onRefused: (reason: string) => void): void {
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    const allowed = ALLOWED_PERMISSIONS.has(permission);
    if (!allowed) onRefused(`A page asked for the permission "${permission}".`);
    answer(allowed);
  });
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const local = LOCAL_SCHEMES.test(details.url);
    if (!local) onRefused(`A page wanted to load ${details.url}.`);
    answer({ cancel: !local });
  });
}
