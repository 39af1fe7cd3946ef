/**
 * Recordings of HID devices as text. `# name: value` lines say where it comes from and what USB says of the device;
 * `descriptor` begins the report descriptor; the other lines are reports without their id, and strings.
 *
 *     # proof: captured
 *     # source: networkupstools/nut issue 2954
 *     # usb: 051d 0003
 *     # manufacturer: American Power Conversion
 *     descriptor
 *     05 84 09 04 a1 01 ...
 *     feature 0c: 64
 *     input 07: 0c 00
 *     string 4: PbAc
 *
 * A report that was never recorded is one that the device does not give.
 */
import type { PortFacts, Reply, Wire } from '../../driver.ts';

/** A recording: the device, and what it answers. */
export interface HidRecording {
  readonly header: Readonly<Record<string, string>>;
  readonly facts: PortFacts['hid'];
  readonly answer: (request: Wire['hid']) => Reply<'hid'>;
}

const HEADER = /^#\s*([a-z]+)\s*:\s*(.*)$/;
const REPORT = /^(feature|input) ([0-9a-f]{2}): ?([0-9a-f ]*)$/;
const STRING = /^string (\d+): (.*)$/;
const HEX_LINE = /^[0-9a-f]{2}(?: [0-9a-f]{2})*$/;
const USB = /^([0-9a-f]{4}) ([0-9a-f]{4})$/;

const bytesIn = (hex: string): number[] => (hex.match(/[0-9a-f]{2}/g) ?? []).map((byte) => Number.parseInt(byte, 16));

/** Reads a recording. Throws `SyntaxError` naming the line that is none of these. */
export function parseHidRecording(text: string): HidRecording {
  const header: Record<string, string> = {};
  const descriptor: number[] = [];
  const reports = new Map<string, Uint8Array>();
  const strings = new Map<number, string>();
  for (const [index, line] of text.split('\n').entries()) {
    const [, name, value] = HEADER.exec(line) ?? [];
    const [, kind, id = '', hex = ''] = REPORT.exec(line) ?? [];
    const [, place, said] = STRING.exec(line) ?? [];
    if (name !== undefined && value !== undefined) header[name] = value;
    else if (kind !== undefined) reports.set(`${kind} ${Number.parseInt(id, 16)}`, Uint8Array.from(bytesIn(hex)));
    else if (place !== undefined && said !== undefined) strings.set(Number(place), said);
    else if (HEX_LINE.test(line)) descriptor.push(...bytesIn(line));
    else if (line !== 'descriptor' && line.trim() !== '' && !line.startsWith('#')) {
      throw new SyntaxError(`Line ${index + 1} of the recording is no report, string or descriptor: ${line}`);
    }
  }
  const [, vendor, product] = USB.exec(header['usb'] ?? '') ?? [];
  if (vendor === undefined || product === undefined)
    throw new SyntaxError('The recording lacks "# usb: vendor product".');
  const { manufacturer, product: productName, serial } = header;
  return {
    header,
    facts: {
      vendor: Number.parseInt(vendor, 16),
      product: Number.parseInt(product, 16),
      release: 0,
      descriptor: Uint8Array.from(descriptor),
      ...(manufacturer === undefined ? {} : { manufacturer }),
      ...(productName === undefined ? {} : { productName }),
      ...(serial === undefined ? {} : { serial }),
    },
    answer: (request) => recorded(request, reports, strings),
  };
}

function recorded(
  request: Wire['hid'],
  reports: ReadonlyMap<string, Uint8Array>,
  strings: ReadonlyMap<number, string>,
): Reply<'hid'> {
  const refused = { ok: false, fault: 'refused' } as const;
  if (request.op === 'get') {
    const data = reports.get(`${request.kind} ${request.report}`);
    return data === undefined ? refused : { ok: true, data };
  }
  const text = request.op === 'string' ? strings.get(request.index) : undefined;
  return text === undefined ? refused : { ok: true, data: stringDescriptor(text) };
}

/** A USB string descriptor (USB 2.0, 9.6.7): its length, its type, and UTF-16, low byte first. */
export function stringDescriptor(text: string): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return Uint8Array.from([2 + 2 * text.length, 3, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])]);
}
