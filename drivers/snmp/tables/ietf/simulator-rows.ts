/** What an agent of RFC 1628 answers for the simulated UPS. */
import type { UpsModel, UpsState } from '../../../../src-shared/ups-model/index.ts';
import type { SnmpValue } from '../../../driver.ts';
import { BATTERY, RESULT, SOURCE, UPS } from './oids.ts';

type Rows = Map<string, SnmpValue>;

const SYSTEM = '1.3.6.1.2.1.1';
/** Names of upsConfigAudibleStatus, from 1. */
export const AUDIBLE = ['disabled', 'enabled', 'muted'] as const;

const integer = (value: number): SnmpValue => ({ type: 'Integer', value: Math.round(value) });
const text = (value: string): SnmpValue => ({ type: 'OctetString', value });
const oid = (value: string): SnmpValue => ({ type: 'ObjectIdentifier', value });
const ticks = (seconds: number): SnmpValue => ({ type: 'TimeTicks', value: Math.round(seconds * 100) });

/** What this agent keeps of its own, beside the UPS. */
export interface Agent {
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

/** Takes notice of what happened to the UPS since the agent last looked. */
export function follow(agent: Agent, state: UpsState): void {
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

/** Every row that the agent serves now. */
export function allRows(ups: UpsModel, agent: Agent, state: UpsState): Rows {
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
