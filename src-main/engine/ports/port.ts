/**
 * What a port is to the rest of the engine. Two things are told apart, since one wire can be reached in several ways:
 * a `WireKind` is what goes over (bytes, reports, variables), a `Port` is where it is found (a serial port, a host).
 */
import type {
  Answer,
  AnyDriver,
  Driver,
  Fingerprint,
  Identity,
  PortFacts,
  PortKind,
  Reply,
  Simulator,
  Unasked,
  Wire,
} from '../../../drivers/driver.ts';
import type { Addresses, DeviceAddress } from '../../../src-shared/address/index.ts';
import type { Scheme } from '../../../src-shared/address/kinds.ts';
import type { CallOutput, Candidate } from '../../../src-shared/contract/index.ts';
import type { Result } from '../../../src-shared/errors.ts';
import type { Clock } from '../base/clock.ts';
import type { AnyPlan } from './plan.ts';
import type { RecordingFolder } from './recording-folder.ts';
import type { Rendered } from './rendered.ts';
import type { Transport } from './transport.ts';

/** Time limits and repeats of one exchange, where the driver does not set its own. */
export interface Patience {
  /** Milliseconds. */
  readonly timeout: number;
  /** How often an unanswered question of a poll is asked again. Commands and settings are never repeated. */
  readonly repeats: number;
}

/** How a kind of wire is asked. */
export interface WirePace {
  /** So many times as often as the settings say. */
  readonly share: number;
  /** The same while nothing happens and nobody looks; left out, it is no less. */
  readonly calm?: number;
  /** Milliseconds between the end of a poll and the start of the next. */
  readonly rest: number;
  readonly patience: Patience;
}

/** What every simulated transport needs. */
export interface SimulatedOptions {
  readonly label: string;
  readonly clock: Clock;
  /** Brings the simulated world to the present moment; called before the device looks at it. */
  readonly sync: () => void;
  /** The cable is cut: nothing arrives, nothing is answered. */
  readonly cut?: () => boolean;
  /** Bytes take as long as on a line of this speed, where the wire has one. */
  readonly baud?: number | undefined;
}

/** An answered exchange as it was on the wire, for recordings. */
export interface RawExchange {
  readonly kind: PortKind;
  readonly wire: Wire[PortKind];
  readonly data: Answer[PortKind];
}

/** An exchange of one kind of wire. */
export interface RawOf<P extends PortKind> extends RawExchange {
  readonly kind: P;
  readonly wire: Wire[P];
  readonly data: Answer[P];
}

/** The kind tells which member of the unions the wire and the data are. */
export function isWireOf<P extends PortKind>(kind: P, raw: RawExchange): raw is RawOf<P> {
  return raw.kind === kind;
}

/** What can be recorded of a device: what its port said of it, how the talk began, and how it went lately. */
export interface Recorded {
  readonly facts: PortFacts[PortKind] | undefined;
  readonly exchanges: readonly RawExchange[];
}

/** Files of one recording by their names; empty when nothing was heard. */
export type RecordingFiles = Readonly<Record<string, string>>;

/** A recording, ready to be asked. */
export interface Replayed<P extends PortKind> {
  readonly kind: P;
  readonly facts: PortFacts[P];
  /** A player from the beginning: the same question asked again gets its next recorded answer. */
  readonly answers: () => (wire: Wire[P]) => Reply<P>;
}

/** One kind of wire: how it is asked, told, recorded and simulated. */
export interface WireKind<P extends PortKind> {
  readonly kind: P;
  readonly pace: WirePace;
  /** Exchanges for people to read. */
  readonly told: {
    wire(wire: Wire[P]): Rendered;
    answer(data: Answer[P]): Rendered;
    unasked(data: Unasked[P]): Rendered;
  };
  readonly recording: {
    /** Which files of a folder make a recording, the one that says most first. */
    readonly files: readonly RegExp[];
    /** Throws `AppError` where it is none. */
    readonly open: (folder: RecordingFolder, file: string) => Replayed<P>;
    /** Writes down what was heard; `source` says of whom. */
    write(recorded: Recorded, source: string): RecordingFiles;
  };
  /** A transport that ends in a driver's simulator; `found` says how its lines are set. */
  simulated(simulator: Simulator[P], found: readonly Fingerprint[], options: SimulatedOptions): Transport<P>;
}

/** Who answered. */
export interface Probed {
  readonly driver: Pick<Driver<PortKind>, 'id' | 'title'>;
  readonly identity: Identity;
}

/** A driver of one of these kinds, still tied to its own. */
export type DriverOf<P extends PortKind> = { readonly [K in P]: Driver<K> }[P];

/** What is known of a driver before it is asked anything. */
export type KnownDriver = Pick<AnyDriver, 'id' | 'title' | 'port' | 'found'>;

/** The drivers of one kind of wire that an address allows, the harmless first. Throws `AppError` where there is none. */
export type Candidates = <P extends PortKind>(kind: P) => readonly DriverOf<P>[];

/** What a search is done with. */
export interface ScanTools {
  /** Whether anything may be opened and asked. */
  readonly probing: boolean;
  /** The hosts that the person named. */
  readonly hosts: readonly string[];
  readonly drivers: readonly KnownDriver[];
  /** The devices that there are already. */
  readonly known: readonly DeviceAddress[];
  /** Asks who is there. Throws `AppError` where the address makes no sense. */
  readonly probe: (uri: string) => Promise<Result<Probed>>;
  /** Words what answered. */
  readonly candidate: (address: DeviceAddress, found: Probed, known: boolean) => Candidate;
}

/** What a search found, and where it looked. */
export type Scan = CallOutput<'devices.scan'>;
/** One thing that was examined, with the mend. */
export type Check = CallOutput<'diagnostics.doctor'>['checks'][number];

/** The kinds of address behind which there is a port of this computer or of the network. */
export type PortScheme = Exclude<Scheme, 'sim' | 'replay'>;

/** One kind of port: how it is reached, found and examined. */
export interface Port<S extends PortScheme> {
  readonly scheme: S;
  /** Nothing is opened yet. A table or dialect that the address names is passed on unchecked. */
  plan(address: Addresses[S], candidates: Candidates, clock: Clock): AnyPlan;
  /** Looks for devices. What cannot be looked at is said so in `looked`. Never rejects. */
  scan(tools: ScanTools): Promise<Scan>;
  /** Whether the ports of this kind can be used on this machine, with the mend where not. */
  examine?(drivers: readonly KnownDriver[]): Promise<Check[]>;
}

/** The driver that knows these USB numbers, of those of one kind of wire. */
export function suggestedDriver(
  drivers: readonly KnownDriver[],
  kind: PortKind,
  { vendor, product }: { readonly vendor: number; readonly product: number },
): KnownDriver | undefined {
  return drivers.find(
    ({ port, found }) =>
      port === kind &&
      found.some(
        (each) =>
          'usb' in each &&
          each.usb.vendor === vendor &&
          (each.usb.product === undefined || each.usb.product === product),
      ),
  );
}
