/** Which events are shown. */
import type { CallArgument, EventKind, Severity } from '../../src-shared/contract/index.ts';

/** How far back. */
export const SINCES = ['day', 'week', 'month', 'all'] as const;

/** The filters of the screen; an empty text filters nothing. */
export interface EventFilters {
  readonly device: string;
  readonly kind: EventKind | '';
  readonly severity: Severity | '';
  readonly since: (typeof SINCES)[number];
}

/** Everything. */
export const NO_FILTERS: EventFilters = { device: '', kind: '', severity: '', since: 'all' };

const DAYS: Readonly<Record<Exclude<EventFilters['since'], 'all'>, number>> = { day: 1, week: 7, month: 30 };

/** The filters as the engine takes them. `now` in milliseconds of the engine's clock. */
export function inputOf({ device, kind, severity, since }: EventFilters, now: number): CallArgument<'events.query'> {
  return {
    ...(device === '' ? {} : { device }),
    ...(kind === '' ? {} : { kinds: [kind] }),
    ...(severity === '' ? {} : { severities: [severity] }),
    ...(since === 'all' ? {} : { from: now - DAYS[since] * 86_400_000 }),
  };
}
