/**
 * An outage that goes on, looked at ahead: how the charge should fall, when which trigger would hold, and what follows.
 * Only for the eye. What is done is decided by the engine, on readings and not on any of this.
 */
import type {
  CallOutput,
  Countdown,
  DeviceState,
  PreviewStep,
  ProtectionState,
  Series,
} from '../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../src-shared/settings.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { numberOf } from './condition.ts';
import { type Formats, momentText, numberText, spokenDuration } from './formats.ts';
import { triggersOf } from './plan.ts';

/** The charge expected at a moment (milliseconds), and the range it should stay in. Percent. */
export interface Expected {
  readonly at: number;
  readonly charge: number;
  readonly low: number;
  readonly high: number;
}

/** How the charge is expected to fall, and by what. */
export interface Expectation {
  /**
   * `learned`: from earlier discharges. `reported`: straight to the end of the runtime that the UPS reports. `observed`:
   * straight on as it has fallen in this outage.
   */
  readonly source: 'learned' | 'reported' | 'observed';
  readonly points: readonly Expected[];
}

/** What an outage is looked at with. */
export interface OutageContext {
  readonly device: DeviceState;
  readonly protection: ProtectionState;
  readonly setting: ProtectionSetting;
  readonly now: number;
  readonly formats: Formats;
  readonly t: Translate;
}

/** From the present charge to nothing at the end of the reported runtime; undefined where either is not reported. */
export function reportedCourse(device: DeviceState, now: number): Expectation | undefined {
  const charge = numberOf(device, 'battery.charge');
  const runtime = numberOf(device, 'battery.runtime');
  if (charge === undefined || runtime === undefined) return undefined;
  const begin = device.readAt ?? now;
  return {
    source: 'reported',
    points: [
      { at: begin, charge, low: charge, high: charge },
      { at: begin + runtime * 1000, charge: 0, low: 0, high: 0 },
    ],
  };
}

/** The learned curve of an outage that began at `begin` with the charge that was asked for; undefined where there is none. */
export function learnedCourse(curve: CallOutput<'battery.curve'> | undefined, begin: number): Expectation | undefined {
  if (curve === undefined || curve.points.length < 2) return undefined;
  const points = curve.points.map(({ seconds, charge, low, high }) => ({
    at: begin + seconds * 1000,
    charge,
    low,
    high,
  }));
  return { source: 'learned', points };
}

/** The same course from the charge that is there at a moment: earlier or later on its way than was expected. */
export function goneOn({ source, points }: Expectation, charge: number, at: number): Expectation | undefined {
  const expected = fallsTo(charge, points);
  if (expected === undefined) return undefined;
  const by = at - expected;
  const ahead = points.filter((point) => point.at > expected).map((point) => ({ ...point, at: point.at + by }));
  return { source, points: [{ at, charge, low: charge, high: charge }, ...ahead] };
}

/** The voltage drops at once when the load is taken over, and a charge that is told from it does too. Milliseconds. */
const SETTLING = 30_000;
/** What has to be seen before it is drawn further: so long, in milliseconds, and so many percent. */
const SEEN = { span: 120_000, fall: 2 } as const;
/** Only so much of the past says how it goes on. Milliseconds. */
const RECENT = 900_000;

/** Straight on as the charge has fallen lately in this outage; undefined while too little of it was seen. */
export function observedCourse(measured: Series['points'], begin: number): Expectation | undefined {
  const last = measured.at(-1);
  if (last === undefined) return undefined;
  const first = measured.find(([time]) => time >= Math.max(begin + SETTLING, last[0] - RECENT));
  if (first === undefined) return undefined;
  const [from, to] = [first[2], last[2]];
  const span = last[0] - first[0];
  if (span < SEEN.span || from - to < SEEN.fall) return undefined;
  const end = last[0] + (to / (from - to)) * span;
  return {
    source: 'observed',
    points: [
      { at: last[0], charge: to, low: to, high: to },
      { at: end, charge: 0, low: 0, high: 0 },
    ],
  };
}

