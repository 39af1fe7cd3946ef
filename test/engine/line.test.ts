/** The whole line, from a simulated wire to a client. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Harness, type HarnessOptions, startEngine } from './harness.ts';

let harness: Harness;
const start = async (options: HarnessOptions): Promise<Harness> => {
  harness = await startEngine(options);
  return harness;
};
afterEach(() => harness.stop());

describe('a simulated UPS on a serial line', () => {
  it('becomes live with the values of its model', async () => {
    const { until, device, engine } = await start({ devices: [{ id: 'one', uri: 'sim:megatec?scenario=steady' }] });
    await until('it is live', () => device('one').link === 'live');
    const state = device('one');
    expect(state).toMatchObject({ simulated: true, driver: 'megatec', uri: 'sim:megatec?scenario=steady' });
    const model = engine.simulation('one')?.state();
    expect(Number(state.values['input.voltage'])).toBeCloseTo(model?.mains.voltage ?? Number.NaN, 1);
    expect(String(state.values['ups.status']).split(' ')).toContain('OL');
    expect(state.commands.map(({ name }) => name)).toContain('test.battery.start.quick');
    expect(harness.refused).toEqual([]);
  });

  it('tells of an outage and of its end', async () => {
    const { until, device, engine, events } = await start({ devices: [{ id: 'one', uri: 'sim:megatec?baud=9600' }] });
    await until('it is live', () => device('one').link === 'live');
    engine.simulation('one')?.force({ mainsVoltage: 0 });
    await until('mains is lost', () => events.some(({ kind }) => kind === 'mains-lost'));
    expect(device('one').values['ups.status']).toContain('OB');
    const lost = events.find(({ kind }) => kind === 'mains-lost');
    expect(lost).toMatchObject({ device: 'one', severity: 'warning', data: { 'input.voltage': 0 } });
    engine.simulation('one')?.force({ mainsVoltage: 230 });
    await until('mains is back', () => events.some(({ kind }) => kind === 'mains-returned'));
    const { outages } = await harness.client.call('history.outages', {});
    expect(outages).toMatchObject([{ device: 'one' }]);
    expect(outages[0]?.end).toBeGreaterThan(outages[0]?.begin ?? Number.POSITIVE_INFINITY);
    const [outage] = outages;
    const range = { from: (outage?.begin ?? 0) - 60_000, to: Date.now() + 1000 };
    const history = await harness.client.call('history.query', {
      device: 'one',
      variables: ['input.voltage'],
      ...range,
    });
    expect(history.bands).toMatchObject([{ kind: 'on-battery' }]);
    const lows = history.series[0]?.points.map(([, lowest]) => lowest) ?? [];
    expect(Math.min(...lows)).toBe(0);
    const kept = await harness.client.call('events.query', { kinds: ['mains-lost', 'mains-returned'] });
    expect(kept.events.map(({ kind }) => kind).toSorted()).toEqual(['mains-lost', 'mains-returned']);
  });
});
