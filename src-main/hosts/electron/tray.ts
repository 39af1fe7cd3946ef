/** The tray of the desktop: shows what the model says, and does what is chosen. */
import { join } from 'node:path';
import { dialog, Menu, nativeImage, Tray } from 'electron';
import { type Client, merge, type State, stateSchema } from '../../../src-shared/contract/index.ts';
import { COMMANDS, type CommandInfo } from '../../../src-shared/nut/index.ts';
import { productFolder } from '../screens.ts';
import {
  iconName,
  TRAY_AT_START,
  type TrayAction,
  type TrayIcon,
  type TrayPicture,
  trayPicture,
} from './tray-model.ts';

/** What the tray needs of the program around it. */
export interface TrayHost {
  open(): void;
  showCountdown(): void;
  quit(): void;
  onFault(message: string): void;
}

/** Shows the tray; `follow` keeps it in step with the engine once there is one. */
export function createTray(host: TrayHost): { follow(engine: Client): void } {
  const tray = new Tray(imageOf(TRAY_AT_START.icon));
  let engine: Client | undefined;
  let shown = '';

  const show = (picture: TrayPicture): void => {
    // Rebuilding an open menu closes it, so nothing is touched that did not change.
    const signature = JSON.stringify(picture);
    if (signature === shown) return;
    shown = signature;
    tray.setImage(imageOf(picture.icon));
    tray.setToolTip(picture.tooltip);
    tray.setContextMenu(menuOf(picture, (action) => perform(action, host, engine)));
  };
  show(TRAY_AT_START);
  // Linux trays open the menu themselves; elsewhere the click is ours.
  tray.on('click', () => host.open());

  return {
    follow(client) {
      engine = client;
      let state: State | undefined;
      client.subscribe(
        'state',
        {},
        (item) => {
          // A patch of a state of the schema is of the schema again; the engine sends nothing else.
          state = item.type === 'snapshot' ? item.state : stateSchema.parse(merge(state, item.patch));
          show(trayPicture(state, (time) => new Date(time).toLocaleTimeString()));
        },
        (error) => host.onFault(error.message),
      );
    },
  };
}

function imageOf(icon: TrayIcon): Electron.NativeImage {
  return nativeImage.createFromPath(join(productFolder(), 'assets', 'tray', `${iconName(icon)}.png`));
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

function perform(action: TrayAction, host: TrayHost, engine: Client | undefined): void {
  switch (action.do) {
    case 'open':
      return host.open();
    case 'show-countdown':
      return host.showCountdown();
    case 'quit':
      return host.quit();
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
  const info: CommandInfo = COMMANDS[name];
  if (info.effect !== undefined) {
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: info.label,
      detail: info.effect,
      buttons: [info.label, 'Cancel'],
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
    const { result, message } = (await outcome) ?? { result: 'refused', message: 'Mainstay is still starting.' };
    if (!['accepted', 'sent', 'confirmed'].includes(result)) dialog.showErrorBox('Mainstay', message);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    host.onFault(message);
    dialog.showErrorBox('Mainstay', message);
  }
}
