/** The calls of the battery. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { Batteries } from '../battery/batteries.ts';

type BatteryCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `battery.${string}`>>;

/** Makes the handlers of the battery. */
export function batteryHandlers(batteries: Batteries): BatteryCalls {
  return {
    'battery.report': ({ device }) => batteries.report(device),
    'battery.ranges': ({ device }) => batteries.ranges(device),
    'battery.curve': (input) => batteries.curve(input),
    'battery.replaced': (input) => batteries.replaced(input),
  };
}
