import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultSettings, type Settings } from '../../src-shared/settings/index.ts';
import { fakeCountdown, fakeDevice, fakeState, onBattery } from './fake-devices.ts';
import { failedPreflight, fakeCard, runningDrill } from './fake-protection.ts';
import type { FakeOptions } from './fake-engine.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

/** Every screen, and what shows that it is there. */
const SCREENS: readonly (readonly [route: string, heading: string, settled: string | RegExp])[] = [
  ['/', 'Overview', /would last 29/u],
  ['/history', 'History', /Mains came back before any trigger held/u],
  ['/events', 'Events', /Mains is gone; the battery carries the load/u],
  ['/history/outage/2', 'History', 'Step 1 of 5'],
  ['/protection/drill', 'Protection', 'Rehearse an outage'],
  ['/protection', 'Protection', 'The plan in one sentence'],
  ['/battery', 'Battery', 'Learned by Mainstay'],
  ['/energy', 'Energy', 'measured by the UPS'],
  ['/device', 'Device', 'Settings of this UPS'],
  ['/devices', 'Devices', 'Your UPSes'],
  ['/notifications', 'Notifications', 'Who is told what'],
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
    [
      'an overdue drill and a report',
      {
        state: fakeState([fakeDevice()], {
          drillDueAt: Date.now() - 86_400_000,
          lastShutdown: {
            committedAt: Date.now() - 7_200_000,
            startedAt: Date.now() - 3_600_000,
            reason: 'The battery was low.',
            upsCut: 'no',
            text: 'It was down after 42 seconds.',
          },
        }),
      },
      'It was down after 42 seconds.',
    ],
    ['several devices', { state: fakeState([fakeDevice(), onBattery({ id: 'b', name: 'Rack' })]) }, 'Rack'],
    ['no device', { state: fakeState([]) }, 'Find your UPS'],
  ];
  it.each(['Then', 'Schedule', 'Checks', 'Drill'])(
    'the tab %s of Protection has no fault that axe knows',
    async (tab) => {
      const settings = themed(theme);
      const ownCommand = { enabled: true, program: '/bin/save', arguments: ['--all'], timeoutSeconds: 30 };
      const schedule = [{ id: 'a', enabled: true, days: [1, 5], at: '23:00', startAt: '07:00' }];
      await play('/protection', {
        settings: { ...settings, protection: { ...settings.protection, action: 'sleep', ownCommand, schedule } },
        state: fakeState([fakeDevice()], { preflight: failedPreflight() }),
      });
      await page.getByRole('tab', { name: tab }).click();
      await expect.element(page.getByRole('tabpanel')).toBeVisible();
      await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(theme);
      expect(await faults()).toEqual([]);
    },
  );

  it('a running drill and a card have no fault that axe knows', async () => {
    await play('/protection/drill', {
      settings: themed(theme),
      cards: [fakeCard()],
      state: fakeState([fakeDevice()], { drill: runningDrill() }),
    });
    await expect.element(page.getByRole('heading', { name: 'Pull the plug now' })).toBeVisible();
    await expect.element(page.getByText(/Your command did not end/u)).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it('the dialog that arms has no fault that axe knows', async () => {
    await play('/protection', { settings: themed(theme) });
    await page.getByText('Armed', { exact: true }).click();
    await expect.element(page.getByRole('button', { name: 'Arm', exact: true })).toBeEnabled();
    // It fades in; half-way its letters are pale.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await faults()).toEqual([]);
  });

  it.each([false, true])('the window of the countdown has no fault that axe knows, practice %s', async (practice) => {
    const why = 'About 3 minutes are left.';
    await play('/countdown', {
      settings: themed(theme),
      state: fakeState([onBattery()], {
        phase: 'countdown',
        onBatterySince: Date.now() - 60_000,
        countdown: fakeCountdown({ practice, postpone: { allowed: false, why } }),
      }),
    });
    await expect.element(page.getByRole('timer')).toBeVisible();
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(theme);
    expect(await faults()).toEqual([]);
  });

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