/** When the expected charge falls to so many percent; undefined when it does not. */
export function fallsTo(percent: number, points: readonly Expected[]): number | undefined {
  for (const [index, point] of points.entries()) {
    if (point.charge > percent) continue;
    const before = points[index - 1];
    if (before === undefined || before.charge === point.charge) return point.at;
    return before.at + ((before.charge - percent) / (before.charge - point.charge)) * (point.at - before.at);
  }
  return undefined;
}

/** The charge expected at a moment; undefined before and after what is expected. */
export function chargeAt(time: number, points: readonly Expected[]): number | undefined {
  const index = points.findIndex(({ at }) => at >= time);
  const after = points[index];
  const before = points[index - 1];
  if (after === undefined || (before === undefined && after.at !== time)) return undefined;
  if (before === undefined || after.at === before.at) return after.charge;
  return before.charge + ((time - before.at) / (after.at - before.at)) * (after.charge - before.charge);
}

/** A trigger and the moment at which it would hold, if the battery goes on as expected. */
export interface Foreseen {
  readonly trigger: 'timeOnBattery' | 'charge' | 'runtime' | 'lowBattery' | 'plan';
  readonly at: number;
}

/** The acting trigger that would hold first. Those that a UPS cannot feed, and those that nobody can foresee, are left out. */
export function firstTrigger(context: OutageContext, course: Expectation | undefined): Foreseen | undefined {
  const { device, protection, setting, now } = context;
  if (setting.mode === 'off') return undefined;
  const triggers = triggersOf(setting, device.id);
  const runtime = numberOf(device, 'battery.runtime');
  const charge = course === undefined ? undefined : (percent: number) => fallsTo(percent, course.points);
  const acts = (name: 'timeOnBattery' | 'charge' | 'runtime' | 'lowBattery'): boolean =>
    triggers[name].level === 'act' &&
    protection.feeds.every((feed) => feed.device !== device.id || feed.trigger !== name || feed.feeds);
  const runsTo = (seconds: number | undefined): number | undefined =>
    runtime === undefined || seconds === undefined ? undefined : now + (runtime - seconds) * 1000;
  const { onBatterySince, plan } = protection;
  const lowCharge = numberOf(device, 'battery.charge.low');
  const lowRuntime = numberOf(device, 'battery.runtime.low');
  const moments: readonly (readonly [Foreseen['trigger'], number | undefined])[] = [
    [
      'timeOnBattery',
      acts('timeOnBattery') && onBatterySince !== undefined
        ? onBatterySince + triggers.timeOnBattery.seconds * 1000
        : undefined,
    ],
    ['charge', acts('charge') ? charge?.(triggers.charge.percent) : undefined],
    ['runtime', acts('runtime') ? runsTo(triggers.runtime.seconds) : undefined],
    [
      'lowBattery',
      acts('lowBattery')
        ? earliest(lowCharge === undefined ? undefined : charge?.(lowCharge), runsTo(lowRuntime))
        : undefined,
    ],
    ['plan', runsTo(plan?.neededSeconds)],
  ];
  return moments
    .flatMap(([trigger, at]) => (at === undefined ? [] : [{ trigger, at: Math.max(now, at) }]))
    .toSorted((a, b) => a.at - b.at)[0];
}

