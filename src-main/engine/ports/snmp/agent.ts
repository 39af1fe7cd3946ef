/**
 * Serves a simulated UPS as an SNMP agent over UDP: versions 1, 2c and 3. Messages, users and encryption are
 * net-snmp's; what is answered comes from the simulator at the moment it is asked, which net-snmp's own tables, filled
 * in advance, could not do.
 */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import snmp from 'net-snmp';
import type { Simulator, SnmpValue } from '../../../../drivers/driver.ts';
import { compareOids } from '../../../../drivers/kit/oid/oid.ts';
import { AppError } from '../../../../src-shared/errors.ts';
import { tagOf, typeOf } from './types.ts';

/** Bad habits of agents, for tests. May be changed while the agent runs. */
export interface Behaviour {
  silent?: boolean;
  latencyMs?: number;
  /** Answers `tooBig` to requests for more variables than this. */
  mostVariables?: number;
  /** Answers nothing to requests for more variables than this. */
  silentAbove?: number;
  /** Walks never end: always a new row, or always the same one. */
  walk?: 'endless' | 'stuck';
  /** Sends bytes that are no SNMP in place of answers. */
  garbage?: boolean;
  /** Answers `genErr` to any request that asks for this. */
  stumblesOver?: string;
  /** Changes what is answered. */
  rows?: (rows: ReadonlyMap<string, SnmpValue>) => ReadonlyMap<string, SnmpValue>;
}

/** Where and to whom an agent answers. */
export interface SnmpServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** All of them may read and write. */
  readonly communities: readonly string[];
  /** Users of version 3. */
  readonly users?: readonly snmp.User[];
  readonly behaviour?: Behaviour;
  /** Called with what every message asks for, before it is answered. */
  readonly onRequest?: (oids: readonly string[]) => void;
}

/** How often an agent was asked. */
export interface RequestCounts {
  messages: number;
  /** Variables in all messages together. */
  variables: number;
  sets: number;
}

/** An agent being served. */
export interface SnmpServer {
  readonly port: number;
  readonly counts: RequestCounts;
  close(): Promise<void>;
}

interface Varbind {
  oid: string;
  type: number;
  value: number | string | Buffer | null;
}

interface ResponsePdu {
  varbinds: Varbind[];
  errorStatus?: number;
  errorIndex?: number;
}

interface RequestMessage {
  readonly version: number;
  readonly pdu: {
    readonly varbinds: { oid: string; type?: number; value?: unknown }[];
    readonly nonRepeaters: number;
    readonly maxRepetitions: number;
    getResponsePduForRequest(): ResponsePdu;
  };
}

type Handler = (socket: Socket, message: RequestMessage, from: RemoteInfo) => void;

/** The parts of net-snmp's agent that are replaced or used; its types call it `any`. */
interface NetSnmpAgent {
  getRequest: Handler;
  setRequest: Handler;
  getNextRequest: Handler;
  getBulkRequest: Handler;
  sendResponse(socket: Socket, from: RemoteInfo, message: RequestMessage, response: ResponsePdu): void;
  getAuthorizer(): { addCommunity(community: string): void; addUser(user: snmp.User): void };
}

const { ObjectType, ErrorStatus } = snmp;
const MOST_ROWS = 100;
const END: number = ObjectType.EndOfMibView;

