/** What the simulated unit does when a value is written. */
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { PATHS } from './table.ts';
import { hasBit, unsigned } from './value.ts';

/** Bits of a command to outlets (NUT, drivers/apc_common.h, `APC_OUTLET_CMD_*`). */
const CANCEL = 0;
const ON = 1;
const OFF = 2;
const SHUTDOWN = 3;
const REBOOT = 4;
const USE_ON_DELAY = 6;
const USE_OFF_DELAY = 7;
const MAIN = 8;
const SWITCHED = [9, 10, 11, 19];

/** Does what the bytes at this path say; true where they are a command and no setting. */
export function obey(ups: UpsModel, path: string, bytes: Uint8Array): boolean {
  const value = unsigned(bytes) ?? 0;
  const has = (bit: number) => hasBit(value, bit);
  switch (path) {
    case PATHS.outletCommand:
      if (has(MAIN)) commandMain(ups, has);
      for (const [index, bit] of SWITCHED.entries()) if (has(bit)) commandGroup(ups, index + 1, has);
      return true;
    case PATHS.batteryTestCommand:
      if (has(0)) ups.startTest('quick');
      if (has(1) && ups.state().test.running !== 'calibration') ups.cancelTest();
      return true;
    case PATHS.calibrationCommand:
      if (has(0)) ups.startTest('calibration');
      if (has(1) && ups.state().test.running === 'calibration') ups.cancelTest();
      return true;
    case PATHS.panelCommand:
      if (has(2)) ups.setBeeper('muted');
      return true;
    case PATHS.upsCommand:
      if (has(4)) ups.setBypass(true);
      if (has(5)) ups.setBypass(false);
      return true;
    case '2:4.3E.B7':
      ups.setDelay('reboot', value);
      return false;
    case '2:4.3E.B8':
      ups.setDelay('shutdown', value);
      return false;
    case '2:4.3E.B9':
      ups.setDelay('start', value);
      return false;
    case '4:D':
      ups.setBeeper(has(1) ? 'disabled' : 'enabled');
      return false;
    default:
      return false;
  }
}

type Has = (bit: number) => boolean;

function commandMain(ups: UpsModel, has: Has): void {
  const { delays } = ups.state();
  const offIn = has(USE_OFF_DELAY) ? delays.shutdown : 0;
  if (has(CANCEL)) ups.cancelShutdown();
  if (has(ON)) ups.switchOn(has(USE_ON_DELAY) ? delays.start : 0);
  if (has(OFF)) ups.shutdown(offIn, { onIn: null, returnWithMains: false });
  if (has(SHUTDOWN)) ups.shutdown(offIn, { onIn: delays.start, returnWithMains: true });
  if (has(REBOOT)) ups.shutdown(offIn, { onIn: delays.reboot, returnWithMains: true });
}

/** Delays of a switched group are zero until they are set, and the model's outlets take any. */
function commandGroup(ups: UpsModel, id: number, has: Has): void {
  const { delays } = ups.state();
  const offIn = has(USE_OFF_DELAY) ? delays.shutdown : 0;
  if (has(ON)) ups.switchOutlet(id, true, has(USE_ON_DELAY) ? delays.start : 0);
  if (has(OFF) || has(SHUTDOWN) || has(REBOOT)) ups.switchOutlet(id, false, offIn);
  if (has(SHUTDOWN) || has(REBOOT)) ups.switchOutlet(id, true, offIn + delays.reboot);
}
