import { describe, expect, it } from 'vitest';
import type { PreviewStep } from '../../src-shared/contract/index.ts';
import { spread, timelineOf } from '../../src-renderer/logic/timeline.ts';

const step = (seconds: number, kind: PreviewStep['kind']): PreviewStep => ({ seconds, kind, text: `${kind}.` });

describe('timelineOf', () => {
  it('cuts an outage into stretches to scale and keeps the reserve', () => {
    const { stretches, late, reserve } = timelineOf([
      step(0, 'mains-lost'),
      step(100, 'confirmed'),
      step(300, 'warning'),
      step(600, 'countdown'),
      step(700, 'command'),
      step(750, 'action'),
      step(800, 'ups-off'),
      step(1000, 'empty'),
    ]);
    expect(stretches.map(({ phase, from, to }) => [phase, from, to])).toEqual([
      ['unsure', 0, 0.1],
      ['battery', 0.1, 0.6],
      ['countdown', 0.6, 0.7],
      ['down', 0.7, 0.8],
      ['off', 0.8, 1],
    ]);
    expect({ late, reserve }).toEqual({ late: false, reserve: 200 });
  });

  it('says when the battery would be empty first, and promises no reserve then', () => {
    expect(timelineOf([step(0, 'mains-lost'), step(90, 'empty'), step(120, 'action')])).toMatchObject({ late: true });
    expect(timelineOf([step(0, 'mains-lost'), step(90, 'empty'), step(120, 'action')]).reserve).toBeUndefined();
  });

  it('has a place for steps that all happen at once, and for none', () => {
    const { stretches, marks } = timelineOf([step(0, 'mains-lost'), step(0, 'confirmed')]);
    expect(stretches).toEqual([]);
    expect(marks.map(({ at }) => at)).toEqual([0, 0]);
    expect(timelineOf([])).toEqual({ stretches: [], marks: [], late: false });
  });
});

describe('spread', () => {
  it('pushes what is too close aside, in order and inside', () => {
    const places = spread([0, 0.001, 0.5, 0.995, 1], 0.1);
    for (const [index, place] of places.entries()) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(1);
      if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(0.1 - 1e-9);
    }
    expect(places[2]).toBe(0.5);
  });

  it('shares the width where there is not room for all', () => {
    expect(spread([0, 0, 0, 0, 0], 0.5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
});
