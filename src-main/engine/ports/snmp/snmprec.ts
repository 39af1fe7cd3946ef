/**
 * Recordings of SNMP agents in the format of snmpsim: a row is `OID|tag|value`, where the tag is the ASN.1 tag number,
 * followed by `x` when the value is written in hexadecimal (snmpsim documentation, "Managing simulation data").
 *
 *     1.3.6.1.2.1.1.1.0|4|Netman 204
 *     1.3.6.1.2.1.33.1.2.3.0|2|135
 *     1.3.6.1.2.1.2.2.1.6.2|4x|0002630665d8
 */
import type { SnmpType, SnmpValue } from '../../../../drivers/driver.ts';
import { compareOids, plainOid } from '../../../../drivers/kit/oid/oid.ts';
import { AppError } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { isNumeric, NOTHING, tagOf, typeOf } from './types.ts';

const ROW = /^\.?(\d+(?:\.\d+)*)\|(\d+)(x?|:[a-z]+)\|(.*)$/s;

/**
 * The rows of a recording, one character of its text for each byte (read the file as Latin-1). Lines that are empty or
 * begin with # are passed over, as are rows without a value and rows that call a module of snmpsim. Throws `AppError`
 * ('bad-input') naming the line when something else stands there, and when no row is left.
 */
export function parseSnmprec(text: string): ReadonlyMap<string, SnmpValue> {
  const rows = new Map<string, SnmpValue>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, oid, tag = '', mark = '', value = ''] = ROW.exec(line) ?? [];
    const type = typeOf(Number(tag));
    if (oid === undefined || (type === undefined && !NOTHING.has(Number(tag)))) {
      throw new AppError('bad-input', say('record.badRow', { line: index + 1 }));
    }
    if (type === undefined || mark.startsWith(':')) continue;
    const read = valueOf(type, mark === 'x', value);
    if (read === null) {
      throw new AppError('bad-input', say('record.badValue', { line: index + 1, type }));
    }
    rows.set(oid, { type, value: read });
  }
  if (rows.size === 0) throw new AppError('bad-input', say('record.noRows'));
  return rows;
}

/** Writes rows down, in the order of their OIDs as snmpsim wants them; `parseSnmprec` reads the same back. */
export function formatSnmprec(rows: ReadonlyMap<string, SnmpValue>): string {
  const lines = [...rows]
    .toSorted(([a], [b]) => compareOids(a, b))
    .map(([oid, { type, value }]) => {
      const plain = isNumeric(type) || type === 'ObjectIdentifier' || /^[ -~]*$/.test(String(value));
      return plain
        ? `${oid}|${tagOf(type)}|${value}`
        : `${oid}|${tagOf(type)}x|${Buffer.from(String(value), 'latin1').toString('hex')}`;
    });
  return `${lines.join('\n')}\n`;
}

function valueOf(type: SnmpType, hex: boolean, written: string): number | string | null {
  if (hex && !/^(?:[0-9a-f]{2})*$/i.test(written.trim())) return null;
  const plain = hex ? Buffer.from(written.trim(), 'hex').toString('latin1') : written;
  if (type === 'ObjectIdentifier') return plainOid(plain);
  if (!isNumeric(type)) return plain;
  return /^\s*-?\d+\s*$/.test(plain) ? Number(plain) : null;
}
