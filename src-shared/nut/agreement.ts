/**
 * When observations agree. One observation proves nothing, however often it is handed out again: two count, if some
 * seconds lie between them, whatever the rate at which a device is asked. All times are milliseconds on the steady clock.
 */

/** Two observations nearer than this are one look at the same moment. */
export const APART = 3000;

/** A word that comes and goes is believed after so many observations, over so long, if so large a share of all said so. */
const COMING_AND_GOING = { observations: 5, over: 30_000, share: 1 / 3 } as const;
/** A word that was not there for so long without a break has gone. */
const GONE = 15_000;

/** What a UPS may say of itself, observation by observation. */
export interface Sign {
  /** Observations in a row that said so, the first and the last of them. */
  readonly count: number;
  readonly since: number;
  readonly last: number;
  /** The last observation, whatever it said. */
  readonly at: number;
  /** Since it first came, without having gone for good: observations that said so, and all. */
  readonly held: number;
  readonly seen: number;
  readonly from: number;
}

/** Never observed. */
export const UNSEEN: Sign = { count: 0, since: 0, last: 0, at: Number.NEGATIVE_INFINITY, held: 0, seen: 0, from: 0 };

/** Takes in an observation; one that was taken in before changes nothing. */
export function observed(sign: Sign, says: boolean, at: number): Sign {
  if (at <= sign.at) return sign;
  if (says) {
    const first = sign.count === 0;
    const anew = sign.held === 0;
    return {
      count: sign.count + 1,
      since: first ? at : sign.since,
      last: at,
      at,
      held: sign.held + 1,
      seen: anew ? 1 : sign.seen + 1,
      from: anew ? at : sign.from,
    };
  }
  const gone = sign.held === 0 || at - sign.last >= GONE;
  return { ...sign, count: 0, at, ...(gone ? { held: 0, seen: 0 } : { seen: sign.seen + 1 }) };
}

/** Two observations in a row, some seconds apart, said so. */
export function agrees({ count, since, last }: Sign): boolean {
  return count >= 2 && last - since >= APART;
}

/** It has said so again and again, with other observations between. */
export function comesAndGoes({ held, seen, from, last }: Sign): boolean {
  const { observations, over, share } = COMING_AND_GOING;
  return held >= observations && last - from >= over && held >= seen * share;
}

/** Observations from before this no longer agree with each other; with one that comes now they do. */
export function onceOnly(sign: Sign): Sign {
  return sign.count === 0 ? UNSEEN : { ...UNSEEN, count: 1, since: sign.since, last: sign.since, at: sign.at };
}
