/** The WebSockets of those who have shown a token: how many there may be, who is still there, and what each may do. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Access, type Handlers, serve } from '../../../src-shared/contract/index.ts';
import { watchingHandlers } from '../../engine/calls/watching.ts';
import type { Refusal } from './admission.ts';
import { socketWire } from './socket-wire.ts';

/** The largest message of the contract is a list of hosts or events; a client has no reason to send more. */
const MAX_MESSAGE_BYTES = 128 * 1024;
/** Windows and tabs at once; those that only watch leave some to those that may act. */
const MAX_WINDOWS = 32;
const MAX_WATCHING = 24;
/** A client that misses one round of pings, and reads nothing meanwhile, is gone. */
const PING_MS = 30_000;
/** The subprotocol that is answered; the token itself would be written into logs of whatever stands between. */
const PROTOCOL: { readonly [A in Access]: string } = { act: 'mainstay', watch: 'mainstay-watch' };

/** Told of what was refused: the address, what kind of refusal it is, and why. */
type Note = (address: string, kind: string, reason: string) => void;

/** Every open window. */
export class Windows {
  readonly #handlers: { readonly [A in Access]: Handlers };
  readonly #note: Note;
  readonly #access = new WeakMap<IncomingMessage, Access>();
  readonly #watching = new Set<WebSocket>();
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered, request) => {
      const own = PROTOCOL[this.#access.get(request) ?? 'watch'];
      return offered.has(own) ? own : ([...offered][0] ?? false);
    },
  });

  constructor(handlers: Handlers, note: Note) {
    this.#handlers = { act: handlers, watch: watchingHandlers(handlers) };
    this.#note = note;
  }

  /** Why there is no room for another window; undefined where there is. */
  refuse(access: Access): Refusal | undefined {
    const full =
      this.#sockets.clients.size >= MAX_WINDOWS || (access === 'watch' && this.#watching.size >= MAX_WATCHING);
    return full ? { status: 503, reason: 'Too many windows are open. Close one of them.' } : undefined;
  }

  /** Serves the contract to whoever has shown the token of `access`. */
  open(access: Access, address: string, request: IncomingMessage, stream: Duplex, head: Buffer): void {
    this.#access.set(request, access);
    this.#sockets.handleUpgrade(request, stream, head, (socket) => {
      if (access === 'watch') {
        this.#watching.add(socket);
        socket.once('close', () => this.#watching.delete(socket));
      }
      keepAwake(socket);
      // Frames that are too large or malformed end the socket with their own close code; here they are put on record.
      socket.on('error', ({ message }) =>
        this.#note(address, 'frames', `A client broke the WebSocket protocol: ${message}.`),
      );
      serve(socketWire(socket, this.#sockets.clients), this.#handlers[access], {
        onRefused: ({ code, message }) => this.#note(address, code, message),
      });
    });
  }

  /** 1001 is "going away": the screens say so and try again. Who takes no notice is cut off. */
  close(): void {
    for (const socket of this.#sockets.clients) socket.close(1001, 'Mainstay stops');
    setTimeout(() => this.#sockets.clients.forEach((socket) => socket.terminate()), 1000).unref();
  }
}

/** Whoever has more to read than a slow line can carry answers late; what counts is that something is read. */
function keepAwake(socket: WebSocket): void {
  let alive = true;
  let unread = 0;
  const pulse = setInterval(() => {
    if (!alive && socket.bufferedAmount >= unread) return socket.terminate();
    alive = false;
    unread = socket.bufferedAmount;
    socket.ping();
  }, PING_MS);
  pulse.unref();
  socket.on('pong', () => {
    alive = true;
  });
  socket.on('close', () => clearInterval(pulse));
}
