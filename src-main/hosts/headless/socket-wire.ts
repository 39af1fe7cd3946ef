/** The contract over a WebSocket: one JSON message a frame. */
import type { WebSocket } from 'ws';
import type { MessageWire } from '../../../src-shared/contract/index.ts';

/** A client that lets this many bytes pile up does not read; it is cut off rather than kept in memory. */
const MAX_UNREAD_BYTES = 32 * 1024 * 1024;

/** The engine's end of one WebSocket. What is not JSON reaches the contract as `undefined`, which refuses it aloud. */
export function socketWire(socket: WebSocket): MessageWire {
  return {
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate();
      else socket.send(JSON.stringify(message));
    },
    onMessage(listener) {
      const receive = (data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): void => {
        listener(isBinary || !Buffer.isBuffer(data) ? undefined : parse(data.toString('utf8')));
      };
      socket.on('message', receive);
      return () => socket.off('message', receive);
    },
    onClose(listener) {
      socket.once('close', listener);
      return () => socket.off('close', listener);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
