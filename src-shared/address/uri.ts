/**
 * How a device is named: `serial:/dev/ttyUSB0?driver=megatec&baud=2400`, `serial:usb?vendor=067b&product=2303`,
 * `hid:051d:0002`, `hid:051d:0002:SERIAL`, `hid:/dev/hidraw0`, `snmp://public@host:161?version=2c&table=ietf`, `sim:megatec?scenario=outage`, `replay:/tmp/recording.snmprec`.
 */
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { en } from '../texts/en/index.ts';
import { say } from '../texts/say.ts';
import { redactUri, tellableNames } from './redact.ts';

/** What a misfit is called, in the language of the moment at which it is told. */
const told = (what: keyof typeof en.reach.uri): { error: () => string } => ({ error: () => say(`reach.uri.${what}`) });

const flag = z.enum(['0', '1']).transform((text) => text === '1');
const hexId = z
  .string()
  .regex(/^(0x)?[0-9a-f]{1,4}$/i, told('notUsbNumber'))
  .transform((text) => Number.parseInt(text.replace(/^0x/i, ''), 16));
const word = z.string().regex(/^[\w.-]{1,60}$/, told('notName'));
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, told('notWhole'))
  .transform(Number);
const positive = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/, told('notNumber'))
  .transform(Number)
  .refine((value) => value > 0, told('moreThanZero'));
const port = wholeNumber.refine((value) => value >= 1 && value <= 65_535, told('notPort'));
const text = z.string().min(1).max(200);

const line = {
  driver: word.optional(),
  dialect: word.optional(),
  baud: wholeNumber.refine((value) => value >= 50 && value <= 4_000_000, told('notSpeed')).optional(),
  dtr: flag.optional(),
  rts: flag.optional(),
  parity: z.enum(['none', 'even', 'odd']).optional(),
};
const serialByPath = z.strictObject(line);
const serialByUsb = z.strictObject({ ...line, vendor: hexId, product: hexId.optional(), serial: text.optional() });

const hidParameters = z.strictObject({
  driver: word.optional(),
  dialect: word.optional(),
  /** The USB port, where devices have no serial number to tell them apart. */
  port: z
    .string()
    .regex(/^[\w.:-]{1,60}$/, told('notUsbPort'))
    .optional(),
});
const hidByPath = hidParameters.omit({ port: true });

const snmpParameters = z
  .strictObject({
    version: z.enum(['1', '2c', '3']).default('2c'),
    driver: word.optional(),
    table: word.optional(),
    user: text.optional(),
    auth: z.enum(['md5', 'sha', 'sha224', 'sha256', 'sha384', 'sha512']).optional(),
    authPassword: text.optional(),
    privacy: z.enum(['des', 'aes', 'aes256b', 'aes256r']).optional(),
    privacyPassword: text.optional(),
  })
  .refine((given) => given.version !== '3' || given.user !== undefined, told('needsUser'))
  .refine((given) => (given.auth === undefined) === (given.authPassword === undefined), told('authTogether'))
  .refine((given) => (given.privacy === undefined) === (given.privacyPassword === undefined), told('privacyTogether'))
  .refine((given) => given.privacy === undefined || given.auth !== undefined, told('privacyNeedsAuth'));

const simulatedParameters = z.strictObject({
  /** Which of the driver's tables or dialects the device speaks. */
  dialect: word.optional(),
  scenario: word.optional(),
  profile: word.optional(),
  /** Seconds of the simulated world in one of ours. */
  speed: positive.optional(),
  /** Carries bytes as slowly as a line of this speed. */
  baud: line.baud,
});
const replayParameters = z.strictObject({ driver: word.optional(), dialect: word.optional() });

