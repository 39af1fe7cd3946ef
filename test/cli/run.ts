/** Running the real command line as a program of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../src-main/hosts/cli/main.ts');

/** How a run ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs to the end. */
export function mainstay(...words: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
  return new Promise((resolved) => child.once('close', (code) => resolved({ code, stdout, stderr })));
}

/** A command that runs until it is stopped. */
export interface Running {
  /** Resolves with the first line of output that fits. Rejects when the program ends before. */
  line(fits: (line: string) => boolean): Promise<string>;
  /** Asks it to end, and resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a command that runs until it is stopped. */
export function start(...words: readonly string[]): Running {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '';
  let said = '';
  let ended = false;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  child.stdout?.on('data', (bytes: Buffer) => {
    const parts = (rest + bytes.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  child.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const closed = new Promise<number | null>((resolved) =>
    child.once('close', (code) => {
      ended = true;
      wake();
      resolved(code);
    }),
  );
  return {
    line: (fits) =>
      new Promise((resolved, rejected) => {
        const look = (): void => {
          const found = lines.find(fits);
          if (found === undefined && !ended) return;
          waiting.delete(look);
          if (found === undefined) rejected(new Error(`mainstay ${words.join(' ')} ended first: ${said}`));
          else resolved(found);
        };
        waiting.add(look);
        look();
      }),
    stop: () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}
