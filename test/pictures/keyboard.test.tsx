/** The whole application without a pointer: everything can be reached, is seen when it is, and can be left again. */
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { GROUPS } from '../../src-renderer/shell/navigation.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import { fakeDevice, fakeState, onBattery, fakeCountdown } from '../renderer/fake-devices.ts';
import { fakeCard } from '../renderer/fake-protection.ts';
import type { FakeOptions } from '../renderer/fake-engine.ts';
import { play } from '../renderer/stage.tsx';
import { holdStill } from './photograph.tsx';

holdStill();

/** More stops than any screen has. */
const MOST = 120;

/** What a person can stop at with Tab; of radio buttons and tabs, only the chosen one is a stop. */
function stops(): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]',
  );
  return [...all].filter((element) => {
    if (element.tabIndex < 0 || element.closest('[inert], [hidden]') !== null) return false;
    if (element instanceof HTMLInputElement && element.type === 'radio' && !element.checked) return false;
    return element.checkVisibility({ visibilityProperty: true });
  });
}

/** How far up the box lies that shows the focus of what is inside it: a card, or a field that holds several values. */
const BOXES = 4;

/** How an element and what stands for it on the screen look: an input may be drawn by its label or its neighbour. */
function looks(element: Element): string {
  const drawn: (Element | null)[] = [element.nextElementSibling];
  if (element instanceof HTMLInputElement) drawn.push(...(element.labels ?? []));
  for (let [box, up]: [Element | null, number] = [element, 0]; box !== null && up <= BOXES; up += 1) {
    drawn.push(box);
    box = box.parentElement;
  }
  return drawn
    .flatMap((each) => {
      if (each === null) return [];
      const { outline, boxShadow, borderColor, backgroundColor, left } = getComputedStyle(each);
      return [outline, boxShadow, borderColor, backgroundColor, left];
    })
    .join(' | ');
}

/** A few words by which a person finds an element again. */
function named(element: Element): string {
  const name = element.getAttribute('aria-label') ?? element.textContent.trim();
  return `${element.tagName.toLowerCase()} ${element.id} "${name.slice(0, 60)}"`;
}

/** Whether what has the focus looks different from when it has not. */
function isSeen(element: HTMLElement): boolean {
  const focused = looks(element);
  element.blur();
  const left = looks(element);
  element.focus({ preventScroll: true });
  return focused !== left;
}

/** Everything that Tab stops at, from the top until the focus leaves the page; each must show that it is there. */
async function walk(): Promise<{ readonly reached: ReadonlySet<Element>; readonly unseen: readonly string[] }> {
  const reached = new Set<Element>();
  const unseen: string[] = [];
  for (let count = 0; count < MOST; count += 1) {
    await userEvent.tab();
    const element = document.activeElement;
    // Behind the last one the focus is the browser's own.
    const gone = element === document.body || !document.hasFocus();
    if (!(element instanceof HTMLElement) || gone || reached.has(element)) return { reached, unseen };
    reached.add(element);
    if (!isSeen(element)) unseen.push(named(element));
  }
  throw new Error('The focus never leaves the page.');
}

const SCREENS: readonly [route: string, settled: string | RegExp, options?: () => FakeOptions][] = [
  ['/', /would last/u],
  ['/history', /Mains came back before any trigger held/u],
  ['/history/diary', /^Boosts: most between/u],
  ['/history/outage/2', 'Step 1 of 5'],
  ['/energy', 'measured by the UPS'],
  ['/events', /Mains is gone; the battery carries the load/u],
  ['/protection', 'The plan in one sentence'],
  ['/protection/drill', 'Rehearse an outage', () => ({ cards: [fakeCard()] })],
  ['/battery', 'Learned by Mainstay'],
  ['/device', 'Settings of this UPS'],
  ['/devices', 'Your UPSes'],
  ['/notifications', 'Who is told what'],
  ['/preferences', 'Look'],
  ['/diagnostics', 'battery.charge'],
  [
    '/countdown',
    'Shutting down in',
    () => ({ state: fakeState([onBattery()], { mode: 'armed', phase: 'countdown', countdown: fakeCountdown() }) }),
  ],
  [
    '/',
    /1 of 2 UPSes needs attention/u,
    () => ({ state: fakeState([fakeDevice(), onBattery({ id: 'b', name: 'Rack' })]) }),
  ],
];

it.each(SCREENS)('%s: Tab reaches everything, shows where it is, and leaves', async (route, settled, options) => {
  await play(route, options?.());
  await expect.element(page.getByText(settled).first()).toBeVisible();
  const { reached, unseen } = await walk();
  expect(unseen).toEqual([]);
  expect(
    stops()
      .filter((element) => !reached.has(element))
      .map(named),
  ).toEqual([]);
  expect(reached.size).toBeGreaterThan(0);
});

/** Tab until this has the focus. */
async function tabTo(wanted: () => Element | null): Promise<void> {
  for (let count = 0; count < MOST; count += 1) {
    const element = wanted();
    if (element !== null && document.activeElement === element) return;
    await userEvent.tab();
  }
  throw new Error('Tab never came there.');
}

it('goes through the menu with Tab and Enter, and each screen begins at its content', async () => {
  await play('/');
  await expect.element(page.getByTestId('hero')).toBeVisible();
  for (const { name } of GROUPS.flatMap(({ entries }) => entries).toReversed()) {
    page.getByRole('link', { name: 'Skip to the content' }).element().focus();
    // Not by its address: it leads to the screen as it was left.
    await tabTo(() =>
      page.getByRole('navigation').getByRole('link', { name: en.screens[name], exact: true }).element(),
    );
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: en.screens[name] })).toBeVisible();
    expect(document.activeElement?.id, name).toBe('main');
  }
});

it('arrows choose among tabs and among radio buttons, Space switches', async () => {
  const { fake } = await play('/preferences');
  await expect.element(page.getByText('Look')).toBeVisible();
  await tabTo(() => document.querySelector('input[type="radio"]:checked'));
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => fake.settings.preferences.theme).toBe('light');
  await tabTo(() => page.getByRole('switch', { name: /Start at login/u }).element());
  await userEvent.keyboard(' ');
  await expect.poll(() => fake.settings.preferences.startAtLogin).toBe(true);

  await play('/diagnostics');
  await expect.element(page.getByText('battery.charge')).toBeVisible();
  await tabTo(() => page.getByRole('tab', { name: 'Variables' }).element());
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: 'Checks' })).toHaveAttribute('aria-selected', 'true');
});

it('a list opens, is chosen from and closes', async () => {
  const { fake } = await play('/preferences');
  await expect.element(page.getByText('Look')).toBeVisible();
  await tabTo(() => page.getByRole('combobox', { name: 'Language' }).element());
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('option', { name: 'Deutsch' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('option', { name: 'Deutsch' })).not.toBeInTheDocument();
  expect(fake.settings.preferences.language).toBe('system');
});

it('a dialog keeps the focus while it is open, and gives it back', async () => {
  const { fake } = await play('/devices');
  await expect.element(page.getByText('Your UPSes')).toBeVisible();
  const remove = page.getByRole('button', { name: /^Remove/u });
  await tabTo(() => remove.element());
  await userEvent.keyboard('{Enter}');
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toBeVisible();
  // The focus comes with the end of the fade.
  await expect.poll(() => dialog.element().contains(document.activeElement)).toBe(true);
  for (let count = 0; count < 6; count += 1) {
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await userEvent.tab();
  }
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement).toBe(remove.element());
  expect(fake.inputs('devices.remove')).toEqual([]);
});
