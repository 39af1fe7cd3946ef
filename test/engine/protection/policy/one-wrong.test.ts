/**
 * One wrong observation of anything, of any driver, asked for or told unasked, never starts a countdown: neither on mains
 * nor on a battery that is well; and handed out again as often as one likes, it is still the same observation.
 */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Readings } from '../../../../drivers/driver.ts';
import { drivers } from '../../../../drivers/index.ts';
import { policy } from '../../../../src-main/engine/protection/policy/decide.ts';
import { type Depth, VariableBook } from '../../../../src-main/engine/devices/session/variables.ts';
import type { Value, Vars } from '../../../../src-shared/nut/index.ts';
import { createUpsModel } from '../../../../src-shared/ups-model/index.ts';
import { ownLine } from '../../../conformance/subject.ts';
import { rulesWith, upsNamed } from './run.ts';

// Many whole conversations; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const RULES = rulesWith(
  {
    charge: { level: 'act', percent: 30 },
    runtime: { level: 'act', seconds: 120 },
    lowBattery: { level: 'act' },
    fault: { level: 'act' },
  },
  { confirmSeconds: 3, shutdownSeconds: 30 },
);
const LIMITS = { quick: 60_000, full: 600_000 };

const NAMES = ['ups.status', 'battery.charge', 'battery.runtime', 'input.voltage', 'ups.alarm', 'ups.load'] as const;
type Name = (typeof NAMES)[number];

interface Wrong {
  readonly name: Name;
  readonly value: Value;
  readonly asked: boolean;
  /** Seconds after the story began, and for how many it is handed out again. */
  readonly at: number;
  readonly again: number;
  readonly onBattery: boolean;
}

const wrongs: fc.Arbitrary<Wrong> = fc.record({
  name: fc.constantFrom(...NAMES),
  value: fc.oneof(
    fc.constantFrom<Value>(
      'OB LB',
      'OB LB RB CHRG DISCHRG ALARM',
      'OL OB LB FSD',
      'OB OVER LB',
      'OL FSD',
      'Inverter fault',
    ),
    fc.integer({ min: -1, max: 65_535 }),
    fc.constantFrom<Value>(0, 1, 5, 20, 255),
  ),
  asked: fc.boolean(),
  at: fc.integer({ min: 4, max: 40 }),
  again: fc.integer({ min: 0, max: 10 }),
  onBattery: fc.boolean(),
});

/** An alarm's text that is handed out again beside a status that is asked anew and says nothing of an alarm. */
const ALARM_KEPT: Wrong = {
  name: 'ups.alarm',
  value: 'Inverter fault',
  asked: true,
  at: 6,
  again: 7,
  onBattery: true,
};

/** The kinds of event that a UPS leads to that says one thing wrong, once. */
function played(driver: (typeof drivers)[number], wrong: Wrong, charge = 90): readonly string[] {
  const model = createUpsModel();
  model.force({ charge });
  const line = ownLine(driver, model);
  const identity = line.identify().result;
  if (identity === null) throw new Error(`${driver.id} does not know its own simulator.`);
  const book = new VariableBook();
  const merge = (readings: Readings, depth: Depth, seconds: number): void => {
    const at = seconds * 1000;
    book.merge({ readings, depth, complete: false, now: at, monotonic: at, steady: at }, LIMITS);
  };
  merge(identity, 'identity', 0);
  let state = policy.start();
  const told: string[] = [];
  for (let seconds = 1; seconds <= 60; seconds += 1) {
    if (wrong.onBattery && seconds === 2) model.force({ mainsVoltage: 0 });
    model.advance(1);
    const right = line.poll(identity).result ?? { vars: {} };
    const since = seconds - wrong.at;
    const said: Vars = { [wrong.name]: wrong.value };
    const vars = { ...right.vars, ...said };
    if (since === 0 && wrong.asked) merge({ ...right, vars }, 'quick', seconds);
    else if (since === 0) merge({ vars: said }, 'unasked', seconds);
    else if (since > 0 && since <= wrong.again) {
      // Not asked for again: it stands as it was last heard, with every word of it where it is the status.
      const words =
        wrong.name === 'ups.status' ? (['OL', 'OB', 'LB', 'FSD', 'OVER', 'ALARM', 'OFF', 'DISCHRG'] as const) : [];
      merge({ ...right, vars, kept: { vars: [wrong.name], words } }, 'quick', seconds);
    } else merge(right, 'full', seconds);
    const device = upsNamed('a', {
      readAt: seconds,
      values: book.values(),
      absent: book.absent(),
      power: book.power(),
    });
    const at = seconds * 1000;
    const moment = { now: at, steady: at, devices: [device], evidence: new Map([['a', book.evidence]]) };
    const decision = policy.decide(state, RULES, moment);
    state = decision.state;
    for (const action of decision.actions) told.push(action.type === 'event' ? action.event.kind : action.type);
  }
  return told;
}

describe.each(drivers.map((driver) => [driver.id, driver] as const))('%s', (_, driver) => {
  it('one wrong observation starts no countdown', () => {
    fc.assert(
      fc.property(wrongs, (wrong) => {
        const told = played(driver, wrong);
        expect(told).not.toContain('countdown-started');
        expect(told).not.toContain('perform');
        expect(told.includes('outage-confirmed')).toBe(wrong.onBattery);
      }),
      { numRuns: 60, endOnFailure: true, examples: [[ALARM_KEPT]] },
    );
  });

  it('a battery that is really low starts one: the policy is not deaf', () => {
    const right: Wrong = { name: 'ups.load', value: 20, asked: true, at: 50, again: 0, onBattery: true };
    expect(played(driver, right, 8)).toContain('countdown-started');
  });
});
