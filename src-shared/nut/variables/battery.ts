import type { VariableInfo } from '../types.ts';
import {
  BATTERY_CURRENT,
  BATTERY_VOLTAGE,
  CAPACITY,
  COUNT,
  DATE,
  DURATION,
  LOAD_SHARE,
  REAL_POWER,
  SET_DURATION,
  SHARE,
  SWITCH,
  TEMPERATURE,
  TEXT,
} from './quantities.ts';
import { ALARM_FROM, CHARGER, CHEMISTRY } from './words.ts';

/** The battery and its charger. */
export const BATTERY = {
  'battery.charge': { ...SHARE, label: 'Battery charge', description: 'How full the battery is.' },
  'battery.charge.approx': {
    ...TEXT,
    label: 'Battery charge, roughly',
    description: 'How full the battery is, where the UPS only knows it roughly.',
  },
  'battery.charge.low': {
    ...SHARE,
    label: 'Low battery charge',
    description: 'The charge at which the UPS says that its battery is low.',
  },
  'battery.charge.restart': {
    ...SHARE,
    label: 'Charge to start again',
    description: 'The charge that the battery must reach before the UPS powers the load again.',
  },
  'battery.charge.warning': {
    ...SHARE,
    label: 'Warning charge',
    description: 'The charge at which the UPS begins to warn.',
  },
  'battery.charger.status': {
    ...TEXT,
    words: CHARGER,
    label: 'Charger',
    description: 'Whether the battery is charging, discharging, floating or resting.',
  },
  'battery.charger.type': { ...TEXT, label: 'Charger type', description: 'How the charger works.' },
  'battery.voltage': { ...BATTERY_VOLTAGE, label: 'Battery voltage', description: 'Voltage of the battery.' },
  'battery.voltage.cell.max': {
    ...BATTERY_VOLTAGE,
    label: 'Highest cell voltage',
    description: 'Highest voltage among the lithium cells.',
  },
  'battery.voltage.cell.min': {
    ...BATTERY_VOLTAGE,
    label: 'Lowest cell voltage',
    description: 'Lowest voltage among the lithium cells.',
  },
  'battery.voltage.nominal': {
    ...BATTERY_VOLTAGE,
    label: 'Rated battery voltage',
    description: 'Voltage that the battery is built for.',
  },
  'battery.voltage.low': {
    ...BATTERY_VOLTAGE,
    label: 'Empty battery voltage',
    description: 'Battery voltage at which the UPS gives up.',
  },
  'battery.voltage.high': {
    ...BATTERY_VOLTAGE,
    label: 'Full battery voltage',
    description: 'Battery voltage that stands for a full battery.',
  },
  'battery.capacity': { ...CAPACITY, label: 'Battery capacity', description: 'How much the battery holds.' },
  'battery.capacity.nominal': {
    ...CAPACITY,
    label: 'Rated battery capacity',
    description: 'How much the battery is built to hold.',
  },
  'battery.current': {
    ...BATTERY_CURRENT,
    label: 'Battery current',
    description: 'Current into or out of the battery.',
  },
  'battery.current.total': {
    ...BATTERY_CURRENT,
    label: 'Total battery current',
    description: 'Current of all batteries together.',
  },
  'battery.status': { ...TEXT, label: 'Battery health', description: 'How the UPS judges its battery.' },
  'battery.temperature': {
    ...TEMPERATURE,
    label: 'Battery temperature',
    description: 'How warm the battery is.',
  },
  'battery.temperature.cell.max': {
    ...TEMPERATURE,
    label: 'Highest cell temperature',
    description: 'Temperature of the warmest lithium cell.',
  },
  'battery.temperature.cell.min': {
    ...TEMPERATURE,
    label: 'Lowest cell temperature',
    description: 'Temperature of the coldest lithium cell.',
  },
  'battery.runtime': {
    ...DURATION,
    label: 'Runtime left',
    description: 'How long the battery would carry the load as it is now.',
  },
  'battery.runtime.low': {
    ...SET_DURATION,
    label: 'Low runtime',
    description: 'The runtime at which the UPS says that its battery is low.',
  },
  'battery.runtime.restart': {
    ...SET_DURATION,
    label: 'Runtime to start again',
    description: 'The runtime that the battery must reach before the UPS powers the load again.',
  },
  'battery.alarm.threshold': {
    ...TEXT,
    words: ALARM_FROM,
    label: 'Battery alarm',
    description: 'When the UPS begins to sound its alarm on battery.',
  },
  'battery.date': { ...DATE, label: 'Battery installed', description: 'When the battery was put in.' },
  'battery.date.maintenance': {
    ...DATE,
    label: 'Battery due',
    description: 'When the battery is due for replacement or maintenance.',
  },
  'battery.mfr.date': { ...DATE, label: 'Battery built on', description: 'When the battery was made.' },
  'battery.packs': { ...COUNT, label: 'Battery packs', description: 'How many battery packs are inside.' },
  'battery.packs.bad': { ...COUNT, label: 'Bad battery packs', description: 'How many battery packs are bad.' },
  'battery.packs.external': {
    ...COUNT,
    label: 'External battery packs',
    description: 'How many battery packs are connected outside.',
  },
  'battery.type': { ...TEXT, words: CHEMISTRY, label: 'Battery type', description: 'What the battery is made of.' },
  'battery.protection': {
    ...SWITCH,
    label: 'Deep discharge protection',
    description: 'Whether the UPS stops before the battery is harmed.',
  },
  'battery.energysave': {
    ...SWITCH,
    label: 'Battery saver',
    description: 'Whether the UPS turns off on battery when next to nothing is drawn.',
  },
  'battery.energysave.load': {
    ...LOAD_SHARE,
    label: 'Battery saver load',
    description: 'The load below which the battery saver turns the UPS off.',
  },
  'battery.energysave.realpower': {
    ...REAL_POWER,
    label: 'Battery saver power',
    description: 'The power below which the battery saver turns the UPS off.',
  },
  'battery.energysave.delay': {
    type: 'number',
    unit: 'min',
    min: 0,
    max: 65_534,
    label: 'Battery saver delay',
    description: 'How long the load must be low before the battery saver turns the UPS off.',
  },
} as const satisfies Record<string, VariableInfo>;
