/**
 * Notifications at work. Their one source is the hub that every event goes through; nothing that a screen asks for ever
 * makes a message, except for the test, which goes the way of all others.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import type {
  ChannelStatus,
  CommandOutcome,
  DeviceState,
  EngineEvent,
  NotificationsStatus,
} from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import type { Settings } from '../../../src-shared/settings/index.ts';
import type { Channel } from '../../../src-shared/settings/notifications.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { type Clock, every } from '../base/clock.ts';
import type { KeptFile } from '../base/kept-file.ts';
import type { HistoryStore, NewEvent, Problem } from '../base/parts.ts';
import { type Gathering, isQuiet, NOTHING, ripe, take, wants } from './gather.ts';
import { Keeper } from './kept.ts';
import { briefText, worded } from './message.ts';
import { Outbox } from './outbox.ts';
import { examineSoon, notSent, sealedProblems } from './sealed.ts';
import type { SecretStore } from './secrets.ts';
import { Desktops } from './senders/desktop.ts';
import { sendEmail } from './senders/email.ts';
import { sendNtfy } from './senders/ntfy.ts';
import { send, type Senders } from './senders/sender.ts';
import { sendTelegram } from './senders/telegram.ts';
import { sendWebhook } from './senders/webhook.ts';
import { Standing } from './standing.ts';
import { Thresholds } from './thresholds.ts';
import { trialMessage, whyNotReal } from './trial.ts';

/** What notifications work with. */
export interface NotifierParts {
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly history: Pick<HistoryStore, 'events'>;
  readonly file: KeptFile;
  readonly secrets: SecretStore;
  readonly device: (id: string) => DeviceState | undefined;
  /** How the beepers stand with their quiet hours. */
  readonly beepers?: () => NotificationsStatus['beepers'];
  /** Puts on record what a threshold has to say. */
  readonly tell: (event: NewEvent) => void;
}

/** What is gathered is looked at so often. Milliseconds. */
const TICK = 1000;
/** Events of before a restart that nobody has looked at are of use for so long. Milliseconds. */
const CAUGHT_UP = 3_600_000;
/** A test is answered by then. Milliseconds. */
const TEST_LIMIT = 55_000;

/** Notifications of one engine. */
export class Notifier {
  readonly #parts: NotifierParts;
  readonly #keeper: Keeper;
  readonly #outbox: Outbox;
  readonly #thresholds: Thresholds;
  readonly #listeners = new Set<(status: NotificationsStatus) => void>();
  readonly desktops: Desktops;
  #standing: Standing;
  #gathered: Map<string, Gathering>;
  #seen: number | undefined;
  #stopTicking: (() => void) | null = null;
  #dropExamination: (() => void) | null = null;
  #leaving = false;
  #followed: unknown;
  #told = '';

  constructor(parts: NotifierParts) {
    this.#parts = parts;
    const { clock, file } = parts;
    this.#keeper = new Keeper(file);
    const kept = this.#keeper.first;
    this.#seen = kept.seen;
    this.#gathered = new Map(Object.entries(kept.gathered));
    this.#standing = new Standing(kept.standing, clock.monotonic());
    this.#thresholds = new Thresholds(kept.raised);
    this.desktops = new Desktops(clock, () => {
      // What was kept for a screen can be shown now.
      for (const { id, kind } of this.#channels()) if (kind === 'desktop') this.#outbox.retry(id);
      this.#publish();
    });
    const senders: Senders = {
      desktop: this.desktops.send,
      email: sendEmail,
      webhook: sendWebhook,
      ntfy: sendNtfy,
      telegram: sendTelegram,
    };
    const computer = hostname();
    this.#outbox = new Outbox(
      {
        clock,
        channel: (id) => this.#channel(id),
        send: async (channel, message, signal) => {
          const { secret, closed } = await parts.secrets.get(channel);
          if (closed !== undefined) return notSent(closed);
          return send(senders, channel, { ...message, computer }, secret, signal);
        },
        changed: () => this.#changed(),
      },
      kept.outbox,
    );
  }

