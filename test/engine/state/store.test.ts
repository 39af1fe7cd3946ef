/** The state and its changes, on a clock that is held. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src-main/engine/base/clock.ts';
import { Store } from '../../../src-main/engine/state/store.ts';
import { type DeviceState, merge, type StreamItem, stateSchema } from '../../../src-shared/contract/index.ts';
import { device as liveDevice } from '../../hosts/made-state.ts';

const engine = {
  version: 'test',
  host: 'headless' as const,
  service: false,
  platform: 'test',
  startedAt: 0,
  problems: [],
};
const protection = { mode: 'off' as const, phase: 'idle' as const, feeds: [], notices: [], powerCycle: [] };

function makeDevice(id: string, values: DeviceState['values'] = {}): DeviceState {
  return liveDevice(id, values, { simulated: true });
}

function follow(store: Store) {
  const items: StreamItem<'state'>[] = [];
  let state: unknown;
  const end = store.subscribe((item) => {
    items.push(item);
    state = item.type === 'snapshot' ? structuredClone(item.state) : merge(state, structuredClone(item.patch));
  });
  return { items, state: () => stateSchema.parse(state), end };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a subscriber', () => {
  it('gets a snapshot at once, then patches with each revision one more', () => {
    const store = new Store(systemClock, engine, protection);
    store.setDevice(makeDevice('a', { 'battery.charge': 50 }));
    const { items, state } = follow(store);
    expect(items).toMatchObject([
      { type: 'snapshot', state: { devices: { a: { values: { 'battery.charge': 50 } } } } },
    ]);
    store.setDevice(makeDevice('a', { 'battery.charge': 49 }));
    store.setDevice(makeDevice('b'));
    vi.runAllTimers();
    store.removeDevice('b');
    vi.runAllTimers();
    expect(items.map(({ type }) => type)).toEqual(['snapshot', 'patch', 'patch']);
    const first = items[0]?.revision ?? 0;
    expect(items.map(({ revision }) => revision)).toEqual([first, first + 1, first + 2]);
    expect(state().devices).toEqual({ a: makeDevice('a', { 'battery.charge': 49 }) });
  });

  it('that comes later has the same state as the one before', () => {
    const store = new Store(systemClock, engine, protection);
    const early = follow(store);
    store.setDevice(makeDevice('a', { 'ups.load': 1 }));
    const late = follow(store);
    store.setDevice(makeDevice('a', { 'ups.load': 2 }));
    store.setProtection({ ...protection, phase: 'on-battery', onBatterySince: 5 });
    store.setEngine({ problems: [{ id: 'disk', message: 'The disk is full.' }] });
    vi.runAllTimers();
    expect(late.state()).toEqual(early.state());
    expect(late.items.at(-1)?.revision).toBe(early.items.at(-1)?.revision);
    expect(late.state().protection.onBatterySince).toBe(5);
  });

  it('is not told again once it has ended', () => {
    const store = new Store(systemClock, engine, protection);
    const { items, end } = follow(store);
    end();
    store.setDevice(makeDevice('a'));
    vi.runAllTimers();
    expect(items).toHaveLength(1);
  });
});

describe('a patch', () => {
  it('gathers what changes at about the same time, and holds nothing else', () => {
    const store = new Store(systemClock, engine, protection);
    for (let each = 0; each < 200; each += 1)
      store.setDevice(makeDevice(`d${each}`, { 'ups.load': 1, 'ups.status': 'OL' }));
    const { items } = follow(store);
    store.setDevice(makeDevice('d7', { 'ups.load': 2, 'ups.status': 'OL' }));
    store.setDevice(makeDevice('d8', { 'ups.load': 3, 'ups.status': 'OL' }));
    vi.runAllTimers();
    expect(items.slice(1)).toMatchObject([{ type: 'patch' }]);
    expect(items[1]).toHaveProperty('patch', {
      devices: { d7: { values: { 'ups.load': 2 } }, d8: { values: { 'ups.load': 3 } } },
    });
  });

  it('is not sent when nothing has changed', () => {
    const store = new Store(systemClock, engine, protection);
    store.setDevice(makeDevice('a', { 'ups.load': 1 }));
    const { items } = follow(store);
    store.setDevice(makeDevice('a', { 'ups.load': 1 }));
    store.setDevice(makeDevice('b'));
    store.removeDevice('b');
    store.setEngine({ problems: [] });
    vi.runAllTimers();
    expect(items).toHaveLength(1);
  });

  it('takes away what is not reported any more', () => {
    const store = new Store(systemClock, engine, protection);
    store.setDevice({ ...makeDevice('a', { 'ups.load': 1 }), linkMessage: 'old', derived: ['ups.load'] });
    const { state } = follow(store);
    store.setDevice(makeDevice('a'));
    vi.runAllTimers();
    expect(state().devices['a']).toEqual(makeDevice('a'));
  });
});
