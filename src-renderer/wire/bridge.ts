/** The wire inside the Electron window: what the preload script exposes. */
import { type MessageWire, type WireNotice, wireNoticeSchema } from '../../src-shared/contract/index.ts';
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

/**
 * Opens a wire over the bridge. It closes when the program says that what it led to is gone: the service of the system
 * may end, or start anew, while the window stays.
 */
export function bridgeSource(bridge: Bridge): WireSource {
  return () => {
    const open: WireNotice = { wire: 'open' };
    bridge.send(open);
    const wire: MessageWire = {
      send: (message) => bridge.send(message),
      onMessage: (listener) =>
        bridge.onMessage((message) => {
          if (noticeIn(message) === undefined) listener(message);
        }),
      onClose: (listener) => {
        const stop = bridge.onMessage((message) => {
          if (noticeIn(message)?.wire !== 'closed') return;
          stop();
          listener();
        });
        return stop;
      },
    };
    // There is one bridge, as long as the window is there.
    return Promise.resolve({ ok: true, wire, access: 'act', close: () => undefined });
  };
}

function noticeIn(message: unknown): WireNotice | undefined {
  return wireNoticeSchema.safeParse(message).data;
}