  get problems(): readonly Problem[] {
    const { secrets } = this.#parts;
    const damage = secrets.problem === undefined ? [] : [secrets.problem];
    return [...this.#keeper.problems, ...damage, ...sealedProblems(secrets, this.#channels())];
  }

  /** Tries again what could not be written. */
  mend(): void {
    this.#keeper.mend();
  }

  /** Goes on with what waits, and with events that nobody has looked at because Mainstay was killed. */
  start(): void {
    const { clock, history } = this.#parts;
    this.#standing = new Standing(this.#keeper.first.standing, clock.monotonic());
    const latest = history.events({ limit: 1 }).events[0]?.id ?? 0;
    if (this.#seen === undefined || this.#seen > latest) {
      // The first start, or the first with a new history: what was before it is no news.
      this.#seen = latest;
    } else {
      const missed = history.events({ from: clock.now() - CAUGHT_UP, limit: 1000 }).events;
      for (const event of missed.toSorted((a, b) => a.id - b.id)) this.heard(event);
    }
    this.follow();
    this.#outbox.start();
    this.#stopTicking = every(clock, TICK, () => this.#look());
    this.#dropExamination = examineSoon(
      clock,
      this.#parts.secrets,
      () => this.#channels(),
      () => this.#publish(),
    );
  }

  /** What is gathered and what waits is kept; an attempt under way is cut off. */
  async stop(): Promise<void> {
    this.#stopTicking?.();
    this.#dropExamination?.();
    this.#outbox.stop();
    this.#keep();
    await this.#keeper.settled();
  }

  /** Mainstay ends in good order: that its contacts end with it is nothing to be told of, also after the next start. */
  leave(): void {
    this.#leaving = true;
  }

