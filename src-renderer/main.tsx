/** Where the screens begin. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectEngine } from './state/engine.ts';
import { createScreenStore } from './state/store.ts';
import { startTexts } from './texts.ts';
import { wireSource } from './wire/wire.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element "root".');
// The token must be taken out of the address before the router reads it.
const source = wireSource();
const texts = await startTexts();
const engine = connectEngine(source, createScreenStore(), () => texts.t('connection.noEngine'));
createRoot(root).render(<App engine={engine} texts={texts} />);
