/** How a UPS goes on if nothing changes: on mains it stays as it is, on battery charge and runtime fall as they do now. */
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { plausible, statusWords } from './reading.ts';

/** Where the UPS does not say at what charge and runtime its battery counts as low. Percent and seconds. */
const LOW_CHARGE = 20;
const LOW_RUNTIME = 120;

/** A UPS from a moment on. */
export interface Going {
  readonly id: string;
  readonly name: string;
  /**
   * What is read of it after so many seconds; `now` is the time of that reading, in milliseconds since 1970. `whole`: in
   * whole percent and seconds, as people are told them. In fractions nothing seems to fall in steps.
   */
  readonly after: (seconds: number, now: number, whole?: boolean) => DeviceState;
  /** In so many seconds its battery is empty; undefined where mains carries it, or nobody knows. */
  readonly empty: number | undefined;
}

/** It stays as it is. A gap in its readings closes again; lost contact stays lost. */
export function staying(device: DeviceState): Going {
  const { id, name, link } = device;
  const read = link === 'live' || link === 'stale';
  return {
    id,
    name,
    after: (_seconds, now) => (read ? { ...device, link: 'live', readAt: now } : device),
    empty: undefined,
  };
}

/** Its battery carries, for so many seconds more; what it says falls evenly to nothing. */
export function draining(device: DeviceState, left: number | undefined): Going {
  const stays = staying(device);
  if (left === undefined) return stays;
  return {
    ...stays,
    after: (seconds, now, whole = false) => {
      const then = stays.after(seconds, now);
      const share = left <= 0 ? 0 : Math.max(0, 1 - seconds / left);
      return then.link === 'live' ? { ...then, values: fallen(device, share, whole) } : then;
    },
    empty: left,
  };
}

/** The values of a battery of which this share of what it holds now is left. */
function fallen(device: DeviceState, share: number, whole: boolean): DeviceState['values'] {
  const left = (value: number): number => (whole ? Math.floor(value * share) : value * share);
  const charge = plausible(device, 'battery.charge');
  const runtime = plausible(device, 'battery.runtime');
  const words = statusWords(device);
  const low =
    (charge ?? 100) * share <= (number(device, 'battery.charge.low') ?? LOW_CHARGE) ||
    (runtime !== undefined && runtime * share <= (number(device, 'battery.runtime.low') ?? LOW_RUNTIME));
  return {
    ...device.values,
    ...(low && words.size > 0 ? { 'ups.status': [...new Set([...words, 'LB'])].join(' ') } : {}),
    ...(charge === undefined ? {} : { 'battery.charge': left(charge) }),
    ...(runtime === undefined ? {} : { 'battery.runtime': left(runtime) }),
  };
}

function number({ values }: DeviceState, name: string): number | undefined {
  const value = values[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
