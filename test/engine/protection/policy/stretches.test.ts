/** Mains that comes and goes: for how long it has to stay, and which stretches on battery belong together. */
import { describe, expect, it } from 'vitest';
import type { Watch } from '../../../../src-main/engine/protection/policy/memory.ts';
import { beginStretch, endStretch, stableFor } from '../../../../src-main/engine/protection/policy/stretches.ts';
import { unwatched } from '../../../../src-main/engine/protection/policy/watch.ts';
import { rulesWith } from './run.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const EPOCH = 1_700_000_000_000;

const momentAt = (steady: number) => ({ now: EPOCH + steady, steady, devices: [] });
const watchWith = (rest: Partial<Watch> = {}): Watch => ({ ...unwatched(0), ...rest });
const rulesFor = (mainsStableSeconds: number) => rulesWith({}, { mainsStableSeconds });

describe('for how long mains has to stay', () => {
  it.each([
    // As set, while it has not gone again.
    [15, 0, 15 * SECOND],
    [0, 0, 0],
    [600, 0, 600 * SECOND],
    // Four times as long each time that it does.
    [15, 1, 60 * SECOND],
    [15, 2, 240 * SECOND],
    // Ten minutes are enough for any battery, and less than was set is never enough.
    [15, 3, 10 * MINUTE],
    [15, 20, 10 * MINUTE],
    [600, 1, 600 * SECOND],
    // Where no time is set, five seconds are what grows.
    [0, 1, 20 * SECOND],
    [0, 2, 80 * SECOND],
    [5, 1, 20 * SECOND],
    [6, 1, 24 * SECOND],
  ])('set to %d s, gone again %d times: %d ms', (set, relapses, expected) => {
    expect(stableFor(watchWith({ relapses }), rulesFor(set), 30)).toBe(expected);
  });

  it.each([
    // Well above what makes it act, a battery can afford a few stretches more.
    [80, 0, 15 * SECOND],
    [50, 0, 15 * SECOND],
    [49, 0, 60 * SECOND],
    // The UPS says that it is low.
    [80, 1, 60 * SECOND],
  ])('at %d %%, low by %d observations, gone again once: %d ms', (value, low, expected) => {
    const { gauge, signs } = watchWith();
    const watch = watchWith({
      relapses: 1,
      gauge: { ...gauge, charges: [{ at: 0, spent: 0, value }] },
      signs: { ...signs, lowBattery: { ...signs.lowBattery, count: low } },
    });
    expect(stableFor(watch, rulesFor(15), 30)).toBe(expected);
  });

  it('at a limit of 60 % a charge of 75 % is not well above it', () => {
    const { gauge } = watchWith();
    const watch = watchWith({ relapses: 1, gauge: { ...gauge, charges: [{ at: 0, spent: 0, value: 75 }] } });
    expect(stableFor(watch, rulesFor(15), 60)).toBe(60 * SECOND);
    expect(stableFor(watch, rulesFor(15), 30)).toBe(15 * SECOND);
  });

  it('a full battery can afford it, however early it acts', () => {
    const { gauge } = watchWith();
    const at = (value: number) =>
      watchWith({ relapses: 1, gauge: { ...gauge, charges: [{ at: 0, spent: 0, value }] } });
    expect(stableFor(at(100), rulesFor(15), 90)).toBe(15 * SECOND);
    expect(stableFor(at(99), rulesFor(15), 90)).toBe(60 * SECOND);
  });
});

/** How the charge fell, as it is still remembered. */
const after = (watch: Watch, at: number) => beginStretch(watch, at, momentAt(at)).gauge.samples;

describe('a stretch on battery', () => {
  it('begins an outage at the moment it was observed, not at the decision', () => {
    expect(beginStretch(watchWith(), 9000, momentAt(10_000))).toMatchObject({
      batterySince: 9000,
      batteryBegan: EPOCH + 9000,
      batteryReadings: 1,
      batteryLast: 9000,
      stretchSince: 9000,
      relapses: 0,
    });
  });

  it('goes on from where it began', () => {
    const begun = beginStretch(watchWith(), 9000, momentAt(10_000));
    expect(beginStretch(begun, 12_000, momentAt(12_500))).toMatchObject({
      batterySince: 9000,
      batteryBegan: EPOCH + 9000,
      batteryReadings: 2,
      batteryLast: 12_000,
      stretchSince: 9000,
    });
  });

  it('is added up with the others when it ends, and starts anew', () => {
    const first = endStretch(beginStretch(watchWith(), 1000, momentAt(1000)), 4000);
    expect(first).toMatchObject({ carried: 3000, stretchSince: undefined, batterySince: 1000 });
    expect(endStretch(first, 9000)).toBe(first);
    const second = beginStretch(first, 10_000, momentAt(10_000));
    expect(second).toMatchObject({ batterySince: 1000, stretchSince: 10_000 });
    expect(endStretch(second, 12_000).carried).toBe(5000);
    // A reading that came before the stretch takes nothing back.
    expect(endStretch(second, 9000).carried).toBe(3000);
  });

  const stable = 100_000;
  it.each([
    ['right after mains was found stable', stable + 1, 2, 3],
    ['within a quarter of an hour', stable + 15 * MINUTE - 1, 2, 3],
    ['a quarter of an hour later', stable + 15 * MINUTE, 2, 0],
  ])('%s: gone again', (_what, at, before, relapses) => {
    expect(beginStretch(watchWith({ stableAt: stable, relapses: before }), at, momentAt(at)).relapses).toBe(relapses);
  });

  it('of the same outage counts as no further time', () => {
    const watch = watchWith({ stableAt: stable, relapses: 2, batterySince: stable + 1000 });
    expect(beginStretch(watch, stable + 9000, momentAt(stable + 9000)).relapses).toBe(2);
  });

  it('of another outage forgets how the charge fell in the one before', () => {
    const samples = [{ at: 0, spent: 0, value: 90 }];
    const gauge = { ...unwatched(0).gauge, samples };
    const later = stable + 15 * MINUTE;
    expect(after(watchWith({ gauge, stableAt: stable }), later)).toEqual([]);
    expect(after(watchWith({ gauge }), 5000)).toEqual([]);
    expect(after(watchWith({ gauge, stableAt: stable }), later - 1)).toEqual(samples);
    expect(after(watchWith({ gauge, stableAt: stable, batterySince: stable }), later)).toEqual(samples);
  });
});
