/** Plays one row of the scenario table on a virtual engine, and writes down what became of it. */
import type { EventKind } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { VirtualClock, type VirtualDevice, VirtualEngine } from './virtual-engine.ts';

/**
 * What happens, at a second of the story: one or more of these, separated by commas. `ups` is the id of a device; where
 * it is left out, `a`.
 *
 * `out [ups]`, `in [ups]`: mains. `cut [ups]`, `link [ups]`: the cable. `set <ups> <name> <value>`, `unset <ups> <name>`,
 * `free <ups> <name>`: a value lies, is missing, is the device's own again. `word <ups> <word>`, `drop <ups> <word>`: a
 * status word comes or goes; `blink <ups> <word>`: it is there in every other observation. `status <ups> <words>`: the whole status, with `+` between words; `own <ups>`: its own again.
 * `test <quick|deep|calibration>`: a battery test of `a`. `charge <percent>`: the battery of `a` really holds so much.
 * `cancel`, `postpone`, `now`, `request`: orders. `sleep <seconds>`: the computer sleeps. `clock <seconds>`: the clock
 * of the wall is set. `mode <mode>`: protection is switched.
 */
export type Happening = readonly [second: number, what: string];

/**
 * What is expected, as `<word>@<second>` with the trigger after a space where one is told: `on` an outage is confirmed,
 * `over` it is over, `warn`, `doubt` a value contradicts itself, `count` a countdown begins, `stop` it is stopped, `later`
 * it is put off, `asked` for by another machine, `act` the last step is taken, `try` as practice, `woke` after a sleep,
 * `refused` an order was. A range of seconds, `33..68`, where it hangs on how patiently a kind of port is asked.
 */
export type Expectation = string;

/** One row of the table. */
export interface Row {
  readonly name: string;
  /** False where another kind of device stands for this row in the daily tests; the slow suite plays them all. */
  readonly daily?: boolean;
  /** Where others got it wrong. */
  readonly refs?: readonly string[];
  readonly devices: readonly Kind[];
  readonly rules: ProtectionSetting;
  readonly events: readonly Happening[];
  readonly expect: readonly Expectation[];
  /** When the story ends. Seconds. */
  readonly until: number;
  /** Mains is away already when Mainstay starts. */
  readonly dark?: boolean;
  readonly wall?: number;
  readonly measuredSeconds?: number;
}

/** Kinds of devices, by what they can say. */
export const KINDS = {
  /** Everything, over USB. */
  hid: { uri: 'sim:hid', values: {} },
  /** Everything, from a network card. */
  snmp: { uri: 'sim:snmp', values: {} },
  /** A charge guessed from the voltage, no runtime, on a serial line. */
  serial: { uri: 'sim:megatec?baud=115200', values: {} },
  /** No more than whether it is on battery. */
  contact: {
    uri: 'sim:hid',
    values: { 'battery.charge': undefined, 'battery.runtime': undefined, 'input.voltage': undefined },
  },
} as const satisfies Record<string, Pick<VirtualDevice, 'uri' | 'values'>>;

export type Kind = keyof typeof KINDS;

const WORDS: Partial<Record<EventKind, string>> = {
  'outage-confirmed': 'on',
  'outage-over': 'over',
  'trigger-warning': 'warn',
  implausible: 'doubt',
  'countdown-started': 'count',
  'countdown-cancelled': 'stop',
  'countdown-postponed': 'later',
  'shutdown-requested': 'asked',
  resumed: 'woke',
};

/** What became of a row: the word of each thing that happened, the second, and the trigger where one is told. */
export interface Happened {
  readonly word: string;
  readonly at: number;
  readonly trigger: string | undefined;
}

/** Plays a row. */
export async function playRow(row: Row): Promise<{ readonly happened: Happened[]; readonly beyondPractice: number }> {
  const devices = row.devices.map((kind, index): VirtualDevice => {
    const { uri, values } = KINDS[kind];
    return { id: 'abc'[index] ?? `ups-${index}`, uri, values: { ...values } };
  });
  // Serial lines are asked eight times as often as the settings say.
  const quickSeconds = row.devices.includes('serial') ? 12 : 2;
  const virtual = new VirtualEngine({
    devices,
    rules: row.rules,
    quickSeconds,
    clock: new VirtualClock(row.wall ?? new Date(2026, 10, 18, 12).getTime()),
    ...(row.measuredSeconds === undefined ? {} : { measuredSeconds: row.measuredSeconds }),
  });
  const refused: Happened[] = [];
  if (row.dark === true)
    virtual.beforeStart(() => devices.forEach(({ id }) => force(virtual, id, { mainsVoltage: 0 })));
  await virtual.start();
  for (const [second, what] of row.events) {
    await virtual.to(second);
    for (const one of what.split(',')) {
      if (!(await happen(virtual, one.trim().split(' '))))
        refused.push({ word: 'refused', at: virtual.seconds, trigger: undefined });
    }
  }
  await virtual.to(row.until);
  const told = virtual.told.flatMap(({ at, event }): Happened[] => {
    const word = WORDS[event.kind];
    const trigger = event.data['trigger'];
    if (word === undefined) return [];
    return [{ word, at, trigger: word === 'count' && typeof trigger === 'string' ? trigger : undefined }];
  });
  const acted = virtual.decided.map(({ at, action }): Happened => {
    return { word: action.practice ? 'try' : 'act', at, trigger: action.trigger };
  });
  const beyondPractice = virtual.performed.filter(({ action }) => !action.practice).length;
  await virtual.stop();
  return { happened: [...told, ...acted, ...refused].toSorted((one, other) => one.at - other.at), beyondPractice };
}

