/** An agent that serves RFC 1628 for the simulated UPS. */
import type { UpsModel, UpsState } from '../../../src-shared/ups-model/index.ts';
import type { Simulator, SnmpValue } from '../../driver.ts';
import { BATTERY, RESULT, SOURCE, TESTS, UPS } from '../ietf-oids.ts';

type Rows = Map<string, SnmpValue>;
type SetResult = ReturnType<Simulator['snmp']['set']>;

const SYSTEM = '1.3.6.1.2.1.1';
/** upsShutdownType, upsAutoRestart. */
const OUTPUT_ONLY = 1;
const ON = 1;
const OFF = 2;
const AUDIBLE = ['disabled', 'enabled', 'muted'] as const;

const integer = (value: number): SnmpValue => ({ type: 'Integer', value: Math.round(value) });
const text = (value: string): SnmpValue => ({ type: 'OctetString', value });
const oid = (value: string): SnmpValue => ({ type: 'ObjectIdentifier', value });
const ticks = (seconds: number): SnmpValue => ({ type: 'TimeTicks', value: Math.round(seconds * 100) });

/** What this agent keeps of its own, beside the UPS. */
interface Agent {
  name: string;
  attachedDevices: string;
  contact: string;
  location: string;
  shutdownType: number;
  autoRestart: number;
  /** The model's time at which a startup is due; null while no countdown runs. */
  startAt: number | null;
  /** The countdown of a reboot runs until this moment of the model's time. */
  rebootUntil: number | null;
  spinLock: number;
  testId: string;
  testStartedAt: number;
  testLasted: number;
  lineBads: number;
  wasBad: boolean;
  /** Alarms that stand: name, number of the row, since when. */
  readonly alarms: Map<string, { readonly id: number; readonly since: number }>;
  nextAlarm: number;
  /** Kept and told, but without effect: what the UPS is made of does not change. */
  lowMinutes: number;
  transferLow: number;
  transferHigh: number;
}

/** The agent of RFC 1628, in front of this UPS. It is silent (no rows) while the link is lost. */
export function simulateIetf(ups: UpsModel): Simulator['snmp'] {
  const agent: Agent = {
    name: ups.profile.model,
    attachedDevices: '',
    contact: '',
    location: '',
    shutdownType: OUTPUT_ONLY,
    autoRestart: ON,
    startAt: null,
    rebootUntil: null,
    spinLock: 1,
    testId: TESTS.none,
    testStartedAt: 0,
    testLasted: 0,
    lineBads: 0,
    wasBad: false,
    alarms: new Map(),
    nextAlarm: 1,
    lowMinutes: Math.round(ups.profile.lowRuntime / 60),
    transferLow: ups.profile.lowTransfer,
    transferHigh: ups.profile.highTransfer,
  };
  return {
    rows() {
      const state = ups.state();
      if (state.linkLost) return new Map();
      follow(agent, state);
      return allRows(ups, agent, state);
    },
    set(name, value) {
      const writer = WRITERS[name];
      if (writer !== undefined) return writer(value, ups, agent);
      return allRows(ups, agent, ups.state()).has(name) ? 'notWritable' : 'noSuchName';
    },
  };
}

/** Takes notice of what happened to the UPS since the agent last looked. */
function follow(agent: Agent, state: UpsState): void {
  const bad = !state.mains.present;
  if (bad && !agent.wasBad) agent.lineBads += 1;
  agent.wasBad = bad;
  if (state.test.elapsed !== null) agent.testLasted = state.test.elapsed;
  if (agent.startAt !== null && state.time >= agent.startAt && state.mains.present) agent.startAt = null;
  if (agent.rebootUntil !== null && state.time >= agent.rebootUntil) agent.rebootUntil = null;

  const standing = new Set(standingAlarms(state));
  for (const name of agent.alarms.keys()) if (!standing.has(name)) agent.alarms.delete(name);
  for (const name of standing) {
    if (agent.alarms.has(name)) continue;
    agent.alarms.set(name, { id: agent.nextAlarm, since: state.time });
    agent.nextAlarm += 1;
  }
}

