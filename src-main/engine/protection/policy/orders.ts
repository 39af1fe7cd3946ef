/** What a person or another machine asks of protection, and when it is refused. */
import type { ProtectionState } from '../../../../src-shared/contract/index.ts';
import { agrees } from '../../../../src-shared/nut/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { NewEvent, Policy, PolicyAction, PolicyMoment, PolicyOrder } from '../../base/parts.ts';
import { type Content, Memory, type Running, triggerKey, type Watch } from './memory.ts';
import { carriedFor, planOf } from './plan.ts';
import { plausible } from './reading.ts';
import { type Supply, suppliesNeeded } from './supplies.ts';
import { countingDevices } from './feeds.ts';
import { doubtfulLow } from './triggers.ts';

type Permission = NonNullable<ProtectionState['countdown']>['cancel'];

/** With less charge than this a battery is nearly empty. Percent. */
const NEARLY_EMPTY = 10;
/** What must be left beyond going down itself, so that there is time to think again. Seconds. */
const RESERVE = 30;

/** What the permissions are judged by. */
export interface Situation {
  readonly supplies: readonly Pick<Supply, 'device' | 'watch'>[];
  readonly rules: ProtectionSetting;
  readonly moment: PolicyMoment;
}

/**
 * Stopping is safe while the batteries, by all that is known, last for going down later as well. Without contact nothing
 * is known; then the person, who may see that mains is back, decides.
 */
export function mayCancel({ supplies, rules, moment }: Situation): Permission {
  const needed = suppliesNeeded(rules, supplies.length);
  const { rest } = planOf(rules, moment);
  const spent = supplies.flatMap(({ device, watch }) => {
    if (watch.source !== 'battery' || !watch.confirmed || device.link !== 'live') return [];
    const charge = plausible(device, 'battery.charge');
    if (agrees(watch.signs.lowBattery) && doubtfulLow(watch, device, moment.steady) === undefined) {
      return [say('decision.spent.low', { name: device.name })];
    }
    return charge !== undefined && charge <= NEARLY_EMPTY
      ? [say('decision.spent.charge', { name: device.name, charge })]
      : [];
  });
  const cut = supplies.find(({ device, watch }) => agrees(watch.signs.request) && device.link === 'live');
  if (cut !== undefined) return { allowed: false, why: say('decision.aboutToCut', { name: cut.device.name }) };
  if (supplies.length - spent.length < needed && spent[0] !== undefined) {
    return { allowed: false, why: spent[0] };
  }
  const left = carriedFor(
    supplies.map(({ watch }) => watch),
    needed,
    moment.steady,
  );
  if (left !== undefined && left < rest + RESERVE) {
    const why = say('decision.spent.time', { seconds: Math.round(left), needed: rest });
    return { allowed: false, why };
  }
  return { allowed: true };
}

/** Putting off is safe only while it is known that the batteries last for the longer countdown and going down. */
export function mayPostpone(situation: Situation, countdown: Running): Permission {
  const { supplies, rules, moment } = situation;
  if (rules.countdownSeconds === 0) return { allowed: false, why: say('decision.noCountdown') };
  const cancel = mayCancel(situation);
  if (!cancel.allowed) return cancel;
  const left = carriedFor(
    supplies.map(({ watch }) => watch),
    suppliesNeeded(rules, supplies.length),
    moment.steady,
  );
  if (left === undefined) return { allowed: false, why: say('decision.unknownTime') };
  const remaining = Math.max(0, countdown.actsAt - moment.steady) / 1000 + rules.countdownSeconds;
  const { rest } = planOf(rules, moment);
  if (left >= remaining + rest + RESERVE) return { allowed: true };
  return {
    allowed: false,
    why: say('decision.cannotPostpone', {
      seconds: Math.round(left),
      more: rules.countdownSeconds,
      needed: Math.ceil(remaining + rest + RESERVE),
    }),
  };
}

