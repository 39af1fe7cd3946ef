/** What the policy remembers between two decisions. Never changed: a decision makes a new one. */
import type { TriggerName } from '../../../src-shared/contract/index.ts';
import type { PolicyAction, PolicyMoment } from '../parts.ts';
import type { Holding } from './triggers.ts';
import type { Watch } from './watch.ts';

/** A countdown that runs. `actsAt` is on the steady clock, `began` in milliseconds since 1970. */
export interface Running extends Holding {
  readonly device: string;
  readonly began: number;
  readonly startedAt: number;
  readonly actsAt: number;
}

/** A decision that stands. */
export interface Committed {
  readonly device: string;
  readonly trigger: TriggerName;
  readonly reason: string;
  readonly data: Holding['data'];
  readonly practice: boolean;
  /** When the action was last asked for, on the steady clock. */
  readonly performedAt: number;
}

/** The memory's content. */
export interface Content {
  readonly watches: ReadonlyMap<string, Watch>;
  /** Triggers already told, and triggers that the person stopped, each until its outage is over. */
  readonly warned: ReadonlySet<string>;
  readonly muted: ReadonlySet<string>;
  /** Devices whose outage has something to say of what was done. */
  readonly noted: ReadonlySet<string>;
  readonly countdown: Running | undefined;
  readonly committed: Committed | undefined;
  /** What a cancellation between two decisions left to be told. */
  readonly pending: readonly PolicyAction[];
  /** The moment last decided upon. */
  readonly last: PolicyMoment | undefined;
}

/** Opaque to whoever carries it from one decision to the next. */
export class Memory {
  readonly content: Content;

  constructor(content: Content) {
    this.content = content;
  }
}

/** The memory before anything happened. */
export const EMPTY: Content = {
  watches: new Map(),
  warned: new Set(),
  muted: new Set(),
  noted: new Set(),
  countdown: undefined,
  committed: undefined,
  pending: [],
  last: undefined,
};

/** Names one trigger of one device. */
export function triggerKey(device: string, trigger: TriggerName): string {
  return `${trigger} ${device}`;
}
