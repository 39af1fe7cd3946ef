import { afterEach, describe, expect, it } from 'vitest';
import { fakeCountdown, fakeDevice, fakeState, onBattery } from './fake-devices.ts';
import type { FakeOptions } from './fake-engine.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

const counting = (change: Parameters<typeof fakeCountdown>[0] = {}): FakeOptions => ({
  state: fakeState([onBattery()], {
    mode: 'armed',
    phase: 'countdown',
    onBatterySince: Date.now() - 61_000,
    countdown: fakeCountdown(change),
  }),
});

describe('the window of the countdown', () => {
  it('says what happens, when and why, without the menu', async () => {
    const { page } = await play('/countdown', counting());
    await expect.element(page.getByRole('heading', { level: 1, name: 'Shutting down in' })).toBeVisible();
    await expect.element(page.getByRole('timer')).toMatchTextContent(/^1:(2\d|3[012])$/u);
    await expect.element(page.getByText('The battery is at 29 %.')).toBeVisible();
    await expect.element(page.getByText('23 min', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/Afterwards Office UPS cuts its output/u)).toBeVisible();
    await expect.element(page.getByText('Shutting down in less than 2 minutes.')).toBeInTheDocument();
    expect(page.getByRole('navigation').elements()).toEqual([]);
  });

  it('shuts down now only after the effect was named', async () => {
    const { page, fake } = await play('/countdown', counting());
    await page.getByRole('button', { name: 'Shut down now' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(/what is not saved is lost/u)).toBeVisible();
    expect(fake.inputs('protection.shutdownNow')).toEqual([]);
    await dialog.getByRole('button', { name: 'Shut down now' }).click();
    await expect.poll(() => fake.inputs('protection.shutdownNow')).toEqual([{ confirmed: true }]);
  });

  it('postpones and cancels', async () => {
    const { page, fake } = await play('/countdown', counting());
    await page.getByRole('button', { name: 'Postpone by 1 minute' }).click();
    await expect.poll(() => fake.inputs('protection.postpone')).toEqual([{}]);
    await page.getByRole('button', { name: 'Cancel the countdown' }).click();
    await expect.poll(() => fake.inputs('protection.cancel')).toEqual([{}]);
  });

  it('disables what would not be safe and says why', async () => {
    const { page } = await play(
      '/countdown',
      counting({
        postpone: { allowed: false, why: 'Three minutes are left.' },
        cancel: { allowed: false, why: 'The battery is low.' },
      }),
    );
    await expect.element(page.getByRole('button', { name: /Postpone/u })).toBeDisabled();
    await expect.element(page.getByRole('button', { name: 'Cancel the countdown' })).toBeDisabled();
    await expect
      .element(page.getByRole('button', { name: 'Cancel the countdown' }))
      .toHaveAccessibleDescription(/Cannot be cancelled: The battery is low\./u);
    await expect.element(page.getByText('Cannot be postponed: Three minutes are left.')).toBeVisible();
  });

  it('marks practice and promises nothing that will not happen', async () => {
    const { page } = await play('/countdown', counting({ practice: true }));
    await expect.element(page.getByRole('heading', { level: 1, name: 'Would shut down in' })).toBeVisible();
    await expect.element(page.getByText('Nothing will really be shut down.')).toBeVisible();
    expect(page.getByText(/cuts its output/u).elements()).toEqual([]);
    expect(page.getByRole('button', { name: 'Shut down now' }).elements()).toEqual([]);
  });

  it('goes on when it is committed, and says so when there is none', async () => {
    const { page, fake } = await play('/countdown', counting());
    await expect.element(page.getByRole('timer')).toBeVisible();
    fake.protect({ phase: 'committed', countdown: undefined });
    await expect.element(page.getByRole('heading', { level: 1, name: 'Shutting down now' })).toBeVisible();
    expect(page.getByRole('main').getByRole('button').elements()).toEqual([]);
    fake.protect({ phase: 'idle' });
    await expect.element(page.getByText('No countdown is running')).toBeVisible();
  });
});

describe('the banner', () => {
  it('is on every screen, with its buttons where the screen has none', async () => {
    const { page, fake } = await play('/events', counting());
    const banner = page.getByRole('region', { name: 'Countdown' });
    await expect.element(banner).toMatchTextContent(/Shutting down in ?1:/u);
    await banner.getByRole('button', { name: 'Cancel the countdown' }).click();
    await expect.poll(() => fake.inputs('protection.cancel')).toEqual([{}]);
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect.element(page.getByRole('timer')).toBeVisible();
    await expect.element(banner).toBeVisible();
    expect(page.getByRole('button', { name: 'Cancel the countdown' }).elements()).toHaveLength(1);
    await banner.getByRole('link', { name: 'Show countdown' }).click();
    await expect.element(page.getByRole('button', { name: 'Shut down now' })).toBeVisible();
  });

  it('keeps its buttons on the Overview when no UPS started the countdown', async () => {
    const countdown = fakeCountdown({ trigger: 'schedule', reason: 'It is 23:30.' });
    const { device: _none, ...scheduled } = countdown;
    const { page } = await play('/', {
      state: fakeState([fakeDevice()], { mode: 'armed', phase: 'countdown', countdown: scheduled }),
    });
    await expect.element(page.getByRole('region', { name: 'Countdown' })).toMatchTextContent('It is 23:30.');
    await expect.element(page.getByRole('button', { name: 'Cancel the countdown' })).toBeVisible();
  });

  it('is away while nothing runs', async () => {
    const { page } = await play('/');
    await expect.element(page.getByTestId('hero')).toBeVisible();
    expect(page.getByRole('region', { name: 'Countdown' }).elements()).toEqual([]);
  });
});
