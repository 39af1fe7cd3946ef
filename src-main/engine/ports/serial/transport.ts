/** Serial ports, by path or by the USB numbers of their adapter, so that a renamed port is found again. */
import type { PortFacts } from '../../../../drivers/driver.ts';
import type { ErrorValue, Result } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { type Clock, pause } from '../../base/clock.ts';
import { explainOpenError } from './errors.ts';
import { listSerialPorts, type SerialPortEntry } from './list.ts';
import { StreamChannel } from '../stream/channel.ts';
import type { Transport } from '../transport.ts';

/** Which port, and how its line is set. */
export interface SerialOptions {
  /** Either this or `usb`. */
  readonly path?: string | undefined;
  readonly usb?: {
    readonly vendor: number;
    readonly product?: number | undefined;
    readonly serial?: string | undefined;
  };
  readonly baud: number;
  /** The modem lines; left as the system sets them where not given. Some cables feed on them. */
  readonly dtr?: boolean | undefined;
  readonly rts?: boolean | undefined;
  readonly parity?: 'none' | 'even' | 'odd' | undefined;
}

/** The library's port under its stream: reads when it is asked to, and not for each byte. */
interface Port {
  readonly isOpen: boolean;
  /** Resolves with at least one byte; rejects when the port is closed or gone. */
  read(buffer: Buffer, offset: number, length: number): Promise<{ readonly bytesRead: number }>;
  write(bytes: Buffer): Promise<void>;
  set(lines: { readonly dtr?: boolean; readonly rts?: boolean }): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

async function openPort(path: string, options: SerialOptions): Promise<Port> {
  const { SerialPort } = await import('serialport');
  const { baud, parity = 'none' } = options;
  // oxlint-disable-next-line typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access -- The library's type of this leads to a file that it does not ship, so that the linter sees no type.
  const port: Port = await SerialPort.binding.open({ path, baudRate: baud, parity, lock: true });
  return port;
}

const READ_BYTES = 1024;
const BITS_PER_BYTE = 10;
/** No answer of unknown length is held up longer than this. Milliseconds. */
const LONGEST_REST = 60;
/** Nor one of known length: what was once learned from a flood must not keep the port unread. Milliseconds. */
const LONGEST_KNOWN_REST = 250;
/** More different requests than any protocol polls with. */
const REQUESTS_KNOWN = 64;

/**
 * How long a port may be left alone while an answer comes in. A line of 2400 baud would otherwise wake the computer for
 * every single character of every answer, all day long. The same request mostly has an answer of the same length, so
 * that the second time it is known how many bytes are still to come.
 */
class AnswerLengths {
  readonly #byteMs: number;
  readonly #lengths = new Map<string, number>();
  #request = '';
  #came = 0;

  constructor(baud: number) {
    this.#byteMs = (BITS_PER_BYTE * 1000) / baud;
  }

