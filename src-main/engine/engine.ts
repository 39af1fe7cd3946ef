/** Joins the parts: settings say which devices, sessions read them, the store tells, history keeps, protection acts. */
import { platform } from 'node:process';
import type { DeviceState, EngineState, Handlers } from '../../src-shared/contract/index.ts';
import { toErrorValue } from '../../src-shared/errors.ts';
import { wordObserved } from '../../src-shared/nut/index.ts';
import type { DeviceSetting, Settings } from '../../src-shared/settings/index.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import { Batteries } from './battery/batteries.ts';
import { type BeeperParts, Beepers } from './beeper/beepers.ts';
import { type BootClock, bootOf, systemBoot } from './base/boot-clock.ts';
import { type Clock, systemClock } from './base/clock.ts';
import { Devices } from './devices/devices.ts';
import { Attention } from './state/attention.ts';
import { EventHub } from './state/event-hub.ts';
import { Drills } from './protection/drill/drill.ts';
import { DeviceEvents } from './state/events.ts';
import { Guardian } from './protection/guardian.ts';
import { createHandlers } from './calls/handlers.ts';
import { type KeptFile, memoryFile, type ProtectionFile } from './base/kept-file.ts';
import { Notifier } from './notify/notifier.ts';
import { createSecretStore, type SecretStore } from './notify/secrets.ts';
import type { Actor, FolderPart, HistoryStore, NewEvent, Policy, Problem, SettingsStore } from './base/parts.ts';
import { Recorder } from './state/recorder.ts';
import { Store } from './state/store.ts';

/** What an engine is made of. */
export interface EngineOptions {
  readonly host: EngineState['host'];
  readonly version: string;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly policy: Policy;
  readonly actor: Actor;
  /** Where settings and history lie; only looked at by the doctor. */
  readonly dataDir?: string;
  readonly clock?: Clock;
  /** Time since this computer was started; of the held clock when one is given. */
  readonly boot?: BootClock;
  /** Where protection keeps what it is in the middle of; without one, it begins anew at each start. */
  readonly protectionFile?: ProtectionFile;
  /** Where the cards of drills are kept; without one, until the engine ends. */
  readonly cardFile?: KeptFile;
  /** Where discharges, tests and replacements of batteries are kept; without one, until the engine ends. */
  readonly batteryFile?: KeptFile;
  /** Where notifications keep what waits; without one, until the engine ends. */
  readonly notificationFile?: KeptFile;
  /** Where it is kept which beepers are silent for their quiet hours; without one, until the engine ends. */
  readonly beeperFile?: KeptFile;
  /** Passwords and tokens of notifications; without one, they are kept until the engine ends. */
  readonly secrets?: SecretStore;
  /** Told of the languages of the person whose desktop program is a client; an engine that knows its person needs none. */
  readonly heardLanguages?: (languages: readonly string[]) => Promise<void>;
  /** It runs as a service of the system. */
  readonly service?: boolean;
  /** The folder of all these files; without one nothing is known of it. */
  readonly folder?: FolderPart;
  /** Told of each problem once when it comes up, for the log. */
  readonly onProblem?: (problem: Problem) => void;
}

/** The engine, ready to be served over any wire. */
export interface Engine {
  readonly handlers: Handlers;
  start(): Promise<void>;
  /** Closes every port, writes the last of history, and closes it. */
  stop(): Promise<void>;
  /** The model behind a simulated device, for whoever wants to make something happen to it. */
  simulation(device: string): UpsModel | undefined;
}

/**
 * Shown while there is no device: the table that reports most, on a lively day. Protection looks at it as at a real one,
 * so that the plan and the countdown can be seen; for a simulated UPS it never goes beyond practice.
 */
const DEMO: DeviceSetting = {
  id: 'demo',
  uri: 'sim:snmp?scenario=demo',
  nickname: 'Demo UPS',
  feedsThisComputer: true,
  enabled: true,
};

/** How often problems are looked at, and what could not be read or written is tried again. Milliseconds. */
const PROBLEMS_EVERY = 5000;

/** Joins an engine. Nothing happens before `start`. */
export function createEngine(options: EngineOptions): Engine {
  return new JoinedEngine(options);
}

class JoinedEngine implements Engine {
  readonly handlers: Handlers;
  readonly #options: EngineOptions;
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #events: EventHub;
  readonly #attention: Attention;
  readonly #devices: Devices;
  readonly #drills: Drills;
  readonly #batteries: Batteries;
  readonly #beepers: Beepers;
  readonly #guardian: Guardian;
  readonly #notifier: Notifier;
  readonly #watchers = new Map<string, { readonly events: DeviceEvents; readonly recorder: Recorder }>();
  /** The settings are followed one change after the other. */
  #applying: Promise<void> = Promise.resolve();
  #stopListening: (() => void) | null = null;
  #stopWatching: (() => void) | null = null;
  #problems: readonly Problem[] = [];

