/** What the tray shows, computed from the state: pure, so that every case can be tested without a desktop. */
import type { DeviceState, State } from '../../../src-shared/contract/index.ts';
import type { COMMANDS } from '../../../src-shared/nut/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { statusText, warns, wordsOf, worstFirst } from './device-line.ts';

/** Systems cut longer tooltips off (Windows: NOTIFYICONDATA, `szTip`, 128 characters with its end). */
export const TOOLTIP_LENGTH = 120;

/** Charges that have an icon, in percent. */
export const CHARGE_STEPS = [0, 25, 50, 75, 100] as const;

/** What the icon says. */
export interface TrayIcon {
  readonly source: 'mains' | 'battery' | 'lost';
  readonly charge: (typeof CHARGE_STEPS)[number] | 'unknown';
  readonly warning: boolean;
}

/** What a click asks for. */
export type TrayAction =
  | { readonly do: 'open' | 'show-countdown' | 'stop-countdown' | 'postpone' }
  | { readonly do: 'quit' }
  | { readonly do: 'command'; readonly device: string; readonly command: keyof typeof COMMANDS };

/** One row of the menu. */
export type TrayRow =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'separator' }
  /** Without an action it is shown but cannot be chosen. */
  | { readonly kind: 'choice'; readonly text: string; readonly action?: TrayAction };

/** Everything the tray shows. */
export interface TrayPicture {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly rows: readonly TrayRow[];
}

const AT_START: TrayIcon = { source: 'lost', charge: 'unknown', warning: false };

/** The tray before the engine has said anything. */
export function trayAtStart(): TrayPicture {
  return {
    icon: AT_START,
    tooltip: say('tray.starting'),
    rows: [
      line(say('tray.starting')),
      { kind: 'separator' },
      choice(say('tray.open'), { do: 'open' }),
      choice(say('tray.quit'), { do: 'quit' }),
    ],
  };
}

/** The tray while the service of the system is not to be reached. */
export function trayWithoutContact(): TrayPicture {
  return {
    icon: { source: 'lost', charge: 'unknown', warning: true },
    tooltip: say('tray.noContactTip'),
    rows: [
      line(say('tray.noContact')),
      { kind: 'separator' },
      choice(say('tray.open'), { do: 'open' }),
      choice(say('tray.quit'), { do: 'quit' }),
    ],
  };
}

/** The tray for a state. `formatTime` writes a time of day for the person. */
export function trayPicture(state: State, formatTime: (time: number) => string): TrayPicture {
  const devices = worstFirst(state);
  const worst = devices[0];
  return {
    icon: worst === undefined ? AT_START : iconOf(worst),
    tooltip:
      worst === undefined
        ? say('tray.noUpsTip')
        : fit(
            worst.name,
            devices.length > 1
              ? say('tray.statusMore', { status: statusLine(worst), number: devices.length - 1 })
              : say('tray.status', { status: statusLine(worst) }),
          ),
    rows: [
      ...devices.map((device) => line(say('tray.device', { name: device.name, status: statusLine(device) }))),
      ...(worst === undefined ? [line(say('tray.noUps'))] : []),
      line(protectionLine(state, formatTime)),
      { kind: 'separator' },
      choice(say('tray.open'), { do: 'open' }),
      ...countdownRows(state),
      { kind: 'separator' },
      ...commandRows(devices),
      { kind: 'separator' },
      { kind: 'choice', text: quitText(state), action: { do: 'quit' } },
    ],
  };
}

/** The name of an icon's file, without folder and extension. */
export function iconName(icon: TrayIcon): string {
  return [icon.source, icon.source === 'lost' ? undefined : icon.charge, icon.warning ? 'warning' : undefined]
    .filter((part) => part !== undefined)
    .join('-');
}

function iconOf(device: DeviceState): TrayIcon {
  const words = wordsOf(device);
  // Contact lost while the battery carries: the last confirmed state still is the best that is known.
  const source = words.includes('OB') ? 'battery' : words.includes('OL') && device.link === 'live' ? 'mains' : 'lost';
  const live = device.link === 'live';
  const doubt = live && device.power?.source === 'doubt';
  const warning = doubt || warns(words) || (!live && device.link !== 'connecting');
  return { source, charge: stepOf(device.values['battery.charge']), warning };
}

