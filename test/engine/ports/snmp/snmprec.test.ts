/** Reading recordings of SNMP agents. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSnmprec } from '../../../../src-main/engine/ports/snmp/snmprec.ts';
import { AppError } from '../../../../src-shared/errors.ts';

describe('parseSnmprec', () => {
  it('reads rows of every type', () => {
    const text = [
      '# a remark',
      '',
      '1.3.6.1.2.1.1.1.0|4|Netman 204 | with a bar',
      '.1.3.6.1.2.1.1.2.0|6|.1.3.6.1.2.1.33',
      '1.3.6.1.2.1.1.5.0|4x|4bfc636865\r',
      '1.3.6.1.2.1.33.1.2.6.0|2|-12',
      '1.3.6.1.2.1.33.1.6.1.0|66|4294967295',
      '1.3.6.1.2.1.33.1.2.7.0|5|',
      '1.3.6.1.2.1.33.1.2.8.0|2:numeric|rate=1',
    ].join('\n');
    expect(parseSnmprec(text)).toEqual(
      new Map([
        ['1.3.6.1.2.1.1.1.0', { type: 'OctetString', value: 'Netman 204 | with a bar' }],
        ['1.3.6.1.2.1.1.2.0', { type: 'ObjectIdentifier', value: '1.3.6.1.2.1.33' }],
        ['1.3.6.1.2.1.1.5.0', { type: 'OctetString', value: 'Küche' }],
        ['1.3.6.1.2.1.33.1.2.6.0', { type: 'Integer', value: -12 }],
        ['1.3.6.1.2.1.33.1.6.1.0', { type: 'Gauge32', value: 4_294_967_295 }],
      ]),
    );
  });

  it.each([
    ['1.3.6.1|2|1\nnonsense', 'Line 2'],
    ['1.3.6.1|99|1', 'Line 1'],
    ['1.3.6.1|2|four', 'Line 1'],
    ['1.3.6.1|4x|zz', 'Line 1'],
    ['', 'no rows'],
    ['# only remarks', 'no rows'],
  ])('refuses %j', (text, complaint) => {
    expect(() => parseSnmprec(text)).toThrow(complaint);
    expect(() => parseSnmprec(text)).toThrow(AppError);
  });

  it('throws nothing but AppError, whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '.', '|', '2', '4', 'x', '\n', 'é', ':', '-') }), (text) => {
        try {
          parseSnmprec(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});
