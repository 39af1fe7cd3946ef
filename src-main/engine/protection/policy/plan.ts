/** The time that going down takes, against the time that the batteries last. */
import type { DeviceState, ProtectionState } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { PolicyMoment } from '../../base/parts.ts';
import { anythingActs } from './feeds.ts';
import { secondsLeft } from './gauge.ts';
import type { Watch } from './memory.ts';
import { type Holding, inputs } from './triggers.ts';
import { awaited, carriedIn } from './watch.ts';

/** The next shutdown may take longer than the last one by so much. */
const MARGIN = 1.25;
/** Until the next readings have come and been looked at. Seconds. */
const SLACK = 10;

/** The plan as clients see it, and the part of it that no countdown shortens. Seconds. */
export interface Plan {
  readonly view: NonNullable<ProtectionState['plan']>;
  /** Own command and going down. */
  readonly rest: number;
}

/** How long going down takes by these rules. */
export function planOf(rules: ProtectionSetting, { measuredSeconds }: PolicyMoment): Plan {
  const { ownCommand } = rules;
  const command = ownCommand.enabled && ownCommand.program !== '' ? ownCommand.timeoutSeconds : 0;
  const measured = measuredSeconds !== undefined && rules.action === 'shutdown';
  const set = rules.action === 'command' ? 0 : rules.shutdownSeconds;
  const shutdownSeconds = measured ? Math.ceil(measuredSeconds * MARGIN) : set;
  const rest = command + shutdownSeconds;
  const neededSeconds = rest + rules.countdownSeconds;
  return { view: { shutdownSeconds, source: measured ? 'measured' : 'set', neededSeconds }, rest };
}

/**
 * The trigger that nobody sets: the battery lasts no longer than going down takes. It only acts earlier than something
 * that the person has set to act. Once the person has stopped a countdown (`muted`), it comes when not even time for
 * another countdown is left.
 */
export function planTrigger(
  watch: Watch,
  device: DeviceState,
  rules: ProtectionSetting,
  moment: PolicyMoment,
  muted: boolean,
): Holding | undefined {
  if (!watch.confirmed || watch.source !== 'battery' || watch.batterySince === undefined) return undefined;
  if (awaited(watch, moment.steady) || !anythingActs(rules, device.id)) return undefined;
  const { view, rest } = planOf(rules, moment);
  const left = secondsLeft(watch, moment.steady);
  const limit = muted ? rest : view.neededSeconds;
  if (left === undefined || left > limit + SLACK) return undefined;
  const seconds = Math.floor(carriedIn(watch, moment.steady) / 1000);
  const told = { name: device.name, seconds: Math.round(left), needed: limit };
  const live = device.link === 'live';
  const reason = muted
    ? say(live ? 'decision.plan.live' : 'decision.plan.lost', told)
    : say(live ? 'decision.plan.liveWithCountdown' : 'decision.plan.lostWithCountdown', told);
  return {
    trigger: 'plan',
    level: 'act',
    reason,
    data: { ...inputs(device, seconds), trigger: 'plan', secondsLeft: Math.round(left), limit },
  };
}

/**
 * How long this computer is carried still, in seconds, when so many supplies must hold: until the battery fails that
 * leaves fewer. Infinite while mains carries enough of them; undefined when it is not known.
 */
export function carriedFor(watches: readonly Watch[], needed: number, steady: number): number | undefined {
  const each = watches.map((watch) => {
    if (watch.source === 'mains' || watch.known === 'mains') return Number.POSITIVE_INFINITY;
    return secondsLeft(watch, steady);
  });
  const known = each.filter((seconds) => seconds !== undefined).toSorted((a, b) => b - a);
  // What is not known may fail first: it counts as the least.
  return needed === 0 ? Number.POSITIVE_INFINITY : known[needed - 1];
}
