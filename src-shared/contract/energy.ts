/** Energy: what went through a UPS, by day and month, with what it cost. Times are milliseconds since 1970. */
import { z } from 'zod';

/** One local day or month, or all of a range. What cannot be told is missing; nothing is extrapolated. */
export const energySpanSchema = z.object({
  /** The first moment, and the first one after it. */
  from: z.number(),
  to: z.number(),
  kwh: z.number(),
  /** Hours that were recorded, of `hours` that have passed. */
  covered: z.number(),
  hours: z.number(),
  /** In the currency of the settings. */
  cost: z.number().optional(),
  /** Kilograms of CO2. */
  co2: z.number().optional(),
});

/** How the watts of a moment were told. */
export const wattsMethodSchema = z.enum([
  /** The UPS measures them. */
  'measured',
  /** Its driver computed them from other readings. */
  'computed',
  /** The load in percent of watts that the UPS states. */
  'nominal',
  /** The load in percent of watts that a person entered. */
  'rating',
  /** Volt-amperes that the UPS measures, by a power factor. */
  'apparent',
  /** The load in percent of volt-amperes that the UPS states, by a power factor. */
  'apparent-nominal',
]);

const energySchema = z.object({
  /** The IANA time zone of the days. */
  zone: z.string(),
  /** Missing: no watts can be told for this UPS. */
  method: wattsMethodSchema.optional(),
  total: energySpanSchema,
  spans: z.array(energySpanSchema),
});

/** The calls of energy. */
export const energyCalls = {
  'energy.query': {
    input: z.strictObject({
      device: z.string().min(1).max(100),
      from: z.number().min(0).max(8.64e15),
      to: z.number().min(0).max(8.64e15),
      by: z.enum(['day', 'month']),
    }),
    output: energySchema,
  },
} as const;

export type EnergySpan = z.infer<typeof energySpanSchema>;
export type WattsMethod = z.infer<typeof wattsMethodSchema>;
export type Energy = z.infer<typeof energySchema>;