/** Rejects with an `AppError` ('in-use', 'permission-denied', 'bad-input') where the port cannot be had. */
export async function serveSnmp(options: SnmpServerOptions, simulator: Simulator['snmp']): Promise<SnmpServer> {
  const socket = await bind(options);
  const behaviour = options.behaviour ?? {};
  const counts: RequestCounts = { messages: 0, variables: 0, sets: 0 };
  // net-snmp binds by itself, but to port 161 where 0 is asked for.
  Object.assign(socket, { bind: () => socket });
  const created: unknown = snmp.createAgent(
    { dgramModule: { createSocket: () => socket }, accessControlModelType: snmp.AccessControlModelType.None },
    // What is not for this agent (another community, no SNMP at all) is passed over in silence, as agents do.
    () => {},
  );
  if (!isAgent(created)) throw new TypeError('net-snmp makes agents of another shape than expected.');
  for (const community of options.communities) created.getAuthorizer().addCommunity(community);
  for (const user of options.users ?? []) created.getAuthorizer().addUser(user);
  new Requests(created, simulator, behaviour, counts, options.onRequest).takeOver();
  return {
    port: socket.address().port,
    counts,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function bind({ host, port }: SnmpServerOptions): Promise<Socket> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  return new Promise((resolve, reject) => {
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const where = `UDP port ${port} of ${host}`;
      if (error.code === 'EADDRINUSE') reject(new AppError('in-use', `${where} is in use. Choose another port.`));
      else if (error.code === 'EACCES') {
        reject(new AppError('permission-denied', `${where} is not for everyone. Choose a port above 1023.`));
      } else
        reject(
          new AppError('bad-input', `${where} cannot be had (${error.message}). Choose an address of this computer.`),
        );
    });
    socket.bind(port, host, () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

function isAgent(created: unknown): created is NetSnmpAgent {
  return typeof created === 'object' && created !== null && 'getRequest' in created && 'sendResponse' in created;
}

/** Answers requests in place of net-snmp's own tables. */
class Requests {
  readonly #agent: NetSnmpAgent;
  readonly #simulator: Simulator['snmp'];
  readonly #behaviour: Behaviour;
  readonly #counts: RequestCounts;
  readonly #onRequest: SnmpServerOptions['onRequest'];

  constructor(
    agent: NetSnmpAgent,
    simulator: Simulator['snmp'],
    behaviour: Behaviour,
    counts: RequestCounts,
    onRequest: SnmpServerOptions['onRequest'],
  ) {
    this.#agent = agent;
    this.#simulator = simulator;
    this.#behaviour = behaviour;
    this.#counts = counts;
    this.#onRequest = onRequest;
  }

  takeOver(): void {
    this.#agent.getRequest = this.#handler((message) => this.#get(message));
    this.#agent.getNextRequest = this.#handler((message) => this.#next(message, 0, 1));
    this.#agent.getBulkRequest = this.#handler((message) =>
      this.#next(message, message.pdu.nonRepeaters, Math.min(message.pdu.maxRepetitions, MOST_ROWS)),
    );
    this.#agent.setRequest = this.#handler((message) => this.#set(message));
  }

  #handler(answer: (message: RequestMessage) => Partial<ResponsePdu> | null): Handler {
    return (socket, message, from) => {
      this.#counts.messages += 1;
      this.#counts.variables += message.pdu.varbinds.length;
      const { silent, latencyMs, garbage, silentAbove, mostVariables, stumblesOver } = this.#behaviour;
      const asked = message.pdu.varbinds;
      this.#onRequest?.(asked.map(({ oid }) => oid));
      if (silent === true || (silentAbove !== undefined && asked.length > silentAbove)) return;
      if (garbage === true) {
        socket.send(Buffer.from('300cffff\u0000no SNMP'), from.port, from.address);
        return;
      }
      const stumble = stumblesOver === undefined ? -1 : asked.findIndex(({ oid }) => oid === stumblesOver);
      let answered: Partial<ResponsePdu> | null;
      if (mostVariables !== undefined && asked.length > mostVariables)
        answered = { errorStatus: ErrorStatus.TooBig, varbinds: [] };
      else if (stumble >= 0) answered = refusal(message, ErrorStatus.GeneralError, stumble);
      else answered = answer(message);
      // A UPS whose link is cut has no rows, and its agent says nothing.
      if (answered === null) return;
      const response = Object.assign(message.pdu.getResponsePduForRequest(), answered);
      const send = (): void => this.#agent.sendResponse(socket, from, message, response);
      if (latencyMs === undefined) send();
      else setTimeout(send, latencyMs).unref();
    };
  }

  #rows(): ReadonlyMap<string, SnmpValue> | null {
    const rows = this.#simulator.rows();
    if (rows.size === 0) return null;
    return this.#behaviour.rows?.(rows) ?? rows;
  }

  #get(message: RequestMessage): Partial<ResponsePdu> | null {
    const rows = this.#rows();
    if (rows === null) return null;
    const found = message.pdu.varbinds.map(({ oid }) => ({ oid, value: rows.get(oid) }));
    const missing = found.findIndex(({ value }) => value === undefined);
    if (message.version === snmp.Version1 && missing >= 0) return refusal(message, ErrorStatus.NoSuchName, missing);
    return {
      varbinds: found.map(({ oid, value }) =>
        value === undefined ? { oid, type: ObjectType.NoSuchInstance, value: null } : varbind(oid, value),
      ),
    };
  }

  #next(message: RequestMessage, once: number, repetitions: number): Partial<ResponsePdu> | null {
    const rows = this.#rows();
    if (rows === null) return null;
    const sorted = [...rows.keys()].toSorted(compareOids);
    const varbinds: Varbind[] = [];
    let from = message.pdu.varbinds.map(({ oid }) => oid);
    for (let round = 0; round < repetitions && from.length > 0; round += 1) {
      const step = from.map((oid) => this.#after(oid, sorted, rows));
      const end = step.findIndex(({ type }) => type === END);
      if (message.version === snmp.Version1 && end >= 0) return refusal(message, ErrorStatus.NoSuchName, end);
      varbinds.push(...step);
      // The first so many variables are asked for only once (RFC 3416, GetBulkRequest).
      from = step.slice(round === 0 ? once : 0).map(({ oid }) => oid);
      if (step.every(({ type }) => type === END)) break;
    }
    return { varbinds };
  }

  #after(oid: string, sorted: readonly string[], rows: ReadonlyMap<string, SnmpValue>): Varbind {
    if (this.#behaviour.walk === 'stuck') return varbind(oid, { type: 'Integer', value: 1 });
    if (this.#behaviour.walk === 'endless') return varbind(`${oid}.1`, { type: 'Integer', value: 1 });
    const next = sorted.find((each) => compareOids(each, oid) > 0);
    const value = next === undefined ? undefined : rows.get(next);
    return next === undefined || value === undefined
      ? { oid, type: ObjectType.EndOfMibView, value: null }
      : varbind(next, value);
  }

  #set(message: RequestMessage): Partial<ResponsePdu> | null {
    if (this.#rows() === null) return null;
    this.#counts.sets += 1;
    for (const [index, { oid, type, value }] of message.pdu.varbinds.entries()) {
      const given = valueOf(type, value);
      const done = given === null ? 'wrongType' : this.#simulator.set(oid, given);
      if (done !== 'done') return refusal(message, STATUS[done], index);
    }
    return { varbinds: message.pdu.varbinds.map(({ oid, type, value }) => echo(oid, type, value)) };
  }
}

