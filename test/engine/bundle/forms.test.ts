/** The forms that recordings are written in: what is written is read back the same. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SnmpType, SnmpValue } from '../../../drivers/driver.ts';
import { formatExchangeFile, parseExchangeFile } from '../../../drivers/kit/line/exchange-file.ts';
import { mask, secretsOf } from '../../../src-main/engine/bundle/mask.ts';
import { formatSnmprec, parseSnmprec } from '../../../src-main/engine/ports/snmp/snmprec.ts';
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { device as liveDevice } from '../../hosts/made-state.ts';

const bytes = fc.uint8Array({ maxLength: 40 });

describe('an exchange file', () => {
  it('holds any bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ sent: bytes, came: bytes }), { maxLength: 8 }), (exchanges) => {
        const file = { header: { proof: 'captured', source: 'a test: of ours' }, exchanges };
        expect(parseExchangeFile(formatExchangeFile(file))).toEqual(file);
      }),
    );
  });

  it('is readable', () => {
    const exchanges = [{ sent: Uint8Array.of(0x51, 0x31, 0x0d), came: Uint8Array.of(0x28, 0x5c, 0, 0xff) }];
    expect(formatExchangeFile({ header: {}, exchanges })).toBe('> Q1\\r\n< (\\\\\\0\\xff\n');
  });
});

describe('a recording of an agent', () => {
  const oid = fc.array(fc.nat(70_000), { minLength: 2, maxLength: 12 }).map((parts) => parts.join('.'));
  const text = bytes.map((each) => Buffer.from(each).toString('latin1'));
  const numeric: SnmpType[] = ['Integer', 'Counter32', 'Gauge32', 'TimeTicks', 'Counter64'];
  const value: fc.Arbitrary<SnmpValue> = fc.oneof(
    fc.record({ type: fc.constantFrom(...numeric), value: fc.nat() }),
    fc.record({ type: fc.constant<SnmpType>('OctetString'), value: text }),
    fc.record({ type: fc.constant<SnmpType>('ObjectIdentifier'), value: oid }),
  );

  it('holds any rows, in the order of their OIDs', () => {
    fc.assert(
      fc.property(fc.dictionary(oid, value, { minKeys: 1, maxKeys: 8 }), (rows) => {
        const written = formatSnmprec(new Map(Object.entries(rows)));
        expect(Object.fromEntries(parseSnmprec(written))).toEqual({ ...rows });
      }),
    );
    const one: SnmpValue = { type: 'Integer', value: 1 };
    expect(
      formatSnmprec(
        new Map([
          ['1.3.10', one],
          ['1.3.9', one],
          ['1.3', one],
        ]),
      ),
    ).toBe('1.3|2|1\n1.3.9|2|1\n1.3.10|2|1\n');
  });
});

const device = (values: DeviceState['values']): DeviceState => liveDevice('a', values, { uri: '', name: '' });

describe('masking', () => {
  it('takes serial numbers and hosts out, in plain and in hex, and keeps lengths', () => {
    const secrets = secretsOf(
      [device({ 'ups.serial': 'AS1234567890 ', 'battery.charge': 4711, 'ups.model': 'Model' })],
      ['snmp://secret@192.168.7.20:161?version=2c', 'hid:051d:0002:9B2222A', 'snmp://public@localhost'],
    );
    expect(secrets).toContain('AS1234567890');
    const text =
      'serial as1234567890 at 192.168.7.20, 9B2222A; 41 53 31 32 33 34 35 36 37 38 39 30 0d; 39423232323241; 39 00 42 00 32 00 32 00 32 00 32 00 41 00';
    const masked = mask(text, secrets);
    expect(masked).toBe(
      'serial xxxxxxxxxxxx at xxxxxxxxxxxx, xxxxxxx; 78 78 78 78 78 78 78 78 78 78 78 78 0d; 78787878787878; 78 00 78 00 78 00 78 00 78 00 78 00 78 00',
    );
    expect(mask('Model 4711 on localhost', secrets)).toBe('Model 4711 on localhost');
  });
});
