import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOf, worstFirst } from '../../src-renderer/logic/condition.ts';
import { fakeDevice, onBattery, withValues } from '../renderer/fake-devices.ts';

const status = (words: string, id: string) => withValues({ 'ups.status': words }, { id, name: id });

describe('conditionOf', () => {
  it.each([
    ['OL', 'mains', 'good'],
    ['OL CHRG', 'mains', 'good'],
    ['OL BOOST', 'mains', 'good'],
    ['OL RB', 'mains', 'warning'],
    ['OB DISCHRG', 'battery', 'warning'],
    ['OB LB', 'battery', 'critical'],
    ['OL OFF', 'off', 'critical'],
    ['', 'unknown', 'unknown'],
    ['SOMETHING', 'unknown', 'unknown'],
  ])('%s', (words, source, tone) => {
    expect(conditionOf(status(words, 'x'))).toMatchObject({ source, tone, fresh: true });
  });

  it('keeps words that nobody knows', () => {
    expect(conditionOf(status('OL HELLO', 'x')).unknown).toEqual(['HELLO']);
  });

  it('takes lost contact on battery for worse than lost contact on mains', () => {
    expect(conditionOf(onBattery({ link: 'lost' })).tone).toBe('critical');
    expect(conditionOf(fakeDevice({ link: 'lost' })).tone).toBe('warning');
  });
});

describe('worstFirst', () => {
  it('counts as people do', () => {
    const devices = ['UPS 10', 'UPS 9', 'UPS 1'].map((name, index) => fakeDevice({ id: String(index), name }));
    expect(worstFirst(devices).map(({ name }) => name)).toEqual(['UPS 1', 'UPS 9', 'UPS 10']);
  });

  const devices = [
    status('OL', 'fine'),
    status('OL RB', 'worn'),
    status('OB LB', 'dying'),
    status('OB', 'battery'),
    fakeDevice({ id: 'gone', name: 'gone', link: 'lost' }),
    fakeDevice({ id: 'off', name: 'off', link: 'disabled' }),
  ];
  const expected = ['dying', 'battery', 'gone', 'worn', 'fine', 'off'];

  it('is the same whatever the order in which devices come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(devices, { minLength: devices.length }), (shuffled) => {
        expect(worstFirst(shuffled).map(({ id }) => id)).toEqual(expected);
      }),
    );
  });
});

describe('signs that contradict each other', () => {
  const doubt = { source: 'doubt' as const, signs: [] };

  it('are no mains to rely on, and stand above what is well', () => {
    expect(conditionOf(fakeDevice({ power: doubt }))).toMatchObject({ source: 'doubt', tone: 'warning' });
    expect(conditionOf(fakeDevice({ power: doubt, link: 'lost' })).source).toBe('mains');
  });
});
