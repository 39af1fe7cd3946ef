import type { Scenario } from './scenario.ts';

const MINUTE = 60;
const HOUR = 3600;

/** The built-in scenarios by name. Percentages are of the UPS's nominal values. */
export const SCENARIOS = {
  steady: scenario(
    'steady',
    'Good mains, a full battery, nothing happens',
    ['OL'],
    [{ at: 0, set: { mainsPercent: 100, loadPercent: 25, charge: 100 } }],
  ),
  outage: scenario(
    'outage',
    'Mains fails for five minutes',
    ['OL', 'OB', 'DISCHRG', 'CHRG'],
    [
      { at: 0, set: { mainsPercent: 100, loadPercent: 25, charge: 100 } },
      { at: 10, set: { mainsPercent: 0 } },
      { at: 310, set: { mainsPercent: 100 } },
    ],
  ),
  flicker: scenario(
    'flicker',
    'Mains fails three times for a moment',
    ['OL', 'OB'],
    [
      { at: 0, set: { mainsPercent: 100 } },
      { at: 10, set: { mainsPercent: 0 } },
      { at: 12, set: { mainsPercent: 100 } },
      { at: 20, set: { mainsPercent: 0 } },
      { at: 21.5, set: { mainsPercent: 100 } },
      { at: 30, set: { mainsPercent: 0 } },
      { at: 33, set: { mainsPercent: 100 } },
    ],
  ),
  'brown-out': scenario(
    'brown-out',
    'Mains sags too low to be used',
    ['OL', 'BOOST', 'OB'],
    [
      { at: 0, set: { mainsPercent: 100 } },
      { at: 10, set: { mainsPercent: 85 } },
      { at: 20, set: { mainsPercent: 60 } },
      { at: 80, set: { mainsPercent: 85 } },
      { at: 100, set: { mainsPercent: 100 } },
    ],
  ),
  overload: scenario(
    'overload',
    'The load is more than the UPS can carry',
    ['OL', 'OVER'],
    [
      { at: 0, set: { mainsPercent: 100, loadPercent: 60, powerFactor: 0.9 } },
      { at: 10, set: { loadPercent: 120 } },
      { at: 70, set: { loadPercent: 60 } },
    ],
  ),
  'worn-battery': scenario(
    'worn-battery',
    'The self-test finds a worn battery',
    ['OL', 'TEST', 'DISCHRG', 'RB'],
    [
      { at: 0, set: { mainsPercent: 100, loadPercent: 25, charge: 100, health: 0.4 } },
      { at: 10, do: { command: 'startTest', kind: 'quick' } },
    ],
  ),
  'replaced-battery': scenario(
    'replaced-battery',
    'A worn battery is replaced and passes its test',
    ['RB', 'TEST', 'OL'],
    [
      {
        at: 0,
        set: { mainsPercent: 100, loadPercent: 25, charge: 100, health: 0.4, replace: true, testResult: 'failed' },
      },
      { at: 30, do: { command: 'replaceBattery' } },
      { at: 40, do: { command: 'startTest', kind: 'quick' } },
    ],
  ),
  'comm-loss': scenario(
    'comm-loss',
    'The link to the host is cut for a minute',
    ['OL'],
    [
      { at: 0, set: { mainsPercent: 100 } },
      { at: 10, set: { linkLost: true } },
      { at: 70, set: { linkLost: false } },
    ],
  ),
  'self-test': scenario(
    'self-test',
    'The quick self-test',
    ['OL', 'TEST', 'DISCHRG'],
    [
      { at: 0, set: { mainsPercent: 100, loadPercent: 25, charge: 100 } },
      { at: 10, do: { command: 'startTest', kind: 'quick' } },
    ],
  ),
  calibration: scenario(
    'calibration',
    'A runtime calibration down to low battery',
    ['OL', 'CAL', 'DISCHRG', 'CHRG'],
    [
      { at: 0, set: { mainsPercent: 100, loadPercent: 50, charge: 100 } },
      { at: 10, do: { command: 'startTest', kind: 'calibration' } },
      { at: 30 * MINUTE },
    ],
  ),
  bypass: scenario(
    'bypass',
    'The load hangs on bypass for a minute',
    ['OL', 'BYPASS'],
    [
      { at: 0, set: { mainsPercent: 100 } },
      { at: 10, set: { bypass: true } },
      { at: 70, set: { bypass: false } },
    ],
  ),
  fault: scenario(
    'fault',
    'The UPS itself is faulty for a minute',
    ['OL', 'ALARM'],
    [
      { at: 0, set: { mainsPercent: 100 } },
      { at: 10, set: { fault: true } },
      { at: 70, set: { fault: false } },
    ],
  ),
  boost: scenario('boost', 'Mains is low and boosted', ['OL', 'BOOST'], [{ at: 0, set: { mainsPercent: 85 } }]),
  trim: scenario('trim', 'Mains is high and trimmed', ['OL', 'TRIM'], [{ at: 0, set: { mainsPercent: 113 } }]),
  'low-battery': scenario(
    'low-battery',
    'An outage that the battery does not outlast',
    ['OB', 'LB', 'DISCHRG', 'OFF', 'CHRG'],
    [
      { at: 0, set: { mainsPercent: 100, loadPercent: 50, charge: 30 } },
      { at: 10, set: { mainsPercent: 0 } },
      { at: 20 * MINUTE, set: { mainsPercent: 100 } },
    ],
  ),
  demo: {
    ...scenario(
      'demo',
      'A lively day',
      ['OL', 'OB', 'DISCHRG', 'CHRG', 'BOOST', 'TEST', 'LB'],
      [
        { at: 0, set: { mainsPercent: 100, loadPercent: 22, powerFactor: 0.92 } },
        { at: 2 * MINUTE, set: { loadPercent: 34 } },
        { at: 4 * MINUTE, set: { mainsPercent: 0 } },
        { at: 5 * MINUTE, set: { mainsPercent: 100 } },
        { at: 20 * MINUTE, set: { loadPercent: 48 } },
        { at: 45 * MINUTE, set: { mainsPercent: 86 } },
        { at: 52 * MINUTE, set: { mainsPercent: 99 } },
        { at: 1.5 * HOUR, set: { loadPercent: 28 } },
        { at: 2 * HOUR, set: { mainsPercent: 0 } },
        { at: 2 * HOUR + 3, set: { mainsPercent: 101 } },
        { at: 5 * HOUR, do: { command: 'startTest', kind: 'quick' } },
        { at: 8 * HOUR, set: { loadPercent: 55 } },
        { at: 9 * HOUR, set: { mainsPercent: 0 } },
        { at: 9 * HOUR + 7 * MINUTE, set: { mainsPercent: 98 } },
        { at: 12 * HOUR, set: { loadPercent: 18 } },
        { at: 18 * HOUR, set: { mainsPercent: 0 } },
        { at: 18 * HOUR + 8 * MINUTE, set: { mainsPercent: 100 } },
        { at: 20 * HOUR, set: { loadPercent: 30 } },
      ],
    ),
    loop: 24 * HOUR,
    noise: { seed: 850, every: 5, load: 8, mains: 1.2 },
  },
} as const satisfies Record<string, Scenario>;

/** The name of a built-in scenario. */
export type ScenarioName = keyof typeof SCENARIOS;

function scenario(
  name: string,
  title: string,
  reaches: NonNullable<Scenario['reaches']>,
  steps: Scenario['steps'],
): Scenario {
  return { name, title, reaches, steps };
}
