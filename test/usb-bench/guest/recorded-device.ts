/** A device that answers with recorded reports. What is written stays, as a device keeps its settings. */
import type { PortFacts, Simulator } from '../../../drivers/driver.ts';
import { hasReportIds } from '../../../src-main/engine/ports/hid/transport.ts';
import type { DeviceSpec } from '../protocol.ts';

/** Bytes of text in hex. */
export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** What the device says of itself. */
export function factsOf(spec: DeviceSpec): PortFacts['hid'] {
  const { vendor, product, release, manufacturer, productName, serial } = spec;
  return {
    vendor,
    product,
    release,
    descriptor: fromHex(spec.descriptor),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(productName === undefined ? {} : { productName }),
    ...(serial === undefined ? {} : { serial }),
  };
}

/** Whether the device's reports begin with their id. */
export function isNumbered(spec: DeviceSpec): boolean {
  return hasReportIds(fromHex(spec.descriptor));
}

/** Reports that were not recorded stall, as they do on a device that lists more than it has. */
export function recordedDevice(spec: DeviceSpec, recorded: NonNullable<DeviceSpec['recorded']>): Simulator['hid'] {
  const reports = new Map<string, Uint8Array>();
  for (const [report, data] of Object.entries(recorded.input)) reports.set(`input ${report}`, fromHex(data));
  for (const [report, data] of Object.entries(recorded.feature)) reports.set(`feature ${report}`, fromHex(data));
  return {
    facts: factsOf(spec),
    // The recordings are NUT's logs, and NUT asks for input reports as features too.
    get: (kind, report) => reports.get(`${kind} ${report}`) ?? reports.get(`input ${report}`) ?? 'stall',
    set: (kind, report, data) => {
      if (!reports.has(`feature ${report}`)) return 'stall';
      reports.set(`${kind} ${report}`, data);
      return 'done';
    },
    string: (index) => spec.strings[String(index)] ?? null,
    unasked: () => [],
  };
}
