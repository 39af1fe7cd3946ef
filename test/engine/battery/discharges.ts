/** Discharges of the simulated UPS, sampled as a session samples a real one; and what is true of it. */
import type { Discharge } from '../../../src-shared/contract/index.ts';
import { batteryPower, dischargeCurve } from '../../../src-shared/ups-model/battery.ts';
import type { UpsProfile } from '../../../src-shared/ups-model/index.ts';
import { DEFAULT_PROFILE } from '../../../src-shared/ups-model/profiles.ts';
import { dischargeOf, type Sampled } from '../../../src-main/engine/battery/discharge.ts';

export const DAY = 86_400_000;
export const YEAR = 365.25 * DAY;
export const NOW = Date.UTC(2027, 5, 1);

/** One discharge to make. Load in W, charge in percent, health as a share, interval in seconds. */
export interface Wish {
  readonly at: number;
  readonly load: number;
  readonly from?: number;
  readonly to: number;
  readonly health?: number;
  readonly interval?: number;
  readonly profile?: Partial<UpsProfile>;
  /** The load goes up and down by this share. */
  readonly swing?: number;
}

/** The samples of one discharge; whole percents, as devices report them. The load swings in steps, the curve is the model's own. */
export function sampledOf(wish: Wish): Sampled {
  const { at, load, from = 100, to, health = 1, interval = 4, swing = 0 } = wish;
  const profile = { ...DEFAULT_PROFILE, ...wish.profile };
  const levels = [load * (1 - swing), load, load * (1 + swing)].map((watts) => ({
    watts,
    curve: dischargeCurve({ profile, health }, batteryPower(profile, watts)),
  }));
  const points: Record<'charge' | 'watts' | 'percent' | 'voltage', [number, number, number, number][]> = {
    charge: [],
    watts: [],
    percent: [],
    voltage: [],
  };
  const put = (name: keyof typeof points, time: number, value: number): void => {
    points[name].push([time, value, value, value]);
  };
  let charge = from / 100;
  let time = at;
  for (let step = 0; ; step++) {
    const level = levels[Math.floor(step / 7) % levels.length];
    if (level === undefined) break;
    put('charge', time, Math.round(charge * 100));
    put('watts', time, Math.round(level.watts));
    put('percent', time, Math.round((level.watts / profile.nominalRealPower) * 100));
    put('voltage', time, profile.nominalBatteryVoltage);
    if (charge * 100 <= to || charge <= 0) break;
    charge = level.curve.charge(level.curve.runtime(charge) - interval);
    time += interval * 1000;
  }
  return { begin: at, end: time, kind: 'outage', ...points, lost: [] };
}

/** What is kept of it. */
export function dischargeFrom(wish: Wish): Discharge {
  return dischargeOf(sampledOf(wish));
}

/** Seconds that the battery really lasts from full. */
export function truth(load: number, health: number, profile: Partial<UpsProfile> = {}): number {
  const whole = { ...DEFAULT_PROFILE, ...profile };
  return dischargeCurve({ profile: whole, health }, batteryPower(whole, load)).runtime(1);
}
