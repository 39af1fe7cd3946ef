/**
 * Shows on the desktop what the channel of that kind is told, whichever engine it comes from. Buttons are shown where the
 * system has them; elsewhere a click on the notification opens what it is about.
 */
import { Notification } from 'electron';
import type { Client, DesktopAction, DesktopMessage, State } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { buttonsOf, silencing } from './desktop-notice-model.ts';

/** What it needs of the program around it. */
export interface NoticeHost {
  /** Opens the window, at a screen where one is named. */
  open(path?: string): void;
  showCountdown(): void;
  log(line: string): void;
}

/** The notifications of the desktop. */
export interface DesktopNotices {
  /** From now on shows what this engine has to tell. */
  follow(engine: Client): void;
  /** What a countdown said is taken away with it. */
  look(state: State): void;
}

/** Nothing is shown before `follow`. */
export function createDesktopNotices(host: NoticeHost): DesktopNotices {
  // Systems forget a notification that nobody holds, and its buttons with it.
  const held = new Set<Notification>();
  const ofCountdown = new Set<Notification>();
  let state: State | undefined;

  const perform = async (engine: Client, action: DesktopAction, device: string | undefined): Promise<void> => {
    try {
      if (action === 'open') host.open('#/events');
      else if (action === 'show-countdown') host.showCountdown();
      else if (action === 'postpone') await tell(engine.call('protection.postpone', {}));
      else {
        const command = device === undefined ? undefined : silencing(state?.devices[device]);
        if (device === undefined || command === undefined) return host.open('#/device');
        await tell(engine.call('devices.command', { device, name: command, confirmed: true }));
      }
    } catch (thrown) {
      inform(toErrorValue(thrown).message);
    }
  };

  /** What became of a button, when it did not go as asked: there is no window to say it in. */
  const tell = async (outcome: Promise<{ result: string; message: string }>): Promise<void> => {
    const { result, message } = await outcome;
    if (!['accepted', 'sent', 'confirmed'].includes(result)) inform(message);
  };
  const inform = (body: string): void => {
    const answer = new Notification({ title: 'Mainstay', body });
    held.add(answer);
    answer.on('close', () => held.delete(answer));
    answer.show();
  };

  const show = (engine: Client, { id, title, text, severity, actions, device }: DesktopMessage): void => {
    const report = (shown: boolean, why?: string): void => {
      engine
        .call('notifications.shown', { id, shown, ...(why === undefined ? {} : { why: why.slice(0, 500) }) })
        .catch((thrown: unknown) => host.log(`notifications.shown: ${toErrorValue(thrown).message}`));
    };
    if (!Notification.isSupported()) return report(false, say('tray.noNotifications'));
    const buttons = buttonsOf(actions);
    const notification = new Notification({
      title,
      body: text,
      urgency: severity === 'critical' ? 'critical' : 'normal',
      timeoutType: severity === 'critical' ? 'never' : 'default',
      actions: buttons.map(({ text: label }) => ({ type: 'button', text: label })),
    });
    held.add(notification);
    if (actions.includes('show-countdown')) ofCountdown.add(notification);
    notification.on('show', () => report(true));
    notification.on('failed', (_event, why) => report(false, why));
    notification.on('close', () => {
      held.delete(notification);
      ofCountdown.delete(notification);
    });
    notification.on('click', () => void perform(engine, actions[0] === 'show-countdown' ? actions[0] : 'open', device));
    notification.on('action', ({ actionIndex }, index) => {
      const chosen = buttons[actionIndex ?? index];
      if (chosen !== undefined) void perform(engine, chosen.action, device);
    });
    notification.show();
  };

  return {
    follow: (engine) => {
      engine.subscribe('desktop', {}, (message) => show(engine, message));
    },
    look: (now) => {
      state = now;
      if (now.protection.countdown !== undefined) return;
      for (const notification of ofCountdown) notification.close();
      ofCountdown.clear();
    },
  };
}
