/**
 * A whole engine on a clock that is moved by hand: real sessions read simulated devices through their drivers, and what
 * they read goes through store and guardian to the policy. Two things are bent on the way in, and nothing else: values
 * may be made to lie as real devices do, and a simulation is taken for a real UPS by the policy, so that its commitment
 * is seen. The guardian still knows better: nothing goes beyond practice.
 */
import type { BootClock } from '../../../../src-main/engine/base/boot-clock.ts';
import type { Clock } from '../../../../src-main/engine/base/clock.ts';
import { createEngine, type Engine } from '../../../../src-main/engine/engine.ts';
import { createHistoryStore } from '../../../../src-main/engine/history/index.ts';
import type {
  Actor,
  NewEvent,
  Policy,
  PolicyMoment,
  PolicyView,
  PowerAction,
  SettingsStore,
} from '../../../../src-main/engine/base/parts.ts';
import { policy } from '../../../../src-main/engine/protection/policy/decide.ts';
import type { ProtectionFile } from '../../../../src-main/engine/base/kept-file.ts';
import { PowerJudge } from '../../../../src-main/engine/devices/session/power-judge.ts';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { type Evidence, NO_EVIDENCE, type ObservedValue, wordObserved } from '../../../../src-shared/nut/index.ts';
import { defaultSettings, type ProtectionSetting, type Settings } from '../../../../src-shared/settings/index.ts';

/** A clock that stands still until it is told to run. Its wall clock can be set. */
export class VirtualClock implements Clock {
  #time = 0;
  #wall: number;
  #order = 0;
  readonly #timers = new Map<number, { readonly at: number; readonly run: () => void }>();

  constructor(wall: number) {
    this.#wall = wall;
  }

  now(): number {
    return this.#wall + this.#time;
  }

  monotonic(): number {
    return this.#time;
  }

  after(milliseconds: number, run: () => void): () => void {
    this.#order += 1;
    const id = this.#order;
    this.#timers.set(id, { at: this.#time + Math.max(0, milliseconds), run });
    return () => this.#timers.delete(id);
  }

  /** Sets the clock of the wall, as a person or a time server does. */
  set(milliseconds: number): void {
    this.#wall += milliseconds;
  }

  /** The computer sleeps: time passes, and nothing runs; what was due comes late. */
  sleep(milliseconds: number): void {
    this.#time += milliseconds;
  }

  /** Lets so much time pass, with everything that is due in it. */
  async run(milliseconds: number): Promise<void> {
    const end = this.#time + milliseconds;
    for (;;) {
      let next: { readonly id: number; readonly at: number; readonly run: () => void } | undefined;
      for (const [id, timer] of this.#timers) {
        if (timer.at <= end && (next === undefined || timer.at < next.at)) next = { id, ...timer };
      }
      if (next === undefined) break;
      this.#timers.delete(next.id);
      this.#time = Math.max(this.#time, next.at);
      next.run();
      await settled();
    }
    this.#time = Math.max(this.#time, end);
    await settled();
  }
}

/** Everything that promises have to do is done. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** One device: its simulator, and how its values are bent. */
export interface VirtualDevice {
  readonly id: string;
  readonly uri: string;
  /** On top of what it reports; undefined takes a value away. */
  values: Record<string, number | string | undefined>;
  /** What it makes of its status, observed at a moment; unchanged where it is missing. */
  status?: (status: string, at: number) => string;
}

/** What a virtual engine is made of. */
export interface VirtualOptions {
  readonly devices: VirtualDevice[];
  readonly rules: ProtectionSetting;
  readonly clock?: VirtualClock;
  readonly file?: ProtectionFile;
  readonly measuredSeconds?: number;
  /** Whether the policy takes the simulations for real UPSes. */
  readonly real?: boolean;
  readonly quickSeconds?: number;
}

/** An engine that runs, and what it has told and done. Times are seconds since `zero` was called. */
export class VirtualEngine {
  readonly clock: VirtualClock;
  readonly engine: Engine;
  readonly told: { readonly at: number; readonly event: NewEvent }[] = [];
  readonly performed: { readonly at: number; readonly action: PowerAction }[] = [];
  /** As the policy asked for it, before the guardian made practice of it. */
  readonly decided: { readonly at: number; readonly action: PowerAction }[] = [];
  readonly announced: string[] = [];
  readonly settings: SettingsStore;
  view: PolicyView | undefined;
  #zero = 0;
  #first: (() => void) | undefined;
  readonly #devices: readonly VirtualDevice[];
  readonly #judges = new Map<string, PowerJudge>();

