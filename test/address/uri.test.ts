/** Device URIs, of sense and of nonsense. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeviceAddress, formatUri } from '../../src-shared/address/index.ts';
import { parseUri } from '../../src-shared/address/uri.ts';
import { readQuery, writeParameter } from '../../src-shared/address/query.ts';
import { redactUri } from '../../src-shared/address/redact.ts';
import { AppError } from '../../src-shared/errors.ts';

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

function refusal(uri: string): AppError {
  try {
    parseUri(uri);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error(`${uri} was taken.`);
}

describe('a URI of sense', () => {
  it.each<[string, DeviceAddress]>([
    [
      'serial:/dev/ttyUSB0?driver=megatec&baud=2400',
      { scheme: 'serial', path: '/dev/ttyUSB0', driver: 'megatec', baud: 2400 },
    ],
    ['serial:///dev/ttyS0', { scheme: 'serial', path: '/dev/ttyS0' }],
    ['serial:COM3?dtr=1&rts=0', { scheme: 'serial', path: 'COM3', dtr: true, rts: false }],
    [
      'serial:usb?vendor=067b&product=0x2303&serial=A%20B',
      { scheme: 'serial', vendor: 0x067b, product: 0x2303, serial: 'A B' },
    ],
    ['snmp://192.0.2.10', { scheme: 'snmp', host: '192.0.2.10', port: 161, community: 'public', version: '2c' }],
    [
      'snmp://pri%40vate@[2001:db8::1]:1161?version=1&table=ietf',
      { scheme: 'snmp', host: '2001:db8::1', port: 1161, community: 'pri@vate', version: '1', table: 'ietf' },
    ],
    [
      'snmp://ups.example?version=3&user=me&auth=sha256&authPassword=a%26b&privacy=aes&privacyPassword=c',
      {
        scheme: 'snmp',
        host: 'ups.example',
        port: 161,
        community: 'public',
        version: '3',
        user: 'me',
        auth: 'sha256',
        authPassword: 'a&b',
        privacy: 'aes',
        privacyPassword: 'c',
      },
    ],
    ['sim:megatec?scenario=outage&speed=2.5', { scheme: 'sim', driver: 'megatec', scenario: 'outage', speed: 2.5 }],
    ['replay:/tmp/a%3Fb.snmprec', { scheme: 'replay', path: '/tmp/a?b.snmprec' }],
  ])('%s is read', (uri, address) => {
    expect(parseUri(uri)).toEqual(address);
  });

  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
  const text = fc
    .string({ minLength: 1, maxLength: 30, unit: 'binary' })
    .filter((each) => Buffer.from(each).toString() === each);
  const path = text.filter((each) => !each.includes('\0') && each !== 'usb' && each.trim() === each);
  const line = { driver: maybe(word), baud: maybe(fc.integer({ min: 50, max: 115_200 })), dtr: maybe(fc.boolean()) };
  const usbNumber = fc.integer({ min: 0, max: 0xffff });
  const address: fc.Arbitrary<DeviceAddress> = fc.oneof(
    fc.record({ scheme: fc.constant('serial' as const), path, ...line }),
    fc.record({
      scheme: fc.constant('serial' as const),
      vendor: usbNumber,
      product: maybe(usbNumber),
      serial: maybe(text),
      ...line,
    }),
    fc.record({
      scheme: fc.constant('snmp' as const),
      host: fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain()),
      port: fc.integer({ min: 1, max: 65_535 }),
      community: text,
      version: fc.constantFrom('1' as const, '2c' as const),
      table: maybe(word),
    }),
    fc.record({ scheme: fc.constant('sim' as const), driver: word, scenario: maybe(word) }),
    fc.record({ scheme: fc.constant('replay' as const), path, driver: maybe(word) }),
  );

  it('is written so that it reads back as the same', () => {
    fc.assert(
      fc.property(address, (given) => {
        const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        expect(parseUri(formatUri(given))).toEqual(wanted);
      }),
    );
  });
});

describe('parameters', () => {
  it('are written and read as by browsers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, value) => {
        const written = writeParameter(name, value);
        expect(written).toBe(new URLSearchParams([[name, value]]).toString());
        expect(readQuery(written)).toEqual([...new URLSearchParams(written)]);
      }),
      {
        examples: [
          ["!'()~*-._ +&=%", '\ud800x'],
          ['é', '𝄞'],
        ],
      },
    );
  });

  it.each(['a=100%', 'a=%E9&b', '&&a=1&', 'a==b', 'a=%zz+%41', '=x', 'a=%E9%20%C3%A9'])(
    '"%s" is read so too',
    (query) => {
      expect(readQuery(query)).toEqual([...new URLSearchParams(query)]);
    },
  );
});

describe('a URI of nonsense', () => {
  it.each([
    ['', 'serial:/dev/ttyUSB0'],
    ['/dev/ttyUSB0', 'serial:/dev/ttyUSB0'],
    ['http://192.0.2.1/', 'snmp://public@'],
    ['serial:', 'serial:/dev/ttyUSB0'],
    ['serial:/dev/ttyS0?baud=fast', 'baud='],
    ['serial:/dev/ttyS0?bauds=2400', 'bauds'],
    ['serial:/dev/ttyS0?baud=2400&baud=9600', 'twice'],
    ['serial:usb', 'vendor='],
    ['serial:usb?vendor=xyz', 'vendor='],
    ['serial:%E0%A4%A', 'serial:/dev/ttyUSB0'],
    ['snmp://', 'host'],
    ['snmp:host', 'host'],
    ['snmp://host:0', 'port'],
    ['snmp://host:99999', 'port'],
    ['snmp://host/path', 'host'],
    ['snmp://host?version=4', 'version='],
    ['snmp://host?version=3', 'user='],
    ['snmp://host?version=3&user=u&auth=sha256', 'authPassword='],
    ['snmp://host?version=3&user=u&privacy=aes&privacyPassword=x', 'auth='],
    ['sim:', 'sim:megatec'],
    ['sim:megatec?speed=0', 'speed='],
    ['replay:', 'path'],
  ])('"%s" is refused with words that help', (uri, hint) => {
    const error = refusal(uri);
    expect(error.code).toBe('bad-input');
    expect(error.message).toContain(hint);
  });

  it('is either read or refused, whatever it is', () => {
    const scheme = fc.constantFrom('serial:', 'snmp://', 'sim:', 'replay:', 'serial:usb?', 'snmp://a@b?', '');
    fc.assert(
      fc.property(scheme, fc.string({ unit: 'binary' }), (start, rest) => {
        try {
          parseUri(start + rest);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});

describe('secrets', () => {
  it.each([
    ['snmp://secret@host?version=2c', 'snmp://***@host?version=2c'],
    ['snmp://public@host', 'snmp://public@host'],
    [
      'snmp://host?version=3&user=me&authPassword=one&privacyPassword=two&auth=sha',
      'snmp://host?version=3&user=me&authPassword=***&privacyPassword=***&auth=sha',
    ],
    ['serial:/dev/ttyUSB0?driver=megatec', 'serial:/dev/ttyUSB0?driver=megatec'],
  ])('of %s are blanked out', (uri, shown) => {
    expect(redactUri(uri)).toBe(shown);
  });

  it('never stand in a refusal', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/);
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom('snmp://S@', 'snmp://S@h:0', 'snmp://h?authPassword=S', 'snmp://S@h?x=1&privacyPassword=S'),
        (word, shape) => {
          expect(refusal(shape.replaceAll('S', word)).message).not.toContain(word);
        },
      ),
    );
  });
});
