/**
 * The UDP socket under an SNMP session. Unlike the session's own it is connected to the agent, so that only the agent
 * is heard, and "connection refused" comes back at once instead of as a timeout.
 */
import { createSocket, type Socket } from 'node:dgram';
import { EventEmitter } from 'node:events';

type Sent = (error: Error | null, bytes: number) => void;

/** What a connected socket tells its owner besides messages. */
export interface SocketNews {
  /** The agent's host says that nobody listens, or the network that there is no way. */
  onUnreachable(error: Error): void;
  /** Bytes came that are no message of SNMP. */
  onGarbage(): void;
}

/** The part of `dgram.Socket` that a net-snmp session uses. */
class AgentSocket extends EventEmitter {
  readonly #socket: Socket;
  readonly #news: SocketNews;
  /** What is to be sent once the socket is connected; null from then on. */
  #waiting: (() => void)[] | null = [];
  #closed = false;

  constructor(family: 'udp4' | 'udp6', news: SocketNews) {
    super();
    this.#news = news;
    this.#socket = createSocket(family);
    this.#socket.unref();
    this.#socket.on('message', (message) => {
      try {
        this.emit('message', message);
      } catch {
        // The session decodes inside its listener and stumbles over datagrams that are no SNMP.
        news.onGarbage();
      }
    });
    this.#socket.on('error', (error) => news.onUnreachable(error));
    this.#socket.on('close', () => this.emit('close'));
  }

  ref(): void {
    if (!this.#closed) this.#socket.ref();
  }

  unref(): void {
    if (!this.#closed) this.#socket.unref();
  }

  send(buffer: Buffer, offset: number, length: number, port: number, host: string, sent: Sent): void {
    this.#whenConnected(port, host, () => {
      if (this.#closed) return;
      this.#socket.send(buffer, offset, length, (error, bytes) => {
        // A refusal of the message before this one is reported here; the socket works on.
        if (error !== null) this.#news.onUnreachable(error);
        sent(null, bytes);
      });
    });
  }

  #whenConnected(port: number, host: string, run: () => void): void {
    if (this.#waiting === null) {
      run();
      return;
    }
    this.#waiting.push(run);
    if (this.#waiting.length > 1) return;
    // Where connecting fails, the socket says so by its error event.
    this.#socket.once('connect', () => {
      const waiting = this.#waiting ?? [];
      this.#waiting = null;
      for (const each of waiting) each();
    });
    this.#socket.connect(port, host);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.close();
  }
}

/** A stand-in for the `dgram` module, as sessions take one. */
export function connectedDgram(news: SocketNews): { createSocket(family: 'udp4' | 'udp6'): EventEmitter } {
  return { createSocket: (family) => new AgentSocket(family, news) };
}
