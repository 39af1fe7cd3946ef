/** The desktop program behind its window: a tray, notifications, and the engine, in this process or the service's. */
import { setTimeout as pause } from 'node:timers/promises';
import { app, nativeTheme } from 'electron';
import type { Client, State } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import type { RunningEngine } from '../compose.ts';
import { speakAsPreferred } from '../language.ts';
import { servicePlace } from '../service/place.ts';
import { createCountdownWindow } from './countdown-window.ts';
import { createDesktopNotices } from './desktop-notices.ts';
import { type Door, openDoor } from './door.ts';
import { followState } from './follow-state.ts';
import { glanceOf } from './glance-model.ts';
import type { PageMessages } from './held-messages.ts';
import { setStartAtLogin } from './login.ts';
import type { MainWindow } from './main-window.ts';
import { exchangePages, type PageWire } from './page-wire.ts';
import { createSealer } from './sealer.ts';
import { createTray } from './tray.ts';

/** What stands when the rest is loaded. */
export interface ProgramParts {
  /** The folder of settings and history. */
  readonly folder: string;
  readonly window: MainWindow;
  readonly messages: PageMessages;
  /** To be called once the page has something to show. */
  readonly glanced: () => void;
  readonly log: (line: string) => void;
}

/** The languages of the system. */
const languages = (): readonly string[] => app.getPreferredSystemLanguages();

/** Runs until the program is quit; Electron must be ready. Rejects with `AppError` when there can be no engine. */
export async function runProgram({ folder, window, messages, glanced, log }: ProgramParts): Promise<void> {
  await speakAsPreferred({ language: 'system' }, languages());
  const door = openDoor(servicePlace().socket, () => ownEngine(folder), log);
  // A failure is told at the end of this function; until then it is not one that nobody handles.
  door.catch(() => undefined);

  const pages = exchangePages((wire) => void attend(wire, door), glanced, log);
  window.onPage((contents) => pages.connect(contents));
  messages.onMessage(pages.hear);
  app.on('before-quit', (event) => {
    event.preventDefault();
    void stop(door, log);
  });

  const opened = await door;
  const countdown = createCountdownWindow(pages, log);
  const showCountdown = (): void => {
    if (!countdown.show()) window.open('#/protection');
  };
  const open = (path?: string): void => window.open(path);
  const notices = createDesktopNotices({ open, showCountdown, log });
  const tray = createTray({ open, showCountdown, quit: () => app.quit(), onFault: log });

  const meet = async (engine: Client): Promise<void> => {
    tray.follow(engine);
    notices.follow(engine);
    let latest: State | undefined;
    const applyPreferences = async (): Promise<void> => {
      const { preferences } = await engine.call('settings.get', {});
      window.closesToTray = preferences.closeToTray;
      nativeTheme.themeSource = preferences.theme;
      setStartAtLogin(preferences.startAtLogin);
      await speakAsPreferred(preferences, languages());
      if (latest !== undefined) tray.show(latest);
    };
    const preferred = applyPreferences();
    let prepared = false;
    const glance = (): void => {
      // In the language and the colours of the person.
      if (prepared) pages.glance(() => (latest === undefined ? undefined : glanceOf(latest)));
    };
    followState(engine, (state) => {
      latest = state;
      glance();
      tray.show(state);
      countdown.look(state);
      notices.look(state);
    });
    preferred
      // Preferences that cannot be read are told below.
      .catch(() => undefined)
      .finally(() => {
        prepared = true;
        glance();
      });
    engine.subscribe('events', {}, (event) => {
      if (event.kind === 'settings-changed') applyPreferences().catch(notApplied);
    });
    await preferred;
    // A service has no language of its own; an engine of this program's own knows already.
    await engine.call('language.tell', { languages: [...languages()] });
  };
  const notApplied = (error: unknown): void => log(`Preferences were not applied: ${toErrorValue(error).message}`);
  opened.follow(
    (engine) => void meet(engine).catch(notApplied),
    () => tray.show(undefined),
  );
}

/** An engine of this program's own, loaded in pieces, between which this process hands the page its files. */
async function ownEngine(folder: string): Promise<RunningEngine> {
  await import('../../../drivers/index.ts');
  await pause(0);
  await import('../../engine/engine.ts');
  await pause(0);
  const { compose } = await import('../compose.ts');
  await pause(0);
  return compose({ host: 'desktop', dataDir: folder, languages, sealer: createSealer() });
}

/** Speaks the contract with a page, from the first message on, also while the engine still starts. */
async function attend(wire: PageWire, door: Promise<Door>): Promise<void> {
  let closed = false;
  wire.onClose(() => {
    closed = true;
  });
  try {
    const opened = await door;
    if (!closed) opened.attend(wire);
  } catch {
    // The engine did not start; `runProgram` rejects with why, which ends the program.
  }
}

/** Lets an engine of our own write what it holds, then ends for good. */
async function stop(door: Promise<Door>, log: (line: string) => void): Promise<void> {
  try {
    await (await door).close();
  } catch (error) {
    log(`Stopping: ${toErrorValue(error).message}`);
  }
  app.exit(0);
}
