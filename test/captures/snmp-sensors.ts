/**
 * What LibreNMS reads from RFC 1628, and under which of our names it stands. LibreNMS keeps minutes where we have
 * seconds; a line's value stands under one of two names, depending on how many lines there are.
 */

/** One object of the MIB as LibreNMS shows it. */
export interface SensorRule {
  /** Below 1.3.6.1.2.1.33.1: an instance, or a column. */
  readonly object: string;
  /** Names for each line; the first is that of a single line. Scalars have one. */
  readonly names: readonly string[];
  /** LibreNMS's number from ours, where it counts otherwise. */
  readonly convert?: (ours: number) => number;
}

type Domain = 'input' | 'output' | 'input.bypass';

function line(
  object: string,
  single: string,
  domain: Domain,
  quantity: 'frequency' | 'current' | 'realpower' | 'power.percent',
): SensorRule {
  return {
    object,
    names: [single, `${domain}.L1.${quantity}`, `${domain}.L2.${quantity}`, `${domain}.L3.${quantity}`],
  };
}

function volts(object: string, domain: Domain): SensorRule {
  return {
    object,
    names: [`${domain}.voltage`, `${domain}.L1-N.voltage`, `${domain}.L2-N.voltage`, `${domain}.L3-N.voltage`],
  };
}

/** Numbers of ours that LibreNMS shows as numbers. */
export const NUMBERS: readonly SensorRule[] = [
  { object: '2.2.0', names: ['experimental.battery.elapsed'], convert: (seconds) => seconds / 60 },
  { object: '2.3.0', names: ['battery.runtime'], convert: (seconds) => seconds / 60 },
  { object: '2.4.0', names: ['battery.charge'] },
  { object: '2.5.0', names: ['battery.voltage'] },
  { object: '2.6.0', names: ['battery.current'] },
  { object: '2.7.0', names: ['battery.temperature'] },
  line('3.3.1.2', 'input.frequency', 'input', 'frequency'),
  volts('3.3.1.3', 'input'),
  line('3.3.1.4', 'input.current', 'input', 'current'),
  line('3.3.1.5', 'input.realpower', 'input', 'realpower'),
  { object: '4.2.0', names: ['output.frequency'] },
  volts('4.4.1.2', 'output'),
  line('4.4.1.3', 'output.current', 'output', 'current'),
  line('4.4.1.4', 'output.realpower', 'output', 'realpower'),
  line('4.4.1.5', 'ups.load', 'output', 'power.percent'),
  { object: '5.1.0', names: ['input.bypass.frequency'] },
  volts('5.3.1.2', 'input.bypass'),
  line('5.3.1.3', 'input.bypass.current', 'input.bypass', 'current'),
  line('5.3.1.4', 'input.bypass.realpower', 'input.bypass', 'realpower'),
];

/** Words of `ups.status` that an enumeration of LibreNMS stands for: those that must be there, and those that must not. */
export const STATES: Readonly<
  Record<string, Readonly<Record<number, { readonly are: readonly string[]; readonly not: readonly string[] }>>>
> = {
  '2.1.0': {
    1: { are: [], not: ['LB'] },
    2: { are: [], not: ['LB'] },
    3: { are: ['LB'], not: [] },
    4: { are: ['LB'], not: [] },
  },
  '4.1.0': {
    1: { are: [], not: ['OL'] },
    2: { are: ['OFF'], not: [] },
    3: { are: ['OL'], not: ['OB', 'BYPASS', 'BOOST', 'TRIM'] },
    4: { are: ['OL', 'BYPASS'], not: ['OB'] },
    5: { are: ['OB'], not: ['OL'] },
    6: { are: ['OL', 'BOOST'], not: ['OB'] },
    7: { are: ['OL', 'TRIM'], not: ['OB'] },
  },
};

/** upsTestResultsSummary in NUT's words. */
export const TEST_RESULTS: Readonly<Record<number, string>> = {
  1: 'done and passed',
  2: 'done and warning',
  3: 'done and error',
  4: 'aborted',
  5: 'in progress',
  6: 'no test initiated',
};
