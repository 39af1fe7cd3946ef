/** Who may speak to the headless host. Pure: what a request says in, a refusal or nothing out. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { Access } from '../../../src-shared/contract/index.ts';

/** The subprotocol that carries the token: browsers cannot set other headers on a WebSocket. */
const TOKEN_PROTOCOL = 'mainstay.';

/** What the two links carry. */
export type Tokens = { readonly [A in Access]: string };

/** What decides, fixed when the host starts. */
export interface Admission {
  readonly tokens: Tokens;
  /** True when only this computer can reach the port. */
  readonly loopback: boolean;
  /** Names of this computer under which others may reach it, in lower case. */
  readonly names: readonly string[];
}

/** An HTTP status and why. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 421 | 503;
  readonly reason: string;
}

/**
 * Refuses a Host that is not this computer's. A page of a stranger can point its own name at our address (DNS
 * rebinding) and would then count as ours; its Host header still carries the stranger's name. Addresses are safe, since
 * no name was looked up for them.
 */
export function refuseHost(host: string | undefined, admission: Admission): Refusal | undefined {
  const url = parseUrl(`http://${host ?? ''}`);
  if (url === undefined) return { status: 400, reason: 'The Host header is missing or malformed.' };
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const own = admission.loopback
    ? isLoopback(name)
    : isIP(name) !== 0 || name === 'localhost' || admission.names.includes(name);
  return own ? undefined : { status: 421, reason: `Mainstay does not answer to the name "${name}".` };
}

/** Refuses a WebSocket that a page of another origin opens. Programs other than browsers send no Origin. */
export function refuseOrigin(origin: string | undefined, host: string | undefined): Refusal | undefined {
  if (origin === undefined) return undefined;
  const url = parseUrl(origin);
  // Behind a proxy the page may have come over https while we are asked over http; host and port still agree.
  const own = url !== undefined && /^https?:$/.test(url.protocol) && parseUrl(`${url.protocol}//${host ?? ''}`);
  if (url !== undefined && own !== false && url.host === own?.host) return undefined;
  return { status: 403, reason: 'This page is of another origin.' };
}

/** What a WebSocket may do that shows these subprotocols; undefined where no token of ours is among them. */
export function accessOf(protocols: Iterable<string>, { tokens }: Admission): Access | undefined {
  let found: Access | undefined;
  for (const protocol of protocols) {
    if (!protocol.startsWith(TOKEN_PROTOCOL)) continue;
    const token = protocol.slice(TOKEN_PROTOCOL.length);
    if (same(token, tokens.act)) found = 'act';
    else if (same(token, tokens.watch)) found ??= 'watch';
  }
  return found;
}

/** Only this computer reaches such an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Digests are of equal length, so that the comparison tells nothing about the token by its time. */
function same(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
