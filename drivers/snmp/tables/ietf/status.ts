/** What an agent of RFC 1628 says its UPS is doing, and which of its other values cannot be true beside that. */
import type { StatusWord, VarName, Vars } from '../../../../src-shared/nut/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { isBelow, plainOid, type RawValues, type StatusFacts, type StatusResult } from '../../../kit/oid/oid.ts';
import { knownNumber } from '../../../kit/oid/read.ts';
import { BATTERY, RESULT, SOURCE, TESTS, UPS } from './oids.ts';

/** Where the agent names no transfer points, mains between these shares of its nominal voltage is surely there. */
const SURELY_MAINS = { from: 0.85, to: 1.15 };

function integer(values: RawValues, oid: string): number | undefined {
  return knownNumber(values.get(oid));
}

/** upsAlarmInputBad and upsAlarmAwaitingPower. */
const NO_MAINS: ReadonlySet<string> = new Set([`${UPS.wellKnownAlarms}.6`, `${UPS.wellKnownAlarms}.21`]);

/** upsOutputSource as words. `other` says nothing. */
const SOURCES: Readonly<Record<number, readonly StatusWord[]>> = {
  [SOURCE.none]: ['OFF'],
  [SOURCE.normal]: ['OL'],
  [SOURCE.bypass]: ['OL', 'BYPASS'],
  [SOURCE.battery]: ['OB'],
  [SOURCE.booster]: ['OL', 'BOOST'],
  [SOURCE.reducer]: ['OL', 'TRIM'],
};

/**
 * During a battery test the source is the battery although mains is there, and a program that reads `OB` begins to
 * count down. Mains counts as there only where the input voltage proves it: a test flag alone may be stuck.
 */
function mainsIsProven({ raw, fixed, inputVoltage, alarms }: StatusFacts): boolean {
  if (inputVoltage === undefined || alarms === null || alarms.some((name) => NO_MAINS.has(name))) return false;
  const said = (oid: string): number => integer(raw, oid) ?? integer(fixed, oid) ?? 0;
  const nominal = said(UPS.inputVoltageNominal);
  const low = said(UPS.transferLow) || nominal * SURELY_MAINS.from;
  const high = said(UPS.transferHigh) || nominal * SURELY_MAINS.to;
  return low > 0 && inputVoltage > low && (high <= 0 || inputVoltage < high);
}

/** Whether mains is away for certain: the agent complains of it, or measures none. */
function outageIsProven({ inputVoltage, alarms }: StatusFacts): boolean {
  return inputVoltage === 0 || (alarms ?? []).some((name) => NO_MAINS.has(name));
}

function testWord(raw: RawValues): StatusWord {
  const id = raw.get(UPS.testId);
  return id !== undefined && isBelow(plainOid(String(id.value)), TESTS.deep) ? 'CAL' : 'TEST';
}

/** The words of `ups.status`. */
export function ietfStatus(facts: StatusFacts): StatusResult {
  const { raw, alarmWords } = facts;
  if (alarmWords.includes('NOCOMM')) {
    return { absent: say('snmp.lostContact'), all: true };
  }
  const source = integer(raw, UPS.outputSource);
  const words = new Set<StatusWord>(source === undefined ? [] : (SOURCES[source] ?? []));
  if (integer(raw, UPS.testResult) === RESULT.inProgress) {
    words.add(testWord(raw));
    if (source === SOURCE.battery && mainsIsProven(facts)) {
      words.delete('OB');
      words.add('OL').add('DISCHRG');
    }
  }
  const battery = integer(raw, UPS.batteryStatus);
  if (battery === BATTERY.low || battery === BATTERY.depleted) words.add('LB');
  // An output that is off says nothing about mains.
  if (source === SOURCE.none && mainsIsProven(facts)) words.add('OL');
  if (source === SOURCE.none && outageIsProven(facts)) words.add('OB');
  const sourceKnown = source !== undefined && SOURCES[source] !== undefined;
  for (const word of alarmWords) {
    // A calibration is a test in progress and needs no second word; where the load hangs, the source says better.
    if ((word === 'TEST' && words.has('CAL')) || (word === 'OB' && sourceKnown)) continue;
    words.add(word);
  }
  if (!sourceKnown && (integer(raw, UPS.secondsOnBattery) ?? 0) > 0) words.add('OB');
  if (words.has('OB') && source !== SOURCE.none) words.add('DISCHRG');
  if (words.size === 0) return { absent: say('snmp.noSource'), all: false };
  return { words: [...words] };
}

/** Values that contradict others. Agents answer 0 for what they do not measure; missing is not zero. */
export function ietfDoubts(vars: Vars, { raw }: StatusFacts): ReadonlyMap<VarName, string> {
  const doubts = new Map<VarName, string>();
  const battery = integer(raw, UPS.batteryStatus);
  const empty = battery === BATTERY.low || battery === BATTERY.depleted;
  if (vars['battery.runtime'] === 0 && !empty) {
    doubts.set('battery.runtime', say('snmp.zeroRuntime'));
  }
  if (vars['battery.charge'] === 0 && !empty) {
    doubts.set('battery.charge', say('snmp.zeroCharge'));
  }
  if (vars['battery.voltage'] === 0) doubts.set('battery.voltage', say('snmp.zeroVoltage'));
  if (vars['battery.temperature'] === 0) {
    doubts.set('battery.temperature', say('snmp.zeroTemperature'));
  }
  for (const name of falseZeros(vars, integer(raw, UPS.outputSource))) {
    doubts.set(name, say('snmp.zeroFlow'));
  }
  return doubts;
}

const LINES = ['', 'L1.', 'L2.', 'L3.'] as const;
const FLOWS = ['current', 'realpower'] as const;
/** Percent and Watt of load from which no flow can round down to zero, on the smallest UPS and the coarsest scale. */
const SURELY_LOADED = { percent: 10, watts: 50 };

/** Flows of a loaded line that are told as zero. */
function* falseZeros(vars: Vars, source: number | undefined): Generator<VarName> {
  const fromMains =
    source !== undefined && source !== SOURCE.battery && source !== SOURCE.none && source !== SOURCE.other;
  for (const line of LINES) {
    const percent = line === '' ? vars['ups.load'] : vars[`output.${line}power.percent`];
    const loaded =
      Number(percent ?? 0) >= SURELY_LOADED.percent ||
      Number(vars[`output.${line}realpower`] ?? 0) >= SURELY_LOADED.watts;
    if (!loaded) continue;
    for (const flow of FLOWS) {
      if (vars[`output.${line}${flow}`] === 0) yield `output.${line}${flow}`;
      if (fromMains && vars[`input.${line}${flow}`] === 0) yield `input.${line}${flow}`;
    }
  }
}