function force(
  virtual: VirtualEngine,
  id: string,
  state: Parameters<NonNullable<ReturnType<VirtualEngine['engine']['simulation']>>['force']>[0],
): void {
  const model = virtual.engine.simulation(id);
  if (model === undefined) throw new Error(`There is no simulation ${id}.`);
  model.force(state);
}

/** False when an order was refused. */
async function happen(virtual: VirtualEngine, [what = '', ...rest]: readonly string[]): Promise<boolean> {
  const { calls } = virtual.engine.handlers;
  const [first = 'a', second = '', third = ''] = rest;
  switch (what) {
    case 'out':
    case 'in':
      force(virtual, first, { mainsVoltage: what === 'out' ? 0 : 230 });
      return true;
    case 'cut':
    case 'link':
      force(virtual, first, { linkLost: what === 'cut' });
      return true;
    case 'charge':
      force(virtual, 'a', { charge: Number(first) });
      return true;
    case 'set':
      virtual.device(first).values[second] = /^-?[\d.]+$/.test(third) ? Number(third) : third.replaceAll('+', ' ');
      return true;
    case 'unset':
      virtual.device(first).values[second] = undefined;
      return true;
    case 'free':
      delete virtual.device(first).values[second];
      return true;
    case 'word':
      virtual.device(first).status = (status) => `${status} ${second}`;
      return true;
    case 'drop':
      virtual.device(first).status = (status) =>
        status
          .split(' ')
          .filter((word) => word !== second)
          .join(' ');
      return true;
    case 'blink':
      virtual.device(first).status = blinking(second);
      return true;
    case 'status':
      virtual.device(first).status = () => second.replaceAll('+', ' ');
      return true;
    case 'own':
      delete virtual.device(first).status;
      return true;
    case 'test':
      virtual.engine.simulation('a')?.startTest(testOf(first));
      return true;
    case 'sleep':
      virtual.clock.sleep(Number(first) * 1000);
      return true;
    case 'clock':
      virtual.clock.set(Number(first) * 1000);
      return true;
    case 'mode': {
      const { protection } = virtual.settings.get();
      await virtual.settings.update({ protection: { ...protection, mode: modeOf(first) } });
      return true;
    }
    case 'cancel':
      return (await calls['protection.cancel']({})).result === 'accepted';
    case 'postpone':
      return (await calls['protection.postpone']({})).result === 'accepted';
    case 'now':
      return (await calls['protection.shutdownNow']({ confirmed: true })).result === 'accepted';
    case 'request':
      return (await calls['protection.request']({ from: 'nas', reason: 'its battery is low.' })).result === 'accepted';
    default:
      throw new Error(`Nothing is known of "${what}".`);
  }
}

function blinking(word: string): (status: string, at: number) => string {
  let last = 0;
  let on = false;
  return (status, at) => {
    if (at !== last) on = !on;
    last = at;
    return on ? `${status} ${word}` : status;
  };
}

function testOf(text: string): 'quick' | 'deep' | 'calibration' {
  if (text === 'quick' || text === 'deep' || text === 'calibration') return text;
  throw new Error(`There is no test "${text}".`);
}

function modeOf(text: string): ProtectionSetting['mode'] {
  if (text === 'off' || text === 'practice' || text === 'armed') return text;
  throw new Error(`There is no mode "${text}".`);
}

/** Polls are up to two seconds apart, and decisions one: what is told may be so much late, and never early. Seconds. */
const EARLY = 0.6;
const LATE = 4.5;

/** The differences between what was expected and what happened; none when the row holds. */
export function differences(expected: readonly Expectation[], happened: readonly Happened[]): string[] {
  const open = [...happened];
  const missing = expected.filter((text) => {
    const [, word, from, to = from, trigger] = /^(\w+)@(\d+)(?:\.\.(\d+))?(?: (\w+))?$/.exec(text) ?? [];
    if (word === undefined) throw new Error(`"${text}" is no expectation.`);
    const found = open.findIndex(
      (each) =>
        each.word === word &&
        each.at >= Number(from) - EARLY &&
        each.at <= Number(to) + LATE &&
        (trigger === undefined || each.trigger === trigger),
    );
    if (found >= 0) open.splice(found, 1);
    return found < 0;
  });
  const told = ({ word, at, trigger }: Happened): string =>
    `${word}@${at.toFixed(1)}${trigger === undefined ? '' : ` ${trigger}`}`;
  return [...missing.map((text) => `missing: ${text}`), ...open.map((each) => `unexpected: ${told(each)}`)];
}
