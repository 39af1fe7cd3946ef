/** The batteries of all devices: learning from their discharges, testing them, knowing when they were replaced. */
import type {
  BatteryRanges,
  BatteryReport,
  CallInput,
  CallOutput,
  CommandOutcome,
  DeviceState,
  Discharge,
  EventKind,
  ProtectionState,
} from '../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../src-shared/errors.ts';
import type { BatterySetting } from '../../../src-shared/settings/battery.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { type Clock, every } from '../base/clock.ts';
import { LocalClock } from '../base/local-clock.ts';
import type { KeptFile } from '../base/kept-file.ts';
import type { HistoryStore, LearnedRuntime, NewEvent, Problem } from '../base/parts.ts';
import { statusWords } from '../protection/policy/reading.ts';
import { Counter } from './counted.ts';
import { harvest, REACH } from './harvest.ts';
import { KeptBatteries, type KeptBattery } from './kept.ts';
import { rangesOf } from './ranges.ts';
import { curve } from './runtime.ts';
import { carefulOf, diedOf, isGuessed, type KnownBattery, learnedOf, reportOf, writableDate } from './report.ts';
import { warmthOf } from './temperature.ts';
import { Tester } from './tester.ts';
import { isTesting } from './words.ts';

/** What the batteries are watched with. */
export interface BatteryParts {
  readonly clock: Clock;
  readonly file: KeptFile;
  /** An IANA time zone; left out, that of this computer. */
  readonly zone?: string;
  readonly history: HistoryStore;
  readonly devices: () => readonly DeviceState[];
  readonly protection: () => ProtectionState;
  readonly setting: () => BatterySetting;
  /** Milliseconds in which every variable of a device has been read anew. */
  readonly round: () => number;
  readonly command: (device: string, name: string) => Promise<CommandOutcome>;
  readonly set: (device: string, variable: string, value: string) => Promise<CommandOutcome>;
  readonly tell: (event: NewEvent) => void;
}

/** How often devices are looked at: a test of ten seconds must not be overlooked. Milliseconds. */
const EVERY = 4000;
/** How often time is counted where there is no charge, on battery and on mains. Milliseconds. */
const COUNTED = { battery: 4000, mains: 600_000 } as const;
/** After a discharge its last samples are waited for. */
const SETTLED = 60_000;
const DAY = 86_400_000;

/** After these there may be a discharge to learn from. */
const STIRRING: readonly EventKind[] = ['mains-lost', 'mains-returned', 'test-started', 'test-ended', 'link-restored'];

/** The batteries of this engine. */
export class Batteries {
  readonly #parts: BatteryParts;
  readonly #kept: KeptBatteries;
  readonly #local: LocalClock;
  readonly #tester: Tester;
  /** Devices whose history is to be looked at, and since when (milliseconds of the steady clock). */
  readonly #stirred = new Map<string, number>();
  readonly #known = new Set<string>();
  /** What was worked out last, by device, and from what. */
  readonly #careful = new Map<string, { readonly key: string; readonly found: LearnedRuntime | undefined }>();
  readonly #counter: Counter;
  #looking = false;
  #stop: (() => void) | null = null;

  constructor(parts: BatteryParts) {
    this.#parts = parts;
    this.#kept = new KeptBatteries(parts.file);
    this.#local = new LocalClock(parts.zone);
    this.#counter = new Counter(parts.history);
    this.#tester = new Tester({ ...parts, kept: this.#kept, clock: this.#local });
  }

  get problems(): readonly Problem[] {
    const { problem } = this.#kept;
    return problem === undefined ? [] : [{ id: 'battery-file', message: problem }];
  }

  /** Tries again what could not be written. Never rejects. */
  mend(): Promise<void> {
    return this.#kept.mend();
  }

  start(): void {
    this.#stop = every(this.#parts.clock, EVERY, () => void this.look());
  }

  stop(): void {
    this.#stop?.();
  }

  /** Something is on record. */
  heard({ kind, device }: NewEvent): void {
    if (device !== undefined && STIRRING.includes(kind)) this.#stirred.set(device, this.#parts.clock.monotonic());
  }

