/**
 * The parts that the engine is joined from, as it sees them. Each is made elsewhere and handed to `createEngine`, so
 * that a host or a test can put another in its place.
 */
import type {
  Band,
  CallInput,
  CallOutput,
  DeviceState,
  EngineEvent,
  EngineState,
  History,
  ProtectionState,
} from '../../src-shared/contract/index.ts';
import type { ProtectionSetting, Settings } from '../../src-shared/settings.ts';

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
  /** Mains is away from this device; beginning twice changes nothing. */
  beginOutage(device: string, time: number): void;
  /**
   * What was learned of an outage: the lowest charge in percent, and what was done and why. The charge is of the
   * running one; the outcome of the latest, which may be over already.
   */
  updateOutage(device: string, change: { readonly lowestCharge?: number; readonly outcome?: string }): void;
  endOutage(device: string, time: number): void;
  variables(device: string): CallOutput<'history.variables'>;
  query(input: CallInput<'history.query'>): History;
  csv(input: CallInput<'history.csv'>): CallOutput<'history.csv'>;
  outages(input: CallInput<'history.outages'>): CallOutput<'history.outages'>;
  events(input: CallInput<'events.query'>): CallOutput<'events.query'>;
  eventsCsv(input: CallInput<'events.csv'>): CallOutput<'events.csv'>;
  acknowledge(ids: readonly number[]): void;
  /** What went wrong with the file: set aside, disk full. */
  readonly problems: readonly Problem[];
  /** Writes what is still in memory and closes the file. */
  close(): Promise<void>;
}

/** What the policy looks at: every device as clients see it, and the time in milliseconds since 1970. */
export interface PolicyMoment {
  readonly now: number;
  /** Milliseconds of a clock that never jumps (`performance.now()`): every duration is measured on it. */
  readonly steady: number;
  readonly devices: readonly DeviceState[];
}

/** The last step, as the policy asks for it. */
export interface PowerAction {
  readonly kind: ProtectionSetting['action'];
  /** Everything but the last step: say so, and do nothing. */
  readonly practice: boolean;
  /** The UPS whose trigger held. */
  readonly device: string;
  /** One sentence: what held, with its values. */
  readonly reason: string;
}

/** What the engine must do because of a decision. */
export type PolicyAction =
  /** Put it on record and tell everyone. */
  | { readonly type: 'event'; readonly event: NewEvent }
  /** What the running outage of a device is to say of what was done. */
  | { readonly type: 'outcome'; readonly device: string; readonly outcome: string }
  | { readonly type: 'perform'; readonly action: PowerAction };

/** What follows from one moment. `state` is handed to the next decision as it is. */
export interface PolicyDecision {
  readonly state: unknown;
  readonly actions: readonly PolicyAction[];
  readonly protection: ProtectionState;
}

/** The rules, pure: same state, rules and moment, same decision. Called on every reading and each second. */
export interface Policy {
  /** The state before anything happened. */
  start(now: number): unknown;
  decide(state: unknown, rules: ProtectionSetting, moment: PolicyMoment): PolicyDecision;
  /** The person stops the countdown. `stopped` is false when none is running or it is too late. */
  cancel(state: unknown, now: number): { readonly state: unknown; readonly stopped: boolean; readonly message: string };
}

/** Performs the last step on this computer. Never rejects; `message` says what happened, or what to do about it. */
export interface Actor {
  perform(action: PowerAction): Promise<{ readonly done: boolean; readonly message: string }>;
}
