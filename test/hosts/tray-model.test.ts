import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assert, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHARGE_STEPS,
  iconName,
  quitWarning,
  TOOLTIP_LENGTH,
  type TrayPicture,
  trayPicture,
} from '../../src-main/hosts/electron/tray-model.ts';
import type { State } from '../../src-shared/contract/index.ts';
import { device, state } from './made-state.ts';

const picture = (...given: Parameters<typeof state>): TrayPicture => trayPicture(state(...given), (time) => `T${time}`);
const texts = (shown: TrayPicture): string[] =>
  shown.rows.flatMap((row) => (row.kind === 'separator' ? [] : [row.text]));
const chosen = (shown: TrayPicture, text: string): unknown =>
  shown.rows.find((row) => row.kind === 'choice' && row.text.startsWith(text));

const warningIn = (mode: State['protection']['mode'], service: boolean): string | undefined =>
  quitWarning(state([], { mode }, { service }));

describe('the icon', () => {
  it.each([
    [{ 'ups.status': 'OL', 'battery.charge': 100 }, 'mains-100'],
    [{ 'ups.status': 'OL CHRG', 'battery.charge': 60 }, 'mains-50'],
    [{ 'ups.status': 'OL RB', 'battery.charge': 100 }, 'mains-100-warning'],
    [{ 'ups.status': 'OB DISCHRG', 'battery.charge': 80 }, 'battery-75'],
    [{ 'ups.status': 'OB LB', 'battery.charge': 3 }, 'battery-0-warning'],
    [{ 'ups.status': 'OL' }, 'mains-unknown'],
    [{ 'battery.charge': 50 }, 'lost'],
  ])('of %o is %s', (values, expected) => {
    expect(iconName(picture([device('a', values)]).icon)).toBe(expected);
  });

  it('keeps the battery while contact is lost on battery, and warns', () => {
    const lost = device('a', { 'ups.status': 'OB', 'battery.charge': 40 }, { link: 'lost' });
    expect(iconName(picture([lost]).icon)).toBe('battery-25-warning');
    expect(picture([lost]).tooltip).toBe('a: Contact lost, On battery, 40\u00a0%');
  });

  it('says nothing of mains once contact is lost', () => {
    const doubt = { power: { source: 'doubt' as const, signs: [] } };
    expect(iconName(picture([device('a', { 'ups.status': 'OL', 'battery.charge': 100 }, doubt)]).icon)).toBe(
      'mains-100-warning',
    );
    expect(iconName(picture([device('a', { 'ups.status': 'OL' }, { link: 'stale' })]).icon)).toBe('lost-warning');
  });

  it('is of the device that is worst off, whatever the order', () => {
    const good = device('good', { 'ups.status': 'OL', 'battery.charge': 100 });
    const bad = device('bad', { 'ups.status': 'OB', 'battery.charge': 50 });
    const off = device('off', { 'ups.status': 'OB LB' }, { link: 'disabled' });
    for (const order of [
      [good, bad, off],
      [off, bad, good],
    ]) {
      const shown = picture(order);
      expect(iconName(shown.icon)).toBe('battery-50');
      expect(shown.tooltip).toBe('bad: On battery, 50\u00a0% (and 1 more)');
      expect(texts(shown).slice(0, 2)).toEqual(['bad: On battery, 50\u00a0%', 'good: On mains, 100\u00a0%']);
    }
  });

  it('has a file for each state, in both densities', () => {
    const folder = join(import.meta.dirname, '../../assets/tray');
    for (const source of ['mains', 'battery', 'lost'] as const) {
      for (const charge of [...CHARGE_STEPS, 'unknown'] as const) {
        for (const warning of [false, true]) {
          const name = iconName({ source, charge, warning });
          expect(existsSync(join(folder, `${name}.png`)), name).toBe(true);
          expect(existsSync(join(folder, `${name}@2x.png`)), name).toBe(true);
        }
      }
    }
  });
});

describe('the tooltip', () => {
  it('names the device, its status, charge and runtime', () => {
    const values = { 'ups.status': 'OL', 'battery.charge': 99.6, 'battery.runtime': 3900 };
    expect(picture([device('Desk', values, { simulated: true })]).tooltip).toBe(
      'Desk: simulated, On mains, 100\u00a0%, 1\u00a0h 5\u00a0min left',
    );
  });

  it('never gets too long, and shortens the name rather than the status', () => {
    const values = { 'ups.status': 'OB', 'battery.charge': 50, 'battery.runtime': 59 };
    const { tooltip } = picture([device('n'.repeat(500), values)]);
    expect(tooltip).toHaveLength(TOOLTIP_LENGTH);
    expect(tooltip).toMatch(/…: On battery, 50\u00a0%, 59\u00a0s left$/);
    assert(
      property(string({ maxLength: 300 }), string({ maxLength: 300 }), nat(), (name, status, count) => {
        const devices = Array.from({ length: (count % 4) + 1 }, (_, index) =>
          device(`d${index}`, { 'ups.status': `OL ALARM BYPASS OVER TRIM BOOST RB ${status}` }, { name }),
        );
        expect(picture(devices).tooltip.length).toBeLessThanOrEqual(TOOLTIP_LENGTH);
      }),
    );
  });

  it('without a device says so', () => {
    expect(picture([]).tooltip).toBe('Mainstay: no UPS yet');
  });
});