/** A serial port, by its path or by the USB numbers of its adapter. */
export type SerialAddress = { readonly scheme: 'serial' } & (
  | ({ readonly path: string } & z.infer<typeof serialByPath>)
  | ({ readonly path?: never } & z.infer<typeof serialByUsb>)
);
/** A HID device, by its node or by its USB numbers. */
export type HidAddress = { readonly scheme: 'hid' } & (
  | ({ readonly path: string } & z.infer<typeof hidByPath>)
  | ({
      readonly path?: never;
      readonly vendor: number;
      readonly product: number;
      readonly serial?: string;
    } & z.infer<typeof hidParameters>)
);
/** An SNMP agent. */
export type SnmpAddress = {
  readonly scheme: 'snmp';
  readonly host: string;
  readonly port: number;
  /** Versions 1 and 2c. */
  readonly community: string;
} & z.infer<typeof snmpParameters>;
/** A simulated device, answering as this driver's devices do. */
export type SimulatedAddress = { readonly scheme: 'sim'; readonly driver: string } & z.infer<
  typeof simulatedParameters
>;
/** A recording, played back to the drivers. */
export type ReplayAddress = { readonly scheme: 'replay'; readonly path: string } & z.infer<typeof replayParameters>;
/** Any device's address. */
export type DeviceAddress = SerialAddress | HidAddress | SnmpAddress | SimulatedAddress | ReplayAddress;

const EXAMPLES = {
  serial: 'serial:/dev/ttyUSB0?driver=megatec&baud=2400 or serial:usb?vendor=067b&product=2303',
  hid: 'hid:051d:0002 or hid:051d:0002:SERIAL or hid:/dev/hidraw0',
  snmp: 'snmp://public@192.0.2.10:161?version=2c or snmp://192.0.2.10?version=3&user=me&auth=sha256&authPassword=..',
  sim: 'sim:megatec?scenario=outage',
  replay: 'replay:/home/me/recording.snmprec',
} as const;

/** Reads a device URI. Throws `AppError` ('bad-input') with an example of a right one; secrets are not repeated. */
export function parseUri(uri: string): DeviceAddress {
  const found = /^([a-z]+):([^?]*)(?:\?(.*))?$/s.exec(uri.trim());
  const [, scheme = '', target = '', query = ''] = found ?? [];
  if (!isScheme(scheme)) {
    const shapes = Object.values(EXAMPLES).map((example) => example.split(' or ')[0]);
    throw new AppError('bad-input', say('reach.noAddress', { given: redactUri(uri), shapes: shapes.join(', ') }));
  }
  try {
    return readers[scheme](target, parameters(query));
  } catch (thrown) {
    const why = reason(thrown, uri);
    throw new AppError(
      'bad-input',
      say('reach.noAddressBecause', { given: redactUri(uri), why, example: EXAMPLES[scheme] }),
    );
  }
}

/** A complaint about one part of a URI, on its way to `parseUri`. */
class Misfit extends Error {}

function reason(thrown: unknown, uri: string): string {
  if (thrown instanceof z.ZodError) {
    const [issue] = thrown.issues;
    if (issue?.code === 'unrecognized_keys') {
      const names = tellableNames(uri, issue.keys);
      return names.length === 0 ? say('reach.uri.noFit') : say('reach.uri.noParameter', { names: names.join(', ') });
    }
    return `${issue?.path.map((part) => `${String(part)}= `).join('') ?? ''}${issue?.message ?? say('reach.uri.noFit')}`;
  }
  if (thrown instanceof Misfit || thrown instanceof URIError) return thrown.message;
  throw thrown;
}

function isScheme(scheme: string): scheme is keyof typeof EXAMPLES {
  return Object.hasOwn(EXAMPLES, scheme);
}

function parameters(query: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, value] of new URLSearchParams(query)) {
    if (Object.hasOwn(result, key)) {
      throw new Misfit(
        tellableNames(`?${query}`, [key]).length === 0 ? say('reach.uri.noFit') : say('reach.uri.twice', { name: key }),
      );
    }
    result[key] = value;
  }
  return result;
}

