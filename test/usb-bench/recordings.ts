/** Recorded report descriptors with what their devices answered, out of the shared captures. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { z } from 'zod';
import { findProgram } from '../peers/harness.ts';
import type { DeviceSpec } from './protocol.ts';

const CAPTURES = join(import.meta.dirname, '../../../shared/captures/usb-hid');

const vectorSchema = z.array(z.object({ type: z.string(), report_id: z.string(), report_bytes: z.string() }));
const reportsSchema = z.object({
  feature: z.record(z.string(), z.string()).default({}),
  input: z.record(z.string(), z.string()).default({}),
});

/** One recorded device. */
export interface Recorded {
  readonly folder: string;
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
 * A block of tests on the bench. Where a program or the recorded devices are missing, it fails under CI=true and is
 * skipped elsewhere, saying what is missing.
 */
export function describeOnBench(title: string, body: () => void): void {
  const packages = Object.entries(NEEDED).flatMap(([program, name]) =>
    findProgram(program) === undefined ? [name] : [],
  );
  const missing = [...packages, ...(existsSync(CAPTURES) ? [] : [`the recorded devices in ${CAPTURES}`])];
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const message = `"${title}" needs ${missing.join(', ')}.`;
  if (process.env['CI'] === 'true') throw new Error(message);
  console.error(`\n*** ${message}\n*** SKIPPED.\n`);
  describe.skip(title, body);
}

/**
 * The recorded device as one that can be plugged in: with the reports that were recorded, or, where there are none or
 * `simulated` is wanted, with those of a simulated UPS behind its descriptor.
 */
export function recordedSpec(recorded: Recorded, simulated = false): DeviceSpec {
  const folder = join(CAPTURES, recorded.folder);
  const { vendor, product, manufacturer, productName, serial, release = 0x0100, mains = 230 } = recorded;
  const reports = simulated ? undefined : recordedReports(folder);
  return {
    vendor,
    product,
    release,
    productName,
    mains,
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(serial === undefined ? {} : { serial }),
    descriptor: readFileSync(join(folder, 'report_descriptor.hex'), 'utf8')
      .replace(/[^0-9a-f]/gi, '')
      .toLowerCase(),
    strings: { ...recorded.strings },
    ...(reports === undefined ? {} : { recorded: reports }),
  };
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
