/** Where we read a recorded agent otherwise than LibreNMS does, and why ours stays. Each has to be needed. */

/** One value that came out differently. */
export interface Difference {
  readonly recording: string;
  /** Below 1.3.6.1.2.1.33.1, without the line. */
  readonly object: string;
  /** 0 for a scalar. */
  readonly line: number;
  readonly theirs: number;
  /** Undefined where we report nothing. */
  readonly ours: number | string | undefined;
}

/** Why a difference is right as it is. */
export interface Reason {
  readonly accountsFor: (difference: Difference) => boolean;
  readonly why: string;
}

const FLOWS: ReadonlySet<string> = new Set(['3.3.1.4', '3.3.1.5', '4.4.1.3', '4.4.1.4']);
const VOLTAGES: ReadonlySet<string> = new Set(['3.3.1.3', '4.4.1.2', '5.3.1.2']);
const FREQUENCIES: ReadonlySet<string> = new Set(['3.3.1.2', '4.2.0', '5.1.0']);
/** Raw -1 in units of a tenth. */
const MINUS_ONE_TENTH = -0.1;

/** All of them. */
export const SNMP_DIFFERENCES: readonly Reason[] = [
  {
    accountsFor: ({ recording, line, theirs, ours }) =>
      recording.endsWith('netmanplus_204') &&
      line > 1 &&
      ours === undefined &&
      (theirs === 0 || theirs === MINUS_ONE_TENTH),
    why: 'A single-phase UPS behind an agent with three rows: the lines that show no voltage are not there.',
  },
  {
    accountsFor: ({ object, theirs, ours }) =>
      (object === '2.6.0' || object === '3.3.1.4') && theirs === MINUS_ONE_TENTH && ours === undefined,
    why: 'A raw -1 means "not measured": these agents send it for currents of unlike circuits at once.',
  },
  {
    accountsFor: ({ object, theirs, ours }) => FLOWS.has(object) && theirs === 0 && ours === undefined,
    why: 'A current or power of 0 on a line that carries a load is not measured; missing is not zero.',
  },
  {
    accountsFor: ({ object, theirs, ours }) => object === '2.7.0' && theirs === 0 && ours === undefined,
    why: 'A battery at exactly 0 °C is the answer of agents without a sensor.',
  },
  {
    accountsFor: ({ object, theirs, ours }) => object === '2.7.0' && theirs === -273 && ours === undefined,
    why: 'No battery is at absolute zero.',
  },
  {
    accountsFor: ({ object, theirs, ours }) => object === '2.3.0' && theirs === 4_294_967_295 && ours === undefined,
    why: 'The end of the range of 32 bits means "not known", not 8000 years.',
  },
  {
    accountsFor: ({ recording, object, theirs, ours }) =>
      recording.endsWith('deltaups_rfc1628string') && VOLTAGES.has(object) && ours === theirs / 10,
    why: 'This agent counts tenths of a Volt; LibreNMS shows 2300 V.',
  },
  {
    accountsFor: ({ recording, object, theirs, ours }) =>
      recording.endsWith('huaweiups_ups2000') && FREQUENCIES.has(object) && ours === theirs * 10,
    why: 'This agent counts tenths of a Hertz as the MIB says; LibreNMS takes them for hundredths and shows 5 Hz.',
  },
  {
    accountsFor: ({ recording, object, ours }) =>
      recording.includes('huaweiups') && object === '4.4.1.4' && ours === undefined,
    why: 'Huawei agents count kilowatts or tenths of them where the MIB says Watt; LibreNMS shows 1 W at 7.2 A.',
  },
];
