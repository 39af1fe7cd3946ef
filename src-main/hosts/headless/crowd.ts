/**
 * Connections that have not shown a token. They are few, and each has to do with something: where there are too many,
 * a new one takes the place of one that has been idle the longest, of the address that has the most. So whoever opens
 * hundreds of them pushes out their own, and whoever has a token always finds a place to show it; once it was shown,
 * the connection is none of the crowd any more.
 */
import type { Socket } from 'node:net';

/** How many there may be. */
export interface CrowdLimits {
  readonly total: number;
  /** A browser opens six at once to one host (RFC 9112 9.4 leaves the number to it), each of its tabs may. */
  readonly perAddress: number;
}

/** Addresses from which the right token was shown lately: so many are remembered. */
const FRIENDS = 64;

/** Keeps count, and throws out. */
export class Crowd {
  readonly #limits: CrowdLimits;
  /** By address; those of whom something was heard last come last, among addresses and within one. */
  readonly #strangers = new Map<string, Set<Socket>>();
  /** By `placeOf`: over TLS, what a request came over is not what was accepted. */
  readonly #places = new Map<string, Socket>();
  readonly #friends = new Set<string>();

  constructor(limits: CrowdLimits) {
    this.#limits = limits;
  }

  /** A connection was accepted. */
  arrive(socket: Socket): void {
    const place = placeOf(socket);
    const address = callerOf(socket);
    if ((this.#strangers.get(address)?.size ?? 0) >= this.#limits.perAddress) this.#throwOut(address);
    else if (this.#places.size >= this.#limits.total) this.#throwOut(this.#largest());
    this.#places.set(place, socket);
    this.#put(address, socket);
    socket.once('close', () => this.#remove(place, address, socket));
  }

  /** Something whole was heard over it: a request. */
  stir(over: Socket): void {
    const socket = this.#places.get(placeOf(over));
    if (socket !== undefined) this.#put(callerOf(socket), socket);
  }

  /** It has shown a token. */
  admit(over: Socket): void {
    const place = placeOf(over);
    const address = callerOf(over);
    const socket = this.#places.get(place);
    if (socket !== undefined) this.#remove(place, address, socket);
    this.#friends.delete(address);
    this.#friends.add(address);
    const [oldest] = this.#friends;
    if (this.#friends.size > FRIENDS && oldest !== undefined) this.#friends.delete(oldest);
  }

  /** Throws everybody out. */
  end(): void {
    for (const socket of this.#places.values()) socket.destroy();
  }

  #put(address: string, socket: Socket): void {
    const here = this.#strangers.get(address) ?? new Set();
    here.delete(socket);
    here.add(socket);
    this.#strangers.delete(address);
    this.#strangers.set(address, here);
  }

  #remove(place: string, address: string, socket: Socket): void {
    if (this.#places.get(place) === socket) this.#places.delete(place);
    const here = this.#strangers.get(address);
    here?.delete(socket);
    if (here?.size === 0) this.#strangers.delete(address);
  }

  /** The address with the most; one from which a token was shown only where there is no other. */
  #largest(): string {
    const all = [...this.#strangers.entries()];
    const strange = all.filter(([address]) => !this.#friends.has(address));
    const [first, ...rest] = strange.length > 0 ? strange : all;
    if (first === undefined) throw new Error('a crowd that is too large has somebody in it');
    return rest.reduce((most, each) => (each[1].size > most[1].size ? each : most), first)[0];
  }

  #throwOut(address: string): void {
    const [socket] = this.#strangers.get(address) ?? [];
    if (socket === undefined) return;
    this.#remove(placeOf(socket), address, socket);
    socket.destroy();
  }
}

/** Where a connection comes from: kept, since a socket that is closed has forgotten it. */
const places = new WeakMap<Socket, { readonly address: string; readonly port: number }>();

function whereabouts(socket: Socket): { readonly address: string; readonly port: number } {
  const known = places.get(socket);
  if (known !== undefined) return known;
  const place = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
  places.set(socket, place);
  return place;
}

function placeOf(socket: Socket): string {
  const { address, port } = whereabouts(socket);
  return `${address} ${port}`;
}

/**
 * Who is calling, as far as an address tells: an IPv4 address as such also where it came to an IPv6 socket (RFC 4291
 * 2.5.5.2), and of IPv6 the first 64 bits, since one computer has all of the others (RFC 4291 2.5.1).
 */
export function callerOf(socket: Socket): string {
  return callerAt(whereabouts(socket).address);
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':');
}

/** The same of an address as text. */
export function callerAt(address: string): string {
  const plain = address.replace(/%.*$/u, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!plain.includes(':') || plain === '::1') return plain;
  const [head = '', tail] = plain.split('::');
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all.slice(0, 4).join(':')}::/64`;
}