  /** Looks at every device, one look at a time. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      // One at a time: hundreds of devices after a start must not keep protection waiting.
      let harvested = false;
      for (const device of this.#parts.devices()) {
        harvested ||= this.#harvest(device);
        const schedule = this.#parts.setting().tests[device.id];
        await this.#tester.look(device, this.#of(device.id), schedule, this.#parts.clock.now());
      }
    } catch (thrown) {
      const text = say('battery.fault', { why: toErrorValue(thrown).message });
      this.#parts.tell({ time: this.#parts.clock.now(), kind: 'problem', severity: 'warning', text, data: {} });
    } finally {
      this.#looking = false;
    }
  }

  report(id: string): BatteryReport {
    const device = this.#demand(id);
    const { clock, setting } = this.#parts;
    const { tests } = setting();
    const now = clock.now();
    const warmth = warmthOf(daysOf(this.#parts.history, id, now));
    const around = { now, clock: this.#local, schedule: tests[id], ...(warmth && { warmth }) };
    const { problem } = this.#kept;
    return { ...reportOf(device, this.#knownOf(id), around), ...(problem === undefined ? {} : { problem }) };
  }

  ranges(id: string): BatteryRanges {
    const device = this.#demand(id);
    return rangesOf(device, learnedOf(this.#knownOf(id), device, this.#parts.clock.now()));
  }

  /** How long it lasts from now by what was learned, for the policy; undefined where nothing was. */
  careful(device: DeviceState): LearnedRuntime | undefined {
    const kept = this.#kept.peek(device.id);
    const charge = device.values['battery.charge'];
    const counted = isGuessed(device);
    if (kept === undefined || (!counted && typeof charge !== 'number')) return undefined;
    const now = this.#parts.clock.now();
    const chosen = this.#parts.setting().chemistry[device.id];
    const carries = statusWords(device).has('OB');
    const load = device.values['ups.realpower'] ?? device.values['ups.load'];
    const key = [
      kept.discharges.length,
      kept.replacements.length,
      chosen,
      carries,
      counted ? Math.floor(now / COUNTED[carries ? 'battery' : 'mains']) : Math.floor(Number(charge)),
      typeof load === 'number' ? load.toPrecision(2) : '',
      Math.floor(now / 86_400_000),
    ].join(' ');
    const before = this.#careful.get(device.id);
    if (before?.key === key) return before.found;
    const known = { ...kept, chosen };
    const found = counted ? this.#counter.careful(known, device, now) : carefulOf(known, device, now);
    this.#careful.set(device.id, { key, found });
    return found;
  }

