/**
 * An outage that goes on: how the charge should fall, and what the engine says comes next, in words. What is done is
 * decided by the engine, and so is what is foreseen.
 */
import type {
  CallOutput,
  Countdown,
  DeviceState,
  ForecastStep,
  PreviewStep,
  ProtectionState,
  Series,
  TriggerName,
} from '../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../src-shared/settings/index.ts';
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
  /** What another UPS is called. */
  readonly nameOf: (device: string) => string;
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

/** The charge expected at a moment; undefined before and after what is expected. */
export function chargeAt(time: number, points: readonly Expected[]): number | undefined {
  const index = points.findIndex(({ at }) => at >= time);
  const after = points[index];
  const before = points[index - 1];
  if (after === undefined || (before === undefined && after.at !== time)) return undefined;
  if (before === undefined || after.at === before.at) return after.charge;
  return before.charge + ((time - before.at) / (after.at - before.at)) * (after.charge - before.charge);
}

/** What happens next to one UPS, in one sentence, and all of its outage as steps in seconds from its begin. */
export interface Outlook {
  /** Empty once the last step has been taken for this UPS: then something else is said. */
  readonly sentence: string;
  readonly steps: readonly PreviewStep[];
  /** When the last step is due that this UPS leads to; missing where it leads to none. */
  readonly actsAt?: number;
}

/** What is nearer than this happens now. Milliseconds. */
const NOW = 1000;

/** When the battery of a UPS began to carry; undefined where it does not. Milliseconds. */
export function carriesSince({ carrying, onBatterySince }: ProtectionState, device: string): number | undefined {
  return carrying === undefined ? onBatterySince : carrying.find((each) => each.device === device)?.since;
}

/** Whether the countdown that runs is one that this UPS leads to. */
export function leadsTo({ countdown, forecast = [] }: ProtectionState, device: string): boolean {
  if (countdown === undefined) return false;
  const { device: first = device } = countdown;
  return first === device || forecast.some(({ kind, devices }) => OF_COUNTDOWN.has(kind) && devices.includes(device));
}

/** Whether the last step that was taken is one that this UPS led to. */
export function hasLedTo({ phase, committed }: ProtectionState, device: string): boolean {
  return phase === 'committed' && (committed?.device ?? device) === device;
}

const OF_COUNTDOWN: ReadonlySet<PreviewStep['kind']> = new Set(['cut-short', 'stopped', 'command', 'action']);

/** The outlook of a UPS in an outage, out of the engine's forecast: nothing of what comes is worked out here. */
export function outlookOf(context: OutageContext): Outlook {
  const { protection, device, now, t, formats } = context;
  const { countdown, forecast = [], phase } = protection;
  const since = carriesSince(protection, device.id) ?? now;
  const own = forecast.filter(({ devices }) => devices.length === 0 || devices.includes(device.id));
  const counting = countdown !== undefined && leadsTo(protection, device.id);
  const steps: PreviewStep[] = [
    // It is an outage already, whatever made sure of it.
    { seconds: 0, kind: 'confirmed', text: t('outlook.step.lost', { time: momentText(since, 'time', formats) }) },
    ...(counting && phase !== 'committed'
      ? [
          {
            seconds: secondsAfter(since, countdown.startedAt),
            kind: 'countdown' as const,
            text: t('outlook.step.countdown'),
          },
        ]
      : []),
    ...own.map(({ at, kind, text }) => ({ seconds: secondsAfter(since, Math.max(at, now)), kind, text })),
  ];
  const last = own.find(({ kind }) => kind === 'command' || kind === 'action')?.at;
  const actsAt = last ?? (counting ? countdown.actsAt : undefined);
  return {
    sentence: hasLedTo(protection, device.id) ? '' : sentenceOf(context, own, counting ? countdown : undefined),
    steps,
    ...(actsAt === undefined ? {} : { actsAt }),
  };
}

function secondsAfter(since: number, at: number): number {
  return Math.max(0, (at - since) / 1000);
}