/** upsWellKnownAlarms that hold now. */
function standingAlarms({ battery, mains, output, overload, fault, test, timers }: UpsState): string[] {
  const alarms: [number, boolean][] = [
    [1, battery.replace],
    [2, output.source === 'battery'],
    [3, battery.low],
    [4, battery.low && battery.runtime < 1],
    [6, !mains.present],
    [8, overload],
    [9, output.source === 'bypass'],
    [14, !output.on],
    [18, fault],
    [19, test.result === 'failed'],
    [21, !output.on && !mains.present && timers.returnWithMains],
    [22, timers.shutdown !== null],
    [23, timers.shutdown !== null && timers.shutdown < 5],
    [24, test.running !== 'none'],
  ];
  return alarms.filter(([, holds]) => holds).map(([number]) => `${UPS.wellKnownAlarms}.${number}`);
}

function outputSource({ output }: UpsState): number {
  if (output.source === 'off') return SOURCE.none;
  if (output.source === 'battery') return SOURCE.battery;
  if (output.source === 'bypass') return SOURCE.bypass;
  return { none: SOURCE.normal, boost: SOURCE.booster, trim: SOURCE.reducer }[output.regulation];
}

function testResult({ test }: UpsState): number {
  if (test.running !== 'none') return RESULT.inProgress;
  const results = {
    none: RESULT.none,
    passed: RESULT.passed,
    failed: RESULT.error,
    aborted: RESULT.aborted,
    warning: RESULT.warning,
  };
  return results[test.result];
}

function batteryStatus({ battery }: UpsState): number {
  if (!battery.low) return BATTERY.normal;
  return battery.runtime < 1 ? BATTERY.depleted : BATTERY.low;
}

function allRows(ups: UpsModel, agent: Agent, state: UpsState): Rows {
  const rows: Rows = new Map([
    ...systemRows(ups, agent, state),
    ...batteryRows(state),
    ...powerRows(ups, agent, state),
  ]);
  for (const [name, { id, since }] of agent.alarms) {
    rows.set(`${UPS.alarmDescr}.${id}`, oid(name));
    rows.set(`${UPS.alarmTime}.${id}`, ticks(since));
  }
  for (const [name, value] of [...testRows(agent, state), ...controlRows(ups, agent, state)]) rows.set(name, value);
  return rows;
}

function systemRows({ profile }: UpsModel, agent: Agent, state: UpsState): Rows {
  return new Map([
    [`${SYSTEM}.1.0`, text(`${profile.manufacturer} ${profile.model}, simulated network card`)],
    [`${SYSTEM}.2.0`, oid('1.3.6.1.2.1.33')],
    [`${SYSTEM}.3.0`, ticks(state.time)],
    [`${SYSTEM}.4.0`, text(agent.contact)],
    [`${SYSTEM}.5.0`, text(agent.name)],
    [`${SYSTEM}.6.0`, text(agent.location)],
    [`${SYSTEM}.7.0`, integer(72)],
    [UPS.manufacturer, text(profile.manufacturer)],
    [UPS.model, text(profile.model)],
    [UPS.firmware, text(profile.firmware)],
    [UPS.agentFirmware, text('simulated')],
    [UPS.name, text(agent.name)],
    [UPS.attachedDevices, text(agent.attachedDevices)],
  ]);
}

function batteryRows(state: UpsState): Rows {
  const { battery } = state;
  return new Map([
    [UPS.batteryStatus, integer(batteryStatus(state))],
    [UPS.secondsOnBattery, integer(Math.floor(state.secondsOnBattery))],
    // PositiveInteger: the last minute counts as one until the battery is depleted. Runtimes without end are capped.
    [UPS.minutesRemaining, integer(Math.min(Math.max(Math.floor(battery.runtime / 60), 1), 9999))],
    [UPS.charge, integer(Math.floor(battery.charge + 1e-9))],
    [UPS.batteryVoltage, integer(battery.voltage * 10)],
    [UPS.batteryCurrent, integer(battery.current * 10)],
    [UPS.batteryTemperature, integer(battery.temperature)],
  ]);
}

