/** Which UPSes count, and which triggers each of them can feed. */
import type { DeviceState, TriggerFeed, UpsTriggerName } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { plausible, statusWords } from './reading.ts';
import { TRIGGER_NAMES } from './triggers.ts';
import { triggersFor } from './watch.ts';

/** The triggers that an outage alone can make hold. */
const OUTAGE_TRIGGERS: readonly UpsTriggerName[] = ['lowBattery', 'charge', 'runtime', 'timeOnBattery'];

/**
 * The UPSes that this computer draws its power from, as far as Mainstay is concerned: those that feed it and are in
 * use. A simulation counts only while there is no real one, so that a demo can never stand in the way of a real outage.
 */
export function countingDevices(devices: readonly DeviceState[]): readonly DeviceState[] {
  const feeding = devices.filter((device) => device.feedsThisComputer && device.link !== 'disabled');
  const real = feeding.filter((device) => !device.simulated);
  return real.length > 0 ? real : feeding;
}

/** Whether anything is set to act in an outage of this UPS. */
export function anythingActs(rules: ProtectionSetting, device: string): boolean {
  const triggers = triggersFor(rules, device);
  return OUTAGE_TRIGGERS.some((trigger) => triggers[trigger].level === 'act');
}

/** Whether this UPS can feed any of the triggers that are set to act in an outage of it. */
export function canProtect(rules: ProtectionSetting, device: DeviceState): boolean {
  const triggers = triggersFor(rules, device.id);
  return OUTAGE_TRIGGERS.some(
    (trigger) => triggers[trigger].level === 'act' && whyNot(device, trigger, true) === undefined,
  );
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

function whyNot(device: DeviceState, trigger: UpsTriggerName, counts: boolean): string | undefined {
  if (!device.feedsThisComputer) return say('decision.feed.notFed');
  if (device.link === 'disabled') return say('decision.feed.disabled');
  if (!counts) return say('decision.feed.simulated');
  const words = statusWords(device);
  if (words.size === 0) {
    return device.readAt === undefined ? say('decision.feed.unread') : missing(device, 'ups.status', 'status');
  }
  if (trigger === 'charge' && plausible(device, 'battery.charge') === undefined) {
    return missing(device, 'battery.charge', 'charge');
  }
  if (trigger === 'runtime' && plausible(device, 'battery.runtime') === undefined) {
    return device.values['battery.runtime'] === 0
      ? say('decision.feed.zeroRuntime')
      : missing(device, 'battery.runtime', 'runtime');
  }
  return undefined;
}

function missing(device: DeviceState, name: string, what: 'status' | 'charge' | 'runtime'): string {
  const reason = device.absent[name];
  return reason === undefined
    ? say(`decision.feed.missing.${what}`)
    : say(`decision.feed.missingBecause.${what}`, { reason });
}
