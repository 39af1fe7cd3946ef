/** Turns what changes on a device into events: status words coming and going, the link lost and restored. */
import type { DeviceState, EventKind, Link, Severity } from '../../src-shared/contract/index.ts';
import { formatValue, parseStatus, type StatusWord } from '../../src-shared/nut/index.ts';
import type { NewEvent } from './parts.ts';

interface Happening {
  readonly kind: EventKind;
  readonly severity: Severity;
  /** A sentence about the device, whose name it begins with. */
  readonly text: (name: string) => string;
}

interface WordEvents {
  readonly word: StatusWord;
  readonly came: Happening;
  readonly went: Happening;
}

const event = (kind: EventKind, severity: Severity, rest: string): Happening => ({
  kind,
  severity,
  text: (name) => `${name} ${rest}`,
});

/** What each word means when it comes and when it goes, the gravest last so that it stands on top of a list. */
const WORDS: readonly WordEvents[] = [
  {
    word: 'TRIM',
    came: event('trim', 'info', 'is lowering mains voltage, which is too high. The battery is not used.'),
    went: event('trim-cleared', 'info', 'passes mains voltage on as it is again.'),
  },
  {
    word: 'BOOST',
    came: event('boost', 'info', 'is raising mains voltage, which is too low. The battery is not used.'),
    went: event('boost-cleared', 'info', 'passes mains voltage on as it is again.'),
  },
  {
    word: 'TEST',
    came: event('test-started', 'info', 'has begun a battery test.'),
    went: event('test-ended', 'info', 'has ended its battery test.'),
  },
  {
    word: 'CAL',
    came: event('test-started', 'info', 'has begun to run its battery down on purpose, to learn its runtime.'),
    went: event('test-ended', 'info', 'has ended its calibration.'),
  },
  {
    word: 'BYPASS',
    came: event('bypass', 'warning', 'passes mains around itself; the battery would not help in an outage.'),
    went: event('bypass-cleared', 'info', 'protects the load again after the bypass.'),
  },
  {
    word: 'RB',
    came: event('replace-battery', 'warning', 'asks for a new battery.'),
    went: event('replace-battery-cleared', 'info', 'no longer asks for a new battery.'),
  },
  {
    word: 'ALARM',
    came: event('alarm', 'warning', 'reports an alarm.'),
    went: event('alarm-cleared', 'info', 'no longer reports an alarm.'),
  },
  {
    word: 'OFF',
    came: event('output-off', 'critical', 'has switched its output off.'),
    went: event('output-on', 'info', 'has switched its output on.'),
  },
  {
    word: 'OVER',
    came: event('overload', 'critical', 'is overloaded: more is connected than it can carry.'),
    went: event('overload-cleared', 'info', 'is no longer overloaded.'),
  },
  {
    word: 'OB',
    came: event('mains-lost', 'warning', 'runs on battery: mains is gone.'),
    went: event('mains-returned', 'info', 'runs on mains again.'),
  },
  {
    word: 'LB',
    came: event('low-battery', 'critical', 'reports a low battery.'),
    went: event('low-battery-cleared', 'info', 'no longer reports a low battery.'),
  },
  {
    word: 'FSD',
    came: event('forced-shutdown', 'critical', 'is about to cut the power: a shutdown was forced.'),
    went: event('forced-shutdown', 'info', 'no longer announces a forced shutdown.'),
  },
];

/** What a reader of the event wants to know of that moment. */
const CONTEXT = ['battery.charge', 'battery.runtime', 'ups.load', 'input.voltage'] as const;

const GONE: readonly Link[] = ['stale', 'lost', 'denied', 'in-use', 'unrecognised'];

/** Watches one device. The first reading tells only what is not as it should be. */
export class DeviceEvents {
  #words: ReadonlySet<StatusWord> = new Set();
  #alarm = '';
  /** Null until the device was live once: what never was there cannot be lost. */
  #live: boolean | null = null;

  /** What happened since the last look. */
  look(device: DeviceState, now: number): NewEvent[] {
    return [...this.#lookAtLink(device, now), ...this.#lookAtStatus(device, now)];
  }

  #lookAtLink(device: DeviceState, now: number): NewEvent[] {
    const { link, name, linkMessage } = device;
    if (link === 'live') {
      const restored = this.#live === false;
      this.#live = true;
      const happening = event('link-restored', 'info', 'answers again.');
      return restored ? [this.#made(happening, device, now, { link })] : [];
    }
    if (this.#live !== true || !GONE.includes(link)) return [];
    this.#live = false;
    const text = `Mainstay has lost contact with ${name}. ${linkMessage ?? ''}`.trim();
    return [{ time: now, device: device.id, kind: 'link-lost', severity: 'warning', text, data: { link } }];
  }

  #lookAtStatus(device: DeviceState, now: number): NewEvent[] {
    const status = device.values['ups.status'];
    // Not reported is no change: what was last known goes on until something else is reported.
    if (device.link !== 'live' || typeof status !== 'string') return [];
    const before = this.#words;
    const words = new Set(parseStatus(status).words);
    // A UPS that tests its battery runs on it, and mains is there all the same.
    if ((words.has('TEST') || words.has('CAL')) && !before.has('OB')) words.delete('OB');
    this.#words = words;
    const alarm = String(device.values['ups.alarm'] ?? '');
    const alarmChanged = alarm !== this.#alarm && alarm !== '';
    this.#alarm = alarm;
    return WORDS.flatMap(({ word, came, went }) => {
      if (word === 'ALARM' && words.has(word) && (alarmChanged || !before.has(word))) {
        return [
          this.#made(alarm === '' ? came : event('alarm', 'warning', `reports: ${alarm}`), device, now, { status }),
        ];
      }
      if (words.has(word) === before.has(word)) return [];
      return [this.#made(words.has(word) ? came : went, device, now, { status })];
    });
  }

  #made(happening: Happening, device: DeviceState, now: number, extra: NewEvent['data']): NewEvent {
    const { kind, severity, text } = happening;
    const data: NewEvent['data'] = { ...extra };
    for (const name of CONTEXT) {
      const value = device.values[name];
      if (value !== undefined) data[name] = value;
    }
    return { time: now, device: device.id, kind, severity, text: text(device.name) + detail(kind, device), data };
  }
}

/** On battery, what matters is how long it will last. */
function detail(kind: EventKind, { values }: DeviceState): string {
  if (kind !== 'mains-lost' && kind !== 'low-battery') return '';
  const [charge, runtime] = [values['battery.charge'], values['battery.runtime']];
  if (charge === undefined) return '';
  const left = runtime === undefined ? '' : `, ${formatValue('battery.runtime', runtime)} left`;
  return ` Charge ${formatValue('battery.charge', charge)}${left}.`;
}
