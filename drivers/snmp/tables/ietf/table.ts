/**
 * RFC 1628, the UPS-MIB: what all makers have in common. The revision of 2005 (Liebert) corrects only the conformance
 * clauses of 1994; stdupsv1.mib is the same in the older language. One table therefore serves all three.
 *
 * As rows of snmpsim (a recorded Riello NetMan 204, librenms tests/snmpsim/netmanplus_204.snmprec):
 *
 *     1.3.6.1.2.1.33.1.2.1.0|2|2          upsBatteryStatus: batteryNormal
 *     1.3.6.1.2.1.33.1.2.3.0|2|135        upsEstimatedMinutesRemaining: 8100 s
 *     1.3.6.1.2.1.33.1.2.5.0|2|2724       upsBatteryVoltage: 272.4 V
 *     1.3.6.1.2.1.33.1.3.3.1.3.2|2|235    upsInputVoltage of line 2: 235 V
 *     1.3.6.1.2.1.33.1.4.1.0|2|3          upsOutputSource: normal
 */
import type { VarName } from '../../../../src-shared/nut/index.ts';
import type { AlarmMeaning, LineColumn, OidRow, OidTable, Quirk } from '../../../kit/oid/oid.ts';
import { choice, frequency, number, text } from '../../../kit/oid/read.ts';
import { ietfCommands, ietfSettings } from './control.ts';
import { UPS } from './oids.ts';
import { ietfDoubts, ietfStatus } from './status.ts';
import { simulateIetf } from './simulator.ts';

const SYSTEM = '1.3.6.1.2.1.1';

/** Volt are whole and Ampere tenths in this MIB; -1 is what agents answer for a quantity that they do not measure. */
const volts = number(1, { min: 0, missing: [-1] });
const tenths = number(0.1, { min: 0, missing: [-1] });
const watts = number(1, { min: 0, missing: [-1] });
const percent = number(1, { min: 0, missing: [-1] });
/** Countdowns answer -1 while none runs (upsShutdownAfterDelay and its neighbours). */
const countdown = number(1, { min: -1 });

const TEST_RESULTS = {
  1: 'done and passed',
  2: 'done and warning',
  3: 'done and error',
  4: 'aborted',
  5: 'in progress',
  6: 'no test initiated',
};

const rows: readonly OidRow[] = [
  { oid: `${SYSTEM}.1.0`, name: 'device.description', depth: 'once', read: text },
  { oid: `${SYSTEM}.4.0`, name: 'device.contact', depth: 'full', read: text },
  { oid: `${SYSTEM}.6.0`, name: 'device.location', depth: 'full', read: text },

  { oid: UPS.manufacturer, name: 'ups.mfr', depth: 'once', read: text },
  { oid: UPS.model, name: 'ups.model', depth: 'once', read: text },
  { oid: UPS.firmware, name: 'ups.firmware', depth: 'once', read: text },
  { oid: UPS.agentFirmware, name: 'ups.firmware.aux', depth: 'once', read: text },
  { oid: UPS.name, name: 'ups.id', depth: 'full', read: text },
  { oid: UPS.attachedDevices, name: 'experimental.ups.attached', depth: 'full', read: text },

  { oid: UPS.secondsOnBattery, name: 'experimental.battery.elapsed', depth: 'quick', read: number(1, { min: 0 }) },
  { oid: UPS.minutesRemaining, name: 'battery.runtime', depth: 'quick', read: number(60, { min: 0, missing: [-1] }) },
  { oid: UPS.charge, name: 'battery.charge', depth: 'quick', read: number(1, { min: 0, max: 100, missing: [-1] }) },
  { oid: UPS.batteryVoltage, name: 'battery.voltage', depth: 'quick', read: tenths },
  { oid: UPS.batteryCurrent, name: 'battery.current', depth: 'full', read: number(0.1, { missing: [-1] }) },
  {
    oid: UPS.batteryTemperature,
    name: 'battery.temperature',
    depth: 'full',
    read: number(1, { min: -40, max: 150, missing: [-1] }),
  },

  { oid: UPS.inputLineBads, name: 'experimental.input.bads', depth: 'full', read: number(1, { min: 0 }) },
  { oid: UPS.outputFrequency, name: 'output.frequency', depth: 'full', read: frequency },
  { oid: UPS.bypassFrequency, name: 'input.bypass.frequency', depth: 'full', read: frequency },

  { oid: UPS.testResult, name: 'ups.test.result', depth: 'quick', read: choice(TEST_RESULTS) },
  { oid: UPS.testDetail, name: 'experimental.ups.test.detail', depth: 'full', read: text },

  { oid: UPS.shutdownAfterDelay, name: 'ups.timer.shutdown', depth: 'quick', read: countdown },
  { oid: UPS.startupAfterDelay, name: 'ups.timer.start', depth: 'full', read: countdown },
  { oid: UPS.rebootWithDuration, name: 'ups.timer.reboot', depth: 'full', read: countdown },
  { oid: UPS.autoRestart, name: 'ups.start.auto', depth: 'full', read: choice({ 1: 'yes', 2: 'no' }) },

  { oid: UPS.inputVoltageNominal, name: 'input.voltage.nominal', depth: 'full', read: number(1, { min: 1 }) },
  { oid: UPS.inputFrequencyNominal, name: 'input.frequency.nominal', depth: 'once', read: frequency },
  { oid: UPS.outputVoltageNominal, name: 'output.voltage.nominal', depth: 'full', read: number(1, { min: 1 }) },
  { oid: UPS.outputFrequencyNominal, name: 'output.frequency.nominal', depth: 'once', read: frequency },
  { oid: UPS.outputPowerNominal, name: 'output.power.nominal', depth: 'once', read: number(1, { min: 1 }) },
  { oid: UPS.outputRealPowerNominal, name: 'output.realpower.nominal', depth: 'once', read: number(1, { min: 1 }) },
  { oid: UPS.lowBatteryTime, name: 'battery.runtime.low', depth: 'full', read: number(60, { min: 0, missing: [-1] }) },
  {
    oid: UPS.audibleStatus,
    name: 'ups.beeper.status',
    depth: 'full',
    read: choice({ 1: 'disabled', 2: 'enabled', 3: 'muted' }),
  },
  { oid: UPS.transferLow, name: 'input.transfer.low', depth: 'full', read: number(1, { min: 1 }) },
  { oid: UPS.transferHigh, name: 'input.transfer.high', depth: 'full', read: number(1, { min: 1 }) },
];

