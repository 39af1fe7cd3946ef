/**
 * A USB HID device over USB/IP (kernel documentation, usb/usbip_protocol): the kernel's virtual host controller is
 * handed one end of a connection and talks to us as it would to a cable.
 */
import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Simulator } from '../../../drivers/driver.ts';

const CONTROLLER = '/sys/devices/platform/vhci_hcd.0';
const FULL_SPEED = 2;
/** Numbers of commands in the protocol. */
const COMMAND = { submit: 1, unlink: 2, submitted: 3, unlinked: 4 } as const;
const HEADER = 48;
/** Errors as the kernel counts them. */
const EPIPE = -32;
const ECONNRESET = -104;
/** Reports that wait for the host to ask for them; real devices keep one or two. */
const QUEUE_LIMIT = 16;

/** Kinds of report in the high byte of wValue (HID 1.11, 7.2.1). */
const KINDS = { 1: 'input', 2: 'output', 3: 'feature' } as const;

/** What went over the cable. */
export interface Transfers {
  gets: number;
  sets: number;
  stalls: number;
  interrupts: number;
}

type Answer = Buffer | 'done' | 'stall' | 'unplugged';

/** One device. It can be plugged in and pulled out. */
export class VirtualUsb {
  readonly transfers: Transfers = { gets: 0, sets: 0, stalls: 0, interrupts: 0 };
  /** Everything that the host has written, by report. */
  readonly written = new Map<number, Uint8Array[]>();
  /** Pull the plug in place of answering the next report of this kind. */
  unplugDuring: 'get' | 'set' | undefined;
  readonly #device: Simulator['hid'];
  readonly #numbered: boolean;
  #port: number | null = null;
  #server: Server | null = null;
  #kernel: Socket | null = null;
  #cable: Socket | null = null;
  #pending = Buffer.alloc(0);
  #asking: { readonly sequence: number; readonly length: number }[] = [];
  #queue: Buffer[] = [];

  /** `numbered`: reports begin with their id. */
  constructor(device: Simulator['hid'], numbered: boolean) {
    this.#device = device;
    this.#numbered = numbered;
  }

