/** The long answers, dates and single values, without a conversation. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCountry, keysOf, parseCapabilities, parseCommandSet } from '../../drivers/apcsmart/capabilities.ts';
import { dateOrder, deviceDate, isoDate } from '../../drivers/apcsmart/dates.ts';
import { OLD_MODELS, VOLTAGE_FOR_FIRMWARE } from '../../drivers/apcsmart/firmware.ts';
import {
  alarmDelay,
  minutes,
  probe,
  restartCharge,
  testInterval,
  text as wording,
  uptime,
} from '../../drivers/apcsmart/read.ts';
import { overheard } from '../../drivers/apcsmart/status.ts';
import { QUESTIONS } from '../../drivers/apcsmart/table.ts';
import { bytesOf } from '../../drivers/kit/line/ascii.ts';
import { isVarName } from '../../src-shared/nut/index.ts';

const group = fc
  .record({
    ask: fc.constantFrom('u', 'l', 'e', 's', '\x0c'),
    country: fc.constantFrom('D', 'M', 'A', 'I', '4'),
    length: fc.integer({ min: 1, max: 9 }),
    count: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ ask, country, length, count }) =>
    fc
      .array(fc.string({ unit: fc.constantFrom('0', '7', 'A', ' '), minLength: length, maxLength: length }), {
        minLength: count,
        maxLength: count,
      })
      .map((choices) => ({ ask, country, choices })),
  );
const written = ({ ask, country, choices }: { ask: string; country: string; choices: readonly string[] }) =>
  `${ask}${country}${choices.length}${choices[0]?.length ?? 0}${choices.join('')}`;

describe('a capability string', () => {
  it('says what was put into it, with # in front or ## before each group', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), fc.boolean(), (groups, matrix) => {
        const line = matrix ? groups.map((each) => `##${written(each)}`).join('') : `#${groups.map(written).join('')}`;
        expect(parseCapabilities(line)).toEqual({ groups, whole: true });
      }),
    );
  });

  it('that breaks off says so, and keeps the groups before', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), fc.nat(), (groups, where) => {
        const line = `#${groups.map(written).join('')}`;
        const cut = line.slice(0, 1 + (where % (line.length - 1)));
        const found = parseCapabilities(cut);
        expect(found.groups).toEqual(groups.slice(0, found.groups.length));
        if (found.whole) expect(`#${found.groups.map(written).join('')}`).toBe(cut);
        else expect(found.groups.length).toBeLessThan(groups.length);
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', 'NA', '#', 'uD43132135138129', '#u', '(208.4 140.0']) {
      expect(parseCapabilities(text).whole).toBe(false);
    }
  });

  it.each(['\r\n', '\n', '\0\0', '\r\n\0'])('is the same where %j ends it', (end) => {
    expect(parseCapabilities(`#uI13253${end}`)).toEqual({
      groups: [{ ask: 'u', country: 'I', choices: ['253'] }],
      whole: true,
    });
  });

  it('has no line end within', () => {
    expect(parseCapabilities('#uI13253s4\r31HML').whole).toBe(false);
  });

  it.each(['0', 'x', ' '])('has no group of %j choices, nor of choices of that length', (odd) => {
    const groups = [{ ask: 'u', country: 'I', choices: ['253'] }];
    expect(parseCapabilities(`#uI13253s4${odd}1HML`)).toEqual({ groups, whole: false });
    expect(parseCapabilities(`#uI13253s43${odd}HML`)).toEqual({ groups, whole: false });
  });

  it('holds for one country and for all', () => {
    const { groups } = parseCapabilities('#uD13132uI13253s431HML');
    expect(inCountry(groups, 'I').map(({ ask, country }) => ask + country)).toEqual(['uI', 's4']);
  });
});

describe('the list of what a device understands', () => {
  it.each([
    ['3.!$%+?=#|.\x01ABQ', '\x01ABQ'],
    ['2).?=*%+#!$.98~`', '98~`'],
    ['!3.!$%.QY', 'QY'],
  ])('%j', (text, commands) => expect(parseCommandSet(text)).toEqual(keysOf(commands)));

  it('holds questions of two bytes behind a third point', () => {
    const keys = parseCommandSet('4.!$%+?=*#|\x04.QY.\x81:\xd0\xe2\x9f:\xd1');
    expect([...(keys ?? [])]).toEqual(['Q', 'Y', '\x81\xd0', '\x81\xe2', '\x9f\xd1']);
  });

  it.each(['', 'NA', 'SM', '08', '230.1', 'ERR', '21.3.I', '3.QY'])('is not %j', (text) =>
    expect(parseCommandSet(text)).toBeNull(),
  );
});

describe('a date', () => {
  it('is written by month first where it cannot be otherwise', () => {
    expect(dateOrder('11/17/98', undefined)).toBe('month-first');
    expect(dateOrder('17/11/98', undefined)).toBe('day-first');
  });

  it('that could be both is decided by the week in the serial number, or not at all', () => {
    expect(dateOrder('03/05/98', 'NS9809001053')).toBe('month-first');
    expect(dateOrder('03/05/98', 'NS9818001053')).toBe('day-first');
    expect(dateOrder('03/05/98', 'NS9830001053')).toBeUndefined();
    expect(dateOrder('01/06/07', 'JS1501113445')).toBeUndefined();
    expect(dateOrder('03/05/98', undefined)).toBeUndefined();
    expect(dateOrder(undefined, 'NS9809001053')).toBeUndefined();
    expect(dateOrder('no date', 'NS9809001053')).toBeUndefined();
  });

  // The second of two possible days is half a year away in each of these.
  it.each([
    // 7 January is the last day of the first week, the 8th the first of the second.
    ['01/07/98', ['01', '02'], ['03', '04']],
    ['01/08/98', ['01', '02', '03'], ['04', '05']],
    // 5 March is in week 10.
    ['03/05/98', ['09', '10', '11'], ['07', '08', '12']],
  ])('%s goes with a serial number of its week or of one beside it', (date, near, far) => {
    for (const week of near) expect(dateOrder(date, `NS98${week}001053`), week).toBe('month-first');
    for (const week of far) expect(dateOrder(date, `NS98${week}001053`), week).toBeUndefined();
  });

  it('that is the same both ways tells nothing, nor does a serial number of another shape or year', () => {
    expect(dateOrder('03/03/98', 'NS9809001053')).toBeUndefined();
    expect(dateOrder('03/05/98', '7NS9809001053')).toBeUndefined();
    expect(dateOrder('03/05/98', 'NS9709001053')).toBeUndefined();
  });

  it('may stand between blanks, but not within more digits', () => {
    expect(isoDate(' 03/05/98 ', 'month-first')).toBe('1998-03-05');
    for (const text of ['103/05/98', '03/05/1998']) expect(isoDate(text, 'month-first')).toBeUndefined();
  });

  it('goes to the device and back', () => {
    const days = fc.date({ min: new Date('1980-01-01'), max: new Date('2079-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('month-first' as const, 'day-first' as const), (day, order) => {
        const iso = day.toISOString().slice(0, 10);
        const text = deviceDate(iso, order);
        expect(text).toMatch(/^\d\d\/\d\d\/\d\d$/);
        expect(isoDate(text ?? '', order)).toBe(iso);
      }),
    );
  });

  it('that is none is none', () => {
    for (const text of ['02/30/24', '13/13/24', '2024-01-15', '', '1/5/24']) {
      expect(isoDate(text, 'month-first')).toBeUndefined();
    }
    for (const iso of ['2026-02-30', '1950-01-01', '2126-01-01', 'tomorrow']) {
      expect(deviceDate(iso, 'month-first')).toBeUndefined();
    }
  });
});

describe('a value', () => {
  it('of the charge to start again is a code or a percentage', () => {
    expect(['00', '01', '02', '03', '15', '50', '90'].map((code) => restartCharge(code))).toEqual(
      [0, 15, 25, 90, 15, 50, 90].map((value) => ({ value })),
    );
  });

  it('of the test interval may be never, or no interval at all', () => {
    expect(testInterval('168')).toEqual({ value: 604_800 });
    expect(testInterval('OFF')).toEqual({ value: 0 });
    expect(testInterval('ON ')).toHaveProperty('absent');
  });

  it('of one question is how long the device runs or how warm its probe is, by its shape', () => {
    expect(uptime('123.4')).toEqual({ value: 444_240 });
    // Whole seconds, although 4.1 hours are a little less in binary.
    expect(uptime('004.1')).toEqual({ value: 14_760 });
    expect(uptime('23.45')).toHaveProperty('absent');
    expect(probe('23.45')).toEqual({ value: 23.45 });
    expect(probe('123.4')).toHaveProperty('absent');
  });

  it('of words comes without the blanks around it, and nothing but blanks is none', () => {
    expect(wording(' UPS_IDEN  ')).toEqual({ value: 'UPS_IDEN' });
    expect(wording('        ')).toHaveProperty('absent');
  });

  it('of the runtime is in seconds, and the alarm is off for N alone', () => {
    expect(minutes('0327:')).toEqual({ value: 19_620 });
    expect(['0', 'T', 'L', 'N'].map((code) => alarmDelay(code))).toEqual(
      ['enabled', 'enabled', 'enabled', 'disabled'].map((value) => ({ value })),
    );
  });
});

describe('a model that cannot say what it understands', () => {
  it('is called by its size, which begins its firmware', () => {
    const sizes: Readonly<Record<string, string>> = { 6: '600', 7: '900', 8: '1250', 9: '2000' };
    for (const [firmware, { model }] of OLD_MODELS) {
      const size = sizes[firmware[0] ?? ''];
      if (size !== undefined) expect(model, firmware).toBe(`Smart-UPS ${size}`);
    }
    for (const firmware of ['0XI', '0XM', '0ZI', '5UI', '5ZM'])
      expect(OLD_MODELS.get(firmware)?.model, firmware).toBe('Matrix-UPS');
    expect(OLD_MODELS.get('5.4.D')?.model).toBe('Back-UPS CS 350');
  });

  it('is asked for its state and its charge all the same', () => {
    for (const [firmware, { commands }] of OLD_MODELS) {
      for (const key of 'QYfU') expect(commands.includes(key), `${firmware}: ${key}`).toBe(true);
    }
  });

  it('may answer with a voltage in place of a firmware: two digits and no more', () => {
    for (const answer of ['FF', '9a', '00']) expect(VOLTAGE_FOR_FIRMWARE.test(answer), answer).toBe(true);
    for (const answer of ['50.9.D', '7TI', '8FF', 'FF8', 'F', 'FG'])
      expect(VOLTAGE_FOR_FIRMWARE.test(answer), answer).toBe(false);
  });
});

describe('the table', () => {
  it('has names of the vocabulary only, one shape for each question, and no shape that fits a word of the protocol', () => {
    const shapes = new Map<string, string>();
    for (const { name, ask, shape } of QUESTIONS) {
      expect(isVarName(name), name).toBe(true);
      expect(shapes.get(ask) ?? shape.source, name).toBe(shape.source);
      shapes.set(ask, shape.source);
      for (const word of ['SM', 'NA', 'BYE', '']) expect(shape.test(word), `${name}: ${word}`).toBe(false);
    }
  });
});

const status = (text: string, before: string) => overheard(bytesOf(text), { 'ups.status': before }).vars['ups.status'];

describe('what comes unasked', () => {
  it.each([
    ['!', 'OL', 'OB'],
    ['!', 'OL BOOST', 'OB BOOST'],
    ['$', 'OB LB', 'OL'],
    ['%', 'OB', 'OB LB'],
    ['+', 'OB LB', 'OB'],
    ['#', 'OL', 'OL RB'],
    ['*', 'OB LB', 'OB LB FSD'],
    ['!%*', 'OL', 'OB LB FSD'],
    ['!$', 'OB', 'OL'],
    ['?', 'OL', 'OL ALARM'],
    ['=', 'OL ALARM', 'OL'],
    ['&', 'OL', 'OL ALARM'],
  ])('%s makes of %s', (text, before, after) => expect(status(text, before)).toBe(after));

  it.each([
    ['what is so already', '!', 'OB'],
    ['a change of the memory', '|', 'OL'],
    ['the rest of an answer', '230.0\r\n', 'OL'],
    ['nothing', '', 'OL'],
  ])('%s changes nothing', (_what, text, before) =>
    expect(overheard(bytesOf(text), { 'ups.status': before })).toEqual({ vars: {} }),
  );

  it('says what is wrong, as far as an alert can', () => {
    expect(overheard(bytesOf('?'), { 'ups.status': 'OL' }).vars['ups.alarm']).toBe('abnormal condition');
    expect(overheard(bytesOf('&'), { 'ups.status': 'OL' }).vars['ups.alarm']).toMatch(/Measure-UPS/);
  });

  it('is no status where none is known', () => {
    for (const alert of '%+#?=*&|') expect(overheard(bytesOf(alert), {})).toEqual({ vars: {} });
    expect(overheard(bytesOf('!'), {}).vars).toEqual({ 'ups.status': 'OB' });
  });

  it('never makes of any bytes a status with both words or with neither', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 30 }),
        fc.constantFrom('OL', 'OB', 'OL CHRG', 'OB LB', 'OFF'),
        (bytes, before) => {
          const after = overheard(bytes, { 'ups.status': before }).vars['ups.status'];
          if (after === undefined) return;
          const words = String(after).split(' ');
          expect(words.filter((word) => word === 'OL' || word === 'OB')).toHaveLength(1);
        },
      ),
    );
  });
});
