/** HID devices: `hid:051d:0002`, `hid:051d:0002:SERIAL`, `hid:/dev/hidraw0`. */
import { z } from 'zod';
import { type AddressPart, escapePath, hexId, pathIn, queryOf, text, usbNumber, usbPort, word } from './part.ts';

const parameters = z.strictObject({
  driver: word.optional(),
  dialect: word.optional(),
  /** The USB port, where devices have no serial number to tell them apart. */
  port: usbPort.optional(),
});
const byPath = parameters.omit({ port: true });

/** A HID device, by its node or by its USB numbers. */
export type HidAddress = { readonly scheme: 'hid' } & (
  | ({ readonly path: string } & z.infer<typeof byPath>)
  | ({
      readonly path?: never;
      readonly vendor: number;
      readonly product: number;
      readonly serial?: string;
    } & z.infer<typeof parameters>)
);

/** How HID devices are named. */
export const hidPart: AddressPart<HidAddress> = {
  scheme: 'hid',
  carries: 'hid',
  example: 'hid:051d:0002 or hid:051d:0002:SERIAL or hid:/dev/hidraw0',
  read: (target, given) => {
    const found = /^([0-9a-f]{4}):([0-9a-f]{4})(?::(.+))?$/i.exec(target);
    const [, vendor, product, serial] = found ?? [];
    if (vendor === undefined || product === undefined) {
      return { scheme: 'hid', path: pathIn(target), ...byPath.parse(given) };
    }
    return {
      scheme: 'hid',
      vendor: hexId.parse(vendor),
      product: hexId.parse(product),
      ...(serial === undefined ? {} : { serial: text.parse(decodeURIComponent(serial)) }),
      ...parameters.parse(given),
    };
  },
  write: ({ scheme: _scheme, path, vendor, product, serial, ...rest }) => {
    if (path !== undefined) return `hid:${escapePath(path)}${queryOf(rest)}`;
    const name = [
      usbNumber(vendor),
      usbNumber(product),
      ...(serial === undefined ? [] : [encodeURIComponent(String(serial))]),
    ];
    return `hid:${name.join(':')}${queryOf(rest)}`;
  },
  place: (address) =>
    address.path === undefined
      ? `hid ${address.vendor} ${address.product} ${address.serial ?? ''} ${address.port ?? ''}`
      : `hid ${address.path}`,
};
