/** The wire of a browser: a WebSocket to the host that served the page. */
import type { MessageWire } from '../../src-shared/contract/index.ts';
import type { WireSource } from './source.ts';

/** How long a WebSocket may take to open, in milliseconds. */
const OPEN_TIMEOUT = 10_000;

/** Which of the offered subprotocols the host takes says what the token is good for. */
const ACT = 'mainstay';
const WATCH = 'mainstay-watch';

/**
 * Opens `address` with the token as subprotocol `mainstay.<token>`, the only header-like thing that a browser can send
 * with a WebSocket. The token is asked for each time: another link may have brought another one.
 */
export function socketSource(address: string, currentToken: () => string | undefined): WireSource {
  return async () => {
    const token = currentToken();
    const socket = new WebSocket(address, token === undefined ? [] : [`mainstay.${token}`, ACT, WATCH]);
    const opened = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        socket.close();
        resolve(false);
      }, OPEN_TIMEOUT);
      socket.addEventListener('open', () => {
        clearTimeout(timer);
        resolve(true);
      });
      socket.addEventListener('close', () => {
        clearTimeout(timer);
        resolve(false);
      });
    });
    if (opened)
      return {
        ok: true,
        wire: socketWire(socket),
        access: socket.protocol === WATCH ? 'watch' : 'act',
        close: () => socket.close(),
      };
    return { ok: false, why: (await hostAnswers()) ? 'denied' : 'unreachable' };
  };
}

/** A browser is not told why a WebSocket failed; that the same host still serves its page tells the two cases apart. */
async function hostAnswers(): Promise<boolean> {
  try {
    const response = await fetch('./', { method: 'HEAD', cache: 'no-store' });
    return response.ok;
  } catch {
    return false;
  }
}

function socketWire(socket: WebSocket): MessageWire {
  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage: (listener) => {
      const receive = (event: MessageEvent<unknown>): void => {
        if (typeof event.data !== 'string') return;
        const message = parse(event.data);
        if (message !== undefined) listener(message);
      };
      socket.addEventListener('message', receive);
      return () => socket.removeEventListener('message', receive);
    },
    onClose: (listener) => {
      socket.addEventListener('close', listener);
      return () => socket.removeEventListener('close', listener);
    },
  };
}

/** Undefined for what is no JSON; the contract has nothing to say to it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
