import { describe, expect, it } from 'vitest';
import { feedOf, planOf } from '../../src-renderer/logic/plan.ts';
import { defaultSettings, type ProtectionSetting } from '../../src-shared/settings/index.ts';
import { fakeDevice, fakeState, withValues } from '../renderer/fake-devices.ts';
import { formats, t } from './texts.ts';

const usual = defaultSettings().protection;
const contextOf = (...devices: ReturnType<typeof fakeDevice>[]) => {
  const state = fakeState(devices);
  return { feeds: state.protection.feeds, devices: state.devices, formats, t };
};
const sentence = (setting: ProtectionSetting, ...devices: ReturnType<typeof fakeDevice>[]): string =>
  planOf(setting, contextOf(...devices)).sentence;

describe('planOf', () => {
  it('says what would happen in practice and what happens when armed', () => {
    const rest =
      'this computer down when the battery falls below 30\u00a0%, when less than 10\u00a0minutes of runtime is left, when the UPS calls its battery low, or when another machine asks for it, after a countdown of 1\u00a0minute.';
    expect(sentence(usual, fakeDevice())).toBe(`Would shut ${rest}`);
    expect(sentence({ ...usual, mode: 'armed' }, fakeDevice())).toBe(`Shuts ${rest}`);
  });

  it('promises nothing that no UPS can feed', () => {
    const device = withValues({ 'battery.runtime': undefined, 'battery.charge': undefined });
    const plan = planOf(usual, contextOf(device));
    expect(plan.sentence).toBe(
      'Would shut this computer down when the UPS calls its battery low or when another machine asks for it, after a countdown of 1\u00a0minute.',
    );
    expect(plan.unfed.map(({ trigger }) => trigger)).toEqual(['charge', 'runtime']);
    expect(plan.unfed[0]?.why).toBe('Office UPS does not report battery.charge.');
  });

  it('does not count a UPS that does not feed this computer', () => {
    const plan = planOf(usual, contextOf(fakeDevice({ feedsThisComputer: false })));
    expect(plan).toMatchObject({
      powerless: true,
      sentence: 'None of the chosen triggers can be fed by your UPS, so nothing would shut this computer down.',
    });
  });

  it('says plainly when nothing acts', () => {
    const { triggers } = usual;
    const warning: ProtectionSetting = {
      ...usual,
      triggers: {
        ...triggers,
        charge: { ...triggers.charge, level: 'warn' },
        runtime: { ...triggers.runtime, level: 'off' },
        lowBattery: { level: 'off' },
        fault: { level: 'off' },
        request: { level: 'off' },
      },
    };
    expect(sentence(warning, fakeDevice())).toBe('No trigger acts, so nothing would shut this computer down.');
    expect(sentence({ ...usual, mode: 'off' }, fakeDevice())).toBe(
      'Protection is off: this computer is not shut down, however low the battery gets.',
    );
  });

  it('leaves out a countdown of nothing and names the other actions', () => {
    const device = fakeDevice();
    const onlyTime: ProtectionSetting = {
      ...usual,
      mode: 'armed',
      action: 'hibernate',
      countdownSeconds: 0,
      triggers: {
        timeOnBattery: { level: 'act', seconds: 300 },
        charge: { level: 'off', percent: 30 },
        runtime: { level: 'off', seconds: 600 },
        lowBattery: { level: 'off' },
        fault: { level: 'off' },
        request: { level: 'off' },
      },
    };
    expect(sentence(onlyTime, device)).toBe(
      'Hibernates this computer after 5\u00a0minutes on battery, without a countdown.',
    );
  });
});

it('feedOf is fed as soon as one UPS of this computer can', () => {
  const missing = withValues({ 'battery.charge': undefined }, { id: 'old' });
  expect(feedOf('charge', contextOf(missing, fakeDevice()))).toEqual({ fed: true });
  expect(feedOf('charge', contextOf())).toEqual({ fed: false, why: 'No UPS that feeds this computer is connected.' });
});
