/** From a device URI to the ways that lead to the device. */
import { driverById, drivers } from '../../drivers/index.ts';
import type { AnyDriver, Driver, Fingerprint } from '../../drivers/driver.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import type { Clock } from './clock.ts';
import type { AnyPlan } from './session/plan.ts';
import { runUps } from './simulate/running-ups.ts';
import { simulatedHid, type SimulatedOptions, simulatedSnmp, simulatedStream } from './transports/simulated.ts';
import { parseUri, type SimulatedAddress } from './uri.ts';

/** How a device is reached. */
export interface Connection {
  readonly plan: AnyPlan;
  /** The model behind a simulated device. */
  readonly simulation?: UpsModel;
}

/** Plans how to reach a device. Throws `AppError` ('bad-input') on a URI of nonsense or names that do not exist. */
export function connect(uri: string, clock: Clock): Connection {
  const address = parseUri(uri);
  switch (address.scheme) {
    case 'sim':
      return simulate(address, clock);
    default:
      throw new AppError('bad-input', 'not yet');
  }
}

function simulate(address: SimulatedAddress, clock: Clock): Connection {
  const driver = demandDriver(address.driver);
  const ups = runUps({ clock, ...address });
  const { model } = ups;
  const options: SimulatedOptions = {
    label: `simulated ${driver.title}`,
    clock,
    sync: () => ups.sync(),
    cut: () => model.state().linkLost,
  };
  const { dialect } = address;
  return { simulation: model, plan: simulatedPlan(driver, model, options, dialect, address.baud) };
}

function simulatedPlan(
  driver: AnyDriver,
  model: UpsModel,
  options: SimulatedOptions,
  dialect: string | undefined,
  baud: number | undefined,
): AnyPlan {
  // The device keeps its state while the port is closed and opened, so it is made once and not for each transport.
  if (driver.port === 'stream') {
    const device = driver.simulate(model, dialect);
    const speed = baud ?? serialFingerprints(driver)[0]?.baud;
    const paced = { ...options, ...(speed === undefined ? {} : { baud: speed }) };
    return { kind: 'stream', ways: [{ transport: () => simulatedStream(device, paced), drivers: [driver] }] };
  }
  if (driver.port === 'hid') {
    const device = driver.simulate(model, dialect);
    return { kind: 'hid', ways: [{ transport: () => simulatedHid(device, options), drivers: [driver] }] };
  }
  const device = driver.simulate(model, dialect);
  return { kind: 'snmp', ways: [{ transport: () => simulatedSnmp(device, options), drivers: [driver] }] };
}

/** The driver of this id. Throws `AppError` ('bad-input') with the ids that there are. */
export function demandDriver(id: string): AnyDriver {
  const driver = driverById(id);
  if (driver !== undefined) return driver;
  throw new AppError(
    'bad-input',
    `There is no driver "${id}". There are: ${drivers.map((each) => each.id).join(', ')}.`,
  );
}

type SerialFingerprint = Extract<Fingerprint, { serial: unknown }>['serial'];

/** The line settings that the driver's devices use. */
export function serialFingerprints(driver: Driver<'stream'>): SerialFingerprint[] {
  return driver.found.flatMap((found) => ('serial' in found ? [found.serial] : []));
}
