import { afterEach, describe, expect, it } from 'vitest';
import { CALL_ACCESS } from '../../src-shared/contract/index.ts';
import { fakeCountdown, fakeDevice, fakeState, onBattery } from './fake-devices.ts';
import type { FakeEngine } from './fake-engine.ts';
import { runningDrill } from './fake-protection.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

const acts = (fake: FakeEngine): string[] =>
  fake.called
    .map(({ name }) => name)
    .filter((name) => Object.entries(CALL_ACCESS).some(([call, access]) => call === name && access === 'act'));

/** Everything in the window that can be pressed now. */
function pressable(): HTMLElement[] {
  return [
    ...document.querySelectorAll<HTMLElement>('button, input[type="checkbox"], input[type="radio"], summary'),
  ].filter((element) => !element.matches(':disabled, [data-disabled]') && element.isConnected);
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

describe('a window that may only watch', () => {
  it.each([
    ['/', 0],
    ['/history', 3],
    ['/history/diary', 2],
    ['/energy', 3],
    ['/events', 1],
    ['/protection', 4],
    ['/protection/drill', 0],
    ['/battery', 0],
    ['/device', 0],
    ['/devices', 0],
    ['/notifications', 0],
    ['/preferences', 0],
    ['/diagnostics', 2],
  ])(
    'says so on %s, and asks for nothing that acts, whatever is pressed',
    async (route, least) => {
      const state = fakeState([onBattery(), fakeDevice({ id: 'rack', name: 'Rack' })], { countdown: fakeCountdown() });
      const { page, fake } = await play(route, { access: 'watch', state });
      await expect.element(page.getByText('This link may only watch')).toBeVisible();
      // Charts are fetched first.
      await expect.poll(() => pressable().length).toBeGreaterThanOrEqual(least);
      await pause(300);
      const pressed = new Set<string>();
      // What is pressed may show more to press: tabs do.
      for (let round = 0; round < 3; round += 1) {
        for (const element of pressable()) {
          const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`;
          if (pressed.has(name) || !element.isConnected || element.matches(':disabled')) continue;
          pressed.add(name);
          element.click();
          await pause(5);
        }
        await pause(100);
      }
      expect(acts(fake)).toEqual([]);
      // Everything that can be pressed is pressed.
    },
    60_000,
  );

  it('sees a drill that runs, and cannot end it', async () => {
    const { page } = await play('/protection/drill', {
      access: 'watch',
      state: fakeState([fakeDevice()], { drill: runningDrill() }),
    });
    await expect.element(page.getByRole('button', { name: 'Cancel the drill' })).toBeDisabled();
  });

  it('does not look for UPSes', async () => {
    const { page, fake } = await play('/', { access: 'watch', state: fakeState([]) });
    await expect.element(page.getByText('This link may only watch')).toBeVisible();
    await pause(500);
    expect(acts(fake)).toEqual([]);
  });

  it('is told nothing of it where it may act', async () => {
    const { page } = await play('/device');
    await expect.element(page.getByRole('button', { name: /^Run: / }).first()).toBeEnabled();
    expect(page.getByText('This link may only watch').elements()).toEqual([]);
  });
});

describe('another link that is opened in the same window', () => {
  it('takes the place of the one before, also while that is still being tried', async () => {
    const opened: string[] = [];
    let token = 'wrong';
    const { page, engine } = await play('/', {
      source: (fake) => async () => {
        const used = token;
        opened.push(used);
        await pause(used === 'slow' ? 300 : 0);
        return used === 'right' || used === 'slow'
          ? { ok: true, wire: fake.open(), access: used === 'slow' ? 'watch' : 'act', close: () => opened.push('left') }
          : { ok: false, why: 'denied' };
      },
    });
    await expect.element(page.getByText('This window may not see Mainstay')).toBeVisible();
    token = 'slow';
    engine.renew();
    token = 'right';
    engine.renew();
    await expect.element(page.getByTestId('hero')).toBeVisible();
    await pause(400);
    // The slow one came too late: it is left, and says nothing of what this window may do.
    expect(opened).toEqual(['wrong', 'slow', 'right', 'left']);
    expect(engine.store.getState()).toMatchObject({ access: 'act', connection: { phase: 'open' } });
    expect(page.getByText('This window may not see Mainstay').elements()).toEqual([]);
  });
});
