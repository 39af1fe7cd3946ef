/** What the person should know about protection before, and while, it matters. */
import type { DeviceState, ProtectionNotice } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
import type { PolicyMoment } from '../parts.ts';
import { anythingActs, canProtect } from './feeds.ts';
import { secondsSaid } from './gauge.ts';
import { planOf } from './plan.ts';
import { readingOf, statusWords } from './reading.ts';
import type { Supply } from './supplies.ts';
import { TEST_LIMIT } from './watch.ts';

/** Every notice that holds now. None while protection is off: then nothing is promised. */
export function noticesOf(
  supplies: readonly Supply[],
  rules: ProtectionSetting,
  moment: PolicyMoment,
): ProtectionNotice[] {
  if (rules.mode === 'off') return [];
  return [...aboutAll(supplies, rules), ...supplies.flatMap((supply) => aboutOne(supply, rules, moment))];
}

function aboutAll(supplies: readonly Supply[], rules: ProtectionSetting): ProtectionNotice[] {
  const found: ProtectionNotice[] = [];
  if (supplies.length === 0) {
    found.push({
      id: 'no-ups',
      severity: 'critical',
      text: 'No UPS feeds this computer, so an outage shuts nothing down. Add your UPS, or say of one that is there that it feeds this computer.',
    });
  } else if (supplies.every(({ device }) => device.simulated)) {
    found.push({
      id: 'simulated-only',
      severity: 'warning',
      text: 'Only a simulated UPS is there: what happens to it is never more than practice. Add your UPS.',
    });
  }
  const { suppliesNeeded: needed } = rules;
  if (needed !== 'all' && supplies.length > 0 && needed > supplies.length) {
    found.push({
      id: 'supplies',
      severity: 'warning',
      text: `The rules ask for ${needed} UPSes that hold, and only ${supplies.length} can: Mainstay acts as soon as one of these fails. Set how many are needed anew.`,
    });
  }
  return found;
}

function aboutOne(supply: Supply, rules: ProtectionSetting, moment: PolicyMoment): ProtectionNotice[] {
  const { device, watch } = supply;
  const notice = (id: string, severity: ProtectionNotice['severity'], text: string): ProtectionNotice => ({
    id: `${id} ${device.id}`,
    severity,
    device: device.id,
    text,
  });
  return [
    ...cannotProtect(device, rules).map((text) => notice('cannot-protect', 'critical', text)),
    ...(watch.lostTold && watch.confirmed
      ? [
          notice(
            'lost-on-battery',
            'critical',
            `Contact with ${device.name} was lost while it was on battery. It is taken to be on battery still: a countdown goes on, and the time is counted here. Look at its cable.`,
          ),
        ]
      : []),
    ...(watch.lostTold && !watch.confirmed
      ? [
          notice(
            'lost',
            'warning',
            `Contact with ${device.name} is lost. Nothing is shut down for that, but until it is back an outage goes unseen. Look at its cable.`,
          ),
        ]
      : []),
    ...(watch.testSince !== undefined && moment.steady - watch.testSince >= TEST_LIMIT
      ? [
          notice(
            'test-stuck',
            'warning',
            `${device.name} has said for ${Math.floor((moment.steady - watch.testSince) / 60_000)} minutes that it tests its battery. If no test runs, its word is stuck; an outage counts all the same.`,
          ),
        ]
      : []),
    ...aboutFault(device).map((text) => notice('fault', 'warning', text)),
    ...aboutPlan(supply, rules, moment).map((text) => notice('plan', 'warning', text)),
  ];
}

function cannotProtect(device: DeviceState, rules: ProtectionSetting): string[] {
  if (device.readAt === undefined || device.link !== 'live') return [];
  if (!anythingActs(rules, device.id)) {
    return [
      `No trigger is set to act for ${device.name}: an outage only warns, until the battery is empty. Set one to act, such as time on battery.`,
    ];
  }
  if (canProtect(rules, device)) return [];
  return [
    statusWords(device).size === 0
      ? `${device.name} cannot protect this computer on its own: it does not say whether it is on battery. Look at its driver in Devices.`
      : `${device.name} cannot protect this computer on its own: it reports none of the values that the rules ask for. Turn on time on battery, which Mainstay counts itself.`,
  ];
}

function aboutFault(device: DeviceState): string[] {
  const { fault, power } = readingOf(device);
  if (fault === undefined || power !== 'mains' || device.link !== 'live') return [];
  return [
    `${device.name} reports, on mains: ${fault}. In an outage it may not carry this computer. Take load off it, or have it looked at.`,
  ];
}

function aboutPlan({ device, watch }: Supply, rules: ProtectionSetting, moment: PolicyMoment): string[] {
  const said = secondsSaid(watch.gauge);
  const { view } = planOf(rules, moment);
  if (said === undefined || watch.confirmed || said > view.neededSeconds) return [];
  return [
    `At this load ${device.name} would last for ${Math.round(said)} s; going down takes ${view.neededSeconds} s with the countdown. In an outage Mainstay acts at once and cuts the countdown short. Take load off, shorten the countdown, or renew the battery.`,
  ];
}
