/**
 * The parts that the engine is joined from, as it sees them. Each is made elsewhere and handed to `createEngine`, so
 * that a host or a test can put another in its place.
 */
import type {
  Band,
  CallInput,
  CallOutput,
  CommandOutcome,
  DeviceState,
  EngineEvent,
  EngineState,
  ForecastStep,
  History,
  LastShutdown,
  PowerCycle,
  Preflight,
  PreviewStep,
  ProtectionState,
  TriggerName,
} from '../../../src-shared/contract/index.ts';
import type { Evidence } from '../../../src-shared/nut/index.ts';
import type { Settings } from '../../../src-shared/settings/index.ts';
import type { OwnCommand, ProtectionSetting } from '../../../src-shared/settings/protection.ts';

/** Something wrong with Mainstay itself, as shown to the person; `id` stays the same while the problem lasts. */
export type Problem = EngineState['problems'][number];

/** An event before history gave it its number. */
export type NewEvent = Omit<EngineEvent, 'id' | 'acknowledged'>;

/** The sections to replace, each whole. */
export type SettingsChange = Partial<Omit<Settings, 'version'>>;

/** The settings file. */
export interface SettingsStore {
  /** The settings in force; never the same object after a change. */
  get(): Settings;
  /**
   * In force at once (a `get` right after this call sees it), resolved when safely on disk. Rejects with `AppError`
   * ('bad-input') when the result does not fit the schema; nothing is changed then.
   */
  update(change: SettingsChange): Promise<Settings>;
  /** Returns how to stop listening. */
  onChange(listener: (settings: Settings) => void): () => void;
  /** What went wrong while reading or writing the file. */
  readonly problems: readonly Problem[];
  /** Tries again what could not be read or written. Asked every few seconds; never throws. */
  mend?(): void;
}

/** The folder that everything is kept in, as far as it can be. */
export interface FolderPart {
  /** It is ours alone, and can be written to. */
  readonly ready: boolean;
  readonly problems: readonly Problem[];
  /** Tries again what could not be done. Asked every few seconds; never throws. */
  mend(): void;
}

/** Samples, events and outages on disk. All calls are synchronous; samples are written in batches. */
export interface HistoryStore {
  /** Numeric readings of one device at one moment. Names that are missing are a gap. */
  sample(device: string, time: number, values: ReadonlyMap<string, number>): void;
  /** Keeps the event and numbers it; ids grow. */
  event(event: NewEvent): EngineEvent;
  /** A stretch begins; beginning one that runs already changes nothing. */
  beginBand(device: string, kind: Band['kind'], time: number): void;
  endBand(device: string, kind: Band['kind'], time: number): void;
  /**
   * Mains is away from this device; beginning twice changes nothing. One that was cut short a few minutes ago because
   * Mainstay was killed goes on, unless `endOutage` was called since.
   */
  beginOutage(device: string, time: number): void;
  /**
   * What was learned of an outage: the lowest charge in percent, and what was done and why. The charge is of the
   * running one; the outcome of the latest, which may be over already.
   */
  updateOutage(device: string, change: { readonly lowestCharge?: number; readonly outcome?: string }): void;
  /** Mains is there, whether or not an outage was known. */
  endOutage(device: string, time: number): void;
  variables(device: string): CallOutput<'history.variables'>;
  query(input: CallInput<'history.query'>): History;
  csv(input: CallInput<'history.csv'>): CallOutput<'history.csv'>;
  outages(input: CallInput<'history.outages'>): CallOutput<'history.outages'>;
  /** An outage and every event of its time, some from before and after it, oldest first; undefined when unknown. */
  outage(id: number): CallOutput<'history.outage'> | undefined;
  events(input: CallInput<'events.query'>): CallOutput<'events.query'>;
  eventsCsv(input: CallInput<'events.csv'>): CallOutput<'events.csv'>;
  acknowledge(ids: readonly number[]): void;
  /** What went wrong with the file: set aside, disk full. */
  readonly problems: readonly Problem[];
  /** Tries again what could not be read or written. Asked every few seconds; never throws. */
  mend?(): void;
  /** Writes what is still in memory and closes the file. */
  close(): Promise<void>;
}

/** What the policy looks at: every device as clients see it, and the time in milliseconds since 1970. */
export interface PolicyMoment {
  readonly now: number;
  /** Milliseconds of a clock that never jumps, and that goes on over a restart of Mainstay: durations are its. */
  readonly steady: number;
  readonly devices: readonly DeviceState[];
  /** By device, what was observed and when; of one that is missing here everything was observed when it was read. */
  readonly evidence?: ReadonlyMap<string, Evidence>;
  /** How long the last shutdown took, in seconds, if one was measured. */
  readonly measuredSeconds?: number;
  /** This computer has slept since the last decision: readings from before are void. */
  readonly resumed?: boolean;
}

/** How long a battery lasts from now, at this load, by what was learned of it. Seconds. */
export interface LearnedRuntime {
  /** The careful end of the range. */
  readonly low: number;
  readonly high: number;
  /** The UPS may have gone off long before its battery was empty. */
  readonly diedEarly: boolean;
}

