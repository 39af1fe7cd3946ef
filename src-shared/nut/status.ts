import type { StatusInfo } from './types.ts';

/**
 * The words of `ups.status`, in canonical order.
 *
 * The words and their order are those of NUT's docs/new-drivers.txt, "Status data"; then the words that are met in
 * the wild: ALARM and WAIT (same section), TEST and ECO (published by some NUT drivers), COMM and NOCOMM (about the
 * connection instead of the UPS).
 */
export const STATUS_WORDS = {
  OL: { label: 'On mains', description: 'Mains carries the load.', tone: 'good' },
  OB: { label: 'On battery', description: 'Mains is gone or unusable; the battery carries the load.', tone: 'warning' },
  LB: { label: 'Low battery', description: 'The battery will soon be empty.', tone: 'critical' },
  HB: { label: 'High battery', description: 'The battery voltage is higher than it should be.', tone: 'warning' },
  RB: { label: 'Replace battery', description: 'The UPS asks for a new battery.', tone: 'warning' },
  CHRG: { label: 'Charging', description: 'The battery is being charged.', tone: 'info' },
  DISCHRG: { label: 'Discharging', description: 'The battery is giving power.', tone: 'info' },
  BYPASS: {
    label: 'Bypass',
    description: 'Mains reaches the load around the UPS; the battery would not help in an outage.',
    tone: 'warning',
  },
  CAL: {
    label: 'Calibrating',
    description: 'The UPS runs its battery down on purpose to learn the runtime.',
    tone: 'info',
  },
  OFF: { label: 'Off', description: 'The UPS does not power the load.', tone: 'critical' },
  OVER: { label: 'Overload', description: 'More is connected than the UPS can carry.', tone: 'critical' },
  TRIM: {
    label: 'Lowering voltage',
    description: 'Mains voltage is high and the UPS corrects it; this is normal work, and the battery is not used.',
    tone: 'info',
  },
  BOOST: {
    label: 'Raising voltage',
    description: 'Mains voltage is low and the UPS corrects it; this is normal work, and the battery is not used.',
    tone: 'info',
  },
  FSD: {
    label: 'Shutting down',
    description: 'The UPS is about to cut the load; computers must stop now.',
    tone: 'critical',
  },
  ALARM: { label: 'Alarm', description: 'The UPS complains about something; its alarms say what.', tone: 'warning' },
  TEST: { label: 'Testing', description: 'The UPS is testing itself.', tone: 'info' },
  ECO: {
    label: 'Economy mode',
    description: 'Mains feeds the load directly to save energy; the UPS stands by.',
    tone: 'info',
  },
  WAIT: { label: 'Waiting', description: 'Nothing has been read from the device yet.', tone: 'info' },
  COMM: { label: 'Connected', description: 'The device answers.', tone: 'good' },
  NOCOMM: { label: 'Contact lost', description: 'The device does not answer.', tone: 'warning' },
} as const satisfies Record<string, StatusInfo>;

/** A word of `ups.status`. */
export type StatusWord = keyof typeof STATUS_WORDS;

function isStatusWord(token: string): token is StatusWord {
  return Object.hasOwn(STATUS_WORDS, token);
}

/**
 * The words of a status text, in the text's order, each once. Tokens that are no status words are kept apart in
 * `unknown`: clients must tolerate them (NUT, docs/new-drivers.txt, "Status data"), and Diagnostics shows them.
 */
export function parseStatus(text: string): { words: StatusWord[]; unknown: string[] } {
  const words = new Set<StatusWord>();
  const unknown = new Set<string>();
  for (const token of text.split(/\s+/u)) {
    if (isStatusWord(token)) words.add(token);
    else if (token !== '') unknown.add(token);
  }
  return { words: [...words], unknown: [...unknown] };
}

const ORDER = new Map(Object.keys(STATUS_WORDS).map((word, index) => [word, index]));

/**
 * The text of `ups.status` for these words: each once, in the order of `STATUS_WORDS` (where the power comes from
 * first, then the battery, then everything else), so that equal states are equal texts.
 */
export function joinStatus(words: Iterable<StatusWord>): string {
  return [...new Set(words)].toSorted((a, b) => (ORDER.get(a) ?? 0) - (ORDER.get(b) ?? 0)).join(' ');
}

/** Every word of the vocabulary but these. */
export function wordsBut(some: ReadonlySet<StatusWord>): StatusWord[] {
  return Object.keys(STATUS_WORDS).filter((word): word is StatusWord => isStatusWord(word) && !some.has(word));
}
