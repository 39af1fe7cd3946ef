/** One outage from the loss of mains to the next start, the same for whatever program protects the guest. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Machine } from './machine.ts';
import type { Timeline } from './timeline.ts';
import type { BenchUps } from './ups.ts';

/** How an outage goes. */
export interface Outage {
  /** What tells that the program knows of the loss of mains. */
  readonly detected: () => Promise<{ readonly at: number }>;
  /** What else happens, from the moment that the battery is low. */
  readonly meanwhile?: () => Promise<void>;
  /** When mains returns: once the output is off, or as soon as systemd has begun to stop everything. */
  readonly mainsBack: 'after the cut' | 'half-way';
}

const STEPS = [
  'mains lost -> detected',
  'low battery -> shutdown begun',
  'shutdown begun -> UPS told',
  'shutdown begun -> guest off',
  'guest off -> output off',
  'output on -> guest started',
] as const;
/** How long each step took, in seconds, with those that were skipped. */
export type Steps = Readonly<Record<(typeof STEPS)[number], number>>;

/** The moment from which systemd stops everything. */
const BEGUN = /systemd-logind\[\d+\]: (?:The system will power off now|System is powering down)/u;
const DETECTED_LIMIT = 60_000;
const DOWN_LIMIT = 240_000;
/** Seconds of the UPS's own waiting, while nothing else happens, that really pass. */
const SEEN = 3;
/** Takes mains away, makes the battery low once that was noticed, and waits for the machine to be back. */
export async function passOutage(machine: Machine, outage: Outage): Promise<Steps> {
  const { timeline, ups } = machine;
  ups.mains(false);
  const lost = timeline.now();
  const detected = await within(DETECTED_LIMIT, outage.detected(), timeline);
  const low = timeline.now();
  ups.force({ charge: ups.profile.lowCharge - 5 });
  await outage.meanwhile?.();
  const begun = await timeline.wait('console', BEGUN, DOWN_LIMIT, lost);
  if (outage.mainsBack === 'half-way') ups.mains(true);
  const off = await timeline.wait('power', /^guest off by itself$/u, DOWN_LIMIT, lost);
  const told = timeline.find('wire', /^S/u, lost);
  if (told === undefined) throw new Error(`Nobody told the UPS to cut its output.\n${timeline.tail()}`);
  const skippedBefore = ups.skipped();
  skipMost(ups, ups.state().timers.shutdown);
  const cut = await timeline.wait('ups', /^output off$/u, DOWN_LIMIT, lost);
  const waited = seconds(off.at, cut.at) + ups.skipped() - skippedBefore;
  if (outage.mainsBack === 'after the cut') {
    await sleep(1000);
    ups.mains(true);
  }
  // Charged meanwhile, as it would be after the time that is skipped and more.
  ups.force({ charge: 90 });
  skipMost(ups, ups.state().timers.start);
  const on = await timeline.wait('ups', /^output on$/u, DOWN_LIMIT, cut.at);
  const started = await machine.booted(on.at);
  return {
    'mains lost -> detected': seconds(lost, detected.at),
    'low battery -> shutdown begun': seconds(low, begun.at),
    'shutdown begun -> UPS told': seconds(begun.at, told.at),
    'shutdown begun -> guest off': seconds(begun.at, off.at),
    'guest off -> output off': waited,
    'output on -> guest started': seconds(on.at, started),
  };
}

/** What a reader sees of it: everything but the console's chatter, then the steps. */
export function tell(title: string, timeline: Timeline, steps: Steps, after = 0): void {
  console.log([`== ${title}`, timeline.text(undefined, after), '', sideBySide({ '': steps })].join('\n'));
}

/** The steps of several outages as a table. */
export function sideBySide(outages: Readonly<Record<string, Steps>>): string {
  const columns = Object.entries(outages);
  const widths = columns.map(([name]) => Math.max(name.length, 8) + 2);
  const row = (label: string, cells: readonly string[]): string =>
    `${label.padEnd(32)}${cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('')}`;
  return [
    row(
      'seconds',
      columns.map(([name]) => name),
    ),
    ...STEPS.map((step) =>
      row(
        step,
        columns.map(([, steps]) => steps[step].toFixed(1)),
      ),
    ),
    '',
  ].join('\n');
}

/** Skips what the UPS waits by itself, but for the end of it. */
function skipMost(ups: BenchUps, left: number | null): void {
  if (left !== null && left > SEEN) ups.skip(Math.floor(left - SEEN));
}

function seconds(from: number, to: number): number {
  return (to - from) / 1000;
}

async function within<T>(limitMs: number, promise: Promise<T>, timeline: Timeline): Promise<T> {
  const late = new AbortController();
  const limit = sleep(limitMs, undefined, { signal: late.signal }).then(() => {
    throw new Error(`The loss of mains was not detected.\n${timeline.tail()}`);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    late.abort();
    limit.catch(() => undefined);
  }
}
