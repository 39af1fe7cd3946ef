/** From a device URI to the ways that lead to the device. */
import type { AnyDriver, PortKind } from '../../../drivers/driver.ts';
import { driverById, drivers } from '../../../drivers/index.ts';
import { type Addresses, type DeviceAddress } from '../../../src-shared/address/index.ts';
import type { ReplayAddress } from '../../../src-shared/address/replay.ts';
import type { SimulatedAddress } from '../../../src-shared/address/simulated.ts';
import { parseUri } from '../../../src-shared/address/uri.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { UpsModel } from '../../../src-shared/ups-model/index.ts';
import type { Clock } from '../base/clock.ts';
import { PORTS, WIRES } from '../ports/index.ts';
import type { AnyPlan, PlanOf } from '../ports/plan.ts';
import type { Candidates, DriverOf, PortScheme, SimulatedOptions } from '../ports/port.ts';
import { openRecording, type RecordingOf } from '../ports/replay/recording.ts';
import { replayTransport } from '../ports/replay/replay.ts';
import { runUps } from '../ports/simulated/running-ups.ts';

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
  if (address.scheme === 'sim') return simulate(address, clock);
  if (address.scheme === 'replay') return { plan: checked(replayed(address)) };
  return { plan: checked(planned(address, clock)) };
}

/** The plan of the port behind an address. */
function planned<S extends PortScheme>(address: Addresses[S] & { readonly scheme: S }, clock: Clock): AnyPlan {
  return PORTS[address.scheme].plan(address, candidatesFor(address), clock);
}

/** The driver of this id. Throws `AppError` ('bad-input') with the ids that there are. */
function demandDriver(id: string): AnyDriver {
  const driver = driverById(id);
  if (driver !== undefined) return driver;
  throw new AppError('bad-input', say('reach.noDriver', { id, known: ids(drivers) }));
}

const ids = (some: readonly Pick<AnyDriver, 'id'>[]): string => some.map(({ id }) => id).join(', ');

/** The drivers that an address allows; only the one that it names, if it does. */
function candidatesFor(address: DeviceAddress): Candidates {
  return <P extends PortKind>(kind: P) => {
    const every: readonly (AnyDriver | DriverOf<P>)[] = drivers;
    const all = every.filter((driver): driver is DriverOf<P> => driver.port === kind);
    if (address.driver === undefined) return all.toSorted((a, b) => harm(a) - harm(b));
    const named = demandDriver(address.driver);
    const found = all.filter((driver) => driver.id === named.id);
    if (found.length > 0) return found;
    throw new AppError('bad-input', say('reach.wrongPort', { id: named.id, scheme: address.scheme, known: ids(all) }));
  };
}

/** What is asked of a port that may be no UPS comes in this order: bytes that harm nothing first. */
function harm({ probe }: Pick<AnyDriver, 'probe'>): number {
  return probe.harm === 'none' ? 0 : 1;
}

/** Throws `AppError` ('bad-input') when no driver of the plan has its table or dialect. */
function checked<P extends PortKind>(plan: PlanOf<P>): PlanOf<P> {
  checkDialect(
    plan.dialect,
    plan.ways.flatMap((way) => way.drivers),
  );
  return plan;
}

function checkDialect(dialect: string | undefined, some: readonly { readonly dialects: readonly string[] }[]): void {
  if (dialect === undefined) return;
  const known = [...new Set(some.flatMap((driver) => driver.dialects))];
  if (known.includes(dialect)) return;
  throw new AppError(
    'bad-input',
    known.length === 0
      ? say('reach.noDialects', { dialect })
      : say('reach.noDialect', { dialect, known: known.join(', ') }),
  );
}

function replayed(address: ReplayAddress): AnyPlan {
  return replay(openRecording(address.path), address);
}

function replay<P extends PortKind>(recording: RecordingOf<P>, address: ReplayAddress): PlanOf<P> {
  const { kind, facts, answers } = recording;
  const label = say('reach.recording', { path: address.path });
  const { dialect } = address;
  return {
    kind,
    ways: [{ transport: () => replayTransport(kind, facts, label, answers()), drivers: candidatesFor(address)(kind) }],
    ...(dialect === undefined ? {} : { dialect }),
  };
}

function simulate(address: SimulatedAddress, clock: Clock): Connection {
  const driver = demandDriver(address.driver);
  const { dialect, baud } = address;
  checkDialect(dialect, [driver]);
  const ups = runUps({ clock, ...address });
  const { model } = ups;
  const options: SimulatedOptions = {
    label: say('reach.simulated', { driver: driver.title }),
    clock,
    sync: () => ups.sync(),
    cut: () => model.state().linkLost,
    baud,
  };
  return { simulation: model, plan: simulated(driver, model, dialect, options) };
}

/** The device keeps its state while the port is closed and opened, so it is made once and not for each transport. */
function simulated<P extends PortKind>(
  driver: DriverOf<P>,
  model: UpsModel,
  dialect: string | undefined,
  options: SimulatedOptions,
): PlanOf<P> {
  const device = driver.simulate(model, dialect);
  const wire = WIRES[driver.port];
  return {
    kind: driver.port,
    ways: [{ transport: () => wire.simulated(device, driver.found, options), drivers: [driver] }],
  };
}
