/** A guardian with a policy that decides what a test says: what it is asked and what comes of it is written down. */
import type { BootClock } from '../../../src-main/engine/base/boot-clock.ts';
import { Guardian } from '../../../src-main/engine/protection/guardian.ts';
import type { GuardianParts } from '../../../src-main/engine/protection/guardian-parts.ts';
import type {
  Actor,
  ActorTools,
  NewEvent,
  PolicyAction,
  PolicyMoment,
  PolicyView,
  PowerAction,
  LearnedRuntime,
} from '../../../src-main/engine/base/parts.ts';
import { policy } from '../../../src-main/engine/protection/policy/decide.ts';
import type { DeviceState, EventKind, ProtectionState } from '../../../src-shared/contract/index.ts';
import type { Evidence } from '../../../src-shared/nut/index.ts';
import { idleActor } from '../harness.ts';
import { rulesWith, upsNamed } from './policy/run.ts';
import { VirtualClock } from './policy/virtual-engine.ts';

export const RULES = rulesWith({});
export const IDLE: PolicyView = policy.decide(policy.start(), RULES, { now: 0, steady: 0, devices: [] }).protection;

export const eventOf = (kind: EventKind, device?: string): NewEvent => ({
  time: 0,
  kind,
  severity: 'warning',
  ...(device === undefined ? {} : { device }),
  text: `${kind}!`,
  data: {},
});

export const actionOf = (rest: Partial<PowerAction> = {}): PowerAction => ({
  kind: 'shutdown',
  practice: false,
  trigger: 'charge',
  reason: 'The battery is low.',
  inputs: {},
  ...rest,
});

/** A guardian whose policy decides what the test says, and everything that it does. */
export class Desk {
  readonly clock = new VirtualClock(1_700_000_000_000);
  readonly moments: PolicyMoment[] = [];
  readonly told: NewEvent[] = [];
  readonly heard: EventKind[] = [];
  readonly looked: PolicyView[] = [];
  readonly announced: string[] = [];
  readonly outcomes: string[] = [];
  readonly performed: PowerAction[] = [];
  readonly published: ProtectionState[] = [];
  readonly saved: unknown[] = [];
  readonly sent: string[] = [];
  devices: readonly DeviceState[] = [upsNamed('a')];
  readonly evidence = new Map<string, Evidence>();
  learned: LearnedRuntime | undefined;
  view: PolicyView = IDLE;
  next: readonly PolicyAction[] = [];
  /** What the last step was given to work with. */
  tools: ActorTools | undefined;
  readonly guardian: Guardian;

  constructor(actor: Partial<Actor> = {}, parts: Partial<GuardianParts> = {}) {
    const boot: BootClock = { steady: () => this.clock.monotonic(), mark: 'one', isThisBoot: () => true };
    this.guardian = new Guardian({
      clock: this.clock,
      boot,
      policy: {
        ...policy,
        save: (state) => state,
        decide: (state, _rules, moment) => {
          this.moments.push(moment);
          const actions = this.next;
          this.next = [];
          return { state: Number(state ?? 0) + 1, actions, protection: this.view };
        },
        order: (state, _rules, _moment, order) => ({
          state,
          accepted: order.type === 'cancel',
          message: `${order.type}: heard`,
        }),
        start: () => 0,
        forecast: () => [],
      },
      actor: {
        ...idleActor,
        perform: async (action, tools) => {
          this.tools = tools;
          this.performed.push(action);
          return { done: true, message: 'Asked.' };
        },
        announce: (text) => this.announced.push(text),
        ...actor,
      },
      file: { load: () => undefined, save: (content) => this.saved.push(content) },
      rules: () => RULES,
      drills: {
        look: (view) => this.looked.push(view),
        heard: ({ kind }) => this.heard.push(kind),
        state: () => ({}),
        running: undefined,
        recorded: (action) => action,
        shown: (view) => view,
      },
      devices: () => this.devices,
      evidence: (device) => this.evidence.get(device),
      learned: () => this.learned,
      command: async (...words) => {
        this.sent.push(words.join(' '));
        return { result: 'accepted', message: 'Sent.' };
      },
      set: async (...words) => {
        this.sent.push(words.join(' '));
        return { result: 'accepted', message: 'Set.' };
      },
      onProtection: (state) => this.published.push(state),
      onEvent: (event) => this.told.push(event),
      onOutcome: (device, outcome) => this.outcomes.push(`${device}: ${outcome}`),
      ...parts,
    });
  }

  /** Starts it, and forgets what came of that. */
  async started(): Promise<this> {
    this.guardian.start();
    await this.clock.run(0);
    for (const list of [this.moments, this.published, this.looked, this.saved]) list.splice(0);
    return this;
  }

  /** Has the policy decide this at the next second. */
  async decides(...actions: readonly PolicyAction[]): Promise<void> {
    this.next = actions;
    await this.clock.run(1000);
  }
}