  constructor(options: VirtualOptions) {
    const { rules, devices, file, measuredSeconds, real = true, quickSeconds = 2 } = options;
    this.clock = options.clock ?? new VirtualClock(new Date(2026, 10, 18, 12).getTime());
    this.#devices = devices;
    this.settings = inMemory({
      ...defaultSettings(),
      demo: false,
      polling: { quickSeconds, fullSeconds: 30 },
      devices: devices.map(({ id, uri }) => ({ id, uri, nickname: id, feedsThisComputer: true, enabled: true })),
      protection: rules,
    });
    const bent = (moment: PolicyMoment): PolicyMoment => {
      const evidence = new Map(moment.evidence);
      const all = moment.devices.map((device) => {
        const known = evidence.get(device.id);
        const { state, observed } = this.#bend(device, known ?? NO_EVIDENCE, real);
        if (known !== undefined) evidence.set(device.id, observed);
        return state;
      });
      return { ...moment, devices: all, evidence };
    };
    const watched: Policy = {
      ...policy,
      decide: (state, now, moment) => {
        const decision = policy.decide(state, now, bent(moment));
        this.view = decision.protection;
        for (const action of decision.actions) {
          if (action.type === 'event') this.told.push({ at: this.seconds, event: action.event });
          if (action.type === 'perform') this.decided.push({ at: this.seconds, action: action.action });
        }
        return decision;
      },
      order: (state, now, moment, order) => policy.order(state, now, bent(moment), order),
      // Nobody looks at it here, and it is most of the work; it has tests of its own.
      forecast: () => [],
    };
    // Events and outages are kept; samples take half of the time, and no decision looks at them.
    const history = Object.assign(createHistoryStore(':memory:', { now: () => this.clock.now() }), {
      sample: () => undefined,
    });
    this.engine = createEngine({
      host: 'headless',
      version: 'test',
      settings: this.settings,
      history,
      policy: watched,
      actor: this.#actor(measuredSeconds),
      clock: this.clock,
      boot: virtualBoot(this.clock),
      ...(file === undefined ? {} : { protectionFile: file }),
    });
  }

  /** Seconds since the story began. */
  get seconds(): number {
    return (this.clock.monotonic() - this.#zero) / 1000;
  }

  /** The story begins with this, as soon as the simulations are there and before any of them is read. */
  beforeStart(first: () => void): void {
    this.#first = first;
  }

  /** Starts it, and waits until every device was read. */
  async start(): Promise<void> {
    const starting = this.engine.start();
    await this.clock.run(1);
    await starting;
    if (this.#first !== undefined) {
      this.#first();
      return;
    }
    for (let tries = 0; tries < 60; tries += 1) {
      await this.clock.run(500);
      if (this.view?.feeds.every(({ feeds, why }) => feeds || why?.includes('Nothing has been read') !== true)) break;
    }
    await this.clock.run(5000);
    this.#zero = this.clock.monotonic();
    this.told.length = 0;
  }

  async stop(): Promise<void> {
    const stopping = this.engine.stop();
    await this.clock.run(60_000);
    await stopping;
  }

  async to(seconds: number): Promise<void> {
    await this.clock.run(Math.max(0, seconds * 1000 - (this.clock.monotonic() - this.#zero)));
  }

  device(id: string): VirtualDevice {
    const found = this.#devices.find((device) => device.id === id);
    if (found === undefined) throw new Error(`There is no device ${id}.`);
    return found;
  }

  /** What a device that lies is taken to have said: as often as it was read, and judged as the session would judge it. */
  #bend(
    device: DeviceState,
    evidence: Evidence,
    real: boolean,
  ): { readonly state: DeviceState; readonly observed: Evidence } {
    const { values: lies, status } = this.device(device.id);
    const values: DeviceState['values'] = {};
    for (const [name, value] of Object.entries({ ...device.values, ...lies })) {
      if (value !== undefined) values[name] = value;
    }
    const said = values['ups.status'];
    const at = wordObserved(evidence, 'LB')?.at ?? 0;
    if (status !== undefined && typeof said === 'string') values['ups.status'] = status(said, at);
    const read = evidence.values.get('ups.status') ?? { at: this.clock.monotonic(), asked: true };
    const observed = new Map<string, ObservedValue>();
    for (const [name, value] of Object.entries(values)) {
      const own = evidence.values.get(name);
      // With a status that changes, a session reads everything else anew.
      const bent = Object.hasOwn(lies, name) || own === undefined || status !== undefined;
      observed.set(name, { value, at: bent ? read.at : own.at, asked: true });
    }
    const seen: Evidence = { values: observed, words: evidence.words };
    const judge = this.#judges.get(device.id) ?? new PowerJudge();
    this.#judges.set(device.id, judge);
    const rated = values['input.voltage.nominal'];
    const power =
      device.link === 'live' ? judge.look(seen, typeof rated === 'number' ? rated : undefined) : judge.judgement();
    return { state: { ...device, values, power, simulated: device.simulated && !real }, observed: seen };
  }

  #actor(measuredSeconds: number | undefined): Actor {
    return {
      begin: async () => undefined,
      perform: async (action) => {
        this.performed.push({ at: this.seconds, action });
        return { done: true, message: 'Done, as practice.' };
      },
      announce: (text) => this.announced.push(text),
      preflight: async () => ({ at: this.clock.now(), passed: true, checks: [] }),
      powerCycle: (_rules, { id }) => ({ device: id, can: false, how: 'Not here.' }),
      tryCommand: async () => ({ done: true, message: 'Nothing was run.', seconds: 0, output: '' }),
      measuredSeconds: () => measuredSeconds,
      lastShutdown: () => undefined,
      acknowledge: () => undefined,
    };
  }
}

/** The boot goes on as long as the clock does. */
export function virtualBoot(clock: VirtualClock, mark = 'virtual'): BootClock {
  return { steady: () => clock.monotonic(), mark, isThisBoot: (other) => other === mark };
}

function inMemory(first: Settings): SettingsStore {
  let settings = first;
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => settings,
    update: async (change) => {
      settings = { ...settings, ...change };
      for (const listener of listeners) listener(settings);
      return settings;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    problems: [],
  };
}