/** The last step, as the policy asks for it. */
export interface PowerAction {
  readonly kind: ProtectionSetting['action'];
  /** Everything but the last step: say so, and do nothing. */
  readonly practice: boolean;
  /** The UPS whose trigger held; missing for a schedule and for the person. */
  readonly device?: string;
  readonly trigger: TriggerName;
  /** One sentence: what held, with its values. */
  readonly reason: string;
  /** What was known of that UPS then; what is missing was not reported. */
  readonly inputs: Readonly<Record<string, string | number>>;
  /** When the UPSes are to come back, in milliseconds since 1970: a schedule with a start. */
  readonly startAt?: number;
}

/** What the engine must do because of a decision. */
export type PolicyAction =
  /** Put it on record and tell everyone. */
  | { readonly type: 'event'; readonly event: NewEvent }
  /** What the running outage of a device is to say of what was done. */
  | { readonly type: 'outcome'; readonly device: string; readonly outcome: string }
  | { readonly type: 'perform'; readonly action: PowerAction };

/** The part of the state that the policy knows; the guardian adds the rest. */
export type PolicyView = Pick<
  ProtectionState,
  | 'mode'
  | 'phase'
  | 'feeds'
  | 'onBatterySince'
  | 'carrying'
  | 'countdown'
  | 'committed'
  | 'plan'
  | 'notices'
  | 'scheduled'
>;

/** What follows from one moment. `state` is handed to the next decision as it is. */
export interface PolicyDecision {
  readonly state: unknown;
  readonly actions: readonly PolicyAction[];
  readonly protection: PolicyView;
}

/** What a person or another machine asks of protection. */
export type PolicyOrder =
  | { readonly type: 'cancel' | 'postpone' | 'shutdown-now' }
  | { readonly type: 'request'; readonly from: string; readonly reason: string };

/** The rules, pure: same state, rules and moment, same decision. Called on every reading and each second. */
export interface Policy {
  /** The state before anything happened. */
  start(): unknown;
  decide(state: unknown, rules: ProtectionSetting, moment: PolicyMoment): PolicyDecision;
  /** Takes or refuses an order; what follows from it comes with the next decision. `message` says which and why. */
  order(
    state: unknown,
    rules: ProtectionSetting,
    moment: PolicyMoment,
    order: PolicyOrder,
  ): { readonly state: unknown; readonly accepted: boolean; readonly message: string };
  /** The state as JSON, so that an outage goes on after Mainstay was killed in the middle of it. */
  save(state: unknown): unknown;
  /** A state that was saved; undefined when it is none of ours. */
  restore(saved: unknown): unknown;
  /** What will be decided if every UPS goes on as it is, up to the decided end; of a moment that was decided already. */
  forecast(state: unknown, rules: ProtectionSetting, moment: PolicyMoment): readonly ForecastStep[];
  /** What these rules would do if mains were lost at this moment. */
  preview(rules: ProtectionSetting, moment: PolicyMoment, device: string): readonly PreviewStep[];
  /** The same for the UPS whose outage leads to the last step first; undefined where none counts. */
  previewOfFirst(
    rules: ProtectionSetting,
    moment: PolicyMoment,
  ): { readonly device: string; readonly steps: readonly PreviewStep[] } | undefined;
}

/** What the actor needs of the engine while it works. */
export interface ActorTools {
  readonly rules: ProtectionSetting;
  readonly devices: readonly DeviceState[];
  /** Sends an instant command to a UPS. Never rejects. */
  command(device: string, name: string, argument?: string): Promise<CommandOutcome>;
  /** Writes a setting of a UPS and reads it back. Never rejects. */
  set(device: string, variable: string, value: string): Promise<CommandOutcome>;
  /** Puts something on record. */
  tell(event: NewEvent): void;
}

/** What became of the person's own command. Never shown as done when it was cut off. */
export interface CommandRun {
  readonly done: boolean;
  readonly message: string;
  readonly seconds: number;
  /** The end of what it wrote, standard output and error together. */
  readonly output: string;
}

/** Everything that touches this computer's own power, and what is known of it. */
export interface Actor {
  /**
   * Called once at the start: finds out how the last committed shutdown ended, and tells it once ('shutdown-ended').
   * Never rejects.
   */
  begin(tools: Pick<ActorTools, 'devices' | 'tell'>): Promise<void>;
  /**
   * The person's own command, the UPS told, the last step. Never rejects; `message` says what happened, or what to do
   * about it.
   */
  perform(action: PowerAction, tools: ActorTools): Promise<{ readonly done: boolean; readonly message: string }>;
  /** Tells everyone logged in to this computer, where the system has a way. */
  announce(text: string): void;
  preflight(rules: ProtectionSetting, devices: readonly DeviceState[]): Promise<Preflight>;
  /** Whether a UPS can cut its output after the shutdown and come back with mains, and how. */
  powerCycle(rules: ProtectionSetting, device: DeviceState): PowerCycle;
  tryCommand(command: OwnCommand, tools: ActorTools): Promise<CommandRun>;
  /** How long the last shutdown took, in seconds, if one was measured. */
  measuredSeconds(): number | undefined;
  /** What is known of the last committed shutdown, until it is acknowledged. */
  lastShutdown(): LastShutdown | undefined;
  acknowledge(): void;
}
