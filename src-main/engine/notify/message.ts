/** Messages: what is in one, and how events become its words. */
import { z } from 'zod';
import { severitySchema } from '../../../src-shared/contract/index.ts';
import { printable } from '../../../src-shared/printable.ts';
import { saidIn, say } from '../../../src-shared/texts/say.ts';
import { type Batch, type Told, toldSchema } from './gather.ts';
import { compareSeverity } from './kinds.ts';

/** A message on its way to one channel. Kept on disk until it is delivered or given up. */
export const messageSchema = z.object({
  id: z.string(),
  channel: z.string(),
  at: z.number(),
  severity: severitySchema,
  title: z.string(),
  text: z.string(),
  events: z.array(toldSchema),
  test: z.boolean(),
});

export type Message = z.infer<typeof messageSchema>;

/** Lines of one message; more are only counted. */
const MOST_LINES = 40;

/** The words of a message about these events. `now` in milliseconds since 1970. */
export function worded({ events, afterQuiet }: Batch, now: number): Pick<Message, 'severity' | 'title' | 'text'> {
  const gravest = events.toSorted((a, b) => compareSeverity(b.severity, a.severity) || b.time - a.time)[0];
  if (gravest === undefined) throw new Error('A message about nothing was asked for.');
  const what = titleOf(gravest);
  const { severity } = gravest;
  const [only] = events;
  if (events.length === 1 && only !== undefined && !afterQuiet) {
    return { severity, title: what, text: withTime(only, now) };
  }
  const title = events.length === 1 ? what : say('notify.message.titleMore', { what, count: events.length - 1 });
  const lines = events.slice(0, MOST_LINES).map((told) => withTime(told, now));
  const more = events.length - lines.length;
  return {
    severity,
    title,
    text: [
      ...(afterQuiet ? [say('notify.message.afterQuiet', { count: events.length })] : []),
      ...lines,
      ...(more > 0 ? [say('notify.message.more', { count: more })] : []),
    ].join('\n'),
  };
}

function titleOf({ kind, name }: Told): string {
  const what = say(`events.kinds.${kind}`);
  return name === undefined ? what : say('notify.message.title', { what, name: printable(name) });
}

function withTime({ time, text }: Told, now: number): string {
  // What a device calls itself stands in headers of mails, and in programs of others.
  return say('notify.message.line', { time: momentSaid(time, now), text: printable(text) });
}

/** The time of day; with the date, where it was another day. */
function momentSaid(time: number, now: number): string {
  const sameDay = new Date(time).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(saidIn(), {
    timeStyle: 'medium',
    ...(sameDay ? {} : { dateStyle: 'short' }),
  }).format(time);
}

/** The words for something that ended as soon as it began. */
export function briefText(begin: Told, end: Told): string {
  const seconds = Math.max(1, Math.round((end.time - begin.time) / 1000));
  const name = begin.name ?? '';
  return begin.kind === 'link-lost'
    ? say('notify.message.briefContact', { name, seconds })
    : say('notify.message.briefMains', { name, seconds });
}

/** A text of at most so many characters; what is cut off is marked. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
