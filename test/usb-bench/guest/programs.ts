/** Programs that run in the machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Input, Output } from '../protocol.ts';

interface Line {
  readonly at: number;
  readonly text: string;
}

type Program = Pick<Input<'run'>, 'command' | 'parameters' | 'environment' | 'user' | 'group'>;

function launch(program: Program): ChildProcess {
  return spawn(program.command, program.parameters ?? [], {
    env: { ...process.env, ...program.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(program.user === undefined ? {} : { uid: program.user }),
    ...(program.group === undefined ? {} : { gid: program.group }),
  });
}

/** Runs a program to its end; it is killed when that takes too long. */
export function runProgram(program: Program, timeout: number): Promise<Output<'run'>> {
  return new Promise((resolve, reject) => {
    const child = launch(program);
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    let [out, error] = ['', ''];
    child.stdout?.on('data', (bytes: Buffer) => (out += bytes.toString()));
    child.stderr?.on('data', (bytes: Buffer) => (error += bytes.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out, error });
    });
  });
}

/** Runs a program until it prints what is wanted. */
export async function runUntil(program: Program, pattern: string, timeout: number): Promise<Output<'until'>> {
  const wanted = new RegExp(pattern, 'm');
  const began = performance.now();
  for (;;) {
    const { out, error } = await runProgram(program, timeout);
    const milliseconds = performance.now() - began;
    if (wanted.test(out)) return { matched: true, out, milliseconds };
    if (milliseconds > timeout) return { matched: false, out: `${out}${error}`, milliseconds };
    await sleep(50);
  }
}

/** Programs that go on running, by the names that the tests give them. */
export class Running {
  readonly #children = new Map<string, { readonly child: ChildProcess; readonly lines: Line[] }>();
  readonly #waiting = new Set<() => void>();

  start(name: string, program: Program): { pid: number } {
    const child = launch(program);
    const lines: Line[] = [];
    this.#children.set(name, { child, lines });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.on('data', (bytes: Buffer) => {
        const at = performance.now();
        const parts = `${rest}${bytes.toString()}`.split('\n');
        rest = parts.pop() ?? '';
        for (const text of parts) lines.push({ at, text });
        for (const wake of this.#waiting) wake();
      });
    }
    child.on('error', (error) => lines.push({ at: performance.now(), text: error.message }));
    return { pid: child.pid ?? 0 };
  }

  async stop(name: string): Promise<Output<'stop'>> {
    const { child, lines } = this.#demand(name);
    this.#children.delete(name);
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    return { lines };
  }

  async expect(name: string, pattern: string, after: number, timeout: number): Promise<Output<'expect'>> {
    const { lines } = this.#demand(name);
    const wanted = new RegExp(pattern);
    const deadline = performance.now() + timeout;
    for (;;) {
      const at = lines.findIndex(({ text }, index) => index >= after && wanted.test(text));
      const found = lines[at];
      if (found !== undefined) return { found, count: at + 1, said: [] };
      const left = deadline - performance.now();
      if (left <= 0) return { found: null, count: lines.length, said: lines.slice(after).map(({ text }) => text) };
      await this.#news(left);
    }
  }

  /** Milliseconds of processor time: utime and stime of proc(5), in hundredths of a second. */
  usage(name: string): { milliseconds: number } {
    const { child } = this.#demand(name);
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return { milliseconds: 10 * (Number(fields[11]) + Number(fields[12])) };
  }

  #demand(name: string): { readonly child: ChildProcess; readonly lines: Line[] } {
    const running = this.#children.get(name);
    if (running === undefined) throw new Error(`Nothing runs under the name ${name}.`);
    return running;
  }

  #news(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.#waiting.add(wake);
    });
  }
}

/** Asks upsd (RFC 9271, 4.2.1) for the status of `ups`, without rest, until it matches. */
export function watchNutStatus(pattern: string, timeout: number): Promise<Output<'nutStatus'>> {
  const wanted = new RegExp(pattern);
  const began = performance.now();
  const question = 'GET VAR ups ups.status\n';
  return new Promise((resolve, reject) => {
    const socket = createConnection(3493, '127.0.0.1', () => socket.write(question));
    let text = '';
    socket.on('error', reject);
    socket.on('data', (bytes) => {
      text += bytes.toString();
      if (!text.endsWith('\n')) return;
      const status = text.trim();
      text = '';
      const at = performance.now();
      const matched = wanted.test(status);
      if (matched || at - began > timeout) {
        socket.destroy();
        resolve({ at: matched ? at : null, status });
      } else setTimeout(() => socket.write(question), 2);
    });
  });
}
