/** The sentences at the top of the Overview: what is going on, in plain words. */
import type { DeviceState, Range } from '../../src-shared/contract/index.ts';
import type { Translate } from '../../src-shared/texts/index.ts';
import { type Condition, conditionOf, numberOf } from './condition.ts';
import { type Formats, numberText, spokenDuration } from './formats.ts';
import { learnedText } from './learned.ts';

/** One sentence to read first, and the ones that follow from it. */
export interface Hero {
  readonly title: string;
  /** What is wrong and wants to be seen to, before anything that reassures. */
  readonly urgent: readonly string[];
  readonly details: readonly string[];
}

/** What the sentences are made of besides the device. Times in milliseconds of the engine's clock. */
export interface HeroContext {
  readonly now: number;
  readonly onBatterySince?: number | undefined;
  /** How long the battery would carry the load by what was learned; undefined while nothing was. */
  readonly learned?: Range | undefined;
  readonly formats: Formats;
  readonly t: Translate;
}

/** The sentences for one device. */
export function heroOf(device: DeviceState, context: HeroContext): Hero {
  const condition = conditionOf(device);
  return condition.fresh ? freshHero(device, condition, context) : lostHero(device, condition, context);
}

function freshHero(device: DeviceState, condition: Condition, context: HeroContext): Hero {
  const { t } = context;
  const title = [
    sourceSentence(condition, context),
    testSentence(condition, t),
    chargeSentence(device, condition, context),
  ];
  const details = [runtimeSentence(device, condition, context), ...told(condition, NORMAL, t)];
  return {
    title: join(title),
    urgent: told(condition, WRONG, t),
    details: details.filter((each) => each !== undefined),
  };
}

function join(sentences: readonly (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function sourceSentence({ source, words }: Condition, context: HeroContext): string {
  const { t, now, onBatterySince, formats } = context;
  if (source === 'battery' && words.has('CAL')) return t('hero.calibrating');
  if (source === 'battery' && words.has('TEST')) return t('hero.testing');
  if (source === 'battery' && onBatterySince !== undefined) {
    return t('hero.onBatteryFor', { time: spokenDuration((now - onBatterySince) / 1000, formats) });
  }
  return t(`hero.source.${source}`);
}

/** Most devices stay on mains for a test; of one that does not, the first sentence tells. */
function testSentence({ source, words }: Condition, t: Translate): string | undefined {
  return source !== 'battery' && (words.has('TEST') || words.has('CAL')) ? t('battery.testing') : undefined;
}

function chargeSentence(device: DeviceState, { words, source }: Condition, context: HeroContext): string | undefined {
  const { t, formats } = context;
  if (words.has('LB')) return t('hero.charge.low');
  const charge = numberOf(device, 'battery.charge');
  if (charge === undefined) return undefined;
  if (source !== 'battery' && charge >= 99.5) return t('hero.charge.full');
  const percent = numberText(charge, formats, 0);
  const charging =
    source !== 'battery' && (words.has('CHRG') || device.values['battery.charger.status'] === 'charging');
  return charging ? t('hero.charge.charging', { percent }) : t('hero.charge.at', { percent });
}

function runtimeSentence(device: DeviceState, { source }: Condition, context: HeroContext): string | undefined {
  const { t, formats, learned } = context;
  if (source === 'off') return t('hero.runtime.off');
  if (source === 'bypass') return t('hero.runtime.bypass');
  const runtime = numberOf(device, 'battery.runtime');
  if (learned !== undefined) {
    const range = learnedText(learned, 'long', formats);
    const which = source === 'battery' ? 'learnedLeft' : 'learned';
    if (runtime === undefined) return t(`hero.runtime.${which}Only`, { range });
    // The more careful of the two comes first: nobody is told to hope for more than is known.
    const key = runtime < learned.low ? (`${which}Less` as const) : which;
    return t(`hero.runtime.${key}`, { range, time: spokenDuration(runtime, formats) });
  }
  if (runtime === undefined) return t('hero.runtime.unknown');
  const time = spokenDuration(runtime, formats);
  return source === 'battery' ? t('hero.runtime.left', { time }) : t('hero.runtime.would', { time });
}

const WRONG = ['FSD', 'OVER', 'RB', 'ALARM', 'HB'] as const;
const NORMAL = ['BOOST', 'TRIM', 'ECO'] as const;
type Told = (typeof WRONG | typeof NORMAL)[number];

function told({ words }: Condition, list: readonly Told[], t: Translate): string[] {
  return list.filter((word) => words.has(word)).map((word) => t(`hero.warning.${word}`));
}

function lostHero(device: DeviceState, condition: Condition, context: HeroContext): Hero {
  const { t, now, formats } = context;
  const { link, name, readAt } = device;
  if (link === 'live') return { title: name, urgent: [], details: [] };
  const details = device.linkMessage === undefined ? [] : [device.linkMessage];
  const { source } = condition;
  const heard = link !== 'disabled' && readAt !== undefined;
  // Doubt is of now; of the past it tells nothing.
  if (!heard || source === 'unknown' || source === 'doubt')
    return { title: t(`hero.contact.${link}`, { name }), urgent: [], details };
  const time = spokenDuration((now - readAt) / 1000, formats);
  return {
    title: t(`hero.contact.${link}`, { name }),
    urgent: [],
    details: [t('hero.lastKnown', { time, state: t(`hero.known.${source}`) }), ...details],
  };
}
