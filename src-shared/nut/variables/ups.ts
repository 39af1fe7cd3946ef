import type { VariableInfo } from '../types.ts';
import {
  APPARENT_POWER,
  COUNTDOWN,
  DATE,
  LOAD_SHARE,
  REAL_POWER,
  SET_DURATION,
  SHARE,
  SWITCH,
  TEMPERATURE,
  TEXT,
} from './quantities.ts';
import { BEEPER, PANEL_LANGUAGE, TEST_RESULT, TOPOLOGY } from './words.ts';

/** The UPS as a whole. */
export const UPS = {
  'ups.status': { type: 'status', label: 'Status', description: 'What the UPS is doing, as status words.' },
  'ups.alarm': { ...TEXT, label: 'Alarms', description: 'What the UPS complains about, in its own words.' },
  'ups.time': { ...TEXT, label: 'UPS clock', description: "The time on the UPS's own clock." },
  'ups.date': { ...DATE, label: 'UPS calendar', description: "The date on the UPS's own clock." },
  'ups.model': { ...TEXT, label: 'UPS model', description: 'The model that the UPS names.' },
  'ups.mfr': { ...TEXT, label: 'UPS maker', description: 'The maker that the UPS names.' },
  'ups.mfr.date': { ...DATE, label: 'UPS built on', description: 'When the UPS was made.' },
  'ups.serial': { ...TEXT, label: 'UPS serial number', description: 'The serial number that the UPS names.' },
  'ups.vendorid': { ...TEXT, label: 'USB vendor', description: "The maker's USB number, hexadecimal." },
  'ups.productid': { ...TEXT, label: 'USB product', description: "The product's USB number, hexadecimal." },
  'ups.firmware': { ...TEXT, label: 'Firmware', description: 'The version of the program inside the UPS.' },
  'ups.firmware.aux': {
    ...TEXT,
    label: 'Second firmware',
    description: 'The version of the program of a second processor or card.',
  },
  'ups.temperature': { ...TEMPERATURE, label: 'UPS temperature', description: 'How warm the UPS is inside.' },
  'ups.load': { ...LOAD_SHARE, label: 'Load', description: 'How much of what the UPS can carry is in use.' },
  'ups.load.high': {
    ...LOAD_SHARE,
    label: 'Overload limit',
    description: 'The load from which the UPS says that it is overloaded.',
  },
  'ups.id': { ...TEXT, label: 'UPS name', description: 'A name stored in the UPS.' },
  'ups.delay.start': {
    ...SET_DURATION,
    label: 'Start delay',
    description: 'How long the UPS waits before it powers the load again.',
  },
  'ups.delay.reboot': {
    ...SET_DURATION,
    label: 'Reboot delay',
    description: 'How long the UPS waits before a reboot.',
  },
  'ups.delay.shutdown': {
    ...SET_DURATION,
    label: 'Shutdown delay',
    description: 'How long the UPS waits before it cuts the load after being told to.',
  },
  'ups.timer.start': { ...COUNTDOWN, label: 'Time to start', description: 'When the load will be powered again.' },
  'ups.timer.reboot': { ...COUNTDOWN, label: 'Time to reboot', description: 'When the load will be power-cycled.' },
  'ups.timer.shutdown': { ...COUNTDOWN, label: 'Time to shutdown', description: 'When the load will lose power.' },
  'ups.test.interval': {
    ...SET_DURATION,
    label: 'Self-test interval',
    description: 'How often the UPS tests itself.',
  },
  'ups.test.result': {
    ...TEXT,
    words: TEST_RESULT,
    label: 'Self-test result',
    description: 'How the last self-test ended.',
  },
  'ups.test.date': { ...DATE, label: 'Last self-test', description: 'When the UPS last tested itself.' },
  'ups.display.language': {
    ...TEXT,
    words: PANEL_LANGUAGE,
    label: 'Panel language',
    description: "The language of the UPS's own display.",
  },
  'ups.contacts': { ...TEXT, label: 'Contact inputs', description: 'State of the contacts wired to the UPS.' },
  'ups.efficiency': { ...SHARE, label: 'Efficiency', description: 'How much of what goes in comes out.' },
  'ups.power': { ...APPARENT_POWER, label: 'Apparent power', description: 'Apparent power that the load draws.' },
  'ups.power.nominal': {
    ...APPARENT_POWER,
    label: 'Rated apparent power',
    description: 'Apparent power that the UPS is built for.',
  },
  'ups.realpower': { ...REAL_POWER, label: 'Power', description: 'Real power that the load draws.' },
  'ups.realpower.nominal': {
    ...REAL_POWER,
    label: 'Rated power',
    description: 'Real power that the UPS is built for.',
  },
  'ups.beeper.status': {
    ...TEXT,
    words: BEEPER,
    label: 'Beeper',
    description: 'Whether the beeper is enabled, disabled or muted.',
  },
  'ups.type': { ...TEXT, words: TOPOLOGY, label: 'UPS kind', description: 'How the UPS is built.' },
  'ups.mode': {
    ...TEXT,
    label: 'UPS mode',
    description: 'Whether the inverter always feeds the load, only stands by, or is bypassed.',
  },
  'ups.watchdog.status': {
    ...SWITCH,
    label: 'Watchdog',
    description: 'Whether the UPS power-cycles a computer that stops talking to it.',
  },
  'ups.start.auto': {
    ...SWITCH,
    label: 'Start with mains',
    description: 'Whether the UPS starts by itself when mains returns.',
  },
  'ups.start.battery': {
    ...SWITCH,
    label: 'Start on battery',
    description: 'Whether the UPS may be started without mains.',
  },
  'ups.start.reboot': {
    ...SWITCH,
    label: 'Reboot on battery',
    description: 'Whether the UPS starts again from battery after a reboot.',
  },
  'ups.shutdown': { ...SWITCH, label: 'Shutdown allowed', description: 'Whether the UPS may be told to cut the load.' },
  'experimental.ups.mode.buzzwords': {
    ...TEXT,
    label: "Maker's mode names",
    description: "The mode in the maker's own terms, such as an economy mode.",
  },

  'ups.{context}.load': {
    ...LOAD_SHARE,
    label: 'Load',
    description: 'How much of what this phase can carry is in use.',
  },
  'ups.{context}.power': {
    ...APPARENT_POWER,
    label: 'Apparent power',
    description: 'Apparent power that the load draws from this phase.',
  },
  'ups.{context}.realpower': {
    ...REAL_POWER,
    label: 'Power',
    description: 'Real power that the load draws from this phase.',
  },
} as const satisfies Record<string, VariableInfo>;
