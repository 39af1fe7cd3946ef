/** Picks the wire that fits the page's surroundings. */
import { bridgeSource } from './bridge.ts';
import { socketSource } from './socket.ts';
import type { WireSource } from './source.ts';
import { takeToken } from './token.ts';

/** The bridge of the Electron window where there is one, else a WebSocket to `/wire` beside the page. */
export function wireSource(): WireSource {
  if (window.mainstay !== undefined) return bridgeSource(window.mainstay);
  const address = new URL('wire', new URL('.', window.location.href.replace(/#.*$/u, '')));
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return socketSource(address.href, takeToken);
}
