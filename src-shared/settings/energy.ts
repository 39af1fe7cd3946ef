/** What a person can set about energy: what it costs, and how the power of a UPS is told where it does not say. */
import { z } from 'zod';

/** A price of one kilowatt-hour. */
const price = z.number().min(0).max(100_000);
const hour = z.int().min(0).max(23);

/** Prices of a kilowatt-hour. The night may reach over midnight. */
export const tariffSchema = z.strictObject({
  day: price,
  night: z.strictObject({ price, from: hour, to: hour }).optional(),
});

/** How one UPS is measured. */
export const meterSchema = z.strictObject({
  /** Watts at a load of 100 %, by hand: printed on the UPS. */
  ratedWatts: z.number().min(1).max(10_000_000).optional(),
  /** Watts per volt-ampere of what is connected. */
  powerFactor: z.number().min(0.1).max(1).optional(),
  /** What a meter showed, divided by what Mainstay showed. */
  calibration: z.number().min(0.2).max(5).default(1),
});

/** Energy of all UPSes. */
export const energySettingSchema = z.strictObject({
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  /** Missing until it is entered: no cost is told. */
  tariff: tariffSchema.optional(),
  /** Grams of CO2 for one kilowatt-hour, as the supplier states it; missing until it is entered. */
  co2: z.number().min(0).max(3000).optional(),
  meters: z.record(z.string().max(100), meterSchema).default({}),
});

export type Tariff = z.infer<typeof tariffSchema>;
export type Meter = z.infer<typeof meterSchema>;
export type EnergySetting = z.infer<typeof energySettingSchema>;
