/** The wall clock of this computer, judged by JavaScript's own dates. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LocalClock } from '../../../src-main/engine/base/local-clock.ts';

const usual = process.env['TZ'];
beforeEach(() => {
  // Half an hour off, and with summer time.
  process.env['TZ'] = 'America/St_Johns';
});
afterEach(() => {
  if (usual === undefined) delete process.env['TZ'];
  else process.env['TZ'] = usual;
});

it('is that of this computer where no zone is named', () => {
  const clock = new LocalClock();
  const moments = ['2026-01-15T03:29:00Z', '2026-01-15T03:31:00Z', '2026-07-04T02:29:00Z', '2026-07-04T02:31:00Z'];
  for (const moment of moments.map((text) => new Date(text))) {
    const { hour, weekday } = clock.at(moment.getTime());
    expect([hour, weekday], moment.toISOString()).toEqual([moment.getHours(), moment.getDay()]);
    expect(hour, moment.toISOString()).not.toBe(moment.getUTCHours());
  }
});
