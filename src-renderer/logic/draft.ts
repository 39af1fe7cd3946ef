/** Edits of the protection settings before they are saved, and what would be impossible about them. */
import type { ProtectionSetting } from '../../src-shared/settings/index.ts';
import type { ScheduleEntry, Triggers } from '../../src-shared/settings/protection.ts';

/** Why settings cannot be saved. */
export type DraftFault = 'program' | 'command' | 'supplies';

/** What is impossible; `feeding` is how many UPSes feed this computer. */
export function faultsOf(setting: ProtectionSetting, feeding: number): DraftFault[] {
  const { action, ownCommand, suppliesNeeded } = setting;
  const faults: DraftFault[] = [];
  if (ownCommand.enabled && ownCommand.program.trim() === '') faults.push('program');
  if (action === 'command' && !ownCommand.enabled) faults.push('command');
  if (suppliesNeeded !== 'all' && feeding > 0 && suppliesNeeded > feeding) faults.push('supplies');
  return faults;
}

/** With triggers of one UPS, or the common ones, replaced; undefined returns that UPS to the common ones. */
export function withTriggers(
  setting: ProtectionSetting,
  device: string | undefined,
  triggers: Triggers | undefined,
): ProtectionSetting {
  if (device === undefined) return triggers === undefined ? setting : { ...setting, triggers };
  const others = Object.entries(setting.triggersOf).filter(([id]) => id !== device);
  const own = triggers === undefined ? [] : [[device, triggers] as const];
  return { ...setting, triggersOf: Object.fromEntries([...others, ...own]) };
}

/** The days of a week from Monday (ISO 8601), as the settings number them: 0 is Sunday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

/** A new entry of the schedule; its id differs from all others. */
export function newEntry(schedule: readonly ScheduleEntry[]): ScheduleEntry {
  const taken = new Set(schedule.map(({ id }) => id));
  let number = schedule.length + 1;
  while (taken.has(`entry-${number}`)) number += 1;
  return { id: `entry-${number}`, enabled: true, days: [1, 2, 3, 4, 5], at: '23:00' };
}
