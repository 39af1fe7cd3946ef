/** A dialog that a person has opened stays, with what it says, whatever the engine tells meanwhile. */
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { commandLabel } from '../../src-shared/nut/index.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { notificationSettingSchema } from '../../src-shared/settings/notifications.ts';
import { fakeCountdown, fakeDevice, fakeState } from './fake-devices.ts';
import type { FakeEngine, FakeOptions } from './fake-engine.ts';
import { fakeCard } from './fake-protection.ts';
import { leave, play, type Stage } from './stage.tsx';

/** Resolved when the file of the Battery screen may come; it is the one that is fetched on first use. */
let battery = Promise.resolve();
let come: () => void;
vi.mock(import('../../src-renderer/pages/battery/battery.tsx'), async (original) => {
  await battery;
  return await original();
});

afterEach(leave);

const devices = [
  { id: 'office', uri: 'serial:/dev/ttyUSB0', nickname: 'Office UPS', feedsThisComputer: true, enabled: true },
];
const channels = (): FakeOptions => ({
  settings: {
    ...defaultSettings(),
    devices,
    notifications: notificationSettingSchema.parse({
      channels: [{ id: 'hook', kind: 'webhook', name: 'Home', url: 'https://home.example.org/hook' }],
      thresholds: [{ id: 'warm', variable: 'ups.temperature', direction: 'above', value: 35, hysteresis: 2 }],
    }),
  },
});
const counting = (): FakeOptions => ({
  state: fakeState([fakeDevice()], { phase: 'countdown', countdown: fakeCountdown() }),
});

/** What may happen at any moment, one after the other; the last takes away what the dialog is about. */
const CHANGES: readonly (readonly [what: string, change: (fake: FakeEngine) => void])[] = [
  [
    'other values',
    (fake) =>
      fake.updateDevice('office', ({ values, ...device }) => ({ ...device, values: { ...values, 'ups.load': 71 } })),
  ],
  [
    'contact lost',
    (fake) => fake.updateDevice('office', (device) => ({ ...device, link: 'lost', linkMessage: 'The cable is out.' })),
  ],
  [
    'nothing offered',
    (fake) => fake.updateDevice('office', (device) => ({ ...device, link: 'live', commands: [], settings: [] })),
  ],
  [
    'another UPS that comes first',
    (fake) =>
      fake.update((state) => ({
        ...state,
        devices: { attic: fakeDevice({ id: 'attic', name: 'Attic UPS' }), ...state.devices },
      })),
  ],
  ['no countdown', (fake) => fake.protect({ phase: 'idle', countdown: undefined })],
  ['a wire that breaks', (fake) => fake.cut()],
  [
    'the UPS and the settings gone',
    (fake) => {
      fake.settings = { ...fake.settings, devices: [], notifications: defaultSettings().notifications };
      fake.cards = [];
      fake.update((state) => ({
        ...state,
        devices: Object.fromEntries(Object.entries(state.devices).filter(([id]) => id !== 'office')),
      }));
      fake.happen({
        id: 901,
        time: Date.now(),
        kind: 'device-removed',
        severity: 'info',
        text: 'Removed.',
        data: {},
        acknowledged: false,
      });
    },
  ],
];

interface Case {
  readonly name: string;
  readonly route: string;
  readonly options?: () => FakeOptions;
  readonly open: (stage: Stage) => Promise<unknown>;
  /** Stands in the dialog, also after everything. */
  readonly says: string | RegExp;
  /** What it says in the end of what is gone. */
  readonly ends?: string;
}

/** Until what changed is on the screen. */
const drawn = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const press = (name: string | RegExp) => (): Promise<void> => page.getByRole('button', { name }).first().click();
const GONE = 'This UPS is no longer in the list; nothing can be done with it.';

