/**
 * ntfy, published as JSON to the root of the server (ntfy documentation, "Publish as JSON"): priorities run from 1 to 5
 * with 3 as the usual one, tags that are the names of emojis are shown as such, a token goes as `Bearer`.
 */
import { z } from 'zod';
import type { Severity } from '../../../../src-shared/contract/index.ts';
import type { ChannelOf } from '../../../../src-shared/settings/notifications.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { postJson } from './http.ts';
import type { Sender } from './sender.ts';

/** A longer message becomes an attachment ("Limitations": 4,096 bytes). */
const MESSAGE_BYTES = 4000;
/** The title is part of a limit of its own in some clients; nobody reads a longer one. */
const TITLE_LENGTH = 200;

const PRIORITY: Readonly<Record<Severity, number>> = { info: 3, warning: 4, critical: 5 };
const TAG: Readonly<Record<Severity, string>> = {
  info: 'information_source',
  warning: 'warning',
  critical: 'rotating_light',
};

/** The form of its refusals: `{"code":40301,"http":403,"error":"forbidden"}`. */
const refusal = z.object({ error: z.string() });

/** Publishes to the topic. */
export const sendNtfy: Sender<ChannelOf<'ntfy'>> = async (channel, message, secret, signal) => {
  const { severity, title, text, computer } = message;
  const body = JSON.stringify({
    topic: channel.topic,
    title: say('notify.message.onComputer', { title, computer }).slice(0, TITLE_LENGTH),
    message: withinBytes(text, MESSAGE_BYTES),
    priority: PRIORITY[severity],
    tags: [TAG[severity]],
  });
  const headers: Record<string, string> = secret === undefined ? {} : { Authorization: `Bearer ${secret}` };
  // Whatever path a person pasted with it: JSON is taken at the root only.
  return postJson({ url: new URL('/', channel.server).href, headers, body, secret, reasonOf }, signal);
};

/** Cut between characters, so that it fits in UTF-8. */
function withinBytes(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return text;
  // A character that is cut in two decodes to nothing in a stream.
  return `${new TextDecoder().decode(bytes.subarray(0, most - 3), { stream: true })}…`;
}

function reasonOf(answer: unknown): { reason?: string } {
  const known = refusal.safeParse(answer);
  return known.success ? { reason: known.data.error } : {};
}
