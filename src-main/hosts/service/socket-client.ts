/** Finding and reaching the service, for the programs that are its clients. */
import { connect, type Socket } from 'node:net';
import { type ClosableWire, lineWire } from './line-wire.ts';

/** What is at a socket: a service, one that this account may not speak to, a socket without one, or nothing. */
export type Knocked = 'answers' | 'denied' | 'silent' | 'absent';

/** What came of an attempt to reach the service. */
export type Reached =
  | { readonly found: 'answers'; readonly wire: ClosableWire }
  | { readonly found: Exclude<Knocked, 'answers'> };

/** Connecting to a socket of this computer takes no time; a service that is stopped in the middle takes for ever. */
const CONNECT_MS = 2000;
/** Files of history as CSV are the longest answers. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

/** Connects to the service. Never rejects. */
export async function reachService(path: string): Promise<Reached> {
  const answered = await open(path);
  if (typeof answered === 'string') return { found: answered };
  return { found: 'answers', wire: lineWire(answered, { maxMessage: MAX_ANSWER_BYTES }) };
}

/** Looks who is there, and leaves again. Never rejects. */
export async function knock(path: string): Promise<Knocked> {
  const answered = await open(path);
  if (typeof answered === 'string') return answered;
  answered.destroy();
  return 'answers';
}

function open(path: string): Promise<Socket | Exclude<Knocked, 'answers'>> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const give = (up: Exclude<Knocked, 'answers'>): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(up);
    };
    const timer = setTimeout(() => give('silent'), CONNECT_MS);
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const { code } = error;
      give(code === 'EACCES' || code === 'EPERM' ? 'denied' : code === 'ENOENT' ? 'absent' : 'silent');
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}
