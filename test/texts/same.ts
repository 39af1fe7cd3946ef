/** What is rightly the same in another language as in English. */

/** Names, units and protocols, which are the same everywhere. */
const EVERYWHERE = /\b(?:Mainstay|Telegram|Webhook|ntfy|kWh|kg|min|ms|\p{Lu}{2,})\b/gu;

/** Whether there is a word in it that could be translated: not in names, units, places for values, and names of NUT's. */
export function hasWords(text: string): boolean {
  if (/^[a-z]+(?:\.[a-z]+)+$/u.test(text)) return false;
  return /\p{L}{2}/u.test(text.replaceAll(/\{\{?[^{}]*\}\}?/gu, '').replaceAll(EVERYWHERE, ''));
}

/**
 * By language: the keys of the catalogue, and the English of the vocabulary. Whoever translates adds what looks the
 * same and is; what no longer does is found by the test.
 */
export const SAME: Readonly<Partial<Record<string, readonly string[]>>> = {
  es: [
    'history.variables',
    'replay.no',
    'events.kinds.bypass',
    'devices.host',
    'notifications.form.chat',
    'notifications.form.token',
    'diagnostics.variables',
    'diagnostics.asHex',
    'Bypass',
    'No',
    'Firmware',
    'Watchdog',
  ],
};
