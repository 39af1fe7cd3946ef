/** One identified device on one open port: polls it, runs commands between polls, until it goes away. */
import type { Abilities, Outcome, PortKind, Readings, Talk } from '../../../../drivers/driver.ts';
import type { CommandOutcome } from '../../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../../src-shared/errors.ts';
import { isVarName, parseStatus, type Value, type Vars } from '../../../../src-shared/nut/index.ts';
import type { Settings } from '../../../../src-shared/settings/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { type Clock, pause } from '../../base/clock.ts';
import { lostAfter, type Mood, type Pace, paceOf, patienceOf, staleAfter } from '../../ports/polling.ts';
import type { Transport } from '../../ports/transport.ts';
import type { Identified } from './identify.ts';
import type { LinkWatch } from './link.ts';
import { JobQueue } from './queue.ts';
import { findCommand, findSetting, misfit, sayCommand, saySetting } from './requests.ts';
import { converse, DriverBug, guarded } from './talk.ts';
import type { Depth, VariableBook } from './variables.ts';

/** What a visit works on and whom it tells. */
export interface VisitHost {
  readonly clock: Clock;
  /** The clock by which observations are told apart. */
  readonly steady: () => number;
  readonly book: VariableBook;
  readonly link: LinkWatch;
  readonly polling: () => Settings['polling'];
  /** Somebody looks at the values now. */
  readonly attended: () => boolean;
  /** The variables changed; the link will say so when it becomes fresh. */
  readonly learned: () => void;
  /** A good reading is in the book: the names that it brought. */
  readonly read: (names: readonly string[]) => void;
  /** Something for Diagnostics. */
  readonly note: (text: string) => void;
}

/** What the device said unasked, and when: said again after the answers to a poll, it is no other observation. */
interface Told {
  readonly listen: () => Readings | undefined;
  readonly steady: number;
}

/** What protection looks at first. */
interface Glance {
  readonly status: Value | undefined;
  readonly charge: Value | undefined;
  readonly runtime: Value | undefined;
  /** The signs of where the power comes from contradict each other. */
  readonly doubt: boolean;
}

/** Beside these words of the status anything may be about to happen. */
const CALM: ReadonlySet<string> = new Set(['OL', 'CHRG']);
/** Mains that went once often goes again: short gaps in it are to be seen for so long. Milliseconds. */
const CALM_AFTER = 600_000;

/** No battery loses so much charge from one reading to the next (percent), or so large a share of its runtime. */
const JUMP = { charge: 30, runtime: 0.25 } as const;

function fell(from: Value | undefined, to: Value | undefined, far: (from: number, to: number) => boolean): boolean {
  return typeof from === 'number' && typeof to === 'number' && far(from, to);
}

/** Whether something is to be looked at again before it is believed. */
function startles(before: Glance, after: Glance): boolean {
  if (after.doubt && !before.doubt) return true;
  return (
    fell(before.charge, after.charge, (from, to) => from - to >= JUMP.charge) ||
    fell(before.runtime, after.runtime, (from, to) => to < from * JUMP.runtime)
  );
}

/** Runs from identification until the device is lost or the visit is ended. */
export class Visit<P extends PortKind> {
  readonly abilities: Abilities<P>;
  readonly identified: Identified<P>;
  readonly #transport: Transport<P>;
  readonly #host: VisitHost;
  readonly #jobs = new JobQueue(() => this.#wake());
  #ended: string | null = null;
  #bug: { readonly thrown: unknown } | null = null;
  #nap: AbortController | null = null;
  #fullDueAt = Number.NEGATIVE_INFINITY;
  /** What the device has said unasked since the running poll began; null between polls. */
  #meanwhile: Told[] | null = null;
  /** When anything but calm was seen last; long ago to begin with. */
  #stirredAt = Number.NEGATIVE_INFINITY;
  /** The last poll had a usable answer. */
  #answered = false;
  /** It was to be woken while it did not rest: the next poll is due at once. */
  #hurried = false;

