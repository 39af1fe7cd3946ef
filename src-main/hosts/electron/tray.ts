/** The tray of the desktop: shows what the model says, and does what is chosen. */
import { join } from 'node:path';
import { dialog, Menu, nativeImage, Tray } from 'electron';
import type { Client, State } from '../../../src-shared/contract/index.ts';
import { commandEffect, commandLabel, type COMMANDS } from '../../../src-shared/nut/index.ts';
import { saidIn, say } from '../../../src-shared/texts/say.ts';
import { productFolder } from '../screens.ts';
import {
  iconName,
  quitWarning,
  type TrayAction,
  trayAtStart,
  type TrayIcon,
  type TrayPicture,
  trayPicture,
  trayWithoutContact,
} from './tray-model.ts';

/** What the tray needs of the program around it. */
export interface TrayHost {
  open(): void;
  showCountdown(): void;
  quit(): void;
  onFault(message: string): void;
}

/** The tray. */
export interface HostTray {
  /** Whom it asks from now on. */
  follow(engine: Client): void;
  /** Shows this state; undefined where there is no contact with the engine. */
  show(state: State | undefined): void;
}

/** Shows the tray. */
export function createTray(host: TrayHost): HostTray {
  const tray = new Tray(imageOf(trayAtStart().icon));
  let engine: Client | undefined;
  let warning: string | undefined;
  let shown = '';

  const show = (picture: TrayPicture): void => {
    // Rebuilding an open menu closes it, so nothing is touched that did not change.
    const signature = JSON.stringify(picture);
    if (signature === shown) return;
    shown = signature;
    tray.setImage(imageOf(picture.icon));
    tray.setToolTip(picture.tooltip);
    tray.setContextMenu(
      menuOf(picture, (action) => {
        if (action.do === 'quit') void quit(host, warning);
        else perform(action, host, engine);
      }),
    );
  };
  show(trayAtStart());
  // Linux trays open the menu themselves; elsewhere the click is ours.
  tray.on('click', () => host.open());

  return {
    follow: (client) => {
      engine = client;
    },
    show: (state) => {
      warning = state === undefined ? undefined : quitWarning(state);
      show(
        state === undefined
          ? trayWithoutContact()
          : trayPicture(state, (time) => new Date(time).toLocaleTimeString(saidIn())),
      );
    },
  };
}

/** What ends with the program is said first. */
async function quit(host: TrayHost, warning: string | undefined): Promise<void> {
  if (warning !== undefined) {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message: say('tray.quitTitle'),
      detail: warning,
      buttons: [say('tray.quit'), say('tray.keepRunning')],
      defaultId: 1,
      cancelId: 1,
    });
    if (response !== 0) return;
  }
  host.quit();
}

/** Windows picks a size from the file; macOS colours a template itself (its name says that it is one). */
const FILE_ENDS: Partial<Record<NodeJS.Platform, string>> = { win32: '.ico', darwin: '-Template.png' };

function imageOf(icon: TrayIcon): Electron.NativeImage {
  const file = `${iconName(icon)}${FILE_ENDS[process.platform] ?? '.png'}`;
  return nativeImage.createFromPath(join(productFolder(), 'assets', 'tray', file));
}

function menuOf(picture: TrayPicture, onChoice: (action: TrayAction) => void): Menu {
  return Menu.buildFromTemplate(
    picture.rows.map((row) => {
      if (row.kind === 'separator') return { type: 'separator' };
      const action = row.kind === 'choice' ? row.action : undefined;
      // A single "&" in a label marks the access key, also one of a device's name.
      const label = row.text.replaceAll('&', '&&');
      return action === undefined ? { label, enabled: false } : { label, click: () => onChoice(action) };
    }),
  );
}

function perform(action: Exclude<TrayAction, { do: 'quit' }>, host: TrayHost, engine: Client | undefined): void {
  switch (action.do) {
    case 'open':
      return host.open();
    case 'show-countdown':
      return host.showCountdown();
    case 'stop-countdown':
      void tell(engine?.call('protection.cancel', {}), host);
      return;
    case 'postpone':
      void tell(engine?.call('protection.postpone', {}), host);
      return;
    case 'command':
      void runCommand(action.device, action.command, host, engine);
      return;
  }
}

async function runCommand(
  device: string,
  name: keyof typeof COMMANDS,
  host: TrayHost,
  engine: Client | undefined,
): Promise<void> {
  const effect = commandEffect(name, saidIn());
  if (effect !== undefined) {
    const label = commandLabel(name, saidIn());
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: label,
      detail: effect,
      buttons: [label, say('tray.cancel')],
      defaultId: 1,
      cancelId: 1,
    });
    if (response !== 0) return;
  }
  await tell(engine?.call('devices.command', { device, name, confirmed: true }), host);
}

/** Says what became of it only when something went wrong: the state shows the rest. */
async function tell(outcome: Promise<{ result: string; message: string }> | undefined, host: TrayHost): Promise<void> {
  try {
    const { result, message } = (await outcome) ?? { result: 'refused', message: say('tray.stillStarting') };
    if (!['accepted', 'sent', 'confirmed'].includes(result)) dialog.showErrorBox('Mainstay', message);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    host.onFault(message);
    dialog.showErrorBox('Mainstay', message);
  }
}