describe('the menu', () => {
  it('offers a battery test and silence for each device that can', () => {
    const commands = [{ name: 'test.battery.start.quick' }, { name: 'test.battery.start' }, { name: 'beeper.mute' }];
    const able = device('able', { 'ups.status': 'OL' }, { commands });
    expect(chosen(picture([able]), 'Run a battery test')).toMatchObject({
      action: { do: 'command', device: 'able', command: 'test.battery.start.quick' },
    });
    const second = device('second', { 'ups.status': 'OL' }, { commands: [{ name: 'beeper.disable' }] });
    const both = picture([able, second]);
    expect(texts(both)).toEqual(expect.arrayContaining(['Silence the beeper: able', 'Silence the beeper: second']));
    expect(chosen(both, 'Silence the beeper: second')).toMatchObject({
      action: { do: 'command', device: 'second', command: 'beeper.disable' },
    });
  });

  it('shows what cannot be done, without an action', () => {
    const lost = device('a', {}, { link: 'lost', commands: [{ name: 'beeper.mute' }] });
    for (const text of [
      'Run a battery test',
      'Silence the beeper',
      'Show the countdown',
      'Postpone',
      'Stop the countdown',
    ]) {
      expect(chosen(picture([lost]), text), text).not.toHaveProperty('action');
    }
  });

  const countdown = {
    device: 'a',
    trigger: 'charge',
    reason: 'Charge is low.',
    startedAt: 1,
    actsAt: 61,
    practice: false,
    cancel: { allowed: true },
    postpone: { allowed: true },
  } as const;

  it('shows a countdown, and offers what may be done about it', () => {
    const counting = picture([], { mode: 'armed', phase: 'countdown', countdown });
    expect(texts(counting)).toContain('Shuts down at T61');
    expect(chosen(counting, 'Show the countdown')).toHaveProperty('action.do', 'show-countdown');
    expect(chosen(counting, 'Postpone')).toHaveProperty('action.do', 'postpone');
    expect(chosen(counting, 'Stop the countdown')).toHaveProperty('action.do', 'stop-countdown');
    expect(texts(picture([], { phase: 'countdown', countdown: { ...countdown, practice: true } }))).toContain(
      'Practice: would shut down at T61',
    );
  });

  it('does not offer what is refused', () => {
    const bound = { ...countdown, cancel: { allowed: false, why: 'x' }, postpone: { allowed: false, why: 'y' } };
    const shown = picture([], { mode: 'armed', phase: 'countdown', countdown: bound });
    expect(chosen(shown, 'Show the countdown')).toHaveProperty('action.do', 'show-countdown');
    expect(chosen(shown, 'Postpone')).not.toHaveProperty('action');
    expect(chosen(shown, 'Stop the countdown')).not.toHaveProperty('action');
  });

  it('says that the shutdown is under way', () => {
    expect(texts(picture([], { mode: 'armed', phase: 'committed' }))).toContain('Shutting down');
    expect(texts(picture([], { mode: 'practice', phase: 'committed' }))).toContain('Protection: practice');
  });

  it.each([
    ['armed', false, 'Quit (ends protection)'],
    ['practice', false, 'Quit (protection is only practising)'],
    ['off', false, 'Quit (protection is off)'],
    ['armed', true, 'Quit (the Mainstay service goes on protecting)'],
    ['practice', true, 'Quit (the service goes on)'],
    ['off', true, 'Quit (protection is off)'],
  ] as const)('says what quitting does to protection: %s, service %s', (mode, service, text) => {
    expect(texts(picture([], { mode }, { service })).at(-1)).toBe(text);
  });

  it('warns before quitting ends protection, and only then', () => {
    expect(warningIn('armed', false)).toContain('Protection ends when you quit');
    expect(quitWarning(state([], { mode: 'armed', phase: 'countdown', countdown }))).toContain(
      'A countdown is running',
    );
    for (const [mode, service] of [
      ['practice', false],
      ['off', false],
      ['armed', true],
    ] as const) {
      expect(warningIn(mode, service)).toBeUndefined();
    }
  });
});
