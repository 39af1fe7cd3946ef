/**
 * The desktop: every desktop program that listens is handed the message, and the first that has shown it settles it.
 * Whether the engine runs in that program or in the service makes no difference.
 */
import type { DesktopAction, DesktopMessage } from '../../../../src-shared/contract/index.ts';
import type { ChannelOf } from '../../../../src-shared/settings/notifications.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Clock } from '../../base/clock.ts';
import type { Outgoing, Sender, Sent } from './sender.ts';

/** A desktop program that has not answered by now will not. Milliseconds. */
const ANSWER_WITHIN = 10_000;

/** The desktop programs that listen. */
export class Desktops {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #listeners = new Set<(message: DesktopMessage) => void>();
  readonly #waiting = new Map<string, (sent: Sent) => void>();

  /** @param changed one came or went */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get count(): number {
    return this.#listeners.size;
  }

  /** Returns how to stop listening. */
  subscribe(listener: (message: DesktopMessage) => void): () => void {
    this.#listeners.add(listener);
    this.#changed();
    return () => {
      if (this.#listeners.delete(listener)) this.#changed();
    };
  }

  /** A desktop program tells what became of a message. */
  shown(id: string, shown: boolean, why: string | undefined): void {
    this.#waiting.get(id)?.(
      shown
        ? { ok: true, message: say('notify.sent.desktop') }
        : { ok: false, fault: 'later', message: say('notify.fault.notShown', { why: why ?? '' }) },
    );
  }

  readonly send: Sender<ChannelOf<'desktop'>> = (_channel, message, _secret, signal) => {
    if (this.#listeners.size === 0) {
      return Promise.resolve({ ok: false, fault: 'later', message: say('notify.fault.noDesktop') });
    }
    return new Promise((resolve) => {
      const settle = (sent: Sent): void => {
        callOff();
        this.#waiting.delete(message.id);
        signal.removeEventListener('abort', stop);
        resolve(sent);
      };
      const stop = (): void => settle({ ok: false, fault: 'later', message: say('notify.fault.stopped') });
      const callOff = this.#clock.after(ANSWER_WITHIN, () =>
        settle({ ok: false, fault: 'later', message: say('notify.fault.desktopSilent') }),
      );
      signal.addEventListener('abort', stop);
      this.#waiting.set(message.id, settle);
      const shown = desktopMessage(message);
      for (const listener of this.#listeners) listener(shown);
    });
  };
}

function desktopMessage({ id, severity, title, text, events }: Outgoing): DesktopMessage {
  const latest = events.findLast(({ device }) => device !== undefined)?.device;
  return {
    id,
    severity,
    title,
    text,
    actions: actionsFor(events),
    ...(latest === undefined ? {} : { device: latest }),
  };
}

/** What a person may want to do at once; the last word on a countdown has its latest event. */
function actionsFor(events: Outgoing['events']): DesktopAction[] {
  const countdown = events.findLast(({ kind }) => kind.startsWith('countdown-'))?.kind;
  const counting = countdown === 'countdown-started' || countdown === 'countdown-postponed';
  const beeping = events.some(({ kind }) => ['mains-lost', 'low-battery', 'overload', 'alarm'].includes(kind));
  return [...(counting ? (['show-countdown', 'postpone'] as const) : []), ...(beeping ? (['silence'] as const) : [])];
}
