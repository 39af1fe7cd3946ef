/**
 * The page's first script, and next to nothing: with the screens come their style sheets, and a page that waits for
 * those shows nothing, not even its first glance.
 */
await import('./screens.tsx');
