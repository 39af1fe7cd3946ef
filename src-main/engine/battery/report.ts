/** Puts together what is told of a battery. Pure. */
import type {
  BatteryLife,
  BatteryReport,
  DeviceState,
  Discharge,
  Replacement,
} from '../../../src-shared/contract/index.ts';
import { type Chemistry, chemistryOf } from '../../../src-shared/nut/index.ts';
import type { TestSchedule } from '../../../src-shared/settings/battery.ts';
import type { LocalClock } from '../base/local-clock.ts';
import type { LearnedRuntime } from '../base/parts.ts';
import { statusWords } from '../protection/policy/reading.ts';
import { START_SECONDS } from './discharge.ts';
import type { KeptBattery } from './kept.ts';
import { capacityOf } from './capacity.ts';
import { isUsed, learn, type Learned, type Load, loadFor, usualLoad } from './learning.ts';
import { runtime } from './runtime.ts';
import { nextDue, progressOf } from './schedule.ts';
import { DESIGN, type Warmth } from './temperature.ts';
import { testCommand } from './words.ts';

/** What is kept of a battery, and what a person told it to be made of. */
export type KnownBattery = KeptBattery & { readonly chosen?: Chemistry | undefined };

/** Not by a voltage that stayed flat, as the charge is: that is known since the last start only. */
function madeOf({ chosen }: KnownBattery, device: DeviceState): BatteryReport['made'] {
  return chosen ?? chemistryOf((name) => device.values[name]);
}

/** Of lead-acid, or where nothing tells: nearly all are. */
function isLead(made: BatteryReport['made']): boolean {
  return made === undefined || made === 'lead-acid';
}

/** One battery and its discharges. */
interface Life {
  readonly installed: string | undefined;
  readonly source: BatteryLife['source'];
  readonly until: number | undefined;
  readonly discharges: readonly Discharge[];
}

/** Variables in which a device keeps when its battery was put in; the first that it lets be set is written. */
const DATES = ['battery.date', 'battery.mfr.date'] as const;

/** The date of the battery that the device lets one set. */
export function writableDate(device: DeviceState): string | undefined {
  return DATES.find((name) => device.settings.some((offer) => offer.name === name));
}

/**
 * Whether its charge is worked out from the voltage, and no reading of the UPS: no gauge that time could be told by. On
 * mains there is none to see then.
 */
export function isGuessed({ derived, values }: DeviceState): boolean {
  return derived.includes('battery.charge') || values['battery.charge'] === undefined;
}

/**
 * What is kept, of which the temperature counts for lead-acid alone. Of a charge that is only guessed nothing is learned, whatever was
 * thought of it when it was kept.
 */
function dischargesOf(kept: KnownBattery, device: DeviceState): readonly Discharge[] {
  const lead = isLead(madeOf(kept, device));
  const discharges = lead ? kept.discharges : kept.discharges.map(untempered);
  if (!isGuessed(device)) return discharges;
  return discharges.map((discharge) =>
    isUsed(discharge) && discharge.timed === undefined
      ? { ...discharge, stretches: [], refused: 'guessed-charge' as const }
      : discharge,
  );
}

function untempered({ temperature: _temperature, ...discharge }: Discharge): Discharge {
  return discharge;
}

/** The batteries of a device, the present one last. */
function livesOf(kept: KnownBattery, device: DeviceState): readonly [...Life[], Life] {
  const reported = device.values['battery.date'] ?? device.values['battery.mfr.date'];
  const dated = typeof reported === 'string' && !Number.isNaN(Date.parse(reported)) ? reported : undefined;
  const { replacements } = kept;
  const discharges = dischargesOf(kept, device);
  const former = replacements.map(({ at }, index): Life => {
    const before = replacements[index - 1];
    return {
      installed: before?.date,
      source: before === undefined ? 'unknown' : 'person',
      until: at,
      discharges: discharges.filter(({ begin }) => begin < at && begin >= (before?.at ?? 0)),
    };
  });
  const last = replacements.at(-1);
  const present: Life = {
    installed: last?.date ?? dated,
    source: last !== undefined ? 'person' : dated === undefined ? 'unknown' : 'device',
    until: undefined,
    discharges: discharges.filter(({ begin }) => begin >= (last?.at ?? 0)),
  };
  return [...former, present];
}

/** What the present battery taught, at a load or at the present one. */
export function learnedOf(
  kept: KnownBattery,
  device: DeviceState,
  now: number,
  value?: number,
): { readonly load?: Load; readonly learned?: Learned; readonly discharges: readonly Discharge[] } {
  const discharges = livesOf(kept, device).at(-1)?.discharges ?? [];
  const present = loadFor(device.values, discharges);
  if (present === undefined) return { discharges };
  const load = value === undefined ? present : { ...present, value };
  const learned = learn(discharges, load, now);
  return { load, discharges, ...(learned === undefined ? {} : { learned }) };
}

/** A gauge in whole percent may be about to show the next. */
const NEXT_PERCENT = 1;
/** For a reading that fails. Seconds. */
export const UNREAD = 10;

/** How long it lasts from now, counted carefully; undefined where nothing was learned. */
export function carefulOf(kept: KnownBattery, device: DeviceState, now: number): LearnedRuntime | undefined {
  const charge = device.values['battery.charge'];
  const { learned, discharges } = learnedOf(kept, device, now);
  if (learned === undefined || typeof charge !== 'number') return undefined;
  const from = Math.min(100, Math.max(0, charge));
  return {
    low: Math.max(0, runtime(learned, Math.max(0, from - NEXT_PERCENT)).low - UNREAD),
    high: runtime(learned, from).high,
    diedEarly: diedOf(discharges).died !== undefined,
  };
}

