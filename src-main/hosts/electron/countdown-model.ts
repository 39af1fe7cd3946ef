/** When the countdown comes to the front: pure. */
import type { State } from '../../../src-shared/contract/index.ts';

/** What a state means to the countdown's window. */
export interface CountdownView {
  /** Names this countdown among others; missing while there is none. */
  readonly id?: string;
  /** Whether it comes to the front by itself. */
  readonly urgent: boolean;
}

/** What the countdown of this state means to its window. */
export function countdownView({ protection, devices }: State): CountdownView {
  const { countdown } = protection;
  if (countdown === undefined) return { urgent: false };
  return {
    id: String(countdown.startedAt),
    // The UPS of the demonstration has an outage every few minutes; that is to be looked at, not to be interrupted by.
    urgent: countdown.device === undefined || devices[countdown.device]?.id !== 'demo',
  };
}
