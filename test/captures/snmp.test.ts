/** Every recorded agent that serves RFC 1628, against what LibreNMS is known to read from it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isBelow, plainOid } from '../../drivers/kit/oid/oid.ts';
import { runTalk, snmpAnswers } from '../../drivers/kit/talk.ts';
import { UPS } from '../../drivers/snmp/tables/ietf/oids.ts';
import { driver } from '../../drivers/snmp/index.ts';
import { table } from '../../drivers/snmp/tables/ietf/table.ts';
import { parseSnmprec } from '../../src-main/engine/ports/snmp/snmprec.ts';
import type { Value } from '../../src-shared/nut/index.ts';
import { describeWithRecordings, recordingsOf } from './recordings.ts';
import { type Difference, SNMP_DIFFERENCES } from './snmp-differences.ts';
import { NUMBERS, type SensorRule, STATES, TEST_RESULTS } from './snmp-sensors.ts';

const sensorsFile = z.object({
  sensors: z.object({
    discovery: z.object({ sensors: z.array(z.object({ sensor_oid: z.string(), sensor_current: z.coerce.number() })) }),
  }),
});

type Vars = ReadonlyMap<string, Value>;

interface Recording {
  readonly name: string;
  readonly rows: ReturnType<typeof parseSnmprec>;
  readonly sensors: readonly { readonly oid: string; readonly value: number }[];
}

const [rfc1628] = recordingsOf('snmp/rfc1628');

/** Every folder of recorded agents, of whatever MIB. */
function folders(): readonly string[] {
  if (rfc1628 === undefined) return [];
  const root = dirname(dirname(rfc1628));
  return readdirSync(root).flatMap((protocol) => recordingsOf(`snmp/${protocol}`));
}

function recordingIn(folder: string): Recording | null {
  const file = readdirSync(folder).find((name) => name.endsWith('.snmprec'));
  if (file === undefined) return null;
  const rows = parseSnmprec(readFileSync(join(folder, file), 'latin1'));
  if (!table.probes.some((oid) => rows.has(oid))) return null;
  const expected = join(folder, file.replace(/\.snmprec$/, '.expected.json'));
  return {
    name: `${basename(dirname(folder))}/${basename(folder)}`,
    rows,
    sensors: existsSync(expected) ? sensorsIn(expected) : [],
  };
}

function sensorsIn(path: string): Recording['sensors'] {
  const read = sensorsFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return (read.success ? read.data.sensors.discovery.sensors : [])
    .map(({ sensor_oid, sensor_current }) => ({ oid: plainOid(sensor_oid), value: sensor_current }))
    .filter(({ oid }) => isBelow(oid, UPS.root));
}

const recordings = folders()
  .map(recordingIn)
  .filter((recording) => recording !== null);

function varsOf({ rows }: Recording): Vars | null {
  const answer = snmpAnswers({ rows: () => rows, set: () => 'notWritable' });
  const identity = runTalk(driver.identify({ version: '2c' }, 'ietf'), answer).result;
  if (identity === null) return null;
  const polled = runTalk(driver.poll('full', identity), answer).result;
  const all = Object.entries<Value | undefined>({ ...identity.vars, ...polled?.vars });
  return new Map(all.filter((each): each is [string, Value] => each[1] !== undefined));
}

/** The object and the line of an OID; iStars agents add a zero to the line. */
function placeOf(oid: string): { readonly object: string; readonly line: number } {
  const below = oid.slice(UPS.root.length + 1);
  const [, column = '', line = ''] = /^(\d+\.\d+\.1\.\d+)\.(\d+)(?:\.0)?$/.exec(below) ?? [];
  return column === '' ? { object: below, line: 0 } : { object: column, line: Number(line) };
}

function valueFor({ names, convert }: SensorRule, line: number, vars: Vars): Value | undefined {
  const candidates =
    line === 0 ? names.slice(0, 1) : [...(line === 1 ? names.slice(0, 1) : []), ...names.slice(line, line + 1)];
  // Several lines stand under their own names, beside the busiest one as the load of the whole.
  const found = candidates
    .toReversed()
    .map((name) => vars.get(name))
    .find((value) => value !== undefined);
  return typeof found === 'number' && convert !== undefined ? convert(found) : found;
}

/** Whether ours says the same; numbers of LibreNMS are rounded to its display. */
function compare(object: string, line: number, theirs: number, vars: Vars): { same: boolean; ours: Value | undefined } {
  const states = STATES[object];
  if (states !== undefined) {
    const words = String(vars.get('ups.status') ?? '').split(' ');
    const { are = [], not = [] } = states[theirs] ?? {};
    return {
      same: are.every((word) => words.includes(word)) && !not.some((word) => words.includes(word)),
      ours: vars.get('ups.status'),
    };
  }
  if (object === '7.3.0')
    return { same: vars.get('ups.test.result') === TEST_RESULTS[theirs], ours: vars.get('ups.test.result') };
  if (object === '6.1.0')
    return { same: theirs > 0 === (vars.get('ups.alarm') !== undefined), ours: vars.get('ups.alarm') };
  const rule = NUMBERS.find((each) => each.object === object);
  if (rule === undefined) throw new Error(`No rule says what ${object} is called here.`);
  const ours = valueFor(rule, line, vars);
  return { same: typeof ours === 'number' && Math.abs(ours - theirs) < 0.01, ours };
}

describeWithRecordings('SNMP recordings of RFC 1628', () => {
  const needed = new Set<(typeof SNMP_DIFFERENCES)[number]>();
  const counts = { recordings: 0, compared: 0, same: 0, explained: 0 };
  afterAll(() => {
    console.log(
      [
        `captures: ${counts.recordings} agents with RFC 1628, ${counts.compared} values of LibreNMS: ${counts.same} read alike, ${counts.explained} otherwise for a reason`,
        ...SNMP_DIFFERENCES.map(({ why }) => `  ${why}`),
      ].join('\n'),
    );
  });

  it('are found', () => {
    expect(recordings.length).toBeGreaterThan(0);
    const own = recordings.filter(({ name }) => name.startsWith('rfc1628/'));
    expect(own.length).toBeGreaterThan(0);
  });

  describe.each(recordings.map((recording) => [recording.name, recording] as const))('%s', (_name, recording) => {
    it('is known, and every value of LibreNMS is read or its difference has a reason', () => {
      const vars = varsOf(recording);
      expect(vars, 'the driver did not know the agent').not.toBeNull();
      if (vars === null) return;
      counts.recordings += 1;
      const unexplained: Difference[] = [];
      for (const { oid, value } of recording.sensors) {
        const { object, line } = placeOf(oid);
        const { same, ours } = compare(object, line, value, vars);
        counts.compared += 1;
        if (same) {
          counts.same += 1;
          continue;
        }
        const difference: Difference = { recording: recording.name, object, line, theirs: value, ours };
        const reason = SNMP_DIFFERENCES.find(({ accountsFor }) => accountsFor(difference));
        if (reason === undefined) unexplained.push(difference);
        else {
          needed.add(reason);
          counts.explained += 1;
        }
      }
      expect(unexplained).toEqual([]);
    });
  });

  it('need every reason that is given', () => {
    expect(counts.compared).toBeGreaterThan(0);
    expect(SNMP_DIFFERENCES.filter((reason) => !needed.has(reason)).map(({ why }) => why)).toEqual([]);
  });
});
