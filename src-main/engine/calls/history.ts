/** The engine's side of history: readings, outages and events as they were kept. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { HandlerParts } from './parts.ts';

type HistoryCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `history.${string}` | `events.${string}`>>;

/** Makes the handlers of history. */
export function historyCalls({ history }: HandlerParts): HistoryCalls {
  return {
    'history.variables': ({ device }) => history.variables(device),
    'history.query': (input) => history.query(input),
    'history.csv': (input) => history.csv(input),
    'history.outages': (input) => history.outages(input),
    'history.outage': ({ id }) => {
      const found = history.outage(id);
      if (found === undefined) throw new AppError('not-found', say('reach.noOutage', { id }));
      return found;
    },
    'events.query': (input) => history.events(input),
    'events.csv': (input) => history.eventsCsv(input),
    'events.acknowledge': ({ ids }) => {
      history.acknowledge(ids);
      return {};
    },
  };
}
