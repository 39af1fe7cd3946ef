/**
 * The screens over HTTP and the contract over a WebSocket. Without a token there are only files without secrets; whoever
 * has none is one of a crowd, which is kept small.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { hostname } from 'node:os';
import type { Duplex } from 'node:stream';
import sirv from 'sirv';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { SECURITY_HEADERS } from '../screens.ts';
import {
  type Admission,
  accessOf,
  isLoopback,
  type Refusal,
  refuseHost,
  refuseOrigin,
  type Tokens,
} from './admission.ts';
import type { KeyPair } from './certificate.ts';
import { callerOf, Crowd } from './crowd.ts';
import { holderOf } from './port-holder.ts';
import { Refusals, Slowness } from './refusals.ts';
import { Windows } from './windows.ts';

/** Connections without a token: all of them, and of one address. */
const CROWD = { total: 128, perAddress: 32 } as const;
/** How long a request may take to come: its head, and all of it. How often that is looked at. Milliseconds. */
const HEAD_MS = 10_000;
const REQUEST_MS = 20_000;
const LOOK_MS = 1000;
/** A connection on which nothing moves is ended after this. Milliseconds. */
const IDLE_MS = 30_000;
/** Nobody needs longer to take one file. Milliseconds. */
const ANSWER_MS = 120_000;
/** How long the other side may take to hang up when it was refused. Milliseconds. */
const FAREWELL_MS = 2000;
/** How often a certificate is looked at: one of the person's may have been renewed, one of ours grows old. Milliseconds. */
const CERTIFICATE_MS = 3_600_000;

/** What is served, and to whom. */
export interface ServerOptions {
  /** The address to listen on. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly tokens: Tokens;
  /** Over TLS, with what this answers; it is asked again every hour. Left out: plain HTTP. */
  readonly certificate?: () => Promise<KeyPair>;
  /** The folder of the built screens. */
  readonly screens: string;
  readonly handlers: Handlers;
  /** Told what was refused to whom, for the log: what repeats only once a minute. */
  readonly onRefused?: (reason: string) => void;
}

/** Listens; rejects with `AppError` when the port is taken or not allowed. */
export async function serveScreens(options: ServerOptions): Promise<{ port: number; close: () => Promise<void> }> {
  const own = hostname().toLowerCase();
  const admission: Admission = {
    tokens: options.tokens,
    loopback: isLoopback(options.host),
    names: [options.host.toLowerCase(), own, `${own}.local`],
  };
  const refusals = new Refusals(options.onRefused ?? (() => undefined));
  const slowness = new Slowness();
  const crowd = new Crowd(CROWD);
  const windows = new Windows(options.handlers, (address, kind, reason) => refusals.note(address, kind, reason));

  const pair = await options.certificate?.();
  const server = listenerOf(pair, fileServer(options.screens, admission, crowd, refusals));
  server.timeout = IDLE_MS;
  server.on('connection', (socket) => crowd.arrive(socket));
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // The other side may hang up first; there is nobody to tell then.
    stream.on('error', () => undefined);
    crowd.stir(request.socket);
    const address = callerOf(request.socket);
    const access = accessOf(protocolsOf(request), admission);
    const refusal = refuseSocket(request, admission) ?? (access === undefined ? WRONG_TOKEN : windows.refuse(access));
    if (refusal === undefined && access !== undefined) {
      crowd.admit(request.socket);
      windows.open(access, address, request, stream, head);
      return;
    }
    if (refusal === undefined) return;
    refusals.note(address, String(refusal.status), refusal.reason);
    const wait = refusal.status === 401 ? slowness.wrong(address, performance.now()) : 0;
    setTimeout(() => refuseUpgrade(stream, refusal), wait).unref();
  });

  await listen(server, options);
  const renewal = setInterval(() => void renew(server, options, refusals), CERTIFICATE_MS).unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('an HTTP server on a port has an address');
  return {
    port: address.port,
    close: async () => {
      clearInterval(renewal);
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      crowd.end();
      windows.close();
      await closed;
      refusals.close();
    },
  };
}

/** Half a request is ended in time only where somebody looks often enough. */
const TIMES = { headersTimeout: HEAD_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: LOOK_MS } as const;

function listenerOf(pair: KeyPair | undefined, answer: RequestListener): Server {
  return pair === undefined
    ? createServer(TIMES, answer)
    : createSecureServer({ ...TIMES, ...pair, minVersion: 'TLSv1.2', handshakeTimeout: HEAD_MS }, answer);
}

/** Takes another certificate over for new connections. One that cannot be used is told, and the last one stays. */
async function renew(server: Server, { certificate }: ServerOptions, refusals: Refusals): Promise<void> {
  if (certificate === undefined || !isSecure(server)) return;
  try {
    server.setSecureContext(await certificate());
  } catch (error) {
    refusals.note('certificate', 'renewal', error instanceof Error ? error.message : String(error));
  }
}

function isSecure(server: Server): server is SecureServer {
  return 'setSecureContext' in server;
}

function fileServer(folder: string, admission: Admission, crowd: Crowd, refusals: Refusals): RequestListener {
  const files = sirv(folder, {
    single: true,
    setHeaders: (response, path) => {
      // Built files carry their digest in their name; everything else may change with the next version.
      const lasting = path.startsWith('/assets/');
      response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => {
    crowd.stir(request.socket);
    const late = setTimeout(() => request.socket.destroy(), ANSWER_MS).unref();
    response.once('close', () => clearTimeout(late));
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const refusal = refuseHost(request.headers.host, admission) ?? refuseMethod(request.method);
    if (refusal !== undefined) {
      refusals.note(callerOf(request.socket), String(refusal.status), refusal.reason);
      response.writeHead(refusal.status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      response.end(`${refusal.reason}\n`);
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('There is nothing here.\n');
    });
  };
}

function refuseMethod(method: string | undefined): Refusal | undefined {
  return method === 'GET' || method === 'HEAD'
    ? undefined
    : { status: 405, reason: 'Mainstay serves files here; only GET and HEAD mean anything.' };
}

const WRONG_TOKEN: Refusal = {
  status: 401,
  reason: 'The token is missing or wrong. Open the link of `mainstay serve`; `mainstay link` tells it again.',
};

function protocolsOf(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
}

function refuseSocket({ url, headers }: IncomingMessage, admission: Admission): Refusal | undefined {
  return (
    refuseHost(headers.host, admission) ??
    refuseOrigin(headers.origin, headers.host) ??
    (url === '/wire' ? undefined : ({ status: 404, reason: 'The wire is at /wire.' } as const))
  );
}

function refuseUpgrade(stream: Duplex, { status, reason }: Refusal): void {
  const body = `${reason}\n`;
  // Whoever does not hang up in turn, or does not even read, must not keep the connection.
  const late = setTimeout(() => stream.destroy(), FAREWELL_MS).unref();
  stream.once('close', () => clearTimeout(late));
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
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