/** The nearest step below, but full only when full and empty only when nearly so. */
function stepOf(charge: unknown): TrayIcon['charge'] {
  if (typeof charge !== 'number') return 'unknown';
  if (charge >= 95) return 100;
  return charge >= 70 ? 75 : charge >= 45 ? 50 : charge >= 15 ? 25 : 0;
}

/** "On mains, 100 %, 41 min left"; what is not reported is left out. */
function statusLine(device: DeviceState): string {
  const charge = device.values['battery.charge'];
  const runtime = device.values['battery.runtime'];
  return [
    statusText(device),
    ...(typeof charge === 'number' ? [say('tray.percent', { percent: Math.round(charge) })] : []),
    ...(typeof runtime === 'number' ? [say('tray.left', { time: duration(runtime) })] : []),
  ].join(', ');
}

function duration(seconds: number): string {
  if (seconds < 60) return say('tray.seconds', { seconds: Math.round(seconds) });
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? say('tray.minutes', { minutes })
    : say('tray.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** The status is what counts: when both do not fit, the name gives way first. */
function fit(name: string, rest: string): string {
  const room = Math.max(TOOLTIP_LENGTH - rest.length, 8);
  const short = name.length > room ? `${name.slice(0, room - 1)}…` : name;
  const text = short + rest;
  return text.length > TOOLTIP_LENGTH ? `${text.slice(0, TOOLTIP_LENGTH - 1)}…` : text;
}

function protectionLine({ protection }: State, formatTime: (time: number) => string): string {
  const { countdown, mode, phase } = protection;
  if (countdown !== undefined) {
    const time = formatTime(countdown.actsAt);
    return countdown.practice ? say('tray.wouldShutDown', { time }) : say('tray.shutsDown', { time });
  }
  if (phase === 'committed' && mode === 'armed') return say('tray.shuttingDown');
  return say(`tray.mode.${mode}`);
}

function countdownRows({ protection: { countdown } }: State): readonly TrayRow[] {
  return [
    choice(say('tray.showCountdown'), countdown === undefined ? undefined : { do: 'show-countdown' }),
    choice(say('tray.postpone'), countdown?.postpone.allowed === true ? { do: 'postpone' } : undefined),
    choice(say('tray.stopCountdown'), countdown?.cancel.allowed === true ? { do: 'stop-countdown' } : undefined),
  ];
}

function commandRows(devices: readonly DeviceState[]): readonly TrayRow[] {
  const rows = (text: string, commands: readonly (keyof typeof COMMANDS)[]): readonly TrayRow[] => {
    const offering = devices.flatMap((device) => {
      const command = commands.find((name) => device.commands.some((offer) => offer.name === name));
      return command !== undefined && device.link === 'live' ? [{ device, command }] : [];
    });
    if (offering.length === 0) return [choice(text, undefined)];
    return offering.map(({ device, command }) =>
      choice(offering.length > 1 ? say('tray.ofDevice', { what: text, name: device.name }) : text, {
        do: 'command',
        device: device.id,
        command,
      }),
    );
  };
  return [
    ...rows(say('tray.testBattery'), ['test.battery.start.quick', 'test.battery.start']),
    ...rows(say('tray.silence'), ['beeper.mute', 'beeper.disable']),
  ];
}

function quitText({ engine, protection }: State): string {
  if (protection.mode === 'off') return say('tray.quitOff');
  if (engine.service) {
    return protection.mode === 'armed' ? say('tray.quitService') : say('tray.quitServicePractice');
  }
  return protection.mode === 'armed' ? say('tray.quitEnds') : say('tray.quitPractice');
}

/** What ends when this program quits, for the person to agree to; undefined where nothing that counts does. */
export function quitWarning({ engine, protection }: State): string | undefined {
  if (engine.service || protection.mode !== 'armed') return undefined;
  return protection.countdown === undefined ? say('tray.quitWarning') : say('tray.quitWarningInCountdown');
}

function line(text: string): TrayRow {
  return { kind: 'line', text };
}

function choice(text: string, action: TrayAction | undefined): TrayRow {
  return { kind: 'choice', text, ...(action === undefined ? {} : { action }) };
}
