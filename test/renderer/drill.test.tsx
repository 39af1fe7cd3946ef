import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Drill } from '../../src-shared/contract/index.ts';
import { fakeCountdown, fakeDevice, fakeState } from './fake-devices.ts';
import { fakeCard, runningDrill } from './fake-protection.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

describe('the drill', () => {
  it('starts with the chosen UPS and says what to do at each step', async () => {
    const { page, fake } = await play('/protection', {
      state: fakeState([fakeDevice(), fakeDevice({ id: 'rack', name: 'Rack' })]),
    });
    await page.getByRole('tab', { name: 'Drill' }).click();
    await page.getByRole('link', { name: 'Go to the drill' }).click();
    await page.getByRole('combobox', { name: 'UPS to rehearse with' }).click();
    await page.getByRole('option', { name: 'Rack' }).click();
    await page.getByRole('button', { name: 'Start the drill' }).click();
    await expect.element(page.getByRole('heading', { name: 'Pull the plug now' })).toBeVisible();
    expect(fake.inputs('drill.start')).toEqual([{ device: 'rack' }]);
    const counting: Drill['steps'] = [
      { id: 'unplug', verdict: 'passed', seconds: 12 },
      { id: 'countdown', verdict: 'running', at: Date.now() },
      { id: 'replug', verdict: 'waiting' },
    ];
    fake.protect({
      phase: 'countdown',
      countdown: fakeCountdown({ practice: true }),
      drill: runningDrill({ steps: counting }),
    });
    await expect.element(page.getByRole('heading', { name: 'Let the countdown run' })).toBeVisible();
    await expect.element(page.getByRole('timer')).toMatchTextContent(/^1:/u);
    await page.getByRole('button', { name: 'Cancel the drill' }).click();
    await expect.poll(() => fake.inputs('drill.cancel')).toEqual([{}]);
    await expect.element(page.getByRole('button', { name: 'Start the drill' })).toBeVisible();
  });

  it('tells how it ended and shows the card that it left', async () => {
    const { page, fake } = await play('/protection/drill', {
      state: fakeState([fakeDevice()], { drill: runningDrill() }),
    });
    await expect.element(page.getByText('There are no cards yet. Each drill leaves one.')).toBeVisible();
    fake.cards = [fakeCard({ id: 'now' })];
    fake.protect({ drill: undefined });
    await expect.element(page.getByText('The drill has found something to fix')).toBeVisible();
    await expect.element(page.getByText(/Your command did not end within 30 seconds/u)).toBeVisible();
    await expect.element(page.getByText('2.4 s', { exact: true })).toBeVisible();
  });

  it('exports a card as a file, and removes it only after a confirmation', async () => {
    const { page, fake } = await play('/protection/drill', { cards: [fakeCard()] });
    const saved: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    await page.getByRole('button', { name: /^Export the card of/u }).click();
    await expect.poll(() => saved).toEqual(['drill-card-1.html']);
    click.mockRestore();
    await page.getByRole('button', { name: /^Remove the card of/u }).click();
    await expect.element(page.getByText(/It cannot be brought back/u)).toBeVisible();
    expect(fake.inputs('drill.remove')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.element(page.getByText('There are no cards yet. Each drill leaves one.')).toBeVisible();
  });

  it('does not start in an outage, nor without a UPS of this computer', async () => {
    const { page } = await play('/protection/drill', {
      state: fakeState([fakeDevice()], { phase: 'on-battery', onBatterySince: Date.now() }),
    });
    await expect.element(page.getByRole('button', { name: 'Start the drill' })).toBeDisabled();
    await expect.element(page.getByText('Not while an outage or a countdown is under way.')).toBeVisible();
    const other = await play('/protection/drill', { state: fakeState([fakeDevice({ feedsThisComputer: false })]) });
    await expect.element(other.page.getByText('No UPS to rehearse with')).toBeVisible();
  });
});

describe('the replay of an outage', () => {
  it('is opened from the list of outages and stepped through, with what was known and why', async () => {
    const { page } = await play('/history');
    await page
      .getByRole('link', { name: /^Step through the outage of/u })
      .first()
      .click();
    await expect.element(page.getByText('Step 1 of 5')).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    const known = page.getByRole('definition');
    await expect.element(page.getByText('On battery for 5 seconds, the confirmation delay.')).toBeVisible();
    await expect.element(known.getByText('On battery, Discharging')).toBeVisible();
    await page.getByRole('button', { name: /The countdown of 1 minute has begun/u }).click();
    await expect.element(page.getByText('Step 3 of 5')).toBeVisible();
    await expect.element(page.getByText('The charge is 62 %, below 65 %.')).toBeVisible();
    await expect.element(known.getByText('65 %', { exact: true })).toBeVisible();
    const slider = page.getByRole('slider', { name: /^Moment of the outage/u });
    await expect.element(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/\+ 7\smin/u));
    slider.element().focus();
    await userEvent.keyboard('{PageDown}');
    await expect.element(page.getByText('Step 4 of 5')).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByText('Step 3 of 5')).toBeVisible();
  });

  it('says so when there is no such outage', async () => {
    const { page } = await play('/history/outage/77');
    await expect.element(page.getByText('There is no such outage.')).toBeVisible();
  });
});
