/** The devices under watch: a session for each that is enabled, and its state as clients see it. */
import type { CommandOutcome, DeviceState, Exchange } from '../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../src-shared/errors.ts';
import type { DeviceSetting, Settings } from '../../../src-shared/settings/index.ts';
import { type Chemistry, type Evidence, UNJUDGED } from '../../../src-shared/nut/index.ts';
import type { UpsModel } from '../../../src-shared/ups-model/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Clock } from '../base/clock.ts';
import { connect } from './connection.ts';
import { createSession, type Session } from './session/session.ts';
import type { Variable } from './session/variables.ts';
import type { Recorded } from '../ports/port.ts';
import { Trace } from '../ports/trace.ts';
import { redactUri } from '../../../src-shared/address/redact.ts';

/** Whom the devices tell. */
export interface DevicesHost {
  readonly clock: Clock;
  /** The clock by which observations are told apart. Milliseconds. */
  readonly steady: () => number;
  readonly polling: () => Settings['polling'];
  /** Somebody looks at the values now. */
  readonly attended: () => boolean;
  /** What a person told the battery of a device to be made of. */
  readonly chemistry: (device: string) => Chemistry | undefined;
  readonly changed: (state: DeviceState) => void;
  readonly read: (state: DeviceState, names: readonly string[]) => void;
  readonly removed: (id: string) => void;
  readonly bug: (device: string, message: string) => void;
}

interface Watched {
  setting: DeviceSetting;
  readonly trace: Trace;
  readonly since: number;
  session: Session | null;
  simulation: UpsModel | undefined;
  /** Why there is no session although the device is enabled: its URI cannot be used. */
  unusable: string | undefined;
}

/** Keeps the sessions in step with the settings. */
export class Devices {
  readonly #host: DevicesHost;
  readonly #watched = new Map<string, Watched>();

  constructor(host: DevicesHost) {
    this.#host = host;
  }

