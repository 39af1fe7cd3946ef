/** The beepers of all UPSes in the quiet hours: switched off, looked after, and put back. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { BeeperState, CommandOutcome, DeviceState } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import type { QuietHours } from '../../../src-shared/settings/notifications.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { type Clock, every } from '../base/clock.ts';
import type { KeptFile } from '../base/kept-file.ts';
import { isQuiet } from '../notify/gather.ts';
import type { NewEvent, Problem } from '../base/parts.ts';
import { type KeptBeeper, keptBeeperSchema, type Seen, stateOf, type Step, step } from './step.ts';

/** What it works with. */
export interface BeeperParts {
  readonly clock: Clock;
  readonly file: KeptFile;
  readonly setting: () => QuietHours;
  readonly devices: () => readonly DeviceState[];
  /** Milliseconds in which every variable of a device has been read anew. */
  readonly round: () => number;
  /** Sends an instant command. May reject. */
  readonly command: (device: string, name: string) => Promise<CommandOutcome>;
  /** Sets a variable. May reject. */
  readonly set: (device: string, variable: string, value: string) => Promise<CommandOutcome>;
  readonly tell: (event: NewEvent) => void;
}

/** Devices are looked at so often. Milliseconds. */
const EVERY = 5000;

const STATUS = 'ups.beeper.status';
const fileSchema = z.object({ version: z.literal(1), devices: z.record(z.string(), keptBeeperSchema) });

/** The beepers at work. */
export class Beepers {
  readonly #parts: BeeperParts;
  #kept: Readonly<Record<string, KeptBeeper>> = {};
  readonly #damage: Problem | undefined;
  #looking = false;
  #stop: (() => void) | null = null;

  constructor(parts: BeeperParts) {
    this.#parts = parts;
    try {
      const content = parts.file.load();
      if (content !== undefined) this.#kept = fileSchema.parse(content).devices;
    } catch (thrown) {
      const why = thrown instanceof z.ZodError ? say('notify.file.misfit') : toErrorValue(thrown).message;
      this.#damage = { id: 'beepers-damaged', message: say('notify.beeper.damaged', { why }) };
    }
  }

  get problems(): readonly Problem[] {
    return this.#damage === undefined ? [] : [this.#damage];
  }

  start(): void {
    this.#stop = every(this.#parts.clock, EVERY, () => void this.look());
  }

  /** A beeper that is silent stays so: its quiet hours go on without Mainstay, and are ended at the next start. */
  stop(): void {
    this.#stop?.();
  }

  /** How each stands, by device. */
  states(): Record<string, BeeperState> {
    const states: Record<string, BeeperState> = {};
    for (const device of this.#parts.devices()) {
      const state = stateOf(this.#kept[device.id], this.#seen(device));
      if (state !== undefined) states[device.id] = state;
    }
    return states;
  }

  /** Looks at every device, one look at a time. */
  async look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      for (const device of this.#parts.devices()) {
        const before = this.#kept[device.id];
        await this.#follow(device, before, step(before, this.#seen(device)));
      }
    } catch {
      // It could not be put on record, so nothing was sent; the next look tries again.
    } finally {
      this.#looking = false;
    }
  }

  /** On record before anything is sent: whoever is killed in between must know that the beeper is to be put back. */
  async #follow(device: DeviceState, before: KeptBeeper | undefined, { kept, send, tell }: Step): Promise<void> {
    if (!isDeepStrictEqual(before, kept)) {
      const { [device.id]: _before, ...others } = this.#kept;
      const devices = kept === undefined ? others : { ...others, [device.id]: kept };
      await this.#parts.file.save({ version: 1, devices });
      this.#kept = devices;
    }
    if (tell !== undefined) this.#tell(device, tell);
    if (send !== undefined) await this.#send(device, send);
  }

  /** Whatever it answers, only what it then reports counts. */
  async #send(device: DeviceState, send: 'disable' | 'enable'): Promise<void> {
    const { command, set } = this.#parts;
    const name = `beeper.${send}`;
    try {
      await (offers(device, name) ? command(device.id, name) : set(device.id, STATUS, `${send}d`));
    } catch {
      // The device went away in this moment: the next look sees it.
    }
  }

  #tell({ id, name }: DeviceState, what: NonNullable<Step['tell']>): void {
    const { clock, setting, tell } = this.#parts;
    tell({
      time: clock.now(),
      device: id,
      kind: 'command',
      severity: what === 'stuck' ? 'warning' : 'info',
      text: say(`notify.beeper.${what}`, { name, time: setting().to }),
      data: { beeper: what },
    });
  }

  #seen(device: DeviceState): Seen {
    const { clock, setting, round } = this.#parts;
    const quiet = setting();
    const now = clock.now();
    const status = device.values[STATUS];
    return {
      quiet: isQuiet(quiet, now),
      enabled: quiet.enabled,
      live: device.link === 'live',
      can:
        (offers(device, 'beeper.disable') && offers(device, 'beeper.enable')) ||
        device.settings.some(({ name }) => name === STATUS),
      status: typeof status === 'string' ? status : undefined,
      now,
      round: round(),
    };
  }
}

function offers({ commands }: DeviceState, command: string): boolean {
  return commands.some(({ name }) => name === command);
}
