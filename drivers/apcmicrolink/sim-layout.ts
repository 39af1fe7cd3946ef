/** What the simulated units hold, in the order of their data: the source of their pages and of their descriptor. */
import { PATHS } from './table.ts';

/** One value, or the same values for each of so many things. */
export type Place =
  | { readonly path: string; readonly size: number }
  | { readonly each: string; readonly count: number; readonly places: readonly { usage: number; size: number }[] };

/** A simulated unit. */
export interface Layout {
  readonly series: number;
  readonly width: number;
  readonly count: number;
  /** The first page of data, behind the descriptor. */
  readonly dataPage: number;
  /** From this page on the device repeats what changes. */
  readonly livePage: number;
  readonly places: readonly Place[];
}

const at = (path: string, size = 2): Place => ({ path, size });

/** Values that nobody has a name for; real units are full of them. */
function unknown(from: number, ...sizes: readonly number[]): readonly Place[] {
  return sizes.map((size, index) => ({ path: `4:${(from + index).toString(16).toUpperCase()}`, size }));
}

const groups = (count: number): readonly Place[] =>
  count === 0
    ? []
    : [
        {
          each: '2:4.3D',
          count,
          places: [
            { usage: 0x2d, size: 2 },
            { usage: 0xb8, size: 2 },
            { usage: 0x2e, size: 2 },
            { usage: 0xb7, size: 2 },
            { usage: 0xad, size: 2 },
            { usage: 0xb9, size: 2 },
            { usage: 0x30, size: 2 },
            { usage: 0x31, size: 2 },
            { usage: 0x82, size: 16 },
            { usage: 0x84, size: 4 },
            { usage: 0xb6, size: 4 },
          ],
        },
      ];

/** Only on-line units have a bypass to be commanded. */
const bypass = (online: boolean, size: number): readonly Place[] =>
  online ? [at(PATHS.upsCommand, size)] : unknown(0x60, size);

/** Bytes that these values take. */
function sizeOf(places: readonly Place[]): number {
  return places.reduce(
    (sum, place) =>
      sum + ('each' in place ? place.count * sizeOf(place.places.map(({ size }) => at('', size))) : place.size),
    0,
  );
}

/** Most bytes of one value that nobody knows. */
const CHUNK = 128;

/** The values, and behind them unknown ones until so many bytes are full. */
function padded(places: readonly Place[], bytes: number, from: number): readonly Place[] {
  const left = bytes - sizeOf(places);
  if (left < 0) throw new RangeError(`The values take ${-left} bytes more than the ${bytes} that there are.`);
  const sizes = Array.from({ length: Math.ceil(left / CHUNK) }, (_, index) => Math.min(CHUNK, left - index * CHUNK));
  return [...places, ...unknown(from, ...sizes)];
}

/** The SMC1000I: pages of 16 bytes, every known value at its recorded place; what is between them has no name. */
export function narrow(outlets: number, online: boolean): Layout {
  return {
    series: 0x03ed,
    width: 16,
    count: 0x80,
    dataPage: 0x40,
    livePage: 0x6c,
    places: [
      // Pages 40 to 49
      at(PATHS.serial, 14),
      at('2:4.9.19'),
      at('2:4.9.44', 32),
      at('2:4.9.42', 20),
      ...unknown(0x01, 12),
      at('3:4A', 32),
      at('2:4.5.48'),
      ...unknown(0x02, 2, 2, 2, 8),
      at('2:4.5.42', 16),
      at('2:4.82', 16),
      // Page 4a
      ...unknown(0x06, 2, 2),
      at('2:4.5.18'),
      at('2:4.5.19'),
      at(PATHS.lowRuntime),
      at('2:4.7.D'),
      at('2:4.7.E'),
      ...unknown(0x08, 2),
      // Pages 4b to 4d
      at(PATHS.nominalApparent),
      at(PATHS.nominalReal),
      at('2:4.7.2C'),
      ...unknown(0x09, 10),
      at('2:4.3E.B9'),
      at('2:4.3E.B8'),
      at('2:4.3E.B7', 4),
      at('2:4.3E.30'),
      ...unknown(0x0a, 2, 2, 2),
      at('2:4.3E.82', 16),
      // Page 4e: the beeper's setting, then much that is not known.
      ...unknown(0x0d, 2, 14),
      ...padded([], (0x6c - 0x4f) * 16, 0x40),
      // Page 6c
      ...unknown(0x11, 6),
      at(PATHS.lifetime),
      ...unknown(0x12, 8),
      at('2:4.5.21'),
      at('2:4.5.20'),
      at(PATHS.batteryTestCommand),
      at(PATHS.batteryTest),
      at(PATHS.calibrationCommand),
      at(PATHS.calibration),
      ...unknown(0x13, 2),
      at(PATHS.runtime),
      ...unknown(0x14, 4, 12),
      // Page 6f
      at('2:4.5.22'),
      at(PATHS.panelCommand),
      ...unknown(0x16, 2),
      at('2:4.7.25'),
      at('2:4.7.26'),
      at('2:4.7.27'),
      at(PATHS.apparentShare),
      at(PATHS.realShare),
      // Pages 70 to 72
      ...unknown(0x17, 2),
      at(PATHS.inputQuality),
      at('2:4.6.25'),
      at('2:4.6.27'),
      at('3:17'),
      ...unknown(0x18, 2, 2, 2),
      ...bypass(online, 2),
      ...unknown(0x1b, 6),
      at(PATHS.outletCommand),
      ...unknown(0x1c, 6),
      at(PATHS.mainGroup),
      ...unknown(0x1d, 14, 48, 8),
      // Page 76
      at(PATHS.status),
      at('2:B'),
      ...unknown(0x20, 4),
      // Pages 77 to 7d have room for two groups. The recorded unit has none.
      ...padded(groups(Math.min(outlets, 2)), 112, 0x50),
      // Page 7e
      ...unknown(0x21, 8),
      at(PATHS.masterPassword, 4),
      at(PATHS.slavePassword, 4),
      ...unknown(0x23, 14),
      at(PATHS.authenticationStatus),
    ],
  };
}

