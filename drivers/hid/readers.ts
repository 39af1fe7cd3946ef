/** How single values are read and written. Each reader can do both, so that settings and the simulator agree. */
import type { Value } from '../../src-shared/nut/index.ts';
import { ALL_ONES } from '../kit/all-ones.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { DelayCode, Reader } from './shapes.ts';

const asNumber = (value: Value): number | null => {
  const number = typeof value === 'number' ? value : Number(value.trim() === '' ? Number.NaN : value);
  return Number.isFinite(number) ? number : null;
};

/** Decimals that no meter of a UPS has; they are left over from dividing. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** The scaled value as it is. */
export const number: Reader = {
  of: 'value',
  read: ({ value }) => ({ value: tidy(value) }),
  write: asNumber,
};

/** The raw value, for fields whose unit in the descriptor is nonsense. */
export const plain: Reader = { of: 'raw', read: ({ raw }) => ({ value: raw }), write: asNumber };

/** A number that is a name. */
export const label: Reader = { of: 'raw', read: ({ raw }) => ({ value: String(raw) }), write: asNumber };

/** The raw value times a factor. */
export function rawTimes(factor: number): Reader {
  return {
    of: 'raw',
    read: ({ raw }) => ({ value: tidy(raw * factor) }),
    write: (value) => {
      const wanted = asNumber(value);
      return wanted === null ? null : Math.round(wanted / factor);
    },
  };
}

const KELVIN = 273.15;
/** The coldest and hottest that a UPS is, in Kelvin: what lies between is none of them in degrees Celsius. */
const COLDEST = 233;
const HOTTEST = 400;

/**
 * Degrees Celsius. The unit of the class is Kelvin (HID Power Devices 1.0, 4.1.2), but several makers send degrees
 * Celsius under it, or without a unit (NUT, drivers/usbhid-ups.c, kelvin_celsius_conversion).
 */
export const celsius: Reader = {
  of: 'value',
  read: ({ value, unit }) => {
    if (unit === '°F') return { value: tidy(Math.round(((value - 32) / 1.8) * 10) / 10) };
    const degrees = value >= COLDEST && value <= HOTTEST ? value - KELVIN : value;
    return { value: tidy(Math.round(degrees * 100) / 100) };
  },
  write: (value) => {
    const degrees = asNumber(value);
    return degrees === null ? null : degrees + KELVIN;
  },
};

const two = (part: number): string => String(part).padStart(2, '0');
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

function isoDate(year: number, month: number, day: number): { value: string } | { absent: string } {
  if (month < 1 || month > 12 || day < 1 || day > 31) return { absent: say('hid.noDate') };
  return { value: `${year}-${two(month)}-${two(day)}` };
}

function parts(value: Value): readonly [number, number, number] | null {
  const [, year, month, day] = ISO.exec(String(value)) ?? [];
  return year === undefined ? null : [Number(year), Number(month), Number(day)];
}

/** (year - 1980) * 512 + month * 32 + day (HID Power Devices 1.0, 4.2.6). */
export const packedDate: Reader = {
  of: 'raw',
  read: ({ raw }) =>
    raw === 0 ? { absent: say('hid.dateNotSet') } : isoDate(1980 + (raw >> 9), (raw >> 5) & 0xf, raw & 0x1f),
  write: (value) => {
    const date = parts(value);
    if (date === null || date[0] < 1980 || date[0] > 2107) return null;
    return (date[0] - 1980) * 512 + date[1] * 32 + date[2];
  },
};

const fromBcd = (byte: number): number => (byte >> 4) * 10 + (byte & 0xf);
const toBcd = (value: number): number => Math.floor(value / 10) * 16 + (value % 10);

/** 0xMMDDYY with decimal digits: 0x102202 is 22 October 2002 (NUT, drivers/apc-hid.c). */
export const apcDate: Reader = {
  of: 'raw',
  read: ({ raw }) => {
    if (raw === 0) return { absent: say('hid.dateNotSet') };
    const year = fromBcd(raw & 0xff);
    return isoDate(year + (year >= 70 ? 1900 : 2000), fromBcd((raw >> 16) & 0xff), fromBcd((raw >> 8) & 0xff));
  },
  write: (value) => {
    const date = parts(value);
    return date === null ? null : (toBcd(date[1]) << 16) | (toBcd(date[2]) << 8) | toBcd(date[0] % 100);
  },
};

/** Seconds since 1970, of which the date or the time of day is shown. */
export function clock(part: 'date' | 'time'): Reader {
  return {
    of: 'raw',
    read: ({ raw }) => {
      if (raw <= 0) return { absent: say('hid.clockNotSet') };
      const iso = new Date(raw * 1000).toISOString();
      return { value: part === 'date' ? iso.slice(0, 10) : iso.slice(11, 19) };
    },
    write: () => null,
  };
}

/** Seconds that are left; below zero, and with all bits set, no timer runs (HID Power Devices 1.0, 4.1.5). */
export function timer(code?: DelayCode): Reader {
  return {
    of: 'raw',
    allOnes: 'a value',
    read: ({ raw, value }) => {
      if (code !== undefined) return { value: code.decode(raw) };
      return { value: value < 0 || raw === ONE_BYTE || ALL_ONES.includes(raw) ? -1 : tidy(value) };
    },
    write: () => null,
  };
}
const ONE_BYTE = 0xff;

/** A number that stands for a word. `also` are more numbers that are read as, but never written for, a word. */
export function choice(words: Readonly<Record<number, string>>, also: Readonly<Record<number, string>> = {}): Reader {
  const all: Readonly<Record<number, string>> = { ...also, ...words };
  const byWord = new Map(Object.entries(words).map(([raw, word]) => [word, Number(raw)]));
  return {
    of: 'raw',
    read: ({ raw }) => {
      const word = all[raw];
      return word === undefined ? { absent: say('hid.noWord', { raw }) } : { value: word };
    },
    write: (value) => byWord.get(String(value)) ?? null,
    choices: [...byWord.keys()],
  };
}

/** HID Power Devices 1.0, 4.1.5, AudibleAlarmControl. */
export const beeper: Reader = choice({ 1: 'disabled', 2: 'enabled', 3: 'muted' });
/** HID Power Devices 1.0, 4.1.5, Test, as read; the words are NUT's. */
export const testResult: Reader = choice({
  1: 'Done and passed',
  2: 'Done and warning',
  3: 'Done and error',
  4: 'Aborted',
  5: 'In progress',
  6: 'No test initiated',
  7: 'Test scheduled',
});
/** Switches. */
export const yesNo: Reader = choice({ 0: 'no', 1: 'yes' });
export const onOff: Reader = choice({ 0: 'off', 1: 'on' });
export const enabledDisabled: Reader = choice({ 0: 'disabled', 1: 'enabled' });
