/** The state as this program itself sees it, as a client of the engine. */
import { type Client, merge, type State, stateSchema } from '../../../src-shared/contract/index.ts';

/** Calls back with each new state until the wire closes. */
export function followState(engine: Client, onState: (state: State) => void): void {
  let state: State | undefined;
  engine.subscribe('state', {}, (item) => {
    // A patch of a state of the schema is of the schema again; the engine sends nothing else.
    state = item.type === 'snapshot' ? item.state : stateSchema.parse(merge(state, item.patch));
    onState(state);
  });
}
