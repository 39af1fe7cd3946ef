/** HID devices through the system's own HID driver: reports as they come, feature reports, texts. */
import { access, constants } from 'node:fs/promises';
import type { HIDAsync } from 'node-hid';
import type { Fault, PortFacts, Reply, Unasked, Wire } from '../../../../drivers/driver.ts';
import type { ErrorValue, Result } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Described, DescriptorSource } from './descriptor-source.ts';
import { platformDescriptors } from './descriptor-sources.ts';
import type { HidDevice } from './device.ts';
import { listHidDevices } from './devices.ts';
import { chooseHid, type HidChoice } from './choice.ts';
import { deniedError, describeHid, openError, takenError } from './trouble.ts';
import type { Transport } from '../transport.ts';

/** A way to the device that this choice names, looked up anew each time it is opened. */
export function hidTransport(choice: HidChoice, label: string): Transport<'hid'> {
  return new HidTransport(choice, label, platformDescriptors());
}

/** Unplugged, or taken away: the system needs a moment until its lists say which. Milliseconds. */
const SETTLE_MS = 150;

class HidTransport implements Transport<'hid'> {
  readonly kind = 'hid';
  readonly label: string;
  readonly #choice: HidChoice;
  readonly #source: DescriptorSource;
  #handle: HIDAsync | null = null;
  #device: HidDevice | null = null;
  #remark: string | undefined;
  #numbered = true;
  #strings: ReadonlyMap<number, string> = new Map();
  readonly #inputs = new Map<number, Uint8Array>();
  #listener: ((data: Unasked['hid']) => void) | null = null;
  #onGone: ((why: string) => void) | null = null;
  #closed = false;

  constructor(choice: HidChoice, label: string, source: DescriptorSource) {
    this.label = label;
    this.#choice = choice;
    this.#source = source;
  }

