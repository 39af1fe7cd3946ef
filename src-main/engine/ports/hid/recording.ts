/**
 * Recordings of HID devices: a folder with the report descriptor (`report_descriptor.hex`), what the device answered
 * (`vectors.json`, a list of values with the bytes of their reports, or `reports.json`, reports by kind and number, and
 * `strings.json`, its strings by number), and what it is (`meta.json`).
 */
import { z, ZodError } from 'zod';
import type { Simulator } from '../../../../drivers/driver.ts';
import { hidAnswers } from '../../../../drivers/kit/talk.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { isWireOf, type Recorded, type RecordingFiles, type Replayed } from '../port.ts';
import { noRecording, type RecordingFolder, within } from '../recording-folder.ts';

const DESCRIPTOR = 'report_descriptor.hex';
/** What makes a folder such a recording. */
export const HID_FILES = [/^report_descriptor\.hex$/];

const hexText = z.string().regex(/^[0-9a-f\s]*$/i, 'is not bytes in hex');
const byReport = z.record(z.string(), hexText).default({});
const vectorsSchema = z.array(
  z.object({ type: z.enum(['Feature', 'Input', 'Output']), report_id: z.string(), report_bytes: hexText }),
);
const reportsSchema = z.object({ feature: byReport, input: byReport });
const stringsSchema = z.record(z.string(), z.string());
const metaSchema = z.object({
  vendor: z.string().optional(),
  model: z.string().optional(),
  serial: z.string().optional(),
  vidpid: z.string().nullish(),
});

/** The device that was recorded. Throws `SyntaxError`, or zod's error, where a file does not hold what it should. */
function readHidRecording(folder: RecordingFolder): Simulator['hid'] {
  const reports = recordedReports(folder);
  const meta = folder.has('meta.json') ? metaSchema.parse(json(folder, 'meta.json')) : {};
  const strings = folder.has('strings.json') ? stringsSchema.parse(json(folder, 'strings.json')) : {};
  const numbers = /([0-9a-f]{4})[:-]([0-9a-f]{4})/i.exec(meta.vidpid ?? folder.name);
  return {
    facts: {
      vendor: Number.parseInt(numbers?.[1] ?? '0', 16),
      product: Number.parseInt(numbers?.[2] ?? '0', 16),
      release: 0,
      descriptor: bytes(hexText.parse(folder.text(DESCRIPTOR))),
      ...(meta.vendor === undefined ? {} : { manufacturer: meta.vendor }),
      ...(meta.model === undefined ? {} : { productName: meta.model }),
      ...(meta.serial === undefined ? {} : { serial: meta.serial }),
    },
    // Logs of NUT call a report after the field it was asked for; NUT asks for all of them as features.
    get: (kind, report) => reports.get(`${kind} ${report}`) ?? reports.get(`input ${report}`) ?? 'stall',
    set: () => 'stall',
    string: (index) => strings[String(index)] ?? null,
    unasked: () => [],
  };
}

function recordedReports(folder: RecordingFolder): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  // The first byte repeats the report's number.
  const add = (kind: string, report: string, text: string) =>
    found.set(`${kind.toLowerCase()} ${Number(report)}`, bytes(text).subarray(1));
  if (folder.has('vectors.json')) {
    for (const each of vectorsSchema.parse(json(folder, 'vectors.json'))) {
      add(each.type, each.report_id, each.report_bytes);
    }
    return found;
  }
  if (!folder.has('reports.json')) return found;
  const { feature, input } = reportsSchema.parse(json(folder, 'reports.json'));
  for (const [kind, reports] of Object.entries({ feature, input })) {
    for (const [report, text] of Object.entries(reports)) add(kind, report, text);
  }
  return found;
}

function json(folder: RecordingFolder, name: string): unknown {
  return JSON.parse(folder.text(name));
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The device of a folder, as it answered. */
export function openHid(folder: RecordingFolder): Replayed<'hid'> {
  const device = within(folder.name, () => {
    try {
      return readHidRecording(folder);
    } catch (thrown) {
      if (thrown instanceof SyntaxError) throw noRecording(folder.name, thrown.message);
      if (thrown instanceof ZodError) throw noRecording(folder.name, thrown.issues[0]?.message ?? say('record.misfit'));
      throw thrown;
    }
  });
  return { kind: 'hid', facts: device.facts, answers: () => hidAnswers(device) };
}

/** Writes down the descriptor and whatever was answered. */
export function writeHid({ exchanges, facts }: Recorded, source: string): RecordingFiles {
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
    'reports.json': jsonOf({ feature: Object.fromEntries(reports.feature), input: Object.fromEntries(reports.input) }),
    'strings.json': jsonOf(Object.fromEntries(strings)),
    'meta.json': jsonOf(meta),
  };
}

function hex(data: Uint8Array): string {
  return Buffer.from(data).toString('hex');
}

function jsonOf(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
