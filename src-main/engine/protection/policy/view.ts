/** What clients see of a decision. */
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import type { PolicyMoment, PolicyView } from '../../base/parts.ts';
import { triggerFeeds } from './feeds.ts';
import type { Content, Running } from './memory.ts';
import { noticesOf } from './notices.ts';
import { mayCancel, mayPostpone } from './orders.ts';
import { planOf } from './plan.ts';
import type { Occurrence } from './schedule.ts';
import type { Supply } from './supplies.ts';

/** What a decision came to. */
export interface Outcome extends Pick<Content, 'countdown' | 'committed'> {
  readonly supplies: readonly Supply[];
  readonly next: Occurrence | undefined;
  /** Whether the last step of the countdown will only be noted. */
  readonly practice: boolean;
}

/** Shows it. */
export function viewOf(outcome: Outcome, rules: ProtectionSetting, moment: PolicyMoment): PolicyView {
  const { supplies, countdown, committed, next } = outcome;
  const begun = supplies.flatMap(({ watch }) => (carries(watch) ? (watch.batteryBegan ?? []) : []));
  return {
    mode: rules.mode,
    phase: phaseOf(outcome),
    feeds: triggerFeeds(moment.devices),
    notices: noticesOf(supplies, rules, moment),
    plan: planOf(rules, moment).view,
    ...(begun.length === 0 ? {} : { onBatterySince: Math.min(...begun) }),
    carrying: supplies.flatMap(({ device, watch }) =>
      !carries(watch) || watch.batteryBegan === undefined
        ? []
        : [{ device: device.id, since: watch.batteryBegan, confirmed: watch.confirmed }],
    ),
    ...(committed === undefined ? {} : { committed: committedOf(committed, moment) }),
    ...(next === undefined
      ? {}
      : { scheduled: { at: next.at, ...(next.startAt === undefined ? {} : { startAt: next.startAt }) } }),
    ...(countdown === undefined ? {} : { countdown: countdownOf(countdown, outcome, rules, moment) }),
  };
}

function committedOf(
  { device, performedAt, practice }: NonNullable<Content['committed']>,
  { now, steady }: PolicyMoment,
): NonNullable<PolicyView['committed']> {
  return { ...(device === undefined ? {} : { device }), at: now - (steady - performedAt), practice };
}

function countdownOf(
  countdown: Running,
  { supplies, practice }: Outcome,
  rules: ProtectionSetting,
  moment: PolicyMoment,
): NonNullable<PolicyView['countdown']> {
  const { device, trigger, reason, began, startedAt, actsAt } = countdown;
  const situation = { supplies, rules, moment };
  return {
    ...(device === undefined ? {} : { device }),
    trigger,
    reason,
    startedAt: began,
    actsAt: began + actsAt - startedAt,
    practice,
    cancel: mayCancel(situation),
    postpone: mayPostpone(situation, countdown),
  };
}

function phaseOf({ committed, countdown, supplies }: Outcome): PolicyView['phase'] {
  if (committed !== undefined) return 'committed';
  if (countdown !== undefined) return 'countdown';
  if (supplies.some(({ watch }) => watch.confirmed)) return 'on-battery';
  return supplies.some(({ watch }) => carries(watch)) ? 'confirming' : 'idle';
}

/** On battery, or in an outage whose mains is not stable yet; a flicker of which nothing came is over with mains. */
function carries({ batterySince, confirmed, source }: Supply['watch']): boolean {
  return batterySince !== undefined && (confirmed || source === 'battery');
}
