/**
 * Looks for UPSes.
 *
 * What is sent to what, when the person asks for a search with probing:
 * - Each serial port that no device of ours uses is opened, once for each line speed that a driver names, and is sent
 *   the probes of the drivers of that speed: those that harm nothing first, each described in the driver's `probe`.
 *   Opening a port raises its modem lines, which some boards take as a reset; so nothing is opened without being asked.
 * - Each USB HID device that is a UPS is asked for feature reports (discovery-hid.ts).
 * - Each SNMP host that the person named is asked who it is (sysObjectID and its like). No network is searched.
 *
 * Without probing nothing is opened and nothing sent: what the system lists is told, with what the USB numbers suggest.
 */
import type { AnyDriver } from '../../../drivers/driver.ts';
import { drivers } from '../../../drivers/index.ts';
import type { CallInput, CallOutput, Candidate, DriverInfo } from '../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Clock } from '../base/clock.ts';
import { connect } from './connection.ts';
import { scanHid } from './discovery-hid.ts';
import { type Probed, probe } from './session/probe.ts';
import { listSerialPorts, type SerialPortEntry } from '../ports/serial/list.ts';
import { ADDRESS_PARTS, type DeviceAddress, formatUri, placeOf } from '../../../src-shared/address/index.ts';
import { parseUri } from '../../../src-shared/address/uri.ts';
import { redactUri } from '../../../src-shared/address/redact.ts';

/** What a search is given. */
export interface Surroundings {
  readonly clock: Clock;
  /** The URIs of the devices that there are already. */
  readonly known: readonly string[];
  /** The serial ports of this computer. */
  readonly serialPorts?: () => Promise<readonly SerialPortEntry[]>;
}

type Scan = CallOutput<'devices.scan'>;
/** One kind of place to look at. */
type Scanner = (input: CallInput<'devices.scan'>, around: Surroundings) => Promise<Scan>;

/** Every driver, as clients see it. */
export function driverInfos(): DriverInfo[] {
  return drivers.map((driver) => ({
    id: driver.id,
    title: driver.title,
    port: driver.port,
    dialects: [...driver.dialects],
    verified: driver.proof !== 'derived',
    unverifiedDialects: [...(driver.unproven ?? [])],
    sources: [...driver.sources],
    probe: driver.probe.sends,
  }));
}

/** Looks everywhere. A place that cannot be looked at is said so in `looked`; it spoils no other. */
export async function scan(input: CallInput<'devices.scan'>, around: Surroundings): Promise<Scan> {
  const scanners: readonly Scanner[] = [scanUsb, scanSerial, scanSnmp];
  const scans = await Promise.all(scanners.map((scanner) => scanner(input, around)));
  return {
    candidates: scans.flatMap(({ candidates }) => candidates),
    looked: scans.flatMap(({ looked }) => looked),
  };
}

/** Asks one address. Throws `AppError` saying what there is instead of a UPS. */
export async function probeUri(uri: string, around: Surroundings): Promise<Candidate> {
  const address = parseUri(uri);
  const known = isKnown(address, around.known);
  if (known && ADDRESS_PARTS[address.scheme].exclusive === true) {
    throw new AppError('in-use', say('reach.knownAndOpen', { device: redactUri(uri) }));
  }
  const found = await probe(connect(uri, around.clock).plan);
  if (!found.ok) throw new AppError(found.error.code, found.error.message);
  return candidate(address, found.value, known);
}

function scanUsb(input: CallInput<'devices.scan'>, { clock, known }: Surroundings): Promise<Scan> {
  return scanHid({ clock, known, probing: input.probe, candidate });
}

async function scanSerial(input: CallInput<'devices.scan'>, around: Surroundings): Promise<Scan> {
  let ports: readonly SerialPortEntry[];
  try {
    ports = await (around.serialPorts ?? listSerialPorts)();
  } catch (thrown) {
    return { candidates: [], looked: [say('reach.serialNotListed', { why: toErrorValue(thrown).message })] };
  }
  const candidates = await Promise.all(ports.map((port) => lookAtPort(port, ports, input.probe, around)));
  const names = ports.map(({ path }) => path).join(', ');
  return { candidates, looked: [names === '' ? say('reach.noSerialPorts') : say('reach.serialPorts', { names })] };
}

