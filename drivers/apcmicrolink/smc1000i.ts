/**
 * The fixed page table of the SMC1000I (series 0x03ed, pages of 16 bytes), for units whose descriptor is missing or
 * cannot be read, and for what NUT has no path for. Source: klaasdc, "Protocol exploration" (2019) and
 * apcups-serial-test.
 */
import type { Usage } from './descriptor.ts';
import { PATHS, type Row } from './table.ts';

/** What page 0 of these units says. */
export const SMC1000I = { series: 0x03ed, width: 16 } as const;

/** Paths of our own, for places without a known one. */
export const PLACES = {
  lifetime: 'SMC1000I:battery.lifetime',
  /** Bit 0: the beeper is enabled; bit 1: disabled. Other bits are other settings of the panel. */
  beeper: 'SMC1000I:beeper',
  /** Bit 1: it sounds; bit 2: it is muted. */
  panelStatus: 'SMC1000I:panel.status',
  sensitivity: 'SMC1000I:sensitivity',
  powerError: 'SMC1000I:error.power',
  generalError: 'SMC1000I:error.general',
  batteryError: 'SMC1000I:error.battery',
} as const;

/** Page, byte in its data, number of bytes, path. */
const TABLE: readonly (readonly [number, number, number, string])[] = [
  [0x40, 0, 14, PATHS.serial],
  [0x40, 14, 2, '2:4.9.19'],
  [0x41, 0, 32, '2:4.9.44'],
  [0x43, 0, 20, '2:4.9.42'],
  [0x45, 0, 32, '3:4A'],
  [0x47, 0, 2, '2:4.5.48'],
  [0x47, 2, 2, PLACES.lifetime],
  [0x48, 0, 16, '2:4.5.42'],
  [0x49, 0, 16, '2:4.82'],
  [0x4a, 4, 2, '2:4.5.18'],
  [0x4a, 6, 2, '2:4.5.19'],
  [0x4a, 8, 2, PATHS.lowRuntime],
  [0x4a, 10, 2, '2:4.7.D'],
  [0x4a, 12, 2, '2:4.7.E'],
  [0x4a, 14, 2, PLACES.sensitivity],
  [0x4b, 0, 2, PATHS.nominalApparent],
  [0x4b, 2, 2, PATHS.nominalReal],
  [0x4b, 4, 2, '2:4.7.2C'],
  [0x4c, 0, 2, '2:4.3E.B9'],
  [0x4c, 2, 2, '2:4.3E.B8'],
  [0x4c, 4, 4, '2:4.3E.B7'],
  [0x4c, 8, 2, '2:4.3E.30'],
  [0x4d, 0, 16, '2:4.3E.82'],
  [0x4e, 0, 2, PLACES.beeper],
  [0x6c, 6, 2, PATHS.lifetime],
  [0x6d, 0, 2, '2:4.5.21'],
  [0x6d, 2, 2, '2:4.5.20'],
  [0x6d, 4, 2, PATHS.batteryTestCommand],
  [0x6d, 6, 2, PATHS.batteryTest],
  [0x6d, 8, 2, PATHS.calibrationCommand],
  [0x6d, 10, 2, PATHS.calibration],
  [0x6d, 14, 2, PATHS.runtime],
  [0x6f, 0, 2, '2:4.5.22'],
  [0x6f, 2, 2, PATHS.panelCommand],
  [0x6f, 4, 2, PLACES.panelStatus],
  [0x6f, 6, 2, '2:4.7.25'],
  [0x6f, 8, 2, '2:4.7.26'],
  [0x6f, 10, 2, '2:4.7.27'],
  [0x6f, 12, 2, PATHS.apparentShare],
  [0x6f, 14, 2, PATHS.realShare],
  [0x70, 2, 2, PATHS.inputQuality],
  [0x70, 4, 2, '2:4.6.25'],
  [0x70, 6, 2, '2:4.6.27'],
  [0x70, 10, 2, PLACES.powerError],
  [0x70, 12, 2, PLACES.generalError],
  [0x70, 14, 2, PLACES.batteryError],
  [0x71, 8, 2, PATHS.outletCommand],
  [0x72, 0, 2, PATHS.mainGroup],
  [0x76, 8, 2, PATHS.status],
  [0x76, 10, 2, '2:B'],
  [0x7e, 8, 4, PATHS.masterPassword],
  [0x7e, 12, 4, PATHS.slavePassword],
  [0x7f, 14, 2, PATHS.authenticationStatus],
];

/** The table as the descriptor would have it. */
export const SMC1000I_USAGES: readonly Usage[] = TABLE.map(([page, offset, size, path]) => ({
  path,
  at: page * SMC1000I.width + offset,
  size,
}));

/** Rows for the places that have no known path. */
export const SMC1000I_ROWS: readonly Row[] = [
  // In days; 1830 is five years.
  { path: PLACES.lifetime, name: 'experimental.battery.lifetime', coding: { is: 'number' } },
  {
    path: PLACES.sensitivity,
    name: 'input.sensitivity',
    coding: { is: 'choice', of: { 1: 'high', 2: 'medium', 4: 'low' } },
    writable: true,
  },
  {
    path: PLACES.powerError,
    name: 'experimental.ups.error.power',
    coding: {
      is: 'flags',
      none: 'None',
      of: {
        0: 'OutputOverload',
        1: 'OutputShortCircuit',
        2: 'OutputOvervoltage',
        3: 'TransformerDCImbalance',
        4: 'Overtemperature',
        5: 'Backfeed',
        6: 'AVRRelayFault',
        7: 'PFCInputRelayFault',
        8: 'OutputRelayFault',
        9: 'BypassRelayFault',
        10: 'FanFault',
        11: 'PFCFault',
        12: 'DCBusOvervoltage',
        13: 'InverterFault',
      },
    },
  },
  {
    path: PLACES.generalError,
    name: 'experimental.ups.error.general',
    coding: {
      is: 'flags',
      none: 'None',
      of: {
        0: 'SiteWiringFault',
        1: 'EEPROMError',
        2: 'ADConverterError',
        3: 'LogicPowerSupplyFault',
        4: 'InternalCommunicationFault',
        5: 'PanelButtonFault',
        7: 'EmergencyPowerOff',
      },
    },
  },
  {
    path: PLACES.batteryError,
    name: 'experimental.battery.error',
    coding: {
      is: 'flags',
      none: 'None',
      of: {
        0: 'Disconnected',
        1: 'Overvoltage',
        2: 'NeedsReplacement',
        3: 'Overtemperature',
        4: 'ChargerFault',
        5: 'TemperatureSensorFault',
        6: 'BusSoftStartFault',
        7: 'HighTemperature',
        8: 'GeneralError',
        9: 'CommunicationError',
      },
    },
  },
];
