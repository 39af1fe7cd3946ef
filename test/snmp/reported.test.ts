/** Agents that people reported because a number was wrong, and what is believed of them. See `reported/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { number } from '../../drivers/kit/oid/read.ts';
import { runTalk, snmpAnswers } from '../../drivers/kit/talk.ts';
import { driver } from '../../drivers/snmp/index.ts';
import { parseSnmprec } from '../../src-main/engine/ports/snmp/snmprec.ts';
import { VariableBook } from '../../src-main/engine/devices/session/variables.ts';

const LIMITS = { quick: 10_000, full: 90_000 };

describe('a load of 150 % that is 253 of 1600 W (networkupstools/nut#341)', () => {
  const rows = parseSnmprec(
    readFileSync(join(import.meta.dirname, 'reported', 'tripplite-load-x10.snmprec'), 'latin1'),
  );
  const answer = snmpAnswers({ rows: () => rows, set: () => 'notWritable' });
  const identity = runTalk(driver.identify({ version: '2c' }), answer).result;
  if (identity === null) throw new Error('The agent is not known to the driver.');
  const identified = (): VariableBook => {
    const book = new VariableBook();
    book.merge({ readings: identity, depth: 'identity', complete: true, now: 0, monotonic: 0, steady: 0 }, LIMITS);
    return book;
  };
  const poll = (book: VariableBook, depth: 'full' | 'quick', now: number): void => {
    const readings = runTalk(driver.poll(depth, identity), answer).result ?? { vars: {} };
    book.merge({ readings, depth, complete: true, now, monotonic: now, steady: now }, LIMITS);
  };

  it('is left out at first, and read as 15 % once a second reading says the same', () => {
    const book = identified();
    expect(book.values()).not.toHaveProperty(['ups.load']);
    poll(book, 'full', 1);
    expect(book.values()).toMatchObject({ 'ups.load': 15, 'output.realpower': 253, 'output.current': 2 });
    expect(Object.keys(book.corrected())).toEqual(['output.current', 'ups.load']);
  });

  it('is read so as well where only the load was asked for, which nothing else judges', () => {
    const book = identified();
    poll(book, 'full', 1);
    poll(book, 'quick', 2);
    expect(book.get('ups.load')).toBe(15);
    expect(book.corrected()['ups.load']).toContain('150 %');
  });
});

describe('what agents send for "not known"', () => {
  it.each([65_535, 65_534, 32_767, -32_768, 16_777_215, 8_388_607, -8_388_608, 2_147_483_647, 4_294_967_295])(
    '%d is no value',
    (value) => {
      expect(number()({ type: 'Integer', value })).toHaveProperty('absent');
    },
  );

  it.each([255, 65_533, 32_766, 254, -1])('%d is one', (value) => {
    expect(number()({ type: 'Integer', value })).toEqual({ value });
  });
});
