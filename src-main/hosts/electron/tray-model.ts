/** What the tray shows, computed from the state: pure, so that every case can be tested without a desktop. */
import type { DeviceState, Link, State } from '../../../src-shared/contract/index.ts';
import { type COMMANDS, parseStatus, STATUS_WORDS, type StatusWord } from '../../../src-shared/nut/index.ts';

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

/** The tray before the engine has said anything. */
export const TRAY_AT_START: TrayPicture = {
  icon: { source: 'lost', charge: 'unknown', warning: false },
  tooltip: 'Mainstay is starting',
  rows: [
    { kind: 'line', text: 'Mainstay is starting' },
    { kind: 'separator' },
    { kind: 'choice', text: 'Open Mainstay', action: { do: 'open' } },
    { kind: 'choice', text: 'Quit', action: { do: 'quit' } },
  ],
};

/** The tray while the service of the system is not to be reached. */
export const TRAY_WITHOUT_CONTACT: TrayPicture = {
  icon: { source: 'lost', charge: 'unknown', warning: true },
  tooltip: 'Mainstay: no contact with the service',
  rows: [
    { kind: 'line', text: 'No contact with the Mainstay service' },
    { kind: 'separator' },
    { kind: 'choice', text: 'Open Mainstay', action: { do: 'open' } },
    { kind: 'choice', text: 'Quit', action: { do: 'quit' } },
  ],
};

const LINK_TEXT: Readonly<Record<Exclude<Link, 'live'>, string>> = {
  connecting: 'Connecting',
  stale: 'No fresh reading',
  lost: 'Contact lost',
  denied: 'Access denied by the system',
  'in-use': 'Port in use by another program',
  unrecognised: 'Answers in an unknown protocol',
  disabled: 'Switched off',
};

/** The tray for a state. `formatTime` writes a time of day for the person. */
export function trayPicture(state: State, formatTime: (time: number) => string): TrayPicture {
  const devices = Object.values(state.devices)
    .filter((device) => device.link !== 'disabled')
    .map((device) => ({ device, words: wordsOf(device) }))
    .toSorted((a, b) => badness(b.device, b.words) - badness(a.device, a.words));
  const worst = devices[0];
  const more = devices.length > 1 ? ` (and ${devices.length - 1} more)` : '';
  return {
    icon: worst === undefined ? TRAY_AT_START.icon : iconOf(worst.device, worst.words),
    tooltip:
      worst === undefined ? 'Mainstay: no UPS yet' : fit(worst.device.name, `: ${statusLine(worst.device)}${more}`),
    rows: [
      ...devices.map(({ device }) => line(`${device.name}: ${statusLine(device)}`)),
      ...(worst === undefined ? [line('No UPS yet')] : []),
      line(protectionLine(state, formatTime)),
      { kind: 'separator' },
      { kind: 'choice', text: 'Open Mainstay', action: { do: 'open' } },
      ...countdownRows(state),
      { kind: 'separator' },
      ...commandRows(devices.map(({ device }) => device)),
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

function wordsOf(device: DeviceState): readonly StatusWord[] {
  const status = device.values['ups.status'];
  return typeof status === 'string' ? parseStatus(status).words : [];
}

/** The state that needs the person most comes first; on battery outranks everything, since time runs out there. */
function badness(device: DeviceState, words: readonly StatusWord[]): number {
  if (words.includes('FSD') || (words.includes('OB') && words.includes('LB'))) return 5;
  if (words.includes('OB')) return 4;
  if (device.link !== 'live') return device.link === 'connecting' ? 1 : 3;
  return warns(words) ? 2 : 0;
}

function warns(words: readonly StatusWord[]): boolean {
  return words.some((word) => word !== 'OB' && ['warning', 'critical'].includes(STATUS_WORDS[word].tone));
}

function iconOf(device: DeviceState, words: readonly StatusWord[]): TrayIcon {
  // Contact lost while the battery carries: the last confirmed state still is the best that is known.
  const source = words.includes('OB') ? 'battery' : words.includes('OL') && device.link === 'live' ? 'mains' : 'lost';
  const warning = warns(words) || (device.link !== 'live' && device.link !== 'connecting');
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
  const words = wordsOf(device);
  const charge = device.values['battery.charge'];
  const runtime = device.values['battery.runtime'];
  const carried = words.includes('OB') && device.link !== 'live' ? [STATUS_WORDS.OB.label] : [];
  const status =
    device.link === 'live' ? words.map((word) => STATUS_WORDS[word].label) : [LINK_TEXT[device.link], ...carried];
  return [
    ...(device.simulated ? ['simulated'] : []),
    ...(status.length > 0 ? status : ['Status not reported']),
    ...(typeof charge === 'number' ? [`${Math.round(charge)} %`] : []),
    ...(typeof runtime === 'number' ? [`${duration(runtime)} left`] : []),
  ].join(', ');
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
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
    return `${countdown.practice ? 'Practice: would shut' : 'Shuts'} down at ${formatTime(countdown.actsAt)}`;
  }
  if (phase === 'committed' && mode === 'armed') return 'Shutting down';
  return { armed: 'Protection: armed', practice: 'Protection: practice', off: 'Protection: off' }[mode];
}

function countdownRows({ protection: { countdown } }: State): readonly TrayRow[] {
  return [
    choice('Show the countdown', countdown === undefined ? undefined : { do: 'show-countdown' }),
    choice('Postpone', countdown?.postpone.allowed === true ? { do: 'postpone' } : undefined),
    choice('Stop the countdown', countdown?.cancel.allowed === true ? { do: 'stop-countdown' } : undefined),
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
      choice(offering.length > 1 ? `${text}: ${device.name}` : text, { do: 'command', device: device.id, command }),
    );
  };
  return [
    ...rows('Run a battery test', ['test.battery.start.quick', 'test.battery.start']),
    ...rows('Silence the beeper', ['beeper.mute', 'beeper.disable']),
  ];
}

function quitText({ engine, protection }: State): string {
  if (protection.mode === 'off') return 'Quit (protection is off)';
  if (engine.service) {
    return protection.mode === 'armed'
      ? 'Quit (the Mainstay service goes on protecting)'
      : 'Quit (the service goes on)';
  }
  return protection.mode === 'armed' ? 'Quit (ends protection)' : 'Quit (protection is only practising)';
}

/** What ends when this program quits, for the person to agree to; undefined where nothing that counts does. */
export function quitWarning({ engine, protection }: State): string | undefined {
  if (engine.service || protection.mode !== 'armed') return undefined;
  const now = protection.countdown === undefined ? '' : ' A countdown is running now: it ends as well.';
  return `Protection ends when you quit: this computer will not be shut down before the battery is empty.${now} With the Mainstay service installed it would go on without this program.`;
}

function line(text: string): TrayRow {
  return { kind: 'line', text };
}

function choice(text: string, action: TrayAction | undefined): TrayRow {
  return { kind: 'choice', text, ...(action === undefined ? {} : { action }) };
}
