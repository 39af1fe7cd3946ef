/** What the driver makes of an agent's values beside each other: the words of the status, and which zeros are none. */
import { describe, expect, it } from 'vitest';
import type { SnmpValue } from '../../drivers/driver.ts';
import type { StatusFacts } from '../../drivers/kit/oid/oid.ts';
import { RESULT, SOURCE, TESTS, UPS } from '../../drivers/snmp/tables/ietf/oids.ts';
import { ietfDoubts, ietfStatus } from '../../drivers/snmp/tables/ietf/status.ts';
import type { Vars } from '../../src-shared/nut/index.ts';

const integers = (values: Readonly<Record<string, number>>): ReadonlyMap<string, SnmpValue> =>
  new Map(Object.entries(values).map(([oid, value]) => [oid, { type: 'Integer', value }]));

/** Facts with a source of the output and nothing else, unless they are given. */
function factsWith({ raw = {}, fixed = {}, ...rest }: Changes = {}): StatusFacts {
  return { raw: integers(raw), fixed: integers(fixed), alarms: [], alarmWords: [], inputVoltage: undefined, ...rest };
}

type Changes = Partial<Omit<StatusFacts, 'raw' | 'fixed'>> & {
  readonly raw?: Readonly<Record<string, number>>;
  readonly fixed?: Readonly<Record<string, number>>;
};

function wordsOf(facts: StatusFacts): string | null {
  const status = ietfStatus(facts);
  return 'words' in status ? status.words.join(' ') : null;
}

const INPUT_BAD = `${UPS.wellKnownAlarms}.6`;
const AWAITING_POWER = `${UPS.wellKnownAlarms}.21`;

/** Facts of a test in progress, by its name. */
function testNamed(value: string): StatusFacts {
  const facts = factsWith({ raw: { [UPS.outputSource]: SOURCE.normal, [UPS.testResult]: RESULT.inProgress } });
  return { ...facts, raw: new Map([...facts.raw, [UPS.testId, { type: 'ObjectIdentifier', value }]]) };
}

const fedBy = (value: number): Readonly<Record<string, number>> => ({ [UPS.outputSource]: value });

function doubted(vars: Vars, raw: Readonly<Record<string, number>> = {}): readonly string[] {
  return [...ietfDoubts(vars, factsWith({ raw })).keys()];
}

