/** What the rules would do if mains were lost now: the rules themselves, run through an outage that is made up. */
import type { DeviceState, PreviewStep } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Policy, PolicyAction, PolicyMoment } from '../parts.ts';
import { planOf } from './plan.ts';
import { plausible } from './reading.ts';

/** No outage is looked at for longer than this. Seconds. */
const HORIZON = 6 * 3600;
/** Readings come so often, or seldom enough that there are at most so many. Seconds. */
const EVERY = 2;
const MOST_READINGS = 4000;
/** Where the UPS does not say at what charge and runtime its battery counts as low. Percent and seconds. */
const LOW_CHARGE = 20;
const LOW_RUNTIME = 120;

/** Runs the outage of one device; the others stay as they are. */
export function preview(
  policy: Pick<Policy, 'start' | 'decide'>,
  rules: ProtectionSetting,
  moment: PolicyMoment,
  id: string,
): readonly PreviewStep[] {
  const device = moment.devices.find((each) => each.id === id);
  if (device === undefined) return [];
  const battery = batteryOf(device);
  const until = Math.min(HORIZON, (battery.runtime ?? HORIZON) + 60);
  const every = Math.max(EVERY, Math.ceil(until / MOST_READINGS));
  const steps: PreviewStep[] = [
    { seconds: 0, kind: 'mains-lost', text: say('decision.preview.mainsLost', { name: device.name }) },
  ];
  let state = policy.start();
  const { now, measuredSeconds } = moment;
  let empty = false;
  for (let seconds = -3 * every; seconds <= until; seconds += every) {
    const values = seconds < 0 ? onMains(device) : battery.valuesAfter(seconds);
    const time = now + seconds * 1000;
    // What was judged of the UPS as it is says nothing of the outage that is made up.
    const devices = moment.devices.map(({ power: _judged, ...each }) => ({
      ...each,
      ...(each.id === id ? { link: 'live' as const, values } : {}),
      readAt: time,
    }));
    const decision = policy.decide(
      state,
      { ...rules, schedule: [] },
      {
        now: time,
        steady: (seconds + 4 * every) * 1000,
        devices,
        ...(measuredSeconds === undefined ? {} : { measuredSeconds }),
      },
    );
    state = decision.state;
    const done = decision.actions.flatMap((action) => stepsOf(action, seconds, rules, moment));
    steps.push(...done);
    if (done.some(({ kind }) => kind === 'action')) return steps;
    if (!empty && battery.runtime !== undefined && seconds >= battery.runtime) {
      empty = true;
      steps.push({ seconds, kind: 'empty', text: say('decision.preview.empty') });
    }
  }
  return steps;
}

function stepsOf(action: PolicyAction, seconds: number, rules: ProtectionSetting, moment: PolicyMoment): PreviewStep[] {
  if (seconds < 0) return [];
  if (action.type === 'perform') return lastSteps(seconds, action.action.practice, rules, moment);
  if (action.type !== 'event') return [];
  const { kind, text } = action.event;
  if (kind === 'outage-confirmed') return [{ seconds, kind: 'confirmed', text }];
  if (kind === 'countdown-started') return [{ seconds, kind: 'countdown', text }];
  return kind === 'trigger-warning' || kind === 'implausible' ? [{ seconds, kind: 'warning', text }] : [];
}

function lastSteps(seconds: number, practice: boolean, rules: ProtectionSetting, moment: PolicyMoment): PreviewStep[] {
  const { view, rest } = planOf(rules, moment);
  const command = rest - view.shutdownSeconds;
  const acts = seconds + command;
  const down = acts + view.shutdownSeconds;
  const cuts = rules.powerOffUps && !practice && rules.action !== 'command' && rules.action !== 'sleep';
  return [
    ...(command > 0
      ? [{ seconds, kind: 'command' as const, text: say('decision.preview.command', { seconds: command }) }]
      : []),
    {
      seconds: acts,
      kind: 'action',
      text: practice ? say(`decision.preview.practice.${rules.action}`) : say(`decision.preview.acts.${rules.action}`),
    },
    ...(cuts
      ? [
          {
            seconds: down,
            kind: 'ups-off' as const,
            text: say('decision.preview.upsOff'),
          },
          { seconds: down, kind: 'ups-on' as const, text: say('decision.preview.upsOn') },
        ]
      : []),
  ];
}

/** The battery as it is now, and how it empties. A UPS that does not say how long it lasts keeps its values. */
function batteryOf(device: DeviceState): {
  readonly runtime: number | undefined;
  readonly valuesAfter: (seconds: number) => DeviceState['values'];
} {
  const charge = plausible(device, 'battery.charge');
  const runtime = plausible(device, 'battery.runtime');
  const lowCharge = number(device, 'battery.charge.low') ?? LOW_CHARGE;
  const lowRuntime = number(device, 'battery.runtime.low') ?? LOW_RUNTIME;
  const valuesAfter = (seconds: number): DeviceState['values'] => {
    const left = runtime === undefined ? undefined : Math.max(0, runtime - seconds);
    const share = runtime === undefined || left === undefined || runtime === 0 ? 1 : left / runtime;
    const low =
      runtime !== undefined && ((charge ?? 100) * share <= lowCharge || (left ?? lowRuntime + 1) <= lowRuntime);
    return {
      ...device.values,
      'ups.status': low ? 'OB DISCHRG LB' : 'OB DISCHRG',
      ...(device.values['input.voltage'] === undefined ? {} : { 'input.voltage': 0 }),
      ...(charge === undefined ? {} : { 'battery.charge': Math.round(charge * share) }),
      ...(left === undefined ? {} : { 'battery.runtime': Math.round(left) }),
    };
  };
  return { runtime, valuesAfter };
}

function onMains(device: DeviceState): DeviceState['values'] {
  return { ...device.values, 'ups.status': 'OL' };
}

function number({ values }: DeviceState, name: string): number | undefined {
  const value = values[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
