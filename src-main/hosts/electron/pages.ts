/** Our own scheme: the built screens, and nothing else, under `mainstay://app/`. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { protocol, type ProtocolRequest, type ProtocolResponse } from 'electron';
import { SECURITY_HEADERS } from '../screens.ts';
import { fileOf, SCHEME } from './addresses.ts';

/** What the build writes. A kind that is missing here is served as bytes, which no page can run. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const MISSING: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

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
 * for `ready`. Resolves once the first file was handed over: from then on the page comes up in a process of its own.
 */
export function servePages(folder: string, ready: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    // The answers of the newer call are streams through this thread, which is busy just when the first page is wanted.
    // oxlint-disable-next-line typescript/no-deprecated -- The only call that hands over a whole file at once.
    protocol.registerBufferProtocol(SCHEME, (request, answer) => {
      const file = fileFor(folder, request);
      if (file?.endsWith('.js') === true) void ready.then(() => answer(read(file)));
      else answer(read(file));
      resolve();
    });
  });
}

function fileFor(folder: string, { url: address, method }: ProtocolRequest): string | undefined {
  const url = new URL(address);
  return url.host === 'app' && method === 'GET' ? fileOf(folder, url.pathname) : undefined;
}

/** At once: waiting for a file of our own would only put the page behind whatever else this thread has to do. */
function read(file: string | undefined): ProtocolResponse {
  if (file === undefined) return MISSING;
  try {
    const mimeType = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
    return { data: readFileSync(file), mimeType, charset: 'utf-8', headers: SECURITY_HEADERS };
  } catch {
    // Only a missing file can bring us here: the folder is our own and was there when the program was built.
    return MISSING;
  }
}
