/** Servers on this computer that notifications are sent to: mail by a program of others, HTTP by Node's own. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';
import { z } from 'zod';

/** A text that fits, in a comparison. */
export function like(pattern: RegExp | string): unknown {
  return typeof pattern === 'string' ? expect.stringContaining(pattern) : expect.stringMatching(pattern);
}

/** The fields of a body of JSON. */
export function fieldsOf({ body }: { readonly body: string } = { body: '' }): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(body));
}

/** A mail that has arrived. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message as it came over the wire. */
  readonly text: string;
  readonly encrypted: boolean;
  readonly user: string | undefined;
}

/** How the mail server behaves. */
export interface MailServerOptions {
  /** TLS from the first byte. */
  readonly tls?: boolean;
  /** Offers STARTTLS. */
  readonly starttls?: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  /** Answers each recipient with this code. */
  readonly refuse?: number;
  readonly port?: number;
}

/** Starts a mail server. */
export async function mailServer(
  options: MailServerOptions = {},
): Promise<{ readonly port: number; readonly mails: Mail[]; close(): Promise<void> }> {
  const { tls = false, starttls = false, login, refuse } = options;
  const mails: Mail[] = [];
  const server = new SMTPServer({
    secure: tls,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: [...(starttls || tls ? [] : ['STARTTLS']), ...(login === undefined ? ['AUTH'] : [])],
    onAuth: (auth, _session, done) => {
      const right = auth.username === login?.user && auth.password === login?.password;
      done(right ? null : new Error('no such user'), right ? { user: auth.username } : undefined);
    },
    onRcptTo: (_address, _session, done) => {
      done(refuse === undefined ? null : Object.assign(new Error('not now'), { responseCode: refuse }));
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(pieces).toString('utf8'),
          encrypted: session.secure,
          user: typeof session.user === 'string' ? session.user : undefined,
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const port = portOf(server.server.address());
  return {
    port,
    mails,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/** A request that has arrived. */
export interface Request {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the HTTP server answers. */
export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts an HTTP server. */
export async function httpServer(
  answer: (request: Request, count: number) => Reply = () => ({ status: 200 }),
  port = 0,
): Promise<{ readonly url: string; readonly port: number; readonly requests: Request[]; close(): Promise<void> }> {
  const requests: Request[] = [];
  const server = createServer((incoming, response) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      const request = {
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(pieces).toString('utf8'),
      };
      requests.push(request);
      const { status, body = '', headers = {} } = answer(request, requests.length);
      response.writeHead(status, { Connection: 'close', ...headers }).end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = portOf(server.address());
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
