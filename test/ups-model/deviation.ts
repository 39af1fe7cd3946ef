/** The simulated battery beside a point of a data sheet. */
import { rateOf, secondsAt } from '../../src-shared/ups-model/battery.ts';
import { BLOCKS } from '../../src-shared/ups-model/blocks.ts';
import { DEFAULT_PROFILE } from '../../src-shared/ups-model/index.ts';
import type { SheetPoint } from './sheets.ts';

/** How much longer the simulated battery lasts than the sheet says, as a share: 0.1 is a tenth longer. */
export function deviation(point: Omit<SheetPoint, 'source'>): number {
  const { kind, capacity, cells, unit, minutes, end, value } = point;
  const profile = {
    ...DEFAULT_PROFILE,
    blockKind: kind,
    batteryCapacity: capacity,
    nominalBatteryVoltage: cells * BLOCKS[kind].nominal,
  };
  const rate = unit === 'A' ? value / capacity : rateOf({ profile, health: 1 }, value);
  return secondsAt(BLOCKS[kind], rate, end) / (minutes * 60) - 1;
}
