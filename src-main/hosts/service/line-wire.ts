/** The contract over a stream socket: one JSON message a line. JSON never holds a line feed, so nothing is escaped. */
import type { Socket } from 'node:net';
import type { MessageWire } from '../../../src-shared/contract/index.ts';

/** An end that lets this many bytes pile up does not read; it is cut off rather than kept in memory. */
const MAX_UNREAD_BYTES = 32 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** What one end takes, and whom it tells when the other goes beyond it. */
export interface LineLimits {
  /** Bytes of the longest message that is read; a longer one ends the connection. */
  readonly maxMessage: number;
  readonly onRefused?: (reason: string) => void;
}

/** A wire that this end can close. */
export interface ClosableWire extends MessageWire {
  close(): void;
}

/** One end of a connection. What is not JSON reaches the contract as `undefined`, which refuses it aloud. */
export function lineWire(socket: Socket, limits: LineLimits): ClosableWire {
  const listeners = new Set<(message: unknown) => void>();
  let pieces: Buffer[] = [];
  let size = 0;

  const takeLine = (): void => {
    const text = Buffer.concat(pieces, size).toString('utf8');
    pieces = [];
    size = 0;
    const message = parse(text);
    for (const listener of listeners) listener(message);
  };
  socket.on('data', (chunk: Buffer) => {
    let from = 0;
    while (from < chunk.length && !socket.destroyed) {
      const end = chunk.indexOf(LINE_FEED, from);
      const piece = chunk.subarray(from, end === -1 ? chunk.length : end);
      size += piece.length;
      if (size > limits.maxMessage) {
        limits.onRefused?.(`A message is longer than ${limits.maxMessage} bytes; its connection was closed.`);
        socket.destroy();
        return;
      }
      pieces.push(piece);
      if (end === -1) return;
      takeLine();
      from = end + 1;
    }
  });
  // 'close' follows and says all that matters: the other side is gone.
  socket.on('error', () => undefined);

  return {
    send(message) {
      if (!socket.writable) return;
      if (socket.writableLength > MAX_UNREAD_BYTES) socket.destroy();
      else socket.write(`${JSON.stringify(message)}\n`);
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onClose(listener) {
      socket.once('close', listener);
      return () => socket.off('close', listener);
    },
    close: () => socket.destroy(),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