  /** Throws `DriverBug`. */
  constructor(transport: Transport<P>, identified: Identified<P>, host: VisitHost) {
    this.#transport = transport;
    this.identified = identified;
    this.#host = host;
    const { driver, identity, complete } = identified;
    this.abilities = guarded(() => driver.abilities(identity));
    transport.listen(
      (data) => this.#overhear(() => driver.overheard?.(data, identity, this.#vars())),
      driver.alertBytes,
    );
    host.book.clear();
    this.#merge(identity, 'identity', complete);
  }

  /** Resolves with the reason once the visit is over; rejects with whatever bug ended it. */
  async run(): Promise<string> {
    try {
      while (this.#ended === null) {
        if (await this.#jobs.runNext()) continue;
        await this.#turn();
      }
      if (this.#bug !== null) throw this.#bug.thrown;
      return this.#ended;
    } finally {
      this.#ended ??= say('session.ended');
      this.#jobs.drop(new AppError('no-answer', say('reach.nothingSent', { why: this.#ended })));
    }
  }

  /** Ends the visit; the reason is what `run` resolves with. */
  end(reason: string): void {
    this.#ended ??= reason;
    this.#wake();
  }

  /** Polls soon instead of when it is due. */
  nudge(): void {
    this.#wake();
  }

  /** Runs a command once the running poll has ended. Rejects with `AppError`. */
  command(name: string, argument: string | undefined): Promise<CommandOutcome> {
    const command = findCommand(this.abilities, name, argument);
    return this.#enqueue(async () => {
      const outcome = sayCommand(name, await this.#say(() => command.run(argument)));
      this.#readAllNext();
      return outcome;
    });
  }

  /** Writes a setting and reads it back. Rejects with `AppError`. */
  set(name: string, value: string): Promise<CommandOutcome> {
    const setting = findSetting(this.abilities, name);
    const wrong = misfit(setting, value);
    if (wrong !== undefined) {
      return Promise.resolve(saySetting(name, value, { result: 'invalid', why: wrong }, undefined));
    }
    return this.#enqueue(async () => {
      const outcome = await this.#say(() => setting.write(value));
      if (outcome.result === 'refused' || outcome.result === 'invalid') {
        return saySetting(name, value, outcome, undefined);
      }
      const readBack = await this.#poll('full');
      const after = readBack && isVarName(name) ? this.#host.book.get(name) : undefined;
      return saySetting(name, value, outcome, after);
    });
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    if (this.#ended !== null)
      return Promise.reject(new AppError('no-answer', say('reach.nothingSent', { why: this.#ended })));
    return this.#jobs.add(async () => {
      try {
        return await job();
      } catch (thrown) {
        if (!(thrown instanceof DriverBug)) throw thrown;
        this.#stumble(thrown);
        throw new AppError('internal', say('session.commandFault', { what: thrown.message }));
      }
    });
  }

  async #say(talk: () => Talk<P, Outcome>): Promise<Outcome> {
    // Asked again, a silent device might do it twice, or refuse what it has just done.
    const patience = { ...patienceOf(this.#transport.kind), repeats: 0 };
    return (await converse(this.#transport, talk, patience)).result;
  }

  /** One poll, then rest until the next is due. */
  async #turn(): Promise<void> {
    const { clock } = this.#host;
    const began = clock.monotonic();
    const depth = began >= this.#fullDueAt ? 'full' : 'quick';
    const before = this.#glance();
    const good = await this.#poll(depth);
    this.#answered = good;
    const pace = this.#pace();
    const after = this.#glance();
    if (depth === 'full' && good) this.#fullDueAt = began + pace.full;
    else if (after.status !== before.status) this.#readAllNext();
    // What no battery does, and what contradicts itself, is looked at again at once.
    const startled = startles(before, after);
    if (startled) this.#readAllNext();
    if (this.#ended !== null) return;
    const ended = clock.monotonic();
    this.#nap = new AbortController();
    const soon = startled || this.#hurried;
    this.#hurried = false;
    await pause(clock, soon ? pace.rest : Math.max(began + pace.quick - ended, pace.rest), this.#nap.signal);
    this.#nap = null;
  }

  /** Whether the device gave a usable answer. */
  async #poll(depth: 'quick' | 'full'): Promise<boolean> {
    const { driver, identity } = this.identified;
    const meanwhile: Told[] = [];
    this.#meanwhile = meanwhile;
    const spoken = await converse(
      this.#transport,
      () => driver.poll(depth, identity),
      patienceOf(this.#transport.kind),
    );
    this.#meanwhile = null;
    if (spoken.closed) this.end(say('session.closed', { device: this.#transport.label }));
    if (spoken.result === null) return false;
    const names = this.#merge(spoken.result, depth, spoken.complete);
    // The answers may be older than what came unasked between them: without this an outage would end for a moment.
    for (const { listen, steady } of meanwhile) this.#mergeHeard(guarded(listen), steady);
    this.#fresh();
    this.#host.read(names);
    return true;
  }

  #overhear(listen: () => Readings | undefined): void {
    if (this.#ended !== null) return;
    try {
      const before = this.#glance();
      const readings = guarded(listen);
      if (readings?.doubt !== undefined) this.#doubts(readings.doubt);
      const steady = this.#host.steady();
      if (!this.#mergeHeard(readings, steady)) return;
      this.#meanwhile?.push({ listen, steady });
      this.#fresh();
      const after = this.#glance();
      if (after.status === before.status && !startles(before, after)) return;
      this.#readAllNext();
      this.nudge();
    } catch (thrown) {
      this.#stumble(thrown);
    }
  }

  /** Nothing was taken from it; what it should have said is asked for. */
  #doubts(why: string): void {
    this.#host.note(why);
    this.#readAllNext();
    this.nudge();
  }

  #glance(): Glance {
    const { book } = this.#host;
    return {
      status: book.get('ups.status'),
      charge: book.get('battery.charge'),
      runtime: book.get('battery.runtime'),
      doubt: book.power().source === 'doubt',
    };
  }

  /** With the status the rest has changed as well: an outage must not be shown beside the voltage before it. */
  #readAllNext(): void {
    this.#fullDueAt = Number.NEGATIVE_INFINITY;
  }

  /** Whether there was anything in it. */
  #mergeHeard(readings: Readings | undefined, steady: number): boolean {
    if (readings === undefined || Object.keys(readings.vars).length === 0) return false;
    this.#merge(readings, 'unasked', false, steady);
    return true;
  }

  /** A bug ends the visit, and nothing else. */
  #stumble(thrown: unknown): void {
    this.#bug ??= { thrown };
    this.end(toErrorValue(thrown).message);
  }

  /** Returns the names that were taken in. */
  #merge(readings: Readings, depth: Depth, complete: boolean, steady = this.#host.steady()): readonly string[] {
    const { clock, book } = this.#host;
    const pace = this.#pace();
    const limits = { quick: staleAfter(pace), full: 3 * pace.full };
    const times = { now: clock.now(), monotonic: clock.monotonic(), steady };
    const names = book.merge({ readings, depth, complete, ...times }, limits);
    this.#host.learned();
    return names;
  }

  #fresh(): void {
    const pace = this.#pace();
    this.#host.link.fresh({ stale: staleAfter(pace), lost: lostAfter(pace) });
  }

  #pace(): Pace {
    const { book, polling } = this.#host;
    return paceOf(this.#transport.kind, polling(), this.#mood(parseStatus(String(book.get('ups.status') ?? '')).words));
  }

  /** Calm is what needs no second look: mains beyond doubt for a while, nothing else told, the last question answered. */
  #mood(words: readonly string[]): Mood {
    const { attended, book, clock } = this.#host;
    const now = clock.monotonic();
    const still = this.#answered && book.power().source === 'mains' && words.every((word) => CALM.has(word));
    if (!still) this.#stirredAt = now;
    if (words.includes('OB')) return 'battery';
    return still && !attended() && now - this.#stirredAt >= CALM_AFTER ? 'calm' : 'usual';
  }

  #vars(): Vars {
    return this.#host.book.reported();
  }

  #wake(): void {
    if (this.#nap === null) this.#hurried = true;
    this.#nap?.abort();
  }
}
