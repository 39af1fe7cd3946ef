/** The pseudo-language on every screen in a small window: nothing runs out at the side, no word is cut off. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { GROUPS } from '../../src-renderer/shell/navigation.ts';
import { learnVocabulary } from '../../src-shared/nut/index.ts';
import { pseudoTexts, pseudoVocabulary } from '../texts/pseudo.ts';
import { fakeCountdown, fakeDevice, fakeState, onBattery } from './fake-devices.ts';
import type { FakeOptions } from './fake-engine.ts';
import { fakeCard, runningDrill } from './fake-protection.ts';
import { leave, play } from './stage.tsx';

beforeEach(async () => {
  await page.viewport(900, 600);
  learnVocabulary('en', pseudoVocabulary);
});
afterEach(async () => {
  leave();
  learnVocabulary('en', {});
  await page.viewport(1280, 800);
});

const outage = (): FakeOptions => ({
  state: fakeState([onBattery()], {
    phase: 'countdown',
    onBatterySince: Date.now() - 60_000,
    countdown: fakeCountdown(),
  }),
});
const drill = (): FakeOptions => ({
  cards: [fakeCard()],
  state: fakeState([fakeDevice()], { drill: runningDrill() }),
});

const SCREENS: readonly (readonly [string, string, () => FakeOptions])[] = [
  // Every screen of the menu, and so each one that will be added to it.
  ...GROUPS.flatMap(({ entries }) => entries.map(({ name, path }) => [name, path, () => ({})] as const)),
  ['an outage', '/', outage],
  ['several devices', '/', () => ({ state: fakeState([fakeDevice(), onBattery({ id: 'b', name: 'Rack' })]) })],
  ['no device', '/', () => ({ state: fakeState([]) })],
  ['an outage of the past', '/history/outage/2', () => ({})],
  ['the drill', '/protection/drill', drill],
  ['the window of the countdown', '/countdown', outage],
];

it.each(SCREENS)('%s', async (_name, route, options) => {
  await play(route, {
    ...options(),
    speak: (texts) => texts.addResourceBundle('en', 'translation', structuredClone(pseudoTexts), false, true),
  });
  await expect.element(page.getByRole('heading').first()).toBeInTheDocument();
  await expect.poll(() => document.querySelector('[role="status"][aria-label]')).toBeNull();
  await expect.poll(() => document.body.innerText).toContain('ø');
  await expect.poll(faults, { timeout: 3000 }).toEqual([]);
  for (const tab of page.getByRole('tab').elements()) {
    if (!(tab instanceof HTMLElement)) continue;
    tab.click();
    await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
    await expect.poll(faults, { timeout: 3000 }).toEqual([]);
  }
});

/** What is wider than its place: the page itself, the screen in it, and every box that hides what does not fit. */
function faults(): string[] {
  const found: string[] = [];
  for (const element of [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')]) {
    if (!(isWhole(element) || hides(element)) || element.scrollWidth <= element.clientWidth + 1) continue;
    const text = (element.textContent ?? '').trim().slice(0, 60);
    const { tagName, className, scrollWidth, clientWidth } = element;
    found.push(`${tagName.toLowerCase()}.${className}: ${scrollWidth} in ${clientWidth}: ${text}`);
  }
  return found;
}

function isWhole(element: HTMLElement): boolean {
  return element === document.documentElement || element.id === 'main';
}

/** It has words of its own, shows them to people who look, and hides those that do not fit. */
function hides(element: HTMLElement): boolean {
  const { overflowX, clipPath } = getComputedStyle(element);
  const words = element instanceof HTMLInputElement ? element.value : (element.textContent ?? '');
  if (words.trim() === '' || (overflowX !== 'hidden' && overflowX !== 'clip')) return false;
  // Words for screen readers alone are clipped away; beside a drawing stands a list or a table that says all of it.
  return clipPath === 'none' && element.clientWidth > 1 && element.closest('[aria-hidden="true"]') === null;
}
