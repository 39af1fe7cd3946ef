/** What comes next: the policy run ahead from what it remembers now, while every UPS goes on as it is. */
import type { ForecastStep } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import type { Policy, PolicyMoment } from '../../base/parts.ts';
import { lastSteps, lookAhead } from './ahead.ts';
import { countingDevices } from './feeds.ts';
import { secondsLeft } from './gauge.ts';
import { draining, type Going, staying } from './going-on.ts';
import { Memory } from './memory.ts';

/** A shutdown of the schedule is followed no further ahead than this. Milliseconds. */
const SCHEDULE_NEAR = 6 * 3_600_000;

/** The steps from this moment on, the nearest first; none while mains carries everything. */
export function forecast(
  policy: Pick<Policy, 'decide'>,
  state: unknown,
  rules: ProtectionSetting,
  moment: PolicyMoment,
): ForecastStep[] {
  const { now, steady, measuredSeconds } = moment;
  // Of the moment itself everything was decided already: deciding it again tells where that came to.
  const present = {
    now,
    steady,
    devices: moment.devices,
    ...(measuredSeconds === undefined ? {} : { measuredSeconds }),
  };
  const { protection } = policy.decide(state, rules, present);
  const { phase, committed, countdown, scheduled } = protection;
  if (phase === 'idle') return [];
  if (committed !== undefined) {
    if (committed.practice) return [];
    const devices = committed.device === undefined ? [] : [committed.device];
    return lastSteps(committed.at, false, devices, rules, moment).filter(({ at }) => at > now);
  }
  const schedule = scheduled !== undefined && scheduled.at - now <= SCHEDULE_NEAR ? rules.schedule : [];
  return lookAhead({
    policy,
    state,
    rules: { ...rules, schedule },
    moment,
    goings: goingsOf(state, moment),
    countdown,
  });
}

/** How each UPS that counts goes on: on battery for as long as the policy itself believes that it lasts. */
export function goingsOf(state: unknown, { devices, steady }: PolicyMoment): Going[] {
  const watches = state instanceof Memory ? state.content.watches : {};
  return countingDevices(devices).map((device) => {
    const watch = watches[device.id];
    if (watch === undefined || watch.source === 'mains') return staying(device);
    return draining(device, secondsLeft(watch, steady));
  });
}
