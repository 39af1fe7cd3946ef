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
  de: [
    'protection.countdownSeconds',
    'timeline.phase.countdown',
    'timeline.phase.off',
    'countdown.label',
    'drill.step.countdown',
    'history.bands.test',
    'replay.input.status',
    'events.severities.info',
    'events.kinds.bypass',
    'events.kinds.alarm',
    'events.kinds.problem',
    'battery.dischargeKind.test',
    'device.groups.test',
    'command.argument',
    'devices.host',
    'devices.community',
    'notifications.kinds.desktop',
    'notifications.form.name',
    'notifications.form.port',
    'notifications.form.server',
    'notifications.form.chat',
    'notifications.form.token',
    'diagnostics.name',
    'diagnostics.asText',
    'diagnostics.asHex',
    'diagnostics.outcomes.ok',
    'drilled.step.countdown',
    'Bypass',
    'Alarm',
    'Status',
    'Firmware',
    'Watchdog',
    'Server',
  ],
  fr: [
    'screens.protection',
    'screens.notifications',
    'protection.modeTitle',
    'protection.minutes',
    'history.variables',
    'history.band',
    'history.bands.test',
    'replay.input.contact',
    'replay.input.action',
    'replay.input.mode',
    'events.severities.info',
    'events.kinds.bypass',
    'battery.dischargeKind.test',
    'device.groups.test',
    'command.arguments',
    'command.argument',
    'devices.confidence.certain',
    'devices.confidence.possible',
    'devices.path',
    'devices.table',
    'notifications.form.port',
    'notifications.form.secret',
    'notifications.message',
    'diagnostics.variables',
    'diagnostics.console',
    'diagnostics.source',
    'diagnostics.pause',
    'diagnostics.notation',
    'diagnostics.outcomes.ok',
    'diagnostics.directions.note',
    'reach.sections.protection',
    'reach.sections.notifications',
    'port.agent',
    'drilled.page.verdict',
    'Bypass',
    'Contact',
  ],
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
