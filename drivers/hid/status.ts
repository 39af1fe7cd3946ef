/** Flags to status words and alarms. */
import { joinStatus, parseStatus, type StatusWord } from '../../src-shared/nut/index.ts';
import type { Flag, FlagTest } from './shapes.ts';

/** The flags that are known, raised or not. */
export type Flags = ReadonlyMap<Flag, boolean>;

/** Whether a raw value raises its flag. */
export function raises(raw: number, when: FlagTest): boolean {
  if (when === 'set') return raw !== 0;
  if (when === 'clear') return raw === 0;
  if ('oneOf' in when) return when.oneOf.includes(raw);
  return (raw & when.mask) === when.equals;
}

/** Any of the flags raises the word. That LB follows from the three is NUT's rule too (drivers/usbhid-ups.c). */
const WORDS: readonly (readonly [StatusWord, readonly Flag[]])[] = [
  ['LB', ['low', 'timeLimit', 'imminent']],
  ['RB', ['replace', 'noBattery']],
  ['DISCHRG', ['discharging']],
  ['BYPASS', ['bypass']],
  ['CAL', ['calibration']],
  ['OFF', ['off']],
  ['OVER', ['overload']],
  ['TRIM', ['trim']],
  ['BOOST', ['boost']],
  ['TEST', ['test']],
  ['ECO', ['eco']],
];

/** What is wrong, in words. */
const ALARMS: readonly (readonly [Flag, string])[] = [
  ['fault', 'Internal UPS fault'],
  ['overheat', 'Temperature too high'],
  ['fan', 'Fan failure'],
  ['charger', 'Battery charger failure'],
  ['batteryVoltage', 'Battery voltage out of range'],
  ['noBattery', 'No battery installed'],
  ['lostInside', 'The communication inside the UPS is lost'],
  ['shortCircuit', 'Output short circuit'],
  ['wiring', 'Wiring fault'],
  ['emergency', 'Emergency stop'],
];

const ALARM_FLAGS: readonly Flag[] = ALARMS.map(([flag]) => flag);

/**
 * What feeds the load is told by these flags, the first that the device has alone: a converter that draws on the battery
 * during a self-test is on mains all the same where ACPresent says so.
 */
const SOURCES: readonly (readonly [Flag, (raised: boolean) => 'OL' | 'OB'])[] = [
  ['online', (raised) => (raised ? 'OL' : 'OB')],
  ['onBattery', (raised) => (raised ? 'OB' : 'OL')],
  ['discharging', (raised) => (raised ? 'OB' : 'OL')],
];

/** Flags without which the status would be a guess. */
export const VITAL: ReadonlySet<Flag> = new Set<Flag>([
  'online',
  'onBattery',
  'discharging',
  'low',
  'timeLimit',
  'imminent',
]);

/** `told` are the flags that were read, `all` those that the device has; null where they do not say. */
function source(told: Flags, all: ReadonlySet<Flag>): 'OL' | 'OB' | null {
  const decisive = SOURCES.find(([flag]) => all.has(flag));
  const raised = decisive === undefined ? undefined : told.get(decisive[0]);
  return decisive === undefined || raised === undefined ? null : decisive[1](raised);
}

/**
 * Flags that no device can raise together: a report that does was garbled on its way (an APC Back-UPS BX sends such ones:
 * networkupstools/nut#2347).
 */
const EXCLUSIVE: readonly (readonly [Flag, Flag])[] = [
  ['charging', 'discharging'],
  ['charging', 'noBattery'],
  ['discharging', 'noBattery'],
  ['full', 'low'],
  ['full', 'noBattery'],
  ['online', 'onBattery'],
];

/** Whether these flags contradict each other. */
export function contradictory(flags: Flags): boolean {
  return EXCLUSIVE.some(([one, other]) => flags.get(one) === true && flags.get(other) === true);
}

/**
 * The words of the status of which this conversation tells neither that they are there nor that they are not.
 *
 * @param flags what every flag was taken for
 * @param heard the flags that were observed just now
 * @param all every flag that this device has
 */
export function keptWords(flags: Flags, heard: ReadonlySet<Flag>, all: ReadonlySet<Flag>): StatusWord[] {
  const decisive = SOURCES.find(([flag]) => all.has(flag))?.[0];
  const sources: StatusWord[] = decisive === undefined || heard.has(decisive) ? [] : ['OL', 'OB'];
  const observed = (causes: readonly Flag[]): boolean => {
    const raising = causes.filter((flag) => flags.get(flag) === true);
    return (raising.length > 0 ? raising : causes).some((flag) => heard.has(flag));
  };
  const others: readonly (readonly [StatusWord, readonly Flag[]])[] = [
    ...WORDS,
    ['CHRG', ['charging']],
    ['ALARM', ALARM_FLAGS],
  ];
  return [...sources, ...others.filter(([, causes]) => !observed(causes)).map(([word]) => word)];
}

/** What the alarms are, joined; null where there is none. */
export function alarmText(flags: Flags): string | null {
  const texts = ALARMS.filter(([flag]) => flags.get(flag) === true).map(([, text]) => text);
  return texts.length === 0 ? null : texts.join('; ');
}

/** The text of `ups.status`; null where what the device says is not enough. */
export function statusText(told: Flags, all: ReadonlySet<Flag>): string | null {
  const from = source(told, all);
  const missing = [...all].some((flag) => VITAL.has(flag) && !told.has(flag));
  return from === null || missing ? null : joinStatus([from, ...wordsOf(told)]);
}

function wordsOf(flags: Flags): StatusWord[] {
  const raised = (flag: Flag): boolean => flags.get(flag) === true;
  const words = WORDS.filter(([, causes]) => causes.some(raised)).map(([word]) => word);
  if (raised('charging') && !raised('full')) words.push('CHRG');
  if (ALARM_FLAGS.some(raised)) words.push('ALARM');
  return words;
}

/**
 * The status after a report that tells only some flags. What it does not tell stays as it was: a word goes only when
 * every flag of this device that could raise it was told to be down.
 *
 * @param all every flag that this device has
 */
export function statusAfter(before: string | undefined, told: Flags, all: ReadonlySet<Flag>): string | null {
  const { words } = parseStatus(before ?? '');
  const stays = (causes: readonly Flag[]): boolean => causes.some((flag) => all.has(flag) && !told.has(flag));
  const from = source(told, all);
  const kept = words.filter((word) => {
    if (word === 'OL' || word === 'OB') return from === null;
    if (word === 'CHRG') return stays(['charging']) && told.get('full') !== true;
    if (word === 'ALARM') return stays(ALARM_FLAGS);
    const causes = WORDS.find(([name]) => name === word)?.[1];
    return causes === undefined || stays(causes);
  });
  const after = [...(from === null ? [] : [from]), ...kept, ...wordsOf(told)];
  // Without a word on what feeds the load there is no status yet; the next poll has it.
  return after.some((word) => word === 'OL' || word === 'OB') ? joinStatus(after) : null;
}