const STATUS = {
  notWritable: ErrorStatus.NotWritable,
  wrongType: ErrorStatus.WrongType,
  wrongValue: ErrorStatus.WrongValue,
  noSuchName: ErrorStatus.NoCreation,
} as const;

/** A refusal hands the variables back and points at the one to blame, counted from 1. */
function refusal(message: RequestMessage, errorStatus: number, index: number): Partial<ResponsePdu> {
  const varbinds = message.pdu.varbinds.map(({ oid }) => ({ oid, type: ObjectType.Null, value: null }));
  return { errorStatus, errorIndex: index + 1, varbinds };
}

function varbind(oid: string, { type, value }: SnmpValue): Varbind {
  const bytes = type === 'OctetString' || type === 'Opaque';
  if (type === 'Counter64') return { oid, type: tagOf(type), value: bigEndian(Number(value)) };
  return { oid, type: tagOf(type), value: bytes ? Buffer.from(String(value), 'latin1') : value };
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function valueOf(type: number | undefined, value: unknown): SnmpValue | null {
  const name = typeOf(type);
  if (name === undefined) return null;
  if (Buffer.isBuffer(value)) return { type: name, value: value.toString('latin1') };
  return typeof value === 'number' || typeof value === 'string' ? { type: name, value } : null;
}

function echo(oid: string, type: number | undefined, value: unknown): Varbind {
  const given = valueOf(type, value);
  return given === null ? { oid, type: ObjectType.Null, value: null } : varbind(oid, given);
}
