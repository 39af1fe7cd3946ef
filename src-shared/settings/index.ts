/** Everything a person can set, as one schema. The engine keeps it in one versioned file; screens edit parts of it. */
import { z } from 'zod';
import { LANGUAGES } from '../texts/languages.ts';
import { batterySettingSchema } from './battery.ts';
import { energySettingSchema } from './energy.ts';
import { notificationSettingSchema } from './notifications.ts';
import { protectionSettingSchema } from './protection.ts';

export { notificationSettingSchema } from './notifications.ts';
export { protectionSettingSchema, type ProtectionSetting, type TriggerLevel } from './protection.ts';

/** Version of the settings file that this schema describes; older files are migrated, newer ones are refused. */
export const SETTINGS_VERSION = 1;

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

/** How often devices are asked, in seconds. */
export const pollingSettingSchema = z.strictObject({
  quickSeconds: z.number().min(0.5).max(60).default(2),
  fullSeconds: z.number().min(5).max(3600).default(30),
});

/** The look. Kept by the engine so that every window shows the same. */
export const preferenceSettingSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['system', ...LANGUAGES]).default('system'),
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
  notifications: notificationSettingSchema.default(() => notificationSettingSchema.parse({})),
  battery: batterySettingSchema.default(() => batterySettingSchema.parse({})),
  energy: energySettingSchema.default(() => energySettingSchema.parse({})),
  preferences: preferenceSettingSchema.default(() => preferenceSettingSchema.parse({})),
});

export type Settings = z.infer<typeof settingsSchema>;
export type DeviceSetting = z.infer<typeof deviceSettingSchema>;

/** The settings of a fresh installation. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({ version: SETTINGS_VERSION });
}
