/**
 * The contract over a Unix domain socket. Who may speak is the file's to say: whoever can write to it has the engine
 * in hand, and with it the power of this computer. It is made readable and writable for its owner and its group only: the
 * unit of systemd gives it to the administrators, who may do all that anyway.
 */
import { once } from 'node:events';
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { type Handlers, serve } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { lineWire } from './line-wire.ts';
import { knock } from './socket-client.ts';

/** The largest message of the contract is a list of hosts or events; a client has no reason to send more. */
const MAX_MESSAGE_BYTES = 128 * 1024;
/** Windows and programs that may watch at once. */
const MAX_CLIENTS = 32;
/** Owner and group. */
const MODE = 0o660;

/** What is served, and where. */
export interface SocketOptions {
  readonly path: string;
  /** Number of the group that may speak, where root serves; else it stays the group of this process. */
  readonly group?: number;
  readonly handlers: Handlers;
  /** Told of every refusal, for the log. */
  readonly onRefused: (reason: string) => void;
}

/**
 * Listens. A socket that was left behind by a service that was killed is replaced. Rejects with `AppError`: 'in-use'
 * when another service answers there, 'permission-denied' when the socket cannot be made.
 */
export async function serveSocket({
  path,
  group,
  handlers,
  onRefused,
}: SocketOptions): Promise<{ close: () => Promise<void> }> {
  const pipe = path.startsWith('\\\\');
  if (!pipe) await makeRoom(path);

  const clients = new Set<Socket>();
  const server = createServer((socket) => {
    if (clients.size >= MAX_CLIENTS) {
      onRefused('Too many programs are connected.');
      socket.destroy();
      return;
    }
    clients.add(socket);
    socket.on('close', () => clients.delete(socket));
    const wire = lineWire(socket, { maxMessage: MAX_MESSAGE_BYTES, onRefused });
    serve(wire, handlers, { onRefused: (error) => onRefused(error.message) });
  });
  // Made with no rights for others from the first moment on, not only once `chmod` has run.
  const before = process.umask(0o117);
  try {
    server.listen(path);
    await once(server, 'listening');
    if (!pipe) chmodSync(path, MODE);
    if (!pipe && group !== undefined) chownSync(path, process.getuid?.() ?? 0, group);
  } catch (error) {
    throw explained(error, path);
  } finally {
    process.umask(before);
  }
  return {
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of clients) socket.destroy();
      await closed;
    },
  };
}

/** Makes the folder, and takes away what a service that was killed has left. */
async function makeRoom(path: string): Promise<void> {
  const found = await knock(path);
  if (found === 'answers' || found === 'denied') {
    throw new AppError(
      'in-use',
      `Another Mainstay service answers at ${path}. \`mainstay service status\` tells of it.`,
    );
  }
  try {
    // For everyone to pass through, whatever this process makes otherwise.
    if (mkdirSync(dirname(path), { recursive: true }) !== undefined) chmodSync(dirname(path), 0o755);
    if (found === 'absent') return;
    if (!lstatSync(path).isSocket()) {
      throw new AppError('bad-input', `${path} is a file of something else. Name another place in MAINSTAY_SOCKET.`);
    }
    rmSync(path);
  } catch (error) {
    throw explained(error, path);
  }
}

function explained(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A folder that is missing is made, so that binding cannot fail for its sake.
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) return error;
  return new AppError(
    'permission-denied',
    `The socket ${path} may not be made by this account, so no program could reach the service. Start it with \`mainstay service install\`, or name another place in MAINSTAY_SOCKET.`,
  );
}
