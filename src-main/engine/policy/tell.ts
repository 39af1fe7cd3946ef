/** The words for what happens to a UPS, and for what does not lead to a shutdown. */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
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
      text: `${device.name} is on battery: mains is away.`,
      reason: 'On battery for longer than the confirmation delay.',
      data: { ...data, limit: rules.confirmSeconds },
    };
  }
  if (turn === 'over') {
    return {
      kind: 'outage-over',
      severity: 'info',
      device: device.id,
      text: `Mains is back and stable at ${device.name}, after ${seconds} s on battery.`,
      reason: 'On mains for as long as it takes to be stable.',
      data: { ...data, limit: rules.mainsStableSeconds },
    };
  }
  if (rules.mode === 'off') return undefined;
  const text = confirmed
    ? `Contact with ${device.name} was lost while it was on battery. Mainstay takes it to be on battery still: a countdown goes on, and time on battery counts.`
    : `Contact with ${device.name} was lost. Nothing is shut down for that, but until it is back this UPS cannot protect this computer.`;
  return warning(device, text, 'Contact was lost.', data);
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
    text: `This computer has slept, or Mainstay did not run, for ${seconds} s. What the UPSes said before that no longer counts.`,
    reason: 'Old readings are void.',
    data: { seconds },
  };
}

/** A time of the schedule went by. */
export function missedEntry({ at }: Occurrence): Entry {
  const when = new Date(at).toLocaleString();
  const reason = `The shutdown set for ${when} was missed: this computer slept, its clock was set, or something else was going on.`;
  const text = `${reason} It is not made up for.`;
  return { kind: 'trigger-warning', severity: 'info', text, reason, data: { scheduledFor: at } };
}

/** Why a trigger that is set to act does not, for now. */
export function whyNothing(device: DeviceState, supplies: readonly Supply[]): string {
  const others = supplies.filter((each) => each.device.id !== device.id && each.acting === undefined);
  return others.length === 0
    ? 'Nothing is shut down for it, since a person stopped that.'
    : `Nothing is shut down for it while ${others.map((each) => each.device.name).join(' and ')} can carry this computer.`;
}
