/** Looks for UPSes. */
import { drivers } from '../../drivers/index.ts';
import type { CallOutput, DriverInfo } from '../../src-shared/contract/index.ts';

/** Every driver, as clients see it. */
export function driverInfos(): DriverInfo[] {
  return drivers.map((driver) => ({
    id: driver.id,
    title: driver.title,
    port: driver.port,
    dialects: [...driver.dialects],
    verified: driver.proof !== 'derived',
    sources: [...driver.sources],
    probe: driver.probe.sends,
  }));
}
export type Scan = CallOutput<'devices.scan'>;
