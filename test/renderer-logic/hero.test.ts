import { describe, expect, it } from 'vitest';
import { runtimeGauge } from '../../src-renderer/logic/gauge.ts';
import { heroOf } from '../../src-renderer/logic/hero.ts';
import { learnedText } from '../../src-renderer/logic/learned.ts';
import { fakeDevice, onBattery, withValues } from '../renderer/fake-devices.ts';
import { formats, t } from './texts.ts';

const now = Date.now();
const told = (device: ReturnType<typeof fakeDevice>, onBatterySince?: number): string => {
  const { title, urgent, details } = heroOf(device, { now, onBatterySince, formats, t });
  return [title, ...urgent, ...details].join(' ');
};

describe('heroOf', () => {
  it.each([
    ['full on mains', fakeDevice(), 'On mains. Battery full. At this load it would carry you for 41\u00a0minutes.'],
    [
      'charging',
      withValues({ 'ups.status': 'OL CHRG', 'battery.charge': 57 }),
      'On mains. Battery at 57\u00a0% and charging. At this load it would carry you for 41\u00a0minutes.',
    ],
    [
      'not full, not said to charge',
      withValues({ 'battery.charge': 57 }),
      'On mains. Battery at 57\u00a0%. At this load it would carry you for 41\u00a0minutes.',
    ],
    [
      'runtime missing',
      withValues({ 'battery.runtime': undefined }),
      'On mains. Battery full. How long the battery would last is not reported.',
    ],
    [
      'charge missing',
      withValues({ 'battery.charge': undefined }),
      'On mains. At this load it would carry you for 41\u00a0minutes.',
    ],
    [
      'signs that contradict each other',
      fakeDevice({ power: { source: 'doubt', signs: ['discharging', 'statusMains'] } }),
      'It is not certain whether the UPS is on battery: its signs contradict each other. Battery full. At this load it would carry you for 41\u00a0minutes.',
    ],
    [
      'nothing reported',
      fakeDevice({ values: {} }),
      'The UPS does not report where its power comes from. How long the battery would last is not reported.',
    ],
    ['on battery', onBattery(), 'On battery. Battery at 62\u00a0%. About 23\u00a0minutes left at this load.'],
    [
      'low',
      withValues({ 'ups.status': 'OB LB', 'battery.runtime': 125 }),
      'On battery. Battery low. About 2\u00a0minutes 5\u00a0seconds left at this load.',
    ],
    [
      'both words at once',
      withValues({ 'ups.status': 'OL OB', 'battery.charge': 90 }),
      'On battery. Battery at 90\u00a0%. About 41\u00a0minutes left at this load.',
    ],
    [
      'a test',
      withValues({ 'ups.status': 'OB DISCHRG TEST' }),
      'Running on battery for a self-test. Battery at 100\u00a0%. About 41\u00a0minutes left at this load.',
    ],
    [
      'a test on mains',
      withValues({ 'ups.status': 'OL DISCHRG TEST' }),
      'On mains. A test is running. Battery full. At this load it would carry you for 41\u00a0minutes.',
    ],
    [
      'bypass',
      withValues({ 'ups.status': 'OL BYPASS' }),
      'On bypass. Battery full. Mains feeds the load around the UPS; in an outage the battery would not help.',
    ],
    ['off', withValues({ 'ups.status': 'OFF' }), 'The output is off. Battery full. What is connected has no power.'],
    [
      'worn and overloaded',
      withValues({ 'ups.status': 'OL OVER RB' }),
      'On mains. Battery full. More is connected than the UPS can carry: unplug something. The UPS asks for a new battery. At this load it would carry you for 41\u00a0minutes.',
    ],
  ])('%s', (_name, device, expected) => {
    expect(told(device)).toBe(expected);
  });

  it('counts the time on battery on our own clock', () => {
    expect(told(onBattery(), now - 192_000)).toMatch(/^On battery for 3\u00a0minutes 12\u00a0seconds\. /u);
  });

  it('says what was last known of a device without contact, and how old that is', () => {
    const device = onBattery({ link: 'lost', readAt: now - 125_000, linkMessage: 'The port went away.' });
    expect(told(device)).toBe(
      'Contact with Office UPS is lost. When it was last heard, 2\u00a0minutes 5\u00a0seconds ago, it was on battery. The port went away.',
    );
  });

  it('invents nothing about a device that was never read', () => {
    const { readAt: _never, ...rest } = fakeDevice({
      link: 'denied',
      linkMessage: 'The system refuses access.',
      values: {},
    });
    expect(told(rest)).toBe('Mainstay may not talk to Office UPS. The system refuses access.');
  });
});

describe('a battery that has taught something', () => {
  const learned = { low: 1740, likely: 2040, high: 2459 };
  const said = (device: ReturnType<typeof fakeDevice>): string | undefined =>
    heroOf(device, { now, learned, formats, t }).details[0];

  it.each([
    [
      fakeDevice(),
      'At this load it would last 29–40\u00a0minutes, learned from this battery; the UPS says 41\u00a0minutes.',
    ],
    [
      withValues({ 'battery.runtime': undefined }),
      'At this load it would last 29–40\u00a0minutes, learned from this battery; the UPS itself does not say.',
    ],
    [onBattery(), '23\u00a0minutes left at this load, says the UPS; this battery has shown 29–40\u00a0minutes.'],
    // Where the battery does not help, nothing it has taught is of use.
    [withValues({ 'ups.status': 'BYPASS' }), t('hero.runtime.bypass')],
  ])('speaks first, unless the UPS is more careful', (device, sentence) => {
    expect(said(device)).toBe(sentence);
  });

  it.each([
    [{ low: 31, likely: 50, high: 59 }, '31–59\u00a0seconds'],
    [{ low: 1749, likely: 1750, high: 1790 }, '29\u00a0minutes'],
    [{ low: 5000, likely: 8000, high: 9999 }, '1.3–2.7\u00a0hours'],
  ])('is told as a range in one unit, rounded down: %j', (range, text) => {
    expect(learnedText(range, 'long', formats)).toBe(text);
  });

  it('is drawn on a scale that holds it', () => {
    const view = runtimeGauge(withValues({ 'battery.runtime': 600 }), {
      formats,
      t,
      protection: undefined,
      learned: { low: 1740, likely: 3000, high: 4000 },
    });
    expect(view.max).toBeGreaterThanOrEqual(4000);
    expect(view.learned?.text).toMatch(/^Learned from this battery: 29–66\smin$/u);
  });
});
