/** What the power-flow picture shows. */
import type { DeviceState } from '../../src-shared/contract/index.ts';
import type { Translate } from '../texts/index.ts';
import { conditionOf, type Source } from './condition.ts';
import { type Formats, valueText } from './formats.ts';

/** One line of figures under a node; a missing value is left out here and shown as not reported elsewhere. */
export interface Flow {
  readonly source: Source;
  /** Towards the battery, out of it, or neither. */
  readonly battery: 'in' | 'out' | 'none';
  readonly mainsLive: boolean;
  readonly loadLive: boolean;
  readonly texts: Readonly<Record<'mains' | 'ups' | 'battery' | 'load', readonly string[]>>;
  readonly description: string;
  readonly old: boolean;
}

/** The picture of one device. */
export function flowOf(device: DeviceState, formats: Formats, t: Translate): Flow {
  const { source, words, fresh } = conditionOf(device);
  const figures = (...names: readonly string[]): string[] =>
    names.flatMap((name) => {
      const value = device.values[name];
      return value === undefined ? [] : [valueText(name, value, formats)];
    });
  const charging =
    source !== 'battery' && (words.has('CHRG') || device.values['battery.charger.status'] === 'charging');
  const battery = source === 'battery' || words.has('DISCHRG') ? 'out' : charging ? 'in' : 'none';
  const mainsLive = source === 'mains' || source === 'bypass';
  const word = source === 'battery' && !words.has('TEST') && !words.has('CAL') ? [t('flow.absent')] : [];
  const activity = battery === 'out' ? t('flow.discharging') : battery === 'in' ? t('flow.charging') : t('flow.idle');
  const description = [
    t(`flow.describe.${source}`),
    ...(battery === 'in' ? [t('flow.charges')] : []),
    ...(fresh ? [] : [t('flow.old')]),
  ];
  return {
    source,
    battery,
    mainsLive,
    loadLive: source !== 'off' && source !== 'unknown',
    texts: {
      mains:
        mainsLive || source === 'unknown'
          ? figures('input.voltage', 'input.frequency')
          : [...word, ...figures('input.voltage')],
      ups: figures('ups.temperature'),
      battery: [activity, ...figures('battery.charge', 'battery.voltage')],
      load: source === 'off' ? [t('flow.off')] : loadFigures(device, figures),
    },
    description: description.join('; '),
    old: !fresh,
  };
}

function loadFigures(device: DeviceState, figures: (...names: readonly string[]) => string[]): string[] {
  const power = ['ups.realpower', 'output.realpower', 'ups.power'].find((name) => device.values[name] !== undefined);
  return [...figures('ups.load'), ...(power === undefined ? figures('output.voltage') : figures(power))];
}
