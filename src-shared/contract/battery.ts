/** The battery: what its discharges taught, its tests, its replacement. Times are milliseconds since 1970. */
import { z } from 'zod';
import { CHEMISTRIES } from '../nut/index.ts';

/** Why nothing was learned from a discharge. */
export const REFUSALS = [
  /** Too short, or too little charge was drawn, to tell anything. */
  'short',
  /** Readings are missing in the middle of it. */
  'gap',
  /** Contact with the UPS was lost meanwhile. */
  'lost-contact',
  /** The charge leapt, and too little came after it: the UPS corrected its own estimate. */
  'jump',
  /** The charge never changed although the battery carried the load. */
  'stuck',
  'no-charge',
  /** The charge is Mainstay's own guess from a voltage, which sags under the load: no gauge. */
  'guessed-charge',
  'no-load',
] as const;

/** A part of a discharge in which the charge fell by some percent. */
const stretchSchema = z.object({
  seconds: z.number(),
  /** Percent of charge. */
  from: z.number(),
  to: z.number(),
  /** The share of it that lies in the first minutes on battery; missing in what was kept before it was looked at. */
  early: z.number().optional(),
  /** Means: W, where the UPS tells them, and percent. */
  watts: z.number().optional(),
  percent: z.number().optional(),
});

/** One time that the battery carried the load. */
export const dischargeSchema = z.object({
  begin: z.number(),
  end: z.number(),
  kind: z.enum(['outage', 'test']),
  /** The first and the last charge read, in percent. */
  chargeBegin: z.number().optional(),
  chargeEnd: z.number().optional(),
  watts: z.number().optional(),
  percent: z.number().optional(),
  /** The mean of the battery's own temperature, °C. */
  temperature: z.number().optional(),
  /** Volts of the battery at the begin and at the end. */
  voltageBegin: z.number().optional(),
  voltageEnd: z.number().optional(),
  /**
   * Percent of charge last read before contact was lost for as long as mains was away: with the load, the UPS itself may
   * have gone off there. `end` is that moment.
   */
  diedAt: z.number().optional(),
  /**
   * The UPS tells no charge: the time from full to low battery, or to where contact was lost for as long as mains was
   * away, is taken for the whole.
   */
  timed: z.enum(['low-battery', 'lost']).optional(),
  /** The gauge leapt down (percent): what is learned begins after it. */
  leap: z.object({ from: z.number(), to: z.number() }).optional(),
  /** Seconds between readings. */
  interval: z.number(),
  stretches: z.array(stretchSchema),
  /** Missing: something was learned from it. */
  refused: z.enum(REFUSALS).optional(),
});

/** A test of the battery, however it was begun. */
export const testRecordSchema = z.object({
  /** When it was begun; of one that was missed, when it should have been. */
  at: z.number(),
  by: z.enum(['schedule', 'other']),
  result: z.enum(['passed', 'warning', 'failed', 'aborted', 'refused', 'missed', 'unknown']),
  /** The UPS's own words, or why there are none. */
  text: z.string(),
  seconds: z.number().optional(),
});

/** A range of seconds, of which `likely` is the middle. */
const rangeSchema = z.object({ low: z.number(), likely: z.number(), high: z.number() });

/** The learned runtime at one load, from full and from the present charge. */
const learnedSchema = z.object({
  /** The load that it is about, in the unit of the readings. */
  load: z.object({ value: z.number(), unit: z.enum(['W', '%']) }),
  full: rangeSchema,
  /** Missing without a present charge. */
  now: rangeSchema.optional(),
  discharges: z.number(),
  /** When the last of them ended. */
  lastAt: z.number(),
});

/** How much of its first runtime, at the same load and from the same charge, the battery still gave: 1 is all of it. */
const capacityPointSchema = z.object({ at: z.number(), share: z.number(), low: z.number(), high: z.number() });

const capacitySchema = z.object({
  points: z.array(capacityPointSchema),
  /** Change in a year, as a share of what it was: -0.1 is a tenth less. Missing while it cannot be told. */
  perYear: rangeSchema.optional(),
  /** Each discharge is told as it would have been at 25 °C, by the battery's temperature. */
  at25: z.boolean().optional(),
});

/** When the battery is to be replaced. */
const replacementSchema = z.object({
  /** `wear`: told from its own discharges; `age`: from how long such batteries last. */
  basis: z.enum(['wear', 'age']),
  /** The mean temperature (°C) that `age` was counted with, where it shortened the life. */
  celsius: z.number().optional(),
  from: z.number(),
  /** Missing: later than can be told. */
  to: z.number().optional(),
});

/** One battery, the present or a former one. */
const batteryLifeSchema = z.object({
  /** ISO date; missing where nobody said. */
  installed: z.string().optional(),
  source: z.enum(['person', 'device', 'unknown']),
  /** When it was replaced; missing for the present one. */
  until: z.number().optional(),
  discharges: z.number(),
  /** Seconds it would carry the present load from full. */
  full: rangeSchema.optional(),
});

