/** A simulated UPS that lives in real time: the pure model, moved along by a clock. */
import {
  createUpsModel,
  PROFILES,
  runScenario,
  type Scenario,
  SCENARIOS,
  type UpsModel,
} from '../../../../src-shared/ups-model/index.ts';
import { AppError } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Clock } from '../../base/clock.ts';

/** What the simulated UPS is, and what it goes through. */
export interface RunningUpsOptions {
  readonly clock: Clock;
  /** The name of a built-in profile; the default one where it is left out. */
  readonly profile?: string | undefined;
  /** The name of a built-in scenario; where it is left out nothing happens by itself. */
  readonly scenario?: string | undefined;
  /** Seconds of the simulated world in one of ours. */
  readonly speed?: number | undefined;
}

/** A model and how to bring it to the present moment. */
export interface RunningUps {
  readonly model: UpsModel;
  /** Lets the time pass that has passed since the last call. */
  sync(): void;
}

/** Starts a simulated UPS. Throws `AppError` ('bad-input') on names that do not exist. */
export function runUps(options: RunningUpsOptions): RunningUps {
  const { clock, speed = 1 } = options;
  const model = createUpsModel(pick('profile', PROFILES, options.profile));
  const scenario = pick<Scenario>('scenario', SCENARIOS, options.scenario);
  const run = scenario === undefined ? model : runScenario(model, scenario);
  let last = clock.monotonic();
  return {
    model,
    sync: () => {
      const now = clock.monotonic();
      const seconds = ((now - last) / 1000) * speed;
      last = now;
      if (seconds > 0) run.advance(seconds);
    },
  };
}

function pick<T>(
  what: 'profile' | 'scenario',
  from: Readonly<Record<string, T>>,
  name: string | undefined,
): T | undefined {
  if (name === undefined) return undefined;
  const found = Object.hasOwn(from, name) ? from[name] : undefined;
  if (found === undefined) {
    throw new AppError('bad-input', say(`record.unknown.${what}`, { name, known: Object.keys(from).join(', ') }));
  }
  return found;
}
