/**
 * Telegram, by the method `sendMessage` of the Bot API: `POST <server>/bot<token>/sendMessage`. A refusal has `ok: false`,
 * a `description`, and with 429 `parameters.retry_after` in seconds (Bot API, "Making requests", "ResponseParameters").
 */
import { z } from 'zod';
import type { ChannelOf } from '../../../../src-shared/settings/notifications.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { shortened } from '../message.ts';
import { postJson } from './http.ts';
import type { Sender } from './sender.ts';

/** "1-4096 characters after entities parsing". */
const TEXT_LENGTH = 4096;

const refusal = z.object({
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

/** Writes to the chat. */
export const sendTelegram: Sender<ChannelOf<'telegram'>> = async (channel, message, secret, signal) => {
  if (secret === undefined) return { ok: false, fault: 'fix', message: say('notify.fault.noToken') };
  const { severity, title, text, computer } = message;
  const body = JSON.stringify({
    chat_id: channel.chat,
    text: shortened(`${say('notify.message.onComputer', { title, computer })}\n${text}`, TEXT_LENGTH),
    disable_notification: severity === 'info',
  });
  const url = `${channel.server.replace(/\/+$/, '')}/bot${encodeURIComponent(secret).replaceAll('%3A', ':')}/sendMessage`;
  return postJson({ url, body, secret, reasonOf }, signal);
};

function reasonOf(answer: unknown): { reason?: string; retryAfterSeconds?: number } {
  const known = refusal.safeParse(answer);
  if (!known.success) return {};
  const { description, parameters } = known.data;
  return {
    ...(description === undefined ? {} : { reason: description }),
    ...(parameters?.retry_after === undefined ? {} : { retryAfterSeconds: parameters.retry_after }),
  };
}