function path(target: string): string {
  // Both serial:/dev/x and serial:///dev/x are in use.
  const decoded = decodeURIComponent(target).replace(/^\/\/\//, '/');
  if (decoded === '' || decoded.includes('\0')) throw new Misfit(say('reach.uri.noPath'));
  return decoded;
}

const readers: Record<keyof typeof EXAMPLES, (target: string, given: Record<string, string>) => DeviceAddress> = {
  serial: (target, given) =>
    target === 'usb'
      ? { scheme: 'serial', ...serialByUsb.parse(given) }
      : { scheme: 'serial', path: path(target), ...serialByPath.parse(given) },
  hid: (target, given) => readHid(target, given),
  snmp: (target, given) => ({ scheme: 'snmp', ...authority(target), ...snmpParameters.parse(given) }),
  sim: (target, given) => ({ scheme: 'sim', driver: word.parse(target), ...simulatedParameters.parse(given) }),
  replay: (target, given) => ({ scheme: 'replay', path: path(target), ...replayParameters.parse(given) }),
};

function readHid(target: string, given: Record<string, string>): HidAddress {
  const found = /^([0-9a-f]{4}):([0-9a-f]{4})(?::(.+))?$/i.exec(target);
  const [, vendor, product, serial] = found ?? [];
  if (vendor === undefined || product === undefined) {
    return { scheme: 'hid', path: path(target), ...hidByPath.parse(given) };
  }
  return {
    scheme: 'hid',
    vendor: hexId.parse(vendor),
    product: hexId.parse(product),
    ...(serial === undefined ? {} : { serial: text.parse(decodeURIComponent(serial)) }),
    ...hidParameters.parse(given),
  };
}

function authority(target: string): Pick<SnmpAddress, 'host' | 'port' | 'community'> {
  const found = /^\/\/(?:([^/]*)@)?(\[[0-9a-fA-F:.]+\]|[^\s/@:[\]]+)(?::([^/]*))?\/?$/.exec(target);
  const [, community, host, portText] = found ?? [];
  if (host === undefined) throw new Misfit(say('reach.uri.noHost'));
  return {
    host: decodeURIComponent(host.replace(/^\[|\]$/g, '')),
    port: portText === undefined ? 161 : port.parse(portText),
    community: community === undefined ? 'public' : decodeURIComponent(community),
  };
}

/** Writes an address as the URI that reads back as the same. */
export function formatUri(address: DeviceAddress): string {
  switch (address.scheme) {
    case 'serial': {
      const { scheme: _scheme, path: at, ...rest } = address;
      return `serial:${at === undefined ? 'usb' : escapePath(at)}${queryOf(rest)}`;
    }
    case 'hid': {
      if (address.path !== undefined) {
        const { scheme: _scheme, path: at, ...rest } = address;
        return `hid:${escapePath(at)}${queryOf(rest)}`;
      }
      const { scheme: _scheme, vendor, product, serial, ...rest } = address;
      const name = [
        usbNumber(vendor),
        usbNumber(product),
        ...(serial === undefined ? [] : [encodeURIComponent(serial)]),
      ];
      return `hid:${name.join(':')}${queryOf(rest)}`;
    }
    case 'snmp': {
      const { scheme: _scheme, host, port: number, community, ...rest } = address;
      const shown = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
      return `snmp://${encodeURIComponent(community)}@${shown}:${number}${queryOf(rest)}`;
    }
    case 'sim': {
      const { scheme: _scheme, driver, ...rest } = address;
      return `sim:${driver}${queryOf(rest)}`;
    }
    case 'replay': {
      const { scheme: _scheme, path: at, ...rest } = address;
      return `replay:${escapePath(at)}${queryOf(rest)}`;
    }
  }
}

function escapePath(at: string): string {
  return encodeURI(at)
    .replace(/[?#]/g, encodeURIComponent)
    .replace(/^\/\/\//, '/%2F%2F');
}

function queryOf(given: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const result = new URLSearchParams();
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const usb = (key === 'vendor' || key === 'product') && typeof value === 'number';
    const plain = typeof value === 'boolean' ? Number(value) : value;
    result.set(key, usb ? usbNumber(value) : String(plain));
  }
  const joined = result.toString();
  return joined === '' ? '' : `?${joined}`;
}

function usbNumber(value: number): string {
  return value.toString(16).padStart(4, '0');
}
