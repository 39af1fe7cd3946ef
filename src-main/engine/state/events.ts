/** Turns what changes on a device into events: status words coming and going, the link lost and restored. */
import type { DeviceState, EventKind, Link, Severity } from '../../../src-shared/contract/index.ts';
import {
  agrees,
  comesAndGoes,
  type Evidence,
  formatValue,
  observed,
  parseStatus,
  type Sign,
  type StatusWord,
  UNSEEN,
  wordObserved,
} from '../../../src-shared/nut/index.ts';
import { saidIn, say } from '../../../src-shared/texts/say.ts';
import type { NewEvent } from '../base/parts.ts';

interface Happening {
  readonly kind: EventKind;
  readonly severity: Severity;
}

interface WordEvents {
  readonly word: 'TRIM' | 'BOOST' | 'TEST' | 'CAL' | 'BYPASS' | 'RB' | 'ALARM' | 'OFF' | 'OVER' | 'OB' | 'LB' | 'FSD';
  readonly came: Happening;
  readonly went: Happening;
}

const event = (kind: EventKind, severity: Severity): Happening => ({ kind, severity });

/** What each word means when it comes and when it goes, the gravest last so that it stands on top of a list. */
const WORDS: readonly WordEvents[] = [
  { word: 'TRIM', came: event('trim', 'info'), went: event('trim-cleared', 'info') },
  { word: 'BOOST', came: event('boost', 'info'), went: event('boost-cleared', 'info') },
  { word: 'TEST', came: event('test-started', 'info'), went: event('test-ended', 'info') },
  { word: 'CAL', came: event('test-started', 'info'), went: event('test-ended', 'info') },
  { word: 'BYPASS', came: event('bypass', 'warning'), went: event('bypass-cleared', 'info') },
  { word: 'RB', came: event('replace-battery', 'warning'), went: event('replace-battery-cleared', 'info') },
  { word: 'ALARM', came: event('alarm', 'warning'), went: event('alarm-cleared', 'info') },
  { word: 'OFF', came: event('output-off', 'critical'), went: event('output-on', 'info') },
  { word: 'OVER', came: event('overload', 'critical'), went: event('overload-cleared', 'info') },
  { word: 'OB', came: event('mains-lost', 'warning'), went: event('mains-returned', 'info') },
  { word: 'LB', came: event('low-battery', 'critical'), went: event('low-battery-cleared', 'info') },
  { word: 'FSD', came: event('forced-shutdown', 'critical'), went: event('forced-shutdown', 'info') },
];

/**
 * Words that are told once two observations, some seconds apart, agree that they came or went: a battery that is said to be
 * low, or spent, for one reading is none (networkupstools/nut#2347).
 */
const AGREED: ReadonlySet<StatusWord> = new Set<StatusWord>(['LB', 'RB']);

/** What a reader of the event wants to know of that moment. */
const CONTEXT = ['battery.charge', 'battery.runtime', 'ups.load', 'input.voltage'] as const;

const GONE: readonly Link[] = ['stale', 'lost', 'denied', 'in-use', 'unrecognised'];

/** Watches one device. The first reading tells only what is not as it should be. */
export class DeviceEvents {
  #words: ReadonlySet<StatusWord> = new Set();
  /** Of the words that are told when observations agree: that they are there, and that they are not. */
  readonly #signs = new Map<StatusWord, { readonly there: Sign; readonly away: Sign }>();
  #alarm = '';
  /** Null until the device was live once: what never was there cannot be lost. */
  #live: boolean | null = null;

