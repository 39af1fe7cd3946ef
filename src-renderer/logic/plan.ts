/** The protection plan in one sentence: when this computer would be shut down, and whether it really would. */
import type { DeviceState, ProtectionState, TriggerName } from '../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../src-shared/settings.ts';
import type { Translate } from '../texts/index.ts';
import { type Formats, numberText, spokenDuration } from './formats.ts';

/** The triggers, in the order in which people read them. */
export const TRIGGERS: readonly TriggerName[] = ['timeOnBattery', 'charge', 'runtime', 'lowBattery'];

/** The plan, and what is wrong with it. */
export interface Plan {
  readonly sentence: string;
  /** Triggers that are switched on but that no UPS of this computer can feed, and why. */
  readonly unfed: readonly { readonly trigger: TriggerName; readonly why: string }[];
  /** Nothing would ever act though it should. */
  readonly powerless: boolean;
}

/** What of the engine's state the plan depends on. */
export interface PlanContext {
  readonly feeds: ProtectionState['feeds'];
  readonly devices: Readonly<Record<string, DeviceState>>;
  readonly formats: Formats;
  readonly t: Translate;
}

/** Whether any UPS that feeds this computer can feed the trigger; when not, why. */
export function feedOf(
  trigger: TriggerName,
  { feeds, devices, t }: PlanContext,
): { readonly fed: true } | { readonly fed: false; readonly why: string } {
  const own = feeds.filter((feed) => feed.trigger === trigger && devices[feed.device]?.feedsThisComputer === true);
  if (own.some((feed) => feed.feeds)) return { fed: true };
  return { fed: false, why: own.find((feed) => feed.why !== undefined)?.why ?? t('plan.noUps') };
}

/** The plan as it would be with this setting; the setting may still be an unsaved one. */
export function planOf(setting: ProtectionSetting, context: PlanContext): Plan {
  const { t, formats } = context;
  const acting = TRIGGERS.filter((trigger) => setting.triggers[trigger].level === 'act');
  const judged = acting.map((trigger) => ({ trigger, feed: feedOf(trigger, context) }));
  const unfed = judged.flatMap(({ trigger, feed }) => (feed.fed ? [] : [{ trigger, why: feed.why }]));
  const fed = judged.filter(({ feed }) => feed.fed).map(({ trigger }) => conditionText(trigger, setting, context));
  if (setting.mode === 'off') return { sentence: t('plan.off'), unfed: [], powerless: false };
  if (fed.length === 0) {
    const sentence = acting.length === 0 ? t('plan.nothingChosen') : t('plan.nothingFed');
    return { sentence, unfed, powerless: true };
  }
  const conditions = new Intl.ListFormat(formats.locale, { type: 'disjunction' }).format(fed);
  const key = setting.countdownSeconds > 0 ? 'plan.sentence' : 'plan.sentenceAtOnce';
  const sentence = t(key, {
    action: t(`plan.action.${setting.mode}.${setting.action}`),
    conditions,
    countdown: spokenDuration(setting.countdownSeconds, formats),
  });
  return { sentence, unfed, powerless: false };
}

function conditionText(trigger: TriggerName, setting: ProtectionSetting, { t, formats }: PlanContext): string {
  const { triggers } = setting;
  switch (trigger) {
    case 'timeOnBattery':
      return t('plan.condition.timeOnBattery', { time: spokenDuration(triggers.timeOnBattery.seconds, formats) });
    case 'charge':
      return t('plan.condition.charge', { percent: numberText(triggers.charge.percent, formats, 0) });
    case 'runtime':
      return t('plan.condition.runtime', { time: spokenDuration(triggers.runtime.seconds, formats) });
    case 'lowBattery':
      return t('plan.condition.lowBattery');
  }
}
