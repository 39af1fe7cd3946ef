/** The triggers of a UPS: which of them hold, and the words for it. */
import type { DeviceState, UpsTriggerName } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting, TriggerLevel } from '../../../../src-shared/settings/index.ts';
import { agrees, comesAndGoes } from '../../../../src-shared/nut/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Watch } from './memory.ts';
import { chargeJumped, DOUBTED_FOR, GOOD_CHARGE, runtimeJumped } from './gauge.ts';
import { plausible, readingOf } from './reading.ts';
import { carriedIn, awaited, triggersFor } from './watch.ts';

/** The most reliable sign first: its reason is the one that is told. */
export const TRIGGER_NAMES: readonly UpsTriggerName[] = [
  'request',
  'lowBattery',
  'charge',
  'runtime',
  'fault',
  'timeOnBattery',
];

/** A trigger that holds. */
export interface Holding {
  readonly trigger: UpsTriggerName | 'plan';
  readonly level: Exclude<TriggerLevel, 'off'>;
  /** One sentence: what holds, with its values. */
  readonly reason: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Low battery beside so much runtime contradicts itself. Seconds. */
const LONG_RUNTIME = 300;
/** A low battery that contradicts the UPS's own values is believed once it lasts, over so many observations. */
const DOUBTED_OBSERVATIONS = 5;

/** What is looked at when a trigger is judged. */
interface Look {
  readonly watch: Watch;
  readonly device: DeviceState;
  readonly rules: ProtectionSetting;
  readonly steady: number;
  readonly seconds: number;
}

/**
 * The triggers that hold for a UPS. A request holds by two readings, on mains as well; all others only on battery, once
 * the outage is confirmed. The time on battery is ours: it goes on while contact is lost. The others need readings.
 */
export function holding(watch: Watch, device: DeviceState, rules: ProtectionSetting, steady: number): Holding[] {
  const seconds = Math.floor(carriedIn(watch, steady) / 1000);
  const onBattery = watch.confirmed && watch.source === 'battery' && watch.batterySince !== undefined;
  const found: Holding[] = [];
  for (const trigger of TRIGGER_NAMES) {
    const { level } = triggersFor(rules, device.id)[trigger];
    if (level === 'off' || (!onBattery && trigger !== 'request')) continue;
    const reason = reasonFor(trigger, { watch, device, rules, steady, seconds });
    if (reason === undefined) continue;
    const data = { ...inputs(device, seconds), trigger, ...limitOf(trigger, rules, device.id) };
    found.push({ trigger, level, reason, data });
  }
  return found;
}

/**
 * What a UPS says of its battery that its own values contradict, or that no battery does, and that has not lasted yet; the
 * sentence that says so.
 */
export function doubtful(watch: Watch, device: DeviceState, steady: number): string | undefined {
  return doubtfulLow(watch, device, steady) ?? doubtfulJump(watch, device, steady);
}

/** A low battery at a good charge, or one that comes and goes. */
export function doubtfulLow(watch: Watch, device: DeviceState, steady: number): string | undefined {
  const { lowBattery } = watch.signs;
  const { name } = device;
  if (!agrees(lowBattery)) {
    // Once it is believed there is nothing to doubt; twice in a short time is where doubt begins.
    const again = lowBattery.held >= 2 && lowBattery.seen > lowBattery.held && !comesAndGoes(lowBattery);
    return again ? say('decision.doubtfulLowComesAndGoes', { name }) : undefined;
  }
  if (lowBattery.count >= DOUBTED_OBSERVATIONS && steady - lowBattery.since >= DOUBTED_FOR) return undefined;
  const { charge, runtime } = readingOf(device);
  if (charge === undefined || charge < GOOD_CHARGE || (runtime !== undefined && runtime < LONG_RUNTIME))
    return undefined;
  const told = { name, charge, seconds: DOUBTED_FOR / 1000 };
  return runtime === undefined
    ? say('decision.doubtful', told)
    : say('decision.doubtfulWithRuntime', { ...told, runtime });
}

/** A charge or a runtime that collapses from one moment to the next. */
function doubtfulJump(watch: Watch, device: DeviceState, steady: number): string | undefined {
  const { charge, runtime } = readingOf(device);
  const told = { name: device.name, seconds: DOUBTED_FOR / 1000 };
  if (charge !== undefined && chargeJumped(watch, steady)) return say('decision.doubtfulCharge', { ...told, charge });
  if (runtime !== undefined && runtimeJumped(watch, steady)) {
    return say('decision.doubtfulRuntime', { ...told, runtime });
  }
  return undefined;
}

function reasonFor(trigger: UpsTriggerName, look: Look): string | undefined {
  const { watch, device, rules, steady, seconds } = look;
  const { signs } = watch;
  const triggers = triggersFor(rules, device.id);
  // Signs were counted with the limits of then, and from observations: both must still hold.
  const live = device.link === 'live' && watch.voidSince === undefined;
  switch (trigger) {
    case 'request':
      return live && agrees(signs.request) ? say('decision.trigger.request', { name: device.name }) : undefined;
    case 'lowBattery':
      return live &&
        (comesAndGoes(signs.lowBattery) ||
          (agrees(signs.lowBattery) && doubtfulLow(watch, device, steady) === undefined))
        ? say('decision.trigger.lowBattery', { name: device.name })
        : undefined;
    case 'charge': {
      const charge = plausible(device, 'battery.charge');
      const limit = triggers.charge.percent;
      if (!live || !agrees(signs.charge) || charge === undefined || charge > limit) return undefined;
      if (chargeJumped(watch, steady)) return undefined;
      const reason = say('decision.trigger.charge', { name: device.name, charge, limit });
      return device.derived.includes('battery.charge') ? because(reason, say('decision.learned.voltage')) : reason;
    }
    case 'runtime': {
      const runtime = plausible(device, 'battery.runtime');
      const limit = triggers.runtime.seconds;
      if (!live || !agrees(signs.runtime) || runtime === undefined || runtime > limit) return undefined;
      if (runtimeJumped(watch, steady)) return undefined;
      const reason = say('decision.trigger.runtime', { name: device.name, runtime, limit });
      // Where it is not what the UPS says, whoever reads the reason has to know.
      const why = device.corrected?.['battery.runtime'];
      return why === undefined ? reason : because(reason, why);
    }
    case 'fault': {
      const { fault } = readingOf(device);
      if (!live || !agrees(signs.fault) || fault === undefined) return undefined;
      return say('decision.trigger.fault', { name: device.name, fault });
    }
    case 'timeOnBattery': {
      const limit = triggers.timeOnBattery.seconds;
      return seconds < limit || awaited(watch, steady)
        ? undefined
        : say('decision.trigger.timeOnBattery', { name: device.name, seconds, limit });
    }
    default:
      return trigger satisfies never;
  }
}

function because(reason: string, why: string): string {
  return say('decision.learned.reason', { reason, why });
}

/** What a decision about a UPS was made from, for the record. What is not reported is missing. */
export function inputs(device: DeviceState, secondsOnBattery: number): Record<string, string | number> {
  const charge = plausible(device, 'battery.charge');
  const runtime = plausible(device, 'battery.runtime');
  const status = device.values['ups.status'];
  const voltage = device.values['input.voltage'];
  return {
    link: device.link,
    secondsOnBattery,
    ...(status === undefined ? {} : { status }),
    ...(charge === undefined ? {} : { charge }),
    ...(runtime === undefined ? {} : { runtime }),
    ...(voltage === undefined ? {} : { inputVoltage: voltage }),
  };
}

function limitOf(trigger: UpsTriggerName, rules: ProtectionSetting, device: string): Record<string, number> {
  const { charge, runtime, timeOnBattery } = triggersFor(rules, device);
  if (trigger === 'charge') return { limit: charge.percent };
  if (trigger === 'runtime') return { limit: runtime.seconds };
  return trigger === 'timeOnBattery' ? { limit: timeOnBattery.seconds } : {};
}
