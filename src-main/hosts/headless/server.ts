/** The screens over HTTP and the contract over a WebSocket. Without the token there are only files without secrets. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import { hostname } from 'node:os';
import type { Duplex } from 'node:stream';
import sirv from 'sirv';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Handlers, serve } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { SECURITY_HEADERS } from '../screens.ts';
import { type Admission, type Refusal, refuseHost, refuseOrigin, refuseToken } from './admission.ts';
import { holderOf } from './port-holder.ts';
import { socketWire } from './socket-wire.ts';

/** The largest message of the contract is a list of hosts or events; a client has no reason to send more. */
const MAX_MESSAGE_BYTES = 128 * 1024;
/** Windows and tabs that may watch at once. */
const MAX_CLIENTS = 32;
const MAX_CONNECTIONS = 256;
/** A client that misses one round of pings is gone. */
const PING_MS = 30_000;

/** What is served, and to whom. */
export interface ServerOptions {
  /** The address to listen on. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly token: string;
  /** The folder of the built screens. */
  readonly screens: string;
  readonly handlers: Handlers;
  /** Told of every refusal, for the log. */
  readonly onRefused?: (reason: string) => void;
}

/** Listens; rejects with `AppError` when the port is taken or not allowed. */
export async function serveScreens(options: ServerOptions): Promise<{ port: number; close: () => Promise<void> }> {
  const loopback = options.host === 'localhost' || options.host === '::1' || options.host.startsWith('127.');
  const own = hostname().toLowerCase();
  const admission: Admission = {
    token: options.token,
    loopback,
    names: [options.host.toLowerCase(), own, `${own}.local`],
  };
  const refused = options.onRefused ?? (() => undefined);

  const files = sirv(options.screens, {
    single: true,
    setHeaders: (response, path) => {
      // Built files carry their digest in their name; everything else may change with the next version.
      const lasting = path.startsWith('/assets/');
      response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const refusal = refuseHost(request.headers.host, admission) ?? refuseMethod(request.method);
    if (refusal !== undefined) {
      refused(refusal.reason);
      response.writeHead(refusal.status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      response.end(`${refusal.reason}\n`);
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('There is nothing here.\n');
    });
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    // Echoing the token would write it into logs of whatever stands between; `mainstay` is offered beside it.
    handleProtocols: (offered) => (offered.has('mainstay') ? 'mainstay' : ([...offered][0] ?? false)),
  });
  server.on('upgrade', (request, stream, head) => {
    const refusal = refuseSocket(request, admission, sockets.clients.size);
    if (refusal === undefined) {
      sockets.handleUpgrade(request, stream, head, (socket) => attend(socket, options.handlers, refused));
      return;
    }
    refused(refusal.reason);
    refuseUpgrade(stream, refusal);
  });

  await listen(server, options);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('an HTTP server on a port has an address');
  return {
    port: address.port,
    close: async () => {
      // 1001 is "going away": the screens say so and try again.
      for (const socket of sockets.clients) socket.close(1001, 'Mainstay stops');
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), 1000).unref();
      await closed;
    },
  };
}

function refuseMethod(method: string | undefined): Refusal | undefined {
  return method === 'GET' || method === 'HEAD'
    ? undefined
    : { status: 405, reason: 'Mainstay serves files here; only GET and HEAD mean anything.' };
}

function refuseSocket(request: IncomingMessage, admission: Admission, clients: number): Refusal | undefined {
  const { host, origin } = request.headers;
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return (
    refuseHost(host, admission) ??
    refuseOrigin(origin, host) ??
    (request.url === '/wire' ? undefined : ({ status: 404, reason: 'The wire is at /wire.' } as const)) ??
    refuseToken(offered, admission) ??
    (clients < MAX_CLIENTS ? undefined : ({ status: 503, reason: 'Too many windows are open.' } as const))
  );
}

function refuseUpgrade(stream: Duplex, { status, reason }: Refusal): void {
  // The other side may hang up first; there is nobody to tell then.
  stream.on('error', () => undefined);
  const body = `${reason}\n`;
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function attend(socket: WebSocket, handlers: Handlers, refused: (reason: string) => void): void {
  let alive = true;
  const pulse = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, PING_MS);
  pulse.unref();
  socket.on('pong', () => {
    alive = true;
  });
  socket.on('close', () => clearInterval(pulse));
  // Frames that are too large or malformed end the socket with their own close code; here they are only put on record.
  socket.on('error', (error) => refused(`A client broke the WebSocket protocol: ${error.message}.`));
  serve(socketWire(socket), handlers, { onRefused: (error) => refused(error.message) });
}

async function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const place = `${host}:${port}`;
    if (code === 'EADDRINUSE') {
      throw new AppError(
        'in-use',
        `${holderOf(port)} listens on ${place}. Choose another port with --port; 0 takes any that is free.`,
      );
    }
    if (code === 'EACCES') {
      throw new AppError(
        'permission-denied',
        `The system does not allow listening on ${place}. Choose a port above 1023.`,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new AppError('bad-input', `This computer has no address ${host}. Name one of its own with --host.`);
    }
    throw error;
  }
}
