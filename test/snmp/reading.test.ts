/** From an agent's rows to variables: how often, under which names, and what its lines and alarms come to. */
import { describe, expect, it } from 'vitest';
import type { Identity, SnmpValue } from '../../drivers/driver.ts';
import { runTalk, snmpAnswers } from '../../drivers/kit/talk.ts';
import { UPS } from '../../drivers/snmp/tables/ietf/oids.ts';
import { driver } from '../../drivers/snmp/index.ts';
import type { Memory } from '../../drivers/snmp/memory.ts';

type Rows = Readonly<Record<string, SnmpValue>>;

const integer = (value: number): SnmpValue => ({ type: 'Integer', value });
const inputVoltage = (line: number): string => `${UPS.root}.3.3.1.3.${line}`;
const outputVoltage = (line: number): string => `${UPS.root}.4.4.1.2.${line}`;
const load = (line: number): string => `${UPS.root}.4.4.1.5.${line}`;

/** The least that an agent answers. */
const PLAIN: Rows = {
  '1.3.6.1.2.1.1.2.0': { type: 'ObjectIdentifier', value: UPS.root },
  [UPS.model]: { type: 'OctetString', value: 'Box' },
  [UPS.outputSource]: integer(3),
  [UPS.charge]: integer(88),
  [UPS.inputVoltageNominal]: integer(230),
  [inputVoltage(1)]: integer(231),
};

const answersOf = (rows: Rows) => snmpAnswers({ rows: () => new Map(Object.entries(rows)), set: () => 'notWritable' });

function identified(rows: Rows): Identity<Memory> {
  const { result } = runTalk(driver.identify({ version: '2c' }), answersOf(rows));
  if (result === null) throw new Error('The driver did not know the agent.');
  return result;
}

const readAll = (changes: Rows): Identity<Memory> => identified({ ...PLAIN, ...changes });

describe('how often', () => {
  it('says of what the agent never had only once that it is missing', () => {
    const identity = identified(PLAIN);
    expect(identity.absent).toHaveProperty(['battery.runtime']);
    const readings = runTalk(driver.poll('full', identity), answersOf(PLAIN)).result;
    expect(readings?.vars['battery.charge']).toBe(88);
    expect(readings?.absent ?? {}).not.toHaveProperty(['battery.runtime']);
  });

  it('reads what cannot change only once, and numbers of lines with it', () => {
    const rows = { ...PLAIN, [UPS.inputLines]: integer(1) };
    const identity = identified(rows);
    expect(identity.vars).toMatchObject({ 'ups.model': 'Box', 'input.phases': 1 });
    const { vars, absent = {} } = runTalk(driver.poll('full', identity), answersOf(rows)).result ?? { vars: {} };
    for (const name of ['ups.model', 'input.phases']) {
      expect(vars).not.toHaveProperty([name]);
      expect(absent).not.toHaveProperty([name]);
    }
  });

  it('reads in a quick poll only what an outage is known by', () => {
    const rows = { ...PLAIN, [outputVoltage(1)]: integer(230), [load(1)]: integer(20) };
    const identity = identified(rows);
    const quick = runTalk(driver.poll('quick', identity), answersOf(rows)).result;
    expect(quick?.vars).toMatchObject({ 'input.voltage': 231, 'ups.load': 20, 'ups.status': 'OL' });
    for (const said of [quick?.vars, quick?.absent ?? {}]) expect(said).not.toHaveProperty(['output.voltage']);
    expect(runTalk(driver.poll('full', identity), answersOf(rows)).result?.vars['output.voltage']).toBe(230);
  });
});

describe('what is not known', () => {
  it('takes nothing else with it: no source, no voltage', () => {
    expect(readAll({ [UPS.outputSource]: integer(1) }).vars).toMatchObject({
      'battery.charge': 88,
      'input.voltage': 231,
    });
    const { [inputVoltage(1)]: _gone, ...rest } = PLAIN;
    const { result } = runTalk(driver.poll('quick', identified(PLAIN)), answersOf(rest));
    expect(result?.vars).toMatchObject({ 'battery.charge': 88, 'ups.status': 'OL' });
    expect(result?.absent).toHaveProperty(['input.voltage']);
  });
});

