/**
 * A HID device without USB, over /dev/uhid (kernel documentation, hid/uhid; include/uapi/linux/uhid.h): the kernel asks a
 * program for reports. Programs that read `hidraw` see it; those that go by USB, as NUT's drivers do, do not.
 */
import { Buffer } from 'node:buffer';
import { closeSync, constants, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../../drivers/driver.ts';
import type { Transfers } from './virtual-usb.ts';

const FILE = '/dev/uhid';
/** Kinds of event. */
const EVENT = { destroy: 1, get: 9, answered: 10, create: 11, input: 12, set: 13, done: 14 } as const;
/** Kinds of report. */
const KINDS = { 0: 'feature', 1: 'output', 2: 'input' } as const;
const BUS_USB = 3;
const EPIPE = 32;
/** The longest event: its number, and that of the creation. */
const LONGEST = 4 + 128 + 64 + 64 + 2 + 2 + 4 * 4 + 4096;
/** How often the kernel's questions are looked for; it waits seconds for an answer. Milliseconds. */
const LOOK = 3;
const FOUND_LIMIT = 10_000;

/** One device. It is there until it is taken away. */
export class VirtualHid {
  readonly transfers: Transfers = { gets: 0, sets: 0, stalls: 0, interrupts: 0 };
  readonly written = new Map<number, Uint8Array[]>();
  readonly #device: Simulator['hid'];
  readonly #numbered: boolean;
  readonly #file: number;
  readonly #timer: NodeJS.Timeout;
  #gone = false;

  /** `numbered`: reports begin with their id. */
  constructor(device: Simulator['hid'], numbered: boolean) {
    this.#device = device;
    this.#numbered = numbered;
    this.#file = openSync(FILE, constants.O_RDWR | constants.O_NONBLOCK);
    this.#create();
    this.#timer = setInterval(() => this.#look(), LOOK);
  }

  /** Resolves once the kernel has made its node. */
  async ready(): Promise<void> {
    const { vendor, product } = this.#device.facts;
    const id = [vendor, product].map((each) => each.toString(16).padStart(8, '0').toUpperCase()).join(':');
    const deadline = performance.now() + FOUND_LIMIT;
    const there = (): boolean =>
      readdirSync('/sys/class/hidraw').some((name) =>
        readFileSync(`/sys/class/hidraw/${name}/device/uevent`, 'utf8').includes(id),
      );
    while (!there()) {
      if (performance.now() > deadline) throw new Error(`The kernel made no node for ${id}.`);
      await sleep(20);
    }
  }

  unplug(): void {
    if (this.#gone) return;
    this.#gone = true;
    clearInterval(this.#timer);
    this.#write(EVENT.destroy, Buffer.alloc(0));
    closeSync(this.#file);
  }

  /** An input report. */
  send(report: number, data: Uint8Array): void {
    if (this.#gone) return;
    this.transfers.interrupts += 1;
    this.#write(EVENT.input, sized(this.#framed(report, data)));
  }

  #create(): void {
    const { vendor, product, release, productName = '', serial = '', descriptor } = this.#device.facts;
    const fixed = Buffer.alloc(128 + 64 + 64 + 2 + 2 + 4 * 4);
    fixed.write(productName, 0, 127, 'utf8');
    fixed.write(serial, 192, 63, 'utf8');
    fixed.writeUInt16LE(descriptor.length, 256);
    fixed.writeUInt16LE(BUS_USB, 258);
    for (const [place, value] of [vendor, product, release, 0].entries()) fixed.writeUInt32LE(value, 260 + 4 * place);
    this.#write(EVENT.create, Buffer.concat([fixed, descriptor]));
  }

  /** Answers what the kernel has asked since. */
  #look(): void {
    const event = Buffer.alloc(LONGEST);
    for (;;) {
      try {
        readSync(this.#file, event);
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EAGAIN') return;
        throw thrown;
      }
      const kind = event.readUInt32LE(0);
      const [question, report, type] = [event.readUInt32LE(4), event.readUInt8(8), event.readUInt8(9)];
      if (kind === EVENT.get) this.#get(question, report, type === 2 ? KINDS[2] : KINDS[0]);
      if (kind === EVENT.set) {
        const data = event.subarray(12, 12 + event.readUInt16LE(10));
        this.#set(question, report, type === 1 ? KINDS[1] : KINDS[0], data);
      }
    }
  }

  #get(question: number, report: number, kind: 'feature' | 'input'): void {
    this.transfers.gets += 1;
    const data = this.#device.get(kind, report);
    if (data === 'stall') this.transfers.stalls += 1;
    const answer = data === 'stall' ? Buffer.alloc(0) : this.#framed(report, data);
    this.#write(EVENT.answered, Buffer.concat([numbers(question, data === 'stall' ? EPIPE : 0), sized(answer)]));
  }

  #set(question: number, report: number, kind: 'feature' | 'output', bytes: Buffer): void {
    this.transfers.sets += 1;
    const data = Uint8Array.from(this.#numbered ? bytes.subarray(1) : bytes);
    this.written.set(report, [...(this.written.get(report) ?? []), data]);
    this.#write(EVENT.done, numbers(question, this.#device.set(kind, report, data) === 'stall' ? EPIPE : 0));
  }

  #framed(report: number, data: Uint8Array): Buffer {
    return Buffer.from(this.#numbered ? [report, ...data] : data);
  }

  #write(kind: number, rest: Buffer): void {
    const head = Buffer.alloc(4);
    head.writeUInt32LE(kind);
    writeSync(this.#file, Buffer.concat([head, rest]));
  }
}

function numbers(question: number, error: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUInt32LE(question, 0);
  bytes.writeUInt16LE(error, 4);
  return bytes;
}

function sized(data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(data.length);
  return Buffer.concat([length, data]);
}