describe('a battery test while the load hangs on the battery', () => {
  // A program that reads OB counts down, so mains has to be proven; one that reads OL in an outage never does.
  const testing = { [UPS.outputSource]: SOURCE.battery, [UPS.testResult]: RESULT.inProgress };
  const NOMINAL = { [UPS.inputVoltageNominal]: 230 };
  const LOW = { [UPS.transferLow]: 180 };
  const HIGH = { [UPS.transferHigh]: 280 };
  it.each<[string, boolean, Changes]>([
    ['the nominal voltage', true, { inputVoltage: 230, fixed: NOMINAL }],
    ['85 % of the nominal voltage', false, { inputVoltage: 195.5, fixed: NOMINAL }],
    ['a little more than 85 %', true, { inputVoltage: 195.6, fixed: NOMINAL }],
    ['a little less than 115 %', true, { inputVoltage: 264.4, fixed: NOMINAL }],
    ['115 % of the nominal voltage', false, { inputVoltage: 264.5, fixed: NOMINAL }],
    ['more than the lower transfer point', true, { inputVoltage: 181, fixed: { ...NOMINAL, ...LOW } }],
    ['the lower transfer point itself', false, { inputVoltage: 180, fixed: { ...NOMINAL, ...LOW } }],
    ['less than the upper transfer point', true, { inputVoltage: 279, fixed: { ...NOMINAL, ...HIGH } }],
    ['the upper transfer point itself', false, { inputVoltage: 280, fixed: { ...NOMINAL, ...HIGH } }],
    ['more than a lower transfer point that stands alone', true, { inputVoltage: 400, fixed: LOW }],
    ['a voltage where neither is known', false, { inputVoltage: 230 }],
    [
      'transfer points told just now rather than before',
      true,
      { inputVoltage: 190, raw: LOW, fixed: { [UPS.transferLow]: 200 } },
    ],
    ['no voltage', false, { fixed: NOMINAL }],
    ['alarms without names', false, { inputVoltage: 230, fixed: NOMINAL, alarms: null }],
    ['the alarm of a bad input', false, { inputVoltage: 230, fixed: NOMINAL, alarms: [INPUT_BAD] }],
    ['the alarm of awaited power', false, { inputVoltage: 230, fixed: NOMINAL, alarms: [AWAITING_POWER] }],
    ['another alarm', true, { inputVoltage: 230, fixed: NOMINAL, alarms: [`${UPS.wellKnownAlarms}.1`] }],
  ])('%s: mains is proven: %s', (_what, proven, { raw = {}, ...facts }) => {
    const words = wordsOf(factsWith({ ...facts, raw: { ...testing, ...raw } }));
    expect(words).toBe(proven ? 'TEST OL DISCHRG' : 'OB TEST DISCHRG');
  });

  it('is one on mains as well, where the load hangs on mains', () => {
    const raw = { [UPS.outputSource]: SOURCE.normal, [UPS.testResult]: RESULT.inProgress };
    expect(wordsOf(factsWith({ raw, inputVoltage: 230, fixed: NOMINAL }))).toBe('OL TEST');
  });

  it('needs the test: mains at the input of a UPS on battery is no reason to call it well', () => {
    const raw = { [UPS.outputSource]: SOURCE.battery };
    expect(wordsOf(factsWith({ raw, inputVoltage: 230, fixed: NOMINAL }))).toBe('OB DISCHRG');
  });

  it('is a calibration by its name only', () => {
    expect(wordsOf(testNamed(TESTS.deep))).toBe('OL CAL');
    expect(wordsOf(testNamed(TESTS.quick))).toBe('OL TEST');
  });
});

describe('an output that is off', () => {
  const off = { [UPS.outputSource]: SOURCE.none };
  it.each<[string, string, Changes]>([
    ['mains is measured', 'OFF OL', { inputVoltage: 230, fixed: { [UPS.inputVoltageNominal]: 230 } }],
    ['no mains is measured', 'OFF OB', { inputVoltage: 0, fixed: { [UPS.inputVoltageNominal]: 230 } }],
    ['the input is complained of', 'OFF OB', { alarms: ['1.2.3', INPUT_BAD] }],
    ['power is awaited', 'OFF OB', { alarms: [AWAITING_POWER] }],
    ['something else is complained of', 'OFF', { alarms: [`${UPS.wellKnownAlarms}.1`] }],
    ['alarms have no names', 'OFF', { alarms: null }],
    ['nothing is known of mains', 'OFF', {}],
  ])('says of mains what is certain: %s: %s', (_what, words, facts) => {
    expect(wordsOf(factsWith({ ...facts, raw: off }))).toBe(words);
  });

  it('is no output that another source feeds', () => {
    const raw = { [UPS.outputSource]: SOURCE.normal };
    expect(wordsOf(factsWith({ raw, alarms: [INPUT_BAD] }))).toBe('OL');
  });
});

