/**
 * Looks for UPSes.
 *
 * What is sent to what, when the person asks for a search with probing, is told by each kind of port in its `scan`: the
 * probes of the drivers, those that harm nothing first, each described in the driver's `probe`. Without probing nothing
 * is opened and nothing sent: what the system lists is told, with what the USB numbers suggest.
 */
import { drivers } from '../../../drivers/index.ts';
import { ADDRESS_PARTS, type DeviceAddress, formatUri, placeOf } from '../../../src-shared/address/index.ts';
import { redactUri } from '../../../src-shared/address/redact.ts';
import { parseUri } from '../../../src-shared/address/uri.ts';
import type { CallInput, Candidate, DriverInfo } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Clock } from '../base/clock.ts';
import { PORTS } from '../ports/index.ts';
import type { Probed, Scan, ScanTools } from '../ports/port.ts';
import { connect } from './connection.ts';
import { probe } from './session/probe.ts';

/** What a search is given. */
export interface Surroundings {
  readonly clock: Clock;
  /** The URIs of the devices that there are already. */
  readonly known: readonly string[];
  /** What looks for devices; every kind of port, unless others are handed in. */
  readonly ports?: readonly Scanner[];
}

/** One kind of place to look at. */
export interface Scanner {
  scan(tools: ScanTools): Promise<Scan>;
}

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
  const { clock, known, ports = Object.values(PORTS) } = around;
  const tools: ScanTools = {
    probing: input.probe,
    hosts: input.hosts,
    drivers,
    known: addressesOf(known),
    probe: (uri) => probe(connect(uri, clock).plan),
    candidate,
  };
  const scans = await Promise.all(ports.map((port) => port.scan(tools)));
  return {
    candidates: scans.flatMap(({ candidates }) => candidates),
    looked: scans.flatMap(({ looked }) => looked),
  };
}

/** Asks one address. Throws `AppError` saying what there is instead of a UPS. */
export async function probeUri(uri: string, around: Surroundings): Promise<Candidate> {
  const address = parseUri(uri);
  const known = addressesOf(around.known).some((other) => placeOf(other) === placeOf(address));
  if (known && ADDRESS_PARTS[address.scheme].exclusive === true) {
    throw new AppError('in-use', say('reach.knownAndOpen', { device: redactUri(uri) }));
  }
  const found = await probe(connect(uri, around.clock).plan);
  if (!found.ok) throw new AppError(found.error.code, found.error.message);
  return candidate(address, found.value, known);
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

/** Those of the addresses that can be read: a device of the settings file that this version cannot read uses no port. */
function addressesOf(uris: readonly string[]): readonly DeviceAddress[] {
  return uris.flatMap((uri) => {
    try {
      return [parseUri(uri)];
    } catch {
      return [];
    }
  });
}
