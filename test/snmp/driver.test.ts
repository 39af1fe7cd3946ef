/** The SNMP driver: what it asks, how often, and what it makes of agents that do as they please. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Identity, Reply, SnmpRequest, SnmpValue } from '../../drivers/driver.ts';
import { runTalk, snmpAnswers } from '../../drivers/kit/talk.ts';
import { UPS } from '../../drivers/snmp/tables/ietf/oids.ts';
import { driver } from '../../drivers/snmp/index.ts';
import type { Memory } from '../../drivers/snmp/memory.ts';
import { tables } from '../../drivers/snmp/tables.ts';
import { createUpsModel, PROFILES, type UpsModel } from '../../src-shared/ups-model/index.ts';
import { generatedFiles } from '../../scripts/generate-drivers.ts';
import { agentFor, openTo, readAll } from './snmp-wire.ts';

type Rows = Record<string, SnmpValue>;

const integer = (value: number): SnmpValue => ({ type: 'Integer', value });
const words = (value: string): SnmpValue => ({ type: 'OctetString', value });
const INPUT_VOLTAGE = `${UPS.root}.3.3.1.3.1`;
const OUTPUT_VOLTAGE = `${UPS.root}.4.4.1.2.1`;

/** The least that a full agent answers. */
const PLAIN: Rows = {
  '1.3.6.1.2.1.1.2.0': { type: 'ObjectIdentifier', value: '1.3.6.1.2.1.33' },
  [UPS.manufacturer]: words('Acme'),
  [UPS.model]: words('Box'),
  [UPS.batteryStatus]: integer(2),
  [UPS.minutesRemaining]: integer(41),
  [UPS.charge]: integer(100),
  [UPS.outputSource]: integer(3),
  [INPUT_VOLTAGE]: integer(231),
  [OUTPUT_VOLTAGE]: integer(230),
};

function answersOf(rows: Rows): (request: SnmpRequest) => Reply<'snmp'> {
  return snmpAnswers({ rows: () => new Map(Object.entries(rows)), set: () => 'notWritable' });
}

function identify(rows: Rows, dialect?: string): Identity<Memory> | null {
  return runTalk(driver.identify({ version: '2c' }, dialect), answersOf(rows)).result;
}

/** Everything that the driver says of an agent with these rows beside the plain ones; undefined takes one away. */
function read(changes: Readonly<Record<string, SnmpValue | undefined>> = {}) {
  const entries = Object.entries({ ...PLAIN, ...changes });
  const rows = Object.fromEntries(
    entries.flatMap(([oid, value]) => (value === undefined ? [] : [[oid, value] as const])),
  );
  const identity = identify(rows);
  if (identity === null) throw new Error('The driver did not know the agent.');
  return identity;
}

function pollOf(ups: UpsModel, depth: 'quick' | 'full') {
  const answer = snmpAnswers(driver.simulate(ups));
  const identity = runTalk(driver.identify({ version: '2c' }), answer).result;
  if (identity === null) throw new Error('The driver did not know its own simulator.');
  return runTalk(driver.poll(depth, identity), answer);
}

