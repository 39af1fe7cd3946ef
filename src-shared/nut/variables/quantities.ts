/**
 * The physical limits of each kind of number, shared by the rows of the variable tables.
 *
 * Limits exclude only what no UPS can mean, large ones included: 690 V between phases, medium-voltage installations,
 * 400 Hz aircraft supplies, battery strings of hundreds of volts, runtimes of weeks. Sentinels are the all-ones of the
 * device's field, read as an unsigned number in whole units or in tenths (8 bits: 255; 16 bits: 65535 and 6553.5;
 * 24 bits: 16777215; 32 bits: 4294967295), as reported in home-assistant/core#79703 and networkupstools/nut#731, #1346
 * and #3089. Drivers that know the width of a field take them out by it (`drivers/kit/all-ones.ts`); these are for text,
 * which has none. 255 is one only of a share: 255 V, 255 W and 255 s are everyday numbers.
 */

const ALL_ONES = [65_535, 6553.5, 16_777_215, 1_677_721.5, 4_294_967_295] as const;
/** All ones of what is wider than the quantities that UPSes have. */
const WIDE_ONES = [16_777_215, 4_294_967_295] as const;
const YEAR = 365 * 86_400;

/** Alternating voltage, root mean square. */
export const AC_VOLTAGE = { type: 'number', unit: 'V', min: 0, max: 40_000, sentinels: ALL_ONES } as const;
/** Voltage of a battery string. */
export const BATTERY_VOLTAGE = { type: 'number', unit: 'V', min: 0, max: 2000, sentinels: ALL_ONES } as const;
/** Alternating current, root mean square. */
export const AC_CURRENT = { type: 'number', unit: 'A', min: 0, max: 100_000, sentinels: ALL_ONES } as const;
/** Current of a battery; its sign tells charging from discharging. */
export const BATTERY_CURRENT = {
  type: 'number',
  unit: 'A',
  min: -100_000,
  max: 100_000,
  sentinels: ALL_ONES,
} as const;
/** Frequency; 400 Hz supplies exist. */
export const FREQUENCY = { type: 'number', unit: 'Hz', min: 0, max: 1000, sentinels: [655.35] } as const;
/** A share of a whole that cannot be exceeded: charge, humidity, efficiency. */
export const SHARE = { type: 'number', unit: '%', min: 0, max: 100, sentinels: [255, 65_535] } as const;
/** A share of a rating, which overload exceeds. */
export const LOAD_SHARE = { type: 'number', unit: '%', min: 0, max: 400, sentinels: [255, 65_535] } as const;
/** Apparent power. */
export const APPARENT_POWER = { type: 'number', unit: 'VA', min: 0, max: 1e9, sentinels: WIDE_ONES } as const;
/** Real power; negative when the load or an inverter feeds back. */
export const REAL_POWER = { type: 'number', unit: 'W', min: -1e9, max: 1e9, sentinels: WIDE_ONES } as const;
/** Temperature, from an unheated hut to a power stage at its limit. */
export const TEMPERATURE = { type: 'number', unit: '°C', min: -60, max: 200, sentinels: ALL_ONES } as const;
/** Time left or measured; 3932100 s is 65535 minutes. */
export const DURATION = {
  type: 'number',
  unit: 's',
  min: 0,
  max: YEAR,
  sentinels: [65_535, 3_932_100, ...WIDE_ONES],
} as const;
/** A time that someone set. 65535 s is a possible setting, so it is no sentinel here. */
export const SET_DURATION = {
  type: 'number',
  unit: 's',
  min: -1,
  max: 10 * YEAR,
  sentinels: WIDE_ONES,
  words: { '-1': 'Off' },
} as const;
/** A countdown; -1 when none is running (USB HID Power Devices, 4.3.7, DelayBeforeShutdown). */
export const COUNTDOWN = {
  type: 'number',
  unit: 's',
  min: -1,
  max: 10 * YEAR,
  sentinels: [65_535, ...WIDE_ONES],
  words: { '-1': 'Not running' },
} as const;
/** How long a device has been up. */
export const UPTIME = { type: 'number', unit: 's', min: 0, max: 100 * YEAR, sentinels: [4_294_967_295] } as const;
/** A number of things. */
export const COUNT = { type: 'number', min: 0, max: 65_534, sentinels: [65_535, 4_294_967_295] } as const;
/** Charge that a battery holds. */
export const CAPACITY = { type: 'number', unit: 'Ah', min: 0, max: 65_534, sentinels: ALL_ONES } as const;
/** Real by apparent power; some meters sign leading and lagging. */
export const POWER_FACTOR = { type: 'number', min: -1, max: 1 } as const;
/** Peak by root mean square of a current, which is at least one. */
export const CREST_FACTOR = { type: 'number', min: 1, max: 100 } as const;
/** Words of the device. */
export const TEXT = { type: 'string' } as const;
/** A choice of two, as text. */
export const SWITCH = { type: 'boolean' } as const;
/** A date; devices write them in many ways, drivers turn them into ISO 8601 where the writing is known. */
export const DATE = { type: 'date' } as const;
