/**
 * The time since this computer was started. It goes on over a restart of Mainstay and counts the time that the computer
 * sleeps, which the clock of a process does not (Linux: CLOCK_MONOTONIC stands still while suspended, /proc/uptime does
 * not; clock_gettime(2), proc(5)).
 */
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { Clock } from './clock.ts';

/** A clock that never jumps back, and the name of the boot that it counts from. */
export interface BootClock {
  /** Milliseconds since this computer was started. */
  steady(): number;
  /** A name of this boot, to be kept with what is measured on this clock. */
  readonly mark: string;
  /** Whether something kept with that name was measured on this clock. */
  isThisBoot(mark: string): boolean;
}

/** The system tells its uptime in coarse steps; only a difference beyond them is sleep. Milliseconds. */
const COARSE = 2000;
/** Where a boot has no name of its own, two moments so close are the same. Milliseconds. */
const SAME_BOOT = 120_000;

/** This computer's. */
export function systemBoot(): BootClock {
  let offset = since() - performance.now();
  const name = bootName();
  const mark = name ?? `began:${Math.round(Date.now() - since())}`;
  return {
    steady: () => {
      const slept = since() - (performance.now() + offset);
      if (slept > COARSE) offset += slept;
      return performance.now() + offset;
    },
    mark,
    isThisBoot: (other) => other === mark || (name === undefined && nearby(other, mark)),
  };
}

/** For a clock that is held: it never sleeps, and there is no boot but this. */
export function bootOf(clock: Clock): BootClock {
  return { steady: () => clock.monotonic(), mark: 'held', isThisBoot: (mark) => mark === 'held' };
}

/** Milliseconds, in coarse steps. */
function since(): number {
  return uptime() * 1000;
}

/** Linux names each boot. */
function bootName(): string | undefined {
  try {
    return `boot:${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    // Another system, which has no such file: the time of its start stands in for the name.
    return undefined;
  }
}

function nearby(one: string, other: string): boolean {
  const [first, second] = [one, other].map((mark) => Number(/^began:(\d+)$/.exec(mark)?.[1] ?? Number.NaN));
  return Math.abs((first ?? Number.NaN) - (second ?? Number.NaN)) < SAME_BOOT;
}
