import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ChannelStatus, OutboxMessage } from '../../src-shared/contract/index.ts';
import { defaultSettings, type Settings } from '../../src-shared/settings/index.ts';
import { notificationSettingSchema } from '../../src-shared/settings/notifications.ts';
import { fakeStatus } from './fake-notifications.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

const HOOK = { id: 'hook', kind: 'webhook', name: 'Home automation', url: 'https://home.example.org/hook/abc' };
const MAIL = {
  id: 'mail',
  kind: 'email',
  host: 'mail.example.org',
  user: 'jane',
  from: 'a@example.org',
  to: ['b@example.org'],
};
const settingsWith = (channels: readonly object[], rest: object = {}): Settings => ({
  ...defaultSettings(),
  notifications: notificationSettingSchema.parse({ channels, ...rest }),
});
const quietStatus = (change: Partial<ChannelStatus> = {}): ChannelStatus => ({
  waiting: 0,
  held: 0,
  quiet: false,
  secret: false,
  ...change,
});

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

describe('Notifications', () => {
  it('says who is told what, and changes it with a tick, by the keyboard too', async () => {
    const { page, fake } = await play('/notifications', {
      settings: settingsWith([{ id: 'desktop', kind: 'desktop' }, HOOK]),
    });
    const tick = page.getByRole('checkbox', { name: 'Home automation is told of: Voltage raised or lowered' });
    await expect.element(tick).not.toBeChecked();
    tick.element().focus();
    await userEvent.keyboard(' ');
    await expect.element(tick).toBeChecked();
    await expect
      .poll(() => fake.settings.notifications.channels.map(({ groups }) => groups.includes('voltage')))
      .toEqual([false, true]);
    await page.getByRole('checkbox', { name: 'Desktop is told of: Overload' }).click();
    await expect
      .poll(() => fake.settings.notifications.channels.map(({ groups }) => groups.includes('overload')))
      .toEqual([false, true]);
  });

  it('adds a channel only when it can work, keeps its password apart, and tries it', async () => {
    const { page, fake } = await play('/notifications');
    await page.getByRole('button', { name: 'Add a channel' }).click();
    const form = page.getByRole('form', { name: 'Add a channel' });
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(form.getByText('Name the mail server.').first()).toBeVisible();
    expect(fake.inputs('settings.update')).toEqual([]);
    await form.getByLabelText('Mail server').fill('mail.example.org');
    await form.getByText('TLS', { exact: true }).click();
    await expect.element(form.getByRole('textbox', { name: 'Port' })).toHaveValue('465');
    await form.getByLabelText('User name').fill('jane');
    await form.getByLabelText('Sender').fill('ups@example.org');
    await form.getByLabelText('Recipients').fill('jane@example.org, joe');
    await expect
      .element(form.getByText('Name at least one recipient, each an address such as me@example.org.').first())
      .toBeVisible();
    await form.getByLabelText('Recipients').fill('jane@example.org, joe@example.org');
    await form.getByLabelText('Password', { exact: true }).fill('hush hush');
    await form.getByRole('button', { name: 'Save and send a test' }).click();
    await expect.element(page.getByText('The test of Email has arrived')).toBeVisible();
    const added = fake.settings.notifications.channels[1];
    expect(added).toMatchObject({
      kind: 'email',
      host: 'mail.example.org',
      port: 465,
      security: 'tls',
      to: ['jane@example.org', 'joe@example.org'],
    });
    expect(fake.inputs('notifications.setSecret')).toEqual([{ channel: added?.id, secret: 'hush hush' }]);
    expect(fake.inputs('notifications.test')).toEqual([{ channel: added?.id }]);
    expect(JSON.stringify(fake.inputs('settings.update'))).not.toContain('hush');
  });

  it('keeps what it has when a channel is edited, also its secret', async () => {
    const { page, fake } = await play('/notifications', {
      settings: settingsWith([{ ...MAIL, groups: ['overload'] }]),
      notifications: fakeStatus({ channels: { mail: quietStatus({ secret: true }) }, secrets: 'file' }),
    });
    await page.getByRole('button', { name: 'Edit: Email' }).click();
    const form = page.getByRole('form', { name: 'Edit Email' });
    await expect
      .element(form.getByText(/^One is stored. Leave this empty to keep it. It is kept in a file that only/u))
      .toBeVisible();
    await form.getByLabelText('Name', { exact: true }).fill('Team');
    await form.getByRole('switch', { name: 'Quiet hours' }).click();
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(() => fake.settings.notifications.channels)
      .toEqual([
        {
          ...settingsWith([MAIL]).notifications.channels[0],
          name: 'Team',
          groups: ['overload'],
          quiet: { enabled: true, from: '22:00', to: '07:00' },
        },
      ]);
    expect(fake.inputs('notifications.setSecret')).toEqual([]);
  });

  it('warns of a password in the clear', async () => {
    const { page } = await play('/notifications', { settings: settingsWith([{ ...MAIL, security: 'none' }]) });
    await page.getByRole('button', { name: 'Edit: Email' }).click();
    await expect.element(page.getByText(/anyone along the way can read the mail/u)).toBeVisible();
  });

  it('says why a channel cannot deliver, what waits, and tries again or gives up', async () => {
    const now = Date.now();
    const why = 'Nobody listens at home.example.org. Check the address.';
    const message: OutboxMessage = {
      id: 'm1',
      channel: 'hook',
      at: now - 60_000,
      severity: 'critical',
      title: 'Battery low: Office UPS',
      text: 'Low.',
      attempts: 3,
      nextAttemptAt: now + 60_000,
      expiresAt: now + 86_400_000,
      error: why,
    };
    const { page, fake } = await play('/notifications', {
      settings: settingsWith([HOOK]),
      notifications: fakeStatus({
        channels: { hook: quietStatus({ waiting: 1, error: { at: now, message: why }, nextAttemptAt: now + 60_000 }) },
      }),
      answers: {
        'notifications.outbox': () => ({
          waiting: [message],
          past: [
            {
              id: 'm0',
              channel: 'hook',
              at: now - 3_600_000,
              title: 'Mains lost: Office UPS',
              result: 'delivered',
              message: 'home.example.org has taken it (HTTP 200).',
            },
          ],
        }),
        'notifications.test': () => ({ result: 'refused', message: why }),
      },
    });
    await expect.element(page.getByText('Cannot deliver')).toBeVisible();
    await expect.element(page.getByText(/Next try:/u)).toBeVisible();
    await expect.element(page.getByText(/^Since .* Nobody listens at home/u)).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Mains lost: Office UPS Delivered/u })).toBeVisible();
    await page.getByRole('button', { name: 'Send a test: Home automation' }).click();
    await expect.element(page.getByText('The test of Home automation has not arrived')).toBeVisible();
    await page.getByRole('button', { name: 'Try now: Home automation' }).click();
    await page.getByRole('button', { name: 'Discard: Battery low: Office UPS' }).click();
    await expect.poll(() => fake.inputs('notifications.retry')).toEqual([{ channel: 'hook' }]);
    await expect.poll(() => fake.inputs('notifications.discard')).toEqual([{ id: 'm1' }]);
  });

  it('says what it is without a channel, without a desktop, and in quiet hours', async () => {
    const none = await play('/notifications', { settings: settingsWith([]) });
    await expect.element(none.page.getByText('Nobody is told yet')).toBeVisible();
    const alone = await play('/notifications', { notifications: fakeStatus({ desktops: 0, secrets: 'file' }) });
    await expect.element(alone.page.getByText('Nobody to show it')).toBeVisible();
    const quiet = { enabled: true, from: '22:00', to: '06:30' };
    const night = await play('/notifications', {
      settings: settingsWith([
        { ...HOOK, quiet },
        { ...HOOK, id: 'mute', name: 'Mute', groups: [] },
      ]),
      notifications: fakeStatus({ channels: { hook: quietStatus({ quiet: true, held: 3 }), mute: quietStatus() } }),
    });
    await expect.element(night.page.getByText('3 events are kept back until 06:30.')).toBeVisible();
    await expect.element(night.page.getByText('Told nothing')).toBeVisible();
  });

  it('removes a channel after a confirmation, and switches one off', async () => {
    const { page, fake } = await play('/notifications', { settings: settingsWith([HOOK]) });
    const use = page.getByRole('switch', { name: 'Use Home automation' });
    await expect.element(use).toBeChecked();
    use.element().focus();
    await userEvent.keyboard(' ');
    await expect.poll(() => fake.settings.notifications.channels[0]?.enabled).toBe(false);
    await page.getByRole('button', { name: 'Remove: Home automation' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.element(page.getByText('Nobody is told yet')).toBeVisible();
  });

  it('sets a threshold of a value that a UPS reports', async () => {
    const { page, fake } = await play('/notifications');
    await page.getByRole('button', { name: 'Add a threshold' }).click();
    const form = page.getByRole('form', { name: 'Add a threshold' });
    await expect.element(form.getByRole('button', { name: 'Save' })).toBeDisabled();
    await form.getByRole('combobox', { name: 'Value' }).click();
    await page.getByRole('option', { name: 'Load', exact: true }).click();
    await form.getByLabelText('Limit').fill('80');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Every UPS: Load above 80 % for 1 min')).toBeVisible();
    expect(fake.settings.notifications.thresholds).toMatchObject([
      { device: '', variable: 'ups.load', direction: 'above', value: 80, seconds: 60 },
    ]);
    await page.getByRole('button', { name: /^Remove: Every UPS: Load/u }).click();
    await expect.element(page.getByText('There are no thresholds.')).toBeVisible();
  });

  it('silences the beeper in quiet hours of its own, and says what each UPS makes of it', async () => {
    const { page, fake } = await play('/notifications', {
      notifications: fakeStatus({ beepers: { office: 'ignored' } }),
    });
    await expect.element(page.getByText(/^Your UPS ignored it: the beeper of Office UPS stayed on/u)).toBeVisible();
    const use = page.getByRole('switch', { name: 'Silence the beeper in quiet hours' });
    await expect.element(use).not.toBeChecked();
    use.element().focus();
    await userEvent.keyboard(' ');
    await page.getByLabelText('Silence the beeper in quiet hours, until').fill('06:30');
    await expect.poll(() => fake.settings.notifications.beeper).toEqual({ enabled: true, from: '22:00', to: '06:30' });
    await page.getByLabelText('Silence the beeper in quiet hours, from').fill('06:30');
    await expect.element(page.getByText('Quiet hours need two different times.')).toBeVisible();
    await expect.element(page.getByText(/^Your UPS ignored it/u)).not.toBeInTheDocument();
  });

  it('says of a secret that is kept why it cannot be read, and lets it be forgotten', async () => {
    const { page, fake } = await play('/notifications', {
      settings: settingsWith([MAIL]),
      notifications: fakeStatus({ channels: { mail: quietStatus({ closed: 'another' }) } }),
    });
    await expect.element(page.getByText('Cannot deliver')).toBeVisible();
    await page.getByRole('button', { name: 'Edit: Email' }).click();
    const form = page.getByRole('form', { name: 'Edit Email' });
    await expect.element(form.getByText(/^A password or token is kept, but it was sealed with another/u)).toBeVisible();
    await form.getByRole('button', { name: 'Forget it' }).click();
    await expect.poll(() => fake.inputs('notifications.setSecret')).toEqual([{ channel: 'mail', secret: '' }]);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe knows in a form and when it fails, %s', async (theme) => {
    const settings = settingsWith([HOOK, { ...MAIL, quiet: { enabled: true } }], {
      thresholds: [{ id: 'load', variable: 'ups.load', direction: 'above', value: 80 }],
    });
    const { page } = await play('/notifications', {
      settings: { ...settings, preferences: { ...settings.preferences, theme } },
      notifications: fakeStatus({
        channels: {
          hook: quietStatus({ waiting: 1, error: { at: 0, message: 'Nobody listens.' } }),
          mail: quietStatus({ secret: true, quiet: true }),
        },
        beepers: { office: 'stuck' },
      }),
      answers: { 'notifications.test': () => ({ result: 'refused', message: 'Nobody listens.' }) },
    });
    await page.getByRole('button', { name: 'Send a test: Home automation' }).click();
    await expect.element(page.getByText('The test of Home automation has not arrived')).toBeVisible();
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(theme);
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Edit: Email' }).click();
    await page.getByLabelText('Sender').fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(page.getByText('The sender is an address such as ups@example.org.').first()).toBeVisible();
    // It fades in; half-way its letters are pale.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await faults()).toEqual([]);
  });
});