type Domain = 'input' | 'output' | 'input.bypass';
type Quantity = 'frequency' | 'current' | 'realpower' | 'power.percent';

/** Voltages stand between a line and the neutral, everything else on a line (RFC 9271, contexts). */
function phased(domain: Domain, quantity: Quantity): readonly [VarName, VarName, VarName] {
  return [`${domain}.L1.${quantity}`, `${domain}.L2.${quantity}`, `${domain}.L3.${quantity}`];
}

function voltages(domain: Domain): readonly [VarName, VarName, VarName] {
  return [`${domain}.L1-N.voltage`, `${domain}.L2-N.voltage`, `${domain}.L3-N.voltage`];
}

const INPUT = `${UPS.root}.3.3.1`;
const OUTPUT = `${UPS.root}.4.4.1`;
const BYPASS = `${UPS.root}.5.3.1`;

function column(
  oid: string,
  single: VarName,
  names: readonly [VarName, VarName, VarName],
  depth: LineColumn['depth'],
  read: LineColumn['read'],
): LineColumn {
  return { oid, single, phased: names, depth, read };
}

function voltColumn(oid: string, single: VarName, domain: Domain, depth: LineColumn['depth']): LineColumn {
  return { ...column(oid, single, voltages(domain), depth, volts), volts: true };
}

const lines: OidTable['lines'] = [
  {
    count: UPS.inputLines,
    phases: 'input.phases',
    columns: [
      column(`${INPUT}.2`, 'input.frequency', phased('input', 'frequency'), 'full', frequency),
      // Quick, because a test on mains and an outage differ in nothing else.
      voltColumn(`${INPUT}.3`, 'input.voltage', 'input', 'quick'),
      column(`${INPUT}.4`, 'input.current', phased('input', 'current'), 'full', tenths),
      column(`${INPUT}.5`, 'input.realpower', phased('input', 'realpower'), 'full', watts),
    ],
  },
  {
    count: UPS.outputLines,
    phases: 'output.phases',
    columns: [
      voltColumn(`${OUTPUT}.2`, 'output.voltage', 'output', 'full'),
      column(`${OUTPUT}.3`, 'output.current', phased('output', 'current'), 'full', tenths),
      // As quick as the load: a percentage and the Watt beside it are of one moment.
      column(`${OUTPUT}.4`, 'output.realpower', phased('output', 'realpower'), 'quick', watts),
      column(`${OUTPUT}.5`, 'ups.load', phased('output', 'power.percent'), 'quick', percent),
    ],
  },
  {
    count: UPS.bypassLines,
    phases: 'input.bypass.phases',
    columns: [
      voltColumn(`${BYPASS}.2`, 'input.bypass.voltage', 'input.bypass', 'full'),
      column(`${BYPASS}.3`, 'input.bypass.current', phased('input.bypass', 'current'), 'full', tenths),
      column(`${BYPASS}.4`, 'input.bypass.realpower', phased('input.bypass', 'realpower'), 'full', watts),
    ],
  },
];

