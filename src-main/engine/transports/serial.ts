/** Serial ports, by path or by the USB numbers of their adapter, so that a renamed port is found again. */
import type { SerialPort } from 'serialport';
import type { PortFacts } from '../../../drivers/driver.ts';
import type { ErrorValue, Result } from '../../../src-shared/errors.ts';
import type { Clock } from '../clock.ts';
import { explainOpenError } from './serial-errors.ts';
import { listSerialPorts, type SerialPortEntry } from './serial-list.ts';
import { StreamChannel } from './stream-channel.ts';
import type { Transport } from './transport.ts';

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

/** A serial port; it is opened for this process alone. */
export function serialTransport(options: SerialOptions, clock: Clock): Transport<'stream'> {
  return new SerialTransport(options, clock);
}

class SerialTransport implements Transport<'stream'> {
  readonly kind = 'stream';
  readonly #options: SerialOptions;
  readonly #channel: StreamChannel;
  #label: string;
  #port: SerialPort | null = null;
  #heard: (bytes: Uint8Array) => void = () => undefined;
  #gone: ((why: string) => void) | null = null;

  constructor(options: SerialOptions, clock: Clock) {
    this.#options = options;
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
    const { SerialPort: Port } = await import('serialport');
    const { baud, parity = 'none' } = this.#options;
    const port = new Port({ path: found.path, baudRate: baud, parity, lock: true, autoOpen: false });
    const refusal = await attempt((done) => port.open(done));
    if (refusal !== null) return { ok: false, error: await explainOpenError(found.path, refusal) };
    this.#port = port;
    port.on('data', (bytes: Buffer) => this.#heard(bytes));
    // An unplugged adapter shows as an error of whatever was under way, followed by the closing of the port.
    port.on('error', () => this.#lost());
    port.on('close', () => this.#lost());
    await this.#setModemLines(port);
    // What was sent to whoever had the port before is no answer to us.
    await attempt((done) => port.flush(done));
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
    if (port?.isOpen === true) await attempt((done) => port.close(done));
  }

  async #find(): Promise<SerialPortEntry | ErrorValue> {
    const { path, usb } = this.#options;
    if (usb === undefined && path !== undefined && !isOnUsb(path)) return { path };
    const ports = await listSerialPorts().catch(() => []);
    if (usb === undefined) return ports.find((port) => port.path === path) ?? { path: path ?? '' };
    const found = ports.find((port) => fits(port, usb));
    if (found !== undefined) return found;
    return {
      code: 'not-found',
      message: `The ${usbLabel(this.#options)} is not plugged in. Plug it in, to any socket; it is found by itself.`,
    };
  }

  async #setModemLines(port: SerialPort): Promise<void> {
    const { dtr, rts } = this.#options;
    if (dtr === undefined && rts === undefined) return;
    const lines = { ...(dtr === undefined ? {} : { dtr }), ...(rts === undefined ? {} : { rts }) };
    // Pseudo terminals and some adapters have no such lines; the device then has no use for them either.
    await attempt((done) => port.set(lines, done));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const port = this.#port;
    if (port === null) throw new Error('The port is closed.');
    const failure = await attempt((done) => port.write(bytes, done));
    if (failure === null) return;
    this.#lost();
    throw new Error(failure);
  }

  #lost(): void {
    const tell = this.#gone;
    this.#gone = null;
    this.#channel.shut();
    tell?.(`The port ${this.#label} has gone: the cable or its adapter was unplugged.`);
  }
}

/** Calls something of the library; what it complains of, or null. */
function attempt(run: (done: (error?: Error | null) => void) => void): Promise<string | null> {
  return new Promise((resolve) =>
    run((error) => resolve(error === null || error === undefined ? null : error.message)),
  );
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

const hex = (number: number | undefined): string => number?.toString(16).padStart(4, '0') ?? 'any';

function usbLabel({ usb }: SerialOptions): string {
  const serial = usb?.serial === undefined ? '' : `, serial number ${usb.serial}`;
  return `USB serial adapter ${hex(usb?.vendor)}:${hex(usb?.product)}${serial}`;
}
