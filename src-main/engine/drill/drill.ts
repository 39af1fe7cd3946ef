/** The drill at work: one at a time, its rules while it runs, its card afterwards. */
import { randomBytes } from 'node:crypto';
import type {
  CommandOutcome,
  DeviceState,
  Drill,
  Preflight,
  ProtectionState,
} from '../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../src-shared/errors.ts';
import type { ProtectionSetting } from '../../../src-shared/settings-protection.ts';
import type { CommandRun, NewEvent, PolicyView } from '../parts.ts';
import { statusWords } from '../policy/reading.ts';
import type { KeptFile } from '../kept-file.ts';
import { Cards, dueAt } from './cards.ts';
import { abandon, advance, begin, type Course } from './course.ts';
import { cardPage } from './page.ts';
import { drillRules } from './rules.ts';

/** A schedule that comes up so soon would meet the drill. Milliseconds. */
const SCHEDULE_NEAR = 30 * 60_000;

/** What the drill works with. */
export interface DrillParts {
  readonly file: KeptFile;
  /** Now in milliseconds since 1970, and on the clock that never jumps. */
  readonly moment: () => { readonly now: number; readonly steady: number };
  /** The person's own rules. */
  readonly rules: () => ProtectionSetting;
  readonly devices: () => readonly DeviceState[];
  readonly preflight: () => Promise<Preflight>;
  readonly tell: (event: NewEvent) => void;
}

/** The drills of this engine. */
export class Drills {
  readonly #parts: DrillParts;
  readonly #cards: Cards;
  #course: Course | undefined;
  #starting = false;
  #command: CommandRun | undefined;
  #view: PolicyView | undefined;

  constructor(parts: DrillParts) {
    this.#parts = parts;
    this.#cards = new Cards(parts.file);
  }

  /** Why earlier cards are not there, if they are not. */
  get problem(): string | undefined {
    return this.#cards.problem;
  }

  /** The rules to decide by: the person's own, bent while a drill runs. */
  rules(): ProtectionSetting {
    const own = this.#parts.rules();
    return this.#course === undefined ? own : drillRules(own, this.#course.drill.device);
  }

  /** What the state tells of drills. */
  state(): Pick<ProtectionState, 'drill' | 'drillDueAt'> {
    const due = dueAt(this.#cards.all(), this.#parts.rules().drillReminderMonths);
    return {
      ...(this.#course === undefined ? {} : { drill: this.#course.drill }),
      ...(due === undefined ? {} : { drillDueAt: due }),
    };
  }

  async start(id: string): Promise<CommandOutcome> {
    const why = this.#whyNot(id);
    if (why !== undefined) return refused(why);
    this.#starting = true;
    try {
      const preflight = await this.#parts.preflight();
      // It took a while: mains may have gone away since.
      const device = this.#device(id);
      const meanwhile = this.#whyNot(id, true);
      if (device === undefined || meanwhile !== undefined) return refused(meanwhile ?? 'The UPS was removed.');
      this.#command = undefined;
      this.#course = begin(
        randomBytes(6).toString('hex'),
        device,
        this.#parts.rules(),
        preflight,
        this.#parts.moment(),
      );
      const message = `The drill of ${device.name} has begun: everything runs except the last step.`;
      this.#tell('info', device.id, message);
      return { result: 'accepted', message };
    } finally {
      this.#starting = false;
    }
  }

  cancel(): CommandOutcome {
    if (this.#course === undefined) return { result: 'refused', message: 'No drill is running.' };
    this.#take(abandon(this.#course, 'A person ended the drill.', this.#parts.moment()));
    return { result: 'accepted', message: 'The drill has ended. If the plug is out, put it back now.' };
  }

  /** Something is on record; the step that waits for the person's own command takes what became of it. */
  heard({ kind, text, data }: NewEvent): void {
    if (kind !== 'own-command') return;
    const [done, seconds] = [data['done'] === true, Number(data['seconds'])];
    this.#command = { done, seconds, message: text, output: String(data['output'] ?? '') };
  }

  /** Looks at what the policy has just decided. */
  look(view: PolicyView): void {
    this.#view = view;
    if (this.#course === undefined) return;
    const { drill } = this.#course;
    this.#take(
      advance(this.#course, {
        ...this.#parts.moment(),
        device: this.#device(drill.device),
        othersOnBattery: this.#parts
          .devices()
          .filter((one) => one.id !== drill.device && feedsOnBattery(one))
          .map(({ name }) => name),
        phase: view.phase,
        command: this.#command,
      }),
    );
  }

  cards(): readonly Drill[] {
    return this.#cards.all();
  }

  async remove(id: string): Promise<void> {
    if (!(await this.#cards.remove(id))) throw unknownCard(id);
  }

  page(id: string): ReturnType<typeof cardPage> {
    const card = this.#cards.all().find((one) => one.id === id);
    if (card === undefined) throw unknownCard(id);
    return cardPage(card);
  }

  #take(course: Course): void {
    const { drill } = course;
    if (drill.endedAt === undefined) {
      this.#course = course;
      return;
    }
    this.#course = undefined;
    const failed = drill.steps.find(({ verdict }) => verdict === 'failed');
    const text =
      drill.verdict === 'passed'
        ? `The drill of ${drill.deviceName} passed.`
        : `The drill of ${drill.deviceName} ${drill.verdict === 'failed' ? 'failed' : 'was ended'}: ${failed?.message ?? ''}`;
    this.#tell(drill.verdict === 'passed' ? 'info' : 'warning', drill.device, text);
    this.#cards.add(drill).catch((thrown: unknown) => {
      this.#tell('warning', drill.device, `The card of the drill could not be kept: ${toErrorValue(thrown).message}`);
    });
  }

  #whyNot(id: string, starting = false): string | undefined {
    const device = this.#device(id);
    const view = this.#view;
    const { now } = this.#parts.moment();
    if (this.#course !== undefined || (this.#starting && !starting)) return 'A drill is running already.';
    if (device === undefined) return 'There is no such UPS. It may have been removed.';
    if (!device.feedsThisComputer)
      return `${device.name} does not feed this computer, so pulling its plug shows nothing.`;
    if (device.link !== 'live')
      return `There is no contact with ${device.name} now. Mend that first; Diagnostics says more.`;
    if (this.#parts.rules().mode === 'off')
      return 'Protection is off, so there is nothing to try. Set it to Practice first.';
    if (view === undefined || view.phase !== 'idle')
      return 'This computer is on battery or counting down: this is no time for a drill.';
    if (!statusWords(device).has('OL'))
      return `${device.name} does not say that it is on mains. A drill begins on mains.`;
    if (view.scheduled !== undefined && view.scheduled.at - now < SCHEDULE_NEAR) {
      return 'A scheduled shutdown comes up within half an hour. Run the drill after it.';
    }
    return undefined;
  }

  #device(id: string): DeviceState | undefined {
    return this.#parts.devices().find((device) => device.id === id);
  }

  #tell(severity: NewEvent['severity'], device: string, text: string): void {
    this.#parts.tell({ time: this.#parts.moment().now, device, kind: 'drill', severity, text, data: {} });
  }
}

function feedsOnBattery(device: DeviceState): boolean {
  return device.feedsThisComputer && device.link === 'live' && statusWords(device).has('OB');
}

function refused(message: string): CommandOutcome {
  return { result: 'refused', message };
}

function unknownCard(id: string): AppError {
  return new AppError('not-found', `There is no drill card "${id}". It may have been removed.`);
}