describe('lines', () => {
  it.each([
    ['counted', { [UPS.inputLines]: integer(1) }, 1, false],
    ['counted as none', { [UPS.inputLines]: integer(0) }, 0, false],
    ['counted as less than none', { [UPS.inputLines]: integer(-1) }, 1, true],
    ['not counted', {}, 1, true],
    ['not counted, but two are seen', { [inputVoltage(2)]: integer(229) }, 2, true],
  ] as const)('that are %s', (_what, changes, phases, derived) => {
    const identity = readAll(changes);
    expect(identity.vars['input.phases']).toBe(phases);
    expect(identity.derived?.includes('input.phases') ?? false).toBe(derived);
    // The agent has no output at all.
    expect(identity.vars).not.toHaveProperty(['output.phases']);
  });

  it('of the input and of the output are counted apart', () => {
    const { vars } = readAll({ [inputVoltage(2)]: integer(229), [outputVoltage(1)]: integer(230) });
    expect(vars).toMatchObject({
      'input.phases': 2,
      'output.phases': 1,
      'input.L2-N.voltage': 229,
      'output.voltage': 230,
    });
  });

  it.each([
    [[10, 20, 30], 30],
    [[10, 30, 20], 30],
    [[30, 10, 20], 30],
  ])('%j: the load is the busiest one', (loads, busiest) => {
    const rows = Object.fromEntries(loads.map((value, index) => [load(index + 1), integer(value)]));
    const identity = readAll(rows);
    expect(identity.vars['ups.load']).toBe(busiest);
    expect(identity.derived).toContain('ups.load');
  });

  it('without any load make none up', () => {
    expect(readAll({}).vars).not.toHaveProperty(['ups.load']);
  });

  // A test on battery is called a test only where the input proves mains: the lowest line decides.
  it.each([
    ['all of them', [231, 229, 230], 'TEST OL DISCHRG'],
    ['all but the last', [231, 229, 12], 'OB TEST DISCHRG'],
    ['none that can be read', [], 'OB TEST DISCHRG'],
  ])('carry mains when %s do', (_what, volts, status) => {
    const { [inputVoltage(1)]: _first, ...rest } = PLAIN;
    const rows = Object.fromEntries(volts.map((value, index) => [inputVoltage(index + 1), integer(value)]));
    const testing = { [UPS.outputSource]: integer(5), [UPS.testResult]: integer(5), [outputVoltage(1)]: integer(230) };
    expect(identified({ ...rest, ...rows, ...testing }).vars['ups.status']).toBe(status);
  });
});

const named = (value: string): Rows => ({
  [UPS.alarmsPresent]: integer(1),
  [`${UPS.alarmDescr}.1`]: { type: 'ObjectIdentifier', value },
});

describe('mains at the input of a UPS in a test', () => {
  const testing = { [UPS.outputSource]: integer(5), [UPS.testResult]: integer(5), [outputVoltage(1)]: integer(230) };
  const statusOf = (rows: Rows): unknown => identified({ ...PLAIN, ...testing, ...rows }).vars['ups.status'];

  it('is not hidden by a line that cannot be read, nor by a small current', () => {
    expect(statusOf({ [inputVoltage(2)]: { type: 'OctetString', value: 'n/a' } })).toBe('TEST OL DISCHRG');
    expect(statusOf({ [`${UPS.root}.3.3.1.4.1`]: integer(20) })).toBe('TEST OL DISCHRG');
  });

  it('is not made up where no line is measured', () => {
    const { [inputVoltage(1)]: _none, [UPS.inputVoltageNominal]: _rating, ...rest } = PLAIN;
    const rows = { ...rest, ...testing, [UPS.transferLow]: integer(180) };
    expect(identified(rows).vars['ups.status']).toBe('OB TEST DISCHRG');
  });
});

describe('alarms', () => {
  it('that are none have no text', () => {
    const { vars, absent } = readAll({ [UPS.alarmsPresent]: integer(0) });
    expect(vars).not.toHaveProperty(['ups.alarm']);
    expect(absent ?? {}).not.toHaveProperty(['ups.alarm']);
    expect(vars['ups.status']).toBe('OL');
  });

  // RFC 1628 names alarms by objects without an instance; some agents add one.
  it.each(['8', '8.0'])('are known as %s', (number) => {
    expect(readAll(named(`${UPS.wellKnownAlarms}.${number}`)).vars).toMatchObject({
      'ups.alarm': 'Output overload',
      'ups.status': 'OL OVER',
    });
  });

  it('that are told twice are told once', () => {
    const twice = { type: 'ObjectIdentifier', value: `${UPS.wellKnownAlarms}.8` } as const;
    const rows = { [UPS.alarmsPresent]: integer(2), [`${UPS.alarmDescr}.1`]: twice, [`${UPS.alarmDescr}.2`]: twice };
    expect(readAll(rows).vars['ups.alarm']).toBe('Output overload');
  });
});
