/** What the person should know about protection before, and while, it matters. */
import type { DeviceState, ProtectionNotice } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { PolicyMoment } from '../../base/parts.ts';
import { anythingActs, canProtect } from './feeds.ts';
import { secondsSaid } from './gauge.ts';
import { planOf } from './plan.ts';
import { readingOf, statusWords } from './reading.ts';
import type { Supply } from './supplies.ts';
import { signsSaid } from './tell.ts';
import { inDoubt, TEST_LIMIT } from './watch.ts';

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
      text: say('decision.notice.noUps'),
    });
  } else if (supplies.every(({ device }) => device.simulated)) {
    found.push({
      id: 'simulated-only',
      severity: 'warning',
      text: say('decision.notice.simulatedOnly'),
    });
  }
  const { suppliesNeeded: needed } = rules;
  if (needed !== 'all' && supplies.length > 0 && needed > supplies.length) {
    found.push({
      id: 'supplies',
      severity: 'warning',
      text: say('decision.notice.supplies', { needed, there: supplies.length }),
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
      ? [notice('lost-on-battery', 'critical', say('decision.notice.lostOnBattery', { name: device.name }))]
      : []),
    ...(watch.lostTold && !watch.confirmed
      ? [notice('lost', 'warning', say('decision.notice.lost', { name: device.name }))]
      : []),
    ...(inDoubt(watch)
      ? [
          notice(
            'power-doubt',
            'warning',
            say('decision.notice.powerDoubt', { name: device.name, signs: signsSaid(device) }),
          ),
        ]
      : []),
    ...(watch.testSince !== undefined && moment.steady - watch.testSince >= TEST_LIMIT
      ? [
          notice(
            'test-stuck',
            'warning',
            say('decision.notice.testStuck', {
              name: device.name,
              seconds: Math.floor((moment.steady - watch.testSince) / 1000),
            }),
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
    return [say('decision.notice.noTrigger', { name: device.name })];
  }
  if (canProtect(rules, device)) return [];
  return [
    statusWords(device).size === 0
      ? say('decision.notice.noStatus', { name: device.name })
      : say('decision.notice.noValues', { name: device.name }),
  ];
}

function aboutFault(device: DeviceState): string[] {
  const { fault, power } = readingOf(device);
  if (fault === undefined || power.source !== 'mains' || device.link !== 'live') return [];
  return [say('decision.notice.fault', { name: device.name, fault })];
}

function aboutPlan({ device, watch }: Supply, rules: ProtectionSetting, moment: PolicyMoment): string[] {
  const said = secondsSaid(watch, moment.steady);
  const { view } = planOf(rules, moment);
  if (said === undefined || watch.confirmed || said > view.neededSeconds) return [];
  return [say('decision.notice.plan', { name: device.name, seconds: Math.round(said), needed: view.neededSeconds })];
}
