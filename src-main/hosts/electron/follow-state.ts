/** The state as this program itself sees it, as a client of the engine. */
import { type Client, merge, type State } from '../../../src-shared/contract/index.ts';

/** Calls back with each new state until the wire closes. */
export function followState(engine: Client, onState: (state: State) => void): void {
  let state: State | undefined;
  engine.subscribe('state', {}, (item) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a patch of the engine's makes a state of a state (see merge-patch.ts)
    state = item.type === 'snapshot' ? item.state : (merge(state, item.patch) as State);
    onState(state);
  });
}