  /** An event of the hub. */
  heard(event: EngineEvent): void {
    if (this.#seen !== undefined && event.id <= this.#seen) return;
    this.#seen = event.id;
    const { clock, settings, device } = this.#parts;
    const { devices, protection } = settings();
    // Nobody is woken by the UPS of the demonstration, nor by one that was just removed.
    const known = event.device === undefined || devices.some(({ id }) => id === event.device);
    if (known && !this.#leaving && this.#standing.isNews(event, clock.monotonic())) {
      const { id, time, kind, severity, text } = event;
      const name = event.device === undefined ? undefined : this.#nameOf(device(event.device), event.device);
      const told = {
        id,
        time,
        kind,
        severity,
        text,
        ...(event.device === undefined ? {} : { device: event.device }),
        ...(name === undefined ? {} : { name }),
      };
      const moment = { now: clock.now(), confirmSeconds: protection.confirmSeconds };
      for (const channel of this.#channels().filter((each) => wants(each, event))) {
        const before = this.#gathered.get(channel.id) ?? NOTHING;
        this.#gathered.set(channel.id, take(before, told, channel, moment, briefText));
      }
    }
    this.#changed();
    this.#look();
  }

  /** A device was read. */
  read(state: DeviceState, names: readonly string[]): void {
    const { clock, settings, tell } = this.#parts;
    const { thresholds } = settings().notifications;
    if (thresholds.length === 0) return;
    const moment = { now: clock.now(), steady: clock.monotonic() };
    for (const event of this.#thresholds.read(thresholds, state, names, moment)) tell(event);
  }

  /** A device changed; without contact nothing is concluded from what it said before. */
  look(state: DeviceState): void {
    if (state.link !== 'live') this.#thresholds.interrupt(state.id);
  }

  /** The settings may be other ones now. */
  follow(): void {
    const { settings, secrets } = this.#parts;
    const { notifications, devices } = settings();
    const followed = { notifications, devices: devices.map(({ id }) => id) };
    // Another section was changed: that mends nothing here.
    if (isDeepStrictEqual(followed, this.#followed)) return;
    this.#followed = followed;
    const ids = notifications.channels.map(({ id }) => id);
    for (const id of this.#gathered.keys()) if (!ids.includes(id)) this.#gathered.delete(id);
    this.#thresholds.follow(notifications.thresholds, followed.devices);
    this.#outbox.follow();
    // What could not be forgotten now is so at the next change; nothing sends it meanwhile.
    secrets.keepOnly(ids).catch(() => undefined);
  }

  /** Sends a message as every other is sent, and says what became of it. */
  async test(id: string): Promise<CommandOutcome> {
    const { clock } = this.#parts;
    const channel = this.#demand(id);
    const now = clock.now();
    const message = trialMessage(id, now);
    const sent = await Promise.race([
      this.#outbox.tryOut(message),
      new Promise<undefined>((resolve) => void clock.after(TEST_LIMIT, () => resolve(undefined))),
    ]);
    if (sent === undefined) {
      this.#outbox.discard(message.id);
      return { result: 'silent', message: say('notify.test.silent') };
    }
    if (!sent.ok) return { result: 'refused', message: sent.message };
    return { result: 'confirmed', message: [sent.message, ...whyNotReal(channel, now)].join(' ') };
  }

  outbox(): { readonly waiting: ReturnType<Outbox['waiting']>; readonly past: ReturnType<Outbox['past']> } {
    return { waiting: this.#outbox.waiting(), past: this.#outbox.past() };
  }

  retry(id: string): void {
    this.#demand(id);
    this.#outbox.retry(id);
  }

  discard(id: string): void {
    if (!this.#outbox.discard(id)) throw new AppError('not-found', say('notify.outbox.unknown'));
  }

  async setSecret(id: string, secret: string): Promise<void> {
    // A line end comes along when a token is pasted, and is part of none.
    await this.#parts.secrets.set(this.#demand(id), secret.replaceAll(/[\r\n]/g, ''));
    this.#outbox.retry(id);
    this.#publish();
  }

  /** Emits how things stand at once and after each change, until the returned function is called. */
  subscribe(emit: (status: NotificationsStatus) => void): () => void {
    this.#listeners.add(emit);
    emit(this.#status());
    return () => this.#listeners.delete(emit);
  }

  #look(): void {
    const now = this.#parts.clock.now();
    let changed = false;
    for (const channel of this.#channels()) {
      const before = this.#gathered.get(channel.id);
      if (before === undefined) continue;
      const { gathering, batch } = ripe(before, channel, now);
      if (gathering === before) continue;
      this.#gathered.set(channel.id, gathering);
      changed = true;
      if (batch === undefined) continue;
      const words = worded(batch, now);
      this.#outbox.add({
        id: randomUUID(),
        channel: channel.id,
        at: now,
        ...words,
        events: [...batch.events],
        test: false,
      });
    }
    if (changed) this.#changed();
    else this.#publish();
  }

  #changed(): void {
    this.#keep();
    this.#publish();
  }

  #keep(): void {
    this.#keeper.keep(() => ({
      version: 1,
      ...(this.#seen === undefined ? {} : { seen: this.#seen }),
      standing: this.#standing.kept(),
      gathered: Object.fromEntries(this.#gathered),
      raised: this.#thresholds.raised(),
      outbox: this.#outbox.kept(),
    }));
  }

  #publish(): void {
    if (this.#listeners.size === 0) return;
    const status = this.#status();
    const text = JSON.stringify(status);
    if (text === this.#told) return;
    this.#told = text;
    for (const emit of this.#listeners) emit(status);
  }

  #status(): NotificationsStatus {
    const now = this.#parts.clock.now();
    const channels: Record<string, ChannelStatus> = {};
    for (const channel of this.#channels()) {
      const closed = this.#parts.secrets.closed(channel);
      channels[channel.id] = {
        ...this.#outbox.status(channel.id),
        held: this.#gathered.get(channel.id)?.held.filter(({ quiet }) => quiet).length ?? 0,
        quiet: isQuiet(channel.quiet, now),
        secret: this.#parts.secrets.has(channel),
        ...(closed === undefined ? {} : { closed }),
      };
    }
    const { secrets, beepers } = this.#parts;
    return { channels, desktops: this.desktops.count, secrets: secrets.place, beepers: beepers?.() ?? {} };
  }

  #channels(): readonly Channel[] {
    return this.#parts.settings().notifications.channels;
  }

  #channel(id: string): Channel | undefined {
    return this.#channels().find((channel) => channel.id === id);
  }

  #demand(id: string): Channel {
    const found = this.#channel(id);
    if (found === undefined) throw new AppError('not-found', say('notify.unknownChannel', { id }));
    return found;
  }

  #nameOf(state: DeviceState | undefined, id: string): string {
    if (state === undefined) return id;
    return state.simulated ? say('notify.message.simulated', { name: state.name }) : state.name;
  }
}
