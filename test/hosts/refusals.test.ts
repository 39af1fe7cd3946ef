import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusals, Slowness } from '../../src-main/hosts/headless/refusals.ts';

describe('refusals', () => {
  let told: string[] = [];
  let refusals: Refusals;
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    refusals = new Refusals((line) => told.push(line));
  });
  afterEach(() => vi.useRealTimers());

  it('of the same kind from the same address are told once, and a minute later as a number', () => {
    for (let index = 0; index < 100; index += 1) refusals.note('192.0.2.1', '401', 'Wrong.');
    refusals.note('192.0.2.2', '401', 'Wrong.');
    refusals.note('192.0.2.1', '421', 'Another name.');
    expect(told).toEqual(['192.0.2.1: Wrong.', '192.0.2.2: Wrong.', '192.0.2.1: Another name.']);
    vi.advanceTimersByTime(60_000);
    expect(told.slice(3)).toEqual(['192.0.2.1: 99 more of these: Wrong.']);
    vi.advanceTimersByTime(600_000);
    expect(told.length).toBe(4);
    refusals.note('192.0.2.1', '401', 'Wrong.');
    expect(told.at(-1)).toBe('192.0.2.1: Wrong.');
  });

  it('from addresses without number are a number', () => {
    for (let index = 0; index < 5000; index += 1) refusals.note(`2001:db8:0:${index}::/64`, '401', 'Wrong.');
    expect(told.length).toBe(40);
    refusals.close();
    expect(told.length).toBe(41);
    expect(told.at(-1)).toMatch(/^4960 more/u);
  });
});

describe('a wrong token', () => {
  it('waits twice as long each time, up to a limit, for its own address, and is forgiven', () => {
    const slowness = new Slowness();
    const waits = Array.from({ length: 8 }, () => slowness.wrong('192.0.2.1', 0));
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, 4000]);
    expect(slowness.wrong('192.0.2.2', 0)).toBe(250);
    expect(slowness.wrong('192.0.2.1', 600_000)).toBe(4000);
    expect(slowness.wrong('192.0.2.1', 1_300_000)).toBe(250);
  });

  it('is remembered of so many addresses, and no more', () => {
    const slowness = new Slowness();
    slowness.wrong('192.0.2.1', 0);
    for (let index = 0; index < 999; index += 1) slowness.wrong(`2001:db8:0:${index}::/64`, 0);
    expect(slowness.wrong('192.0.2.1', 0)).toBe(500);
    for (let index = 0; index < 1000; index += 1) slowness.wrong(`2001:db8:1:${index}::/64`, 0);
    expect(slowness.wrong('192.0.2.1', 0)).toBe(250);
  });
});
