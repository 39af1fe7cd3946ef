/** Whether enough of the UPSes that feed this computer hold. */
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { agrees } from '../../../../src-shared/nut/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import type { PolicyMoment } from '../../base/parts.ts';
import { triggerKey, type Watch } from './memory.ts';
import { planTrigger } from './plan.ts';
import { type Holding, holding } from './triggers.ts';
import { awaited, inDoubt } from './watch.ts';

/** A UPS that has not been read yet is waited for; it may well hold. Milliseconds. */
const FIRST_LOOK = 30_000;

/** One UPS that counts. */
export interface Supply {
  readonly device: DeviceState;
  readonly watch: Watch;
  /** Every trigger that holds now, at any level. */
  readonly held: readonly Holding[];
  /** The first that is set to act and that the person has not stopped. */
  readonly acting: Holding | undefined;
}

/** Looks at one UPS. */
export function supplyOf(
  device: DeviceState,
  watch: Watch,
  rules: ProtectionSetting,
  moment: PolicyMoment,
  muted: ReadonlySet<string>,
): Supply {
  const plan = planTrigger(watch, device, rules, moment, muted.has(triggerKey(device.id, 'plan')));
  const held = [...holding(watch, device, rules, moment.steady), ...(plan === undefined ? [] : [plan])];
  const quiet = ({ trigger }: Holding): boolean => trigger !== 'plan' && muted.has(triggerKey(device.id, trigger));
  const acting = held.find((each) => each.level === 'act' && !quiet(each));
  return { device, watch, held, acting };
}

/** How many must hold. */
export function suppliesNeeded({ suppliesNeeded: needed }: ProtectionSetting, there: number): number {
  return needed === 'all' ? there : Math.min(needed, there);
}

/**
 * Holds: what it says is known, and none of its triggers acts. Without contact, or while what it says is not known by two
 * readings, nobody knows: such a UPS does not hold, but no shutdown begins for it alone.
 */
function holds(supply: Supply, steady: number): boolean {
  const { watch, acting } = supply;
  if (acting !== undefined) return false;
  // At the start, and after a sleep, a UPS is given time to speak.
  if (watch.known === undefined && watch.source === 'unknown' && steady - watch.firstSeen < FIRST_LOOK) return true;
  if (awaited(watch, steady)) return true;
  return surelyHolds(supply);
}

/** It is known now, by a live reading, that this UPS holds. */
export function surelyHolds({ device, watch, acting }: Supply): boolean {
  const known = device.link === 'live' && watch.voidSince === undefined && watch.known !== undefined;
  return known && acting === undefined && !agrees(watch.signs.off) && !inDoubt(watch);
}

/** Whether too few hold, and at least one of them because a trigger of its own acts. */
export function short(supplies: readonly Supply[], rules: ProtectionSetting, steady: number): boolean {
  const standing = supplies.filter((supply) => holds(supply, steady)).length;
  return standing < suppliesNeeded(rules, supplies.length) && supplies.some(({ acting }) => acting !== undefined);
}

/** Whether a UPS for which a countdown began is well again: mains that comes and goes is not back until it is stable. */
export function recovered({ watch, acting }: Supply): boolean {
  return acting === undefined && !watch.confirmed;
}

/**
 * Whether it is certain in this moment that too few hold: what a countdown at its end asks. A UPS that failed and is out
 * of contact has not recovered; one whose last reading may mean that it has is waited for.
 */
export function shortNow(
  supplies: readonly Supply[],
  failed: ReadonlySet<string>,
  rules: ProtectionSetting,
  steady: number,
): boolean {
  const fails = (supply: Supply): boolean => {
    const { device, watch, acting } = supply;
    if (awaited(watch, steady)) return false;
    if (acting !== undefined) return true;
    return failed.has(device.id) && watch.source === 'battery' && device.link !== 'live';
  };
  const standing = supplies.filter(
    (supply) => !fails(supply) && (failed.has(supply.device.id) || holds(supply, steady)),
  ).length;
  return standing < suppliesNeeded(rules, supplies.length) && supplies.some(fails);
}