  constructor(options: EngineOptions) {
    const { settings, history, policy, actor, clock = systemClock } = options;
    this.#options = options;
    this.#clock = clock;
    this.#events = new EventHub(history);
    const { host, version, service = false } = options;
    const boot = options.boot ?? (options.clock === undefined ? systemBoot() : bootOf(clock));
    const engine = { version, host, service, platform, startedAt: clock.now(), problems: [] };
    const protection = {
      mode: settings.get().protection.mode,
      phase: 'idle' as const,
      feeds: [],
      notices: [],
      powerCycle: [],
    };
    this.#store = new Store(clock, engine, protection);
    this.#attention = new Attention(() => this.#devices.hurry());
    this.#devices = new Devices({
      clock,
      attended: () => this.#attention.here,
      steady: () => boot.steady(),
      polling: () => settings.get().polling,
      chemistry: (device) => settings.get().battery.chemistry[device],
      changed: (state) => this.#onChanged(state),
      read: (state, names) => this.#onRead(state, names),
      removed: (id) => this.#onRemoved(id),
      bug: (device, text) => this.#tell({ device, kind: 'problem', severity: 'warning', text, data: {} }),
    });
    this.#drills = new Drills({
      file: options.cardFile ?? memoryFile(),
      moment: () => ({ now: clock.now(), steady: boot.steady() }),
      rules: () => settings.get().protection,
      devices: () => this.#store.devices(),
      preflight: () => this.#guardian.preflight(),
      tell: (event) => this.#events.emit(event),
      outcome: (device, outcome) => history.updateOutage(device, { outcome }),
    });
    // What both need: those who look after batteries and those who look after beepers.
    const upkeep: Pick<BeeperParts, 'clock' | 'devices' | 'round' | 'command' | 'set' | 'tell'> = {
      clock,
      devices: () => this.#store.devices(),
      round: () => 1500 * settings.get().polling.fullSeconds,
      command: (device, name) => this.#devices.command(device, name, undefined, true),
      set: (device, variable, value) => this.#devices.set(device, variable, value),
      tell: (event) => this.#events.emit(event),
    };
    this.#batteries = new Batteries({
      file: options.batteryFile ?? memoryFile(),
      history,
      protection: () => this.#store.protection(),
      setting: () => settings.get().battery,
      ...upkeep,
    });
    this.#events.subscribe((event) => this.#batteries.heard(event));
    this.#guardian = new Guardian({
      clock,
      boot,
      policy,
      actor,
      file: options.protectionFile,
      rules: () => this.#drills.rules(),
      drills: this.#drills,
      devices: () => this.#store.devices(),
      evidence: (device) => this.#devices.evidence(device),
      learned: (device) => this.#batteries.careful(device),
      command: (device, name, argument) => this.#devices.command(device, name, argument, true),
      set: (device, variable, value) => this.#devices.set(device, variable, value),
      onProtection: (state) => this.#store.setProtection(state),
      onEvent: (event) => this.#events.emit(event),
      onOutcome: (device, outcome) => history.updateOutage(device, { outcome }),
    });
    this.#beepers = new Beepers({
      file: options.beeperFile ?? memoryFile(),
      setting: () => settings.get().notifications.beeper,
      ...upkeep,
    });
    this.#notifier = new Notifier({
      clock,
      settings: () => settings.get(),
      history,
      file: options.notificationFile ?? memoryFile(),
      secrets: options.secrets ?? createSecretStore(memoryFile(), 'memory'),
      device: (id) => this.#store.device(id),
      beepers: () => this.#beepers.states(),
      tell: (event) => this.#events.emit(event),
    });
    this.#events.subscribe((event) => this.#notifier.heard(event));
    this.handlers = createHandlers({
      clock,
      dataDir: options.dataDir,
      settings,
      history,
      store: this.#store,
      devices: this.#devices,
      events: this.#events,
      attention: this.#attention,
      guardian: this.#guardian,
      drills: this.#drills,
      batteries: this.#batteries,
      notifier: this.#notifier,
      heardLanguages: options.heardLanguages ?? (() => Promise.resolve()),
      applied: () => this.#applying,
    });
  }

  async start(): Promise<void> {
    const { settings, version } = this.#options;
    // Before the first event: what happened since it last looked comes first.
    this.#notifier.start();
    this.#tell({
      kind: 'engine-started',
      severity: 'info',
      text: say('reach.started', { version }),
      data: { version },
    });
    this.#stopListening = settings.onChange((now) => this.#onSettings(now));
    this.#lookAtProblems();
    this.#apply(settings.get());
    // Not before every device is there: what is remembered of one that is missing would be forgotten.
    await this.#applying;
    this.#guardian.start();
    this.#batteries.start();
    this.#beepers.start();
  }

  async stop(): Promise<void> {
    this.#notifier.leave();
    this.#stopListening?.();
    this.#stopWatching?.();
    this.#guardian.stop();
    this.#batteries.stop();
    this.#beepers.stop();
    await this.#applying;
    await this.#devices.stop();
    // What is running is not ended here: history ends it at this last sign of life, or goes on with it after a restart.
    this.#tell({ kind: 'engine-stopped', severity: 'info', text: say('reach.stopped'), data: {} });
    await this.#notifier.stop();
    await this.#options.history.close();
  }

  simulation(device: string): UpsModel | undefined {
    return this.#devices.simulation(device);
  }

  #onSettings(settings: Settings): void {
    this.#apply(settings);
    this.#devices.rejudge();
    this.#notifier.follow();
    this.#guardian.decide();
  }

  #apply({ devices, demo }: Settings): void {
    const wanted = devices.length === 0 && demo ? [DEMO] : devices;
    this.#applying = this.#applying
      .then(() => this.#devices.apply(wanted))
      .catch((thrown: unknown) => {
        const text = say('reach.faultFollowing', { why: toErrorValue(thrown).message });
        this.#tell({ kind: 'problem', severity: 'critical', text, data: {} });
      });
  }

  #onChanged(state: DeviceState): void {
    const now = this.#clock.now();
    const before = this.#store.device(state.id);
    this.#store.setDevice(state);
    const { events, recorder } = this.#watcher(state.id);
    const evidence = this.#devices.evidence(state.id);
    recorder.look(state, now, evidence !== undefined && wordObserved(evidence, 'OB')?.asked === false);
    this.#notifier.look(state);
    const happened = events.look(state, now, evidence);
    // Whoever hears of an event must find the state that it speaks of.
    if (happened.length > 0) this.#store.publish();
    for (const event of happened) this.#events.emit(event);
    if (before?.values['ups.status'] !== state.values['ups.status'] || before?.link !== state.link) {
      this.#guardian.decide();
    }
  }

  #onRead(state: DeviceState, names: readonly string[]): void {
    this.#watcher(state.id).recorder.read(state, names, this.#clock.now());
    this.#notifier.read(state, names);
    this.#guardian.read();
  }

  #onRemoved(id: string): void {
    this.#watchers.get(id)?.recorder.stop(this.#clock.now());
    this.#watchers.delete(id);
    this.#store.removeDevice(id);
    this.#guardian.decide();
  }

  #watcher(id: string): { readonly events: DeviceEvents; readonly recorder: Recorder } {
    const known = this.#watchers.get(id);
    if (known !== undefined) return known;
    const made = { events: new DeviceEvents(), recorder: new Recorder(this.#options.history, id) };
    this.#watchers.set(id, made);
    return made;
  }

  #tell(event: Omit<NewEvent, 'time'>): void {
    this.#events.emit({ time: this.#clock.now(), ...event });
  }

  /** Settings and history have no way of calling when a disk fills up. */
  #lookAtProblems(): void {
    const { settings, history, folder, onProblem } = this.#options;
    this.#mend();
    const problems = [
      ...(folder?.problems ?? []),
      ...settings.problems,
      ...history.problems,
      ...this.#guardian.problems,
      ...this.#batteries.problems,
      ...this.#beepers.problems,
      ...this.#notifier.problems,
    ];
    const known = new Set(this.#problems.map(({ id }) => id));
    for (const problem of problems) {
      const { id, message } = problem;
      if (known.has(id)) continue;
      onProblem?.(problem);
      this.#tell({ kind: 'problem', severity: 'warning', text: message, data: { id } });
    }
    this.#problems = problems;
    this.#store.setEngine({ problems });
    this.#stopWatching = this.#clock.after(PROBLEMS_EVERY, () => this.#lookAtProblems());
  }

  /** A disk that was full or read-only may be neither by now. */
  #mend(): void {
    const { settings, history, folder } = this.#options;
    folder?.mend();
    if (folder?.ready === false) return;
    settings.mend?.();
    history.mend?.();
    this.#notifier.mend();
    void this.#batteries.mend();
    void this.#drills.mend();
  }
}
