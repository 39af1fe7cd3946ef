/**
 * How often a device is asked, and how long an answer may take: the one place where that is decided.
 *
 * - A local line (serial, or its simulation) costs nothing but its own two wires, and every message on it is short: it
 *   is asked eight times as often as the settings say, which at their default is hardly slower than a line of 2400 baud
 *   can carry: an outage is known about as soon as the wire can tell it.
 * - USB devices report changes unasked, and SNMP crosses a network to a card with a slow processor: as often as the
 *   settings say.
 *
 * On battery everything is asked twice as often. After each answer the line gets a moment of rest: small controllers
 * do their own work between messages. A poll never starts before the one before it has ended.
 */
import type { PortKind } from '../../../drivers/driver.ts';
import type { Settings } from '../../../src-shared/settings/index.ts';

/** Milliseconds throughout. */
export interface Pace {
  /** From the start of one quick poll to the start of the next. */
  readonly quick: number;
  readonly full: number;
  /** Rest between the end of a poll and the start of the next. */
  readonly rest: number;
}

/** Time limits and repeats of one exchange, where the driver does not set its own. */
export interface Patience {
  readonly timeout: number;
  /** How often an unanswered question of a poll is asked again. Commands and settings are never repeated. */
  readonly repeats: number;
}

const SHARE: Readonly<Record<PortKind, number>> = { stream: 8, hid: 1, snmp: 1 };
const REST: Readonly<Record<PortKind, number>> = { stream: 40, hid: 20, snmp: 250 };
const PATIENCE: Readonly<Record<PortKind, Patience>> = {
  stream: { timeout: 2000, repeats: 1 },
  hid: { timeout: 1000, repeats: 1 },
  // Within its time limit the transport itself sends again what the network lost.
  snmp: { timeout: 3000, repeats: 0 },
};

/** The pace for this kind of port under these settings. */
export function paceOf(kind: PortKind, polling: Settings['polling'], onBattery: boolean): Pace {
  const quick = (polling.quickSeconds * 1000) / SHARE[kind] / (onBattery ? 2 : 1);
  return { quick, full: polling.fullSeconds * 1000, rest: REST[kind] };
}

/** The patience for this kind of port. */
export function patienceOf(kind: PortKind): Patience {
  return PATIENCE[kind];
}

/** Without a good reading for so long, values are old and say so. Milliseconds. */
export function staleAfter(pace: Pace): number {
  return Math.max(3 * pace.quick, 10_000);
}

/** Without a good reading for so long, the device counts as gone and the port is opened anew. Milliseconds. */
export function lostAfter(pace: Pace): number {
  return 3 * staleAfter(pace);
}
