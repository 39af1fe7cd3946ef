/** What is known of a device: what stays, what is withdrawn, and why. */
import { describe, expect, it } from 'vitest';
import type { Readings } from '../../../../drivers/driver.ts';
import { type Depth, VariableBook } from '../../../../src-main/engine/devices/session/variables.ts';

const limits = { quick: 10_000, full: 90_000 };

function makeBook() {
  const book = new VariableBook();
  let time = 0;
  return {
    book,
    at: (milliseconds: number) => {
      time = milliseconds;
    },
    merge: (depth: Depth, readings: Readings, complete = true) =>
      book.merge({ readings, depth, complete, now: 1000 + time, monotonic: time, steady: time }, limits),
  };
}

describe('a variable', () => {
  it('that a complete poll of its depth does not bring is withdrawn, with a reason', () => {
    const { book, merge } = makeBook();
    merge('quick', { vars: { 'ups.status': 'OL', 'ups.load': 20 } });
    merge('quick', { vars: { 'ups.status': 'OL' } });
    expect(book.values()).toEqual({ 'ups.status': 'OL' });
    expect(Object.keys(book.absent())).toEqual(['ups.load']);
    merge('quick', { vars: { 'ups.status': 'OL', 'ups.load': 0 } });
    expect(book.values()).toEqual({ 'ups.load': 0, 'ups.status': 'OL' });
    expect(book.absent()).toEqual({});
  });

  it('of another depth is left alone', () => {
    const { book, merge } = makeBook();
    merge('identity', { vars: { 'ups.model': 'Home 850' } });
    merge('full', { vars: { 'battery.date': '2024-01-01' } });
    merge('quick', { vars: { 'ups.status': 'OL' } });
    merge('full', { vars: { 'battery.date': '2024-01-01' } });
    expect(Object.keys(book.values())).toEqual(['battery.date', 'ups.model', 'ups.status']);
  });

  it('that a full poll brings as well stays one of the quick polls', () => {
    const { book, merge } = makeBook();
    merge('full', { vars: { 'ups.status': 'OL', 'ups.load': 20 } });
    merge('quick', { vars: { 'ups.status': 'OL', 'ups.load': 20 } });
    merge('full', { vars: { 'ups.status': 'OL', 'ups.load': 21 } });
    merge('quick', { vars: { 'ups.status': 'OL' } });
    expect(book.get('ups.load')).toBeUndefined();
  });

  it('that was missed through a fault is kept until it is too old', () => {
    const { book, merge, at } = makeBook();
    merge('quick', { vars: { 'ups.status': 'OL', 'ups.load': 20 } });
    at(9000);
    merge('quick', { vars: { 'ups.status': 'OL' } }, false);
    expect(book.get('ups.load')).toBe(20);
    at(11_000);
    merge('quick', { vars: { 'ups.status': 'OL' } }, false);
    expect(book.get('ups.load')).toBeUndefined();
    expect(book.absent()).toHaveProperty(['ups.load']);
    expect(book.get('ups.status')).toBe('OL');
  });

  it('that the driver says is not there is withdrawn at once, even by a faulty poll', () => {
    const { book, merge } = makeBook();
    merge('full', { vars: { 'ups.temperature': 30 } });
    merge('quick', { vars: { 'ups.status': 'OL' }, absent: { 'ups.temperature': 'The sensor is not fitted.' } }, false);
    expect(book.get('ups.temperature')).toBeUndefined();
    expect(book.absent()).toEqual({ 'ups.temperature': 'The sensor is not fitted.' });
  });

  it('that cannot be true is not reported, never zero', () => {
    const { book, merge } = makeBook();
    const names = merge('quick', { vars: { 'ups.status': 'OL', 'battery.charge': 255 } });
    expect(names).toEqual(['ups.status']);
    expect(book.get('battery.charge')).toBeUndefined();
    expect(book.absent()['battery.charge']).toContain('255');
  });

  it('that contradicts what an earlier poll told is judged with it in mind', () => {
    const { book, merge } = makeBook();
    merge('full', { vars: { 'ups.status': 'OL', 'input.voltage.nominal': 230 } });
    merge('quick', { vars: { 'input.voltage': 20 } });
    expect(book.get('input.voltage')).toBeUndefined();
  });

  it('that came unasked keeps the depth it has, and its age is new', () => {
    const { book, merge, at } = makeBook();
    merge('quick', { vars: { 'ups.status': 'OL' } });
    at(500);
    merge('unasked', { vars: { 'ups.status': 'OB' } }, false);
    expect(book.list()).toEqual([{ name: 'ups.status', value: 'OB', at: 1500, derived: false, depth: 'quick' }]);
  });

  it('without a name is kept for Diagnostics alone, until it is told anew or another device is there', () => {
    const { book, merge } = makeBook();
    merge('full', { vars: { 'ups.status': 'OL' }, extras: { '2:4.5.69': '0x0012' } });
    merge('quick', { vars: { 'ups.status': 'OL' } });
    expect(book.extras()).toEqual({ '2:4.5.69': '0x0012' });
    expect(Object.keys(book.values())).toEqual(['ups.status']);
    merge('full', { vars: { 'ups.status': 'OL' }, extras: { map: 'none' } });
    expect(book.extras()).toEqual({ map: 'none' });
    book.clear();
    expect(book.extras()).toEqual({});
  });

  it('that was computed says so until it is reported', () => {
    const { book, merge } = makeBook();
    merge('quick', { vars: { 'battery.charge': 80 }, derived: ['battery.charge'] });
    expect(book.derived()).toEqual(['battery.charge']);
    merge('quick', { vars: { 'battery.charge': 81 } });
    expect(book.derived()).toEqual([]);
  });
});
