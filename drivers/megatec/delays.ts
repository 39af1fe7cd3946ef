/**
 * Delays as the protocol writes them (specification, "Shutdown Command", "Shutdown and Restore Command", "Test for
 * specified time period"): minutes, below one minute as a fraction.
 */
import { say } from '../../src-shared/texts/say.ts';

/** A delay in the protocol's letters with the seconds it stands for, or why it cannot be said. */
export type Delay = { readonly text: string; readonly seconds: number } | { readonly why: string };

const MINUTE = 60;
/** One tenth of a minute. */
const TENTH = 6;
const LONGEST_SHUTDOWN = 10 * MINUTE;
const LONGEST_RETURN = 9999 * MINUTE;
/** Early firmware never came back when told to return after one or two minutes (specification, "Implementation notes"). */
const SAFE_RETURN_MINUTES = 3;

/**
 * <n>, the time until the output goes off: .2 to .9, then 01 to 10. Rounded up, so that nobody gets less time than was
 * asked for; below .2 becomes .2.
 */
export function shutdownDelay(seconds: number): Delay {
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > LONGEST_SHUTDOWN) {
    return { why: say('megatec.offDelay', { most: LONGEST_SHUTDOWN }) };
  }
  const tenths = Math.max(2, Math.ceil(seconds / TENTH));
  if (tenths <= 9) return { text: `.${tenths}`, seconds: tenths * TENTH };
  const minutes = Math.ceil(seconds / MINUTE);
  return { text: String(minutes).padStart(2, '0'), seconds: minutes * MINUTE };
}

/** <m>, the time until the output comes back: 0001 to 9999, rounded up, and at least what early firmware needs. */
export function returnDelay(seconds: number): Delay {
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > LONGEST_RETURN) {
    return { why: say('megatec.onDelay', { most: LONGEST_RETURN }) };
  }
  const minutes = Math.max(SAFE_RETURN_MINUTES, Math.ceil(seconds / MINUTE));
  return { text: String(minutes).padStart(4, '0'), seconds: minutes * MINUTE };
}

/** <n> of the timed test: 01 to 99 minutes, rounded down, so that the battery is not used longer than was asked for. */
export function testLength(seconds: number): Delay {
  const minutes = Math.floor(seconds / MINUTE);
  if (!Number.isFinite(seconds) || minutes < 1 || minutes > 99) {
    return { why: say('megatec.testLength', { least: MINUTE, most: 99 * MINUTE }) };
  }
  return { text: String(minutes).padStart(2, '0'), seconds: minutes * MINUTE };
}
