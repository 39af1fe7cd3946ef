/** An agent that serves RFC 1628 for the simulated UPS. */
import type { UpsModel } from '../../../../src-shared/ups-model/index.ts';
import type { Simulator, SnmpValue } from '../../../driver.ts';
import { TESTS, UPS } from './oids.ts';
import { type Agent, allRows, AUDIBLE, follow } from './simulator-rows.ts';

type SetResult = ReturnType<Simulator['snmp']['set']>;

const SYSTEM = '1.3.6.1.2.1.1';
/** upsShutdownType, upsAutoRestart. */
const OUTPUT_ONLY = 1;
const ON = 1;
const OFF = 2;

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
