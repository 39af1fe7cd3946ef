/** One call of an HTTP server, and what its answer means. Redirects are not followed: a secret must not go elsewhere. */
import { say } from '../../../../src-shared/texts/say.ts';
import { shortened } from '../message.ts';
import { networkFault } from './network-fault.ts';
import type { Sent } from './sender.ts';

/** An attempt ends after so long. Milliseconds. */
const LIMIT = 20_000;
/** So much of an answer is read. Bytes. */
const MOST_BYTES = 16_384;
/** No server may put Mainstay off for longer. Milliseconds. */
const LONGEST_WAIT = 3_600_000;

/** What is sent, and what the other side is called. */
export interface HttpCall {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Never part of a message to the person, whoever repeats it. */
  readonly secret: string | undefined;
  /** The reason that the server gives in its body, if it is of the form that this service answers with. */
  readonly reasonOf?: (body: unknown) => { readonly reason?: string; readonly retryAfterSeconds?: number };
}

/** Posts JSON. Never rejects. */
export async function postJson(call: HttpCall, signal: AbortSignal): Promise<Sent> {
  const { url, headers = {}, body, secret } = call;
  const { host } = new URL(url);
  const limit = AbortSignal.timeout(LIMIT);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'Mainstay', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, limit]),
    });
    const text = await beginningOf(response);
    if (signal.aborted) return { ok: false, fault: 'later', message: say('notify.fault.stopped') };
    return judged(response, without(text, secret), host, call);
  } catch (thrown) {
    if (signal.aborted) return { ok: false, fault: 'later', message: say('notify.fault.stopped') };
    if (limit.aborted) return { ok: false, fault: 'later', message: say('notify.fault.timeout', { host }) };
    const known = networkFault(thrown, host);
    if (known !== undefined) return known;
    const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
    const why = without(cause instanceof Error ? cause.message : String(cause), secret);
    return { ok: false, fault: 'later', message: say('notify.fault.other', { host, why }) };
  }
}

/**
 * As much of the answer as can be of use: none where it was taken, which its head says; else its beginning, as far as it
 * comes in time. What is left is not waited for, since it may have no end.
 */
async function beginningOf({ ok, body }: Response): Promise<string> {
  if (body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  const pieces: Uint8Array[] = [];
  try {
    for (let length = ok ? MOST_BYTES : 0; length < MOST_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value.subarray(0, MOST_BYTES - length));
      length += value.length;
    }
  } catch {
    // It broke off, or took too long: what came is judged.
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return shortened(Buffer.concat(pieces).toString('utf8'), 4000);
}

function judged(response: Response, text: string, host: string, { reasonOf }: HttpCall): Sent {
  const { status } = response;
  if (response.ok) return { ok: true, message: say('notify.sent.http', { host, status }) };
  const { reason, retryAfterSeconds } = reasonOf?.(parsed(text)) ?? {};
  const said = shortened(reason ?? text.replaceAll(/\s+/g, ' ').trim(), 200);
  const words = { host, status, said: said === '' ? say('notify.fault.nothingSaid') : said };
  // `redirect: 'manual'` shows a redirect as what it is.
  if (status >= 300 && status < 400) return { ok: false, fault: 'fix', message: say('notify.fault.moved', words) };
  if (status === 401 || status === 403) return { ok: false, fault: 'fix', message: say('notify.fault.denied', words) };
  if (status === 404 || status === 410) return { ok: false, fault: 'fix', message: say('notify.fault.gone', words) };
  if (status === 413) return { ok: false, fault: 'never', message: say('notify.fault.tooLarge', words) };
  if (status === 429) {
    const wait = retryAfterSeconds === undefined ? retryAfter(response) : retryAfterSeconds * 1000;
    const message = say('notify.fault.tooMany', words);
    return wait === undefined
      ? { ok: false, fault: 'later', message }
      : { ok: false, fault: 'later', message, retryAfterMs: Math.min(Math.max(0, wait), LONGEST_WAIT) };
  }
  if (status === 408 || status >= 500) {
    const wait = retryAfter(response);
    const message = say('notify.fault.server', words);
    return wait === undefined
      ? { ok: false, fault: 'later', message }
      : { ok: false, fault: 'later', message, retryAfterMs: Math.min(Math.max(0, wait), LONGEST_WAIT) };
  }
  return { ok: false, fault: 'fix', message: say('notify.fault.notTaken', words) };
}

/** Milliseconds of `Retry-After`, which is a number of seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(response: Response): number | undefined {
  const given = response.headers.get('Retry-After')?.trim();
  if (given === undefined || given === '') return undefined;
  if (/^\d+$/.test(given)) return Number(given) * 1000;
  const date = Date.parse(given);
  return Number.isNaN(date) ? undefined : date - Date.now();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not every server answers in JSON; its text is shown instead.
    return undefined;
  }
}

/** The text with the secret blanked out. */
export function without(text: string, secret: string | undefined): string {
  return secret === undefined || secret === '' ? text : text.replaceAll(secret, '***');
}