function powerRows({ profile }: UpsModel, agent: Agent, state: UpsState): Rows {
  const { mains, output } = state;
  const { phases } = profile;
  const bypass = profile.topology === 'online' ? phases : 0;
  // What the input takes beside the load to charge the battery; the inverter's own losses are left out.
  const drawn = output.source === 'mains' || output.source === 'bypass' ? output.realPower : 0;
  const charging = mains.present && state.battery.current > 0 ? state.battery.current * state.battery.voltage : 0;
  const inputPower = drawn + charging;
  const bypassPower = output.source === 'bypass' ? output.realPower : 0;
  const amperes = (watts: number, volts: number): number => (volts > 0 ? watts / phases / volts : 0);
  const rows: Rows = new Map([
    [UPS.inputLineBads, { type: 'Counter32', value: agent.lineBads }],
    [UPS.inputLines, integer(phases)],
    [UPS.outputSource, integer(outputSource(state))],
    [UPS.outputFrequency, integer(output.frequency * 10)],
    [UPS.outputLines, integer(phases)],
    [UPS.bypassFrequency, integer(bypass > 0 ? mains.frequency * 10 : 0)],
    [UPS.bypassLines, integer(bypass)],
    [UPS.alarmsPresent, { type: 'Gauge32', value: agent.alarms.size }],
  ]);
  for (let line = 1; line <= phases; line += 1) {
    rows.set(`${UPS.root}.3.3.1.2.${line}`, integer(mains.frequency * 10));
    rows.set(`${UPS.root}.3.3.1.3.${line}`, integer(mains.voltage));
    rows.set(`${UPS.root}.3.3.1.4.${line}`, integer(amperes(inputPower, mains.voltage) * 10));
    rows.set(`${UPS.root}.3.3.1.5.${line}`, integer(inputPower / phases));
    rows.set(`${UPS.root}.4.4.1.2.${line}`, integer(output.voltage));
    rows.set(`${UPS.root}.4.4.1.3.${line}`, integer(output.current * 10));
    rows.set(`${UPS.root}.4.4.1.4.${line}`, integer(output.realPower / phases));
    rows.set(`${UPS.root}.4.4.1.5.${line}`, integer(Math.min(output.load, 200)));
  }
  for (let line = 1; line <= bypass; line += 1) {
    rows.set(`${UPS.root}.5.3.1.2.${line}`, integer(mains.voltage));
    rows.set(`${UPS.root}.5.3.1.3.${line}`, integer(amperes(bypassPower, mains.voltage) * 10));
    rows.set(`${UPS.root}.5.3.1.4.${line}`, integer(bypassPower / phases));
  }
  return rows;
}

function testRows(agent: Agent, state: UpsState): Rows {
  return new Map([
    [UPS.testId, oid(agent.testId)],
    [UPS.testSpinLock, integer(agent.spinLock)],
    [UPS.testResult, integer(testResult(state))],
    [UPS.testDetail, text('')],
    [UPS.testStartTime, ticks(agent.testStartedAt)],
    [UPS.testElapsedTime, integer(agent.testLasted * 100)],
  ]);
}

function controlRows({ profile }: UpsModel, agent: Agent, state: UpsState): Rows {
  const left = (until: number | null): SnmpValue =>
    integer(until === null ? -1 : Math.max(Math.ceil(until - state.time), 0));
  return new Map([
    [UPS.shutdownType, integer(agent.shutdownType)],
    [UPS.shutdownAfterDelay, integer(state.timers.shutdown === null ? -1 : Math.ceil(state.timers.shutdown))],
    [UPS.startupAfterDelay, left(agent.startAt)],
    [UPS.rebootWithDuration, left(agent.rebootUntil)],
    [UPS.autoRestart, integer(agent.autoRestart)],
    [UPS.inputVoltageNominal, integer(profile.nominalVoltage)],
    [UPS.inputFrequencyNominal, integer(profile.nominalFrequency * 10)],
    [UPS.outputVoltageNominal, integer(profile.nominalVoltage)],
    [UPS.outputFrequencyNominal, integer(profile.nominalFrequency * 10)],
    [UPS.outputPowerNominal, integer(profile.nominalPower)],
    [UPS.outputRealPowerNominal, integer(profile.nominalRealPower)],
    [UPS.lowBatteryTime, integer(agent.lowMinutes)],
    [UPS.audibleStatus, integer(AUDIBLE.indexOf(state.beeper) + 1)],
    [UPS.transferLow, integer(agent.transferLow)],
    [UPS.transferHigh, integer(agent.transferHigh)],
  ]);
}

type Writer = (value: SnmpValue, ups: UpsModel, agent: Agent) => SetResult;

function whole(min: number, max: number, apply: (given: number, ups: UpsModel, agent: Agent) => boolean): Writer {
  return ({ type, value }, ups, agent) => {
    if (type !== 'Integer' || typeof value !== 'number') return 'wrongType';
    if (value < min || value > max) return 'wrongValue';
    return apply(value, ups, agent) ? 'done' : 'wrongValue';
  };
}

function words(maxLength: number, apply: (given: string, agent: Agent) => void): Writer {
  return ({ type, value }, _ups, agent) => {
    if (type !== 'OctetString' || typeof value !== 'string') return 'wrongType';
    if (value.length > maxLength) return 'wrongValue';
    apply(value, agent);
    return 'done';
  };
}