describe('identification', () => {
  it('knows no agent without the table', () => {
    expect(identify({ '1.3.6.1.2.1.1.2.0': { type: 'ObjectIdentifier', value: '1.3.6.1.4.1.8072' } })).toBeNull();
  });

  it('knows an agent whose name promises nothing by its objects', () => {
    const rows = { ...PLAIN, '1.3.6.1.2.1.1.2.0': { type: 'ObjectIdentifier', value: '1.3.6.1.4.1.99999' } as const };
    expect(identify(rows)).toMatchObject({ confidence: 'certain', dialect: 'ietf' });
  });

  it('takes only a table that exists where one is forced', () => {
    expect(identify(PLAIN, 'ietf')).not.toBeNull();
    expect(identify(PLAIN, 'nonesuch')).toBeNull();
  });

  it('lists every table of its folder, under its id', () => {
    const drivers = join(import.meta.dirname, '../../drivers');
    const files = readdirSync(join(drivers, 'snmp/tables')).filter((file) => file !== 'index.ts');
    expect(tables.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
    const path = join('snmp', 'tables', 'index.ts');
    expect(readFileSync(join(drivers, path), 'utf8')).toBe(generatedFiles(drivers).get(path));
  });

  it.each(tables.map((table) => [table.id, table] as const))('has a table without doubles: %s', (_id, table) => {
    const oids = [...table.rows.map(({ oid }) => oid), ...table.helpers.map(({ oid }) => oid)];
    expect(new Set(oids).size).toBe(oids.length);
    const names = table.rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('asking', () => {
  it.each(['quick', 'full'] as const)('takes one message for a %s poll', (depth) => {
    const { requests, result } = pollOf(createUpsModel(), depth);
    expect(requests.map(({ op }) => op)).toEqual(['get']);
    expect(result?.vars['ups.status']).toBe('OL');
  });

  it('takes one more while alarms stand', () => {
    const ups = createUpsModel();
    ups.world.mainsVoltage = 0;
    ups.advance(5);
    expect(pollOf(ups, 'quick').requests.map(({ op }) => op)).toEqual(['get', 'walk']);
  });

  it('does not ask again for what the agent does not have', () => {
    const identity = read({ [UPS.charge]: undefined });
    const asked: string[] = [];
    runTalk(driver.poll('full', identity), (request) => {
      if (request.op === 'get') asked.push(...request.oids);
      return answersOf(PLAIN)(request);
    });
    expect(asked).toContain(UPS.minutesRemaining);
    expect(asked).not.toContain(UPS.charge);
    expect(identity.absent).toMatchObject({ 'battery.charge': 'the agent does not have it' });
  });

  it('has nothing to say when the agent falls silent', () => {
    const identity = read();
    expect(runTalk(driver.poll('quick', identity), () => ({ ok: false, fault: 'timeout' })).result).toBeNull();
    expect(runTalk(driver.poll('quick', identity), () => ({ ok: true, data: new Map() })).result).toBeNull();
  });

  it('says what the agent no longer answers', () => {
    const identity = read();
    const { [UPS.charge]: _gone, ...rest } = PLAIN;
    const readings = runTalk(driver.poll('quick', identity), answersOf(rest)).result;
    expect(readings?.vars).not.toHaveProperty(['battery.charge']);
    expect(readings?.absent).toMatchObject({ 'battery.charge': 'the agent no longer answers for it' });
  });
});

describe('status', () => {
  const NOMINAL = { [UPS.inputVoltageNominal]: integer(230) };
  const DEEP: SnmpValue = { type: 'ObjectIdentifier', value: `${UPS.wellKnownTests}.5` };
  it.each([
    ['source normal', {}, 'OL'],
    ['source none', { [UPS.outputSource]: integer(2) }, 'OFF'],
    ['source none, mains measured', { [UPS.outputSource]: integer(2), ...NOMINAL }, 'OFF OL'],
    ['source none, no mains', { [UPS.outputSource]: integer(2), [INPUT_VOLTAGE]: integer(0), ...NOMINAL }, 'OFF OB'],
    ['source bypass', { [UPS.outputSource]: integer(4) }, 'OL BYPASS'],
    ['source battery', { [UPS.outputSource]: integer(5) }, 'OB DISCHRG'],
    ['source booster', { [UPS.outputSource]: integer(6) }, 'OL BOOST'],
    ['source reducer', { [UPS.outputSource]: integer(7) }, 'OL TRIM'],
    ['low battery', { [UPS.outputSource]: integer(5), [UPS.batteryStatus]: integer(3) }, 'OB LB DISCHRG'],
    ['depleted battery', { [UPS.batteryStatus]: integer(4) }, 'OL LB'],
    ['a test', { [UPS.testResult]: integer(5) }, 'OL TEST'],
    [
      'a test on battery, mains measured',
      { [UPS.outputSource]: integer(5), [UPS.testResult]: integer(5), ...NOMINAL },
      'TEST OL DISCHRG',
    ],
    [
      'a test on battery, mains not measured',
      { [UPS.outputSource]: integer(5), [UPS.testResult]: integer(5), [INPUT_VOLTAGE]: undefined, ...NOMINAL },
      'OB TEST DISCHRG',
    ],
    [
      'a test flag stuck in an outage',
      { [UPS.outputSource]: integer(5), [UPS.testResult]: integer(5), [INPUT_VOLTAGE]: integer(12), ...NOMINAL },
      'OB TEST DISCHRG',
    ],
    ['a calibration', { [UPS.testResult]: integer(5), [UPS.testId]: DEEP }, 'OL CAL'],
    [
      'source other, seconds on battery',
      { [UPS.outputSource]: integer(1), [UPS.secondsOnBattery]: integer(7) },
      'OB DISCHRG',
    ],
  ])('%s', (_title, changes: Readonly<Record<string, SnmpValue | undefined>>, expected) => {
    expect(read(changes).vars['ups.status']).toBe(expected);
  });

  it('is not guessed where the source is none that the MIB knows', () => {
    for (const source of [1, 0, 99]) {
      const identity = read({ [UPS.outputSource]: integer(source) });
      expect(identity.vars).not.toHaveProperty(['ups.status']);
      expect(identity.absent).toHaveProperty(['ups.status']);
    }
  });
});

/** An alarm table with these well-known alarms. */
const alarms = (...numbers: number[]): Rows => ({
  [UPS.alarmsPresent]: { type: 'Gauge32', value: numbers.length },
  ...Object.fromEntries(
    numbers.map((number, index) => [
      `${UPS.alarmDescr}.${index + 95}`,
      { type: 'ObjectIdentifier', value: `${UPS.wellKnownAlarms}.${number}` } as const,
    ]),
  ),
});

describe('alarms', () => {
  it('are named, and raise their words', () => {
    const { vars } = read(alarms(1, 8, 13));
    expect(vars['ups.alarm']).toBe('Battery needs replacement, Output overload, Charger failed');
    expect(vars['ups.status']).toBe('OL RB OVER ALARM');
  });

  it('that only say what the status says raise no ALARM', () => {
    const { vars } = read({ ...alarms(2, 6), [UPS.outputSource]: integer(5) });
    expect(vars['ups.status']).toBe('OB DISCHRG');
    expect(vars['ups.alarm']).toBe('On battery, Input out of tolerance');
  });

  it("of a maker's own are shown by their name", () => {
    const own = { type: 'ObjectIdentifier', value: '1.3.6.1.4.1.318.0.636' } as const;
    const { vars } = read({ [UPS.alarmsPresent]: integer(1), [`${UPS.alarmDescr}.1`]: own });
    expect(vars['ups.alarm']).toBe('Alarm 1.3.6.1.4.1.318.0.636');
    expect(vars['ups.status']).toBe('OL ALARM');
  });

  it('that are counted but not named raise ALARM without a text', () => {
    const { vars, absent } = read({ [UPS.alarmsPresent]: integer(2) });
    expect(vars['ups.status']).toBe('OL ALARM');
    expect(absent).toHaveProperty(['ups.alarm']);
  });

  it('of lost contact withhold every value that is old', () => {
    const { vars, absent } = read(alarms(20));
    expect(vars).not.toHaveProperty(['ups.status']);
    expect(vars).not.toHaveProperty(['battery.charge']);
    expect(vars).not.toHaveProperty(['input.voltage']);
    expect(absent).toHaveProperty(['ups.status']);
    expect(vars['ups.alarm']).toBe('The agent lost contact with the UPS');
  });
});

describe('values', () => {
  it.each([
    ['a number as text', words('88'), 88],
    ['a number as text with its unit', words(' 88 %'), 88],
    ['a Gauge32', { type: 'Gauge32', value: 88 }, 88],
    ['an Opaque float', { type: 'Opaque', value: '\u009f\u0078\u0004\u0042\u00b0\u0000\u0000' }, 88],
    ['-1', integer(-1), undefined],
    ['255', integer(255), undefined],
    ['2^32 - 1', { type: 'Gauge32', value: 4_294_967_295 }, undefined],
    ['0 beside a battery that is not low', integer(0), undefined],
    ['an empty text', words(''), undefined],
    ['words', words('n/a'), undefined],
    ['an OID', { type: 'ObjectIdentifier', value: '1.3' }, undefined],
  ] as const)('reads a charge that is %s', (_title, value, expected) => {
    const { vars, absent } = read({ [UPS.charge]: value });
    expect(vars['battery.charge']).toBe(expected);
    expect(Object.hasOwn(absent ?? {}, 'battery.charge')).toBe(expected === undefined);
  });

  it('believes zero of a battery that is low', () => {
    const low = { [UPS.batteryStatus]: integer(3), [UPS.charge]: integer(0), [UPS.minutesRemaining]: integer(0) };
    expect(read(low).vars).toMatchObject({ 'battery.charge': 0, 'battery.runtime': 0 });
  });

  it('reads minutes as seconds, and does not believe 0 minutes', () => {
    expect(read().vars['battery.runtime']).toBe(41 * 60);
    expect(read({ [UPS.minutesRemaining]: integer(0) }).vars).not.toHaveProperty(['battery.runtime']);
  });

  it.each([65_535, 2_147_483_647, 4_294_967_295, -32_768])('takes no runtime from %d', (value) => {
    const { vars, absent } = read({ [UPS.minutesRemaining]: { type: 'Gauge32', value } });
    expect(vars).not.toHaveProperty(['battery.runtime']);
    expect(absent).toHaveProperty(['battery.runtime']);
  });

  it.each([
    ['tenths', 499, 49.9],
    ['hundredths', 4999, 49.99],
    ['whole Hertz', 60, 60],
    ['nothing', 0, 0],
  ])('tells a frequency in %s by its size', (_title, raw, expected) => {
    expect(read({ [UPS.outputFrequency]: integer(raw) }).vars['output.frequency']).toBe(expected);
  });

  it('learns that an agent counts tenths of a Volt, and keeps to it in a brown-out', () => {
    const rows = { ...PLAIN, [INPUT_VOLTAGE]: integer(2312) };
    const identity = identify(rows);
    if (identity === null) throw new Error('The driver did not know the agent.');
    expect(identity.vars['input.voltage']).toBe(231.2);
    expect(identity.vars['output.voltage']).toBe(230);
    const brown = { ...rows, [INPUT_VOLTAGE]: integer(812) };
    expect(runTalk(driver.poll('quick', identity), answersOf(brown)).result?.vars['input.voltage']).toBe(81.2);
  });

  it('takes no flow of zero from a loaded UPS', () => {
    const load = { [`${UPS.root}.4.4.1.5.1`]: integer(30), [`${UPS.root}.4.4.1.3.1`]: integer(0) };
    const { vars, absent } = read(load);
    expect(vars['ups.load']).toBe(30);
    expect(vars).not.toHaveProperty(['output.current']);
    expect(absent).toHaveProperty(['output.current']);
  });

  it('leaves names out that are no text', () => {
    const { vars } = read({ [UPS.model]: integer(7), [UPS.firmware]: words('\u0001\u0002') });
    expect(vars).not.toHaveProperty(['ups.model']);
    expect(vars).not.toHaveProperty(['ups.firmware']);
  });
});

describe('lines', () => {
  it('of three phases have names of their own, and the busiest gives the load', () => {
    const ups = createUpsModel(PROFILES['three-phase']);
    const readings = pollOf(ups, 'full').result;
    expect(readings?.vars).toMatchObject({
      'input.L1-N.voltage': 230,
      'input.L3-N.voltage': 230,
      'output.L2-N.voltage': 230,
      'input.bypass.L1-N.voltage': 230,
      'input.L2.frequency': 50,
    });
    expect(readings?.vars).not.toHaveProperty(['input.voltage']);
    expect(readings?.derived).toContain('ups.load');
    expect(readings?.vars['ups.load']).toBe(readings?.vars['output.L1.power.percent']);
  });

  it('that an agent does not count are those with a voltage', () => {
    const two = `${UPS.root}.3.3.1.3.2`;
    const three = `${UPS.root}.3.3.1.3.3`;
    expect(read({ [two]: integer(0), [three]: integer(0) }).vars['input.voltage']).toBe(231);
    expect(read({ [two]: integer(229), [three]: integer(0) }).vars).toMatchObject({
      'input.L1-N.voltage': 231,
      'input.L2-N.voltage': 229,
    });
  });

  it('are at most three, whatever the agent counts', () => {
    const { vars } = read({ [UPS.inputLines]: integer(2_000_000_000) });
    expect(vars['input.voltage']).toBe(231);
  });
});

/** A UPS that was told to shut down and return. */
function ordered(argument?: string) {
  const ups = createUpsModel();
  const answer = snmpAnswers(driver.simulate(ups));
  const identity = runTalk(driver.identify({ version: '2c' }), answer).result;
  if (identity === null) throw new Error('The driver did not know its own simulator.');
  const command = driver.abilities(identity).commands['shutdown.return'];
  if (command === undefined) throw new Error('There is no such command.');
  return { ups, talk: runTalk(command.run(argument), answer) };
}

describe('shutdown and return', () => {
  it('is one message', () => {
    const { talk } = ordered('30 60');
    expect(talk.result).toEqual({ result: 'accepted' });
    expect(talk.requests).toHaveLength(1);
  });

  it('comes back when mains returned during the countdown', () => {
    const { ups } = ordered('30 60');
    ups.world.mainsVoltage = 0;
    ups.advance(10);
    ups.world.mainsVoltage = 230;
    ups.advance(21);
    expect(ups.state().output.on).toBe(false);
    ups.advance(60);
    expect(ups.state().output.on).toBe(true);
  });

  it('comes back when mains never failed', () => {
    const { ups } = ordered('30 60');
    ups.advance(31);
    expect(ups.state().output.on).toBe(false);
    ups.advance(60);
    expect(ups.state().output.on).toBe(true);
  });

  it('waits for mains that is still away', () => {
    const { ups } = ordered('30 60');
    ups.world.mainsVoltage = 0;
    ups.advance(500);
    expect(ups.state().output.on).toBe(false);
    ups.world.mainsVoltage = 230;
    ups.advance(30);
    expect(ups.state().output.on).toBe(true);
  });

  it.each(['soon', '-5', '30 60 90', '1e3', '4.5'])('sends nothing for "%s"', (argument) => {
    const { talk } = ordered(argument);
    expect(talk.result.result).toBe('invalid');
    expect(talk.requests).toHaveLength(0);
  });
});

describe('over UDP', () => {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const clean of cleanups.splice(0)) await clean();
  });

  it.each(['1', '2c'] as const)('reads the same as without a network, in version %s', async (version) => {
    const ups = createUpsModel();
    ups.world.mainsVoltage = 0;
    ups.advance(30);
    const server = await agentFor(ups);
    cleanups.push(() => server.close());
    const transport = await openTo(server.port, { version });
    cleanups.push(() => transport.close());
    const { readings } = await readAll(transport);
    expect(readings).toEqual(pollOf(ups, 'full').result);
  });
});

describe('words made from numbers', () => {
  /** All ones, and the ends of the ranges: "I do not know". */
  const UNKNOWN = [65_535, 2_147_483_647, 4_294_967_295];

  it.each(UNKNOWN)('do not follow from %d', (unknown) => {
    // Where the source is not told, seconds on battery tell of an outage.
    const other = { [UPS.outputSource]: integer(1) };
    expect(read({ ...other, [UPS.secondsOnBattery]: integer(20) }).vars['ups.status']).toBe('OB DISCHRG');
    expect(read({ ...other, [UPS.secondsOnBattery]: integer(unknown) }).vars['ups.status']).toBeUndefined();
    // Alarms that are counted and not named make ALARM.
    expect(read({ [UPS.alarmsPresent]: integer(2) }).vars['ups.status']).toBe('OL ALARM');
    expect(read({ [UPS.alarmsPresent]: integer(unknown) }).vars['ups.status']).toBe('OL');
  });

  it('do not follow from a voltage that is withheld', () => {
    // A test with mains there is no outage; mains of 45 kV is none.
    const test = { [UPS.outputSource]: integer(5), [UPS.testResult]: integer(5), [UPS.transferLow]: integer(180) };
    expect(read(test).vars['ups.status']).toBe('TEST OL DISCHRG');
    expect(read({ ...test, [INPUT_VOLTAGE]: integer(45_000) }).vars['ups.status']).toBe('OB TEST DISCHRG');
  });
});

describe('an agent that does not reach its UPS', () => {
  const zeros = {
    [UPS.batteryStatus]: integer(1),
    [UPS.minutesRemaining]: integer(0),
    [UPS.charge]: integer(0),
    [UPS.outputSource]: integer(1),
    [INPUT_VOLTAGE]: integer(0),
    [OUTPUT_VOLTAGE]: integer(0),
  };

  it('and answers zeros gives no reading, and is not known by them', () => {
    const identity = read();
    const rows = { ...PLAIN, ...zeros };
    expect(runTalk(driver.poll('full', identity), answersOf(rows)).result).toBeNull();
    expect(runTalk(driver.poll('quick', identity), answersOf(rows)).result).toBeNull();
    expect(identify(rows)).toBeNull();
    // The same zeros with a source are a UPS at its end.
    const dying = { ...rows, [UPS.outputSource]: integer(5), [UPS.batteryStatus]: integer(4) };
    expect(runTalk(driver.poll('full', identity), answersOf(dying)).result?.vars['ups.status']).toContain('OB LB');
  });
});

/** An agent that answers for nothing but what tells its table. */
const lost = (request: SnmpRequest): Reply<'snmp'> =>
  request.op === 'get' && !request.oids.includes(UPS.batteryStatus)
    ? { ok: false, fault: 'timeout' }
    : answersOf(PLAIN)(request);

describe('an agent that answers oddly beside what tells its table', () => {
  it('is known without the objects that it does not answer for, and they are told', () => {
    const found = runTalk(driver.identify({ version: '2c' }), lost).result;
    expect(found).toMatchObject({ confidence: 'certain', dialect: 'ietf', vars: { 'ups.status': 'OL' } });
    expect(Object.keys(found?.extras ?? {}).length).toBe(2);
  });

  it('is known whatever its description and its name of itself', () => {
    const odd = { '1.3.6.1.2.1.1.1.0': integer(7), '1.3.6.1.2.1.1.2.0': words('\u0000\u00ff??') };
    expect(read(odd)).toMatchObject({ confidence: 'certain', dialect: 'ietf', vars: { 'ups.status': 'OL' } });
  });
});
