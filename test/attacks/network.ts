/** Other computers, as far as one machine can play them: each address of 127.0.0.0/8 is one. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import { client, type MessageWire } from '../../src-shared/contract/index.ts';
import { type Program, startProgram } from './program.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** A program that serves its screens, and what only its owner can read. */
export interface Served {
  readonly program: Program;
  readonly port: number;
  readonly data: string;
  /** What the link that may act carries, and what the one that may watch does. */
  readonly act: string;
  readonly watch: string;
  end(): Promise<void>;
}

/** Starts `mainstay serve` on a free port with a data folder of its own. */
export async function serve(...words: readonly string[]): Promise<Served> {
  // What is served is what was built; which build is the same to those who attack it.
  if (!existsSync(join(ROOT, 'out/renderer/index.html'))) {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
      cwd: ROOT,
      stdio: 'ignore',
    });
  }
  const data = mkdtempSync(join(tmpdir(), 'mainstay-attacked-'));
  const program = startProgram(['serve', '--port', '0', '--data', data, ...words]);
  const port = Number((await program.until(/https?:\/\/[^\s:]+:(\d+)\//u))[1]);
  return {
    program,
    port,
    data,
    act: kept(join(data, 'browser-token')),
    watch: kept(join(data, 'browser-watch-token')),
    end: async () => {
      await program.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function kept(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** Connections that were opened, to be counted and ended. */
export class Crowd {
  readonly #sockets: Socket[] = [];

  /** Opens `count` connections from one address, each of which says `text` and then nothing. */
  async send(port: number, from: string, count: number, text: string): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.#one(port, from, text)));
  }

  #one(port: number, localAddress: string, text: string): Promise<void> {
    const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true });
    this.#sockets.push(socket);
    // Being thrown out is what they are here for.
    socket.on('error', () => undefined);
    // They take no notice of the other side's farewell, as whoever means harm would.
    socket.on('data', () => undefined);
    return new Promise((done) => {
      socket.once('connect', () => {
        if (text !== '') socket.write(text);
        done();
      });
      socket.once('close', () => done());
    });
  }

  end(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

/** How many connections to a port this system holds, established ones, as the program's end of them. */
export function held(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  // Linux, Documentation/networking/proc_net_tcp.rst: 01 is established, 08 waits for our own end to close.
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .filter((line) => {
      const [, own, , state] = line.trim().split(/\s+/u);
      return own?.endsWith(local) === true && (state === '01' || state === '08');
    }).length;
}

/** Resident memory of a program and of all that it started, in MiB. */
export function memory(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  const [, kib = '0'] = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024 + children.map(Number).reduce((sum, child) => sum + memory(child), 0);
}

/** The status of the page within `limit` milliseconds, or why there was none. */
export function page(port: number, from = '127.0.0.1', limit = 5000): Promise<number | string> {
  return new Promise((done) => {
    const asked = get({ host: '127.0.0.1', port, path: '/', localAddress: from, agent: false }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    asked.setTimeout(limit, () => asked.destroy(new Error('no answer in time')));
    asked.on('error', (error) => done(error.message));
  });
}

/** What became of a knock at the wire: the open socket, or the status of the refusal, or why there was neither. */
export interface Knock {
  readonly socket?: WebSocket;
  readonly said: number | string;
  /** Milliseconds. */
  readonly took: number;
}

/** Knocks at the wire with a token. */
export function knock(port: number, token: string, from = '127.0.0.1', limit = 10_000): Promise<Knock> {
  const began = performance.now();
  return new Promise((done) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/wire`, [`mainstay.${token}`, 'mainstay', 'mainstay-watch'], {
      localAddress: from,
      handshakeTimeout: limit,
    });
    const end = (said: number | string, open = false): void =>
      done({ said, took: performance.now() - began, ...(open ? { socket } : {}) });
    socket.on('open', () => end(101, true));
    socket.on('unexpected-response', (request, response) => {
      end(response.statusCode ?? 0);
      request.destroy();
    });
    socket.on('error', (error) => end(error.message));
  });
}

/** The contract over an open socket. */
export function speak(socket: WebSocket): ReturnType<typeof client> {
  const wire: MessageWire = {
    send: (message) => socket.send(JSON.stringify(message)),
    onMessage: (listener) => {
      socket.on('message', (data: Buffer) => listener(JSON.parse(data.toString())));
      return () => undefined;
    },
    onClose: (listener) => {
      socket.on('close', listener);
      return () => undefined;
    },
  };
  return client(wire);
}

/** A client with this token that was let in. */
export async function enter(port: number, token: string, from?: string): Promise<WebSocket> {
  const { socket, said } = await knock(port, token, from);
  if (socket === undefined) throw new Error(`not let in: ${said}`);
  return socket;
}
