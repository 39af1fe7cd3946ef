/** What a UPS is told, and what is said of that beforehand: limits, and what a device does not offer. */
import { describe, expect, it } from 'vitest';
import {
  LATE_SECONDS,
  planCut,
  sayPowerCycle,
  withMargin,
} from '../../../../src-main/engine/protection/act/power-cycle.ts';
import { wayFor } from '../../../../src-main/engine/protection/act/cut.ts';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { deviceOf, rulesOf } from './bench.ts';

const argument = { text: 'reply.argument.seconds', unit: 's', optional: true } as const;
const plan = (device: Partial<DeviceState>, wish: Partial<Parameters<typeof planCut>[1]> = {}) =>
  planCut(deviceOf(device), { way: 'before', needed: 150, ...wish });
const steps = (...args: Parameters<typeof plan>): unknown => {
  const made = plan(...args);
  return 'steps' in made ? made.steps.map((step) => Object.values(step).join(' ')) : made.why;
};
const delayed = (range: object) => [{ name: 'ups.delay.shutdown', range: { min: 0, max: 600, ...range } }];

describe('the margin', () => {
  // NUT's drivers wait as long before they cut the output (usbhid-ups(8), offdelay).
  it('is what a system takes after the late hook', () => {
    expect(LATE_SECONDS).toBe(20);
  });

  it.each([
    [10, 40],
    [10.2, 41],
    [120, 150],
    [121, 152],
    [400, 500],
  ])('a shutdown of %d s is given %d s', (seconds, given) => {
    expect(withMargin(seconds)).toBe(given);
  });
});

describe('the way to a device', () => {
  it.each([
    ['serial:/dev/ttyUSB0', 'shutdown', true, 'late'],
    ['hid:051d:0002', 'shutdown', true, 'late'],
    // No network is left by then.
    ['snmp://192.0.2.1', 'shutdown', true, 'before'],
    ['sim:serial:x', 'shutdown', true, 'before'],
    ['serial:/dev/ttyUSB0', 'shutdown', false, 'before'],
    ['serial:/dev/ttyUSB0', 'hibernate', true, 'before'],
  ] as const)('%s, %s, hook %s: %s', (uri, kind, hook, way) => {
    expect(wayFor(deviceOf({ uri }), kind, hook)).toBe(way);
  });
});

