/** Recordings of devices: finding them beside the drivers, and answering from them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyDriver, Reply, SnmpType, SnmpValue, Wire } from '../../drivers/driver.ts';
import { parseExchangeFile, recordedAnswers } from '../../drivers/kit/line/exchange-file.ts';
import { parseHidRecording } from '../../drivers/kit/hid/recording.ts';
import { runTalk, snmpAnswers } from '../../drivers/kit/talk.ts';
import { known } from './subject.ts';

const DRIVERS = join(import.meta.dirname, '../../drivers');

/** One recording of a driver's folder. */
export interface Fixture {
  readonly driver: AnyDriver;
  readonly name: string;
  readonly text: string;
  /** Where its golden stands. */
  readonly golden: string;
  readonly header: Readonly<Record<string, string>>;
}

/** The recordings of a driver. */
export function fixturesOf(driver: AnyDriver): readonly Fixture[] {
  const folder = join(DRIVERS, driver.id, 'fixtures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:exchange|snmprec|hid)$/.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return {
        driver,
        name: path,
        text,
        golden: join(folder, path.replace(/\.\w+$/, '.vars.json')),
        header: headerOf(text),
      };
    });
}

/** `# name: value` lines. */
function headerOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^#\s*([a-z]+)\s*:\s*(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
}

/** What the driver makes of the recording, as its golden holds it. */
export function readFixture({ driver, text }: Fixture): unknown {
  if (driver.port === 'stream') {
    const answer = recordedAnswers(parseExchangeFile(text));
    return reading(
      () => runTalk(driver.identify({}), answer).result,
      (identity) => runTalk(driver.poll('full', identity), answer).result,
    );
  }
  if (driver.port === 'snmp') {
    const answer = agentOf(text);
    return reading(
      () => runTalk(driver.identify({ version: '2c' }), answer).result,
      (identity) => runTalk(driver.poll('full', identity), answer).result,
    );
  }
  const recording = parseHidRecording(text);
  return reading(
    () => runTalk(driver.identify(recording.facts), recording.answer).result,
    (identity) => runTalk(driver.poll('full', identity), recording.answer).result,
  );
}

function reading<I extends Parameters<AnyDriver['abilities']>[0]>(
  identify: () => I | null,
  poll: (identity: I) => Parameters<typeof known>[1] | null,
): unknown {
  const identity = identify();
  if (identity === null) return null;
  const readings = poll(identity);
  if (readings === null) return { confidence: identity.confidence, poll: null };
  const { vars, derived } = known(identity, readings);
  return {
    confidence: identity.confidence,
    ...(identity.dialect === undefined ? {} : { dialect: identity.dialect }),
    vars: Object.fromEntries([...vars].toSorted(([a], [b]) => a.localeCompare(b))),
    derived: [...derived].toSorted(),
    absent: { ...identity.absent, ...readings.absent },
  };
}

/** Tags of recorded SNMP values (snmpsim, "Data file format"). */
const TAGS: Readonly<Record<string, SnmpType>> = {
  2: 'Integer',
  4: 'OctetString',
  6: 'ObjectIdentifier',
  64: 'IpAddress',
  65: 'Counter32',
  66: 'Gauge32',
  67: 'TimeTicks',
  68: 'Opaque',
  70: 'Counter64',
};
const NUMBERS: ReadonlySet<SnmpType> = new Set(['Integer', 'Counter32', 'Gauge32', 'TimeTicks', 'Counter64']);

function agentOf(text: string): (request: Wire['snmp']) => Reply<'snmp'> {
  const rows = new Map<string, SnmpValue>();
  for (const line of text.split('\n')) {
    const [, oid, tag, hex, value] = /^(\d[\d.]*)\|(\d+)(x?)\|(.*)$/.exec(line) ?? [];
    const type = TAGS[tag ?? ''];
    if (oid === undefined || value === undefined || type === undefined) continue;
    const plain = hex === 'x' ? Buffer.from(value, 'hex').toString('latin1') : value;
    rows.set(oid, { type, value: NUMBERS.has(type) ? Number(plain) : plain });
  }
  return snmpAnswers({ rows: () => rows, set: () => 'notWritable' });
}