/** upsWellKnownAlarms, in the order of their numbers. */
const ALARMS: readonly AlarmMeaning[] = [
  { text: 'Battery needs replacement', words: ['RB'] },
  { text: 'On battery', words: ['OB'], plain: true },
  { text: 'Battery low', words: ['LB'], plain: true },
  { text: 'Battery depleted', words: ['LB'], plain: true },
  { text: 'Temperature out of tolerance', words: [] },
  { text: 'Input out of tolerance', words: [], plain: true },
  { text: 'Output out of tolerance', words: [] },
  { text: 'Output overload', words: ['OVER'], plain: true },
  { text: 'On bypass', words: ['BYPASS'], plain: true },
  { text: 'Bypass out of tolerance', words: [] },
  { text: 'Output off as requested', words: ['OFF'], plain: true },
  { text: 'UPS off as requested', words: ['OFF'], plain: true },
  { text: 'Charger failed', words: [] },
  { text: 'Output off', words: ['OFF'], plain: true },
  { text: 'UPS system off', words: ['OFF'], plain: true },
  { text: 'Fan failure', words: [] },
  { text: 'Fuse failure', words: [] },
  { text: 'General fault', words: [] },
  { text: 'Diagnostic test failed', words: [] },
  { text: 'The agent lost contact with the UPS', words: ['NOCOMM'] },
  { text: 'Waiting for mains to return', words: [], plain: true },
  { text: 'Shutdown pending', words: [], plain: true },
  { text: 'Shutdown imminent', words: [], plain: true },
  { text: 'Test in progress', words: ['TEST'], plain: true },
];

const LIBRENMS = 'LibreNMS, tests/snmpsim';
const quirks: readonly Quirk[] = [
  {
    when: { sysObjectId: '1.3.6.1.4.1.2254.2.5' },
    scale: { [`${INPUT}.3`]: 0.1, [`${OUTPUT}.2`]: 0.1, [`${BYPASS}.2`]: 0.1 },
    source: `${LIBRENMS}/deltaups_rfc1628string.snmprec: a Delta Mini-SNMP counts tenths of a Volt (2360, 2300, 2350)`,
  },
  {
    when: { sysObjectId: '1.3.6.1.4.1.7309.5' },
    scale: { [`${INPUT}.3`]: 0.1 },
    source: `${LIBRENMS}/cxc_ups.snmprec: an Alpha CXC counts tenths of a Volt at the input (1222) but not at the output (122)`,
  },
  {
    when: { manufacturer: /^huawei$/i },
    useless: {
      [`${OUTPUT}.4`]: 'Huawei agents count kilowatts or tenths of them, depending on the model',
      [`${BYPASS}.4`]: 'Huawei agents count kilowatts or tenths of them, depending on the model',
      [UPS.outputPowerNominal]: 'Huawei agents count kilovoltamperes',
      [UPS.outputRealPowerNominal]: 'Huawei agents count kilowatts',
    },
    source: `${LIBRENMS}/huaweiups_ups2000.snmprec: 1 at 7.2 A and 27 % of 6 kVA; etingof/snmpsim-data, huawei-gse200m: 34 at 18.3 A and 8 %`,
  },
];

export const table: OidTable = {
  id: 'ietf',
  title: 'UPS-MIB (RFC 1628)',
  sources: [
    'RFC 1628, UPS Management Information Base, May 1994, and its revision of 2005-10-14; stdupsv1.mib',
    'NUT, drivers/ietf-mib.c: names of variables and commands',
    'LibreNMS, tests/snmpsim, and etingof/snmpsim-data: recordings of agents',
  ],
  // Tripp Lite's agents name their own branch but serve this table (NUT, drivers/ietf-mib.c, TRIPPLITE_SYSOID).
  sysObjectIds: ['1.3.6.1.2.1.33', '1.3.6.1.4.1.850.1'],
  probes: [UPS.batteryStatus, UPS.outputSource, UPS.charge, UPS.manufacturer, UPS.model],
  rank: 100,
  rows,
  lines,
  helpers: [
    { oid: UPS.batteryStatus, depth: 'quick' },
    { oid: UPS.outputSource, depth: 'quick' },
    { oid: UPS.testId, depth: 'quick' },
    { oid: UPS.testSpinLock, depth: 'once' },
    { oid: UPS.shutdownType, depth: 'once' },
  ],
  alarms: {
    count: UPS.alarmsPresent,
    column: UPS.alarmDescr,
    known: Object.fromEntries(ALARMS.map((meaning, index) => [`${UPS.wellKnownAlarms}.${index + 1}`, meaning])),
  },
  quirks,
  status: ietfStatus,
  doubts: ietfDoubts,
  commands: ietfCommands,
  settings: ietfSettings,
  simulate: simulateIetf,
};
