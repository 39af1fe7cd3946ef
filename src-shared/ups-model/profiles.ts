import type { UpsProfile } from './types.ts';

/** What most people have under the desk: line-interactive, 230 V, 850 VA / 510 W, one 12 V 9 Ah block. */
export const DEFAULT_PROFILE: UpsProfile = {
  manufacturer: 'Mainstay',
  model: 'Home 850',
  serial: 'SIM0000850',
  firmware: '1.08',
  topology: 'line-interactive',
  nominalVoltage: 230,
  nominalFrequency: 50,
  nominalPower: 850,
  nominalRealPower: 510,
  nominalBatteryVoltage: 12,
  batteryCapacity: 9,
  batteryBlocks: 1,
  lowTransfer: 170,
  highTransfer: 280,
  lowCharge: 20,
  lowRuntime: 120,
  phases: 1,
  outlets: 2,
};

/** Profiles by name, for the command line and the demo. */
export const PROFILES = {
  'home-standby': {
    ...DEFAULT_PROFILE,
    model: 'Home 500',
    serial: 'SIM0000500',
    topology: 'standby',
    nominalPower: 500,
    nominalRealPower: 300,
    batteryCapacity: 7,
    lowTransfer: 180,
    highTransfer: 264,
    outlets: 0,
  },
  'home-line-interactive': DEFAULT_PROFILE,
  'online-rack': {
    ...DEFAULT_PROFILE,
    model: 'Rack 3000',
    serial: 'SIM0003000',
    topology: 'online',
    nominalPower: 3000,
    nominalRealPower: 2700,
    nominalBatteryVoltage: 72,
    batteryBlocks: 6,
    lowTransfer: 160,
    highTransfer: 280,
    lowRuntime: 90,
  },
  'three-phase': {
    ...DEFAULT_PROFILE,
    model: 'Tower 20k',
    serial: 'SIM0020000',
    topology: 'online',
    nominalPower: 20_000,
    nominalRealPower: 18_000,
    nominalBatteryVoltage: 240,
    batteryCapacity: 26,
    batteryBlocks: 20,
    lowTransfer: 176,
    highTransfer: 276,
    lowRuntime: 180,
    phases: 3,
    outlets: 0,
  },
} as const satisfies Record<string, UpsProfile>;

/** The name of a built-in profile. */
export type ProfileName = keyof typeof PROFILES;
