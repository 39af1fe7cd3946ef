/**
 * The variables that Mainstay knows, each once, as patterns (see `names.ts`).
 *
 * The names are those of RFC 9271, whose document of record is NUT's docs/nut-names.txt; a few more that NUT's drivers
 * publish though they are not recorded stand among them: `input.voltage.fault`, `input.n.*` of transfer switches,
 * `ups.{context}.*`, reboot timers of outlets. Labels, descriptions and limits are Mainstay's own.
 */
import type { VariableInfo } from './types.ts';
import { AMBIENT } from './variables/ambient.ts';
import { BATTERY } from './variables/battery.ts';
import { DEVICE } from './variables/device.ts';
import { INPUT } from './variables/input.ts';
import { OUTLET } from './variables/outlet.ts';
import { OUTPUT } from './variables/output.ts';
import { UPS } from './variables/ups.ts';

/** Every pattern with its row. To look a name up, use `variableInfo` of `lookup.ts`. */
export const VARIABLES = {
  ...UPS,
  ...BATTERY,
  ...INPUT,
  ...OUTPUT,
  ...OUTLET,
  ...AMBIENT,
  ...DEVICE,
} as const satisfies Record<string, VariableInfo>;
