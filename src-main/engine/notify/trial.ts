/** The test that a person sends: a message like every other, and what it cannot show. */
import { randomUUID } from 'node:crypto';
import type { Channel } from '../../../src-shared/settings/notifications.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { isQuiet } from './gather.ts';
import type { Message } from './message.ts';

/** The message. */
export function trialMessage(channel: string, now: number): Message {
  return {
    id: randomUUID(),
    channel,
    at: now,
    severity: 'info',
    title: say('notify.test.title'),
    text: say('notify.test.text'),
    events: [],
    test: true,
  };
}

/** Why a real event would not come although the test did; empty where it would. */
export function whyNotReal({ enabled, groups, quiet }: Channel, now: number): string[] {
  if (!enabled) return [say('notify.test.off')];
  if (groups.length === 0) return [say('notify.test.nothing')];
  if (isQuiet(quiet, now)) return [say('notify.test.quiet', { time: quiet.to })];
  return [];
}