describe('the plan', () => {
  const returning = { commands: [{ name: 'shutdown.return', argument }] };
  const bare = { commands: [{ name: 'shutdown.return' }] };
  const timers = {
    commands: [
      { name: 'load.off.delay', argument },
      { name: 'load.on.delay', argument },
    ],
  };

  it.each<[string, Parameters<typeof plan>[0], unknown]>([
    ['in steps of one where none are told', { ...returning, settings: delayed({}) }, ['shutdown.return 150']],
    ['no less than the least', { ...returning, settings: delayed({ min: 150 }) }, ['shutdown.return 150']],
    [
      'from the least on in its steps',
      { ...returning, settings: delayed({ min: 149, step: 30 }) },
      ['shutdown.return 179'],
    ],
    ['up to the most', { ...returning, settings: delayed({ max: 150 }) }, ['shutdown.return 150']],
  ])('waits %s', (_what, device, expected) => {
    expect(steps(device)).toEqual(expected);
  });

  it.each<[string, Parameters<typeof plan>[0], string]>([
    ['that it waits too short', { ...returning, settings: delayed({ max: 149 }) }, 'at most'],
    [
      'that it decides itself, for a range that would do',
      { ...bare, settings: [{ name: 'ups.delay.start', range: { min: 0, max: 10 } }] },
      'decides by itself',
    ],
    [
      'that it decides itself, for a list',
      { ...returning, settings: [{ name: 'ups.delay.shutdown', values: ['60'] }] },
      'decides by itself',
    ],
    ['that its own delay is too short', { ...bare, values: { 'ups.delay.shutdown': 149 } }, 'decides by itself'],
    ['that its own delay is no number', { ...bare, values: { 'ups.delay.shutdown': 'long' } }, 'decides by itself'],
  ])('says %s', (_what, device, why) => {
    expect(steps(device)).toContain(why);
  });

  it('trusts a delay of its own that is just long enough', () => {
    expect(plan({ ...bare, values: { 'ups.delay.shutdown': 150 } })).toEqual({
      steps: [{ command: 'shutdown.return' }],
      offIn: 150,
    });
    expect(plan({ ...bare, values: { 'ups.delay.shutdown': '150' } })).toHaveProperty('why');
  });

  it('does not set a delay that is right already, nor one of a command that takes it itself', () => {
    const right = { ...bare, settings: delayed({}), values: { 'ups.delay.shutdown': 150 } };
    expect(steps(right)).toEqual(['shutdown.return']);
    const both = { ...returning, settings: delayed({ max: 100 }), values: { 'ups.delay.shutdown': 300 } };
    expect(plan(both)).toEqual({ steps: [{ command: 'shutdown.return' }], offIn: 300 });
  });

  it('with timers gives the output back when it was asked to, or after three minutes', () => {
    expect(plan(timers)).toMatchObject({ offIn: 150 });
    expect(steps(timers)).toEqual(['load.on.delay 330', 'load.off.delay 150']);
    expect(steps(timers, { onIn: 3600 })).toEqual(['load.on.delay 3750', 'load.off.delay 150']);
    const note = plan(timers);
    expect('note' in note && note.note).toContain('again');
  });

  it('does not use a timer that takes no time, nor one that would never end', () => {
    expect(steps({ commands: [{ name: 'load.off.delay' }, { name: 'load.on.delay', argument }] })).toContain(
      'no command',
    );
    expect(steps({ ...timers, settings: delayed({ max: 100 }) })).toContain('no command');
  });

  it('says where no start can be told', () => {
    const noted = (device: Parameters<typeof plan>[0], onIn?: number): unknown => {
      const made = plan(device, onIn === undefined ? {} : { onIn });
      return 'note' in made ? made.note : undefined;
    };
    const own = { ...bare, values: { 'ups.delay.shutdown': 300 } };
    const set = { ...bare, settings: delayed({}) };
    for (const device of [own, set]) {
      expect(noted(device, 3600)).toContain('cannot be told when');
      expect(noted(device)).toBeUndefined();
    }
    expect(noted(returning, 3600)).toBeUndefined();
    expect(plan(bare, { way: 'late', needed: 20 })).toEqual({ steps: [{ command: 'shutdown.return' }] });
  });
});

const said = (
  device: Partial<DeviceState>,
  rules: Parameters<typeof rulesOf>[0] = {},
  way: 'late' | 'before' = 'before',
) => sayPowerCycle(rulesOf(rules), deviceOf(device), { way, seconds: 120 });

describe('what is said beforehand', () => {
  const able = { commands: [{ name: 'shutdown.return', argument }] };

  it('names the moment, and only what is sent as a command', () => {
    const set = { commands: [{ name: 'shutdown.return' }], settings: delayed({ min: 200 }) };
    const { how } = said(set);
    expect(how).toContain('3\u00a0minutes 20\u00a0seconds ahead, Mainstay sends shutdown.return: the UPS');
    expect(said(able, { action: 'hibernate' }).how).toContain(
      'Right before the hibernation, 2\u00a0minutes 30\u00a0seconds',
    );
    expect(said(able, {}, 'late').how).toMatch(/^At the last moment of the shutdown Mainstay sends shutdown\.return: /);
  });

  it('takes the time that is needed where the device does not tell its own', () => {
    expect(said({ commands: [{ name: 'shutdown.reboot' }] }, {}, 'late').how).toContain(
      'gives power back after a moment',
    );
    expect(said({ ...able, settings: delayed({ max: 30 }) }, {}, 'late').can).toBe(true);
    expect(said({ ...able, settings: delayed({ max: 30 }) }, {}, 'before').can).toBe(false);
  });

  it('adds what else there is to know', () => {
    const timers = said({
      commands: [
        { name: 'load.off.delay', argument },
        { name: 'load.on.delay', argument },
      ],
    });
    expect(timers.how).toContain('load.on.delay and load.off.delay: the UPS cuts its output. It switches');
    expect(said(able).how).toMatch(/says so\.$/);
    expect(said(able).how).toContain('when mains is there. Everything on it');
    expect(said({ ...able, verified: false }).how).toContain('says so. This driver has never');
  });

  it('says why it is left on', () => {
    expect(said(able, { action: 'command' }).how).toContain('nothing but your own command');
    expect(said(able, { action: 'sleep' }).how).toContain('while this computer sleeps');
    expect(said(able, { action: 'command', powerOffUps: false }).how).toContain('as Protection says');
  });
});
