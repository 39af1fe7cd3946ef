/** Recordings of SNMP agents: the variables that they answered with. */
import type { SnmpValue } from '../../../../drivers/driver.ts';
import { snmpAnswers } from '../../../../drivers/kit/talk.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { isWireOf, type Recorded, type RecordingFiles, type Replayed } from '../port.ts';
import { noRecording, type RecordingFolder, within } from '../recording-folder.ts';
import { formatSnmprec, parseSnmprec } from './snmprec.ts';

/** Which files hold such a recording. */
export const SNMP_FILES = [/\.snmprec$/];

/** An agent with the recorded variables, of which none can be written. */
export function openSnmp(folder: RecordingFolder, file: string): Replayed<'snmp'> {
  const rows = parseSnmprec(within(file, () => folder.text(file)));
  if (rows.size === 0) throw noRecording(file, say('record.noRow'));
  const agent = { rows: () => rows, set: () => 'notWritable' as const };
  return { kind: 'snmp', facts: { version: '2c' }, answers: () => snmpAnswers(agent) };
}

/** Writes down every variable that was answered. */
export function writeSnmp({ exchanges }: Recorded): RecordingFiles {
  const rows = new Map<string, SnmpValue>();
  for (const raw of exchanges) if (isWireOf('snmp', raw)) for (const [oid, value] of raw.data) rows.set(oid, value);
  return rows.size === 0 ? {} : { 'recording.snmprec': formatSnmprec(rows) };
}
