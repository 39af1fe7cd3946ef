/** What is kept of batteries over restarts: discharges, tests, replacements, and how far the schedule has come. */
import { z } from 'zod';
import { dischargeSchema, testRecordSchema } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { KeptFile } from '../base/kept-file.ts';

const runningSchema = z.object({
  since: z.number(),
  by: testRecordSchema.shape.by,
  /** The UPS was seen to run it. */
  seen: z.boolean(),
  endedAt: z.number().optional(),
  /** What the UPS said of the test before. */
  before: z.string().optional(),
});

const progressSchema = z.object({
  /** The schedule that this belongs to, as text: another one begins anew. */
  of: z.string(),
  /** The local day, counted from 1970, on which the last test was due that was run or given up. */
  handled: z.int(),
  /** Why it was not run in the last hour it was due in, and on which day that was. */
  putOff: z.object({ day: z.int(), why: z.string(), told: z.boolean() }).optional(),
});

const batterySchema = z.object({
  /** Before this time nothing is looked for in history any more. */
  lookedUntil: z.number(),
  /** ISO dates, as a person told them, and when each began to count; oldest first. */
  replacements: z.array(z.object({ date: z.string(), at: z.number() })),
  /** Oldest first. */
  discharges: z.array(dischargeSchema),
  tests: z.array(testRecordSchema),
  running: runningSchema.optional(),
  progress: progressSchema.optional(),
});

const fileSchema = z.object({ version: z.literal(1), devices: z.record(z.string(), batterySchema) });

/** Of one device. */
export type KeptBattery = z.infer<typeof batterySchema>;
export type Running = z.infer<typeof runningSchema>;
export type Progress = z.infer<typeof progressSchema>;

/** More than ten years of weekly tests. */
const MOST_TESTS = 600;
const MOST_DISCHARGES = 400;

/** The file and what is in it. */
export class KeptBatteries {
  readonly #file: KeptFile;
  #devices: Readonly<Record<string, KeptBattery>> = {};
  #unreadable: string | undefined;
  #unwritable: string | undefined;

  constructor(file: KeptFile) {
    this.#file = file;
    try {
      const content = file.load();
      if (content !== undefined) this.#devices = fileSchema.parse(content).devices;
    } catch (thrown) {
      const why = thrown instanceof z.ZodError ? say('battery.misfit') : toErrorValue(thrown).message;
      this.#unreadable = say('battery.unreadable', { why });
    }
  }

  /** What is wrong with the file; one that cannot be read is never written over. */
  get problem(): string | undefined {
    return this.#unreadable ?? this.#unwritable;
  }

  /** What is kept of a device, if anything is. */
  peek(device: string): KeptBattery | undefined {
    return this.#devices[device];
  }

  of(device: string, fresh: () => KeptBattery): KeptBattery {
    return this.peek(device) ?? fresh();
  }

  /** In force at once; resolves when it is on disk, or when it is known that it cannot be. */
  async put(device: string, battery: KeptBattery): Promise<void> {
    const trimmed: KeptBattery = {
      ...battery,
      tests: battery.tests.slice(-MOST_TESTS),
      discharges: trim(battery.discharges),
    };
    this.#devices = { ...this.#devices, [device]: trimmed };
    await this.#save();
  }

  /** Tries again what could not be written. */
  async mend(): Promise<void> {
    if (this.#unwritable !== undefined) await this.#save();
  }

  async #save(): Promise<void> {
    if (this.#unreadable !== undefined) return;
    try {
      await this.#file.save({ version: 1, devices: this.#devices });
      this.#unwritable = undefined;
    } catch (thrown) {
      this.#unwritable = say('battery.unwritable', { why: toErrorValue(thrown).message });
    }
  }
}

/** What taught nothing goes first. */
function trim(discharges: KeptBattery['discharges']): KeptBattery['discharges'] {
  const excess = discharges.length - MOST_DISCHARGES;
  if (excess <= 0) return discharges;
  const idle = new Set(discharges.filter(({ refused }) => refused !== undefined).slice(0, excess));
  return discharges.filter((discharge) => !idle.has(discharge)).slice(-MOST_DISCHARGES);
}
