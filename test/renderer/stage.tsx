/** Puts the whole application on the page of a test, over an engine of the test's. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../../src-renderer/theme/base.css';
import type { i18n } from 'i18next';
import { createRoot, type Root } from 'react-dom/client';
import { page } from 'vitest/browser';
import type { Access } from '../../src-shared/contract/index.ts';
import { App } from '../../src-renderer/app.tsx';
import { connectEngine, type Engine } from '../../src-renderer/state/engine.ts';
import { createScreenStore } from '../../src-renderer/state/store.ts';
import { startTexts } from '../../src-renderer/texts.ts';
import type { WireSource } from '../../src-renderer/wire/source.ts';
import { FakeEngine, type FakeOptions } from './fake-engine.ts';

/** One running application. */
export interface Stage {
  readonly fake: FakeEngine;
  readonly engine: Engine;
  /** Reads the page as a person does: by roles and texts. */
  readonly page: typeof page;
}

let current: { readonly root: Root; readonly engine: Engine; readonly element: HTMLElement } | undefined;

/** Starts the application at a route. `source` stands in for the usual wire. */
export async function play(
  route: string,
  options: FakeOptions & {
    /** What the window may do. */
    readonly access?: Access;
    readonly source?: (fake: FakeEngine) => WireSource;
    /** Changes what is said before anything is shown. */
    readonly speak?: (texts: i18n) => void;
  } = {},
): Promise<Stage> {
  leave();
  window.location.hash = `#${route}`;
  const fake = new FakeEngine(options);
  const texts = await startTexts();
  options.speak?.(texts);
  const { access = 'act' } = options;
  const usual: WireSource = () => Promise.resolve({ ok: true, wire: fake.open(), access, close: () => undefined });
  const engine = connectEngine(options.source?.(fake) ?? usual, createScreenStore(), () =>
    texts.t('connection.noEngine'),
  );
  const element = document.createElement('div');
  document.body.append(element);
  const root = createRoot(element);
  current = { root, engine, element };
  root.render(<App engine={engine} texts={texts} />);
  return { fake, engine, page };
}

/** Takes the application off the page. */
export function leave(): void {
  current?.engine.close();
  current?.root.unmount();
  current?.element.remove();
  current = undefined;
}
