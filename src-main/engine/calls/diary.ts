/** The diary's calls: gathers what history holds in small helpings, so that protection never waits for a year of it. */
import { setImmediate } from 'node:timers/promises';
import type { CallInput, Diary, Handlers } from '../../../src-shared/contract/index.ts';
import type { Clock } from '../base/clock.ts';
import { csvName, diaryCsv } from '../history/csv.ts';
import { HELPING, helpings } from '../history/helpings.ts';
import type { HistoryStore } from '../base/parts.ts';
import type { Store } from '../state/store.ts';
import { diarySteps } from '../diary/diary.ts';
import { type Piece, REGULATOR_EVENTS } from '../diary/entries.ts';

type DiaryCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `diary.${string}`>>;

/** What the diary reaches. */
interface Parts {
  readonly clock: Pick<Clock, 'now'>;
  readonly history: HistoryStore;
  readonly store: Pick<Store, 'device'>;
}

const VOLTAGE = 'input.voltage';
/** More than the journal keeps. */
const ALL = 1_000_000;

/** Makes the handlers of the diary. */
export function diaryHandlers(parts: Parts): DiaryCalls {
  return {
    'diary.query': async ({ limit, ...range }) => {
      const diary = await gather(parts, range);
      return { ...diary, entries: diary.entries.toReversed().slice(0, limit) };
    },
    'diary.csv': async (range) => {
      const { entries } = await gather(parts, range);
      return {
        name: csvName('mainstay-diary', range.device, day(range.from), day(range.to)),
        text: diaryCsv(entries),
      };
    },
  };
}

async function gather({ clock, history, store }: Parts, { device, from, to }: CallInput<'diary.csv'>): Promise<Diary> {
  const { variables } = history.variables(device);
  const measured = variables.includes(VOLTAGE);
  const variable = measured ? VOLTAGE : variables[0];
  const now = clock.now();
  const presence: Piece[] = [];
  for (const piece of variable === undefined ? [] : helpings(from, Math.min(to, now), now)) {
    const { series } = history.query({ device, variables: [variable ?? ''], ...piece, points: HELPING + 2 });
    presence.push({ width: piece.width, points: series[0]?.points ?? [] });
    await setImmediate();
  }
  const events = history
    .events({ kinds: [...REGULATOR_EVENTS], from, to, limit: ALL })
    .events.filter((event) => event.device === undefined || event.device === device)
    .toReversed();
  const nominal = store.device(device)?.values['input.voltage.nominal'];
  const steps = diarySteps({
    from,
    to,
    // Where the UPS stands, which need not be where the person looks at it from.
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    voltage: measured ? presence : [],
    presence,
    nominal: typeof nominal === 'number' ? nominal : undefined,
    events,
    outages: history.outages({ device, limit: ALL }).outages,
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