  curve({ device, charge, load }: CallInput<'battery.curve'>): CallOutput<'battery.curve'> {
    const state = this.#demand(device);
    const known = learnedOf(this.#knownOf(device), state, this.#parts.clock.now(), load);
    // By a charge that is only guessed there is no line to stand on.
    if (isGuessed(state)) return { discharges: known.learned?.used.length ?? 0, points: [] };
    return {
      ...(known.load === undefined ? {} : { load: { value: known.load.value, unit: known.load.unit } }),
      discharges: known.learned?.used.length ?? 0,
      points: known.learned === undefined ? [] : curve(known.learned, charge),
    };
  }

  /** The battery was replaced on this date. */
  async replaced({ device: id, date }: CallInput<'battery.replaced'>): Promise<CommandOutcome> {
    const device = this.#demand(id);
    const { clock, set, tell } = this.#parts;
    const now = clock.now();
    const at = startOfDay(date, this.#local);
    if (at > now) throw new AppError('bad-input', say('battery.future'));
    const kept = this.#of(id);
    // A date that is told again, or put right, is of the same battery while nothing was learned from it.
    const last = kept.replacements.at(-1);
    const mended = last !== undefined && !kept.discharges.some(({ begin }) => begin >= last.at);
    const before = mended ? kept.replacements.slice(0, -1) : kept.replacements;
    if (before.some((replacement) => replacement.at >= at)) throw new AppError('bad-input', say('battery.tooEarly'));
    await this.#kept.put(id, { ...kept, replacements: [...before, { date, at }] });
    const variable = writableDate(device);
    const written =
      variable === undefined || device.link !== 'live' ? undefined : await told(() => set(id, variable, date));
    const message = this.#wordsOf(device, variable, written);
    const result = written?.result ?? 'accepted';
    tell({ time: now, device: id, kind: 'battery-replaced', severity: 'info', text: message, data: { date, result } });
    return { result, message };
  }

  #wordsOf({ name, link }: DeviceState, variable: string | undefined, written: CommandOutcome | undefined): string {
    if (variable === undefined) return say('battery.replaced.notOffered', { name });
    if (written === undefined)
      return say(link === 'live' ? 'battery.replaced.notOffered' : 'battery.replaced.offline', { name });
    const { result, message } = written;
    if (result === 'confirmed') return say('battery.replaced.confirmed', { name });
    if (result === 'ignored') return say('battery.replaced.ignored', { name });
    return say('battery.replaced.other', { name, message });
  }

  /**
   * Looks into history after a discharge; and once after the start, for what happened when nobody looked. True when it
   * looked.
   */
  #harvest(device: DeviceState): boolean {
    const { clock, history } = this.#parts;
    const steady = clock.monotonic();
    if (!this.#known.has(device.id)) {
      this.#known.add(device.id);
      this.#stirred.set(device.id, steady);
    }
    const stirred = this.#stirred.get(device.id);
    if (stirred === undefined || steady - stirred < SETTLED) return false;
    if (device.link !== 'live' || statusWords(device).has('OB') || isTesting(device)) return false;
    this.#stirred.delete(device.id);
    const now = clock.now();
    const kept = this.#of(device.id);
    // A clock that was set back must not hide what comes.
    const from = Math.max(Math.min(kept.lookedUntil, now), now - REACH);
    const { discharges, until } = harvest(history, { id: device.id, guessed: isGuessed(device) }, from, now);
    if (until <= kept.lookedUntil && discharges.length === 0) return true;
    this.#warn(device, discharges);
    void this.#kept.put(device.id, {
      ...kept,
      lookedUntil: until,
      discharges: [...kept.discharges, ...discharges],
    });
    return true;
  }

  /** A UPS that goes off long before its battery is empty is told of: nobody else notices. */
  #warn({ id, name }: DeviceState, discharges: readonly Discharge[]): void {
    const { died } = diedOf(discharges);
    if (died === undefined) return;
    const text = say('battery.died', { name, charge: Math.round(died.charge) });
    const data = { charge: died.charge };
    this.#parts.tell({ time: died.at, device: id, kind: 'problem', severity: 'warning', text, data });
  }

  #of(id: string): KeptBattery {
    const lookedUntil = this.#parts.clock.now() - REACH;
    return this.#kept.of(id, () => ({ lookedUntil, replacements: [], discharges: [], tests: [] }));
  }

  #knownOf(id: string): KnownBattery {
    return { ...this.#of(id), chosen: this.#parts.setting().chemistry[id] };
  }

  #demand(id: string): DeviceState {
    const device = this.#parts.devices().find((each) => each.id === id);
    if (device === undefined) throw new AppError('not-found', say('battery.noDevice', { id }));
    return device;
  }
}

/** How far back a battery's temperature counts for its life, in days: all seasons alike. */
const SEASONS = 365;

/** The mean temperatures of days, °C, as far as they are known. */
function daysOf(history: HistoryStore, device: string, now: number): readonly number[] {
  const variables = ['battery.temperature'];
  const from = now - SEASONS * DAY;
  const points = history.query({ device, variables, from, to: now, points: SEASONS }).series[0]?.points ?? [];
  const days = new Map<number, number[]>();
  for (const [time, , mean] of points) {
    const day = Math.floor(time / DAY);
    days.set(day, [...(days.get(day) ?? []), mean]);
  }
  return [...days.values()].map((means) => means.reduce((sum, mean) => sum + mean, 0) / means.length);
}

/** Midnight of an ISO date on the wall clock. */
function startOfDay(date: string, clock: LocalClock): number {
  const wanted = Date.parse(date) / 86_400_000;
  let time = wanted * 86_400_000 - 15 * 3_600_000;
  while (clock.at(time).day < wanted) time += 15 * 60_000;
  return time;
}

async function told(ask: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
  try {
    return await ask();
  } catch (thrown) {
    return { result: 'refused', message: toErrorValue(thrown).message };
  }
}
