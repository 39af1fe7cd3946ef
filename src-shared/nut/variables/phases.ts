import type { VariableInfo } from '../types.ts';
import { prefixed } from '../prefixed.ts';
import {
  AC_CURRENT,
  AC_VOLTAGE,
  APPARENT_POWER,
  CREST_FACTOR,
  FREQUENCY,
  LOAD_SHARE,
  POWER_FACTOR,
  REAL_POWER,
  TEXT,
} from './quantities.ts';

/**
 * What can be measured at any input or output, whole or for one phase (docs/nut-names.txt, "Valid SPECs", and the
 * nominal current and the frequency of a phase, which devices report too). `label` follows the domain's noun;
 * `{place}` in a description is where it is measured.
 */
const SPECS = {
  alarm: { ...TEXT, label: 'alarms', description: 'What the device complains about at {place}.' },
  current: { ...AC_CURRENT, label: 'current', description: 'Current at {place}.' },
  'current.nominal': { ...AC_CURRENT, label: 'rated current', description: 'Current that {place} is built for.' },
  'current.maximum': { ...AC_CURRENT, label: 'highest current', description: 'Highest current seen at {place}.' },
  'current.minimum': { ...AC_CURRENT, label: 'lowest current', description: 'Lowest current seen at {place}.' },
  'current.peak': { ...AC_CURRENT, label: 'peak current', description: 'Peak of the current at {place}.' },
  'current.status': {
    ...TEXT,
    label: 'current state',
    description: 'How the current at {place} stands to its limits.',
  },
  'current.low.warning': {
    ...AC_CURRENT,
    label: 'low current warning',
    description: 'Current at {place} below which the device warns.',
  },
  'current.low.critical': {
    ...AC_CURRENT,
    label: 'low current limit',
    description: 'Current at {place} below which the device calls it critical.',
  },
  'current.high.warning': {
    ...AC_CURRENT,
    label: 'high current warning',
    description: 'Current at {place} above which the device warns.',
  },
  'current.high.critical': {
    ...AC_CURRENT,
    label: 'high current limit',
    description: 'Current at {place} above which the device calls it critical.',
  },
  voltage: { ...AC_VOLTAGE, label: 'voltage', description: 'Voltage at {place}.' },
  'voltage.nominal': { ...AC_VOLTAGE, label: 'rated voltage', description: 'Voltage that {place} is meant to have.' },
  'voltage.maximum': { ...AC_VOLTAGE, label: 'highest voltage', description: 'Highest voltage seen at {place}.' },
  'voltage.minimum': { ...AC_VOLTAGE, label: 'lowest voltage', description: 'Lowest voltage seen at {place}.' },
  'voltage.status': {
    ...TEXT,
    label: 'voltage state',
    description: 'How the voltage at {place} stands to its limits.',
  },
  'voltage.low.warning': {
    ...AC_VOLTAGE,
    label: 'low voltage warning',
    description: 'Voltage at {place} below which the device warns.',
  },
  'voltage.low.critical': {
    ...AC_VOLTAGE,
    label: 'low voltage limit',
    description: 'Voltage at {place} below which the device calls it critical.',
  },
  'voltage.high.warning': {
    ...AC_VOLTAGE,
    label: 'high voltage warning',
    description: 'Voltage at {place} above which the device warns.',
  },
  'voltage.high.critical': {
    ...AC_VOLTAGE,
    label: 'high voltage limit',
    description: 'Voltage at {place} above which the device calls it critical.',
  },
  frequency: { ...FREQUENCY, label: 'frequency', description: 'Frequency at {place}.' },
  'frequency.nominal': {
    ...FREQUENCY,
    label: 'rated frequency',
    description: 'Frequency that {place} is meant to have.',
  },
  power: { ...APPARENT_POWER, label: 'apparent power', description: 'Apparent power at {place}.' },
  'power.nominal': {
    ...APPARENT_POWER,
    label: 'rated apparent power',
    description: 'Apparent power that {place} is built for.',
  },
  'power.maximum': {
    ...APPARENT_POWER,
    label: 'highest apparent power',
    description: 'Highest apparent power seen at {place}.',
  },
  'power.minimum': {
    ...APPARENT_POWER,
    label: 'lowest apparent power',
    description: 'Lowest apparent power seen at {place}.',
  },
  'power.percent': {
    ...LOAD_SHARE,
    label: 'apparent power share',
    description: 'How much of the rated apparent power is in use at {place}.',
  },
  'power.maximum.percent': {
    ...LOAD_SHARE,
    label: 'highest apparent power share',
    description: 'Highest share of the rated apparent power seen at {place}.',
  },
  'power.minimum.percent': {
    ...LOAD_SHARE,
    label: 'lowest apparent power share',
    description: 'Lowest share of the rated apparent power seen at {place}.',
  },
  realpower: { ...REAL_POWER, label: 'power', description: 'Real power at {place}.' },
  'realpower.nominal': { ...REAL_POWER, label: 'rated power', description: 'Real power that {place} is built for.' },
  powerfactor: { ...POWER_FACTOR, label: 'power factor', description: 'Real by apparent power at {place}.' },
  crestfactor: { ...CREST_FACTOR, label: 'crest factor', description: 'How spiky the current is at {place}.' },
  load: { ...LOAD_SHARE, label: 'load', description: 'How much of what {place} can carry is in use.' },
} as const satisfies Record<string, VariableInfo>;

type Spec = keyof typeof SPECS;

/** The rows of a domain: each measurement for the whole and for a phase. */
type Measured<Domain extends string> = Readonly<Record<`${Domain}.${Spec}`, VariableInfo>> &
  Readonly<Record<`${Domain}.{context}.${Spec}`, VariableInfo>>;

/**
 * The measurements of one input or output.
 *
 * @param domain the beginning of the names, such as `input.bypass`
 * @param noun what begins the labels, such as "Bypass input"
 */
export function measured<Domain extends string>(domain: Domain, noun: string): Measured<Domain> {
  const about =
    (place: string) =>
    (info: VariableInfo): VariableInfo => ({
      ...info,
      label: `${noun} ${info.label}`,
      description: info.description.replace('{place}', place),
    });
  const whole = `the ${noun.toLowerCase()}`;
  return {
    ...prefixed(domain, SPECS, about(whole)),
    ...prefixed(`${domain}.{context}`, SPECS, about(`one phase of ${whole}`)),
  };
}
