/** What the codes of Node mean to a person: name not found, nobody listens, a certificate that cannot be trusted. */
import { say } from '../../../../src-shared/texts/say.ts';
import type { Sent } from './sender.ts';

/** Codes of certificates that are not trusted (Node, "X509 certificate error codes"). */
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_UNTRUSTED',
]);

/** The codes of an error, and of what caused it. */
export function codesOf(thrown: unknown): string[] {
  const codes: string[] = [];
  let current: unknown = thrown;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    // Nodemailer puts a code of its own over the one of the system.
    if ('originalCode' in current && typeof current.originalCode === 'string') codes.push(current.originalCode);
    // What was tried on several addresses comes as several errors in one.
    if (current instanceof AggregateError) codes.push(...current.errors.flatMap(codesOf));
    current = current.cause;
  }
  return codes;
}

const later = (message: string): Sent => ({ ok: false, fault: 'later', message });
const fix = (message: string): Sent => ({ ok: false, fault: 'fix', message });

/** What an error of the network means; undefined where it is none that is known. `host` is named to the person. */
export function networkFault(thrown: unknown, host: string): Sent | undefined {
  const codes = codesOf(thrown);
  const has = (...some: string[]): boolean => some.some((code) => codes.includes(code));
  if (has('ENOTFOUND', 'EDNS')) return later(say('notify.fault.notFound', { host }));
  if (has('EAI_AGAIN')) return later(say('notify.fault.noNames', { host }));
  if (has('CERT_HAS_EXPIRED')) return fix(say('notify.fault.certificateExpired', { host }));
  if (has('ERR_TLS_CERT_ALTNAME_INVALID')) return fix(say('notify.fault.certificateName', { host }));
  if (codes.some((code) => UNTRUSTED.has(code))) return fix(say('notify.fault.certificateUntrusted', { host }));
  if (codes.some((code) => code.startsWith('ERR_SSL') || code === 'EPROTO'))
    return fix(say('notify.fault.tls', { host }));
  if (has('ECONNREFUSED')) return later(say('notify.fault.refused', { host }));
  if (has('ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'))
    return later(say('notify.fault.unreachable', { host }));
  if (has('ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'))
    return later(say('notify.fault.timeout', { host }));
  if (has('ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNABORTED')) return later(say('notify.fault.closed', { host }));
  return undefined;
}
