/** The program under attack: started as people start it, ended whatever became of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const MAIN = resolve(import.meta.dirname, '../../scripts/mainstay.mjs');

/** How a run ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** How long it ran, in milliseconds. */
  readonly took: number;
  /** It did not end in its time, and was killed. */
  readonly hung: boolean;
  /** The most memory that it had, in bytes, as far as was seen (looked at some times a second). */
  readonly peak: number;
}

/** A program that runs until it is stopped. */
export interface Program {
  readonly child: ChildProcess;
  /** All that it has said so far. */
  readonly said: () => { readonly stdout: string; readonly stderr: string };
  /** Resolves as soon as what it says (both outputs together) fits. Rejects when it ends before, or within `limit` ms. */
  readonly until: (fits: RegExp, limit?: number) => Promise<RegExpExecArray>;
  /** SIGTERM, and what became of that within `limit` milliseconds. */
  readonly stop: (limit?: number) => Promise<Ended>;
  readonly ended: Promise<Ended>;
}

/** A start on a busy machine takes seconds. Milliseconds. */
const START = 30_000;
/** Asked to end, it ends within this. Milliseconds. */
const END = 10_000;

/** Between two looks at the memory. Milliseconds. */
const LOOK = 100;

/** The most memory that this process and its children have had, in bytes (Linux, proc(5): VmHWM). */
function memoryOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((most, child) => Math.max(most, memoryOf(Number(child))), Number(kilobytes) * 1024);
  } catch {
    // It has ended.
    return 0;
  }
}

/** Starts `mainstay` with these words. It is a process group of its own, so that nothing of it outlives the test. */
export function startProgram(words: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(process.execPath, [MAIN, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...env },
  });
  const began = performance.now();
  let stdout = '';
  let stderr = '';
  let hung = false;
  let over = false;
  let peak = 0;
  const looking = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), LOOK);
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of Array.from(waiting)) look();
  };
  child.stdout.on('data', (bytes: Buffer) => {
    stdout += bytes.toString();
    wake();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    stderr += bytes.toString();
    wake();
  });
  const ended = new Promise<Ended>((resolved) =>
    child.once('close', (code) => {
      over = true;
      clearInterval(looking);
      wake();
      resolved({ code, stdout, stderr, took: performance.now() - began, hung, peak });
    }),
  );
  const kill = (): void => {
    hung = true;
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended in the meantime.
    }
  };
  return {
    child,
    said: () => ({ stdout, stderr }),
    ended,
    until: (fits, limit = START) =>
      new Promise((resolved, rejected) => {
        const close = (): void => {
          waiting.delete(look);
          clearTimeout(timer);
        };
        const look = (late = false): void => {
          const found = fits.exec(`${stdout}\n${stderr}`);
          if (found === null && !over && !late) return;
          close();
          if (found !== null) resolved(found);
          else rejected(new Error(`mainstay ${words.join(' ')} never said ${String(fits)}:\n${stdout}\n${stderr}`));
        };
        const timer = setTimeout(() => look(true), limit);
        waiting.add(look);
        look();
      }),
    stop: async (limit = END) => {
      child.kill('SIGTERM');
      const timer = setTimeout(kill, limit);
      const how = await ended;
      clearTimeout(timer);
      return how;
    },
  };
}

/** Runs `mainstay` with these words to its end, or kills it after `limit` milliseconds. */
export async function runProgram(words: readonly string[], env: NodeJS.ProcessEnv = {}, limit = START): Promise<Ended> {
  const program = startProgram(words, env);
  const timer = setTimeout(() => void program.stop(1), limit);
  const how = await program.ended;
  clearTimeout(timer);
  return how;
}
