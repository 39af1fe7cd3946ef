/**
 * Loaded into Electron before the program: keeps it from being ready until Playwright has attached to it. Playwright
 * misses the navigation of a window that is opened while it attaches, and then waits for it for ever. It calls
 * `__playwright_run` when it stands (playwright-core, server/electron/electron.ts, `initialize`); its own script that
 * waits for that also switches off the keychain, which the tests want to see.
 */
const { app } = require('electron');

const ready = app.whenReady();
const attached = new Promise((resolve) => {
  // oxlint-disable-next-line no-underscore-dangle -- The name is Playwright's.
  globalThis.__playwright_run = resolve;
});
app.whenReady = () => attached.then(() => ready);
