/** The emulated computer: its power, its console and the agent inside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Image } from './image.ts';
import type { Timeline } from './timeline.ts';

const MEMORY_MB = 1024;
/** It does not outlive a test run that is broken off. */
const EMULATOR = ['--pdeathsig', 'KILL', '--', 'qemu-system-x86_64'];

/** What a program said and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** What a computer is made of. */
export interface ComputerParts {
  /** Holds the disk, what is laid over it at the first start, and the sockets; of this computer alone. */
  readonly folder: string;
  readonly image: Image;
  readonly timeline: Timeline;
  /** Seconds by which the computer's clock is ahead of the host's. */
  readonly ahead: () => number;
}

interface Question {
  readonly resolve: (ran: Ran) => void;
  readonly reject: (error: Error) => void;
}

/** One computer, on or off. */
export class Computer {
  readonly #parts: ComputerParts;
  readonly #questions = new Map<string, Question>();
  #process: ChildProcess | undefined;
  #agent: Promise<Socket> | undefined;
  #starts = 0;
  #asked = 0;

  constructor(parts: ComputerParts) {
    this.#parts = parts;
  }

  get running(): boolean {
    return this.#process !== undefined;
  }

  /** Power comes: the computer starts, unless it runs. */
  powerOn(): void {
    if (this.running) return;
    const { timeline } = this.#parts;
    const first = this.#starts === 0;
    this.#starts += 1;
    const agent = this.#socket('agent');
    timeline.note('power', 'guest starts');
    const child = spawn('setpriv', [...EMULATOR, ...this.#parameters(first ? 'first-start' : 'later-start')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    const heard = (text: string): void => {
      // What comes through the kernel's log carries the kernel's time, which the timeline has better.
      const line = stripVTControlCharacters(text).replace(/^\[ *\d+\.\d+\] /u, '');
      if (line.trim() !== '') timeline.note('console', line);
    };
    createInterface({ input: child.stdout }).on('line', heard);
    createInterface({ input: child.stderr }).on('line', heard);
    child.once('error', (error) => heard(`qemu-system-x86_64 cannot be started: ${error.message}`));
    child.once('exit', (code) => {
      this.#forget(child);
      if (code === 0) timeline.note('power', 'guest off by itself');
      else if (code !== null) timeline.note('power', `the emulator failed with code ${code}`);
    });
    this.#agent = this.#connect(child, agent);
    // Whoever asks is told; nobody may ask before the power goes again.
    this.#agent.catch(() => undefined);
  }

  /** Power goes: whatever the computer is doing ends at once. */
  cut(): void {
    const { timeline } = this.#parts;
    const child = this.#process;
    if (child === undefined) {
      timeline.note('power', 'cut from a guest that is off');
      return;
    }
    this.#forget(child);
    child.kill('SIGKILL');
    timeline.note('power', 'cut from a guest that RUNS');
  }

  /** For the end of a test: no power, and nobody who looks. */
  async end(): Promise<void> {
    const child = this.#process;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    this.#forget(child);
    child.kill('SIGKILL');
    await ended;
  }

  /** Runs shell commands inside; rejects when the computer goes off meanwhile. */
  async ask(command: string, limitSeconds: number): Promise<Ran> {
    const { timeline } = this.#parts;
    if (this.#agent === undefined) throw new Error(`The guest is off.\n${timeline.tail()}`);
    const agent = await this.#agent;
    this.#asked += 1;
    const number = `${this.#asked}`;
    return await new Promise((resolve, reject) => {
      this.#questions.set(number, { resolve, reject });
      agent.write(`${number} ${limitSeconds} ${Buffer.from(command).toString('base64')}\n`);
    });
  }

  /** The computer's spare line, which it knows as /dev/virtio-ports/line; for one user a start. */
  async line(): Promise<Socket> {
    const child = this.#process;
    if (child === undefined) throw new Error(`The guest is off.\n${this.#parts.timeline.tail()}`);
    const socket = await this.#opened(child, this.#socket('line'));
    child.once('exit', () => socket.destroy());
    return socket;
  }

  /** Each start has its own: what a killed emulator has left is no answer. */
  #socket(name: 'agent' | 'line'): string {
    return join(this.#parts.folder, `${name}-${this.#starts}`);
  }

  #forget(child: ChildProcess): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    this.#agent = undefined;
    for (const { reject } of this.#questions.values()) reject(new Error('The guest went off before it answered.'));
    this.#questions.clear();
  }

  async #connect(child: ChildProcess, path: string): Promise<Socket> {
    const socket = await this.#opened(child, path);
    child.once('exit', () => socket.destroy());
    return await new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('The guest went off while it started.')));
      createInterface({ input: socket }).on('line', (line) => {
        if (line === 'ready') resolve(socket);
        else this.#answer(line);
      });
    });
  }

  /** The emulator makes the socket soon after it began. */
  async #opened(child: ChildProcess, path: string): Promise<Socket> {
    for (;;) {
      const socket = connect(path);
      const opened = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.on('error', () => resolve(false));
      });
      if (opened) return socket;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('The guest did not start.');
      await sleep(20);
    }
  }

  #answer(line: string): void {
    const [number = '', code, out = '', error = ''] = line.split(' ');
    const question = this.#questions.get(number);
    this.#questions.delete(number);
    question?.resolve({ code: Number(code), out: decode(out), error: decode(error) });
  }

  #parameters(initrd: 'first-start' | 'later-start'): string[] {
    const { folder, image, ahead } = this.#parts;
    const command = [
      'console=ttyS0 root=/dev/vda rw loglevel=4 panic=-1 net.ifnames=0 systemd.show_status=false',
      'nokaslr mitigations=off tsc=reliable no_timer_check',
    ].join(' ');
    const plain = `-accel tcg -cpu max -M q35 -smp 2 -m ${MEMORY_MB} -nodefaults -no-user-config -display none`;
    const clock = new Date(Date.now() + ahead() * 1000).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length);
    const pairs = [
      ['-rtc', `base=${clock}`],
      ['-chardev', 'stdio,id=console,signal=off'],
      ['-serial', 'chardev:console'],
      ['-chardev', `socket,id=ups,path=${join(folder, 'ups')}`],
      ['-serial', 'chardev:ups'],
      // What the guest has flushed is on the disk when its power is cut; nothing else has to be.
      ['-drive', `file=${join(folder, 'disk')},if=none,id=disk,format=qcow2,cache=writeback`],
      ['-device', 'virtio-blk-pci,drive=disk'],
      ['-device', 'virtio-serial-pci'],
      ['-chardev', `socket,id=agent,path=${this.#socket('agent')},server=on,wait=off`],
      ['-device', 'virtserialport,chardev=agent,name=agent'],
      ['-chardev', `socket,id=line,path=${this.#socket('line')},server=on,wait=off`],
      ['-device', 'virtserialport,chardev=line,name=line'],
      ['-kernel', image.kernel],
      ['-initrd', initrd === 'later-start' ? image.initrd : join(folder, initrd)],
      ['-append', command],
    ];
    return [...plain.split(' '), ...pairs.flat()];
  }
}

/** What the agent has coded: a dot, then base64. */
function decode(text: string): string {
  return Buffer.from(text.slice(1), 'base64').toString();
}
