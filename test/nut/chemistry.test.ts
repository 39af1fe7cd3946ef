/** What a battery is made of, by the words of real devices. */
import { describe, expect, it } from 'vitest';
import { CHEMISTRIES, chemistryOf, type Value } from '../../src-shared/nut/index.ts';
import { batterySettingSchema } from '../../src-shared/settings/battery.ts';

const made = (values: Readonly<Record<string, Value>>): string | undefined =>
  chemistryOf((name) => new Map(Object.entries(values)).get(name));

describe('what a battery is made of', () => {
  it.each([
    ['PbAc', 'lead-acid'],
    ['PbAcid', 'lead-acid'],
    ['VRLA', 'lead-acid'],
    ['Li-ion', 'lithium'],
    ['Li Ion', 'lithium'],
    ['LiFePO4', 'lithium'],
    // The two words of the Smart Battery Data Specification for lithium.
    ['LION', 'lithium'],
    ['LiP', 'lithium'],
    ['NiMH', 'other'],
    [' ', undefined],
  ])('by the type %s: %s', (type, expected) => {
    expect(made({ 'battery.type': type })).toBe(expected);
  });

  it.each([
    [{ 'ups.model': 'Eaton 5P 1550 GR Li-ion' }, 'lithium'],
    [{ 'ups.model': 'Smart-UPS 1500', 'device.part': 'SMTL1500RM3UC' }, 'lithium'],
    [{ 'device.model': 'APC SMTL1000RMI2UC' }, 'lithium'],
    [{ 'ups.model': 'Smart-UPS 1500', 'device.part': 'SMT1500RMI2UC' }, undefined],
    [{ 'ups.model': 'Ellipse ECO 1600' }, undefined],
    [{ 'ups.model': 'Reliion 1000' }, undefined],
  ])('by the model %j: %s', (values, expected) => {
    expect(made(values)).toBe(expected);
  });

  it.each([
    [12.8, 'lithium'],
    [51.2, 'lithium'],
    [24, undefined],
    [192, undefined],
    [0, undefined],
  ])('by a rating of %s V: %s', (rated, expected) => {
    expect(made({ 'battery.voltage.nominal': rated })).toBe(expected);
  });

  it('is lithium by one sign of it, also where the type is that of lead-acid', () => {
    expect(made({ 'battery.type': 'PbAc', 'ups.model': 'Eaton 5P 1550 GR Li-ion' })).toBe('lithium');
    expect(made({ 'battery.type': 'PbAc', 'battery.voltage.nominal': 51.2 })).toBe('lithium');
  });
});

describe('what a person tells of it', () => {
  it.each(CHEMISTRIES)('can be %s', (chemistry) => {
    expect(batterySettingSchema.parse({ chemistry: { office: chemistry } }).chemistry).toEqual({ office: chemistry });
  });

  it('is nothing in settings of before', () => {
    expect(batterySettingSchema.parse({ tests: {} }).chemistry).toEqual({});
  });

  it.each([
    ['another word', { office: 'automatic' }],
    ['something that is no word', { office: 1 }],
    ['nothing', { office: null }],
    ['a name that is too long', { ['a'.repeat(101)]: 'lithium' }],
    ['a list', ['lithium']],
  ])('is refused where it is %s', (_, chemistry) => {
    expect(batterySettingSchema.safeParse({ chemistry }).success).toBe(false);
  });
});
