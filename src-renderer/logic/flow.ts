/** What the power-flow picture shows. */
import type { DeviceState } from '../../src-shared/contract/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import type { StatusWord } from '../../src-shared/nut/index.ts';
import type { Meter } from '../../src-shared/settings/energy.ts';
import { wattsNow } from '../../src-shared/watts.ts';
import { conditionOf, numberOf, type Source } from './condition.ts';
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

/** The picture of one device; `meter` is how a person said that its power is told. */
export function flowOf(device: DeviceState, formats: Formats, t: Translate, meter?: Meter): Flow {
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
  const activity = battery === 'out' ? t('flow.discharging') : battery === 'in' ? t('flow.charging') : t('flow.idle');
  const description = [
    t(`flow.describe.${source === 'doubt' ? 'unknown' : source}`),
    ...(battery === 'in' ? [t('flow.charges')] : []),
    ...(fresh ? [] : [t('flow.old')]),
  ];
  return {
    source,
    battery,
    mainsLive,
    loadLive: source !== 'off' && source !== 'unknown',
    texts: {
      mains: source === 'battery' ? mainsAway(device, words, figures, t) : figures('input.voltage', 'input.frequency'),
      ups: figures('ups.temperature'),
      battery: [activity, ...figures('battery.charge', 'battery.voltage')],
      load: source === 'off' ? [t('flow.off')] : loadFigures(device, meter, formats, figures),
    },
    description: description.join('; '),
    old: !fresh,
  };
}

/** Below this there is no mains to speak of. Volt. */
const NO_MAINS = 20;

/**
 * Mains while the battery carries. A voltage as it should be was read before mains went away (it is read less often
 * than the status), and would contradict the rest of the picture.
 */
function mainsAway(
  device: DeviceState,
  words: ReadonlySet<StatusWord>,
  figures: (...names: readonly string[]) => string[],
  t: Translate,
): string[] {
  const shown = figures('input.voltage');
  if (words.has('TEST') || words.has('CAL')) return shown;
  const voltage = numberOf(device, 'input.voltage');
  if (voltage === undefined || voltage < NO_MAINS) return [t('flow.absent'), ...shown];
  const nominal = numberOf(device, 'input.voltage.nominal');
  const usual = nominal === undefined || Math.abs(voltage - nominal) < nominal * 0.1;
  return usual ? [t('flow.absent')] : [t('flow.unusable'), ...shown];
}

/**
 * The load and its watts, as the page of energy tells them; where a power factor would have to be guessed, the
 * volt-amperes as they are.
 */
function loadFigures(
  device: DeviceState,
  meter: Meter | undefined,
  formats: Formats,
  figures: (...names: readonly string[]) => string[],
): string[] {
  const told = wattsNow(device, meter);
  const load = figures('ups.load');
  if (told !== undefined && !told.method.startsWith('apparent')) {
    return [...load, valueText('ups.realpower', told.watts, formats)];
  }
  const apparent = figures('ups.power');
  return [...load, ...(apparent.length === 0 ? figures('output.voltage') : apparent)];
}
