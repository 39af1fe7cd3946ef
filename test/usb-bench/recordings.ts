/**
 * Recorded report descriptors with what their devices answered: out of the shared captures, or, in a checkout that has
 * none beside it, out of the driver's own fixtures, which are trimmed copies of most of them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { z } from 'zod';
import { parseHidRecording } from '../../drivers/kit/hid/recording.ts';
import { findProgram } from '../peers/harness.ts';
import type { DeviceSpec } from './protocol.ts';

const CAPTURES = join(import.meta.dirname, '../../../shared/captures/usb-hid');
const DRIVER = join(import.meta.dirname, '../../drivers/hid');
const SHARED = existsSync(CAPTURES);

/** Which recordings are used here, in words. */
export const RECORDINGS_IN_USE = SHARED ? `the recordings in ${CAPTURES}` : "the driver's own fixtures";

const vectorSchema = z.array(z.object({ type: z.string(), report_id: z.string(), report_bytes: z.string() }));
const reportsSchema = z.object({
  feature: z.record(z.string(), z.string()).default({}),
  input: z.record(z.string(), z.string()).default({}),
});

/** One recorded device. */
export interface Recorded {
  /** Its folder in the shared captures. */
  readonly folder: string;
  /** The trimmed copy in the driver's folder, where it may be copied. */
  readonly fixture?: string;
  readonly vendor: number;
  readonly product: number;
  readonly manufacturer?: string;
  readonly productName: string;
  readonly serial?: string;
  readonly release?: number;
  /** Volts of the mains that the model is made for; 230 where it is left out. */
  readonly mains?: 120 | 230;
  /** Texts by the index of their string descriptor, where the recording tells them. */
  readonly strings?: Readonly<Record<string, string>>;
}

/** Programs of this machine that the bench is made with, and the Debian packages that bring them. */
const NEEDED: Readonly<Record<string, string>> = {
  'qemu-system-x86_64': 'qemu-system-x86',
  busybox: 'busybox-static',
  xz: 'xz-utils',
  'dpkg-deb': 'dpkg',
  'apt-get': 'apt',
};

/**
 * A block of tests on the bench. Where a program is missing, it fails under CI=true and is skipped elsewhere, saying
 * what is missing.
 */
export function describeOnBench(title: string, body: () => void): void {
  const missing = Object.entries(NEEDED).flatMap(([program, name]) =>
    findProgram(program) === undefined ? [name] : [],
  );
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const message = `"${title}" needs ${missing.join(', ')}.`;
  if (process.env['CI'] === 'true') throw new Error(message);
  console.error(`\n*** ${message}\n*** SKIPPED.\n`);
  describe.skip(title, body);
}

/** Whether this checkout has the device. */
export function isHere({ fixture }: Recorded): boolean {
  return SHARED || fixture !== undefined;
}

/**
 * The recorded device as one that can be plugged in: with the reports that were recorded, or, where there are none or
 * `simulated` is wanted, with those of a simulated UPS behind its descriptor.
 */
export function recordedSpec(recorded: Recorded, simulated = false): DeviceSpec {
  const { descriptor, reports } = SHARED ? sharedRecording(recorded) : ownRecording(recorded);
  const { vendor, product, manufacturer, productName, serial, release = 0x0100, mains = 230 } = recorded;
  return {
    vendor,
    product,
    release,
    productName,
    mains,
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(serial === undefined ? {} : { serial }),
    descriptor,
    strings: { ...recorded.strings },
    ...(simulated || reports === undefined ? {} : { recorded: reports }),
  };
}

interface Recording {
  /** In hexadecimal digits. */
  readonly descriptor: string;
  readonly reports: DeviceSpec['recorded'];
}

function sharedRecording(recorded: Recorded): Recording {
  const folder = join(CAPTURES, recorded.folder);
  const text = readFileSync(join(folder, 'report_descriptor.hex'), 'utf8');
  return { descriptor: text.replace(/[^0-9a-f]/gi, '').toLowerCase(), reports: recordedReports(folder) };
}

function ownRecording({ folder, fixture }: Recorded): Recording {
  if (fixture === undefined) throw new Error(`Of ${folder} there is no copy in ${DRIVER}.`);
  const { facts, answer } = parseHidRecording(readFileSync(join(DRIVER, fixture), 'utf8'));
  const side = (kind: 'feature' | 'input'): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: 0x100 }, (_, report) => report).flatMap((report): [string, string][] => {
        const reply = answer({ op: 'get', kind, report, length: 0 });
        return reply.ok ? [[String(report), Buffer.from(reply.data).toString('hex')]] : [];
      }),
    );
  const reports = { feature: side('feature'), input: side('input') };
  const silent = Object.keys(reports.feature).length + Object.keys(reports.input).length === 0;
  return { descriptor: Buffer.from(facts.descriptor).toString('hex'), reports: silent ? undefined : reports };
}

function recordedReports(folder: string): NonNullable<DeviceSpec['recorded']> | undefined {
  const found: { feature: Record<string, string>; input: Record<string, string> } = { feature: {}, input: {} };
  const add = (kind: string, id: string, bytes: string): void => {
    const side = kind.toLowerCase() === 'feature' ? found.feature : found.input;
    // The first byte repeats the id.
    side[String(Number(id))] = bytes
      .toLowerCase()
      .replace(/[^0-9a-f]/g, '')
      .slice(2);
  };
  const vectors = join(folder, 'vectors.json');
  const reports = join(folder, 'reports.json');
  if (existsSync(vectors)) {
    for (const each of vectorSchema.parse(JSON.parse(readFileSync(vectors, 'utf8')))) {
      add(each.type, each.report_id, each.report_bytes);
    }
    return found;
  }
  if (!existsSync(reports)) return undefined;
  const { feature, input } = reportsSchema.parse(JSON.parse(readFileSync(reports, 'utf8')));
  for (const [id, bytes] of Object.entries(feature)) add('feature', id, bytes);
  for (const [id, bytes] of Object.entries(input)) add('input', id, bytes);
  return found;
}
