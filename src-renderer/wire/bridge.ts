/** The wire inside the Electron window: what the preload script exposes. */
import type { MessageWire } from '../../src-shared/contract/index.ts';
import type { WireSource } from './source.ts';

/** What the preload script puts on `window`. */
export interface Bridge {
  send(message: unknown): void;
  /** Returns how to stop listening. */
  onMessage(listener: (message: unknown) => void): () => void;
}

declare global {
  interface Window {
    /** Present in the Electron window only. */
    readonly mainstay?: Bridge;
  }
}

/** Opens the bridge. It never closes: the program it leads to ends together with the page. */
export function bridgeSource(bridge: Bridge): WireSource {
  const wire: MessageWire = {
    send: (message) => bridge.send(message),
    onMessage: (listener) => bridge.onMessage(listener),
    onClose: () => () => undefined,
  };
  return () => Promise.resolve({ ok: true, wire });
}
