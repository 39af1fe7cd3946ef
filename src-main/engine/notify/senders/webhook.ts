/**
 * A webhook: one POST for each message, with this body.
 *
 *     {
 *       "source": "mainstay",
 *       "id": "5f0c…",                   the same when it is sent again: take it once
 *       "test": false,                   sent because a person asked for a test
 *       "time": "2026-03-01T21:04:11.000Z",
 *       "computer": "server1",
 *       "severity": "warning",           info, warning or critical: that of the gravest event
 *       "title": "Mains lost: Office UPS",
 *       "text": "Mains lost: Office UPS\n22:04:11 Office UPS runs on battery…",
 *       "content": "…",                  the same, cut to 2000 characters: chat services look for either name
 *       "events": [
 *         { "id": 4711, "time": "…", "kind": "mains-lost", "severity": "warning",
 *           "device": "ups-1a2b3c4d", "name": "Office UPS", "text": "…" }
 *       ]
 *     }
 *
 * Any answer from 200 to 299 counts as delivered. With a secret, either `Authorization: Bearer <secret>`, or
 * `X-Mainstay-Signature: sha256=<hex>`, the HMAC (RFC 2104) of the body's bytes.
 */
import { createHmac } from 'node:crypto';
import type { ChannelOf } from '../../../../src-shared/settings/notifications.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { shortened } from '../message.ts';
import { postJson } from './http.ts';
import type { Outgoing, Sender } from './sender.ts';

/** Discord refuses a longer `content`. */
const CONTENT_LENGTH = 2000;

/** Calls the address. */
export const sendWebhook: Sender<ChannelOf<'webhook'>> = async (channel, message, secret, signal) => {
  const { url, auth } = channel;
  if (auth !== 'none' && secret === undefined) {
    return { ok: false, fault: 'fix', message: say('notify.fault.noSecret') };
  }
  const body = JSON.stringify(bodyOf(message));
  return postJson({ url, body, secret, headers: headersOf(auth, secret ?? '', body) }, signal);
};

function bodyOf({ id, test, at, computer, severity, title, text, events }: Outgoing): Record<string, unknown> {
  return {
    source: 'mainstay',
    id,
    test,
    time: new Date(at).toISOString(),
    computer,
    severity,
    title,
    text: `${title}\n${text}`,
    content: shortened(`${title}\n${text}`, CONTENT_LENGTH),
    events: events.map((event) => ({ ...event, time: new Date(event.time).toISOString() })),
  };
}

function headersOf(auth: ChannelOf<'webhook'>['auth'], secret: string, body: string): Record<string, string> {
  if (auth === 'bearer') return { Authorization: `Bearer ${secret}` };
  if (auth === 'hmac') {
    return { 'X-Mainstay-Signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
  }
  return {};
}
