/** The person's own thresholds: looks at each reading, and tells when a value stays beyond its limit, and when it is back. */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { formatValue, label } from '../../../src-shared/nut/index.ts';
import type { Threshold } from '../../../src-shared/settings/notifications.ts';
import { saidIn, say } from '../../../src-shared/texts/say.ts';
import type { NewEvent } from '../base/parts.ts';

/** One rule at one device. */
interface Watch {
  /** When the value was first read on the other side of where it stood, and how often in a row since. */
  since: number;
  readings: number;
  raised: boolean;
}

/** A single reading may be wrong. */
const AGREEING = 2;

/** Watches every rule at every device it is about. */
export class Thresholds {
  readonly #watches = new Map<string, Watch>();

  /** @param raised what `raised` told before a restart: it is not raised again. */
  constructor(raised: readonly string[] = []) {
    for (const key of raised) this.#watches.set(key, { since: 0, readings: 0, raised: true });
  }

  /** What stands, to be kept over a restart. */
  raised(): string[] {
    return [...this.#watches].flatMap(([key, { raised }]) => (raised ? [key] : []));
  }

  /** Rules that are gone, and devices that are, are forgotten without a word. */
  follow(rules: readonly Threshold[], devices: readonly string[]): void {
    for (const [key, watch] of this.#watches) {
      const [rule, device = ''] = key.split(' ');
      const found = rules.find(({ id }) => id === rule);
      const about = found !== undefined && (found.device === '' || found.device === device);
      if (!about || !found.enabled || !devices.includes(device)) this.#watches.delete(key);
      else watch.readings = 0;
    }
  }

  /** The device has no fresh readings: nothing is raised or cleared, and what was on its way begins anew. */
  interrupt(device: string): void {
    for (const [key, watch] of this.#watches) if (key.endsWith(` ${device}`)) watch.readings = 0;
  }

  /**
   * A reading of these variables has come. Only what was read counts: a value that is missing, or only remembered, says
   * nothing. `steady` in milliseconds on a clock that does not jump.
   */
  read(
    rules: readonly Threshold[],
    device: DeviceState,
    names: readonly string[],
    moment: { readonly now: number; readonly steady: number },
  ): NewEvent[] {
    if (device.link !== 'live') {
      this.interrupt(device.id);
      return [];
    }
    return rules.flatMap((rule) => {
      if (!rule.enabled || (rule.device !== '' && rule.device !== device.id)) return [];
      const value = device.values[rule.variable];
      const key = `${rule.id} ${device.id}`;
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        const watch = this.#watches.get(key);
        if (watch !== undefined) watch.readings = 0;
        return [];
      }
      if (!names.includes(rule.variable)) return [];
      return this.#judge(key, rule, value, moment.steady)
        ? [eventOf(rule, device, value, this.#watches.get(key)?.raised === true, moment.now)]
        : [];
    });
  }

  /** Takes a value in; true when that changed where the rule stands. */
  #judge(key: string, rule: Threshold, value: number, steady: number): boolean {
    const watch = this.#watches.get(key) ?? { since: 0, readings: 0, raised: false };
    this.#watches.set(key, watch);
    if (!(watch.raised ? isBack(rule, value) : isBeyond(rule, value))) {
      watch.readings = 0;
      return false;
    }
    if (watch.readings === 0) watch.since = steady;
    watch.readings += 1;
    if (watch.readings < AGREEING || steady - watch.since < rule.seconds * 1000) return false;
    watch.raised = !watch.raised;
    watch.readings = 0;
    return true;
  }
}

function isBeyond({ direction, value: limit }: Threshold, value: number): boolean {
  return direction === 'above' ? value > limit : value < limit;
}

function isBack({ direction, value: limit, hysteresis }: Threshold, value: number): boolean {
  return direction === 'above' ? value <= limit - hysteresis : value >= limit + hysteresis;
}

function eventOf(rule: Threshold, device: DeviceState, value: number, raised: boolean, now: number): NewEvent {
  const { variable, direction, value: limit, seconds, severity, id } = rule;
  const words = {
    name: device.name,
    what: label(variable),
    value: formatValue(variable, value, saidIn()),
    limit: formatValue(variable, limit, saidIn()),
  };
  const text = raised
    ? direction === 'above'
      ? say('notify.threshold.above', words)
      : say('notify.threshold.below', words)
    : say('notify.threshold.back', words);
  return {
    time: now,
    device: device.id,
    kind: raised ? 'threshold' : 'threshold-cleared',
    severity: raised ? severity : 'info',
    text,
    data: { rule: id, variable, value, limit, seconds, direction, ...(raised ? {} : { was: severity }) },
  };
}
