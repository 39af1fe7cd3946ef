/** From a device URI to the ways that lead to the device. */
import type { AnyDriver, Driver, Fingerprint } from '../../../drivers/driver.ts';
import { driverById, drivers } from '../../../drivers/index.ts';
import { hidAnswers } from '../../../drivers/kit/talk.ts';
import { AppError } from '../../../src-shared/errors.ts';
import type { UpsModel } from '../../../src-shared/ups-model/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Clock } from '../base/clock.ts';
import { openRecording } from '../ports/replay/recording.ts';
import type { AnyPlan, Plan, Way } from './session/plan.ts';
import { runUps } from '../ports/simulated/running-ups.ts';
import { hidTransport } from '../ports/hid/transport.ts';
import { watchHidDevices } from '../ports/hid/watch.ts';
import { replayTransport } from '../ports/replay/replay.ts';
import { type SerialOptions, serialTransport } from '../ports/serial/transport.ts';
import {
  answerSnmp,
  simulatedHid,
  type SimulatedOptions,
  simulatedSnmp,
  simulatedStream,
} from '../ports/simulated/simulated.ts';
import { snmpTransport } from '../ports/snmp/transport.ts';
import { type DeviceAddress, formatUri } from '../../../src-shared/address/index.ts';
import type { HidAddress } from '../../../src-shared/address/hid.ts';
import type { ReplayAddress } from '../../../src-shared/address/replay.ts';
import type { SerialAddress } from '../../../src-shared/address/serial.ts';
import type { SimulatedAddress } from '../../../src-shared/address/simulated.ts';
import type { SnmpAddress } from '../../../src-shared/address/snmp.ts';
import { parseUri } from '../../../src-shared/address/uri.ts';

/** How a device is reached. */
export interface Connection {
  readonly plan: AnyPlan;
  /** The model behind a simulated device. */
  readonly simulation?: UpsModel;
}

/**
 * Plans how to reach a device; nothing is opened yet, but a recording is read. Throws `AppError`: 'bad-input' on a URI
 * of nonsense or names that do not exist, 'not-found' and 'bad-input' on recordings.
 */
export function connect(uri: string, clock: Clock): Connection {
  const address = parseUri(uri);
  switch (address.scheme) {
    case 'sim':
      return simulate(address, clock);
    case 'serial':
      return { plan: serialPlan(address, clock) };
    case 'hid':
      return { plan: hidPlan(address) };
    case 'snmp':
      return { plan: snmpPlan(address) };
    default:
      return { plan: replayPlan(address) };
  }
}

/** The driver of this id. Throws `AppError` ('bad-input') with the ids that there are. */
function demandDriver(id: string): AnyDriver {
  const driver = driverById(id);
  if (driver !== undefined) return driver;
  throw new AppError('bad-input', say('reach.noDriver', { id, known: ids(drivers) }));
}

const ids = (some: readonly AnyDriver[]): string => some.map(({ id }) => id).join(', ');

/** The drivers of one kind of port; only the one that the address names, if it does. */
function candidates<P extends AnyDriver['port']>(port: P, address: DeviceAddress): Extract<AnyDriver, { port: P }>[] {
  const all = drivers.filter((driver): driver is Extract<AnyDriver, { port: P }> => driver.port === port);
  if (address.driver === undefined) return all.toSorted((a, b) => harm(a) - harm(b));
  const named = demandDriver(address.driver);
  const found = all.filter((driver) => driver.id === named.id);
  if (found.length > 0) return found;
  throw new AppError('bad-input', say('reach.wrongPort', { id: named.id, scheme: address.scheme, known: ids(all) }));
}

/** What is asked of a port that may be no UPS comes in this order: bytes that harm nothing first. */
function harm({ probe }: AnyDriver): number {
  return probe.harm === 'none' ? 0 : 1;
}

/** Throws `AppError` ('bad-input') when no candidate has this table or dialect. */
function checkDialect(dialect: string | undefined, some: readonly AnyDriver[]): { readonly dialect?: string } {
  if (dialect === undefined) return {};
  const known = some.flatMap((driver) => driver.dialects);
  if (known.includes(dialect)) return { dialect };
  throw new AppError(
    'bad-input',
    known.length === 0
      ? say('reach.noDialects', { dialect })
      : say('reach.noDialect', { dialect, known: known.join(', ') }),
  );
}

/** Line settings of most serial UPSes, for drivers that name none. */
const USUAL_LINE: SerialFingerprint = { baud: 2400 };

type SerialFingerprint = Extract<Fingerprint, { serial: unknown }>['serial'];

