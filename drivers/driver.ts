/**
 * The driver contract. A driver is pure: bytes in, values out. It never does input or output, reads no clock and
 * keeps no state outside its conversations; what it wants to ask it yields, and the session asks for it.
 */
import type { PortKindName } from '../src-shared/address/kinds.ts';
import type { CommandName, StatusWord, VarName, Vars } from '../src-shared/nut/index.ts';
import type { ArgumentText } from '../src-shared/texts/arguments.ts';
import type { UpsModel } from '../src-shared/ups-model/index.ts';

/** How the end of a reply on a byte stream is recognised. */
export type Framing =
  /** The reply ends with this byte, which is part of the answer. */
  | { readonly until: number }
  /** The reply has this many bytes. */
  | { readonly length: number }
  /** The reply ends when the line has been quiet for this many milliseconds. */
  | { readonly idleMs: number }
  /**
   * A protocol with its own framing: given all bytes so far, the length of the whole frame, `'more'` when it is not
   * whole yet, or `'garbled'` when no continuation can make it whole (the session drops the bytes). `idleMs` is for
   * devices that leave the terminator away: whole as it is, unless more comes within so many milliseconds.
   */
  | { readonly frame: (buffered: Uint8Array) => number | 'more' | 'garbled' | { readonly idleMs: number } }
  /** The device says nothing to this. */
  | 'none';

/** Bytes to a stream and the reply expected, or a pause in the conversation. */
export type StreamRequest =
  | {
      readonly op: 'exchange';
      readonly send: Uint8Array;
      readonly reply: Framing;
      /** Overrides the session's time limit for this exchange, in milliseconds. */
      readonly timeoutMs?: number;
      /** Pause between the bytes sent, in milliseconds, for devices that drop bytes sent back to back. */
      readonly paceMs?: number;
      /** Asking twice would do something twice (a toggle, a timer): the session must not repeat it. */
      readonly once?: boolean;
      /** Those of the driver's `alertBytes` that may be part of this reply: they are left in it and are no news. */
      readonly keep?: readonly number[];
    }
  /** Says nothing for so many milliseconds; answered with zero bytes. */
  | { readonly op: 'pause'; readonly ms: number };

/**
 * A HID report asked for, written, or a string descriptor read. Report bytes exclude the report id, also in `length`;
 * a string is answered with the whole string descriptor as on the wire (USB 2.0, 9.6.7), so that a cut one shows.
 */
export type HidRequest =
  | { readonly op: 'get'; readonly kind: 'feature' | 'input'; readonly report: number; readonly length: number }
  | { readonly op: 'set'; readonly kind: 'feature' | 'output'; readonly report: number; readonly data: Uint8Array }
  | { readonly op: 'string'; readonly index: number };

/** The SNMP types that UPS agents answer with (RFC 3416). */
export type SnmpType =
  | 'Integer'
  | 'OctetString'
  | 'ObjectIdentifier'
  | 'IpAddress'
  | 'Counter32'
  | 'Gauge32'
  | 'TimeTicks'
  | 'Opaque'
  | 'Counter64';

/** One SNMP value. Numeric types hold a number; OctetString holds one character per byte (Latin-1). */
export interface SnmpValue {
  readonly type: SnmpType;
  readonly value: number | string;
}

/** An SNMP operation. OIDs are dotted without a leading dot, instances included. */
export type SnmpRequest =
  | { readonly op: 'get'; readonly oids: readonly string[] }
  /** Every instance below `root`, at most `limit` rows. */
  | { readonly op: 'walk'; readonly root: string; readonly limit: number }
  | {
      readonly op: 'set';
      readonly oid: string;
      readonly value: SnmpValue;
      /** Written in the same message, before `oid`: all of it takes effect or nothing (RFC 1628, upsTestSpinLock). */
      readonly before?: readonly { readonly oid: string; readonly value: SnmpValue }[];
    };

/** What can be asked on each kind of port. */
export interface Wire extends Readonly<Record<PortKindName, unknown>> {
  readonly stream: StreamRequest;
  readonly hid: HidRequest;
  readonly snmp: SnmpRequest;
}

