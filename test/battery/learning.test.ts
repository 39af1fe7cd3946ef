import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE, PROFILES } from '../../src-shared/ups-model/profiles.ts';
import { capacityOf, curve, learn, loadFor, runtime } from '../../src-main/engine/battery/learning.ts';
import { random } from '../diary/years.ts';
import { DAY, dischargeFrom, NOW, truth, type Wish, YEAR } from './discharges.ts';

const profiles = Object.values(PROFILES);

/** A battery of some kind that was discharged some times at several loads while it aged. */
function life(seed: number, count: number): { wishes: Wish[]; load: number; health: number; profile: Wish['profile'] } {
  const next = random(seed);
  const profile = profiles[Math.floor(next() * profiles.length)] ?? DEFAULT_PROFILE;
  const usual = profile.nominalRealPower * (0.15 + 0.5 * next());
  const fade = 0.15 * next();
  const years = 0.2 + 3 * next();
  const begin = 1 - 0.2 * next();
  const wishes = Array.from({ length: count }, (_, index): Wish => {
    const age = count === 1 ? years : (years * index) / (count - 1);
    return {
      at: NOW - (years - age) * YEAR - 3 * DAY,
      load: usual * (0.6 + 0.8 * next()),
      to: 20 + 65 * next(),
      health: begin - fade * age,
      interval: Math.max(2 + 28 * next(), truth(usual, begin, profile) / 200),
      profile,
      swing: 0.2 * next(),
    };
  });
  return { wishes, load: usual * (0.5 + next()), health: begin - fade * years, profile };
}

describe('the learned runtime', () => {
  it('holds the truth in at least 95 of 100 batteries, and narrows with more discharges', () => {
    const widths = new Map<number, number[]>();
    let inside = 0;
    let all = 0;
    for (const count of [1, 3, 6]) {
      for (let seed = 1; seed <= 100; seed++) {
        const { wishes, load, health, profile } = life(seed * 7 + count, count);
        const learned = learn(wishes.map(dischargeFrom), { value: load, unit: 'W' }, NOW);
        if (learned === undefined) continue;
        const { low, high } = runtime(learned, 100);
        const real = truth(load, health, profile);
        all += 1;
        inside += low <= real && real <= high ? 1 : 0;
        widths.set(count, [...(widths.get(count) ?? []), high / low]);
      }
    }
    const middle = (count: number): number => (widths.get(count) ?? []).toSorted((a, b) => a - b)[45] ?? 0;
    console.log(inside, all, middle(1), middle(3), middle(6));
    expect(all).toBeGreaterThan(270);
    expect(inside / all).toBeGreaterThanOrEqual(0.95);
    expect(middle(3)).toBeLessThan(middle(1));
    expect(middle(6)).toBeLessThan(middle(3));
    expect(middle(6)).toBeLessThan(1.6);
  });
});
void capacityOf;
void curve;
void loadFor;
