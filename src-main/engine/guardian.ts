/** Runs the policy: lets it decide on every reading and each second, and does what it decides. */
import type { CommandOutcome, DeviceState, ProtectionState } from '../../src-shared/contract/index.ts';
import { toErrorValue } from '../../src-shared/errors.ts';
import type { ProtectionSetting } from '../../src-shared/settings.ts';
import { type Clock, every } from './clock.ts';
import type { Actor, NewEvent, Policy, PolicyAction, PowerAction } from './parts.ts';

/** What the guardian works with. */
export interface GuardianParts {
  readonly clock: Clock;
  readonly policy: Policy;
  readonly actor: Actor;
  readonly rules: () => ProtectionSetting;
  readonly devices: () => readonly DeviceState[];
  readonly onProtection: (protection: ProtectionState) => void;
  readonly onEvent: (event: NewEvent) => void;
  readonly onOutcome: (device: string, outcome: string) => void;
}

/** A decision is made at least so often. Milliseconds. */
const EVERY = 1000;
/** Readings of many devices within this time are looked at together. Milliseconds. */
const GATHER = 100;

/** Protection at work. */
export class Guardian {
  readonly #parts: GuardianParts;
  readonly #bugs = new Set<string>();
  #state: unknown;
  #stopTicking: (() => void) | null = null;
  #gathering: (() => void) | null = null;

  constructor(parts: GuardianParts) {
    this.#parts = parts;
    this.#state = parts.policy.start(parts.clock.now());
  }

  start(): void {
    this.decide();
    this.#stopTicking = every(this.#parts.clock, EVERY, () => this.decide());
  }

  stop(): void {
    this.#stopTicking?.();
    this.#gathering?.();
    this.#gathering = null;
  }

  /** A reading came: a decision follows shortly. */
  read(): void {
    this.#gathering ??= this.#parts.clock.after(GATHER, () => {
      this.#gathering = null;
      this.decide();
    });
  }

  /** Looks at everything now. */
  decide(): void {
    const { clock, policy, rules, devices, onProtection } = this.#parts;
    const moment = { now: clock.now(), steady: clock.monotonic(), devices: devices() };
    try {
      const { state, actions, protection } = policy.decide(this.#state, rules(), moment);
      this.#state = state;
      onProtection(protection);
      for (const action of actions) this.#act(action);
    } catch (thrown) {
      this.#stumble(thrown);
    }
  }

  /** A bug must not end the watch: it is told, and the next second decides anew from the last good state. */
  #stumble(thrown: unknown): void {
    const { message } = toErrorValue(thrown);
    if (this.#bugs.has(message)) return;
    this.#bugs.add(message);
    const text = `A fault in Mainstay itself disturbed protection: ${message}. Do not rely on it, and please report this.`;
    this.#parts.onEvent({ time: this.#parts.clock.now(), kind: 'problem', severity: 'critical', text, data: {} });
  }

  /** The person stops the countdown. */
  cancel(): CommandOutcome {
    const { clock, policy } = this.#parts;
    const { state, stopped, message } = policy.cancel(this.#state, clock.now());
    this.#state = state;
    this.decide();
    return { result: stopped ? 'accepted' : 'refused', message };
  }

  #act(action: PolicyAction): void {
    if (action.type === 'event') this.#parts.onEvent(action.event);
    else if (action.type === 'outcome') this.#parts.onOutcome(action.device, action.outcome);
    else void this.#perform(action.action);
  }

  async #perform(action: PowerAction): Promise<void> {
    const { clock, actor, devices, onEvent } = this.#parts;
    // Nothing that happens to a simulated UPS may ever reach this computer's own power, whatever was decided.
    const simulated = devices().some(({ id, simulated: yes }) => id === action.device && yes);
    const practice = action.practice || simulated;
    const { done, message } = await actor.perform({ ...action, practice });
    // That the computer goes down is on record since the decision: there may be no time left for it here.
    if (done && !practice) return;
    const kind = done ? 'shutdown-practised' : 'shutdown-failed';
    onEvent({
      time: clock.now(),
      device: action.device,
      kind,
      severity: done ? 'warning' : 'critical',
      text: message,
      data: { action: action.kind, practice, reason: action.reason },
    });
  }
}
