/** A device that answers for the simulated UPS, field by field of its descriptor. */
import { batteryType, type UpsModel, type UpsState } from '../../src-shared/ups-model/index.ts';
import type { PortFacts } from '../driver.ts';
import { parseHidDescriptor } from '../kit/hid/descriptor.ts';
import type { HidDescriptor, HidField } from '../kit/hid/field.ts';
import { pathText } from '../kit/hid/usages.ts';
import { putRaw, rawFor, rawValue } from '../kit/hid/value.ts';
import { modelFlags, modelVars, obey } from './model.ts';
import { celsius } from './readers.ts';
import { delaysOf, finder, type Finder } from './resolve.ts';
import { Quirks } from './scale.ts';
import type { DelayCode, DelaySet, FlagRow, HidTable, Row } from './shapes.ts';

/** Strings of a simulated device by their index. */
const STRINGS = { manufacturer: 1, product: 2, serial: 3, chemistry: 4, firmware: 5 } as const;
/** Leaves that name a string. */
const STRING_LEAVES: Readonly<Record<string, number>> = {
  iManufacturer: STRINGS.manufacturer,
  iManufacturerName: STRINGS.manufacturer,
  iOEMInformation: STRINGS.manufacturer,
  iProduct: STRINGS.product,
  iName: STRINGS.product,
  iSerialNumber: STRINGS.serial,
  iDeviceChemistry: STRINGS.chemistry,
};
/** What a device that counts in percent says of its capacity (HID Power Devices 1.0, 4.2.5). */
const CONSTANT_LEAVES: Readonly<Record<string, number>> = {
  CapacityMode: 2,
  DesignCapacity: 100,
  FullChargeCapacity: 100,
  CapacityGranularity1: 1,
  CapacityGranularity2: 1,
  Rechargeable: 1,
  Present: 1,
  BatteryPresent: 1,
  Good: 1,
};
/** Seconds from the end of a reboot's delay until the output is on again. */
const REBOOT = 10;

/** A moment of the UPS, with its values worked out once. */
interface Moment {
  readonly state: UpsState;
  readonly vars: ReturnType<typeof modelVars>;
  readonly flags: ReturnType<typeof modelFlags>;
}

/** One device; it reads its UPS model at the moment it is asked. */
export class SimulatedDevice {
  readonly #ups: UpsModel;
  readonly #facts: PortFacts['hid'];
  readonly #table: HidTable;
  readonly #descriptor: HidDescriptor;
  readonly #find: Finder;
  readonly #quirks: Quirks;
  readonly #delays: DelaySet;
  readonly #roles: ReadonlyMap<HidField, 'off' | 'on' | 'reboot'>;
  readonly #leaves: ReadonlyMap<HidField, string>;
  /** Settings that were written, which the model knows nothing of. */
  readonly #written = new Map<HidField, number>();
  readonly #rows = new Map<HidField, Row>();
  readonly #flags = new Map<HidField, FlagRow[]>();
  readonly #reported = new Map<number, string>();
  /** Seconds until the output comes back after the next shutdown; null when it stays off. */
  #startIn: number | null = null;

