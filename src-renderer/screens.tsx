/** Where the screens begin. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/base.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepAttention } from './state/attention.ts';
import { connectEngine, type Engine } from './state/engine.ts';
import { createScreenStore } from './state/store.ts';
import { startTexts } from './texts.ts';
import { onNewToken } from './wire/token.ts';
import { wireSource } from './wire/wire.ts';

/** So long what the page shows already may stay, where the engine takes its time. Milliseconds. */
const PATIENCE = 250;

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element "root".');
// The token must be taken out of the address before the router reads it.
const source = wireSource();
// Before the router listens: a link that is opened in this tab later must not reach it either.
let renew = (): void => undefined;
onNewToken(() => renew());
const texts = await startTexts();
const engine = connectEngine(source, createScreenStore(), () => texts.t('connection.noEngine'));
renew = () => engine.renew();
keepAttention(engine, document);
await known(engine);
// In slices, between which the page answers.
startTransition(() => createRoot(root).render(<App engine={engine} texts={texts} />));

/** Resolves when there is something to draw: drawing an empty frame first would only take longer. */
async function known({ store }: Engine): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = store.subscribe(({ state, connection: { phase } }) => {
      if (state !== undefined || phase === 'denied' || phase === 'lost') done();
    });
    const timer = setTimeout(() => done(), PATIENCE);
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
  });
}
