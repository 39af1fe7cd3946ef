/** Our own scheme: the built screens, and nothing else, under `mainstay://app/`. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { SECURITY_HEADERS } from '../screens.ts';
import { fileOf, SCHEME } from './addresses.ts';

/** What the build writes. A kind that is missing here is served as bytes, which no page can run. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Must run before Electron is ready. The scheme gets a real origin (for storage) and a cache of compiled code; files
 * under `file://` would have neither, and could read each other.
 */
export function declarePages(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the folder of the built screens. A route of the screens that is no file gets the page itself; its scripts wait
 * for `ready`.
 */
export function servePages(folder: string, ready: Promise<unknown>): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'app' || request.method !== 'GET') return new Response(null, { status: 404 });
    const file = fileOf(folder, url.pathname);
    if (file === undefined) return new Response(null, { status: 404 });
    if (file.endsWith('.js')) await ready;
    try {
      const body = await readFile(file);
      const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
      return new Response(new Uint8Array(body), { headers: { ...SECURITY_HEADERS, 'Content-Type': type } });
    } catch {
      // Only a missing file can bring us here: the folder is our own and was there when the program was built.
      return new Response(null, { status: 404 });
    }
  });
}