async function lookAtPort(
  port: SerialPortEntry,
  all: readonly SerialPortEntry[],
  probing: boolean,
  around: Surroundings,
): Promise<Candidate> {
  const suggested = suggestedDriver(port);
  const address: DeviceAddress = { scheme: 'serial', ...nameOf(port, all) };
  const plain: Candidate = {
    uri: formatUri(suggested === undefined ? address : { ...address, driver: suggested.id }),
    title: portTitle(port),
    transport: 'serial',
    ...(suggested === undefined ? {} : { driver: suggested.id, driverTitle: suggested.title }),
    confidence: 'possible',
    detail: suggested === undefined ? say('reach.portNotAsked') : say('reach.numbersSuggest'),
    known: isKnown({ scheme: 'serial', path: port.path }, around.known) || isKnown(address, around.known),
  };
  if (plain.known) return { ...plain, detail: say('reach.alreadyThere') };
  if (!probing) return plain;
  try {
    const found = await probe(connect(formatUri(address), around.clock).plan);
    return found.ok ? candidate(address, found.value, false) : { ...plain, detail: found.error.message };
  } catch (thrown) {
    return { ...plain, detail: toErrorValue(thrown).message };
  }
}

async function scanSnmp({ probe: probing, hosts }: CallInput<'devices.scan'>, around: Surroundings): Promise<Scan> {
  const scans = await Promise.all(hosts.map((host) => lookAtHost(host, probing, around)));
  return {
    candidates: scans.flatMap(({ candidates }) => candidates),
    looked: scans.flatMap(({ looked }) => looked),
  };
}

async function lookAtHost(named: string, probing: boolean, around: Surroundings): Promise<Scan> {
  const uri = named.startsWith('snmp://') ? named : `snmp://${named}`;
  const host = redactUri(uri).slice(7);
  const said = (what: string): Scan => ({ candidates: [], looked: [say('reach.snmpHost', { host, what })] });
  try {
    const address = parseUri(uri);
    if (!probing) return { candidates: [], looked: [say('reach.snmpNotAsked', { host })] };
    const found = await probe(connect(uri, around.clock).plan);
    if (!found.ok) return said(found.error.message);
    const looked = [say('reach.snmpAnswers', { host, driver: found.value.driver.title })];
    return { candidates: [candidate(address, found.value, isKnown(address, around.known))], looked };
  } catch (thrown) {
    return said(toErrorValue(thrown).message);
  }
}

function candidate(address: DeviceAddress, { driver, identity }: Probed, known: boolean): Candidate {
  const { vars, dialect, confidence } = identity;
  const names = [vars['device.mfr'] ?? vars['ups.mfr'], vars['device.model'] ?? vars['ups.model']];
  const named = names.filter((name) => name !== undefined).join(' ');
  const uri = formatUri(address.scheme === 'sim' ? address : { ...address, driver: driver.id });
  const spoken = dialect === undefined ? driver.title : `${driver.title} (${dialect})`;
  return {
    uri,
    title: named === '' ? redactUri(formatUri(address)) : named,
    transport: address.scheme === 'replay' ? 'sim' : address.scheme,
    driver: driver.id,
    driverTitle: driver.title,
    confidence,
    detail:
      confidence === 'certain'
        ? say('reach.answersAs', { driver: spoken })
        : say('reach.answersMuchAs', { driver: spoken }),
    known,
  };
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

function portTitle({ path, manufacturer, usb }: SerialPortEntry): string {
  return usb === undefined
    ? say('reach.serialPort', { path })
    : say('reach.serialAdapter', { maker: manufacturer ?? 'USB', path });
}

function suggestedDriver({ usb }: SerialPortEntry): AnyDriver | undefined {
  if (usb === undefined) return undefined;
  return drivers.find((driver) =>
    driver.found.some(
      (found) =>
        driver.port === 'stream' &&
        'usb' in found &&
        found.usb.vendor === usb.vendor &&
        (found.usb.product === undefined || found.usb.product === usb.product),
    ),
  );
}

function isKnown(address: DeviceAddress, known: readonly string[]): boolean {
  return known.some((uri) => {
    try {
      return placeOf(parseUri(uri)) === placeOf(address);
    } catch {
      // A device of the settings file that this version cannot read uses no port.
      return false;
    }
  });
}