export const batteryReportSchema = z.object({
  simulated: z.boolean(),
  learned: learnedSchema.optional(),
  /** Why nothing is learned: no discharge yet, none that could be used, or the present load is not known. */
  unlearned: z.enum(['none', 'unusable', 'no-load']).optional(),
  /** The present battery may have left the load without power at this charge (percent), the last time at `at`. */
  died: z.object({ charge: z.number(), at: z.number(), times: z.number() }).optional(),
  capacity: capacitySchema,
  replacement: replacementSchema.optional(),
  battery: batteryLifeSchema,
  former: z.array(batteryLifeSchema),
  /** What to buy, in the UPS's own words. */
  part: z.string().optional(),
  /** What it is made of, in the UPS's own words. */
  chemistry: z.string().optional(),
  /** What it is made of, by the person, or else by what the UPS shows; missing where nothing tells. */
  made: z.enum([...CHEMISTRIES, 'other']).optional(),
  /** Newest first. */
  discharges: z.array(dischargeSchema),
  tests: z.array(testRecordSchema),
  schedule: z.object({
    /** The command it would run; missing where the UPS offers none. */
    command: z.string().optional(),
    /** Begin of the next hour in which a test is due. */
    next: z.number().optional(),
    /** Why it was not run in the last hour that it was due in. */
    putOff: z.string().optional(),
    running: z.boolean(),
  }),
  /** The UPS keeps the date of its battery and lets it be set. */
  dateWritable: z.boolean(),
  /** What is wrong with keeping all this. */
  problem: z.string().optional(),
});

/** One of the loads that the range is told for. */
const loadRangeSchema = z.object({
  /** In the unit of the load that all is about. */
  load: z.number(),
  /** Why this load: `discharged` is one that the battery carried, `rating` what the UPS is made for. */
  why: z.enum(['present', 'half', 'double', 'discharged', 'rating']),
  full: rangeSchema,
  /** It lies beyond all loads that anything was learned at. */
  beyond: z.boolean(),
});

/** What one discharge measured, as it would be at the load that all is about. */
const measuredSchema = z.object({
  begin: z.number(),
  kind: dischargeSchema.shape.kind,
  /** The load that it was at. */
  load: z.number(),
  /** How long it was measured, as it was. */
  seconds: z.number(),
  /** Percent of charge and seconds still to come, the highest first; below the last the likely line is taken for true. */
  points: z.array(z.object({ charge: z.number(), seconds: z.number() })),
});

/** One thing that would narrow a range. */
const narrowingSchema = z.object({
  /** `deeper`: than any discharge so far; `again`: one more that is long; `other-load`: at a load not seen yet. */
  what: z.enum(['calibration', 'deeper', 'again', 'other-load']),
  /** The load to do it at, and that the ranges are about. */
  load: z.number(),
  /** Percent of charge to come down to. */
  to: z.number(),
  now: rangeSchema,
  /** What it would be, if the discharge went as is likely. */
  after: rangeSchema,
});

/** What was learned, spelled out: by charge, by load, and what would tell more. Full of what the present battery taught. */
const batteryRangesSchema = z.object({
  /** What curve and points are about; missing, like all the rest, while nothing is learned. */
  load: z.object({ value: z.number(), unit: z.enum(['W', '%']) }).optional(),
  /** Seconds that are left at a percent of charge, from empty to full. */
  curve: z.array(rangeSchema.extend({ charge: z.number() })),
  /** The latest first. */
  measured: z.array(measuredSchema),
  /** The smallest first. */
  loads: z.array(loadRangeSchema),
  /** Empty where nothing would narrow a range much, or where a UPS that goes off early is better not discharged. */
  narrowing: z.array(narrowingSchema),
});

const device = z.string().min(1).max(100);
const isoDate = z.iso.date();

/** The calls of the battery. */
export const batteryCalls = {
  'battery.report': { input: z.strictObject({ device }), output: batteryReportSchema },
  /** Asked apart from the report, which is wanted often: it takes many times as long to work out. */
  'battery.ranges': { input: z.strictObject({ device }), output: batteryRangesSchema },
  /** The charge expected as time passes, at a load. */
  'battery.curve': {
    input: z.strictObject({
      device,
      /** Percent at which it begins. */
      charge: z.number().min(1).max(100).default(100),
      /** In the unit of the answer; left out, the present load. */
      load: z.number().positive().max(1_000_000).optional(),
    }),
    output: z.object({
      load: z.object({ value: z.number(), unit: z.enum(['W', '%']) }).optional(),
      discharges: z.number(),
      /** Percent expected after so many seconds, and the range it should stay in. Empty: nothing is learned yet. */
      points: z.array(z.object({ seconds: z.number(), charge: z.number(), low: z.number(), high: z.number() })),
    }),
  },
  /** The battery was replaced: learning begins anew, and the date is written to the UPS where it takes it. */
  'battery.replaced': {
    input: z.strictObject({ device, date: isoDate }),
    output: z.object({
      result: z.enum(['accepted', 'sent', 'confirmed', 'ignored', 'refused', 'invalid', 'silent']),
      message: z.string(),
    }),
  },
} as const;

export type Refusal = (typeof REFUSALS)[number];
export type Stretch = z.infer<typeof stretchSchema>;
export type Discharge = z.infer<typeof dischargeSchema>;
export type TestRecord = z.infer<typeof testRecordSchema>;
export type Range = z.infer<typeof rangeSchema>;
export type Capacity = z.infer<typeof capacitySchema>;
export type Replacement = z.infer<typeof replacementSchema>;
export type BatteryLife = z.infer<typeof batteryLifeSchema>;
export type BatteryReport = z.infer<typeof batteryReportSchema>;
export type LoadRange = z.infer<typeof loadRangeSchema>;
export type Measured = z.infer<typeof measuredSchema>;
export type Narrowing = z.infer<typeof narrowingSchema>;
export type BatteryRanges = z.infer<typeof batteryRangesSchema>;