describe('the words of alarms', () => {
  it('say what the load hangs on only where the source does not', () => {
    expect(wordsOf(factsWith({ raw: fedBy(SOURCE.normal), alarmWords: ['OB'] }))).toBe('OL');
    expect(wordsOf(factsWith({ raw: fedBy(SOURCE.other), alarmWords: ['OB'] }))).toBe('OB DISCHRG');
    expect(wordsOf(factsWith({ alarmWords: ['OB'] }))).toBe('OB DISCHRG');
  });

  it('call a calibration no test beside', () => {
    expect(wordsOf({ ...testNamed(TESTS.deep), alarmWords: ['TEST', 'RB'] })).toBe('OL CAL RB');
    expect(wordsOf(factsWith({ raw: fedBy(SOURCE.normal), alarmWords: ['TEST'] }))).toBe('OL TEST');
  });

  it.each([
    [0, null],
    [1, 'OB DISCHRG'],
  ])('count seconds on battery where no source is told: %d', (seconds, words) => {
    expect(wordsOf(factsWith({ raw: { [UPS.secondsOnBattery]: seconds } }))).toBe(words);
    expect(wordsOf(factsWith({ raw: { ...fedBy(SOURCE.other), [UPS.secondsOnBattery]: seconds } }))).toBe(words);
    expect(wordsOf(factsWith({ raw: { ...fedBy(SOURCE.normal), [UPS.secondsOnBattery]: seconds } }))).toBe('OL');
  });

  it('without anything to say leave the status out, and only lost contact takes all values with it', () => {
    expect(ietfStatus(factsWith())).toMatchObject({ all: false });
    expect(ietfStatus(factsWith({ raw: fedBy(SOURCE.normal), alarmWords: ['NOCOMM'] }))).toMatchObject({ all: true });
  });
});

describe('a zero that is no measurement', () => {
  const EMPTY = { 'battery.charge': 0, 'battery.runtime': 0 };

  it.each([
    [1, true],
    [2, true],
    [3, false],
    [4, false],
  ])('of charge and runtime beside battery status %d: %s', (status, doubt) => {
    const names = doubt ? ['battery.runtime', 'battery.charge'] : [];
    expect(doubted(EMPTY, { [UPS.batteryStatus]: status })).toEqual(names);
  });

  it('of voltage and temperature', () => {
    expect(doubted({ 'battery.voltage': 0, 'battery.temperature': 0 })).toEqual([
      'battery.voltage',
      'battery.temperature',
    ]);
    expect(
      doubted({ 'battery.voltage': 1, 'battery.temperature': 1, 'battery.charge': 1, 'battery.runtime': 1 }),
    ).toEqual([]);
  });

  // 10 % or 50 W are more than any scale rounds down to nothing.
  it.each<[string, Vars, boolean]>([
    ['10 %', { 'ups.load': 10 }, true],
    ['9 %', { 'ups.load': 9 }, false],
    ['50 W', { 'output.realpower': 50 }, true],
    ['49 W', { 'output.realpower': 49 }, false],
    ['nothing told', {}, false],
  ])('of the current beside a load of %s: %s', (_what, load, doubt) => {
    expect(doubted({ ...load, 'output.current': 0 })).toEqual(doubt ? ['output.current'] : []);
    expect(doubted({ ...load, 'output.current': 1 })).toEqual([]);
  });

  it.each(['L1', 'L2', 'L3'] as const)('of each line by its own load: %s', (line) => {
    const zero: Vars = {
      'output.L1.current': 0,
      'output.L2.current': 0,
      'output.L3.current': 0,
      [`output.${line}.realpower`]: 0,
      [`output.${line}.power.percent`]: 30,
    };
    expect(doubted(zero)).toEqual([`output.${line}.current`, `output.${line}.realpower`]);
  });

  it.each([
    ['nothing', undefined, false],
    ['something else', SOURCE.other, false],
    ['no source', SOURCE.none, false],
    ['mains', SOURCE.normal, true],
    ['the bypass', SOURCE.bypass, true],
    ['the battery', SOURCE.battery, false],
    ['the booster', SOURCE.booster, true],
    ['the reducer', SOURCE.reducer, true],
  ])('of the input only where mains carries the load: %s', (_what, source, doubt) => {
    const vars: Vars = { 'ups.load': 30, 'input.current': 0, 'input.realpower': 0, 'output.current': 2 };
    const raw = source === undefined ? {} : { [UPS.outputSource]: source };
    expect(doubted(vars, raw)).toEqual(doubt ? ['input.current', 'input.realpower'] : []);
    expect(doubted({ ...vars, 'input.current': 2, 'input.realpower': 400 }, raw)).toEqual([]);
  });
});