function earliest(...moments: readonly (number | undefined)[]): number | undefined {
  const known = moments.filter((moment) => moment !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** What happens next, in one sentence, and all of the outage as steps in seconds from its begin. */
export interface Outlook {
  readonly sentence: string;
  readonly steps: readonly PreviewStep[];
  /** When the last step is due; missing where nobody can tell. */
  readonly actsAt?: number;
  readonly emptyAt?: number;
}

/** The outlook of an outage. Times after `now` are estimates unless a countdown runs. */
export function outlookOf(context: OutageContext, course: Expectation | undefined): Outlook {
  const { protection, setting, now, t, formats, device } = context;
  const { countdown, onBatterySince = now, phase } = protection;
  const practice = countdown?.practice ?? setting.mode !== 'armed';
  const next = countdown === undefined ? firstTrigger(context, course) : undefined;
  const begins = countdown?.startedAt ?? next?.at;
  const actsAt = countdown?.actsAt ?? (next === undefined ? undefined : next.at + setting.countdownSeconds * 1000);
  const emptyAt = fallsTo(0, course?.points ?? []);
  const { shutdownSeconds } = protection.plan ?? setting;
  const cuts =
    !practice &&
    setting.powerOffUps &&
    (setting.action === 'shutdown' || setting.action === 'hibernate') &&
    protection.powerCycle.some((each) => each.device === device.id && each.can);
  const steps: PreviewStep[] = [];
  const step = (kind: PreviewStep['kind'], at: number | undefined, text: string): void => {
    if (at !== undefined) steps.push({ seconds: Math.max(0, (at - onBatterySince) / 1000), kind, text });
  };
  // It is an outage already, whatever made sure of it.
  step('confirmed', onBatterySince, t('outlook.step.lost', { time: momentText(onBatterySince, 'time', formats) }));
  step(
    'countdown',
    begins,
    countdown === undefined
      ? t('outlook.step.countdownAbout', { why: next === undefined ? '' : whyText(next, context) })
      : t('outlook.step.countdown'),
  );
  step('action', actsAt, t(practice ? `outlook.step.practice.${setting.action}` : `outlook.step.${setting.action}`));
  if (actsAt !== undefined && cuts) {
    step('ups-off', actsAt + shutdownSeconds * 1000, t('outlook.step.cut'));
  }
  // Past its last step this computer needs the battery no more; before it, the empty battery is what is to be seen.
  if (actsAt === undefined || (emptyAt ?? actsAt) < actsAt) step('empty', emptyAt, t('outlook.step.empty'));
  return {
    sentence: phase === 'committed' ? '' : sentenceOf(context, { countdown, next, actsAt, emptyAt, practice }),
    steps,
    ...(actsAt === undefined ? {} : { actsAt }),
    ...(emptyAt === undefined ? {} : { emptyAt }),
  };
}

function whyText({ trigger }: Foreseen, { device, setting, formats, t }: OutageContext): string {
  const triggers = triggersOf(setting, device.id);
  return t(`outlook.why.${trigger}`, {
    percent: numberText(triggers.charge.percent, formats, 0),
    time: spokenDuration(
      trigger === 'timeOnBattery' ? triggers.timeOnBattery.seconds : triggers.runtime.seconds,
      formats,
    ),
  });
}

function sentenceOf(
  context: OutageContext,
  known: {
    readonly countdown: Countdown | undefined;
    readonly next: Foreseen | undefined;
    readonly actsAt: number | undefined;
    readonly emptyAt: number | undefined;
    readonly practice: boolean;
  },
): string {
  const { protection, setting, now, formats, t } = context;
  const { countdown, next, actsAt, emptyAt, practice } = known;
  const lasts = emptyAt === undefined ? undefined : spokenDuration((emptyAt - now) / 1000, formats);
  if (protection.phase === 'confirming') return t('outage.confirming');
  if (setting.mode === 'off') {
    return lasts === undefined ? t('outlook.off') : t('outlook.offLasts', { time: lasts });
  }
  if (countdown !== undefined) {
    return t(`outlook.${practice ? 'practice' : 'counting'}.${setting.action}`, {
      moment: momentText(countdown.actsAt, 'time', formats),
      reason: countdown.reason,
    });
  }
  if (next === undefined || actsAt === undefined) {
    return lasts === undefined ? t('outlook.unknown') : t('outlook.nothing', { time: lasts });
  }
  return t(`outlook.${practice ? 'wouldWait' : 'waiting'}.${setting.action}`, {
    time: spokenDuration((next.at - now) / 1000, formats),
    why: whyText(next, context),
    moment: momentText(actsAt, 'time', formats),
  });
}
