/** What every kind of address is made of: how it is read, how it is written, which place it names, what its form asks. */
import { z } from 'zod';
import type { PortKindName } from './kinds.ts';
import { writeParameter } from './query.ts';

/** What a part of an address may be that it should not; each has a sentence in the catalogue. */
export const MISFITS = [
  'notUsbNumber',
  'notName',
  'notWhole',
  'notNumber',
  'moreThanZero',
  'notPort',
  'notSpeed',
  'notUsbPort',
  'needsUser',
  'authTogether',
  'privacyTogether',
  'privacyNeedsAuth',
  'noPath',
  'noHost',
] as const;

/** The name of such a sentence. */
export type MisfitName = (typeof MISFITS)[number];

/** A complaint about one part of an address, on its way to whoever read it; the message is a `MisfitName`. */
export class Misfit extends Error {
  readonly what: MisfitName;

  constructor(what: MisfitName) {
    super(what);
    this.what = what;
  }
}

/** The parameters of an address as they were written. */
export type Given = Readonly<Record<string, string>>;
/** The parts of an address as they are to be written; what is undefined is left out. */
export type Written = Readonly<Record<string, string | number | boolean | undefined>>;

/** Everything that the form asks for, by the name of the part of the address that it becomes. */
export type FieldName =
  | 'path'
  | 'driver'
  | 'dialect'
  | 'baud'
  | 'parity'
  | 'dtr'
  | 'rts'
  | 'host'
  | 'port'
  | 'version'
  | 'community'
  | 'table'
  | 'user'
  | 'auth'
  | 'authPassword'
  | 'privacy'
  | 'privacyPassword'
  | 'scenario'
  | 'speed';
/** What there has to be before an address can be made. */
export type DemandedName = Extract<FieldName, 'path' | 'host' | 'driver' | 'user' | 'authPassword' | 'privacyPassword'>;
/** What was typed, by the name of the field. Empty text means: leave it to the engine. */
export type FormValues = Readonly<Partial<Record<FieldName, string>>>;

/** Where a choice has its values from: from here, or from the drivers that speak behind such an address. */
export type ChoiceOf = readonly string[] | 'drivers' | 'dialects' | 'tables' | 'scenarios';

/** One thing that the form asks for. */
export type FormField = {
  readonly input: 'text' | 'whole' | 'decimal' | 'secret' | 'choice';
  readonly of?: ChoiceOf;
  /** What a choice means that is left open; one without it is never open. */
  readonly open?: 'automatic' | 'none';
  /** The value at first. */
  readonly start?: string;
  /** Under the field stands what it is for. */
  readonly help?: 'pathHelp' | 'driverHelp';
  /** Asked for only with these values; what is not asked for is not written. */
  readonly shown?: (values: FormValues) => boolean;
  /** Emptied when this one changes. */
  readonly follows?: FieldName;
} & (
  | { readonly name: FieldName; readonly demanded?: never }
  | { readonly name: DemandedName; readonly demanded: true }
);

/** One kind of address. */
export interface AddressPart<A extends { readonly scheme: string }> {
  readonly scheme: A['scheme'];
  /** The kind of port behind it, where there is only one. */
  readonly carries?: PortKindName;
  /** Right ones, for whoever wrote a wrong one; alternatives with " or " between. */
  readonly example: string;
  /** Throws `Misfit`, `URIError` or zod's error where it makes no sense. */
  readonly read: (target: string, given: Given) => A;
  /** The URI of these parts: of an address, or of what was typed. */
  readonly write: (parts: Written) => string;
  /** The place alone, without how it is spoken to: two addresses of one place have the same. */
  place(address: A): string;
  /** The port is held while it is used, so that it cannot be asked a second time. */
  readonly exclusive?: boolean;
  /** What is asked for where it can be added by hand. */
  readonly form?: readonly FormField[];
}

const told = (what: MisfitName): { readonly error: MisfitName } => ({ error: what });

export const flag = z.enum(['0', '1']).transform((text) => text === '1');
export const hexId = z
  .string()
  .regex(/^(0x)?[0-9a-f]{1,4}$/i, told('notUsbNumber'))
  .transform((text) => Number.parseInt(text.replace(/^0x/i, ''), 16));
export const word = z.string().regex(/^[\w.-]{1,60}$/, told('notName'));
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, told('notWhole'))
  .transform(Number);
export const positive = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/, told('notNumber'))
  .transform(Number)
  .refine((value) => value > 0, told('moreThanZero'));
export const udpPort = wholeNumber.refine((value) => value >= 1 && value <= 65_535, told('notPort'));
export const baud = wholeNumber.refine((value) => value >= 50 && value <= 4_000_000, told('notSpeed'));
export const usbPort = z.string().regex(/^[\w.:-]{1,60}$/, told('notUsbPort'));
export const text = z.string().min(1).max(200);

/** The path that a target names. Throws `Misfit` where it names none. */
export function pathIn(target: string): string {
  // Both serial:/dev/x and serial:///dev/x are in use.
  const decoded = decodeURIComponent(target).replace(/^\/\/\//, '/');
  if (decoded === '' || decoded.includes('\0')) throw new Misfit('noPath');
  return decoded;
}

/** The target that reads back as this path. */
export function escapePath(at: Written[string]): string {
  return encodeURI(String(at ?? ''))
    .replace(/[?#]/g, encodeURIComponent)
    .replace(/^\/\/\//, '/%2F%2F');
}

/** The parameters, with their question mark where there is one. */
export function queryOf(given: Written): string {
  const result: string[] = [];
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const usb = (key === 'vendor' || key === 'product') && typeof value === 'number';
    const plain = typeof value === 'boolean' ? Number(value) : value;
    result.push(writeParameter(key, usb ? usbNumber(value) : String(plain)));
  }
  return result.length === 0 ? '' : `?${result.join('&')}`;
}

/** A vendor or product id as people write it. */
export function usbNumber(value: Written[string]): string {
  return typeof value === 'number' ? value.toString(16).padStart(4, '0') : String(value ?? '');
}