  /** Starts, restarts and stops sessions so that exactly these devices are watched. */
  async apply(settings: readonly DeviceSetting[]): Promise<void> {
    const wanted = new Set(settings.map(({ id }) => id));
    const ending = [...this.#watched.keys()].filter((id) => !wanted.has(id)).map((id) => this.#remove(id));
    await Promise.all([...ending, ...settings.map((setting) => this.#put(setting))]);
  }

  /** What a person told of the batteries may have changed: in force at once, and not with the next reading. */
  rejudge(): void {
    for (const { session } of this.#watched.values()) session?.rejudge();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#watched.values()].flatMap(({ session }) => session?.stop() ?? []));
  }

  /** Asks every device anew soon, instead of when it is due. */
  hurry(): void {
    for (const { session } of this.#watched.values()) session?.hurry();
  }

  has(id: string): boolean {
    return this.#watched.has(id);
  }

  /** The model behind a simulated device. */
  simulation(id: string): UpsModel | undefined {
    return this.#watched.get(id)?.simulation;
  }

  command(id: string, name: string, argument: string | undefined, confirmed: boolean): Promise<CommandOutcome> {
    return this.#session(id).command(name, argument, confirmed);
  }

  set(id: string, variable: string, value: string): Promise<CommandOutcome> {
    return this.#session(id).set(variable, value);
  }

  variables(id: string): readonly (Variable & { readonly name: string })[] {
    return this.#demand(id).session?.variables() ?? [];
  }

  extras(id: string): Readonly<Record<string, string>> {
    return this.#demand(id).session?.extras() ?? {};
  }

  /** What was observed of it, before anything was judged; undefined where it is not watched. */
  evidence(id: string): Evidence | undefined {
    return this.#watched.get(id)?.session?.evidence();
  }

  counters(id: string): Record<string, number> {
    return this.#demand(id).trace.counters();
  }

  exchanges(id: string, limit: number): Exchange[] {
    return this.#demand(id).trace.latest(limit);
  }

  /** What was heard of it, as it was on the wire. */
  recorded(id: string): Recorded {
    return this.#demand(id).trace.recorded();
  }

  /** Returns how to stop listening. */
  onExchanges(id: string, listener: (exchanges: readonly Exchange[]) => void): () => void {
    return this.#demand(id).trace.subscribe(listener);
  }

  #demand(id: string): Watched {
    const watched = this.#watched.get(id);
    if (watched === undefined) throw new AppError('not-found', say('reach.noDevice', { id }));
    return watched;
  }

  #session(id: string): Session {
    const { session, unusable } = this.#demand(id);
    if (session !== null) return session;
    throw new AppError('refused', say('reach.nothingSent', { why: unusable ?? say('reach.switchedOff') }));
  }

  async #put(setting: DeviceSetting): Promise<void> {
    const { clock } = this.#host;
    const known = this.#watched.get(setting.id);
    const watched: Watched = known ?? {
      setting,
      trace: new Trace(setting.id, clock),
      since: clock.now(),
      session: null,
      simulation: undefined,
      unusable: undefined,
    };
    const before = known?.setting;
    watched.setting = setting;
    this.#watched.set(setting.id, watched);
    const same = before?.uri === setting.uri && before.enabled === setting.enabled;
    if (!same) await this.#restart(watched);
    if (!same || before !== setting) this.#tell(watched);
  }

  async #restart(watched: Watched): Promise<void> {
    const old = watched.session;
    watched.session = null;
    watched.simulation = undefined;
    watched.unusable = undefined;
    await old?.stop();
    // Another change may have come in while the old session was closing its port.
    if (!watched.setting.enabled || this.#watched.get(watched.setting.id) !== watched || watched.session !== null)
      return;
    this.#start(watched);
  }

  #start(watched: Watched): void {
    const { clock, steady, polling, attended, chemistry, bug, read } = this.#host;
    const { id, uri } = watched.setting;
    try {
      const { plan, simulation } = connect(uri, clock);
      watched.simulation = simulation;
      watched.session = createSession(plan, {
        clock,
        steady,
        trace: watched.trace,
        polling,
        attended,
        chemistry: () => chemistry(id),
        changed: () => this.#tell(watched),
        read: (names) => read(this.#state(watched), names),
        bug: (message) => bug(id, message),
      });
      watched.session.start();
    } catch (thrown) {
      // A settings file may name a driver that this version does not have; the others go on.
      watched.unusable = toErrorValue(thrown).message;
    }
  }

  async #remove(id: string): Promise<void> {
    const watched = this.#watched.get(id);
    this.#watched.delete(id);
    this.#host.removed(id);
    await watched?.session?.stop();
  }

  #tell(watched: Watched): void {
    if (this.#watched.get(watched.setting.id) === watched) this.#host.changed(this.#state(watched));
  }

  #state(watched: Watched): DeviceState {
    const { setting, session, unusable } = watched;
    const uri = redactUri(setting.uri);
    const fixed = {
      id: setting.id,
      uri,
      nickname: setting.nickname,
      feedsThisComputer: setting.feedsThisComputer,
      // A recording is no live device either, and nothing that it says may have consequences.
      simulated: /^(sim|replay):/.test(setting.uri),
    };
    if (session === null) {
      const idle = { values: {}, derived: [], absent: {}, power: UNJUDGED, commands: [], settings: [], verified: true };
      const name = setting.nickname || uri;
      const link = unusable === undefined ? 'disabled' : 'lost';
      const why = unusable === undefined ? {} : { linkMessage: unusable };
      return { ...fixed, ...idle, ...why, name, link, linkSince: watched.since };
    }
    const { link, driver, values, derived, corrected, absent, power, commands, settings } = session.view();
    const { 'device.mfr': maker = values['ups.mfr'] } = values;
    const model = values['device.model'] ?? values['ups.model'] ?? maker;
    return {
      ...fixed,
      name: setting.nickname || (model === undefined ? uri : String(model)),
      verified: driver?.verified ?? true,
      ...(driver === undefined ? {} : { driver: driver.id, driverTitle: driver.title }),
      ...(driver?.dialect === undefined ? {} : { dialect: driver.dialect }),
      link: link.link,
      linkSince: link.since,
      ...(link.message === undefined ? {} : { linkMessage: link.message }),
      ...(link.readAt === undefined ? {} : { readAt: link.readAt }),
      values,
      derived,
      corrected,
      absent,
      power,
      commands,
      settings,
    };
  }
}
