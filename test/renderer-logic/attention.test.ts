import { expect, it, vi } from 'vitest';
import { keepAttention, type Page } from '../../src-renderer/state/attention.ts';

/** A page that can be shown and hidden. */
class Shown extends EventTarget implements Page {
  visibilityState = 'visible';

  turn(to: 'visible' | 'hidden'): void {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

it('holds the attention of the engine while the page can be seen, and once', () => {
  const page = new Shown();
  const release = vi.fn<() => void>();
  const subscribe = vi.fn<() => () => void>(() => release);
  const stop = keepAttention({ subscribe }, page);
  expect(subscribe.mock.calls).toEqual([['attention', {}, expect.any(Function)]]);
  page.turn('visible');
  expect(subscribe).toHaveBeenCalledTimes(1);
  page.turn('hidden');
  expect(release).toHaveBeenCalledTimes(1);
  page.turn('visible');
  expect(subscribe).toHaveBeenCalledTimes(2);
  stop();
  expect(release).toHaveBeenCalledTimes(2);
  page.turn('hidden');
  page.turn('visible');
  expect(subscribe).toHaveBeenCalledTimes(2);
});
