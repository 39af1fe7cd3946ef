/** What a device is going through, read from its status words and its link. Screens decide nothing beyond this. */
import type { DeviceState } from '../../src-shared/contract/index.ts';
import { parseStatus, STATUS_WORDS, type StatusWord } from '../../src-shared/nut/index.ts';

/** How serious something is; shown by an icon and a word, and by colour besides. */
export type Tone = 'good' | 'info' | 'warning' | 'critical' | 'unknown';

/** Where the load's power comes from; `doubt` where the signs of the UPS contradict each other. */
export type Source = 'mains' | 'battery' | 'bypass' | 'off' | 'doubt' | 'unknown';

/** A device's condition. */
export interface Condition {
  readonly source: Source;
  readonly tone: Tone;
  readonly words: ReadonlySet<StatusWord>;
  /** Status words of no vocabulary; shown as they came. */
  readonly unknown: readonly string[];
  /** The readings are of now. */
  readonly fresh: boolean;
}

/** The condition as far as the last reading tells; `fresh` says whether that is now. */
export function conditionOf(device: DeviceState): Condition {
  const status = device.values['ups.status'];
  const { words: list, unknown } = parseStatus(typeof status === 'string' ? status : '');
  const words = new Set(list);
  const fresh = device.link === 'live';
  const doubt = fresh && device.power?.source === 'doubt' && !words.has('OFF');
  const tone = fresh ? toneOf(list) : lostTone(device, words);
  return {
    source: doubt ? 'doubt' : sourceOf(words),
    tone: doubt && SEVERITY[tone] < SEVERITY.warning ? 'warning' : tone,
    words,
    unknown,
    fresh,
  };
}

function sourceOf(words: ReadonlySet<StatusWord>): Source {
  if (words.has('OFF')) return 'off';
  // A device may report both while it transfers; the battery is the side to err on.
  if (words.has('OB')) return 'battery';
  if (words.has('BYPASS')) return 'bypass';
  return words.has('OL') ? 'mains' : 'unknown';
}

const SEVERITY: Readonly<Record<Tone, number>> = { good: 0, info: 1, unknown: 2, warning: 3, critical: 4 };

function toneOf(words: readonly StatusWord[]): Tone {
  let worst: Tone = 'good';
  if (words.length === 0 || words.includes('WAIT')) worst = 'unknown';
  for (const word of words) {
    // Charging, testing and corrected mains are normal work: they are told, and alarm nobody.
    const { tone } = STATUS_WORDS[word];
    if (tone !== 'info' && SEVERITY[tone] > SEVERITY[worst]) worst = tone;
  }
  return worst;
}

/** Contact lost while the battery carried is the worst case that is still only a loss of contact. */
function lostTone(device: DeviceState, words: ReadonlySet<StatusWord>): Tone {
  if (device.link === 'connecting' || device.link === 'disabled') return 'unknown';
  return words.has('OB') ? 'critical' : 'warning';
}

/** How much a device needs attention; more is worse. */
function urgency(device: DeviceState): number {
  const { source, words, tone, fresh } = conditionOf(device);
  if (device.link === 'disabled') return -1;
  let score = SEVERITY[tone] * 10;
  if (words.has('FSD') || words.has('LB')) score += 5;
  if (source === 'battery' || source === 'off') score += 3;
  if (!fresh && device.link !== 'connecting') score += 1;
  if (device.feedsThisComputer) score += 0.5;
  return score;
}

/** UPS 2 comes before UPS 10. Made once: the cards are put in order with every change. */
const names = new Intl.Collator(undefined, { numeric: true });

/** The devices, the one that needs attention most first; equal ones by name, so that cards do not dance. */
export function worstFirst(devices: Iterable<DeviceState>): DeviceState[] {
  return [...devices].toSorted(
    (a, b) => urgency(b) - urgency(a) || names.compare(a.name, b.name) || names.compare(a.id, b.id),
  );
}

/** A number among the values, or undefined: text where a number should be is no number. */
export function numberOf(device: DeviceState, name: string): number | undefined {
  const value = device.values[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
