/** What was heard of a device, as a recording that Mainstay can replay: the forms are those of `engine/recordings`. */
import { isWireOf } from './raw.ts';
import type { SnmpValue } from '../../../drivers/driver.ts';
import { formatExchangeFile } from '../../../drivers/kit/exchange-file.ts';
import { formatSnmprec } from '../ports/snmp/snmprec.ts';
import type { Recorded } from '../ports/trace.ts';

/** Files of one recording by their names; empty when nothing was heard. */
export type RecordingFiles = Readonly<Record<string, string>>;

/** Writes down what was heard. */
export function recordingOf(recorded: Recorded, source: string): RecordingFiles {
  const { exchanges, facts } = recorded;
  const stream = exchanges.flatMap((raw) => {
    if (!isWireOf('stream', raw) || raw.wire.op !== 'exchange') return [];
    return [{ sent: raw.wire.send, came: raw.data }];
  });
  if (stream.length > 0) {
    return { 'recording.exchange': formatExchangeFile({ header: { proof: 'captured', source }, exchanges: stream }) };
  }
  const rows = new Map<string, SnmpValue>();
  for (const raw of exchanges) if (isWireOf('snmp', raw)) for (const [oid, value] of raw.data) rows.set(oid, value);
  if (rows.size > 0) return { 'recording.snmprec': formatSnmprec(rows) };
  if (facts === undefined || !('descriptor' in facts)) return {};
  const strings = new Map<string, string>();
  const reports = { feature: new Map<string, string>(), input: new Map<string, string>() };
  for (const raw of exchanges) {
    if (!isWireOf('hid', raw)) continue;
    // The text of a string descriptor follows its length and its type (USB 2.0, 9.6.7).
    if (raw.wire.op === 'string')
      strings.set(String(raw.wire.index), Buffer.from(raw.data.subarray(2)).toString('utf16le'));
    if (raw.wire.op !== 'get') continue;
    // The first byte repeats the report's number, as hidraw gives it.
    reports[raw.wire.kind].set(String(raw.wire.report), hex(Uint8Array.of(raw.wire.report, ...raw.data)));
  }
  const id = [facts.vendor, facts.product].map((number) => number.toString(16).padStart(4, '0')).join(':');
  const meta = { vendor: facts.manufacturer, model: facts.productName, serial: facts.serial, vidpid: id, source };
  return {
    'report_descriptor.hex': `${hex(facts.descriptor)}\n`,
    'reports.json': json({ feature: Object.fromEntries(reports.feature), input: Object.fromEntries(reports.input) }),
    'strings.json': json(Object.fromEntries(strings)),
    'meta.json': json(meta),
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function json(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
