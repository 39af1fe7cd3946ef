/**
 * The page's first script, and next to nothing: with the screens come their style sheets, and a page that waits for
 * those shows nothing, not even its first glance.
 */
import { takeToken } from './wire/token.ts';

// At once: a person who goes elsewhere while the screens are loading would lose it, and until then it is in sight.
takeToken();
await import('./screens.tsx');
