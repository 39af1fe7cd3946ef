/** The countdown before everything else on the screen. That it has begun is a notification like others. */
import type { BrowserWindow } from 'electron';
import type { State } from '../../../src-shared/contract/index.ts';
import { START_PAGE } from './addresses.ts';
import { countdownView } from './countdown-model.ts';
import type { PageExchange } from './page-wire.ts';
import { createWindow } from './window.ts';

/** The countdown's window. */
export interface CountdownWindow {
  /** Opens it for a countdown that is new, closes it when there is none any more. */
  look(state: State): void;
  /** Opens it again; false where there is no countdown. */
  show(): boolean;
}

/** Nothing is shown before `look` has seen a countdown. */
export function createCountdownWindow(pages: PageExchange, log: (line: string) => void): CountdownWindow {
  let window: BrowserWindow | undefined;
  let current: string | undefined;

  const open = (): void => {
    if (window !== undefined) return window.showInactive();
    const made = createWindow({ width: 720, height: 520, minWidth: 420, minHeight: 360, skipTaskbar: false });
    window = made;
    pages.connect(made.webContents);
    // Above programs that fill the screen, on whatever desktop the person is.
    made.setAlwaysOnTop(true, 'screen-saver');
    made.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
    made.on('closed', () => {
      if (window === made) window = undefined;
    });
    made.center();
    made
      .loadURL(new URL('#/countdown', START_PAGE).href)
      .catch((error: unknown) => log(`The countdown's page did not load: ${String(error)}.`));
    // What the person types goes on to where it was meant: a stray Enter must not decide anything here.
    made.once('ready-to-show', () => made.showInactive());
  };

  return {
    look: (state) => {
      const { id, urgent } = countdownView(state);
      if (id === current) return;
      current = id;
      if (id === undefined) {
        // Not `close`: a page that is in the way of its own closing must not stay.
        window?.destroy();
        window = undefined;
      } else if (urgent) {
        open();
      }
    },
    show: () => {
      if (current === undefined) return false;
      open();
      window?.focus();
      return true;
    },
  };
}