/** What follows a shutdown in `offIn` seconds, by the countdown to a startup and upsAutoRestart. */
function scheduleShutdown(ups: UpsModel, agent: Agent, offIn: number): boolean {
  const { time, output } = ups.state();
  // "If the output is already off, nothing will happen."
  if (!output.on) return true;
  const onIn = agent.startAt === null ? null : Math.max(agent.startAt - time - offIn, 0);
  return ups.shutdown(offIn, { onIn, returnWithMains: agent.autoRestart === ON });
}

function setShutdown(given: number, ups: UpsModel, agent: Agent): boolean {
  if (given >= 0) return scheduleShutdown(ups, agent, given);
  // Aborting stops the countdown; an output that is off already stays off.
  if (ups.state().timers.shutdown !== null) ups.cancelShutdown();
  return true;
}

function setStartup(given: number, ups: UpsModel, agent: Agent): boolean {
  const { time, output, timers } = ups.state();
  agent.startAt = given < 0 ? null : time + given;
  if (timers.shutdown !== null) return scheduleShutdown(ups, agent, timers.shutdown);
  return given < 0 || output.on || ups.switchOn(given);
}

function setReboot(given: number, ups: UpsModel, agent: Agent): boolean {
  if (given < 0) return true;
  agent.rebootUntil = ups.state().time + given;
  return ups.shutdown(0, { onIn: given, returnWithMains: true });
}

/** Starts or aborts a test. Tests that run otherwise than asked would be lied about, so unknown names are refused. */
const setTest: Writer = ({ type, value }, ups, agent) => {
  if (type !== 'ObjectIdentifier') return 'wrongType';
  if (value === TESTS.abort) {
    if (!ups.cancelTest()) return 'wrongValue';
    agent.testId = TESTS.abort;
    return 'done';
  }
  const kinds: Readonly<Record<string, 'quick' | 'calibration'>> = {
    [TESTS.general]: 'quick',
    [TESTS.quick]: 'quick',
    [TESTS.deep]: 'calibration',
  };
  const kind = kinds[value];
  if (kind === undefined || !ups.startTest(kind)) return 'wrongValue';
  agent.testId = String(value);
  agent.testStartedAt = ups.state().time;
  return 'done';
};

const WRITERS: Readonly<Record<string, Writer>> = {
  [`${SYSTEM}.4.0`]: words(255, (given, agent) => {
    agent.contact = given;
  }),
  [`${SYSTEM}.6.0`]: words(255, (given, agent) => {
    agent.location = given;
  }),
  [UPS.name]: words(63, (given, agent) => {
    agent.name = given;
  }),
  [UPS.attachedDevices]: words(63, (given, agent) => {
    agent.attachedDevices = given;
  }),
  [UPS.testId]: setTest,
  // TestAndIncr: taken only at its present number, and one higher after it (RFC 1903).
  [UPS.testSpinLock]: whole(0, 2_147_483_647, (given, _ups, agent) => {
    if (given !== agent.spinLock) return false;
    agent.spinLock = agent.spinLock === 2_147_483_647 ? 0 : agent.spinLock + 1;
    return true;
  }),
  [UPS.shutdownType]: whole(1, 2, (given, _ups, agent) => {
    agent.shutdownType = given;
    return true;
  }),
  [UPS.shutdownAfterDelay]: whole(-1, 2_147_483_647, setShutdown),
  [UPS.startupAfterDelay]: whole(-1, 2_147_483_647, setStartup),
  [UPS.rebootWithDuration]: whole(-1, 300, setReboot),
  [UPS.autoRestart]: whole(ON, OFF, (given, ups, agent) => {
    agent.autoRestart = given;
    const { shutdown } = ups.state().timers;
    return shutdown === null || scheduleShutdown(ups, agent, shutdown);
  }),
  [UPS.lowBatteryTime]: whole(0, 1440, (given, _ups, agent) => {
    agent.lowMinutes = given;
    return true;
  }),
  [UPS.transferLow]: whole(1, 1000, (given, _ups, agent) => {
    agent.transferLow = given;
    return true;
  }),
  [UPS.transferHigh]: whole(1, 1000, (given, _ups, agent) => {
    agent.transferHigh = given;
    return true;
  }),
  [UPS.audibleStatus]: whole(1, 3, (given, ups) => {
    const wanted = AUDIBLE[given - 1];
    return wanted !== undefined && ups.setBeeper(wanted);
  }),
};