function serialFingerprints(driver: Driver<'stream'>): readonly SerialFingerprint[] {
  const found = driver.found.flatMap((fingerprint) => ('serial' in fingerprint ? [fingerprint.serial] : []));
  return found.length === 0 ? [USUAL_LINE] : found;
}

function serialPlan(address: SerialAddress, clock: Clock): Plan<'stream'> {
  const some = candidates('stream', address);
  const { path, baud, dtr, rts, parity, dialect } = address;
  const port = path === undefined ? { usb: address } : { path };
  // Drivers that share the settings of the line share one opening of the port.
  const byLine = new Map<string, { readonly options: SerialOptions; readonly drivers: Driver<'stream'>[] }>();
  for (const driver of some) {
    for (const line of serialFingerprints(driver)) {
      const options = {
        ...port,
        baud: baud ?? line.baud,
        dtr: dtr ?? line.dtr,
        rts: rts ?? line.rts,
        parity: parity ?? line.parity,
      };
      const key = JSON.stringify([options.baud, options.dtr, options.rts, options.parity]);
      const entry = byLine.get(key) ?? { options, drivers: [] };
      byLine.set(key, entry);
      if (!entry.drivers.includes(driver)) entry.drivers.push(driver);
    }
  }
  const ways = [...byLine.values()].map(
    (line): Way<'stream'> => ({ transport: () => serialTransport(line.options, clock), drivers: line.drivers }),
  );
  return { kind: 'stream', ways, ...checkDialect(dialect, some) };
}

function hidPlan(address: HidAddress): Plan<'hid'> {
  const some = candidates('hid', address);
  const transport = () => hidTransport(address, formatUri(address));
  return {
    kind: 'hid',
    ways: [{ transport, drivers: some }],
    wake: watchHidDevices,
    ...checkDialect(address.dialect, some),
  };
}

function snmpPlan(address: SnmpAddress): Plan<'snmp'> {
  const some = candidates('snmp', address);
  const dialect = checkDialect(address.table, some);
  return { kind: 'snmp', ways: [{ transport: () => snmpTransport(address), drivers: some }], ...dialect };
}

function replayPlan(address: ReplayAddress): AnyPlan {
  const recording = openRecording(address.path);
  const label = say('reach.recording', { path: address.path });
  if (recording.kind === 'snmp') {
    const some = candidates('snmp', address);
    const transport = () =>
      replayTransport('snmp', { version: '2c' }, label, (wire) => answerSnmp(recording.agent, wire));
    return { kind: 'snmp', ways: [{ transport, drivers: some }], ...checkDialect(address.dialect, some) };
  }
  if (recording.kind === 'hid') {
    const some = candidates('hid', address);
    const { device } = recording;
    const transport = () => replayTransport('hid', device.facts, label, hidAnswers(device));
    return { kind: 'hid', ways: [{ transport, drivers: some }], ...checkDialect(address.dialect, some) };
  }
  const some = candidates('stream', address);
  const transport = () => replayTransport('stream', {}, label, recording.answers());
  return { kind: 'stream', ways: [{ transport, drivers: some }], ...checkDialect(address.dialect, some) };
}

function simulate(address: SimulatedAddress, clock: Clock): Connection {
  const driver = demandDriver(address.driver);
  const { dialect } = checkDialect(address.dialect, [driver]);
  const ups = runUps({ clock, ...address });
  const { model } = ups;
  const options: SimulatedOptions = {
    label: say('reach.simulated', { driver: driver.title }),
    clock,
    sync: () => ups.sync(),
    cut: () => model.state().linkLost,
  };
  return { simulation: model, plan: simulatedPlan(driver, model, options, dialect, address.baud) };
}

/** The device keeps its state while the port is closed and opened, so it is made once and not for each transport. */
function simulatedPlan(
  driver: AnyDriver,
  model: UpsModel,
  options: SimulatedOptions,
  dialect: string | undefined,
  baud: number | undefined,
): AnyPlan {
  if (driver.port === 'stream') {
    const device = driver.simulate(model, dialect);
    const [line = USUAL_LINE] = serialFingerprints(driver);
    const paced = { ...options, baud: baud ?? line.baud };
    return { kind: 'stream', ways: [{ transport: () => simulatedStream(device, paced), drivers: [driver] }] };
  }
  if (driver.port === 'hid') {
    const device = driver.simulate(model, dialect);
    return { kind: 'hid', ways: [{ transport: () => simulatedHid(device, options), drivers: [driver] }] };
  }
  const device = driver.simulate(model, dialect);
  return { kind: 'snmp', ways: [{ transport: () => simulatedSnmp(device, options), drivers: [driver] }] };
}