  async open(): Promise<Result<PortFacts['hid']>> {
    const chosen = chooseHid(await listHidDevices(), this.#choice);
    if (!chosen.ok) return chosen;
    const device = chosen.value;
    const { path } = device;
    if (path === undefined) return { ok: false, error: await takenError(device) };
    const denied = await refusal(device, path);
    if (denied !== undefined) return { ok: false, error: denied };
    const descriptor = await this.#source.read(device, path);
    if (!descriptor.ok) return descriptor;
    try {
      const { HIDAsync: Hid } = await import('node-hid');
      // On macOS the system watches UPSes as well; sharing is the only way.
      this.#handle = await Hid.open(path, { nonExclusive: true });
    } catch (thrown) {
      return { ok: false, error: openError(device, reasonOf(thrown)) };
    }
    this.#device = device;
    this.#remark = descriptor.value.remark;
    this.#strings = device.strings ?? new Map();
    this.#numbered = hasReportIds(descriptor.value.bytes);
    this.#handle.on('error', () => void this.#lost());
    this.#handle.on('data', (bytes: Buffer) => this.#heard(bytes));
    // node-hid begins to read a tick later, and throws out of nowhere when the device is closed by then.
    await new Promise(setImmediate);
    return { ok: true, value: factsOf(device, descriptor.value) };
  }

  async request(wire: Wire['hid'], timeoutMs: number): Promise<Reply<'hid'>> {
    const handle = this.#handle;
    if (handle === null || this.#closed) return { ok: false, fault: 'closed' };
    if (wire.op === 'string') return this.#text(wire.index);
    const reply = await limited(transfer(handle, wire), timeoutMs);
    if (reply.ok || reply.fault !== 'refused' || wire.op !== 'get' || wire.kind !== 'input') return reply;
    // What a device gives only unasked is as it was last heard.
    const heard = this.#inputs.get(wire.report);
    return heard === undefined ? reply : { ok: true, data: heard };
  }

  notes(): readonly string[] {
    return this.#remark === undefined ? [] : [this.#remark];
  }

  listen(listener: (data: Unasked['hid']) => void): void {
    this.#listener = listener;
  }

  onGone(listener: (why: string) => void): void {
    this.#onGone = listener;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const handle = this.#handle;
    this.#handle = null;
    // A device that is gone has nothing to close.
    await handle?.close().catch(() => undefined);
  }

  #text(index: number): Reply<'hid'> {
    const said = this.#strings.get(index);
    if (said === undefined) return { ok: false, fault: 'refused' };
    // As the device sent it: length, descriptor type, and text as UTF-16 (USB 2.0, 9.6.7).
    const text = Buffer.from(said, 'utf16le');
    return { ok: true, data: Uint8Array.from([2 + text.length, 3, ...text]) };
  }

  #heard(bytes: Uint8Array): void {
    if (this.#closed || bytes.length === 0) return;
    const report = this.#numbered ? (bytes[0] ?? 0) : 0;
    const data = Uint8Array.from(this.#numbered ? bytes.subarray(1) : bytes);
    this.#inputs.set(report, data);
    this.#listener?.({ report, data });
  }

  async #lost(): Promise<void> {
    const [device, tell] = [this.#device, this.#onGone];
    this.#onGone = null;
    if (device === null || tell === null || this.#closed) return;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    if (this.#closed) return;
    const left = (await listHidDevices()).find(
      ({ port, usbInterface }) => port !== undefined && port === device.port && usbInterface === device.usbInterface,
    );
    tell(
      left?.takenBy === undefined
        ? say('port.unplugged', { device: describeHid(device) })
        : (await takenError(left)).message,
    );
  }
}

async function transfer(handle: HIDAsync, wire: Exclude<Wire['hid'], { op: 'string' }>): Promise<Reply<'hid'>> {
  try {
    if (wire.op === 'get') {
      // node-hid asks for feature reports only; devices answer with the input report of that number as well (NUT asks
      // for every report as a feature, drivers/libusb1.c).
      const bytes = await handle.getFeatureReport(wire.report, wire.length + 1);
      // The first byte repeats the report's number, or is 0 where reports have none.
      return { ok: true, data: Uint8Array.from(bytes.subarray(1)) };
    }
    const bytes = [wire.report, ...wire.data];
    await (wire.kind === 'feature' ? handle.sendFeatureReport(bytes) : handle.write(bytes));
    return { ok: true, data: new Uint8Array(0) };
  } catch (thrown) {
    return { ok: false, fault: faultOf(reasonOf(thrown)) };
  }
}

/** What an error of the system says about the device. A stall is how USB devices say no (USB 2.0, 8.4.5). */
export function faultOf(reason: string): Fault {
  if (/no such device|has been closed|not connected|0xe00002c0|disconnected/i.test(reason)) return 'closed';
  if (/timed? ?out|protocol error|0xe00002d6/i.test(reason)) return 'timeout';
  return 'refused';
}

async function limited(work: Promise<Reply<'hid'>>, milliseconds: number): Promise<Reply<'hid'>> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Reply<'hid'>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, fault: 'timeout' }), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function refusal(device: HidDevice, path: string): Promise<ErrorValue | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (code === 'EACCES' || code === 'EPERM') return deniedError(device);
    return openError(device, reasonOf(thrown));
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function factsOf(device: HidDevice, { bytes, remark }: Described): PortFacts['hid'] {
  const { vendor, product, release, manufacturer, productName, serial } = device;
  return {
    vendor,
    product,
    release,
    descriptor: bytes,
    ...(remark === undefined ? {} : { borrowed: true }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(productName === undefined ? {} : { productName }),
    ...(serial === undefined ? {} : { serial }),
  };
}

/** Whether reports begin with their number: a Report ID item stands in the descriptor (HID 1.11, 6.2.2.7). */
export function hasReportIds(descriptor: Uint8Array): boolean {
  for (let at = 0; at < descriptor.length; ) {
    const prefix = descriptor[at] ?? 0;
    // A long item says its own length in the next byte (HID 1.11, 6.2.2.3).
    if (prefix === 0xfe) {
      at += 3 + (descriptor[at + 1] ?? 0);
      continue;
    }
    if ((prefix & 0xfc) === 0x84) return true;
    const size = prefix & 3;
    at += 1 + (size === 3 ? 4 : size);
  }
  return false;
}