  constructor(ups: UpsModel, facts: PortFacts['hid'], table: HidTable) {
    this.#ups = ups;
    this.#facts = facts;
    this.#table = table;
    this.#descriptor = parseHidDescriptor(facts.descriptor);
    this.#find = finder(this.#descriptor, table.names);
    this.#quirks = new Quirks(table, facts);
    this.#delays = delaysOf(table, this.#find) ?? {};
    const { off, on, reboot } = this.#delays;
    this.#roles = new Map(
      (
        [
          ['off', off],
          ['on', on],
          ['reboot', reboot],
        ] as const
      ).flatMap(([role, path]) => (path === undefined ? [] : this.#find(path)).map((field) => [field, role] as const)),
    );
    this.#leaves = new Map(this.#descriptor.fields.map((field) => [field, leafOf(field, table)]));
    for (const row of table.rows) {
      for (const field of row.paths.flatMap(this.#find)) if (!this.#rows.has(field)) this.#rows.set(field, row);
    }
    for (const row of table.flags) {
      for (const field of row.paths.flatMap(this.#find))
        this.#flags.set(field, [...(this.#flags.get(field) ?? []), row]);
    }
    // The same bit in another collection means the same, also where no table looks for it.
    for (const [field, leaf] of this.#leaves) {
      if (this.#flags.has(field)) continue;
      const like = table.flags.find(({ paths }) =>
        paths.some((path) => path.split('@')[0]?.endsWith(`.${leaf}`) === true),
      );
      if (like !== undefined) this.#flags.set(field, [like]);
    }
  }

  get(kind: 'feature' | 'input', report: number): Uint8Array | 'stall' {
    if (this.#ups.state().linkLost) return 'stall';
    const length = this.#descriptor.length(kind, report);
    if (length === 0) return 'stall';
    const state = this.#ups.state();
    const moment = { state, vars: modelVars(this.#ups, state), flags: modelFlags(state) };
    const data = new Uint8Array(length);
    for (const field of this.#descriptor.fields) {
      if (field.kind === kind && field.report === report) putRaw(field, data, this.#raw(field, moment));
    }
    return data;
  }

  string(index: number): string | null {
    const { profile } = this.#ups;
    const text: Readonly<Record<number, string>> = {
      [STRINGS.manufacturer]: this.#facts.manufacturer ?? profile.manufacturer,
      [STRINGS.product]: this.#facts.productName ?? profile.model,
      [STRINGS.serial]: this.#facts.serial ?? profile.serial,
      [STRINGS.chemistry]: batteryType(profile),
      [STRINGS.firmware]: profile.firmware,
    };
    return text[index] ?? null;
  }

  unasked(): { report: number; data: Uint8Array }[] {
    const reports = new Set(this.#descriptor.fields.filter(({ kind }) => kind === 'input').map(({ report }) => report));
    return [...reports].flatMap((report) => {
      const data = this.get('input', report);
      if (data === 'stall' || this.#reported.get(report) === data.join()) return [];
      this.#reported.set(report, data.join());
      return [{ report, data }];
    });
  }

  set(kind: 'feature' | 'output', report: number, data: Uint8Array): 'done' | 'stall' {
    if (this.#ups.state().linkLost) return 'stall';
    const fields = this.#descriptor.fields.filter((field) => field.kind === kind && field.report === report);
    const before = kind === 'feature' ? this.get(kind, report) : 'stall';
    if (fields.length === 0 || data.length < this.#descriptor.length(kind, report)) return 'stall';
    let done = true;
    for (const field of fields) {
      const raw = rawValue(field, data);
      const same = before !== 'stall' && rawValue(field, before) === raw;
      // In a report of many values only those that differ were meant.
      if (raw === null || field.constant || (same && fields.length > 1)) continue;
      done = this.#write(field, raw) && done;
    }
    return done ? 'done' : 'stall';
  }

  #write(field: HidField, raw: number): boolean {
    const delayed = this.#delay(field, raw);
    if (delayed !== null) return delayed;
    const action = this.#table.actions.find(
      (each) => each.raw === raw && each.paths.some((path) => this.#find(path).includes(field)),
    );
    if (action !== undefined) return obey(this.#ups, action.name);
    const row = this.#rows.get(field);
    if (row?.settable !== true) return false;
    this.#written.set(field, raw);
    return true;
  }

  /** A write to one of the delays; null where the field is none. */
  #delay(field: HidField, raw: number): boolean | null {
    const role = this.#roles.get(field);
    if (role === undefined) return null;
    const seconds = this.#seconds(field, raw);
    if (role === 'on') {
      this.#startIn = seconds < 0 ? null : seconds;
      const { output, timers } = this.#ups.state();
      return seconds < 0 || output.on || timers.shutdown !== null ? true : this.#ups.switchOn(seconds);
    }
    if (role === 'reboot') return seconds < 0 || this.#ups.shutdown(seconds, { onIn: REBOOT, returnWithMains: true });
    if (seconds < 0) {
      // With nothing to cancel there is nothing to refuse.
      this.#ups.cancelShutdown();
      return true;
    }
    const back = this.#delays.offCode?.back?.(raw) ?? this.#startIn !== null;
    return this.#ups.shutdown(seconds, { onIn: back ? this.#startIn : null, returnWithMains: back });
  }

  /** The delay that a raw value stands for; below zero for none. */
  #seconds(field: HidField, raw: number): number {
    const code = this.#code(field);
    if (code !== undefined) return code.decode(raw);
    if (raw < 0 || raw === 2 ** field.size - 1) return -1;
    const scaled = this.#quirks.sample(field, raw, () => undefined);
    return 'absent' in scaled ? -1 : scaled.value;
  }

  #code(field: HidField): DelayCode | undefined {
    const role = this.#roles.get(field);
    return role === 'off' ? this.#delays.offCode : role === 'on' ? this.#delays.onCode : undefined;
  }

  #raw(field: HidField, moment: Moment): number {
    return (
      this.#written.get(field) ??
      this.#timer(field, moment) ??
      this.#value(field, moment) ??
      this.#bits(field, moment) ??
      this.#constant(field)
    );
  }

  #timer(field: HidField, { state }: Moment): number | null {
    const role = this.#roles.get(field);
    if (role === undefined) return null;
    const left = role === 'off' ? state.timers.shutdown : role === 'on' ? state.timers.start : null;
    const code = this.#code(field);
    if (code?.readsElse === true) return left === null ? 0 : 1;
    if (code !== undefined) return left === null ? 0 : (code.encode(left, state.timers.returnWithMains) ?? 0);
    if (left !== null) return rawFor(field, left);
    return field.logical.min < 0 ? -1 : 2 ** field.size - 1;
  }

  #value(field: HidField, { vars }: Moment): number | null {
    const row = this.#rows.get(field);
    if (row === undefined) return null;
    if (row.reader === 'string') {
      return STRING_LEAVES[this.#leaves.get(field) ?? ''] ?? (row.name === 'ups.firmware' ? STRINGS.firmware : 0);
    }
    const value = vars.get(row.name);
    const wanted = value === undefined ? null : row.reader.write(value);
    if (wanted === null) return null;
    if (row.reader.of === 'raw') return wanted;
    const raw = this.#quirks.raw(field, wanted, (name) => {
      const other = vars.get(name);
      return typeof other === 'number' ? other : undefined;
    });
    // A byte holds no Kelvin; devices that have one send degrees Celsius in it.
    return row.reader === celsius && raw >= 2 ** field.size && typeof value === 'number' ? Math.round(value) : raw;
  }

  #bits(field: HidField, { flags }: Moment): number | null {
    const rows = this.#flags.get(field);
    if (rows === undefined) return null;
    let raw = 0;
    for (const { flag, when } of rows) {
      const raised = flags.get(flag) ?? false;
      if (when === 'set') raw |= raised ? 1 : 0;
      else if (when === 'clear') raw |= raised ? 0 : 1;
      else if ('mask' in when) raw |= raised ? when.equals : 0;
      else raw = raised ? (when.oneOf[0] ?? 0) : (when.otherwise ?? raw);
    }
    return raw;
  }

  #constant(field: HidField): number {
    const leaf = this.#leaves.get(field) ?? '';
    const wanted = STRING_LEAVES[leaf] ?? CONSTANT_LEAVES[leaf] ?? 0;
    const { min, max } = field.logical;
    return max > min ? Math.min(Math.max(wanted, min), max) : wanted;
  }
}

function leafOf(field: HidField, table: HidTable): string {
  return (
    pathText(field, table.names)
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? ''
  );
}
