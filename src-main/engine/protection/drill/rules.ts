/** The rules in force while a drill runs: the person's own, short enough to watch, and never beyond practice. */
import type { ProtectionSetting, Triggers } from '../../../../src-shared/settings/protection.ts';
import { DRILL_COUNTDOWN_SECONDS, DRILL_ON_BATTERY_SECONDS } from './course.ts';

/** Everything off but the time on battery, which any UPS can feed. */
const DRILL_TRIGGERS: Triggers = {
  timeOnBattery: { level: 'act', seconds: DRILL_ON_BATTERY_SECONDS },
  charge: { level: 'off', percent: 1 },
  runtime: { level: 'off', seconds: 30 },
  lowBattery: { level: 'off' },
  fault: { level: 'off' },
  request: { level: 'off' },
};

/** The person's rules as a drill of `device` bends them. */
export function drillRules(rules: ProtectionSetting, device: string): ProtectionSetting {
  return {
    ...rules,
    mode: 'practice',
    triggersOf: { ...rules.triggersOf, [device]: DRILL_TRIGGERS },
    suppliesNeeded: 'all',
    countdownSeconds: Math.min(rules.countdownSeconds, DRILL_COUNTDOWN_SECONDS),
    schedule: [],
  };
}
