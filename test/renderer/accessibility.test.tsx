import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultSettings, type Settings } from '../../src-shared/settings.ts';
import { fakeCountdown, fakeDevice, fakeState, onBattery } from './fake-devices.ts';
import type { FakeOptions } from './fake-engine.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

/** Every screen, and what shows that it is there. */
const SCREENS: readonly (readonly [route: string, heading: string, settled: string | RegExp])[] = [
  ['/', 'Overview', /would carry you for 41 minutes/u],
  ['/history', 'History', /Mains came back before any trigger held/u],
  ['/events', 'Events', /Mains is gone; the battery carries the load/u],
  ['/protection', 'Protection', 'The plan in one sentence'],
  ['/battery', 'Battery', 'Test the battery briefly'],
  ['/device', 'Device', 'Settings of this UPS'],
  ['/devices', 'Devices', 'Your UPSes'],
  ['/notifications', 'Notifications', 'Not here yet'],
  ['/sharing', 'Sharing', 'Not here yet'],
  ['/preferences', 'Preferences', 'Look'],
  ['/diagnostics', 'Diagnostics', 'battery.charge'],
];

const THEMES = ['light', 'dark'] as const;

function themed(theme: (typeof THEMES)[number]): Settings {
  const settings = defaultSettings();
  return { ...settings, preferences: { ...settings.preferences, theme } };
}

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

describe.each(THEMES)('in the %s theme', (theme) => {
  it.each(SCREENS)('%s has no fault that axe knows', async (route, heading, settled) => {
    const { fake } = await play(route, { settings: themed(theme) });
    await expect.element(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect.element(page.getByText(settled).first()).toBeVisible();
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(theme);
    expect(await faults()).toEqual([]);
    expect(fake.refused).toEqual([]);
  });

  const states: readonly (readonly [string, FakeOptions, string | RegExp])[] = [
    [
      'an outage',
      {
        state: fakeState([onBattery()], {
          phase: 'countdown',
          onBatterySince: Date.now() - 60_000,
          countdown: fakeCountdown(),
        }),
      },
      /The battery is at 29 %/u,
    ],
    [
      'lost contact',
      {
        state: fakeState([
          fakeDevice({ link: 'lost', readAt: Date.now() - 60_000, linkMessage: 'The port went away.' }),
        ]),
      },
      /The port went away/u,
    ],
    ['several devices', { state: fakeState([fakeDevice(), onBattery({ id: 'b', name: 'Rack' })]) }, 'Rack'],
    ['no device', { state: fakeState([]) }, 'No UPS yet'],
  ];
  it.each(states)('%s has no fault that axe knows', async (_name, options, settled) => {
    await play('/', { ...options, settings: themed(theme) });
    await expect.element(page.getByText(settled).first()).toBeVisible();
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(theme);
    expect(await faults()).toEqual([]);
  });
});

it('moves the keyboard from the skip link into the screen', async () => {
  await play('/');
  await expect.element(page.getByTestId('hero')).toBeVisible();
  page.getByRole('link', { name: 'Skip to the content' }).element().focus();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement?.id).toBe('main');
  expect(window.location.hash).toBe('#/');
});
