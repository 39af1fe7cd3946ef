import { describe, expect, it } from 'vitest';
import {
  createUpsModel,
  forcedStateSchema,
  parseScenario,
  PROFILES,
  runScenario,
  SCENARIOS,
  scenarioSchema,
} from '../../src-shared/ups-model/index.ts';
import type { Scenario } from '../../src-shared/ups-model/index.ts';

const all: readonly (readonly [string, Scenario])[] = Object.entries(SCENARIOS);

function lengthOf(scenario: Scenario): number {
  return scenario.loop ?? Math.max(...scenario.steps.map(({ at }) => at)) + 120;
}

describe('the built-in scenarios', () => {
  it.each(all)('%s has a sound form and reaches the words that it promises', (name, scenario) => {
    expect(scenarioSchema.safeParse(scenario).success).toBe(true);
    expect(scenario.name).toBe(name);
    const ups = createUpsModel();
    const run = runScenario(ups, scenario);
    const seen = new Set<string>(ups.state().status);
    for (let time = 0; time < lengthOf(scenario); time++) {
      run.advance(1);
      for (const word of ups.state().status) seen.add(word);
    }
    expect(scenario.reaches?.length).toBeGreaterThan(0);
    for (const word of scenario.reaches ?? []) expect([...seen]).toContain(word);
  });

  it.each(Object.entries(PROFILES))('every one plays on %s', (_, profile) => {
    for (const [, scenario] of all) {
      const ups = createUpsModel(profile);
      runScenario(ups, scenario).advance(lengthOf(scenario));
      expect(ups.state().time).toBeCloseTo(lengthOf(scenario), 3);
    }
  });

  it('outage, moment by moment', () => {
    const ups = createUpsModel();
    const run = runScenario(ups, SCENARIOS.outage);
    const statusAt: string[] = [];
    for (const part of [9.5, 0.5, 299.5, 0.5]) {
      run.advance(part);
      statusAt.push(ups.state().status.join(' '));
    }
    expect(statusAt).toEqual(['OL', 'OB DISCHRG', 'OB DISCHRG', 'OL CHRG']);
  });

  it('worn-battery ends in a failed test, replaced-battery in a passed one, comm-loss cuts the link', () => {
    const worn = createUpsModel();
    runScenario(worn, SCENARIOS['worn-battery']).advance(60);
    expect(worn.state().test.result).toBe('failed');
    const replaced = createUpsModel();
    runScenario(replaced, SCENARIOS['replaced-battery']).advance(60);
    expect(replaced.state()).toMatchObject({ test: { result: 'passed' }, battery: { replace: false } });
    const silent = createUpsModel();
    const run = runScenario(silent, SCENARIOS['comm-loss']);
    run.advance(40);
    expect(silent.state().linkLost).toBe(true);
    run.advance(40);
    expect(silent.state().linkLost).toBe(false);
  });
});

describe('a scenario under way', () => {
  it('lands where it lands, in one step or in many, noise and loops included', () => {
    const [once, often] = [createUpsModel(), createUpsModel()];
    runScenario(once, SCENARIOS.demo).advance(100_000);
    const run = runScenario(often, SCENARIOS.demo);
    for (let part = 0; part < 40_000; part++) run.advance(2.5);
    const [a, b] = [once.state(), often.state()];
    expect(run.time).toBe(100_000);
    expect(b.output.realPower).toBe(a.output.realPower);
    expect(b.battery.charge).toBeCloseTo(a.battery.charge, 5);
    expect(b.status).toEqual(a.status);
  });

  it('varies the demo a little, never wildly', () => {
    const ups = createUpsModel();
    const run = runScenario(ups, SCENARIOS.demo);
    const loads: number[] = [];
    for (let time = 0; time < 100; time += 5) {
      loads.push(ups.state().output.realPower / 510);
      run.advance(5);
    }
    expect(new Set(loads).size).toBeGreaterThan(15);
    expect(Math.min(...loads)).toBeGreaterThan(0.22 * 0.92);
    expect(Math.max(...loads)).toBeLessThan(0.22 * 1.08);
  });

  it('begins anew after its loop', () => {
    const parsed = parseScenario(
      '{"name":"blink","title":"Blink","loop":10,"steps":[{"at":6,"set":{"mainsPercent":0}},{"at":0,"set":{"mainsPercent":100}}]}',
    );
    if (!parsed.ok) throw new Error(parsed.error.message);
    const ups = createUpsModel();
    const run = runScenario(ups, parsed.value);
    const words: (string | undefined)[] = [];
    for (let time = 0; time < 20; time += 5) {
      run.advance(5);
      words.push(ups.state().status[0]);
    }
    expect(words).toEqual(['OL', 'OL', 'OL', 'OL']);
    run.advance(7);
    expect(ups.state().status[0]).toBe('OB');
  });
});

describe("a user's scenario", () => {
  it.each([
    ['{"name"', 'not JSON'],
    ['[]', 'the whole'],
    ['{"name":"a","title":"A","steps":[]}', 'steps'],
    ['{"name":"a","title":"A","steps":[{"at":-1}]}', 'steps[0].at'],
    ['{"name":"a","title":"A","steps":[{"at":0},{"at":1,"set":{"mainsVolts":3}}]}', 'mainsVolts'],
    ['{"name":"a","title":"A","steps":[{"at":0,"set":{"charge":120}}]}', 'steps[0].set.charge'],
    ['{"name":"a","title":"A","steps":[{"at":0,"do":{"command":"explode"}}]}', 'steps[0].do.command'],
    ['{"name":"a","title":"A","loop":5,"steps":[{"at":9}]}', 'loop: must come after the last step'],
    ['{"name":"a","title":"A","reaches":["ON"],"steps":[{"at":0}]}', 'reaches[0]'],
  ])('%s is refused and names the place', (text, place) => {
    const parsed = parseScenario(text);
    expect(parsed).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    if (!parsed.ok) expect(parsed.error.message).toContain(place);
  });

  it('can do everything that the model can', () => {
    const orders = [
      { command: 'setDelay', which: 'start', seconds: 7 },
      { command: 'setBeeper', beeper: 'disabled' },
      { command: 'switchOutlet', id: 1, on: false, inSeconds: 0 },
      { command: 'setBypass', on: true },
      { command: 'startTimedTest', seconds: 9 },
      { command: 'cancelTest' },
      { command: 'shutdown', offIn: 2, onIn: null, returnWithMains: false },
    ];
    const steps = orders.map((order) => ({ at: 0, do: order }));
    const parsed = parseScenario(JSON.stringify({ name: 'all', title: 'All', steps }));
    if (!parsed.ok) throw new Error(parsed.error.message);
    const ups = createUpsModel();
    runScenario(ups, parsed.value);
    expect(ups.state()).toMatchObject({
      delays: { start: 7 },
      beeper: 'disabled',
      outlets: [{ on: false }, { on: true }],
      test: { result: 'aborted' },
      timers: { shutdown: 2 },
    });
  });

  it('a forced state from outside is checked likewise', () => {
    expect(forcedStateSchema.safeParse({ charge: 50, fault: true }).success).toBe(true);
    expect(forcedStateSchema.safeParse({ charge: '50' }).success).toBe(false);
    expect(forcedStateSchema.safeParse({ volts: 3 }).success).toBe(false);
  });
});
