/** Descriptors and reports gone wrong, and what must hold for the driver whatever they are. */
import type { Reply, Wire } from '../../drivers/driver.ts';
import { driver } from '../../drivers/hid/index.ts';
import { parseHidDescriptor } from '../../drivers/kit/hid/descriptor.ts';
import type { HidField } from '../../drivers/kit/hid/field.ts';
import { measured, putRaw, rawValue } from '../../drivers/kit/hid/value.ts';
import { runTalk } from '../../drivers/kit/talk.ts';
import { parseStatus } from '../../src-shared/nut/index.ts';
import { misfitType } from './types-fit.ts';

/** Numbers from a seed, the same each time (xorshift): a million cases are too many to be drawn by a library. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** A descriptor with bytes changed, cut, doubled, moved or made up. */
export function mutated(descriptor: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = [...descriptor];
  for (let times = 1 + random(4); times > 0; times -= 1) {
    const at = random(bytes.length + 1);
    const length = random(12);
    const kind = random(6);
    if (kind === 0) bytes[at] = random(256);
    else if (kind === 1) bytes = bytes.slice(0, at);
    else if (kind === 2) bytes.splice(at, length);
    else if (kind === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else if (kind === 4) bytes.splice(at, 0, ...Array.from({ length }, () => random(256)));
    else bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  }
  return Uint8Array.from(bytes, (byte) => byte ?? 0);
}

/** What parsing promises for any bytes; the complaint, or null. */
export function parserBreach(descriptor: Uint8Array, random: (below: number) => number): string | null {
  const parsed = parseHidDescriptor(descriptor);
  if (parsed.fields.length > 4096 || parsed.problems.length > 64) return 'more than the bounds';
  if (parsed.fields.length === 0 && parsed.problems.length === 0) return 'nothing found, and nothing said';
  for (const { at, what } of parsed.problems) {
    if (at < 0 || at > descriptor.length || what.trim() === '') return `a problem at ${at}: ${what}`;
  }
  for (const field of parsed.fields.slice(0, 64)) {
    const complaint = fieldBreach(field, parsed.length(field.kind, field.report), random);
    if (complaint !== null) return complaint;
  }
  return null;
}

function fieldBreach(field: HidField, length: number, random: (below: number) => number): string | null {
  if (length > 4096 || field.offset + field.size * field.count > length * 8) return 'a field outside of its report';
  const data = Uint8Array.from({ length }, () => random(256));
  if (rawValue(field, data.subarray(0, Math.floor((field.offset + field.size - 1) / 8))) !== null) {
    return 'a value out of a report that ends before it';
  }
  const raw = rawValue(field, data);
  if (raw === null) return field.size > 32 ? null : 'no value in a whole report';
  if (!Number.isInteger(raw)) return `the raw value ${raw}`;
  const scaled = measured(field, raw);
  if ('value' in scaled && !Number.isFinite(scaled.value)) return `the value ${scaled.value}`;
  if (field.selector !== undefined) return null;
  putRaw(field, data, raw);
  return rawValue(field, data) === raw ? null : 'a value that does not come back';
}

/** What the driver promises for any descriptor and any answers; the complaint, or null. */
export function driverBreach(
  descriptor: Uint8Array,
  device: { readonly vendor: number; readonly product: number },
  random: (below: number) => number,
): string | null {
  const answer = (request: Wire['hid']): Reply<'hid'> => {
    const luck = random(12);
    if (luck === 0) return { ok: false, fault: 'refused' };
    if (luck === 1) return { ok: false, fault: 'timeout' };
    if (request.op === 'set') return { ok: true, data: new Uint8Array(0) };
    const length = request.op === 'string' ? random(20) : luck === 2 ? random(80) : request.length;
    return { ok: true, data: Uint8Array.from({ length }, () => random(256)) };
  };
  const { result: identity } = runTalk(driver.identify({ ...device, release: 0, descriptor }), answer, 600);
  if (identity === null) return null;
  const poll = runTalk(driver.poll(random(2) === 0 ? 'quick' : 'full', identity), answer, 600).result;
  const data = Uint8Array.from({ length: random(70) }, () => random(256));
  const heard = driver.overheard?.({ report: random(256), data }, identity, identity.vars);
  driver.abilities(identity);
  for (const readings of [identity, poll, heard]) {
    for (const [name, value] of Object.entries(readings?.vars ?? {})) {
      const complaint = value === undefined ? null : misfitType(name, value);
      if (complaint !== null) return complaint;
    }
    const { unknown } = parseStatus(String(readings?.vars['ups.status'] ?? ''));
    if (unknown.length > 0) return `status words ${unknown.join(' ')}`;
  }
  return null;
}
