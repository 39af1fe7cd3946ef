/** The words for what happens to a UPS, and for what does not lead to a shutdown. */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
import { andList, saidIn, say } from '../../../src-shared/texts/say.ts';
import type { Watch } from './memory.ts';
import type { Occurrence } from './schedule.ts';
import type { Supply } from './supplies.ts';
import { inputs } from './triggers.ts';
import type { Turn } from './watch.ts';
import type { Entry } from './words.ts';

/** Whole seconds for which the battery has carried in this outage; 0 where there is none. */
export function secondsOnBattery({ batterySince, mainsSince }: Watch, steady: number): number {
  return batterySince === undefined ? 0 : Math.floor(((mainsSince ?? steady) - batterySince) / 1000);
}

/** What a moment changed for one UPS; undefined where it is not worth telling. */
export function turnEntry(
  turn: Turn,
  device: DeviceState,
  seconds: number,
  confirmed: boolean,
  rules: ProtectionSetting,
): Entry | undefined {
  const data = inputs(device, seconds);
  if (turn === 'confirmed') {
    return {
      kind: 'outage-confirmed',
      severity: 'warning',
      device: device.id,
      text: say('decision.confirmed', { name: device.name }),
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
  const text = confirmed
    ? say('decision.lostOnBattery', { name: device.name })
    : say('decision.lost', { name: device.name });
  return warning(device, text, say('decision.lostWhy'), data);
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
