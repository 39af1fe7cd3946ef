/** Serial ports: `serial:/dev/ttyUSB0?driver=megatec&baud=2400`, `serial:usb?vendor=067b&product=2303`. */
import { z } from 'zod';
import { type AddressPart, baud, escapePath, flag, hexId, pathIn, queryOf, text, word } from './part.ts';

/** How a line checks its bytes. */
export const PARITIES = ['none', 'even', 'odd'] as const;
/** How a modem line is held. */
export const LEVELS = ['0', '1'] as const;
/** The speeds that the form offers; an address may name any other. */
const BAUDS = ['1200', '2400', '4800', '9600', '19200', '38400', '57600', '115200'];

const line = {
  driver: word.optional(),
  dialect: word.optional(),
  baud: baud.optional(),
  dtr: flag.optional(),
  rts: flag.optional(),
  parity: z.enum(PARITIES).optional(),
};
const byPath = z.strictObject(line);
const byUsb = z.strictObject({ ...line, vendor: hexId, product: hexId.optional(), serial: text.optional() });

/** A serial port, by its path or by the USB numbers of its adapter. */
export type SerialAddress = { readonly scheme: 'serial' } & (
  | ({ readonly path: string } & z.infer<typeof byPath>)
  | ({ readonly path?: never } & z.infer<typeof byUsb>)
);

/** How serial ports are named. */
export const serialPart: AddressPart<SerialAddress> = {
  scheme: 'serial',
  carries: 'stream',
  example: 'serial:/dev/ttyUSB0?driver=megatec&baud=2400 or serial:usb?vendor=067b&product=2303',
  exclusive: true,
  read: (target, given) =>
    target === 'usb'
      ? { scheme: 'serial', ...byUsb.parse(given) }
      : { scheme: 'serial', path: pathIn(target), ...byPath.parse(given) },
  write: ({ scheme: _scheme, path, ...rest }) =>
    `serial:${path === undefined ? 'usb' : escapePath(path)}${queryOf(rest)}`,
  place: (address) =>
    address.path === undefined
      ? `usb ${address.vendor} ${address.product ?? ''} ${address.serial ?? ''}`
      : `serial ${address.path}`,
  form: [
    { name: 'path', input: 'text', demanded: true, help: 'pathHelp' },
    { name: 'driver', input: 'choice', of: 'drivers', open: 'automatic', help: 'driverHelp' },
    { name: 'dialect', input: 'choice', of: 'dialects', open: 'automatic', follows: 'driver' },
    { name: 'baud', input: 'choice', of: BAUDS, open: 'automatic' },
    { name: 'parity', input: 'choice', of: PARITIES, open: 'automatic' },
    { name: 'dtr', input: 'choice', of: LEVELS, open: 'automatic' },
    { name: 'rts', input: 'choice', of: LEVELS, open: 'automatic' },
  ],
};
