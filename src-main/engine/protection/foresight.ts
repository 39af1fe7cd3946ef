/** Keeps what comes next up to date without ever taking much of the thread that reads the UPSes. */
import type { CallOutput, ForecastStep, PowerCycle } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings/protection.ts';
import type { Clock } from '../base/clock.ts';
import type { Policy, PolicyMoment, PolicyView } from '../base/parts.ts';
import { withoutCut } from './policy/ahead.ts';

/** It is looked ahead at most so often. Milliseconds. */
const EVERY = 1000;
/** And for at most this share of the time, however many UPSes there are. */
const SHARE = 1 / 20;
/** Steps that moved by less are where they were: nobody is helped by times that tremble. Milliseconds. */
const SAME = 2000;

/** The forecast as clients see it. */
export class Foresight {
  readonly #clock: Pick<Clock, 'now' | 'monotonic'>;
  #steps: readonly ForecastStep[] = [];
  #again = Number.NEGATIVE_INFINITY;
  /** What was shown of the decision when it was last looked ahead; another one is looked ahead from at once. */
  #seen = '';

  constructor(clock: Pick<Clock, 'now' | 'monotonic'>) {
    this.#clock = clock;
  }

  /** The steps ahead of this decision; `look` runs it ahead. */
  of(view: PolicyView, look: () => readonly ForecastStep[]): ForecastStep[] {
    if (view.phase === 'idle') {
      this.#steps = [];
      this.#seen = '';
      return [];
    }
    const { phase, countdown, carrying, mode } = view;
    const seen = JSON.stringify([mode, phase, countdown?.actsAt, countdown?.device, carrying]);
    const began = this.#clock.monotonic();
    if (seen !== this.#seen || began >= this.#again) {
      this.#seen = seen;
      const steps = look();
      const took = this.#clock.monotonic() - began;
      this.#again = began + Math.max(EVERY, took / SHARE);
      if (!same(steps, this.#steps)) this.#steps = steps;
    }
    const now = this.#clock.now();
    return this.#steps.filter(({ at }) => at >= now - EVERY);
  }
}

function same(steps: readonly ForecastStep[], before: readonly ForecastStep[]): boolean {
  if (steps.length !== before.length) return false;
  return steps.every((step, index) => {
    const other = before[index];
    return (
      other !== undefined &&
      other.kind === step.kind &&
      other.text === step.text &&
      other.trigger === step.trigger &&
      Math.abs(other.at - step.at) < SAME &&
      other.devices.join() === step.devices.join()
    );
  });
}

/** The steps, without the cut that no UPS can be told to make. */
export function asCut<Step extends Pick<ForecastStep, 'kind' | 'text'>>(
  steps: readonly Step[],
  cycles: readonly PowerCycle[],
): Step[] {
  return cycles.some(({ can }) => can) ? [...steps] : withoutCut(steps);
}

/** The preview of a UPS, or of the one whose outage leads to the last step first. */
export function previewBy(
  policy: Pick<Policy, 'preview' | 'previewOfFirst'>,
  rules: ProtectionSetting,
  moment: PolicyMoment,
  device: string | undefined,
  cycles: readonly PowerCycle[],
): CallOutput<'protection.preview'> {
  const found =
    device === undefined
      ? policy.previewOfFirst(rules, moment)
      : { device, steps: policy.preview(rules, moment, device) };
  return found === undefined ? { steps: [] } : { device: found.device, steps: asCut(found.steps, cycles) };
}
