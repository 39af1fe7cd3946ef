/** Components follow what changes outside of React, and a screen that is left is left alone. */
import { type ReactNode, StrictMode, startTransition, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useWatched } from '../../src-renderer/state/watch.ts';

/** Something that changes. */
class Source {
  readonly #listeners = new Set<() => void>();
  #value: number;

  constructor(value: number) {
    this.#value = value;
  }

  readonly read = (): number => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get watched(): number {
    return this.#listeners.size;
  }

  set(value: number): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}

let place: HTMLElement;
let root: Root;

beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  root.unmount();
  place.remove();
});

const shown = (): string => place.textContent;

it('is drawn anew when the value is another, and only then', async () => {
  const source = new Source(1);
  let drawn = 0;
  function Even(): ReactNode {
    const even = useWatched(source.subscribe, () => source.read() % 2 === 0);
    drawn += 1;
    return even ? 'even' : 'odd';
  }
  root.render(<Even />);
  await expect.poll(shown).toBe('odd');
  const before = drawn;
  source.set(3);
  source.set(2);
  await expect.poll(shown).toBe('even');
  expect(drawn).toBe(before + 1);
  source.set(4);
  await new Promise(requestAnimationFrame);
  expect(drawn).toBe(before + 1);
});

it('sees what changed between its drawing and its watching', async () => {
  const source = new Source(1);
  function Late(): ReactNode {
    const value = useWatched(source.subscribe, source.read);
    // Somebody else's effect comes first, and changes it.
    return (
      <>
        {value}
        <Changer />
      </>
    );
  }
  function Changer(): ReactNode {
    useState(() => queueMicrotask(() => source.set(7)));
    return null;
  }
  root.render(<Late />);
  await expect.poll(shown).toBe('7');
});

it('reads what it is asked for now, and lets go of a source that it does not watch any more', async () => {
  const [first, second] = [new Source(1), new Source(2)];
  let choose = (_source: Source): void => undefined;
  function Chosen(): ReactNode {
    const [source, setSource] = useState(first);
    choose = (next) => startTransition(() => setSource(next));
    return useWatched(source.subscribe, source.read);
  }
  root.render(
    <StrictMode>
      <Chosen />
    </StrictMode>,
  );
  await expect.poll(shown).toBe('1');
  choose(second);
  await expect.poll(shown).toBe('2');
  expect([first.watched, second.watched]).toEqual([0, 1]);
  second.set(5);
  await expect.poll(shown).toBe('5');
});
