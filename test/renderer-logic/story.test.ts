import { describe, expect, it } from 'vitest';
import { storyOf } from '../../src-renderer/logic/story.ts';
import type { EngineEvent } from '../../src-shared/contract/index.ts';
import { fakeOutageEvents } from '../renderer/fake-protection.ts';
import { formats, t } from './texts.ts';

const BEGIN = 1_700_000_000_000;
const whole = { begin: BEGIN, end: BEGIN + 600_000 };
const context = { now: BEGIN + 900_000, formats, t };
let id = 100;
const event = (kind: EngineEvent['kind'], seconds: number, data: EngineEvent['data'] = {}): EngineEvent => {
  id += 1;
  const time = BEGIN + seconds * 1000;
  return { id, time, device: 'office', kind, severity: 'info', text: '', data, acknowledged: true };
};
const countdown = event('countdown-started', 420);

const told = (...given: Parameters<typeof storyOf>): string | undefined => storyOf(...given)?.text;

describe('the story of an outage', () => {
  it('says what stopped the countdown, and how far it was', () => {
    const sentence =
      'Mains came back 30\u00a0seconds into the countdown, after 7\u00a0minutes 30\u00a0seconds on battery; nothing was shut down.';
    expect(told(whole, fakeOutageEvents(BEGIN), context)).toBe(sentence);
    expect(told(whole, [countdown, event('mains-returned', 449), event('countdown-cancelled', 450)], context)).toBe(
      sentence,
    );
  });

  it.each([
    [
      'a person',
      [countdown, event('countdown-cancelled', 450, { cancelledBy: 'person', status: 'OB' })],
      'A person stopped the countdown 30\u00a0seconds after it began; nothing was shut down.',
    ],
    [
      'neither mains nor a person',
      // Mains that came back before the countdown did not stop it.
      [event('mains-returned', 100), countdown, event('countdown-cancelled', 450, { status: 'OB DISCHRG' })],
      'The countdown was stopped 30\u00a0seconds after it began; nothing was shut down.',
    ],
    [
      'a shutdown',
      [countdown, event('countdown-cancelled', 430), event('countdown-started', 440), event('shutdown-committed', 500)],
      'After 8\u00a0minutes 20\u00a0seconds on battery Mainstay carried out the plan for this computer.',
    ],
    [
      'practice',
      [countdown, event('shutdown-practised', 480)],
      'Practice: after 8\u00a0minutes on battery the plan would have been carried out; nothing was shut down.',
    ],
    [
      'nothing',
      [event('mains-lost', 0), event('mains-returned', 600)],
      'Mains came back after 10\u00a0minutes, before anything had to be done.',
    ],
  ])('tells of %s', (_what, events, story) => {
    expect(told(whole, events, context)).toBe(story);
  });

  it('says so while it lasts, and claims no end that nobody saw', () => {
    expect(told({ begin: BEGIN }, [event('mains-lost', 0)], context)).toBe(
      'Mains is still away; the battery has carried the load for 15\u00a0minutes.',
    );
    expect(told(whole, [event('mains-lost', 0)], context)).toBeUndefined();
    expect(told(whole, [], context)).toBeUndefined();
  });
});
