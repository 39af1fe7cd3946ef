/**
 * Puts a simulated serial device on a pseudo terminal, where any program that opens serial ports can talk to it. The
 * terminal itself is made by socat, a program of its own, because Node cannot open one.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../../../drivers/driver.ts';
import { AppError } from '../../../../src-shared/errors.ts';

/** How a simulated device is served. */
export interface PtyOptions {
  /** Called several times a second with the seconds that passed; advance the model here. */
  readonly onStep?: (seconds: number) => void;
  /** Answers as slowly as a line of this speed (8N1) would carry them; at once where it is left out. */
  readonly baud?: number;
  /** Called with every bunch of bytes, as the device received or sent them. */
  readonly onBytes?: (direction: 'received' | 'sent', bytes: Uint8Array) => void;
}

/** A device being served. */
export interface PtyServer {
  readonly path: string;
  /** Lets the device say at once what it has to say unasked, instead of at the next step. */
  speak(): void;
  /** Takes the terminal away, as if the cable were pulled. */
  close(): Promise<void>;
}

/** A start bit, eight data bits and a stop bit. */
const BITS_PER_BYTE = 10;
const STEP_MS = 100;
/** How long socat may take to make the terminal, and how often to look. */
const APPEARS_WITHIN_MS = 5000;
const LOOK_EVERY_MS = 10;

/**
 * Serves the simulator at `path` (a symbolic link to the terminal) until it is closed. Rejects with an `AppError`:
 * `not-found` where socat is missing, `in-use` where `path` exists, `refused` where socat could not make it.
 */
export async function servePty(
  path: string,
  simulator: Simulator['stream'],
  options: PtyOptions = {},
): Promise<PtyServer> {
  if (existsSync(path)) {
    throw new AppError('in-use', `${path} exists already. Remove it or choose another path for the terminal.`);
  }
  const child = spawn('socat', ['-', `pty,rawer,echo=0,link=${path}`]);
  await appearance(child, path);
  // Without a slave that stays open, socat would end when the first program closes its side.
  const held = await open(path, constants.O_RDWR | constants.O_NOCTTY);

  const line = new Outgoing(child, options);
  child.stdout.on('data', (bytes: Buffer) => {
    options.onBytes?.('received', bytes);
    line.send(simulator.receive(bytes));
  });
  let last = performance.now();
  const stepping = setInterval(() => {
    const now = performance.now();
    options.onStep?.((now - last) / 1000);
    last = now;
    line.send(simulator.unasked());
  }, STEP_MS);

  return {
    path,
    speak: () => line.send(simulator.unasked()),
    close: async () => {
      clearInterval(stepping);
      line.stop();
      await held.close();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
    },
  };
}

/** Waits until socat has made the terminal, or has said why it cannot. */
async function appearance(child: ChildProcessWithoutNullStreams, path: string): Promise<void> {
  let complaint = '';
  let failure: AppError | undefined;
  child.stderr.on('data', (bytes: Buffer) => {
    complaint += bytes.toString();
  });
  child.on('error', (error: NodeJS.ErrnoException) => {
    failure =
      error.code === 'ENOENT'
        ? new AppError('not-found', 'socat is not installed, and it makes the pseudo terminal. Install socat.')
        : new AppError('refused', `socat could not be started: ${error.message}`);
  });
  // A write to a socat that has just ended must not end us.
  child.stdin.on('error', () => undefined);
  const deadline = performance.now() + APPEARS_WITHIN_MS;
  while (!existsSync(path)) {
    if (failure !== undefined) throw failure;
    if (child.exitCode !== null) {
      throw new AppError('refused', `socat could not make ${path}: ${complaint.trim() || 'it gave no reason'}.`);
    }
    if (performance.now() > deadline) {
      child.kill();
      throw new AppError('refused', `socat did not make ${path} in time. Check that its folder can be written to.`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/** Bytes on their way to the host, at the speed of the line. */
class Outgoing {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #options: PtyOptions;
  #waiting: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #lastByteAt = 0;

  constructor(child: ChildProcessWithoutNullStreams, options: PtyOptions) {
    this.#child = child;
    this.#options = options;
  }

  send(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.#options.baud === undefined) {
      this.#write(bytes);
      return;
    }
    this.#waiting.push(...bytes);
    if (this.#timer === undefined) {
      this.#lastByteAt = performance.now();
      this.#schedule();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #schedule(): void {
    const { baud } = this.#options;
    if (baud === undefined) return;
    const byteMs = (BITS_PER_BYTE * 1000) / baud;
    this.#timer = setTimeout(() => {
      const due = Math.floor((performance.now() - this.#lastByteAt) / byteMs);
      const bytes = this.#waiting.splice(0, due);
      this.#lastByteAt += bytes.length * byteMs;
      if (bytes.length > 0) this.#write(Uint8Array.from(bytes));
      this.#timer = undefined;
      if (this.#waiting.length > 0) this.#schedule();
    }, byteMs);
  }

  #write(bytes: Uint8Array): void {
    this.#options.onBytes?.('sent', bytes);
    if (this.#child.stdin.writable) this.#child.stdin.write(bytes);
  }
}
