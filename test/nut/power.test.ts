/** Where the load's power comes from, sign by sign: a status that is wrong hides no outage, and makes none. */
import { describe, expect, it } from 'vitest';
import { inputSays, judgePower, type PowerFacts } from '../../src-shared/nut/power.ts';

describe('what a measured input says of mains', () => {
  it.each([
    // Half of the rated voltage is no mains; from seven tenths on it is one.
    [0, undefined, 230, 'away'],
    [114.9, undefined, 230, 'away'],
    [115, undefined, 230, undefined],
    [160.9, undefined, 230, undefined],
    [161, undefined, 230, 'there'],
    [230, undefined, 230, 'there'],
    // Without a rating, that of 110 V counts.
    [54.9, undefined, undefined, 'away'],
    [55, undefined, undefined, undefined],
    [76.9, undefined, undefined, undefined],
    [77, undefined, undefined, 'there'],
    [60, undefined, 0, undefined],
    [54, undefined, 0, 'away'],
    [1, undefined, 1, 'there'],
    // A frequency speaks only where no voltage does, and only against.
    [undefined, 0, 230, 'away'],
    [undefined, 29.9, 230, 'away'],
    [undefined, 30, 230, undefined],
    [undefined, 50, 230, undefined],
    [230, 0, 230, 'there'],
    [undefined, undefined, 230, undefined],
  ] as const)('%s V, %s Hz, rated %s V: %s', (voltage, frequency, rated, says) => {
    expect(inputSays(voltage, frequency, rated)).toBe(says);
  });
});

/** The source and its signs, of a status and whatever else is known. */
function judged(status: string, rest: Partial<Omit<PowerFacts, 'words'>> = {}): string {
  const words = new Set(status.split(' ').filter((word) => word !== ''));
  const { source, signs } = judgePower({ words, input: undefined, inputTrusted: true, trend: undefined, ...rest });
  return [source, ...signs].join(' ');
}

describe('the source of power', () => {
  const away = { input: 'away' } as const;
  const there = { input: 'there' } as const;
  const falling = { trend: 'falling' } as const;
  const far = { trend: 'falling far' } as const;
  const rising = { trend: 'rising' } as const;
  const dumb = { inputTrusted: false } as const;
  it.each<[string, Parameters<typeof judged>[1], string]>([
    // Nothing that contradicts.
    ['OL', {}, 'mains statusMains'],
    ['OL CHRG', there, 'mains statusMains inputThere charging'],
    ['OL', rising, 'mains statusMains batteryRises'],
    ['OL CHRG', rising, 'mains statusMains charging'],
    ['OB DISCHRG', away, 'battery statusBattery discharging inputAway'],
    ['OB', {}, 'battery statusBattery'],
    ['OB', falling, 'battery statusBattery batteryFalls'],
    ['', {}, 'unknown'],
    ['', there, 'unknown inputThere'],
    ['RB', rising, 'unknown batteryRises'],

    // On mains, and other signs say battery: one is doubt, two are battery.
    ['OL DISCHRG', {}, 'doubt discharging statusMains'],
    ['OL', falling, 'doubt batteryFalls statusMains'],
    ['OL', away, 'doubt inputAway statusMains'],
    ['OL DISCHRG', away, 'battery discharging inputAway statusMains'],
    ['OL DISCHRG', falling, 'battery discharging batteryFalls statusMains'],
    ['OL', { ...falling, ...away }, 'battery batteryFalls inputAway statusMains'],
    ['OL CHRG DISCHRG', {}, 'doubt discharging statusMains'],
    // Mains that is measured outweighs a battery that empties, unless it empties far.
    ['OL DISCHRG', there, 'mains statusMains inputThere discharging'],
    ['OL DISCHRG', { ...there, ...falling }, 'mains statusMains inputThere discharging batteryFalls'],
    ['OL', { ...there, ...far }, 'doubt batteryFalls statusMains inputThere'],
    ['OL DISCHRG', { ...there, ...far }, 'doubt discharging batteryFalls statusMains inputThere'],
    ['OL DISCHRG', far, 'battery discharging batteryFalls statusMains'],
    // A test draws on the battery.
    ['OL TEST DISCHRG', falling, 'mains statusMains'],
    ['OL CAL DISCHRG', far, 'mains statusMains'],
    ['OL TEST DISCHRG', away, 'doubt inputAway statusMains'],
    ['OB TEST DISCHRG', {}, 'battery statusBattery'],

    // An input that never showed mains may have no sensor.
    ['OL', { ...away, ...dumb }, 'mains statusMains'],
    ['', { ...away, ...dumb }, 'unknown'],
    ['OL DISCHRG', { ...away, ...dumb }, 'battery discharging inputAway statusMains'],
    ['OB', { ...away, ...dumb }, 'battery statusBattery inputAway'],

    // Both words at once.
    ['OL OB', {}, 'doubt statusBoth'],
    ['OL OB CHRG', there, 'doubt statusBoth inputThere charging'],
    ['OL OB DISCHRG', {}, 'battery discharging statusBoth'],
    ['OL OB', away, 'battery inputAway statusBoth'],
    ['OL OB DISCHRG', there, 'battery discharging statusBoth inputThere'],

    // On battery, and other signs say mains.
    ['OB', there, 'battery statusBattery inputThere'],
    ['OB CHRG', {}, 'battery statusBattery charging'],
    ['OB CHRG', there, 'doubt statusBattery inputThere charging'],
    ['OB', { ...there, ...rising }, 'doubt statusBattery inputThere batteryRises'],
    ['OB CHRG', { ...there, ...falling }, 'battery statusBattery batteryFalls inputThere charging'],
    ['OB CHRG DISCHRG', there, 'battery statusBattery discharging inputThere'],

    // No word of a source at all.
    ['DISCHRG', {}, 'doubt discharging'],
    ['', falling, 'doubt batteryFalls'],
    ['', away, 'doubt inputAway'],
    ['DISCHRG', away, 'battery discharging inputAway'],
    ['', { ...falling, ...there }, 'doubt batteryFalls inputThere'],
    ['DISCHRG', { ...falling, ...there }, 'battery discharging batteryFalls inputThere'],
  ])('%j with %j: %s', (status, rest, expected) => {
    expect(judged(status, rest)).toBe(expected);
  });
});
