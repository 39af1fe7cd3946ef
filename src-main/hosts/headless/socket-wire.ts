/** The contract over a WebSocket: one JSON message a frame. */
import type { WebSocket } from 'ws';
import type { MessageWire } from '../../../src-shared/contract/index.ts';

/** While so many bytes are unread by a client, it is not listened to: whoever does not read cannot ask for more. */
const ENOUGH_UNREAD = 1024 * 1024;
/** A client that lets this many bytes pile up does not read; it is cut off rather than kept in memory. */
const MAX_UNREAD = 16 * 1024 * 1024;
/** The same of all clients together; then whoever is told next and has read too little is cut off. */
const MAX_UNREAD_TOGETHER = 64 * 1024 * 1024;

/**
 * The engine's end of one WebSocket, one of `all`. What is not JSON reaches the contract as `undefined`, which refuses
 * it aloud.
 */
export function socketWire(socket: WebSocket, all: Iterable<WebSocket> = [socket]): MessageWire {
  const readOn = (): void => {
    if (socket.isPaused && socket.bufferedAmount <= ENOUGH_UNREAD / 2) socket.resume();
  };
  return {
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      if (unreadTooMuch(socket, all)) {
        socket.terminate();
        return;
      }
      // Called once the system has taken it, or when the socket is gone; then there is nothing left to read.
      socket.send(JSON.stringify(message), readOn);
      if (socket.bufferedAmount > ENOUGH_UNREAD && !socket.isPaused) socket.pause();
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

function unreadTooMuch(socket: WebSocket, all: Iterable<WebSocket>): boolean {
  const own = socket.bufferedAmount;
  if (own <= ENOUGH_UNREAD) return false;
  return own > MAX_UNREAD || [...all].reduce((sum, each) => sum + each.bufferedAmount, 0) > MAX_UNREAD_TOGETHER;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