function sentenceOf(context: OutageContext, own: readonly ForecastStep[], countdown: Countdown | undefined): string {
  const { protection, device, setting, now, formats, t } = context;
  const { phase, committed, carrying, forecast = [] } = protection;
  const until = (at: number): string => spokenDuration((at - now) / 1000, formats);
  if (phase === 'committed') return t('outlook.byOtherNow', { name: context.nameOf(committed?.device ?? '') });
  const confirmed = carrying?.find((each) => each.device === device.id)?.confirmed ?? phase !== 'confirming';
  if (!confirmed && countdown === undefined) return t('outage.confirming');
  const empty = own.find(({ kind }) => kind === 'empty')?.at;
  if (setting.mode === 'off') {
    return empty === undefined ? t('outlook.off') : t('outlook.offLasts', { time: until(empty) });
  }
  const first = own.find(({ kind }) => DECISIVE.has(kind));
  if (first?.kind === 'stopped' || first?.kind === 'over') return t('outlook.endsAt', { time: until(first.at) });
  const practice = protection.countdown?.practice ?? (setting.mode !== 'armed' || device.simulated);
  if (countdown !== undefined) {
    return t(`outlook.${practice ? 'practice' : 'counting'}.${setting.action}`, {
      moment: momentText(countdown.actsAt, 'time', formats),
      reason: countdown.reason,
    });
  }
  const acts = forecast.find(({ kind }) => kind === 'command' || kind === 'action');
  const begins = own.find(({ kind }) => kind === 'countdown');
  if (begins !== undefined) return waitingText(context, begins, acts?.at ?? begins.at, practice);
  const other = protection.countdown?.device ?? acts?.devices[0];
  if (other !== undefined && acts !== undefined) {
    return t('outlook.byOther', { name: context.nameOf(other), moment: momentText(acts.at, 'time', formats) });
  }
  // A trigger that is set to act, and of which the decision says why nothing follows from it.
  const quiet = own.find((step) => step.kind === 'warning' && isSetToAct(step, context));
  if (quiet !== undefined) return toldText(quiet, context);
  if (empty === undefined) return t('outlook.unknown');
  return empty - now < NOW ? t('outlook.step.empty') : t('outlook.nothing', { time: until(empty) });
}

const DECISIVE: ReadonlySet<PreviewStep['kind']> = new Set(['countdown', 'stopped', 'over', 'command', 'action']);

function waitingText(context: OutageContext, begins: ForecastStep, actsAt: number, practice: boolean): string {
  const { setting, now, formats, t } = context;
  const why = whyText(begins.trigger, context);
  if (why === undefined) return toldText(begins, context);
  if (begins.at - now < NOW) return t('outlook.beginsNow', { why });
  return t(`outlook.${practice ? 'wouldWait' : 'waiting'}.${setting.action}`, {
    time: spokenDuration((begins.at - now) / 1000, formats),
    why,
    moment: momentText(actsAt, 'time', formats),
  });
}

function toldText({ at, text }: ForecastStep, { now, formats, t }: OutageContext): string {
  return at - now < NOW ? text : t('outlook.toldAt', { time: spokenDuration((at - now) / 1000, formats), text });
}

function isSetToAct({ trigger }: ForecastStep, { setting, device }: OutageContext): boolean {
  if (trigger === undefined || trigger === 'schedule' || trigger === 'person') return false;
  return trigger === 'plan' || triggersOf(setting, device.id)[trigger].level === 'act';
}

/** What begins a countdown, as part of a sentence; undefined where it is told in a sentence of its own. */
function whyText(trigger: TriggerName | undefined, { device, setting, formats, t }: OutageContext): string | undefined {
  const triggers = triggersOf(setting, device.id);
  switch (trigger) {
    case 'timeOnBattery':
      return t('outlook.why.timeOnBattery', { time: spokenDuration(triggers.timeOnBattery.seconds, formats) });
    case 'runtime':
      return t('outlook.why.runtime', { time: spokenDuration(triggers.runtime.seconds, formats) });
    case 'charge':
      return t('outlook.why.charge', { percent: numberText(triggers.charge.percent, formats, 0) });
    case 'lowBattery':
    case 'plan':
      return t(`outlook.why.${trigger}`);
    default:
      return undefined;
  }
}
