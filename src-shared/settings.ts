/** Everything a person can set, as one schema. The engine keeps it in one versioned file; screens edit parts of it. */
import { z } from 'zod';

/** Version of the settings file that this schema describes; older files are migrated, newer ones are refused. */
export const SETTINGS_VERSION = 1;

/** What a trigger does once it holds. */
export const triggerLevelSchema = z.enum(['off', 'warn', 'act']);

/** One UPS the person has added or Mainstay has found and kept. */
export const deviceSettingSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  /** Where it is: `serial:/dev/ttyUSB0?driver=megatec`, `snmp://public@host`, `sim:megatec`. */
  uri: z.string().min(1).max(1000),
  nickname: z.string().max(80).default(''),
  /** Whether this computer draws its power from it; only such a UPS can shut the computer down. */
  feedsThisComputer: z.boolean().default(true),
  enabled: z.boolean().default(true),
});

/** What may start a shutdown, and how. Durations in seconds. */
export const protectionSettingSchema = z.strictObject({
  /** `practice` does everything but the last step. */
  mode: z.enum(['off', 'practice', 'armed']).default('practice'),
  triggers: z
    .strictObject({
      timeOnBattery: z.strictObject({ level: triggerLevelSchema, seconds: z.int().min(10).max(86_400) }),
      charge: z.strictObject({ level: triggerLevelSchema, percent: z.int().min(1).max(99) }),
      runtime: z.strictObject({ level: triggerLevelSchema, seconds: z.int().min(30).max(86_400) }),
      lowBattery: z.strictObject({ level: triggerLevelSchema }),
    })
    .default({
      timeOnBattery: { level: 'off', seconds: 600 },
      charge: { level: 'act', percent: 30 },
      runtime: { level: 'act', seconds: 600 },
      lowBattery: { level: 'act' },
    }),
  /** How long the battery must carry before it counts as an outage. */
  confirmSeconds: z.int().min(0).max(300).default(5),
  /** How long mains must be back before all is clear. */
  mainsStableSeconds: z.int().min(0).max(600).default(15),
  /** The countdown that a person can still stop. */
  countdownSeconds: z.int().min(0).max(3600).default(60),
  action: z.enum(['shutdown', 'hibernate', 'sleep']).default('shutdown'),
});

/** How often devices are asked, in seconds. */
export const pollingSettingSchema = z.strictObject({
  quickSeconds: z.number().min(0.5).max(60).default(2),
  fullSeconds: z.number().min(5).max(3600).default(30),
});

/** The look. Kept by the engine so that every window shows the same. */
export const preferenceSettingSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['system', 'en', 'de', 'fr', 'es', 'zh']).default('system'),
  temperature: z.enum(['celsius', 'fahrenheit']).default('celsius'),
  startAtLogin: z.boolean().default(false),
  closeToTray: z.boolean().default(true),
});

/** The whole settings file. */
export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  devices: z.array(deviceSettingSchema).max(500).default([]),
  /** Simulated UPS shown while no device has been added; a person can turn it off. */
  demo: z.boolean().default(true),
  protection: protectionSettingSchema.default(() => protectionSettingSchema.parse({})),
  polling: pollingSettingSchema.default(() => pollingSettingSchema.parse({})),
  preferences: preferenceSettingSchema.default(() => preferenceSettingSchema.parse({})),
});

export type Settings = z.infer<typeof settingsSchema>;
export type DeviceSetting = z.infer<typeof deviceSettingSchema>;
export type ProtectionSetting = z.infer<typeof protectionSettingSchema>;
export type TriggerLevel = z.infer<typeof triggerLevelSchema>;

/** The settings of a fresh installation. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({ version: SETTINGS_VERSION });
}
