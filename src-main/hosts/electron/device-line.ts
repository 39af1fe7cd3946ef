/** What is said of a device where there is little room: in the tray and at the first glance. Pure. */
import type { DeviceState, State } from '../../../src-shared/contract/index.ts';
import { parseStatus, STATUS_WORDS, statusLabel, type StatusWord } from '../../../src-shared/nut/index.ts';
import { saidIn, say } from '../../../src-shared/texts/say.ts';

/** The devices that are switched on, the one that needs the person most first. */
export function worstFirst(state: State): readonly DeviceState[] {
  return Object.values(state.devices)
    .filter((device) => device.link !== 'disabled')
    .toSorted((a, b) => badness(b) - badness(a));
}

/** The status words that a device reports, or reported last. */
export function wordsOf(device: DeviceState): readonly StatusWord[] {
  const status = device.values['ups.status'];
  return typeof status === 'string' ? parseStatus(status).words : [];
}

/** Whether one of these words is a warning; being on battery is a state of its own. */
export function warns(words: readonly StatusWord[]): boolean {
  return words.some((word) => word !== 'OB' && ['warning', 'critical'].includes(STATUS_WORDS[word].tone));
}

/** "On mains", "Simulated, On battery, Low battery", "Contact lost, On battery". */
export function statusText(device: DeviceState): string {
  const words = wordsOf(device);
  const carried = words.includes('OB') && device.link !== 'live' ? [statusLabel('OB', saidIn())] : [];
  const status =
    device.link === 'live'
      ? words.map((word) => statusLabel(word, saidIn()))
      : [say(`tray.link.${device.link}`), ...carried];
  return [
    ...(device.simulated ? [say('tray.simulated')] : []),
    ...(status.length > 0 ? status : [say('tray.unreported')]),
  ].join(', ');
}

/** On battery outranks everything, since time runs out there. */
function badness(device: DeviceState): number {
  const words = wordsOf(device);
  if (words.includes('FSD') || (words.includes('OB') && words.includes('LB'))) return 5;
  if (words.includes('OB')) return 4;
  if (device.link !== 'live') return device.link === 'connecting' ? 1 : 3;
  return warns(words) ? 2 : 0;
}