/** Takes or refuses an order. */
export function give(
  content: Content,
  rules: ProtectionSetting,
  moment: PolicyMoment,
  order: PolicyOrder,
): ReturnType<Policy['order']> {
  const refused = (message: string): ReturnType<Policy['order']> => ({
    state: new Memory(content),
    accepted: false,
    message,
  });
  if (content.committed !== undefined && !content.committed.practice) {
    return refused(say('decision.tooLate'));
  }
  if (order.type === 'request') return begin(content, rules, order, refused);
  if (order.type === 'shutdown-now') return begin(content, rules, { type: order.type }, refused);
  const { countdown } = content;
  if (countdown === undefined) return refused(say('decision.noneRunning'));
  const situation = { supplies: suppliesIn(content, moment), rules, moment };
  const permission = order.type === 'cancel' ? mayCancel(situation) : mayPostpone(situation, countdown);
  if (!permission.allowed) return refused(say('decision.refused', { why: permission.why ?? '' }));
  return order.type === 'cancel' ? cancelled(content, countdown, moment) : postponed(content, countdown, rules, moment);
}

function begin(
  content: Content,
  rules: ProtectionSetting,
  order: { readonly type: 'shutdown-now' } | Extract<PolicyOrder, { type: 'request' }>,
  refused: (message: string) => ReturnType<Policy['order']>,
): ReturnType<Policy['order']> {
  if (rules.mode === 'off') return refused(say('decision.off'));
  const practice = rules.mode === 'practice' ? [say('decision.practice')] : [];
  if (order.type === 'shutdown-now') {
    const state = new Memory({ ...content, wanted: { type: 'shutdown-now' } });
    return { state, accepted: true, message: [say('decision.goingDown'), ...practice].join(' ') };
  }
  const { level } = rules.triggers.request;
  if (level === 'off') return refused(say('decision.noRequests'));
  const { from, reason } = order;
  const state = new Memory({ ...content, wanted: { type: 'request', from, reason } });
  if (level === 'warn') return { state, accepted: false, message: say('decision.onlyTold') };
  return { state, accepted: true, message: [say('decision.countdownBegins'), ...practice].join(' ') };
}

/** Its trigger, and those that hold already, stay quiet for this outage. */
function cancelled(content: Content, countdown: Running, moment: PolicyMoment): ReturnType<Policy['order']> {
  const { device, trigger } = countdown;
  const failed = device === undefined ? countdown.failed : [...countdown.failed, device];
  const muted = new Set([
    ...content.muted,
    ...content.told.filter((key) => failed.some((id) => key.endsWith(` ${id}`))),
    ...(device === undefined || trigger === 'schedule' || trigger === 'person' ? [] : [triggerKey(device, trigger)]),
    ...failed.map((id) => triggerKey(id, 'plan')),
  ]);
  const text = say('decision.personStopped');
  const event = eventOf(countdown, moment, 'countdown-cancelled', text, { cancelledBy: 'person' });
  const outcome: PolicyAction[] =
    device === undefined ? [] : [{ type: 'outcome', device, outcome: `${text} ${countdown.reason}` }];
  const message = device === undefined ? say('decision.countdownStopped') : say('decision.countdownStoppedForNow');
  return {
    state: new Memory({
      ...content,
      muted: [...muted],
      noted: device === undefined ? content.noted : [...new Set([...content.noted, device])],
      countdown: undefined,
      pending: [...content.pending, event, ...outcome],
    }),
    accepted: true,
    message,
  };
}

function postponed(
  content: Content,
  countdown: Running,
  rules: ProtectionSetting,
  moment: PolicyMoment,
): ReturnType<Policy['order']> {
  // One that is due and waits for its trigger is put off from now.
  const actsAt = Math.max(countdown.actsAt, moment.steady) + rules.countdownSeconds * 1000;
  const left = Math.round((actsAt - moment.steady) / 1000);
  const text = say('decision.personPostponed', { seconds: rules.countdownSeconds, left });
  const event = eventOf(countdown, moment, 'countdown-postponed', text, { secondsToAction: left });
  return {
    state: new Memory({ ...content, countdown: { ...countdown, actsAt }, pending: [...content.pending, event] }),
    accepted: true,
    message: say('decision.postponed', { left }),
  };
}

function eventOf(
  { device, data, reason }: Running,
  { now }: PolicyMoment,
  kind: NewEvent['kind'],
  text: string,
  more: NewEvent['data'],
): PolicyAction {
  const event = { time: now, kind, severity: 'warning' as const, text, data: { ...data, reason, ...more } };
  return { type: 'event', event: device === undefined ? event : { ...event, device } };
}

function suppliesIn(content: Content, { devices }: PolicyMoment): { device: Supply['device']; watch: Watch }[] {
  return countingDevices(devices).flatMap((device) => {
    const watch = content.watches[device.id];
    return watch === undefined ? [] : [{ device, watch }];
  });
}
