/** A countdown: how it begins, what stops it, and how it is cut short. */
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { PolicyMoment } from '../../base/parts.ts';
import type { Running } from './memory.ts';
import { carriedFor, planOf } from './plan.ts';
import { type Supply, suppliesNeeded, surelyHolds } from './supplies.ts';
import { triggersFor } from './watch.ts';
import type { Entry } from './words.ts';

/** What a countdown, or an order, begins with. */
export type Start = Pick<Running, 'trigger' | 'reason' | 'data' | 'failed'> &
  Pick<Partial<Running>, 'device' | 'startAt'>;

/** What everything about a countdown is judged by. */
export interface Scene {
  readonly supplies: readonly Supply[];
  readonly rules: ProtectionSetting;
  readonly moment: PolicyMoment;
}

/** That a countdown is cut short is told only for more than what readings differ by. Milliseconds. */
const JITTER = 5000;

/** Only what the person armed, and only a real UPS, does more than practise. */
export function isPractice(device: string | undefined, { supplies, rules }: Scene): boolean {
  if (rules.mode !== 'armed') return true;
  const concerned = supplies.filter((each) => device === undefined || each.device.id === device);
  return concerned.length > 0 && concerned.every((each) => each.device.simulated);
}

/** Begins it, as long as the rules say, or as the battery lasts. */
export function begun(start: Start, scene: Scene): { readonly running: Running; readonly entry: Entry } {
  const { rules, moment } = scene;
  const seconds = start.device === undefined ? rules.countdownSeconds : affordable(scene);
  const shortened = seconds < rules.countdownSeconds;
  const whole = Math.round(seconds);
  const deed = deedIn(whole, rules.action, isPractice(start.device, scene));
  return {
    running: {
      ...start,
      began: moment.now,
      startedAt: moment.steady,
      actsAt: moment.steady + seconds * 1000,
      shortened,
    },
    entry: {
      kind: 'countdown-started',
      severity: 'critical',
      device: start.device,
      text: [start.reason, ...(shortened ? [say('decision.shortened')] : []), deed].join(' '),
      reason: start.reason,
      data: { ...start.data, trigger: start.trigger, countdown: whole },
    },
  };
}

/** What will be done, and when: nothing is done "in 0 seconds". */
function deedIn(seconds: number, action: ProtectionSetting['action'], practice: boolean): string {
  if (seconds === 0) return practice ? say(`decision.wouldActAtOnce.${action}`) : say(`decision.actsAtOnce.${action}`);
  return practice ? say(`decision.wouldAct.${action}`, { seconds }) : say(`decision.willAct.${action}`, { seconds });
}

/** Cuts it short when the battery would not last; undefined when it does. `entry` where it is worth telling, once. */
export function cutShort(
  countdown: Running,
  scene: Scene,
): { readonly running: Running; readonly entry: Entry | undefined } | undefined {
  const { steady } = scene.moment;
  const actsAt = steady + spare(scene) * 1000;
  if (actsAt >= countdown.actsAt) return undefined;
  const told = countdown.shortened || countdown.actsAt - actsAt <= JITTER;
  const running = { ...countdown, actsAt, shortened: countdown.shortened || !told };
  if (told) return { running, entry: undefined };
  const seconds = Math.max(0, Math.round((actsAt - steady) / 1000));
  const reason = say('decision.tooShort');
  return {
    running,
    entry: {
      kind: 'trigger-warning',
      severity: 'critical',
      device: countdown.device,
      text: seconds === 0 ? say('decision.cutToNow', { reason }) : say('decision.cutShort', { reason, seconds }),
      reason,
      data: { ...countdown.data, countdown: seconds },
    },
  };
}

/** Why it must stop; undefined while it goes on. */
export function whyStop({ trigger, device, failed }: Running, { supplies, rules }: Scene): string | undefined {
  if (rules.mode === 'off') return say('decision.stop.off');
  if (device === undefined) return undefined;
  if (!supplies.some((each) => each.device.id === device)) return say('decision.stop.notFed');
  const set = trigger !== 'plan' && trigger !== 'schedule' && trigger !== 'person';
  if (set && triggersFor(rules, device)[trigger].level !== 'act') return say('decision.stop.trigger');
  if (failed.length === 0) return trigger === 'request' ? say('decision.stop.withdrawn') : say('decision.stop.mains');
  const sure = supplies.filter((each) => !failed.includes(each.device.id) && surelyHolds(each));
  return sure.length >= suppliesNeeded(rules, supplies.length) ? say('decision.stop.enough') : undefined;
}

/** How long a countdown may be, in seconds: as set, or as long as leaves time to go down. */
function affordable(scene: Scene): number {
  return Math.min(scene.rules.countdownSeconds, spare(scene));
}

/** For how long, in seconds, the batteries last beyond what going down takes; infinite where nobody knows. */
function spare({ supplies, rules, moment }: Scene): number {
  const watches = supplies.map(({ watch }) => watch);
  const known = carriedFor(watches, suppliesNeeded(rules, watches.length), moment.steady);
  const left = known ?? Math.min(...supplies.map((supply) => saidLow(supply, moment.steady)));
  return Math.max(0, left - planOf(rules, moment).rest);
}

/**
 * Where nothing else is known, a battery that is believed to be low lasts for as long as the UPS says that this means. What
 * it does not say cuts nothing short: the person gets the time that was set.
 */
function saidLow({ acting, watch, device }: Supply, steady: number): number {
  const means = device.values['battery.runtime.low'];
  if (acting?.trigger !== 'lowBattery' || typeof means !== 'number' || means <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, means - (steady - watch.signs.lowBattery.since) / 1000);
}
