import { describe, expect, it } from 'vitest';
import { flowOf } from '../../src-renderer/logic/flow.ts';
import type { Meter } from '../../src-shared/settings/energy.ts';
import { fakeDevice, onBattery, withValues } from '../renderer/fake-devices.ts';
import { formats, t } from './texts.ts';

const flow = (device: ReturnType<typeof fakeDevice>) => flowOf(device, formats, t);

/** The figures of the load of a UPS that does not measure its own watts. */
const load = (values: Parameters<typeof withValues>[0], meter?: Meter) =>
  flowOf(withValues({ 'ups.realpower': undefined, ...values }), formats, t, meter).texts.load;

describe('flowOf', () => {
  it('runs from mains to the load, and into the battery only while it charges', () => {
    expect(flow(fakeDevice())).toMatchObject({ mainsLive: true, loadLive: true, battery: 'none' });
    expect(flow(withValues({ 'ups.status': 'OL CHRG' }))).toMatchObject({
      battery: 'in',
      description: 'from mains through the UPS to the load; the battery is charging',
    });
  });

  it('runs out of the battery in an outage', () => {
    expect(flow(onBattery())).toMatchObject({
      mainsLive: false,
      loadLive: true,
      battery: 'out',
      texts: { mains: ['No power', '0.0\u00a0V'] },
    });
  });

  it('tells a sagging mains from none, and believes no good voltage while the battery carries', () => {
    expect(flow(withValues({ 'ups.status': 'OB', 'input.voltage': 150 })).texts.mains).toEqual([
      'Not usable',
      '150.0\u00a0V',
    ]);
    expect(flow(withValues({ 'ups.status': 'OB', 'input.voltage': 231 })).texts.mains).toEqual(['No power']);
    expect(flow(withValues({ 'ups.status': 'OB DISCHRG TEST', 'input.voltage': 231 })).texts.mains).toEqual([
      '231.0\u00a0V',
    ]);
  });

  it('tells the watts of the load as the page of energy does', () => {
    expect(load({ 'output.realpower': 107 })).toEqual(['23\u00a0%', '107\u00a0W']);
    expect(load({})).toEqual(['23\u00a0%', '138\u00a0W']);
    expect(load({ 'output.realpower': 100 }, { calibration: 1.1 })).toEqual(['23\u00a0%', '110\u00a0W']);
    // No watts are made of volt-amperes by a power factor that nobody stated.
    expect(load({ 'ups.realpower.nominal': undefined, 'ups.power': 200 })).toEqual(['23\u00a0%', '200\u00a0VA']);
    expect(load({ 'ups.realpower.nominal': undefined })).toEqual(['23\u00a0%', '230.4\u00a0V']);
  });

  it('draws nothing live when the output is off or nothing is known', () => {
    expect(flow(withValues({ 'ups.status': 'OFF' }))).toMatchObject({ loadLive: false, texts: { load: ['Off'] } });
    expect(flow(fakeDevice({ values: {} }))).toMatchObject({
      mainsLive: false,
      loadLive: false,
      texts: { mains: [], load: [] },
    });
  });

  it('says that it is of the past while there is no contact', () => {
    expect(flow(fakeDevice({ link: 'lost' }))).toMatchObject({
      old: true,
      description: 'from mains through the UPS to the load; as last known',
    });
  });
});