  sent(bytes: Uint8Array): void {
    if (this.#lengths.size >= REQUESTS_KNOWN) this.#lengths.clear();
    if (this.#came > 0) this.#lengths.set(this.#request, this.#came);
    this.#request = Buffer.from(bytes).toString('latin1');
    this.#came = 0;
  }

  /** Milliseconds until the rest of the answer should be there. */
  came(bytes: number): number {
    this.#came += bytes;
    const whole = this.#lengths.get(this.#request);
    // The first answer to a request is read as it comes: a device with many requests would take long to be known.
    if (whole === undefined) return this.#request === '' ? Math.min(LONGEST_REST, 16 * this.#byteMs) : 0;
    return Math.min(LONGEST_KNOWN_REST, Math.max(0, whole - this.#came) * this.#byteMs);
  }
}

/** A serial port; it is opened for this process alone. `list` tells the ports that there are. */
export function serialTransport(
  options: SerialOptions,
  clock: Clock,
  list: () => Promise<readonly SerialPortEntry[]> = listSerialPorts,
): Transport<'stream'> {
  return new SerialTransport(options, clock, list);
}

class SerialTransport implements Transport<'stream'> {
  readonly kind = 'stream';
  readonly #options: SerialOptions;
  readonly #list: () => Promise<readonly SerialPortEntry[]>;
  readonly #clock: Clock;
  readonly #channel: StreamChannel;
  #label: string;
  #port: Port | null = null;
  readonly #lengths: AnswerLengths;
  #heard: (bytes: Uint8Array) => void = () => undefined;
  #gone: ((why: string) => void) | null = null;

  constructor(options: SerialOptions, clock: Clock, list: () => Promise<readonly SerialPortEntry[]>) {
    this.#options = options;
    this.#list = list;
    this.#clock = clock;
    this.#lengths = new AnswerLengths(options.baud);
    this.#label = options.path ?? usbLabel(options);
    this.#channel = new StreamChannel(
      {
        write: (bytes) => this.#write(bytes),
        onData: (listener) => {
          this.#heard = listener;
        },
      },
      clock,
    );
  }

  get label(): string {
    return this.#label;
  }

  async open(): Promise<Result<PortFacts['stream']>> {
    const found = await this.#find();
    if ('code' in found) return { ok: false, error: found };
    this.#label = found.path;
    let port: Port;
    try {
      port = await openPort(found.path, this.#options);
    } catch (thrown) {
      return { ok: false, error: await explainOpenError(found.path, messageOf(thrown)) };
    }
    this.#port = port;
    await this.#setModemLines(port);
    // What was sent to whoever had the port before is no answer to us.
    await attempt(port.flush());
    void this.#read(port);
    return { ok: true, value: found.usb === undefined ? {} : { usb: found.usb } };
  }

  request(
    ...[wire, timeoutMs]: Parameters<Transport<'stream'>['request']>
  ): ReturnType<Transport<'stream'>['request']> {
    return this.#channel.request(wire, timeoutMs);
  }

  listen(listener: (data: Uint8Array) => void, alertBytes?: readonly number[]): void {
    this.#channel.listen(listener, alertBytes);
  }

  onGone(listener: (why: string) => void): void {
    this.#gone = listener;
  }

  async close(): Promise<void> {
    this.#gone = null;
    this.#channel.shut();
    const port = this.#port;
    this.#port = null;
    if (port?.isOpen === true) await attempt(port.close());
  }

  /** Hands on what comes until the port is closed or gone. */
  async #read(port: Port): Promise<void> {
    const buffer = Buffer.alloc(READ_BYTES);
    try {
      while (port === this.#port) {
        const { bytesRead } = await port.read(buffer, 0, READ_BYTES);
        const rest = this.#lengths.came(bytesRead);
        this.#heard(Uint8Array.from(buffer.subarray(0, bytesRead)));
        if (rest > 0) await pause(this.#clock, rest);
      }
    } catch {
      // A port of ours that we closed ends its read too; one that is still ours was unplugged.
      if (port === this.#port) this.#lost();
    }
  }

  async #find(): Promise<SerialPortEntry | ErrorValue> {
    const { path, usb } = this.#options;
    if (usb === undefined && path !== undefined && !isOnUsb(path)) return { path };
    const ports = await this.#list().catch(() => []);
    if (usb === undefined) return ports.find((port) => port.path === path) ?? { path: path ?? '' };
    const found = ports.find((port) => fits(port, usb));
    if (found !== undefined) return found;
    return {
      code: 'not-found',
      message: say('port.adapterMissing', { adapter: usbLabel(this.#options) }),
    };
  }

  async #setModemLines(port: Port): Promise<void> {
    const { dtr, rts } = this.#options;
    if (dtr === undefined && rts === undefined) return;
    const lines = { ...(dtr === undefined ? {} : { dtr }), ...(rts === undefined ? {} : { rts }) };
    // Pseudo terminals and some adapters have no such lines; the device then has no use for them either.
    await attempt(port.set(lines));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const port = this.#port;
    if (port === null) throw new Error('The port is closed.');
    this.#lengths.sent(bytes);
    const failure = await attempt(port.write(Buffer.from(bytes)));
    if (failure === null) return;
    this.#lost();
    throw new Error(failure);
  }

  #lost(): void {
    const tell = this.#gone;
    this.#gone = null;
    this.#channel.shut();
    tell?.(say('port.gone', { path: this.#label }));
  }
}

/** Waits for something of the library; what it complains of, or null. */
async function attempt(done: Promise<void>): Promise<string | null> {
  try {
    await done;
    return null;
  } catch (thrown) {
    return messageOf(thrown);
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

function isOnUsb(path: string): boolean {
  return /ttyUSB|ttyACM|^COM\d|\/(cu|tty)\.usb/i.test(path);
}

function fits({ usb }: SerialPortEntry, wanted: NonNullable<SerialOptions['usb']>): boolean {
  return (
    usb?.vendor === wanted.vendor &&
    (wanted.product === undefined || usb.product === wanted.product) &&
    (wanted.serial === undefined || usb.serial === wanted.serial)
  );
}

const hex = (number: number | undefined): string => number?.toString(16).padStart(4, '0') ?? say('port.anyProduct');

function usbLabel({ usb }: SerialOptions): string {
  const numbers = `${hex(usb?.vendor)}:${hex(usb?.product)}`;
  return usb?.serial === undefined
    ? say('port.adapter', { numbers })
    : say('port.adapterWithSerial', { numbers, serial: usb.serial });
}
