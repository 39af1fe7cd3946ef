/** The words for what happens to a UPS, and for what does not lead to a shutdown. */
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { andList, saidIn, say } from '../../../../src-shared/texts/say.ts';
import type { Watch } from './memory.ts';
import type { Occurrence } from './schedule.ts';
import type { Supply } from './supplies.ts';
import { readingOf } from './reading.ts';
import { inputs } from './triggers.ts';
import { carriedIn, type Turn } from './watch.ts';
import type { Entry } from './words.ts';

/** Whole seconds for which the battery has carried in this outage; 0 where there is none. */
export function secondsOnBattery(watch: Watch, steady: number): number {
  return Math.floor(carriedIn(watch, steady) / 1000);
}

/** What a moment changed for one UPS; undefined where it is not worth telling. */
export function turnEntry(
  turn: Turn,
  device: DeviceState,
  seconds: number,
  watches: { readonly before: Watch; readonly after: Watch },
  rules: ProtectionSetting,
): Entry | undefined {
  const data = inputs(device, seconds);
  const { before, after } = watches;
  if (turn === 'confirmed') {
    return {
      kind: 'outage-confirmed',
      severity: 'warning',
      device: device.id,
      text: confirmedText(device, after, seconds),
      reason: say('decision.confirmedWhy'),
      data: { ...data, limit: rules.confirmSeconds },
    };
  }
  if (turn === 'over') {
    return {
      kind: 'outage-over',
      severity: 'info',
      device: device.id,
      text: say('decision.over', { name: device.name, seconds }),
      reason: say('decision.overWhy'),
      data: { ...data, limit: rules.mainsStableSeconds },
    };
  }
  if (rules.mode === 'off') return undefined;
  const { name } = device;
  const text = after.confirmed
    ? say('decision.lostOnBattery', { name })
    : before.source === 'battery'
      ? say('decision.lostInDoubt', { name })
      : say('decision.lost', { name });
  return warning(device, text, say('decision.lostWhy'), data);
}

/** An outage as it shows: in one piece, in several, or against what the status says. */
function confirmedText(device: DeviceState, watch: Watch, seconds: number): string {
  const { name } = device;
  if (watch.carried > 0) return say('decision.confirmedAddedUp', { name, seconds });
  const status = device.values['ups.status'];
  const said = typeof status === 'string' && status.split(' ').includes('OB') && !device.derived.includes('ups.status');
  return said
    ? say('decision.confirmed', { name })
    : say('decision.confirmedBySigns', { name, signs: signsSaid(device) });
}

/** The signs of where the power comes from, as a list in words. */
export function signsSaid(device: DeviceState): string {
  return andList(readingOf(device).power.signs.map((sign) => say(`decision.sign.${sign}`)));
}

/** The signs of where the power comes from contradict each other. */
export function doubtEntry(device: DeviceState, seconds: number): Entry {
  return {
    kind: 'implausible',
    severity: 'warning',
    device: device.id,
    text: say('decision.powerDoubt', { name: device.name, signs: signsSaid(device) }),
    reason: say('decision.powerDoubtWhy'),
    data: inputs(device, seconds),
  };
}

/** Contact is away still, so many milliseconds later, and the battery was carrying. */
export function stillLostEntry(device: DeviceState, lost: number, seconds: number): Entry {
  const text = say('decision.stillLost', { name: device.name, seconds: Math.round(lost / 1000) });
  return { ...warning(device, text, say('decision.lostWhy'), inputs(device, seconds)), severity: 'critical' };
}

/** A trigger that only warns. */
export function warning(device: Pick<DeviceState, 'id'>, text: string, reason: string, data: Entry['data']): Entry {
  return { kind: 'trigger-warning', severity: 'warning', device: device.id, text, reason, data };
}

/** The program did not run for so many milliseconds. */
export function resumedEntry(slept: number): Entry {
  const seconds = Math.round(slept / 1000);
  return {
    kind: 'resumed',
    severity: 'info',
    text: say('decision.resumed', { seconds }),
    reason: say('decision.resumedWhy'),
    data: { seconds },
  };
}

/** A time of the schedule went by. */
export function missedEntry({ at }: Occurrence): Entry {
  const when = new Date(at).toLocaleString(saidIn());
  const reason = say('decision.missed', { when });
  const text = say('decision.missedText', { reason });
  return { kind: 'trigger-warning', severity: 'info', text, reason, data: { scheduledFor: at } };
}

/** Why a trigger that is set to act does not, for now. */
export function whyNothing(device: DeviceState, supplies: readonly Supply[]): string {
  const others = supplies.filter((each) => each.device.id !== device.id && each.acting === undefined);
  return others.length === 0
    ? say('decision.quietByPerson')
    : say('decision.carriedBy', { names: andList(others.map((each) => each.device.name)) });
}
