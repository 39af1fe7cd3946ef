/** Words that every part of the policy uses, and the record that a decision leaves. */
import type { EventKind, Severity } from '../../../../src-shared/contract/index.ts';
import type { PolicyAction } from '../../base/parts.ts';

/** What is put on record of one thing that happened. */
export interface Entry {
  readonly kind: EventKind;
  readonly severity: Severity;
  readonly device?: string | undefined;
  readonly text: string;
  readonly reason: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** The actions of one decision, in order. */
export class Actions {
  readonly list: PolicyAction[];
  readonly #noted: Set<string>;
  readonly #now: number;

  constructor(pending: readonly PolicyAction[], noted: Set<string>, now: number) {
    this.list = [...pending];
    this.#noted = noted;
    this.#now = now;
  }

  event({ kind, severity, device, text, reason, data }: Entry): void {
    const event = { time: this.#now, kind, severity, text, data: { ...data, reason } };
    this.list.push({ type: 'event', event: device === undefined ? event : { ...event, device } });
  }

  /** What the outages of these devices are to say of what was done. */
  outcome(devices: readonly (string | undefined)[], outcome: string): void {
    for (const device of new Set(devices)) {
      if (device === undefined) continue;
      this.#noted.add(device);
      this.list.push({ type: 'outcome', device, outcome });
    }
  }
}
