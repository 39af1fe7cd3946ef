/** What running programs cost, as the kernel counts it. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The kernel's clock ticks in a second (USER_HZ, proc(5)). */
const TICKS = 100;
const PAGE_MB = 4096 / (1024 * 1024);
const MB = 1024;

/** The cost of a group of processes over a while. */
export interface Cost {
  /** Percent of one core. */
  readonly cpu: number;
  /** MB that belong to these processes alone or by share, so that what they have in common counts once (PSS). */
  readonly memory: number;
}

/** Watches the processes for so many seconds. */
export async function costOf(pids: readonly number[], seconds: number): Promise<Cost> {
  const before = sum(pids, ticksOf);
  const began = performance.now();
  await sleep(seconds * 1000);
  const passed = (performance.now() - began) / 1000;
  return { cpu: ((sum(pids, ticksOf) - before) / TICKS / passed) * 100, memory: sum(pids, memoryOf) };
}

function sum(pids: readonly number[], of: (pid: number) => number): number {
  return pids.reduce((total, pid) => total + of(pid), 0);
}

/** User and system time, fields 14 and 15 of /proc/PID/stat; the name in field 2 may hold blanks. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function memoryOf(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]) / MB;
  } catch {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_MB;
  }
}