const CASES: readonly Case[] = [
  {
    name: 'a command on Battery',
    route: '/battery',
    open: press(`Run: ${commandLabel('test.battery.start.quick', 'en')}`),
    says: /carries the load/u,
    ends: GONE,
  },
  {
    name: 'a command on Device',
    route: '/device',
    open: press(`Run: ${commandLabel('load.off', 'en')}`),
    says: /loses power/u,
    ends: GONE,
  },
  {
    name: 'the exchange of a battery',
    route: '/battery',
    open: press('The battery was replaced'),
    says: /UPS/u,
    ends: GONE,
  },
  {
    name: 'a change of a UPS',
    route: '/devices',
    open: press('Edit Office UPS'),
    says: 'Nickname',
    ends: GONE,
  },
  { name: 'a removal of a UPS', route: '/devices', open: press('Remove: Office UPS'), says: /Office UPS/u, ends: GONE },
  {
    name: 'a typed command',
    route: '/diagnostics',
    open: async () => {
      await page.getByRole('tab', { name: 'Console' }).click();
      await page.getByRole('textbox', { name: 'Command', exact: true }).fill('load.off');
      await userEvent.keyboard('{Enter}');
    },
    says: /loses power/u,
    ends: GONE,
  },
  {
    name: 'the removal of a card',
    route: '/protection/drill',
    options: () => ({ cards: [fakeCard()] }),
    open: press(/^Remove the card/u),
    says: /card/u,
  },
  {
    name: 'the removal of a channel',
    route: '/notifications',
    options: channels,
    open: press('Remove: Home'),
    says: /Home/u,
  },
  { name: 'a channel', route: '/notifications', options: channels, open: press('Edit: Home'), says: /Home/u },
  {
    name: 'a threshold',
    route: '/notifications',
    options: channels,
    open: press('Add a threshold'),
    says: 'Add a threshold',
  },
  {
    name: 'the last step at once',
    route: '/countdown',
    options: counting,
    open: press('Shut down now'),
    says: /at once/u,
    ends: 'The countdown is over; nothing is left to bring forward.',
  },
  {
    name: 'arming',
    route: '/protection',
    open: () => page.getByRole('radiogroup').getByText('Armed', { exact: true }).click(),
    says: 'Arm protection',
  },
];

it('opens nothing on a screen that is being left', async () => {
  battery = new Promise((resolve) => {
    come = resolve;
  });
  const { fake } = await play('/device');
  const run = page.getByRole('button', { name: `Run: ${commandLabel('test.battery.start.quick', 'en')}` });
  await expect.element(run).toBeVisible();
  await page.getByRole('link', { name: 'Battery', exact: true }).click();
  await expect.element(page.getByRole('heading', { name: 'Battery', level: 1 })).toBeVisible();
  // The same button is on both screens; the one that is still shown is pressed where the person sees it.
  const { left, top, width, height } = run.element().getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  expect(run.element().contains(hit)).toBe(false);
  come();
  await expect.element(page.getByRole('button', { name: 'The battery was replaced' })).toBeVisible();
  await run.click();
  await page.getByRole('button', { name: 'Yes, do it' }).click();
  await expect.poll(() => fake.inputs('devices.command')).toHaveLength(1);
});

it.each(CASES)('$name stays open', async ({ route, options, open, says, ends }) => {
  const stage = await play(route, options?.());
  await open(stage);
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText(says).first()).toBeVisible();
  const element = dialog.element();
  const title = element.querySelector('h2')?.textContent;
  for (const [what, change] of CHANGES) {
    change(stage.fake);
    // The wire that broke is opened anew after a moment.
    await expect.poll(() => stage.engine.store.getState().state, { message: what }).toEqual(stage.fake.state);
    await drawn();
    expect(element.querySelector('h2')?.textContent, what).toBe(title);
  }
  // One that closes fades first.
  await new Promise((resolve) => setTimeout(resolve, 350));
  expect(element.isConnected).toBe(true);
  await expect.element(dialog.getByText(says).first()).toBeVisible();
  if (ends !== undefined) await expect.element(dialog.getByText(ends)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
});