/** What comes back on each kind of port. An OID that the agent does not have is missing from the map. */
export interface Answer {
  readonly stream: Uint8Array;
  readonly hid: Uint8Array;
  readonly snmp: ReadonlyMap<string, SnmpValue>;
}

/** What the transport knows of a device before anything is asked. */
export interface PortFacts {
  readonly stream: { readonly usb?: { readonly vendor: number; readonly product: number } };
  readonly hid: {
    readonly vendor: number;
    readonly product: number;
    readonly release: number;
    readonly descriptor: Uint8Array;
    /** The descriptor is not the device's own, but was recorded of a device of its name. */
    readonly borrowed?: boolean;
    readonly manufacturer?: string;
    readonly productName?: string;
    readonly serial?: string;
  };
  /** Agents say who they are themselves; the driver asks. */
  readonly snmp: { readonly version: '1' | '2c' | '3' };
}

/** What the device said without being asked, on each kind of port. */
export interface Unasked {
  readonly stream: Uint8Array;
  readonly hid: { readonly report: number; readonly data: Uint8Array };
  readonly snmp: ReadonlyMap<string, SnmpValue>;
}

/** The kinds of port. */
export type PortKind = keyof Wire;

/** Why there is no answer. */
export type Fault =
  /** Nothing came in time. */
  | 'timeout'
  /** Something came, but not in the expected frame. */
  | 'garbled'
  /** The device said no (SNMP error status, HID stall). */
  | 'refused'
  /** The port went away. */
  | 'closed';

/** An answer, or why there is none. Faults are values: the driver decides what they mean. */
export type Reply<P extends PortKind> =
  | { readonly ok: true; readonly data: Answer[P] }
  /** `partial` holds the bytes that did come, where a stream reply broke off. */
  | { readonly ok: false; readonly fault: Fault; readonly partial?: Answer[P] };

/** A conversation: yields requests, is handed replies, returns a result. */
export type Talk<P extends PortKind, R> = Generator<Wire[P], R, Reply<P>>;

/** Where this protocol may be found, as data. */
export type Fingerprint =
  | { readonly usb: { readonly vendor: number; readonly product?: number } }
  | {
      readonly serial: {
        readonly baud: number;
        readonly dtr?: boolean;
        readonly rts?: boolean;
        readonly parity?: 'none' | 'even' | 'odd';
      };
    }
  | { readonly sysObjectId: string };

/** What one conversation learned. */
export interface Readings {
  readonly vars: Vars;
  /** Names in `vars` that Mainstay computed because the device does not report them. */
  readonly derived?: readonly VarName[];
  /**
   * What of `vars` was not observed in this conversation, but is as it was when it was last told or answered: names, and
   * those words of `ups.status` of which neither their being there nor their absence was observed. It proves nothing anew.
   */
  readonly kept?: { readonly vars: readonly VarName[]; readonly words: readonly StatusWord[] };
  /**
   * The device said something that contradicts itself, and that is not in `vars` for it: it should be asked at once. A
   * sentence for Diagnostics.
   */
  readonly doubt?: string;
  /** Asked for and not there: the name and the reason, for Diagnostics. The value is withdrawn, never zero. */
  readonly absent?: Readonly<Record<string, string>>;
  /**
   * What else there is to tell, for Diagnostics only and never published: values without a name in the vocabulary, the
   * state of the link. By whatever the protocol calls it, in words. Replaces what was told before; left out, it stays.
   */
  readonly extras?: Readonly<Record<string, string>>;
}

/** What a driver or a part of it stands on: recorded bytes of a real device, the document's own example, our reading of it. */
export type Proof = 'captured' | 'spec-example' | 'derived';

/** The device, as far as one conversation could tell. `M` is what the driver wants to remember of it. */
export interface Identity<M = unknown> extends Readings {
  /** `certain`: only this protocol answers so. `likely`: another could. */
  readonly confidence: 'certain' | 'likely';
  /** Which table or dialect of the driver fits. */
  readonly dialect?: string;
  /** What this device's table or dialect stands on, where that is something else than the driver's `proof`. */
  readonly proof?: Proof;
  readonly memory: M;
}

