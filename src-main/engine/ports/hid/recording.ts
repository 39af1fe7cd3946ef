/**
 * Recordings of HID devices: a folder with the report descriptor (`report_descriptor.hex`), what the device answered
 * (`vectors.json`, a list of values with the bytes of their reports, or `reports.json`, reports by kind and number, and
 * `strings.json`, its strings by number), and what it is (`meta.json`).
 */
import { z } from 'zod';
import type { Simulator } from '../../../../drivers/driver.ts';
import type { RecordingFolder } from '../recording-folder.ts';

/** What makes a folder such a recording. */
export const DESCRIPTOR = 'report_descriptor.hex';

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
export function readHidRecording(folder: RecordingFolder): Simulator['hid'] {
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
