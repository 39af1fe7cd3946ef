/** Drives the policy through a made-up story, reading by reading. */
import { policy } from '../../../../src-main/engine/protection/policy/decide.ts';
import type { PolicyAction, PolicyMoment, PolicyOrder, PolicyView } from '../../../../src-main/engine/base/parts.ts';
import type { DeviceState, EventKind, ForecastStep } from '../../../../src-shared/contract/index.ts';
import { type ProtectionSetting, protectionSettingSchema } from '../../../../src-shared/settings/index.ts';

/** Rules with round numbers: everything is off but what a test turns on. */
export function rulesWith(
  triggers: Partial<ProtectionSetting['triggers']>,
  rest: Partial<Omit<ProtectionSetting, 'triggers'>> = {},
): ProtectionSetting {
  return protectionSettingSchema.parse({
    mode: 'armed',
    confirmSeconds: 5,
    mainsStableSeconds: 15,
    countdownSeconds: 60,
    ...rest,
    triggers: {
      timeOnBattery: { level: 'off', seconds: 600 },
      charge: { level: 'off', percent: 30 },
      runtime: { level: 'off', seconds: 600 },
      lowBattery: { level: 'off' },
      ...triggers,
    },
  });
}

/** A UPS on mains, all well. */
export function upsNamed(id: string, change: Partial<DeviceState> = {}): DeviceState {
  return {
    id,
    uri: `serial:/dev/${id}`,
    name: `UPS ${id}`,
    nickname: '',
    feedsThisComputer: true,
    simulated: false,
    link: 'live',
    verified: true,
    linkSince: 0,
    values: { 'ups.status': 'OL', 'battery.charge': 100, 'battery.runtime': 3000 },
    derived: [],
    absent: {},
    commands: [],
    settings: [],
    ...change,
  };
}

/** One story. Every `reading` is a new one, so many seconds after the one before. */
export class Story {
  rules: ProtectionSetting;
  readonly devices = new Map<string, DeviceState>();
  readonly actions: PolicyAction[] = [];
  protection: PolicyView;
  steady = 1000;
  now = Date.UTC(2026, 10, 21);
  private state: unknown;

  constructor(rules: ProtectionSetting, devices: readonly DeviceState[] = [upsNamed('a')]) {
    this.rules = rules;
    for (const device of devices) this.devices.set(device.id, device);
    this.state = policy.start();
    this.protection = this.decide();
  }

  /** Time passes; the UPS is read once at the end of it, with these values on top of the last ones. */
  reading(seconds: number, values: Readonly<Record<string, number | string | undefined>> = {}, id = 'a'): this {
    this.pass(seconds);
    const before = this.devices.get(id);
    if (before === undefined) throw new Error(`no device ${id}`);
    const merged: Record<string, number | string> = {};
    for (const [name, value] of Object.entries({ ...before.values, ...values })) {
      if (value !== undefined) merged[name] = value;
    }
    this.devices.set(id, { ...before, link: 'live', values: merged, readAt: this.now });
    this.decide();
    return this;
  }

  /** So many readings, two seconds apart, all alike. */
  readings(count: number, values: Readonly<Record<string, number | string | undefined>> = {}, id = 'a'): this {
    for (let index = 0; index < count; index++) this.reading(2, values, id);
    return this;
  }

  /** Time passes without a reading; the policy is asked each second. */
  wait(seconds: number): this {
    for (let index = 0; index < seconds; index++) {
      this.pass(1);
      this.decide();
    }
    return this;
  }

  change(change: Partial<DeviceState>, id = 'a'): this {
    const before = this.devices.get(id);
    if (before !== undefined) this.devices.set(id, { ...before, ...change });
    this.decide();
    return this;
  }

  cancel(): ReturnType<typeof policy.order> {
    return this.order({ type: 'cancel' });
  }

  order(order: PolicyOrder): ReturnType<typeof policy.order> {
    const result = policy.order(this.state, this.rules, this.moment(), order);
    this.state = result.state;
    this.decide();
    return result;
  }

  /** Mainstay is killed and started again at once; what was kept crosses as JSON. */
  restart(): this {
    this.state = policy.restore(JSON.parse(JSON.stringify(policy.save(this.state)))) ?? policy.start();
    return this;
  }

  forecast(): readonly ForecastStep[] {
    return policy.forecast(this.state, this.rules, this.moment());
  }

  get events(): readonly EventKind[] {
    return this.actions.flatMap((action) => (action.type === 'event' ? [action.event.kind] : []));
  }

  get performed(): readonly Extract<PolicyAction, { type: 'perform' }>['action'][] {
    return this.actions.flatMap((action) => (action.type === 'perform' ? [action.action] : []));
  }

  get outcomes(): readonly string[] {
    return this.actions.flatMap((action) => (action.type === 'outcome' ? [action.outcome] : []));
  }

  decide(): PolicyView {
    const { state, actions, protection } = policy.decide(this.state, this.rules, this.moment());
    this.state = state;
    this.actions.push(...actions);
    this.protection = protection;
    return protection;
  }

  private moment(): PolicyMoment {
    return { now: this.now, steady: this.steady, devices: [...this.devices.values()] };
  }

  private pass(seconds: number): void {
    this.steady += seconds * 1000;
    this.now += seconds * 1000;
  }
}
