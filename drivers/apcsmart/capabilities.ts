/**
 * The two long answers: what a device understands (a) and what can be set to what (Ctrl-Z).
 *
 * > a
 * < 3.!$%+?=#|.<01><0e><1a>')+-89@ABDEFGKLMNOPQRSUVWXYZabcdefgjklmnopqrsuxyz~
 *   |  |       |
 *   version    commands, one character each
 *      alerts
 *
 * > <1a>
 * < #uD43132135138129uM43229234239224uA43110112114108eM4200...
 *    ||||
 *    |||length of each choice
 *    ||number of choices
 *    |country, the last letter of the firmware; 4 is every country
 *    the character that asks for the value
 */

/** The first and second part and the commands; some newer ones add commands of two bytes behind a third point. */
const COMMAND_SET = /^[!$%?=*#&|+]*\d\)?\.([^.]*)\.([^.]+)(?:\.(.*))?$/s;

/** What a device understands: questions and commands, of one character each and a few of two. */
export type Keys = ReadonlySet<string>;

/** The keys of a text that lists those of one character. */
export function keysOf(text: string): Set<string> {
  return new Set(text.split(''));
}

/** What a device understands, or null where the text is no such answer. */
export function parseCommandSet(text: string): Keys | null {
  const [, , single, double = ''] = COMMAND_SET.exec(text) ?? [];
  if (single === undefined) return null;
  const keys = keysOf(single);
  // The first character and a colon, then every second character that may follow it (NUT, drivers/apcsmart.c).
  for (const [, first = '', seconds = ''] of double.matchAll(/([\x80-\xff]):((?:[\x80-\xff](?!:))*)/g)) {
    for (const second of seconds.split('')) keys.add(first + second);
  }
  return keys;
}

/** The shape of the answer to a. */
export const COMMAND_SET_SHAPE: RegExp = COMMAND_SET;

/** One value that can be set, in one country. */
export interface Capability {
  readonly ask: string;
  readonly country: string;
  readonly choices: readonly string[];
}

/** What can be set in every country. */
const EVERY_COUNTRY = '4';
const HEAD = 4;

/**
 * The groups of a capability string. `whole` is false where the last group broke off, as one firmware's does (451.2.I;
 * NUT, drivers/apcsmart.c), or where the text is none; only groups that are there in full are handed back.
 */
export function parseCapabilities(text: string): { readonly groups: readonly Capability[]; readonly whole: boolean } {
  const groups: Capability[] = [];
  if (!text.startsWith('#')) return { groups, whole: false };
  // Matrix-UPS has ## before each group, all others one # before the first.
  const rest = text.replaceAll('#', '').replace(/[\r\n\0]+$/, '');
  for (let at = 0; at < rest.length; ) {
    const [ask = '', country = '', count = '', length = ''] = rest.slice(at, at + HEAD);
    if (!/^[1-9]$/.test(count) || !/^[1-9]$/.test(length)) return { groups, whole: false };
    const size = Number(count) * Number(length);
    const body = rest.slice(at + HEAD, at + HEAD + size);
    if (body.length < size) return { groups, whole: false };
    const choices = Array.from({ length: Number(count) }, (_, index) =>
      body.slice(index * Number(length), (index + 1) * Number(length)),
    );
    groups.push({ ask, country, choices });
    at += HEAD + size;
  }
  return { groups, whole: groups.length > 0 };
}

/** Those of them that hold in a country. */
export function inCountry(groups: readonly Capability[], country: string): readonly Capability[] {
  return groups.filter((group) => group.country === country || group.country === EVERY_COUNTRY);
}
