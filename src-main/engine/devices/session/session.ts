/**
 * One device, for as long as it is among the devices: opens the port, identifies what is there, and opens anew whenever
 * it is lost. What happens in between is the visit's.
 */
import type { PortKind } from '../../../../drivers/driver.ts';
import type { CommandOutcome, DeviceState } from '../../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../../src-shared/errors.ts';
import type { Chemistry, Evidence, PowerJudgement } from '../../../../src-shared/nut/index.ts';
import type { Settings } from '../../../../src-shared/settings/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { type Clock, pause } from '../../base/clock.ts';
import { patienceOf } from '../../ports/polling.ts';
import { type Trace, traced } from '../../ports/trace.ts';
import type { Transport } from '../../ports/transport.ts';
import { Backoff } from './backoff.ts';
import { type Identification, identify } from './identify.ts';
import { linkOfError, type LinkView, LinkWatch } from './link.ts';
import type { Plan, PlanOf, Way } from '../../ports/plan.ts';
import { commandOffers, demandConfirmation, settingOffers } from './requests.ts';
import { DriverBug } from './talk.ts';
import { type Variable, VariableBook } from './variables.ts';
import { Visit } from './visit.ts';

/** What a session is given. */
export interface SessionOptions {
  readonly clock: Clock;
  /** The clock by which observations are told apart: it goes on while this computer sleeps. Milliseconds. */
  readonly steady: () => number;
  readonly trace: Trace;
  readonly polling: () => Settings['polling'];
  /** Somebody looks at the values now. */
  readonly attended: () => boolean;
  /** What a person told its battery to be made of. */
  readonly chemistry: () => Chemistry | undefined;
  /** Anything that `view` tells has changed. */
  readonly changed: () => void;
  /** A good reading has come: the names that it brought. */
  readonly read: (names: readonly string[]) => void;
  /** Something threw: a bug of ours, told once for each message. */
  readonly bug: (message: string) => void;
  /** Numbers from 0 to 1, for the jitter between attempts. */
  readonly chance?: () => number;
}

/** What is known of the device now. Parts that did not change since the last look are the same objects. */
export interface SessionView {
  readonly link: LinkView;
  readonly driver?: {
    readonly id: string;
    readonly title: string;
    readonly verified: boolean;
    readonly dialect?: string;
  };
  readonly values: DeviceState['values'];
  readonly derived: DeviceState['derived'];
  readonly corrected: Readonly<Record<string, string>>;
  readonly absent: DeviceState['absent'];
  readonly power: PowerJudgement;
  readonly commands: DeviceState['commands'];
  readonly settings: DeviceState['settings'];
}

/** One device under watch. */
export interface Session {
  start(): void;
  /** Ends everything; resolves once the port is closed. */
  stop(): Promise<void>;
  /** Polls soon instead of when it is due. */
  hurry(): void;
  view(): SessionView;
  /** Every variable with its age. */
  variables(): readonly (Variable & { readonly name: string })[];
  /** What the driver tells for Diagnostics only. */
  extras(): Readonly<Record<string, string>>;
  /** What was observed, before anything was judged; it grows with each reading. */
  evidence(): Evidence;
  /** What a person told of its battery may have changed. */
  rejudge(): void;
  /** Rejects with `AppError` where nothing was sent. */
  command(name: string, argument: string | undefined, confirmed: boolean): Promise<CommandOutcome>;
  set(variable: string, value: string): Promise<CommandOutcome>;
}

/** Makes a session for a plan; it does nothing before `start`. */
export function createSession<P extends PortKind>(plan: PlanOf<P>, options: SessionOptions): Session {
  return new PortSession<P>(plan, options);
}

/** The longest wait between attempts: shorter for a device that was there before. Milliseconds. */
const RETRY_LIMIT = { known: 5000, unknown: 15_000 } as const;

class PortSession<P extends PortKind> implements Session {
  readonly #plan: Plan<P>;
  readonly #options: SessionOptions;
  readonly #book: VariableBook;
  readonly #link: LinkWatch;
  readonly #stopped = new AbortController();
  readonly #bugs = new Set<string>();
  #backoff: Backoff;
  #loop: Promise<void> | null = null;
  #transport: Transport<P> | null = null;
  #visit: Visit<P> | null = null;
  #view: SessionView;
  #knownWay: Way<P> | null = null;
  /** The variables differ from those in the view. */
  #learned = false;