  /** Resolves once the kernel has the cable; it asks for descriptors after that. */
  async plug(port: number): Promise<void> {
    this.#port = port;
    const path = `\0virtual-usb-${process.pid}-${port}-${performance.now()}`;
    this.#server = createServer((socket) => this.#serve(socket)).listen(path);
    await new Promise((resolve) => this.#server?.once('listening', resolve));
    const kernel = connect({ path });
    this.#kernel = kernel;
    await new Promise((resolve, reject) => kernel.once('connect', resolve).once('error', reject));
    kernel.pause();
    // The controller takes a file descriptor of this process, and Node tells it nowhere else.
    const handle: unknown = Reflect.get(kernel, '_handle');
    if (typeof handle !== 'object' || handle === null) throw new Error('The connection has no handle.');
    const stop: unknown = Reflect.get(handle, 'readStop');
    if (typeof stop === 'function') Reflect.apply(stop, handle, []);
    const device = 0x1_0000 + port + 2;
    writeFileSync(`${CONTROLLER}/attach`, `${port} ${String(Reflect.get(handle, 'fd'))} ${device} ${FULL_SPEED}`);
  }

  unplug(): void {
    const port = this.#port;
    if (port === null) return;
    this.#port = null;
    writeFileSync(`${CONTROLLER}/detach`, String(port));
    for (const socket of [this.#kernel, this.#cable]) socket?.destroy();
    this.#server?.close();
  }

  /** An input report, given to the host when it asks. */
  send(report: number, data: Uint8Array): void {
    if (this.#port === null) return;
    this.#queue.push(this.#framed(report, data));
    if (this.#queue.length > QUEUE_LIMIT) this.#queue.shift();
    this.#deliver();
  }

  #deliver(): void {
    while (this.#asking.length > 0 && this.#queue.length > 0) {
      const [ask, report] = [this.#asking.shift(), this.#queue.shift()];
      if (ask === undefined || report === undefined) return;
      this.transfers.interrupts += 1;
      this.#return(ask.sequence, 0, report.subarray(0, ask.length));
    }
  }

  #framed(report: number, data: Uint8Array): Buffer {
    return Buffer.from(this.#numbered ? [report, ...data] : data);
  }

  #serve(socket: Socket): void {
    this.#cable = socket;
    this.#pending = Buffer.alloc(0);
    this.#asking = [];
    this.#queue = [];
    socket.on('data', (bytes) => {
      this.#pending = Buffer.concat([this.#pending, bytes]);
      while (this.#take());
    });
    // The kernel hangs up when the device is pulled out.
    socket.on('error', () => undefined);
  }

  /** Handles one whole command, if there is one. */
  #take(): boolean {
    const pending = this.#pending;
    if (pending.length < HEADER) return false;
    const [command, sequence] = [pending.readUInt32BE(0), pending.readUInt32BE(4)];
    if (command === COMMAND.unlink) {
      this.#pending = pending.subarray(HEADER);
      this.#unlink(sequence, pending.readUInt32BE(20));
      return true;
    }
    const inward = pending.readUInt32BE(12) === 1;
    const length = pending.readUInt32BE(24);
    const whole = HEADER + (inward ? 0 : length);
    if (pending.length < whole) return false;
    this.#pending = pending.subarray(whole);
    if (pending.readUInt32BE(16) !== 0) {
      if (inward) this.#asking.push({ sequence, length });
      else this.#return(sequence, EPIPE);
      this.#deliver();
      return true;
    }
    const answer = this.#control(pending.subarray(40, HEADER), pending.subarray(HEADER, whole));
    if (answer === 'unplugged') {
      this.unplug();
      return false;
    }
    if (answer === 'stall') {
      this.transfers.stalls += 1;
      this.#return(sequence, EPIPE);
    } else if (answer === 'done') this.#return(sequence, 0, undefined, inward ? 0 : length);
    else this.#return(sequence, 0, answer.subarray(0, length));
    return true;
  }

  #unlink(sequence: number, victim: number): void {
    const at = this.#asking.findIndex((ask) => ask.sequence === victim);
    if (at !== -1) this.#asking.splice(at, 1);
    const header = Buffer.alloc(HEADER);
    header.writeUInt32BE(COMMAND.unlinked, 0);
    header.writeUInt32BE(sequence, 4);
    header.writeInt32BE(at === -1 ? 0 : ECONNRESET, 20);
    this.#cable?.write(header);
  }

  #return(sequence: number, status: number, data: Buffer = Buffer.alloc(0), length = data.length): void {
    const header = Buffer.alloc(HEADER);
    header.writeUInt32BE(COMMAND.submitted, 0);
    header.writeUInt32BE(sequence, 4);
    header.writeInt32BE(status, 20);
    header.writeUInt32BE(length, 24);
    this.#cable?.write(Buffer.concat([header, data]));
  }

  /** A control transfer: standard requests (USB 2.0, 9.4) and those of the HID class (HID 1.11, 7.2). */
  #control(setup: Buffer, data: Buffer): Answer {
    const [type = 0, request = 0] = setup;
    const [low, high] = [setup.readUInt8(2), setup.readUInt8(3)];
    switch (`${type.toString(16)} ${request}`) {
      case '80 6':
        if (high === 1) return this.#deviceDescriptor();
        if (high === 2) return this.#configuration();
        return high === 3 ? this.#string(low) : 'stall';
      case '81 6':
        if (high === 0x22) return Buffer.from(this.#device.facts.descriptor);
        return high === 0x21 ? this.#hidDescriptor() : 'stall';
      case 'a1 1':
        return this.#getReport(high, low);
      case '21 9':
        return this.#setReport(high, low, data);
      case '80 0':
        return Buffer.from([1, 0]);
      case '81 0':
      case '82 0':
        return Buffer.from([0, 0]);
      case '80 8':
        return Buffer.from([1]);
      case '81 10':
        return Buffer.from([0]);
      default:
        // SET_CONFIGURATION, SET_INTERFACE, CLEAR_FEATURE and SET_IDLE need no more than a nod.
        return (type & 0x80) === 0 ? 'done' : 'stall';
    }
  }

  #getReport(kindNumber: number, report: number): Answer {
    if (this.unplugDuring === 'get') return 'unplugged';
    this.transfers.gets += 1;
    const kind = kindNumber === 1 ? KINDS[1] : KINDS[3];
    const data = this.#device.get(kind, report);
    return data === 'stall' ? 'stall' : this.#framed(report, data);
  }

  #setReport(kindNumber: number, report: number, bytes: Buffer): Answer {
    if (this.unplugDuring === 'set') return 'unplugged';
    this.transfers.sets += 1;
    const kind = kindNumber === 2 ? KINDS[2] : KINDS[3];
    const data = Uint8Array.from(this.#numbered ? bytes.subarray(1) : bytes);
    this.written.set(report, [...(this.written.get(report) ?? []), data]);
    return this.#device.set(kind, report, data);
  }

  #string(index: number): Answer {
    if (index === 0) return Buffer.from([4, 3, 9, 4]);
    const text = this.#device.string(index) ?? this.#named().find(([at]) => at === index)?.[1];
    if (text === undefined) return 'stall';
    const bytes = Buffer.from(text, 'utf16le');
    return Buffer.concat([Buffer.from([2 + bytes.length, 3]), bytes]);
  }

  /** Indexes of manufacturer, product and serial number: those under which the device has the texts, or high ones. */
  #named(): readonly (readonly [number, string | undefined])[] {
    const { manufacturer, productName, serial } = this.#device.facts;
    return [manufacturer, productName, serial].map((text, order) => {
      if (text === undefined) return [0, undefined];
      for (let index = 1; index < 32; index += 1) if (this.#device.string(index) === text) return [index, text];
      return [0xf1 + order, text];
    });
  }

  #deviceDescriptor(): Buffer {
    const { vendor, product, release } = this.#device.facts;
    const indexes = this.#named().map(([index]) => index);
    return Buffer.from([
      18,
      1,
      ...le(0x0200),
      0,
      0,
      0,
      8,
      ...le(vendor),
      ...le(product),
      ...le(release),
      ...indexes,
      1,
    ]);
  }

  #configuration(): Buffer {
    const head = [9, 2, ...le(9 + 9 + 9 + 7), 1, 1, 0, 0xe0, 1];
    const endpoint = [7, 5, 0x81, 3, ...le(64), 10];
    return Buffer.from([...head, 9, 4, 0, 0, 1, 3, 0, 0, 0, ...this.#hidDescriptor(), ...endpoint]);
  }

  #hidDescriptor(): Buffer {
    return Buffer.from([9, 0x21, ...le(0x0110), 0, 1, 0x22, ...le(this.#device.facts.descriptor.length)]);
  }
}

function le(value: number): readonly [number, number] {
  return [value & 0xff, value >> 8];
}