/**
 * Valve-regulated lead-acid batteries of the "standard commercial" class, which UPSes come with, are designed for 3 to 5
 * years at 20 °C (EUROBAT, Guide for the Specification of Valve Regulated Lead-Acid Stationary Cells and Batteries).
 */
const LEAD_YEARS = { least: 3, most: 5 } as const;

/** Warmer by so many degrees than the design life is told for is worth a word. */
const WARM = 2;

/** By age, which is told for lead-acid only. */
function replacementOf(installed: string | undefined, warmth: Warmth | undefined): Replacement | undefined {
  if (installed === undefined) return undefined;
  const { factor, celsius } = warmth ?? { factor: 1, celsius: DESIGN };
  const after = (years: number): number => {
    const date = new Date(installed);
    return date.setUTCMonth(date.getUTCMonth() + Math.floor((12 * years) / factor));
  };
  return {
    basis: 'age',
    ...(celsius >= DESIGN + WARM ? { celsius } : {}),
    from: after(LEAD_YEARS.least),
    to: after(LEAD_YEARS.most),
  };
}

/** Everything that is known. */
export function reportOf(
  device: DeviceState,
  kept: KnownBattery,
  around: {
    readonly now: number;
    readonly clock: LocalClock;
    readonly schedule: TestSchedule | undefined;
    readonly warmth?: Warmth;
  },
): Omit<BatteryReport, 'problem'> {
  const { now, clock, schedule } = around;
  const lives = livesOf(kept, device);
  const present = lives.at(-1);
  const { learned, load, discharges } = learnedOf(kept, device, now);
  const used = discharges.filter(isUsed);
  const last = used.at(-1);
  // What began before it was looked at is taken to be past its first minutes.
  const carried = statusWords(device).has('OB') ? START_SECONDS : 0;
  const charge = isGuessed(device) ? undefined : device.values['battery.charge'];
  const chemistry = text(device, 'battery.type');
  const part = text(device, 'battery.part') ?? text(device, 'experimental.battery.sku');
  const since = present?.installed === undefined ? undefined : Date.parse(present.installed);
  const usual = load ?? usualLoad(used);
  const compared = learned ?? (usual === undefined ? undefined : learn(used, usual, now));
  const { endsAt, ...capacity } = compared === undefined ? { points: [] } : capacityOf(compared, since);
  const made = madeOf(kept, device);
  const byAge = isLead(made) ? replacementOf(present?.installed, around.warmth) : undefined;
  const replacement: Replacement | undefined = endsAt === undefined ? byAge : { basis: 'wear', ...endsAt };
  const next = schedule && nextDue(schedule, progressOf(schedule, kept.progress, now, clock), now, clock);
  const command = testCommand(device);
  const putOff = kept.progress?.putOff?.why;
  const told = (life: Life): BatteryLife => lifeOf(life, load, now);
  return {
    simulated: device.simulated,
    ...(learned === undefined || load === undefined || last === undefined
      ? { unlearned: used.length > 0 ? ('no-load' as const) : discharges.length > 0 ? 'unusable' : 'none' }
      : {
          learned: {
            load: { value: load.value, unit: load.unit },
            full: runtime(learned, 100),
            ...(typeof charge === 'number' && charge > 0
              ? { now: runtime(learned, Math.min(100, charge), 0, carried) }
              : {}),
            discharges: used.length,
            lastAt: last.end,
          },
        }),
    ...diedOf(lives.at(-1)?.discharges ?? []),
    capacity,
    ...(replacement === undefined ? {} : { replacement }),
    battery: present === undefined ? { source: 'unknown', discharges: 0 } : told(present),
    former: lives.slice(0, -1).map(told),
    ...(part === undefined ? {} : { part }),
    ...(chemistry === undefined ? {} : { chemistry }),
    ...(made === undefined ? {} : { made }),
    discharges: dischargesOf(kept, device).toReversed().slice(0, SHOWN),
    tests: kept.tests.toReversed().slice(0, SHOWN),
    schedule: {
      ...(command === undefined ? {} : { command }),
      ...(next === undefined ? {} : { next }),
      ...(putOff === undefined ? {} : { putOff }),
      running: kept.running !== undefined,
    },
    dateWritable: writableDate(device) !== undefined,
  };
}

const SHOWN = 100;
/** Percent of charge below which the end of a battery surprises nobody. */
const EARLY = 20;

/** Where the UPS may have gone off early: the highest charge, and the last time. */
export function diedOf(discharges: readonly Discharge[]): Pick<BatteryReport, 'died'> {
  const early = discharges.flatMap(({ diedAt = 0, end }) => (diedAt >= EARLY ? [{ charge: diedAt, at: end }] : []));
  const last = early.at(-1);
  if (last === undefined) return {};
  return { died: { charge: Math.max(...early.map(({ charge }) => charge)), at: last.at, times: early.length } };
}

function lifeOf({ installed, source, until, discharges }: Life, load: Load | undefined, now: number): BatteryLife {
  const used = discharges.filter(isUsed);
  const learned = load === undefined ? undefined : learn(used, load, until ?? now);
  return {
    source,
    discharges: used.length,
    ...(installed === undefined ? {} : { installed }),
    ...(until === undefined ? {} : { until }),
    ...(learned === undefined ? {} : { full: runtime(learned, 100) }),
  };
}

function text(device: DeviceState, name: string): string | undefined {
  const value = device.values[name];
  return value === undefined || value === '' ? undefined : String(value);
}
