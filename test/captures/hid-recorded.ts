/** Recorded HID devices: their files, and the driver at the end of what they answered. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PortFacts, Reply, Wire } from '../../drivers/driver.ts';
import { driver } from '../../drivers/hid/index.ts';
import { runTalk } from '../../drivers/kit/talk.ts';
import type { Value } from '../../src-shared/nut/index.ts';
import { known } from '../conformance/subject.ts';

const metaSchema = z.object({
  vendor: z.string().optional(),
  vidpid: z.string().optional(),
  descriptor_check: z.object({ bytes: z.number(), sha256: z.string() }).optional(),
  expected: z.unknown().optional(),
});
/** Values with their fields and reports, as NUT logged them. */
export const vectorsSchema = z.array(
  z.object({
    path: z.string(),
    type: z.enum(['Input', 'Feature']),
    report_id: z.string(),
    offset: z.number(),
    size: z.number(),
    value: z.number(),
    raw: z.number(),
    report_bytes: z.string(),
  }),
);
/** Values without a descriptor, with as much of the field as the log tells. */
export const looseSchema = z.array(
  z.object({
    report: z.string(),
    path: z.string(),
    offset: z.number(),
    size: z.number(),
    value: z.number().optional(),
    unit: z.string().optional(),
    unitexp: z.number().optional(),
    value_from_unitexp: z.number().optional(),
  }),
);
/** Reports by id with the variables that they give. */
export const givenSchema = z.record(
  z.string(),
  z.object({
    hex: z.string().optional(),
    hex_stated: z.string().optional(),
    expected: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  }),
);
/** Reports with their direction. */
export const typedSchema = z.array(z.object({ type: z.string().optional(), report: z.string().optional() }));

/** Bytes written as hexadecimal digits. */
export const hex = (text: string): Uint8Array =>
  Uint8Array.from((text.match(/[0-9a-f]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16)));
/** A file of a recording. */
export const json = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
/** What was noted down with a recording. */
export const metaOf = (folder: string) => metaSchema.parse(json(folder, 'meta.json'));
/** Whether a recording has this file. */
export const has = (folder: string, file: string): boolean => existsSync(join(folder, file));

/** What a port knows of a recorded device. */
export function factsOf(folder: string, descriptor: Uint8Array): PortFacts['hid'] {
  const [vendor = 0, product = 0] = (metaOf(folder).vidpid ?? '0463:ffff')
    .split(':')
    .map((id) => Number.parseInt(id, 16));
  return { vendor, product, release: 0, descriptor };
}

/** Answers from reports, by direction and id; what was not recorded the device does not give. */
export function answering(reports: ReadonlyMap<string, Uint8Array>): (request: Wire['hid']) => Reply<'hid'> {
  return (request) => {
    const data = request.op === 'get' ? reports.get(`${request.kind} ${request.report}`) : undefined;
    return data === undefined ? { ok: false, fault: 'refused' } : { ok: true, data };
  };
}

/** Everything that the driver makes of what a device answers. */
export function readFrom(
  facts: PortFacts['hid'],
  answer: (request: Wire['hid']) => Reply<'hid'>,
): ReadonlyMap<string, Value> {
  return asked(facts, answer).vars;
}

function asked(facts: PortFacts['hid'], answer: (request: Wire['hid']) => Reply<'hid'>) {
  const { result: identity } = runTalk(driver.identify(facts), answer);
  if (identity === null) throw new Error('The driver does not know the device.');
  const { result: polled } = runTalk(driver.poll('full', identity), answer);
  return { identity, vars: known(identity, polled ?? { vars: {} }).vars };
}

/** The same from reports, with what input reports say besides. */
export function read(facts: PortFacts['hid'], reports: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, unknown> {
  const { identity, vars: before } = asked(facts, answering(reports));
  let vars: ReadonlyMap<string, unknown> = before;
  for (const [key, data] of reports) {
    const [kind, report] = key.split(' ');
    if (kind !== 'input') continue;
    const heard = driver.overheard?.({ report: Number(report), data }, identity, Object.fromEntries(before));
    vars = new Map([...Object.entries(heard?.vars ?? {}), ...vars]);
  }
  return vars;
}
