/**
 * Serial numbers and addresses taken out of a bundle. Each is replaced by as many `x`, so that lengths stay; inside
 * recorded frames a checksum may no longer fit then.
 */
import { hostname } from 'node:os';
import type { DeviceState } from '../../../src-shared/contract/index.ts';

/** Variables that say which piece of hardware this is, or where it stands. */
const TELLING = /(?:^|\.)(?:serial|macaddr|mac\.address|asset|location|contact|part\.serial)$/;
/** Shorter ones are found in everything. */
const SHORTEST = 4;
/** Addresses that are everybody's tell nothing. */
const EVERYBODYS = new Set(['127.0.0.1', 'localhost', '0.0.0.0', '::1']);

/** Everything to be taken out, the longest first so that no part of one is left standing. */
export function secretsOf(devices: readonly DeviceState[], uris: readonly string[]): readonly string[] {
  const found = new Set<string>([hostname()]);
  for (const { values } of devices) {
    for (const [name, value] of Object.entries(values)) if (TELLING.test(name)) found.add(String(value).trim());
  }
  for (const uri of uris) {
    const [, host] = /^snmp:\/\/(?:.*@)?(\[[^\]]*\]|[^:/?#]+)/.exec(uri) ?? [];
    if (host !== undefined) found.add(host);
    const [, serial] = /^hid:[0-9a-f]{4}:[0-9a-f]{4}:([^?]+)/i.exec(uri) ?? [];
    if (serial !== undefined) found.add(decodeURIComponent(serial));
  }
  return [...found]
    .filter((secret) => secret.length >= SHORTEST && !EVERYBODYS.has(secret))
    .toSorted((a, b) => b.length - a.length);
}

/** The text without them, wherever they stand in plain or as hex. */
export function mask(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) {
    masked = replaceAll(masked, secret, 'x'.repeat(secret.length));
    const filler = 'x'.repeat(secret.length);
    // USB strings are of two bytes a character.
    for (const encoding of ['latin1', 'utf16le'] as const) {
      for (const gap of ['', ' ']) {
        masked = replaceAll(
          masked,
          hexOf(Buffer.from(secret, encoding), gap),
          hexOf(Buffer.from(filler, encoding), gap),
        );
      }
    }
  }
  return masked;
}

function hexOf(bytes: Uint8Array, gap: string): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(gap);
}

/** Without regard to upper and lower case: agents and descriptors differ in it. */
function replaceAll(text: string, what: string, by: string): string {
  return text.replaceAll(new RegExp(what.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'gi'), by);
}