  /** What happened since the last look. Where nothing is known of single observations (`evidence`), the look is one. */
  look(device: DeviceState, now: number, evidence?: Evidence): NewEvent[] {
    return [...this.#lookAtLink(device, now), ...this.#lookAtStatus(device, now, evidence)];
  }

  #lookAtLink(device: DeviceState, now: number): NewEvent[] {
    const { link, name, linkMessage } = device;
    if (link === 'live') {
      const restored = this.#live === false;
      this.#live = true;
      const happening = event('link-restored', 'info');
      const text = say('deviceEvent.answersAgain', { name });
      return restored ? [this.#made(happening, text, device, now, { link })] : [];
    }
    if (this.#live !== true || !GONE.includes(link)) return [];
    this.#live = false;
    const text = say('deviceEvent.lost', { name, why: linkMessage ?? '' }).trim();
    return [{ time: now, device: device.id, kind: 'link-lost', severity: 'warning', text, data: { link } }];
  }

  #lookAtStatus(device: DeviceState, now: number, evidence: Evidence | undefined): NewEvent[] {
    const status = device.values['ups.status'];
    // Not reported is no change: what was last known goes on until something else is reported.
    if (device.link !== 'live' || typeof status !== 'string') return [];
    const before = this.#words;
    const words = this.#believed(new Set(parseStatus(status).words), now, evidence);
    // A UPS that tests its battery runs on it, and mains is there all the same.
    if ((words.has('TEST') || words.has('CAL')) && !before.has('OB')) words.delete('OB');
    this.#words = words;
    const alarm = String(device.values['ups.alarm'] ?? '');
    const alarmChanged = alarm !== this.#alarm && alarm !== '';
    this.#alarm = alarm;
    const { name } = device;
    return WORDS.flatMap(({ word, came, went }) => {
      if (word === 'ALARM' && words.has(word) && (alarmChanged || !before.has(word))) {
        const text =
          alarm === '' ? say('deviceEvent.ALARM.came', { name }) : say('deviceEvent.reports', { name, alarm });
        return [this.#made(came, text, device, now, { status })];
      }
      if (words.has(word) === before.has(word)) return [];
      return words.has(word)
        ? [this.#made(came, say(`deviceEvent.${word}.came`, { name }), device, now, { status })]
        : [this.#made(went, say(`deviceEvent.${word}.went`, { name }), device, now, { status })];
    });
  }

  /**
   * The words as they may be told. One that came or went unasked was asked for at once: it is told when the answer says so
   * too, for what is only told may have been garbled on its way.
   */
  #believed(said: ReadonlySet<StatusWord>, now: number, evidence: Evidence | undefined): Set<StatusWord> {
    const before = this.#words;
    const words = new Set<StatusWord>();
    for (const { word } of WORDS) {
      const { at, asked } = (evidence && wordObserved(evidence, word)) ?? { at: now, asked: true };
      const there = AGREED.has(word)
        ? this.#agreed(word, said.has(word), at)
        : asked
          ? said.has(word)
          : before.has(word);
      if (there) words.add(word);
    }
    return words;
  }

  #agreed(word: StatusWord, says: boolean, at: number): boolean {
    const { there, away } = this.#signs.get(word) ?? { there: UNSEEN, away: UNSEEN };
    const next = { there: observed(there, says, at), away: observed(away, !says, at) };
    this.#signs.set(word, next);
    if (agrees(next.there) || comesAndGoes(next.there)) return true;
    return agrees(next.away) ? false : this.#words.has(word);
  }

  #made(
    { kind, severity }: Happening,
    said: string,
    device: DeviceState,
    now: number,
    extra: NewEvent['data'],
  ): NewEvent {
    const data: NewEvent['data'] = { ...extra };
    for (const name of CONTEXT) {
      const value = device.values[name];
      if (value !== undefined) data[name] = value;
    }
    const text = [said, ...detail(kind, device)].join(' ');
    return { time: now, device: device.id, kind, severity, text, data };
  }
}

/** On battery, what matters is how long it will last. */
function detail(kind: EventKind, { values }: DeviceState): string[] {
  if (kind !== 'mains-lost' && kind !== 'low-battery') return [];
  const charge = values['battery.charge'];
  const runtime = values['battery.runtime'];
  if (charge === undefined) return [];
  const shown = { charge: formatValue('battery.charge', charge, saidIn()) };
  if (runtime === undefined) return [say('deviceEvent.charge', shown)];
  return [
    say('deviceEvent.chargeAndRuntime', { ...shown, runtime: formatValue('battery.runtime', runtime, saidIn()) }),
  ];
}
