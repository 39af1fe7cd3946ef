/** Tells the engine while somebody can see this page: devices are asked more often then. */
import type { Engine } from './engine.ts';

/** What is asked of a document. */
export interface Page {
  readonly visibilityState: string;
  addEventListener(name: 'visibilitychange', listener: () => void): void;
  removeEventListener(name: 'visibilitychange', listener: () => void): void;
}

/** Holds the engine's attention whenever the page is visible; returns how to stop. */
export function keepAttention({ subscribe }: Pick<Engine, 'subscribe'>, page: Page): () => void {
  let release: (() => void) | undefined;
  const follow = (): void => {
    if (page.visibilityState === 'hidden') {
      release?.();
      release = undefined;
    } else release ??= subscribe('attention', {}, () => undefined);
  };
  follow();
  page.addEventListener('visibilitychange', follow);
  return () => {
    page.removeEventListener('visibilitychange', follow);
    release?.();
  };
}
