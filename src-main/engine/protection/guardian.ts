/** Runs the policy: lets it decide on every reading and each second, keeps what it is in the middle of, and has done what it decides. */
import type {
  CallOutput,
  CommandOutcome,
  Drill,
  EventKind,
  PowerCycle,
  Preflight,
} from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import type { Evidence } from '../../../src-shared/nut/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings/index.ts';
import type { OwnCommand } from '../../../src-shared/settings/protection.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { every } from '../base/clock.ts';
import type { GuardianParts } from './guardian-parts.ts';
import { asCut, Foresight, previewBy } from './foresight.ts';
import { KeptProtection } from './kept.ts';
import { carefully } from './policy/careful.ts';
import type {
  ActorTools,
  NewEvent,
  PolicyAction,
  PolicyMoment,
  PolicyOrder,
  PolicyView,
  PowerAction,
  Problem,
} from '../base/parts.ts';

/** A decision is made at least so often. Milliseconds. */
const EVERY = 1000;
/** Readings of many devices within this time are looked at together. Milliseconds. */
const GATHER = 100;
/** Without a decision for so long, this computer has slept, or Mainstay was held up as if it had. Milliseconds. */
const SLEPT = 10_000;

/** What everyone logged in to this computer is told. */
const ANNOUNCED: readonly EventKind[] = [
  'countdown-started',
  'countdown-postponed',
  'countdown-cancelled',
  'shutdown-committed',
  'shutdown-failed',
];

/** Protection at work. */
export class Guardian {
  readonly #parts: GuardianParts;
  readonly #bugs = new Set<string>();
  readonly #kept: KeptProtection;
  readonly #foresight: Foresight;
  #state: unknown;
  /** When the last decision was made, on the steady clock. */
  #decidedAt: number;
  #view: PolicyView | undefined;
  #started = false;
  #preflight: Preflight | undefined;
  #stopTicking: (() => void) | null = null;
  #gathering: (() => void) | null = null;

  constructor(parts: GuardianParts) {
    this.#parts = parts;
    this.#kept = new KeptProtection(parts.file, parts.boot, parts.policy);
    this.#foresight = new Foresight(parts.clock);
    this.#state = parts.policy.start();
    this.#decidedAt = parts.boot.steady();
  }

  /** What is wrong with keeping the state of protection. */
  get problems(): readonly Problem[] {
    return this.#kept.problem === undefined ? [] : [this.#kept.problem];
  }

