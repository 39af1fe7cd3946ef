/**
 * Devices that people reported because a number was wrong: what the driver reads, and what is believed of it. The reports
 * are in `reported/`, each with its source and with what of it is true bytes (`captured`) or rebuilt (`derived`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driver } from '../../drivers/hid/index.ts';
import { parseHidRecording } from '../../drivers/kit/hid/recording.ts';
import { runTalk } from '../../drivers/kit/talk.ts';
import { VariableBook } from '../../src-main/engine/devices/session/variables.ts';
import { screen, type Value, type Vars } from '../../src-shared/nut/index.ts';

const LIMITS = { quick: 10_000, full: 90_000 };

function recorded(name: string) {
  const { facts, answer } = parseHidRecording(
    readFileSync(join(import.meta.dirname, 'reported', `${name}.hid`), 'utf8'),
  );
  const identity = runTalk(driver.identify(facts), answer).result;
  if (identity === null) throw new Error(`${name} is not known to the driver.`);
  const poll = (depth: 'quick' | 'full') => runTalk(driver.poll(depth, identity), answer).result ?? { vars: {} };
  return { identity, poll };
}

/** What is believed after a device was identified and asked for everything, and then for what is urgent. */
function believed(name: string): VariableBook {
  const { identity, poll } = recorded(name);
  const book = new VariableBook();
  const merge = (readings: { vars: Vars }, depth: 'identity' | 'quick' | 'full', now: number) =>
    book.merge({ readings, depth, complete: true, now, monotonic: now, steady: now }, LIMITS);
  merge(identity, 'identity', 0);
  merge(poll('full'), 'full', 1);
  merge(poll('quick'), 'quick', 2);
  return book;
}

const CASES: readonly {
  readonly name: string;
  readonly right: Readonly<Record<string, Value | undefined>>;
  /** Names that were mended; a value that the device sent rightly is none of them. */
  readonly mended: readonly string[];
}[] = [
  {
    name: 'apc-smart-ups-load-x10',
    right: { 'ups.load': 10.4, 'ups.status': 'OL', 'battery.charge': 100 },
    mended: [],
  },
  {
    name: 'legrand-keor-sp-volts',
    right: {
      'input.voltage': 241.4,
      'output.voltage': 240.8,
      'output.current': 0.2,
      'battery.voltage': 13.6,
      'battery.voltage.nominal': 12,
      'ups.realpower': 67,
      'ups.load': 11,
    },
    mended: ['battery.voltage', 'input.voltage', 'output.current', 'output.voltage'],
  },
  {
    name: 'cps-output-22v',
    right: { 'output.voltage': 226 },
    mended: ['battery.voltage', 'battery.voltage.nominal', 'output.voltage'],
  },
  {
    name: 'cps-ol1000exl-battery-x10',
    right: { 'battery.voltage': 40.2, 'battery.voltage.nominal': 36, 'output.voltage': 230 },
    mended: ['battery.voltage', 'battery.voltage.nominal'],
  },
  {
    name: 'liebert-gxt4-runtime-low',
    right: { 'battery.runtime.low': undefined, 'battery.charge': 100, 'ups.status': 'OL CHRG' },
    mended: [],
  },
  {
    name: 'cps-zero-ratings',
    right: {
      'input.voltage.nominal': undefined,
      'input.transfer.low': undefined,
      'input.transfer.high': undefined,
      'input.voltage': 234,
      'ups.load': 0,
    },
    mended: [],
  },
  {
    name: 'apc-es850g2-battery-date',
    right: { 'battery.date': undefined, 'battery.mfr.date': '2021-03-02', 'ups.mfr.date': '2021-03-02' },
    mended: [],
  },
  { name: 'cps-ut1500-outage-says-online', right: { 'input.voltage': 0, 'output.voltage': 230 }, mended: [] },
];

describe.each(CASES)('$name', ({ name, right, mended }) => {
  it('is believed as it is, with a reason for each value that is not shown or not as it came', () => {
    const book = believed(name);
    const values = book.values();
    expect(Object.fromEntries(Object.keys(right).map((each) => [each, values[each]]))).toEqual(right);
    expect(Object.keys(book.corrected())).toEqual(mended);
    for (const [each, value] of Object.entries(right)) {
      if (value === undefined) expect(book.absent()[each], each).toMatch(/\w.{10,}/u);
    }
  });

  it('keeps as evidence what it does not show', () => {
    const { identity, poll } = recorded(name);
    const came: Vars = { ...identity.vars, ...poll('full').vars };
    const { vars, rejected, corrected } = screen(came);
    const all = { ...vars, ...Object.fromEntries([...rejected, ...corrected].map((each) => [each.name, each.value])) };
    expect(all).toEqual(came);
  });
});

describe('apc-bx-garbage-interrupt (networkupstools/nut#2347)', () => {
  it('a report that was told unasked and contradicts itself is no status, and stands in for none', () => {
    const { facts, answer } = parseHidRecording(
      readFileSync(join(import.meta.dirname, '../../drivers/hid/fixtures/apc-back-ups-bx1600mi.hid'), 'utf8'),
    );
    const identity = runTalk(driver.identify(facts), answer).result;
    if (identity === null) throw new Error('The driver does not know the device.');
    const poll = (): Vars => runTalk(driver.poll('quick', identity), answer).result?.vars ?? {};
    const before = poll();
    expect(before['ups.status']).toBe('OL');
    const told = driver.overheard?.({ report: 0x16, data: Uint8Array.of(0x63, 0x82, 0x42, 0xfd) }, identity, before);
    expect(told?.vars).toEqual({});
    expect(told?.doubt).toContain('16');
    for (let turn = 0; turn < 6; turn += 1) expect(poll()['ups.status']).toBe('OL');
  });
});

describe('cps-ut1500-outage-says-online (networkupstools/nut, pull request 811)', () => {
  it('discharging and without an input it is on battery, whatever ACPresent says', () => {
    const book = believed('cps-ut1500-outage-says-online');
    expect(book.power().source).toBe('battery');
    expect(book.values()['ups.status']).toBe('OB DISCHRG');
    expect(book.derived()).toContain('ups.status');
    expect(book.reported()['ups.status']).toBe('OL DISCHRG');
    expect(book.values()['input.voltage']).toBe(0);
  });
});
