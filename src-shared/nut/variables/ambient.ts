import type { VariableInfo } from '../types.ts';
import { prefixed } from '../prefixed.ts';
import { COUNT, SHARE, SWITCH, TEMPERATURE, TEXT } from './quantities.ts';

/** What one sensor tells; the keys follow `ambient.` or `ambient.n.`. */
const SENSOR = {
  name: { ...TEXT, label: 'Sensor name', description: 'What the sensor is called.' },
  id: { ...TEXT, label: 'Sensor identifier', description: 'Tells this sensor from others.' },
  address: { ...TEXT, label: 'Sensor address', description: 'Where the sensor sits on its bus.' },
  'parent.serial': {
    ...TEXT,
    label: 'Sensor parent',
    description: 'Serial number of the device that the sensor is connected to.',
  },
  mfr: { ...TEXT, label: 'Sensor maker', description: 'Who made the sensor.' },
  model: { ...TEXT, label: 'Sensor model', description: 'What the maker calls the sensor.' },
  firmware: { ...TEXT, label: 'Sensor firmware', description: 'The version of the program in the sensor.' },
  present: { ...SWITCH, label: 'Sensor present', description: 'Whether the sensor is connected.' },
  temperature: { ...TEMPERATURE, label: 'Sensor temperature', description: 'Temperature at the sensor.' },
  'temperature.alarm': {
    ...SWITCH,
    label: 'Sensor temperature alarm',
    description: 'Whether the temperature may raise an alarm.',
  },
  'temperature.status': {
    ...TEXT,
    label: 'Sensor temperature state',
    description: 'How the temperature stands to its limits.',
  },
  'temperature.high': {
    ...TEMPERATURE,
    label: 'Sensor high temperature',
    description: 'Temperature that counts as too warm.',
  },
  'temperature.high.warning': {
    ...TEMPERATURE,
    label: 'Sensor high temperature warning',
    description: 'Temperature above which the device warns.',
  },
  'temperature.high.critical': {
    ...TEMPERATURE,
    label: 'Sensor high temperature limit',
    description: 'Temperature above which the device calls it critical.',
  },
  'temperature.low': {
    ...TEMPERATURE,
    label: 'Sensor low temperature',
    description: 'Temperature that counts as too cold.',
  },
  'temperature.low.warning': {
    ...TEMPERATURE,
    label: 'Sensor low temperature warning',
    description: 'Temperature below which the device warns.',
  },
  'temperature.low.critical': {
    ...TEMPERATURE,
    label: 'Sensor low temperature limit',
    description: 'Temperature below which the device calls it critical.',
  },
  'temperature.maximum': {
    ...TEMPERATURE,
    label: 'Sensor highest temperature',
    description: 'Highest temperature seen.',
  },
  'temperature.minimum': {
    ...TEMPERATURE,
    label: 'Sensor lowest temperature',
    description: 'Lowest temperature seen.',
  },
  humidity: { ...SHARE, label: 'Sensor humidity', description: 'Relative humidity at the sensor.' },
  'humidity.alarm': {
    ...SWITCH,
    label: 'Sensor humidity alarm',
    description: 'Whether the humidity may raise an alarm.',
  },
  'humidity.status': {
    ...TEXT,
    label: 'Sensor humidity state',
    description: 'How the humidity stands to its limits.',
  },
  'humidity.high': { ...SHARE, label: 'Sensor high humidity', description: 'Humidity that counts as too damp.' },
  'humidity.high.warning': {
    ...SHARE,
    label: 'Sensor high humidity warning',
    description: 'Humidity above which the device warns.',
  },
  'humidity.high.critical': {
    ...SHARE,
    label: 'Sensor high humidity limit',
    description: 'Humidity above which the device calls it critical.',
  },
  'humidity.low': { ...SHARE, label: 'Sensor low humidity', description: 'Humidity that counts as too dry.' },
  'humidity.low.warning': {
    ...SHARE,
    label: 'Sensor low humidity warning',
    description: 'Humidity below which the device warns.',
  },
  'humidity.low.critical': {
    ...SHARE,
    label: 'Sensor low humidity limit',
    description: 'Humidity below which the device calls it critical.',
  },
  'humidity.maximum': { ...SHARE, label: 'Sensor highest humidity', description: 'Highest humidity seen.' },
  'humidity.minimum': { ...SHARE, label: 'Sensor lowest humidity', description: 'Lowest humidity seen.' },
  'contacts.n.status': {
    ...TEXT,
    label: 'Sensor contact state',
    description: 'Whether the contact is open or closed, or active or inactive.',
  },
  'contacts.n.config': {
    ...TEXT,
    label: 'Sensor contact kind',
    description: 'Whether the contact is open or closed at rest.',
  },
  'contacts.n.name': { ...TEXT, label: 'Sensor contact name', description: 'What the contact is called.' },
} as const satisfies Record<string, VariableInfo>;

const same = (info: VariableInfo): VariableInfo => info;

/** The surroundings of the device: of the sensor that has no number, and of numbered ones. */
export const AMBIENT = {
  ...prefixed('ambient', SENSOR, same),
  ...prefixed('ambient.n', SENSOR, same),
  'ambient.count': { ...COUNT, label: 'Sensors', description: 'How many sensors there are.' },
} as const satisfies Record<string, VariableInfo>;
