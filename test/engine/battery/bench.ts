/** Batteries of one UPS on a clock that is moved by hand, with a history of their own. */
import { Batteries } from '../../../src-main/engine/battery/batteries.ts';
import { createHistoryStore } from '../../../src-main/engine/history/index.ts';
import { type KeptFile, memoryFile } from '../../../src-main/engine/base/kept-file.ts';
import type { HistoryStore, NewEvent } from '../../../src-main/engine/base/parts.ts';
import type { CommandOutcome, DeviceState, ProtectionState } from '../../../src-shared/contract/index.ts';
import { type BatterySetting, batterySettingSchema, type TestSchedule } from '../../../src-shared/settings/battery.ts';
import { fakeDevice, fakeProtection } from '../../renderer/fake-devices.ts';
import { sampledOf } from './discharges.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const ZONE = 'Europe/Berlin';
/** A Friday. */
export const BEGIN = Date.UTC(2027, 0, 1);

/** The bench. */
export class Bench {
  now = BEGIN;
  readonly events: NewEvent[] = [];
  readonly sent: { readonly at: number; readonly name: string }[] = [];
  readonly written: string[] = [];
  readonly file: KeptFile;
  readonly history: HistoryStore;
  answer: CommandOutcome = { result: 'accepted', message: 'Taken.' };
  device: DeviceState;
  protection: ProtectionState;
  schedule: TestSchedule | undefined;
  chemistry: BatterySetting['chemistry'] = {};
  others: readonly DeviceState[] = [];
  batteries: Batteries;

  constructor() {
    this.file = memoryFile();
    this.history = createHistoryStore(':memory:', { now: () => this.now });
    // Its charge is a reading of the UPS.
    this.device = { ...fakeDevice(), derived: [] };
    this.protection = fakeProtection([this.device]);
    this.batteries = this.start();
  }

  /** As after a restart of Mainstay. */
  start(): Batteries {
    this.batteries = new Batteries({
      clock: { now: () => this.now, monotonic: () => this.now, after: () => () => undefined },
      file: this.file,
      zone: ZONE,
      history: this.history,
      devices: () => [this.device, ...this.others],
      protection: () => this.protection,
      setting: () =>
        batterySettingSchema.parse({
          tests: this.schedule === undefined ? {} : { office: this.schedule, rack: this.schedule },
          chemistry: this.chemistry,
        }),
      round: () => 45_000,
      command: async (_device, name) => {
        this.sent.push({ at: this.now, name });
        return this.answer;
      },
      set: async (_device, variable, value) => {
        this.written.push(`${variable}=${value}`);
        return this.answer;
      },
      tell: (event) => this.events.push(event),
    });
    return this.batteries;
  }

  values(change: Readonly<Record<string, string | number | undefined>>): void {
    const all = Object.entries({ ...this.device.values, ...change }).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    );
    this.device = { ...this.device, values: Object.fromEntries(all) };
  }

  async look(at: number): Promise<void> {
    this.now = at;
    this.device = { ...this.device, readAt: at };
    await this.batteries.look();
  }

  /** Samples of a discharge go into history as the recorder puts them there. */
  record(at: number, load: number, to: number, reported?: number): number {
    const { charge, watts, percent, voltage, end } = sampledOf({ at, load, to });
    this.history.beginBand('office', 'on-battery', at);
    for (const [index, [time, , value]] of charge.entries()) {
      this.now = time;
      const values = new Map([
        ['battery.charge', value],
        ['ups.realpower', watts[index]?.[2] ?? 0],
        ['ups.load', percent[index]?.[2] ?? 0],
        ['battery.voltage', voltage[index]?.[2] ?? 0],
      ]);
      if (reported !== undefined) values.set('battery.runtime', reported);
      this.history.sample('office', time, values);
    }
    this.history.endBand('office', 'on-battery', end);
    this.batteries.heard({ time: end, device: 'office', kind: 'mains-returned', severity: 'info', text: '', data: {} });
    return end;
  }
}
