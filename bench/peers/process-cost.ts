/** What running programs cost, as the kernel counts it. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const NANOSECONDS = 1e9;
const PAGE_MB = 4096 / (1024 * 1024);
const MB = 1024;

/** The cost of a group of processes over a while. */
export interface Cost {
  /** Percent of one core. */
  readonly cpu: number;
  /** MB that belong to these processes alone or by share, so that what they have in common counts once (PSS). */
  readonly memory: number;
  /** Times a second that a thread went to sleep until something happened, each of which ends with waking up. */
  readonly wakeUps: number;
}

/** Watches the processes for so many seconds. */
export async function costOf(pids: readonly number[], seconds: number): Promise<Cost> {
  const before = sum(pids, runTimeOf);
  const slept = sum(pids, sleepsOf);
  const began = performance.now();
  await sleep(seconds * 1000);
  const passed = (performance.now() - began) / 1000;
  return {
    cpu: ((sum(pids, runTimeOf) - before) / NANOSECONDS / passed) * 100,
    memory: sum(pids, memoryOf),
    wakeUps: (sum(pids, sleepsOf) - slept) / passed,
  };
}

function sum(pids: readonly number[], of: (pid: number) => number): number {
  return pids.reduce((total, pid) => total + of(pid), 0);
}

/**
 * Nanoseconds that the threads of a process have run: the scheduler's own count, the first number of schedstat. The
 * clock ticks of /proc/PID/stat are sampled, and wrong for programs that run for a moment now and then.
 */
function runTimeOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce(
    (total, thread) => total + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    0,
  );
}

/** Times that the threads of a process gave the processor back by themselves. */
function sleepsOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((total, thread) => {
    const status = readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8');
    return total + Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1]);
  }, 0);
}

function memoryOf(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]) / MB;
  } catch {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_MB;
  }
}
