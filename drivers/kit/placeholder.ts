/**
 * Placeholders: what an adapter, a bridge or a card says while it does not reach its UPS. They have the shape of an
 * answer and say nothing: zeros and fill characters in every field (networkupstools/nut#1218, #1360, #1539, #2307: an
 * MEC0003 bridge answers Q1 with zeros while the UPS is on and fed). A driver treats them as no answer at all: taken
 * for readings they would end an outage, or begin one.
 */
import type { Vars } from '../../src-shared/nut/index.ts';

const HOLLOW = /^[\s@\-*?.0]*$/;

/** Whether a field, or a whole line, holds nothing but zeros and what fills up fields: `000.0`, `---.-`, `***`, blanks. */
export function isHollow(text: string): boolean {
  return HOLLOW.test(text);
}

const BATTERY = /^battery\.(?:charge|voltage|runtime)$/;
const LINES = /^(?:input|output)\.(?:bypass\.)?(?:L[123](?:-N)?\.)?(?:voltage|frequency)$/;
const FLOWS = /^(?:ups|input|output)\.(?:L[123]\.)?(?:load|power|realpower|current)$/;

/**
 * Whether everything that was measured is zero. Whatever answers is fed by mains or by a battery: a UPS with no charge
 * and no voltage anywhere is none that was measured. It takes the battery and a line to tell, or there is no telling.
 */
export function measuresNothing(vars: Vars): boolean {
  const measured = Object.entries(vars).filter(
    ([name, value]) => typeof value === 'number' && [BATTERY, LINES, FLOWS].some((kind) => kind.test(name)),
  );
  const seen = (kind: RegExp): boolean => measured.some(([name]) => kind.test(name));
  return seen(BATTERY) && seen(LINES) && measured.every(([, value]) => value === 0);
}
