/** One exchange of SNMP messages as a promise: net-snmp behind a small face. */
import { lookup } from 'node:dns/promises';
import snmp from 'net-snmp';
import type { SnmpType, SnmpValue } from '../../../../drivers/driver.ts';
import { connectedDgram } from './socket.ts';
import { tagOf, typeOf } from './types.ts';
import { say } from '../../../../src-shared/texts/say.ts';

/** Whom to ask, and how to prove who we are. */
export interface SnmpOptions {
  readonly host: string;
  readonly port: number;
  readonly version: '1' | '2c' | '3';
  /** Versions 1 and 2c. */
  readonly community?: string | undefined;
  /** Version 3. */
  readonly user?: string | undefined;
  readonly auth?: keyof typeof AUTH | undefined;
  readonly authPassword?: string | undefined;
  readonly privacy?: keyof typeof PRIVACY | undefined;
  readonly privacyPassword?: string | undefined;
  /** Version 3: which of several devices behind one agent; none where there is one. */
  readonly context?: string | undefined;
  /** How long the first answer may take, in milliseconds. */
  readonly openMs?: number | undefined;
}

const AUTH = {
  md5: snmp.AuthProtocols.md5,
  sha: snmp.AuthProtocols.sha,
  sha224: snmp.AuthProtocols.sha224,
  sha256: snmp.AuthProtocols.sha256,
  sha384: snmp.AuthProtocols.sha384,
  sha512: snmp.AuthProtocols.sha512,
} as const;
const PRIVACY = {
  des: snmp.PrivProtocols.des,
  aes: snmp.PrivProtocols.aes,
  aes256b: snmp.PrivProtocols.aes256b,
  aes256r: snmp.PrivProtocols.aes256r,
} as const;

/** One row of an answer; null where the agent says that there is no value. */
export interface Row {
  readonly oid: string;
  readonly value: SnmpValue | null;
  /** Nothing comes after it. */
  readonly end: boolean;
}

/** What became of one message. */
export type Answered =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  /** The agent refused; `oid` is the row it blames, where it names one. */
  | { readonly kind: 'refused'; readonly status: number; readonly oid?: string }
  | { readonly kind: 'silent' }
  /** Nobody listens at that address, or there is no way to it. */
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'garbled' }
  /** Version 3: user, password or protocols do not fit. */
  | { readonly kind: 'unauthorized'; readonly why: string };

/** What to ask in one message. */
export type Message =
  | { readonly op: 'get' | 'next'; readonly oids: readonly string[] }
  | { readonly op: 'bulk'; readonly oid: string; readonly rows: number }
  | { readonly op: 'set'; readonly writes: readonly { readonly oid: string; readonly value: SnmpValue }[] };

/** Each try waits so much longer than the one before; together they fill the time limit. */
const BACKOFF = 1.5;
const TRIES = 3;
/** Share of the time limit that the first of three tries gets: 1 + 1.5 + 2.25 of them fill it. */
const FIRST_SHARE = 1 / (1 + BACKOFF + BACKOFF * BACKOFF);
/** Time that the session's own timers may run late before the exchange is given up from outside. */
const GRACE_MS = 200;

/** A session with one agent; every exchange ends in time, whatever the agent does. */
export class SnmpSession {
  readonly #session: snmp.Session;
  #fail: ((answered: Answered) => void) | null = null;
  #sawGarbage = false;

  private constructor(options: SnmpOptions, address: string, family: 'udp4' | 'udp6') {
    const news = {
      onUnreachable: (error: Error): void => this.#fail?.({ kind: 'unreachable', why: error.message }),
      onGarbage: (): void => {
        this.#sawGarbage = true;
      },
    };
    const common = { port: options.port, transport: family, backoff: BACKOFF, dgramModule: connectedDgram(news) };
    this.#session =
      options.version === '3'
        ? snmp.createV3Session(address, userOf(options), {
            ...common,
            version: snmp.Version3,
            ...(options.context === undefined ? {} : { context: options.context }),
          })
        : snmp.createSession(address, options.community ?? 'public', {
            ...common,
            version: options.version === '1' ? snmp.Version1 : snmp.Version2c,
          });
    // Emitted for datagrams that cannot be decoded; unheard, it would be thrown.
    this.#session.on('error', news.onGarbage);
  }

  /** Looks the host up and opens a socket. Rejects with the system's error where the name is unknown. */
  static async open(options: SnmpOptions): Promise<SnmpSession> {
    const { address, family } = await lookup(options.host);
    return new SnmpSession(options, address, family === 6 ? 'udp6' : 'udp4');
  }

