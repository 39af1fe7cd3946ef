/** The protection plan in one sentence: when this computer would be shut down, and whether it really would. */
import type { DeviceState, ProtectionState, UpsTriggerName } from '../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../src-shared/settings/index.ts';
import type { Triggers } from '../../src-shared/settings/protection.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { type Formats, numberText, spokenDuration } from './formats.ts';

/** The triggers that a UPS can feed, in the order in which people read them. */
export const TRIGGERS: readonly UpsTriggerName[] = [
  'timeOnBattery',
  'charge',
  'runtime',
  'lowBattery',
  'fault',
  'request',
];

/** What holds sooner or later in every outage. A fault may never come, and other machines may never ask. */
const CERTAIN: ReadonlySet<UpsTriggerName> = new Set(['timeOnBattery', 'charge', 'runtime', 'lowBattery']);

/** The plan, and what is wrong with it. */
export interface Plan {
  readonly sentence: string;
  /** Triggers that are switched on but that no UPS of this computer can feed, and why. */
  readonly unfed: readonly { readonly trigger: UpsTriggerName; readonly why: string }[];
  /** An outage would end with an empty battery though something should act. */
  readonly powerless: boolean;
}

/** What of the engine's state the plan depends on. */
export interface PlanContext {
  readonly feeds: ProtectionState['feeds'];
  readonly devices: Readonly<Record<string, DeviceState>>;
  readonly formats: Formats;
  readonly t: Translate;
}

/** The UPSes that feed this computer, by name. */
export function feedingUpses(devices: Readonly<Record<string, DeviceState>>): DeviceState[] {
  return Object.values(devices)
    .filter((device) => device.feedsThisComputer)
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** Those of them that count: in use, and simulated ones only while there is no real one. */
export function countingUpses(devices: Readonly<Record<string, DeviceState>>): DeviceState[] {
  const inUse = feedingUpses(devices).filter(({ link }) => link !== 'disabled');
  const real = inUse.filter(({ simulated }) => !simulated);
  return real.length > 0 ? real : inUse;
}

/** The triggers of one UPS: its own, or the common ones. */
export function triggersOf(setting: ProtectionSetting, device: string | undefined): Triggers {
  return (device === undefined ? undefined : setting.triggersOf[device]) ?? setting.triggers;
}

/** Whether a UPS that feeds this computer, or the named one of them, can feed the trigger; when not, why. */
export function feedOf(
  trigger: UpsTriggerName,
  { feeds, devices, t }: PlanContext,
  device?: string,
): { readonly fed: true } | { readonly fed: false; readonly why: string } {
  const own = feeds.filter(
    (feed) =>
      feed.trigger === trigger &&
      devices[feed.device]?.feedsThisComputer === true &&
      (device === undefined || feed.device === device),
  );
  if (own.some((feed) => feed.feeds)) return { fed: true };
  return { fed: false, why: own.find((feed) => feed.why !== undefined)?.why ?? t('plan.noUps') };
}

/** The plan as it would be with this setting, which may be an unsaved one; with `device`, as far as that UPS goes. */
export function planOf(setting: ProtectionSetting, context: PlanContext, device?: string): Plan {
  const { t, formats } = context;
  if (setting.mode === 'off') return { sentence: t('plan.off'), unfed: [], powerless: false };
  const triggers = triggersOf(setting, device);
  const acting = TRIGGERS.filter((trigger) => triggers[trigger].level === 'act');
  const judged = acting.map((trigger) => ({ trigger, feed: feedOf(trigger, context, device) }));
  const unfed = judged.flatMap(({ trigger, feed }) => (feed.fed ? [] : [{ trigger, why: feed.why }]));
  const fed = judged.filter(({ feed }) => feed.fed).map(({ trigger }) => trigger);
  const powerless = !fed.some((trigger) => CERTAIN.has(trigger));
  if (powerless && !fed.includes('fault')) {
    const chosen = acting.some((trigger) => CERTAIN.has(trigger));
    return { sentence: t(chosen ? 'plan.nothingFed' : 'plan.nothingChosen'), unfed, powerless };
  }
  const conditions = fed.map((trigger) => conditionText(trigger, triggers, context));
  const key = setting.countdownSeconds > 0 ? 'plan.sentence' : 'plan.sentenceAtOnce';
  const sentence = t(key, {
    action: t(`plan.action.${setting.mode}.${setting.action}`),
    conditions: new Intl.ListFormat(formats.locale, { type: 'disjunction' }).format(conditions),
    countdown: spokenDuration(setting.countdownSeconds, formats, false),
  });
  return { sentence, unfed, powerless };
}

function conditionText(trigger: UpsTriggerName, triggers: Triggers, { t, formats }: PlanContext): string {
  switch (trigger) {
    case 'timeOnBattery':
      return t('plan.condition.timeOnBattery', {
        time: spokenDuration(triggers.timeOnBattery.seconds, formats, false),
      });
    case 'charge':
      return t('plan.condition.charge', { percent: numberText(triggers.charge.percent, formats, 0) });
    case 'runtime':
      return t('plan.condition.runtime', { time: spokenDuration(triggers.runtime.seconds, formats, false) });
    case 'lowBattery':
    case 'fault':
    case 'request':
      return t(`plan.condition.${trigger}`);
  }
}