  constructor(plan: Plan<P>, options: SessionOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#book = new VariableBook(options.chemistry);
    this.#backoff = new Backoff(RETRY_LIMIT.unknown, options.chance);
    this.#link = new LinkWatch(
      options.clock,
      () => this.#changed(),
      () => this.#visit?.end(say('session.nothingUsable', { device: this.#label() })),
    );
    this.#view = {
      link: this.#link.view(),
      values: {},
      derived: [],
      corrected: {},
      absent: {},
      power: this.#book.power(),
      commands: [],
      settings: [],
    };
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#visit?.end(say('session.unwatched'));
    await this.#transport?.close();
    await this.#loop;
    this.#link.stop();
  }

  hurry(): void {
    this.#visit?.nudge();
  }

  view(): SessionView {
    return this.#view;
  }

  variables(): readonly (Variable & { readonly name: string })[] {
    return this.#book.list();
  }

  extras(): Readonly<Record<string, string>> {
    return this.#book.extras();
  }

  evidence(): Evidence {
    return this.#book.evidence;
  }

  rejudge(): void {
    if (!this.#book.rejudge()) return;
    this.#learned = true;
    this.#changed();
  }

  async command(name: string, argument: string | undefined, confirmed: boolean): Promise<CommandOutcome> {
    demandConfirmation(name, confirmed);
    return await this.#reached().command(name, argument);
  }

  async set(variable: string, value: string): Promise<CommandOutcome> {
    return await this.#reached().set(variable, value);
  }

  #reached(): Visit<P> {
    if (this.#visit !== null) return this.#visit;
    const why = this.#link.view().message ?? say('session.connecting');
    throw new AppError('no-answer', say('session.unreached', { why }));
  }

  async #run(): Promise<void> {
    while (!this.#isStopped()) {
      await this.#attempt();
      if (!this.#isStopped()) await this.#rest();
    }
  }

  /** Waits until the next attempt is due, or the device may be there again. */
  async #rest(): Promise<void> {
    const woken = new AbortController();
    const unwatch = this.#plan.wake?.(() => woken.abort());
    await pause(this.#options.clock, this.#backoff.next(), AbortSignal.any([this.#stopped.signal, woken.signal]));
    unwatch?.();
  }

  #isStopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  /** Tries every way to the device; returns when none led to it, or when it is lost again. */
  async #attempt(): Promise<void> {
    let heard = false;
    const ways = this.#plan.ways.toSorted((a, b) => Number(b === this.#knownWay) - Number(a === this.#knownWay));
    for (const way of ways) {
      if (this.#isStopped()) return;
      const outcome = await this.#tryWay(way);
      if (outcome === 'over') return;
      heard ||= outcome === 'heard';
    }
    if (heard) this.#link.down('unrecognised', this.#sayUnrecognised());
    else this.#link.down('lost', this.#saySilent());
  }

  /** `over`: the attempt has ended, and the link says how. Otherwise the next way may be tried. */
  async #tryWay(way: Way<P>): Promise<'over' | 'heard' | 'silent'> {
    const { clock, trace } = this.#options;
    const transport = traced(way.transport(), trace, clock);
    this.#transport = transport;
    let gone: string | null = null;
    transport.onGone((why) => {
      gone = why;
      this.#visit?.end(why);
    });
    try {
      const opened = await transport.open();
      if (!opened.ok) {
        this.#link.down(linkOfError(opened.error), opened.error.message);
        return 'over';
      }
      const patience = patienceOf(transport.kind);
      const found = await identify(transport, opened.value, way.drivers, patience, this.#plan.dialect);
      if (gone !== null) {
        this.#link.down('lost', gone);
        return 'over';
      }
      if (found.found === null) return found.heard ? 'heard' : 'silent';
      const why = await this.#stay(transport, way, found.found);
      if (!this.#isStopped()) this.#link.down('lost', say('session.keepsTrying', { why }));
      return 'over';
    } catch (thrown) {
      this.#stumble(thrown);
      return 'over';
    } finally {
      this.#visit = null;
      this.#transport = null;
      await transport.close();
    }
  }

  async #stay(transport: Transport<P>, way: Way<P>, found: NonNullable<Identification<P>['found']>): Promise<string> {
    const { clock, steady, trace, polling, attended, read } = this.#options;
    const learned = (): void => {
      this.#learned = true;
    };
    const note = (text: string): void => trace.note(text);
    const host = { clock, steady, book: this.#book, link: this.#link, polling, attended, learned, read, note };
    const visit = new Visit(transport, found, host);
    this.#visit = visit;
    this.#knownWay = way;
    this.#backoff = new Backoff(RETRY_LIMIT.known, this.#options.chance);
    const { driver, identity } = found;
    const { dialect } = identity;
    this.#options.trace.note(
      say('session.identified', { protocol: [driver.title, ...(dialect === undefined ? [] : [dialect])].join(', ') }),
    );
    this.#view = {
      ...this.#view,
      driver: {
        id: driver.id,
        title: driver.title,
        verified: (identity.proof ?? driver.proof) !== 'derived',
        ...(dialect === undefined ? {} : { dialect }),
      },
      commands: commandOffers(visit.abilities),
      settings: settingOffers(visit.abilities),
    };
    this.#changed();
    return await visit.run();
  }

  /** A bug of ours costs this conversation, and is told; whatever else is watched and protected goes on. */
  #stumble(thrown: unknown): void {
    const told = { device: this.#label(), what: toErrorValue(thrown).message };
    const message = thrown instanceof DriverBug ? say('session.driverFault', told) : say('session.fault', told);
    this.#link.down('lost', message);
    if (this.#bugs.has(message)) return;
    this.#bugs.add(message);
    this.#options.bug(message);
  }

  #changed(): void {
    const link = this.#link.view();
    this.#view = this.#learned
      ? {
          ...this.#view,
          link,
          values: this.#book.values(),
          derived: this.#book.derived(),
          corrected: this.#book.corrected(),
          absent: this.#book.absent(),
          power: this.#book.power(),
        }
      : { ...this.#view, link };
    this.#learned = false;
    this.#options.changed();
  }

  #label(): string {
    return this.#transport?.label ?? say('session.thisUps');
  }

  #saySilent(): string {
    return say('session.silent');
  }

  #sayUnrecognised(): string {
    const titles = new Set(this.#plan.ways.flatMap((way) => way.drivers.map((driver) => driver.title)));
    return titles.size > 4
      ? say('session.unrecognisedByMany', { number: titles.size })
      : say('session.unrecognised', { protocols: [...titles].join(', ') });
  }
}