  /** Sends one message and waits for its answer; repeats what may be repeated. */
  ask(message: Message, timeoutMs: number): Promise<Answered> {
    this.#sawGarbage = false;
    const repeats = message.op === 'set' ? 0 : TRIES - 1;
    // The session hands its present patience to each request it makes.
    Object.assign(this.#session, {
      retries: repeats,
      timeout: Math.max(repeats === 0 ? timeoutMs : timeoutMs * FIRST_SHARE, 1),
    });
    return new Promise((resolve) => {
      const done = (answered: Answered): void => {
        clearTimeout(guard);
        // The session may answer for a message long after it was given up.
        if (this.#fail === done) this.#fail = null;
        resolve(answered);
      };
      const guard = setTimeout(() => done(this.#silence()), timeoutMs + GRACE_MS);
      this.#fail = done;
      try {
        this.#send(message, (error, rows) => done(error === null ? { kind: 'rows', rows } : this.#failure(error)));
      } catch {
        // What cannot be encoded was never sent.
        done({ kind: 'refused', status: snmp.ErrorStatus.BadValue });
      }
    });
  }

  close(): void {
    this.#fail?.({ kind: 'unreachable', why: say('port.wasClosed') });
    this.#session.close();
  }

  #send(message: Message, done: (error: Error | null, rows: readonly Row[]) => void): void {
    const answer = (error: Error | null, varbinds?: readonly (snmp.Varbind | snmp.Varbind[])[]): void =>
      done(error, (varbinds ?? []).flat().map(rowOf));
    switch (message.op) {
      case 'get':
        this.#session.get([...message.oids], answer);
        return;
      case 'next':
        this.#session.getNext([...message.oids], answer);
        return;
      case 'bulk':
        this.#session.getBulk([message.oid], 0, message.rows, answer);
        return;
      case 'set':
        this.#session.set(message.writes.map(varbindOf), answer);
    }
  }

  #silence(): Answered {
    return this.#sawGarbage ? { kind: 'garbled' } : { kind: 'silent' };
  }

  #failure(error: Error): Answered {
    if (error.name === 'RequestTimedOutError') return this.#silence();
    if (error instanceof snmp.RequestFailedError) {
      const blamed = /: ([\d.]+)$/.exec(error.message)?.[1];
      return { kind: 'refused', status: error.status, ...(blamed === undefined ? {} : { oid: blamed }) };
    }
    if (error instanceof snmp.ResponseInvalidError) {
      const unauthorized =
        error.code === snmp.ResponseInvalidCode.EAuthFailure ||
        error.code === snmp.ResponseInvalidCode.ECouldNotDecrypt;
      return unauthorized ? { kind: 'unauthorized', why: error.message } : { kind: 'garbled' };
    }
    return { kind: 'garbled' };
  }
}

function userOf({ user = '', auth, authPassword = '', privacy, privacyPassword = '' }: SnmpOptions): snmp.User {
  if (auth === undefined) return { name: user, level: snmp.SecurityLevel.noAuthNoPriv };
  const authenticated = { name: user, authProtocol: AUTH[auth], authKey: authPassword };
  if (privacy === undefined) return { ...authenticated, level: snmp.SecurityLevel.authNoPriv };
  return {
    ...authenticated,
    level: snmp.SecurityLevel.authPriv,
    privProtocol: PRIVACY[privacy],
    privKey: privacyPassword,
  };
}

function rowOf(varbind: snmp.Varbind): Row {
  const { oid } = varbind;
  const kind: number | undefined = varbind.type;
  const end = kind === snmp.ObjectType.EndOfMibView;
  const type = typeOf(kind);
  const value: unknown = varbind.value;
  if (type === undefined || value === null || value === undefined) return { oid, value: null, end };
  if (Buffer.isBuffer(value)) return { oid, end, value: { type, value: fromBytes(type, value) } };
  const plain = typeof value === 'number' ? value : typeof value === 'string' ? value : null;
  return { oid, end, value: plain === null ? null : { type, value: plain } };
}

function fromBytes(type: SnmpType, bytes: Buffer): number | string {
  if (type !== 'Counter64') return bytes.toString('latin1');
  return Number(bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`));
}

function varbindOf({ oid, value }: { readonly oid: string; readonly value: SnmpValue }): snmp.Varbind {
  const bytes = value.type === 'OctetString' || value.type === 'Opaque';
  return {
    oid,
    type: tagOf(value.type),
    value: bytes ? Buffer.from(String(value.value), 'latin1') : value.value,
  };
}
