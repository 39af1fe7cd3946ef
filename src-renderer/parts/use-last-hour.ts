import { useEffect, useState } from 'react';
import type { Series } from '../../src-shared/contract/index.ts';
import { useAnswer, useScreens } from '../state/hooks.ts';

const HOUR = 3_600_000;
const REFRESH = 60_000;
const NONE: Series['points'] = [];

/** The last hour of some variables. Milliseconds of the engine's clock. */
export interface LastHour {
  readonly from: number;
  readonly to: number;
  /** Points further apart than this were not measured in between. */
  readonly gap: number;
  readonly pointsOf: (variable: string) => Series['points'];
}

/** Asks for the last hour of a device's variables, anew each minute. */
export function useLastHour(device: string, variables: readonly string[]): LastHour {
  const offset = useScreens((screens) => screens.clockOffset);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH);
    return () => clearInterval(timer);
  }, []);
  const to = now - offset;
  const { value } = useAnswer('history.query', {
    device,
    variables: [...variables],
    from: to - HOUR,
    to,
    points: 60,
  });
  return {
    from: to - HOUR,
    to,
    gap: Math.max(REFRESH * 3, (value?.resolution ?? 0) * 3000),
    pointsOf: (variable) => value?.series.find((series) => series.variable === variable)?.points ?? NONE,
  };
}
