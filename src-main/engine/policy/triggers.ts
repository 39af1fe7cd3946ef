/** The four triggers: which of them hold for a UPS, which it can feed at all, and the words for it. */
import type { DeviceState, TriggerFeed } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting, TriggerLevel } from '../../../src-shared/settings.ts';
import { agreed, plausible, statusWords, type Watch } from './watch.ts';

/** The most reliable sign first: its reason is the one that is told. */
const TRIGGER_NAMES = ['lowBattery', 'charge', 'runtime', 'timeOnBattery'] as const;
type TriggerName = (typeof TRIGGER_NAMES)[number];

/** A trigger that holds. */
export interface Holding {
  readonly trigger: TriggerName;
  readonly level: Exclude<TriggerLevel, 'off'>;
  /** One sentence: what holds, with its values. */
  readonly reason: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/**
 * The triggers that hold for a UPS whose outage is confirmed and which is on battery still. The time on battery is
 * ours: it goes on while contact is lost. The others need readings, of which two must agree.
 */
export function holding(watch: Watch, device: DeviceState, rules: ProtectionSetting, steady: number): Holding[] {
  if (!watch.confirmed || watch.source !== 'battery' || watch.batterySince === undefined) return [];
  const seconds = Math.floor((steady - watch.batterySince) / 1000);
  const { triggers } = rules;
  const found: Holding[] = [];
  for (const trigger of TRIGGER_NAMES) {
    const { level } = triggers[trigger];
    if (level === 'off') continue;
    const reason = reasonFor(trigger, watch, device, rules, seconds);
    if (reason === undefined) continue;
    found.push({ trigger, level, reason, data: { ...inputs(device, seconds), ...threshold(trigger, rules) } });
  }
  return found;
}

function reasonFor(
  trigger: TriggerName,
  watch: Watch,
  device: DeviceState,
  rules: ProtectionSetting,
  seconds: number,
): string | undefined {
  const { streaks } = watch;
  const { triggers } = rules;
  // Streaks were counted with the limits of then, and from readings: both must still hold.
  const live = device.link === 'live';
  switch (trigger) {
    case 'lowBattery':
      return live && agreed(streaks.lowBattery) ? `${device.name} says that its battery is low.` : undefined;
    case 'charge': {
      const charge = plausible(device, 'battery.charge');
      const limit = triggers.charge.percent;
      if (!live || !agreed(streaks.charge) || charge === undefined || charge > limit) return undefined;
      return `The battery of ${device.name} is at ${charge} %; the limit is ${limit} %.`;
    }
    case 'runtime': {
      const runtime = plausible(device, 'battery.runtime');
      const limit = triggers.runtime.seconds;
      if (!live || !agreed(streaks.runtime) || runtime === undefined || runtime > limit) return undefined;
      return `${device.name} has ${runtime} s of runtime left; the limit is ${limit} s.`;
    }
    case 'timeOnBattery': {
      const limit = triggers.timeOnBattery.seconds;
      return seconds < limit
        ? undefined
        : `${device.name} has been on battery for ${seconds} s; the limit is ${limit} s.`;
    }
    default:
      return trigger satisfies never;
  }
}

/** What a decision about a UPS was made from, for the record. What is not reported is missing. */
export function inputs(device: DeviceState, secondsOnBattery: number): Record<string, string | number> {
  const charge = plausible(device, 'battery.charge');
  const runtime = plausible(device, 'battery.runtime');
  const status = device.values['ups.status'];
  return {
    link: device.link,
    secondsOnBattery,
    ...(status === undefined ? {} : { status }),
    ...(charge === undefined ? {} : { charge }),
    ...(runtime === undefined ? {} : { runtime }),
  };
}

function threshold(trigger: TriggerName, rules: ProtectionSetting): Record<string, string | number> {
  switch (trigger) {
    case 'lowBattery':
      return { trigger };
    case 'charge':
      return { trigger, limit: rules.triggers.charge.percent };
    case 'runtime':
      return { trigger, limit: rules.triggers.runtime.seconds };
    case 'timeOnBattery':
      return { trigger, limit: rules.triggers.timeOnBattery.seconds };
    default:
      return trigger satisfies never;
  }
}

/**
 * The UPSes that can shut this computer down: those that feed it and are in use. Any one of them suffices. A simulation
 * counts only while there is no real one, so that a demo can never stand in the way of a real outage.
 */
export function countingDevices(devices: readonly DeviceState[]): readonly DeviceState[] {
  const feeding = devices.filter((device) => device.feedsThisComputer && device.link !== 'disabled');
  const real = feeding.filter((device) => !device.simulated);
  return real.length > 0 ? real : feeding;
}

/** For each UPS and trigger whether it can feed it, and why not. */
export function triggerFeeds(devices: readonly DeviceState[]): TriggerFeed[] {
  const counting = new Set(countingDevices(devices));
  return devices.flatMap((device) =>
    TRIGGER_NAMES.map((trigger): TriggerFeed => {
      const why = whyNot(device, trigger, counting.has(device));
      return { device: device.id, trigger, feeds: why === undefined, ...(why === undefined ? {} : { why }) };
    }),
  );
}

function whyNot(device: DeviceState, trigger: TriggerName, counts: boolean): string | undefined {
  if (!device.feedsThisComputer) return 'This UPS does not feed this computer.';
  if (device.link === 'disabled') return 'This UPS is switched off in Mainstay.';
  if (!counts) return 'This is a simulation, which does not count beside a real UPS.';
  const words = statusWords(device);
  if (words.size === 0) {
    return device.readAt === undefined
      ? 'Nothing has been read from this UPS yet.'
      : `This UPS does not report whether it is on battery${because(device, 'ups.status')}.`;
  }
  if (trigger === 'charge' && plausible(device, 'battery.charge') === undefined) {
    return `This UPS does not report its battery charge${because(device, 'battery.charge')}.`;
  }
  if (trigger === 'runtime' && plausible(device, 'battery.runtime') === undefined) {
    return `This UPS does not report its runtime${because(device, 'battery.runtime')}.`;
  }
  return undefined;
}

function because(device: DeviceState, name: string): string {
  const reason = device.absent[name];
  return reason === undefined ? '' : `: ${reason}`;
}
