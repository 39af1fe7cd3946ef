/**
 * Looks for UPSes on the serial ports that no device of ours uses. With probing each is opened, once for each line speed
 * that a driver names, and is sent the probes of the drivers of that speed: those that harm nothing first. Opening a
 * port raises its modem lines, which some boards take as a reset; so nothing is opened without being asked.
 */
import { type DeviceAddress, formatUri, placeOf } from '../../../../src-shared/address/index.ts';
import type { Candidate } from '../../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { type Scan, type ScanTools, suggestedDriver } from '../port.ts';
import { listSerialPorts, type SerialPortEntry } from './list.ts';

/** Every serial port, with what answers there or what its USB numbers suggest. */
export async function scanSerial(
  tools: ScanTools,
  list: () => Promise<readonly SerialPortEntry[]> = listSerialPorts,
): Promise<Scan> {
  let ports: readonly SerialPortEntry[];
  try {
    ports = await list();
  } catch (thrown) {
    return { candidates: [], looked: [say('reach.serialNotListed', { why: toErrorValue(thrown).message })] };
  }
  const candidates = await Promise.all(ports.map((port) => lookAt(port, ports, tools)));
  const names = ports.map(({ path }) => path).join(', ');
  return { candidates, looked: [names === '' ? say('reach.noSerialPorts') : say('reach.serialPorts', { names })] };
}

async function lookAt(
  port: SerialPortEntry,
  all: readonly SerialPortEntry[],
  { drivers, known, probing, probe, candidate }: ScanTools,
): Promise<Candidate> {
  const suggested = port.usb === undefined ? undefined : suggestedDriver(drivers, 'stream', port.usb);
  const address: DeviceAddress = { scheme: 'serial', ...nameOf(port, all) };
  const places = new Set([placeOf({ scheme: 'serial', path: port.path }), placeOf(address)]);
  const plain: Candidate = {
    uri: formatUri(suggested === undefined ? address : { ...address, driver: suggested.id }),
    title: titleOf(port),
    transport: 'serial',
    ...(suggested === undefined ? {} : { driver: suggested.id, driverTitle: suggested.title }),
    confidence: 'possible',
    detail: suggested === undefined ? say('reach.portNotAsked') : say('reach.numbersSuggest'),
    known: known.some((other) => places.has(placeOf(other))),
  };
  if (plain.known) return { ...plain, detail: say('reach.alreadyThere') };
  if (!probing) return plain;
  try {
    const found = await probe(formatUri(address));
    return found.ok ? candidate(address, found.value, false) : { ...plain, detail: found.error.message };
  } catch (thrown) {
    return { ...plain, detail: toErrorValue(thrown).message };
  }
}

/** By USB numbers where they tell it from all others, so that it is found again under another name. */
function nameOf(port: SerialPortEntry, all: readonly SerialPortEntry[]) {
  const { path, usb } = port;
  if (usb === undefined) return { path };
  const twins = all.filter(
    (other) => other.usb?.vendor === usb.vendor && other.usb.product === usb.product && other.usb.serial === usb.serial,
  );
  return twins.length === 1 ? usb : { path };
}

function titleOf({ path, manufacturer, usb }: SerialPortEntry): string {
  return usb === undefined
    ? say('reach.serialPort', { path })
    : say('reach.serialAdapter', { maker: manufacturer ?? 'USB', path });
}