/** Where the wide unit's live values begin, and where the recorded unit has its password: byte 6 of page 65. */
const WIDE_LIVE = 0x50;
const WIDE_PASSWORD = 0x65 * 32 + 6;

/** A newer unit in the manner of the SMC1000-2UC: pages of 32 bytes, its values at places of its own. */
export function wide(outlets: number, online: boolean): Layout {
  const [width, count, dataPage] = [32, 0x69, 0x40];
  const settings = [
    at(PATHS.serial, 16),
    at('2:4.9.42', 16),
    at('2:4.9.44', 32),
    at('2:4.9.19'),
    at('2:4.9.1B'),
    at('2:4.9.1C'),
    at('3:4A', 32),
    at('2:4.82', 16),
    at('2:4.5.42', 16),
    at('2:4.5.48'),
    at('2:4.5.19'),
    at('2:4.5.18'),
    at(PATHS.lowRuntime),
    at('2:4.6.BA'),
    at('2:4.7.D'),
    at('2:4.7.E'),
    at(PATHS.nominalReal),
    at(PATHS.nominalApparent),
    at('2:4.7.2C', 4),
    at('3:2B'),
    at('2:4.3E.B8'),
    at('2:4.3E.B7'),
    at('2:4.3E.B9'),
    at('2:4.3E.30'),
    at('2:4.3E.31'),
    at('2:4.3E.82', 16),
  ];
  const live = [
    at(PATHS.status, 4),
    at('2:B'),
    at(PATHS.batteryTestCommand),
    at(PATHS.batteryTest),
    at(PATHS.calibrationCommand),
    at(PATHS.calibration),
    ...bypass(online, 4),
    at('2:4.5.20'),
    at('2:4.5.21'),
    at('2:4.5.22'),
    at(PATHS.runtime, 4),
    at(PATHS.lifetime),
    at(PATHS.inputQuality),
    at('2:4.6.25'),
    at('2:4.6.27'),
    at('2:4.7.25'),
    at('2:4.7.26'),
    at('2:4.7.27'),
    at(PATHS.realShare),
    at(PATHS.apparentShare),
    at('3:17'),
    at('3:26', 4),
    at('2:4.F.69', 4),
    at(PATHS.panelCommand),
    at(PATHS.outletCommand, 4),
    at('2:4.3E.84', 4),
    at(PATHS.mainGroup, 4),
    ...groups(outlets),
  ];
  const challenge = [at(PATHS.masterPassword, 4), at(PATHS.slavePassword, 4), at(PATHS.authenticationStatus)];
  return {
    series: 0x03fa,
    width,
    count,
    dataPage,
    livePage: WIDE_LIVE,
    places: [
      ...padded(settings, (WIDE_LIVE - dataPage) * width, 0x01),
      ...padded(live, WIDE_PASSWORD - WIDE_LIVE * width, 0x21),
      ...padded(challenge, count * width - WIDE_PASSWORD, 0x41),
    ],
  };
}
