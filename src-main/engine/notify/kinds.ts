/** Which events are worth a message, and in which group a person looks for them. */
import type { EventKind, Severity } from '../../../src-shared/contract/index.ts';
import type { NoticeGroup } from '../../../src-shared/settings/notifications.ts';

/** How notifications see a kind of event. */
export interface NoticeKind {
  readonly group: NoticeGroup;
  /** What it is the end of, and how grave that was: who was told of the one is told of the other. */
  readonly ends?: { readonly kind: EventKind; readonly severity: Severity };
}

/** Kinds that are missing never make a message: they say what others say, or are for the record. */
export const NOTICE_KINDS: Readonly<Partial<Record<EventKind, NoticeKind>>> = {
  'mains-lost': { group: 'mains' },
  'mains-returned': { group: 'mains', ends: { kind: 'mains-lost', severity: 'warning' } },
  'low-battery': { group: 'lowBattery' },
  'low-battery-cleared': { group: 'lowBattery', ends: { kind: 'low-battery', severity: 'critical' } },
  'trigger-warning': { group: 'shutdown' },
  'countdown-started': { group: 'shutdown' },
  'countdown-postponed': { group: 'shutdown' },
  'countdown-cancelled': { group: 'shutdown', ends: { kind: 'countdown-started', severity: 'critical' } },
  'shutdown-requested': { group: 'shutdown' },
  'shutdown-committed': { group: 'shutdown' },
  'shutdown-practised': { group: 'shutdown' },
  'shutdown-failed': { group: 'shutdown' },
  'shutdown-ended': { group: 'shutdown', ends: { kind: 'shutdown-committed', severity: 'critical' } },
  'forced-shutdown': { group: 'shutdown' },
  'link-lost': { group: 'contact' },
  'link-restored': { group: 'contact', ends: { kind: 'link-lost', severity: 'warning' } },
  overload: { group: 'overload' },
  'overload-cleared': { group: 'overload', ends: { kind: 'overload', severity: 'critical' } },
  alarm: { group: 'fault' },
  'alarm-cleared': { group: 'fault', ends: { kind: 'alarm', severity: 'warning' } },
  bypass: { group: 'fault' },
  'bypass-cleared': { group: 'fault', ends: { kind: 'bypass', severity: 'warning' } },
  'output-off': { group: 'fault' },
  'output-on': { group: 'fault', ends: { kind: 'output-off', severity: 'critical' } },
  'replace-battery': { group: 'battery' },
  'replace-battery-cleared': { group: 'battery', ends: { kind: 'replace-battery', severity: 'warning' } },
  // That it passed is told as well: whoever never hears of a test does not know that there was none.
  'battery-test': { group: 'battery' },
  'test-started': { group: 'test' },
  'test-ended': { group: 'test' },
  drill: { group: 'test' },
  boost: { group: 'voltage' },
  'boost-cleared': { group: 'voltage', ends: { kind: 'boost', severity: 'info' } },
  trim: { group: 'voltage' },
  'trim-cleared': { group: 'voltage', ends: { kind: 'trim', severity: 'info' } },
  threshold: { group: 'threshold' },
  'threshold-cleared': { group: 'threshold', ends: { kind: 'threshold', severity: 'critical' } },
  problem: { group: 'mainstay' },
};

/** Whether an event of this kind begins something that another kind ends. */
export function isBegin(kind: EventKind): boolean {
  return BEGINS.has(kind);
}

const BEGINS: ReadonlySet<EventKind> = new Set(
  Object.values(NOTICE_KINDS).flatMap(({ ends }) => (ends === undefined ? [] : [ends.kind])),
);

const GRAVITY: Readonly<Record<Severity, number>> = { info: 0, warning: 1, critical: 2 };

/** Negative when `a` is less grave than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return GRAVITY[a] - GRAVITY[b];
}
