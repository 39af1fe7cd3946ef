/** What a battery is made of, by everything that its UPS says of it. Pure. */
import type { Value, VarName } from './names.ts';

/** What a person can tell: the kinds that Mainstay knows something of. */
export const CHEMISTRIES = ['lead-acid', 'lithium'] as const;

export type Chemistry = (typeof CHEMISTRIES)[number];

/** `battery.type`: what `CHEMISTRY` of the words lists (LION and LiP are those of the Smart Battery Data Specification), and makers' own. */
const LITHIUM = /li[- ]?(?:ion|fepo|po)|lithium|^(?:li|lfp|lion|lip)$/i;
const LEAD = /pb|lead|vrla|agm|gel|sla/i;

/** Where a UPS says which model it is. APC names the order number, and not only "Smart-UPS 1500", in `device.part`. */
const MODEL = ['device.model', 'ups.model', 'device.part'] as const;
/**
 * Models of which it is known. Named so: "Eaton 5P 1550 GR Li-ion" (networkupstools/nut, issue 2189). By their number:
 * SMTL of APC, all of which are of lithium (FAQ FA343797, "new Lithium-ion Smart-UPS products"; release notes of the
 * firmware, "all standard SKUs beginning with SMTL").
 */
const LITHIUM_MODEL = /\bli[- ]?ion\b|lithium|\bSMTL\d/i;

/** Nominal voltages of lithium iron phosphate packs are whole numbers of this; those of lead-acid are of 2 or 12 V. */
const LITHIUM_BLOCK = 12.8;
/** Larger packs are of lead-acid as well: 192 V is sixteen blocks of 12 V. */
const LITHIUM_BLOCKS = 8;

/**
 * What the battery is made of, `other` where the UPS names something else, undefined where nothing tells. One sign of
 * lithium is enough: many UPSes name lead-acid whatever is in them, and nobody loses by a charge that is not guessed.
 */
export function chemistryOf(values: (name: VarName) => Value | undefined): Chemistry | 'other' | undefined {
  const said = (name: VarName): string => String(values(name) ?? '').trim();
  const type = said('battery.type');
  const rated = values('battery.voltage.nominal');
  const model = MODEL.some((name) => LITHIUM_MODEL.test(said(name)));
  if (LITHIUM.test(type) || model || (typeof rated === 'number' && isLithiumRating(rated))) return 'lithium';
  if (LEAD.test(type)) return 'lead-acid';
  return type === '' ? undefined : 'other';
}

function isLithiumRating(rated: number): boolean {
  const blocks = rated / LITHIUM_BLOCK;
  return rated > 0 && blocks <= LITHIUM_BLOCKS && Math.abs(blocks - Math.round(blocks)) < 0.01;
}
