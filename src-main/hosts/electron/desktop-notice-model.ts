/** The buttons of a notification on the desktop: pure. */
import type { DesktopAction, DeviceState } from '../../../src-shared/contract/index.ts';
import { say } from '../../../src-shared/texts/say.ts';

/** A button and what it does. */
export interface NoticeButton {
  readonly action: Exclude<DesktopAction, 'open'>;
  readonly text: string;
}

/** The buttons, in the order in which they stand. Opening is what a click on the notification itself does. */
export function buttonsOf(actions: readonly DesktopAction[]): readonly NoticeButton[] {
  return actions.filter((action) => action !== 'open').map((action) => ({ action, text: textOf(action) }));
}

function textOf(action: NoticeButton['action']): string {
  switch (action) {
    case 'show-countdown':
      return say('tray.showCountdown');
    case 'postpone':
      return say('tray.postpone');
    case 'silence':
      return say('tray.silence');
  }
}

/** The command that silences this UPS; undefined where it has none, or cannot be reached. */
export function silencing(device: DeviceState | undefined): string | undefined {
  if (device?.link !== 'live') return undefined;
  return ['beeper.mute', 'beeper.disable'].find((name) => device.commands.some((offer) => offer.name === name));
}
