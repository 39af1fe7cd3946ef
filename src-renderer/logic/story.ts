/** An outage told in one sentence, from what was recorded of it. */
import type { EngineEvent, Outage } from '../../src-shared/contract/index.ts';
import { parseStatus } from '../../src-shared/nut/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { type Formats, spokenDuration } from './formats.ts';

/** An outage in one sentence. */
export interface Story {
  readonly text: string;
  /** There is nothing more to it: what was put on record then would say it again. */
  readonly whole: boolean;
}

/** What happened and what came of it; undefined where too little was recorded to say. Times in milliseconds. */
export function storyOf(
  { begin, end }: Pick<Outage, 'begin' | 'end'>,
  events: readonly EngineEvent[],
  context: { readonly now: number; readonly formats: Formats; readonly t: Translate },
): Story | undefined {
  const { now, formats, t } = context;
  const lasted = (until: number, since = begin): string =>
    spokenDuration(Math.max(0, until - since) / 1000, formats, false);
  const last = (kind: EngineEvent['kind']): EngineEvent | undefined => events.findLast((event) => event.kind === kind);
  const committed = last('shutdown-committed');
  if (committed !== undefined) return part(t('replay.story.acted', { time: lasted(committed.time) }));
  if (events.some(({ data, time }) => data['drill'] !== undefined && time >= begin && time <= (end ?? now))) {
    return part(t('replay.story.drill', { time: lasted(end ?? now) }));
  }
  const practised = last('shutdown-practised');
  if (practised !== undefined) return part(t('replay.story.practised', { time: lasted(practised.time) }));
  const cancelled = last('countdown-cancelled');
  const started = events.findLast(({ kind, time }) => kind === 'countdown-started' && time <= (cancelled?.time ?? now));
  if (cancelled !== undefined && started !== undefined) {
    const into = lasted(cancelled.time, started.time);
    return part(t(`replay.story.${whoStopped(cancelled, started, events)}`, { into, time: lasted(cancelled.time) }));
  }
  if (end === undefined) return part(t('replay.story.lasting', { time: lasted(now) }));
  // An outage that ends without mains is one that Mainstay did not see the end of.
  const returned = last('mains-returned') ?? last('outage-over');
  return returned === undefined ? undefined : { text: t('replay.story.returned', { time: lasted(end) }), whole: true };
}

const part = (text: string): Story => ({ text, whole: false });

/** What stopped a countdown: a person, mains, or something else that its reason tells. */
function whoStopped(
  cancelled: EngineEvent,
  started: EngineEvent,
  events: readonly EngineEvent[],
): 'person' | 'mains' | 'stopped' {
  if (cancelled.data['cancelledBy'] === 'person') return 'person';
  const { status } = cancelled.data;
  const returned =
    (typeof status === 'string' && parseStatus(status).words.includes('OL')) ||
    events.some(({ kind, time }) => kind === 'mains-returned' && time >= started.time && time <= cancelled.time);
  return returned ? 'mains' : 'stopped';
}