/** What became of a command or a setting. */
export type Outcome =
  /** The device acknowledged it. */
  | { readonly result: 'accepted' }
  /** The protocol has no acknowledgement; it was sent. */
  | { readonly result: 'sent' }
  /** The device said no. */
  | { readonly result: 'refused'; readonly why?: string }
  /** Nothing was sent: the argument is outside of what the protocol can express. */
  | { readonly result: 'invalid'; readonly why: string }
  /** The device did not answer. */
  | { readonly result: 'silent' };

/** One instant command. */
export interface Command<P extends PortKind> {
  /** What the argument means, as a key of the catalogue, with its unit, where the command takes one. */
  readonly argument?: { readonly text: ArgumentText; readonly unit?: string; readonly optional: boolean };
  run(argument?: string): Talk<P, Outcome>;
}

/** One variable that can be set. */
export interface Setting<P extends PortKind> {
  readonly values?: readonly string[];
  readonly range?: { readonly min: number; readonly max: number; readonly step?: number };
  readonly maxLength?: number;
  write(value: string): Talk<P, Outcome>;
}

/** What an identified device lets one do. */
export interface Abilities<P extends PortKind> {
  readonly commands: { readonly [C in CommandName]?: Command<P> };
  readonly settings: { readonly [V in VarName]?: Setting<P> };
}

/**
 * One protocol. `quick` polls read what protection needs; `full` polls read everything else, or everything.
 * Annotate implementations `const driver: Driver<'stream', Memory> = { ... }`.
 */
export interface Driver<P extends PortKind, M = unknown> {
  /** The id of the protocol's row, which is also its folder's name. */
  readonly id: string;
  readonly title: string;
  readonly port: P;
  readonly found: readonly Fingerprint[];
  /** Where the facts in this folder come from. */
  readonly sources: readonly string[];
  /** Dialects or tables that can be forced by name. */
  readonly dialects: readonly string[];
  /** Those of the dialects that stand on `derived` alone, whatever the driver as a whole stands on. */
  readonly unproven?: readonly string[];
  /** The strongest proof this driver stands on; `derived` alone makes it "unverified" to the user. */
  readonly proof: Proof;
  /** The bytes that identification sends, in words, and why they harm nothing that is no UPS. */
  readonly probe: { readonly sends: string; readonly harm: 'none' | 'low' };

  /** Null when the device does not speak this protocol. `dialect` forces a table. */
  identify(facts: PortFacts[P], dialect?: string): Talk<P, Identity<M> | null>;
  /** Null when the device gave no usable answer at all. */
  poll(depth: 'quick' | 'full', identity: Identity<M>): Talk<P, Readings | null>;
  abilities(identity: Identity<M>): Abilities<P>;
  /** Data that the device sent unasked: alerts, input reports. `before` is the state it changes. */
  overheard?(data: Unasked[P], identity: Identity<M>, before: Vars): Readings;
  /** Bytes that the device may send at any moment, also inside a reply; taken out of replies, given to `overheard`. */
  readonly alertBytes?: readonly number[];

  /** The device's side of the wire, driven by the shared UPS model. */
  simulate(ups: UpsModel, dialect?: string): Simulator[P];
}

/** The device's side of each kind of port. A simulator reads its UPS model at the moment it is asked. */
export interface Simulator {
  readonly stream: {
    /** Bytes that the host sent, in whatever pieces; returns what the device answers at once (maybe nothing). */
    receive(bytes: Uint8Array): Uint8Array;
    /** What the device says unasked since it was last called; the host calls it after each step of the model. */
    unasked(): Uint8Array;
  };
  readonly hid: {
    readonly facts: PortFacts['hid'];
    get(kind: 'feature' | 'input', report: number): Uint8Array | 'stall';
    set(kind: 'feature' | 'output', report: number, data: Uint8Array): 'done' | 'stall';
    /** Null is a stall. */
    string(index: number): string | null;
    /** Input reports to send since it was last called. */
    unasked(): readonly Unasked['hid'][];
  };
  readonly snmp: {
    /** Every instance the agent serves now, in any order. */
    rows(): ReadonlyMap<string, SnmpValue>;
    set(oid: string, value: SnmpValue): 'done' | 'notWritable' | 'wrongType' | 'wrongValue' | 'noSuchName';
  };
}

/** Any driver, still tied to its own kind of port. */
export type AnyDriver = { [P in PortKind]: Driver<P> }[PortKind];
