/** Raw values to scaled ones and back, with the quirks of the device at hand. */
import type { VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { PortFacts } from '../driver.ts';
import type { Field } from '../kit/field.ts';
import type { HidField } from '../kit/hid/field.ts';
import { pathText, type UsageNames } from '../kit/hid/usages.ts';
import { measured, rawFor } from '../kit/hid/value.ts';
import { matches } from './claim.ts';
import type { HidTable, Quirk, QuirkCondition, Sample } from './shapes.ts';

/** The value of a variable that was read before, where a quirk compares with it. */
export type Known = (name: VarName) => number | undefined;

type Device = Pick<PortFacts['hid'], 'vendor' | 'product' | 'manufacturer' | 'productName'>;

/** The quirks of one device. */
export class Quirks {
  readonly #quirks: readonly Quirk[];
  readonly #names: UsageNames;

  constructor(table: HidTable, device: Device) {
    this.#quirks = table.quirks.filter(({ devices }) => devices?.some((match) => matches(device, match)) ?? true);
    this.#names = table.names;
  }

  /** Whether a report must not be asked for. */
  leaves(report: number): boolean {
    return this.#quirks.some(({ does }) => 'leave' in does && does.leave.includes(report));
  }

  /** Bytes to ask for where the device overflows on what it declares. */
  askFor(declared: number): number {
    return this.#quirks.reduce((most, { does }) => ('askFor' in does ? Math.max(most, does.askFor) : most), declared);
  }

  /** Scales a raw value; absent where the device says that there is none, or is known to mean none. */
  sample(field: HidField, raw: number, known: Known): Field<number> & { readonly sample?: Sample } {
    const plain = measured(field, raw);
    if ('absent' in plain) return plain;
    let { value } = plain;
    for (const { does, because } of this.#about(field)) {
      if ('ignore' in does && (does.ignore === 'always' || does.ignore.raw === raw)) {
        return { absent: say('hid.knownWrong', { because }) };
      }
      if ('most' in does) value = Math.min(value, does.most);
      if ('rawTimes' in does && holds(does.when, value, known)) value = divided(raw, does.rawTimes);
      if ('times' in does && holds(does.when, value, known)) value = divided(value, does.times);
    }
    return { value, sample: { raw, value, unit: plain.unit } };
  }

  /** The raw value that is read as `value`; where only the quirk makes it so, the one that the device would send. */
  raw(field: HidField, value: number, known: Known): number {
    const always = this.#about(field).find(({ does }) => 'rawTimes' in does && does.when === undefined);
    if (always !== undefined && 'rawTimes' in always.does) return Math.round(value / always.does.rawTimes);
    const plain = rawFor(field, value);
    const back = this.sample(field, plain, known);
    const step = Math.abs(measuredOr(field, plain + 1) - measuredOr(field, plain));
    const fits = Math.abs(plain) < 2 ** field.size;
    if (fits && 'value' in back && Math.abs(back.value - value) <= step) return plain;
    for (const { does } of this.#about(field)) {
      if ('rawTimes' in does) return Math.round(value / does.rawTimes);
      if ('times' in does) return rawFor(field, value / does.times);
    }
    return plain;
  }

  #about(field: HidField): readonly Quirk[] {
    const path = pathText(field, this.#names).replaceAll(/\[\d+\]/g, '');
    return this.#quirks.filter(({ does }) => {
      if (!('field' in does)) return false;
      const wanted = does.field.replaceAll(/\[\d+\]/g, '');
      return path === wanted || path.endsWith(`.${wanted}`);
    });
  }
}

function measuredOr(field: HidField, raw: number): number {
  const result = measured(field, raw);
  return 'value' in result ? result.value : 0;
}

/** Times a factor; by a tenth as a division, which leaves no tail. */
function divided(value: number, factor: number): number {
  const inverse = 1 / factor;
  return Number.isInteger(inverse) ? value / inverse : value * factor;
}

function holds(when: QuirkCondition | undefined, value: number, known: Known): boolean {
  if (when === undefined) return true;
  if (when.below !== undefined && value >= when.below) return false;
  if (when.above !== undefined && value <= when.above) return false;
  const { aboveTimes, belowTimes, farFrom } = when;
  const times = (name: VarName): number | undefined => {
    const other = known(name);
    return other === undefined || other <= 0 ? undefined : value / other;
  };
  if (aboveTimes !== undefined && !((times(aboveTimes.name) ?? 0) > aboveTimes.factor)) return false;
  if (belowTimes !== undefined && !((times(belowTimes.name) ?? 0) < belowTimes.factor)) return false;
  const share = farFrom === undefined ? undefined : times(farFrom);
  return share === undefined || share < 1 / TWICE || share > TWICE;
}

const TWICE = 2;