  /** Goes on where it was. The devices have to be there by now. */
  start(): void {
    this.#started = true;
    this.#parts.actor
      .begin(this.#tools())
      .then(() => this.#publish())
      .catch((thrown: unknown) => this.#stumble(thrown));
    this.#goOn();
    this.decide();
    this.#stopTicking = every(this.#parts.clock, EVERY, () => this.decide());
  }

  /** Nothing is decided any more: that ports are closed now is no loss of contact. */
  stop(): void {
    this.#started = false;
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

  /** Looks at everything now. Before the start there is nothing that could be gone on with. */
  decide(): void {
    if (!this.#started) return;
    const { policy, rules } = this.#parts;
    try {
      const { state, actions, protection } = policy.decide(this.#state, rules(), this.#moment());
      this.#decidedAt = this.#parts.boot.steady();
      this.#state = state;
      const before = this.#view;
      const { drills } = this.#parts;
      const drill = drills.running;
      this.#view = protection;
      this.#carefully(() => {
        drills.look(protection);
        this.#publish();
      });
      // On disk before anything is done: whoever is killed in the middle must know what was decided.
      const changed = actions.length > 0 || differs(before, protection);
      this.#kept.keep(state, { changed, busy: protection.phase !== 'idle' });
      for (const action of actions) this.#carefully(() => this.#act(drills.recorded(action, drill), drill));
    } catch (thrown) {
      this.#stumble(thrown);
    }
  }

  /** What was decided is done, whatever goes wrong with telling of it. */
  #carefully(run: () => void): void {
    try {
      run();
    } catch (thrown) {
      this.#stumble(thrown);
    }
  }

  /** Gives the policy an order, and says what became of it. */
  order(order: PolicyOrder): CommandOutcome {
    const { policy, rules } = this.#parts;
    const { state, accepted, message } = policy.order(this.#state, rules(), this.#moment(), order);
    this.#state = state;
    this.decide();
    return { result: accepted ? 'accepted' : 'refused', message };
  }

  /** Looks whether the last step would work, and keeps the answer in the state. */
  async preflight(): Promise<Preflight> {
    const { actor, rules, devices } = this.#parts;
    const preflight = await actor.preflight(rules(), devices());
    this.#preflight = preflight;
    this.#publish();
    return preflight;
  }

  /** The preview of a UPS, or of the one whose outage leads to the last step first. */
  preview(rules: ProtectionSetting, device?: string): CallOutput<'protection.preview'> {
    return previewBy(this.#parts.policy, rules, this.#moment(), device, this.#cycles(rules));
  }

  #cycles(rules: ProtectionSetting): PowerCycle[] {
    const { actor, devices } = this.#parts;
    const feeding = devices().filter(({ feedsThisComputer, link }) => feedsThisComputer && link !== 'disabled');
    return feeding.map((device) => actor.powerCycle(rules, device));
  }

  async tryCommand(command: OwnCommand): Promise<CallOutput<'protection.tryCommand'>> {
    const { done, message, seconds, output } = await this.#parts.actor.tryCommand(command, this.#tools());
    return { result: done ? 'accepted' : 'refused', message, seconds, output };
  }

  /** The report of the last shutdown was read. */
  acknowledge(): void {
    this.#parts.actor.acknowledge();
    this.#publish();
  }

  /** After a restart in the middle of something: as it was, when this is still the same boot. */
  #goOn(): void {
    const kept = this.#kept.load();
    if (kept === undefined) return;
    this.#state = kept.state;
    this.#decidedAt = kept.steady;
  }

  #moment(): PolicyMoment {
    const { clock, boot, actor, devices, evidence, learned } = this.#parts;
    const steady = boot.steady();
    const all = devices();
    const observed = all.flatMap(({ id }): [string, Evidence][] => {
      const known = evidence(id);
      return known === undefined ? [] : [[id, known]];
    });
    const measuredSeconds = actor.measuredSeconds();
    return {
      now: clock.now(),
      steady,
      devices: all.map((device) => carefully(device, learned(device))),
      evidence: new Map(observed),
      ...(measuredSeconds === undefined ? {} : { measuredSeconds }),
      ...(steady - this.#decidedAt > SLEPT ? { resumed: true } : {}),
    };
  }

  #publish(): void {
    if (this.#view === undefined) return;
    const { actor, drills, policy, rules, onProtection } = this.#parts;
    const lastShutdown = actor.lastShutdown();
    const powerCycle = this.#cycles(rules());
    const forecast = this.#foresight.of(this.#view, () => policy.forecast(this.#state, rules(), this.#moment()));
    onProtection({
      ...drills.shown({ ...this.#view, forecast: asCut(forecast, powerCycle) }),
      ...drills.state(),
      powerCycle,
      ...(this.#preflight === undefined ? {} : { preflight: this.#preflight }),
      ...(lastShutdown === undefined ? {} : { lastShutdown }),
    });
  }

  /** A bug must not end the watch: it is told, and the next second decides anew from the last good state. */
  #stumble(thrown: unknown): void {
    const { message } = toErrorValue(thrown);
    if (this.#bugs.has(message)) return;
    this.#bugs.add(message);
    const text = say('decision.fault', { what: message });
    try {
      this.#parts.onEvent({ time: this.#parts.clock.now(), kind: 'problem', severity: 'critical', text, data: {} });
    } catch {
      // Nothing can be put on record any more: Mainstay is ending, and what is under way must still come to its end.
    }
  }

  #act(action: PolicyAction, drill: Drill | undefined): void {
    if (action.type === 'event') this.#tell(action.event);
    else if (action.type === 'outcome') this.#parts.onOutcome(action.device, action.outcome);
    else this.#perform(action.action, drill).catch((thrown: unknown) => this.#stumble(thrown));
  }

  #tell(event: NewEvent): void {
    this.#parts.onEvent(event);
    this.#parts.drills.heard(event);
    if (ANNOUNCED.includes(event.kind) && !this.#simulated(event.device)) this.#parts.actor.announce(event.text);
  }

  /**
   * Nothing that happens to a simulated UPS may ever reach this computer's own power, or anyone else at it; nor what
   * concerns no single UPS, where all that there are are simulated.
   */
  #simulated(device: string | undefined): boolean {
    const concerned = this.#parts
      .devices()
      .filter(({ id, feedsThisComputer }) => (device === undefined ? feedsThisComputer : id === device));
    return concerned.length > 0 && concerned.every(({ simulated }) => simulated);
  }

  #tools(): ActorTools {
    const { rules, devices, command, set } = this.#parts;
    return {
      rules: rules(),
      devices: devices(),
      command: (device, name, argument) => told(() => command(device, name, argument)),
      set: (device, variable, value) => told(() => set(device, variable, value)),
      tell: (event) => this.#tell(event),
    };
  }

  async #perform(action: PowerAction, drill: Drill | undefined): Promise<void> {
    const practice = action.practice || this.#simulated(action.device);
    const { done, message } = await this.#parts.actor.perform({ ...action, practice }, this.#tools());
    // That the computer goes down is on record since the decision: there may be no time left for it here.
    if (done && !practice) return;
    this.#tell({
      time: this.#parts.clock.now(),
      ...(action.device === undefined ? {} : { device: action.device }),
      kind: done ? 'shutdown-practised' : 'shutdown-failed',
      severity: done ? 'warning' : 'critical',
      text: message,
      data: {
        action: action.kind,
        practice,
        reason: action.reason,
        ...(drill === undefined ? {} : { drill: drill.id }),
      },
    });
  }
}

function differs(before: PolicyView | undefined, after: PolicyView): boolean {
  return (
    before?.phase !== after.phase ||
    before.countdown?.actsAt !== after.countdown?.actsAt ||
    before.onBatterySince !== after.onBatterySince
  );
}

/** What the device cannot be asked at all is an answer, too. */
async function told(ask: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
  try {
    return await ask();
  } catch (thrown) {
    return { result: 'refused', message: toErrorValue(thrown).message };
  }
}
