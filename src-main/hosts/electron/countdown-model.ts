/** When the countdown comes to the front and what is said of it: pure. */
import type { State } from '../../../src-shared/contract/index.ts';
import { say } from '../../../src-shared/texts/say.ts';

/** What a state means to the countdown's window. */
export interface CountdownView {
  /** Names this countdown among others; missing while there is none. */
  readonly id?: string;
  /** Whether it comes to the front by itself. */
  readonly urgent: boolean;
  readonly title: string;
  readonly body: string;
}

/** What is shown of the countdown of this state. `formatTime` writes a time of day for the person. */
export function countdownView({ protection, devices }: State, formatTime: (time: number) => string): CountdownView {
  const { countdown } = protection;
  if (countdown === undefined) return { urgent: false, title: '', body: '' };
  const time = formatTime(countdown.actsAt);
  return {
    id: String(countdown.startedAt),
    // The UPS of the demonstration has an outage every few minutes; that is to be looked at, not to be interrupted by.
    urgent: countdown.device === undefined || devices[countdown.device]?.id !== 'demo',
    title: countdown.practice ? say('tray.countdownPractice', { time }) : say('tray.countdown', { time }),
    body: countdown.reason,
  };
}
