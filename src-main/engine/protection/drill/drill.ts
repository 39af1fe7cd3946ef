/** The drill at work: one at a time, its rules while it runs, its card afterwards. */
import { randomBytes } from 'node:crypto';
import type {
  CommandOutcome,
  DeviceState,
  Drill,
  Preflight,
  ProtectionState,
} from '../../../../src-shared/contract/index.ts';
import { AppError, toErrorValue } from '../../../../src-shared/errors.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { CommandRun, NewEvent, PolicyAction, PolicyView } from '../../base/parts.ts';
import { countingDevices } from '../policy/feeds.ts';
import { statusWords } from '../policy/reading.ts';
import type { KeptFile } from '../../base/kept-file.ts';
import { Cards, dueAt } from './cards.ts';
import { abandon, advance, begin, type Course } from './course.ts';
import { cardPage } from './page.ts';
import { inDrill, viewInDrill } from './record.ts';
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
  /** What the outage of a UPS is to say of what was done. */
  readonly outcome: (device: string, outcome: string) => void;
}

/** The drills of this engine. */
export class Drills {
  readonly #parts: DrillParts;
  readonly #cards: Cards;
  #course: Course | undefined;
  #starting = false;
  #command: CommandRun | undefined;
  #view: PolicyView | undefined;
  /** How the last drill ended, as long as its outage goes on; `over` once that has ended as well. */
  #after: { readonly device: string; readonly text: string; readonly over: boolean } | undefined;

  constructor(parts: DrillParts) {
    this.#parts = parts;
    this.#cards = new Cards(parts.file);
  }

  /** Why earlier cards are not there, if they are not. */
  get problem(): string | undefined {
    return this.#cards.problem;
  }

  /** Tries again what could not be written. Never rejects. */
  mend(): Promise<void> {
    return this.#cards.mend();
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
      if (device === undefined || meanwhile !== undefined) return refused(meanwhile ?? say('drilled.gone'));
      this.#command = undefined;
      this.#course = begin(
        randomBytes(6).toString('hex'),
        device,
        this.#parts.rules(),
        preflight,
        this.#parts.moment(),
      );
      const message = say('drilled.begun', { name: device.name });
      this.#tell('info', device.id, message);
      return { result: 'accepted', message };
    } finally {
      this.#starting = false;
    }
  }

  cancel(): CommandOutcome {
    if (this.#course === undefined) return { result: 'refused', message: say('drilled.none') };
    this.#take(abandon(this.#course, say('drilled.endedByPerson'), this.#parts.moment()));
    return { result: 'accepted', message: say('drilled.cancelled') };
  }

  /** Something is on record; the step that waits for the person's own command takes what became of it. */
  heard({ kind, text, data }: NewEvent): void {
    if (kind !== 'own-command') return;
    const [done, seconds] = [data['done'] === true, Number(data['seconds'])];
    this.#command = { done, seconds, message: text, output: String(data['output'] ?? '') };
  }

  /** What was decided while a drill ran says so, and what an ended one leaves begins with its end. */
  recorded(action: PolicyAction, drill: Drill | undefined): PolicyAction {
    if (drill !== undefined) return inDrill(action, drill);
    if (action.type !== 'outcome' || action.device !== this.#after?.device) return action;
    return { ...action, outcome: `${this.#after.text} ${action.outcome}` };
  }

  /** What is shown of a decision, as far as a drill is in it. */
  shown<View extends Pick<ProtectionState, 'countdown' | 'forecast'>>(view: View): View {
    return this.#course === undefined ? view : viewInDrill(view, this.#course.drill);
  }

  /** The drill that runs. */
  get running(): Drill | undefined {
    return this.#course?.drill;
  }

  /** Looks at what the policy has just decided. */
  look(view: PolicyView): void {
    this.#view = view;
    this.#follow(view);
    if (this.#course === undefined) return;
    const { drill } = this.#course;
    this.#take(
      advance(this.#course, {
        ...this.#parts.moment(),
        device: this.#device(drill.device),
        othersOnBattery: countingDevices(this.#parts.devices())
          .filter((one) => one.id !== drill.device && isOnBattery(one))
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
        ? say('drilled.passed', { name: drill.deviceName })
        : drill.verdict === 'failed'
          ? say('drilled.failed', { name: drill.deviceName, why: failed?.message ?? '' })
          : say('drilled.ended', { name: drill.deviceName, why: failed?.message ?? '' });
    this.#tell(drill.verdict === 'passed' ? 'info' : 'warning', drill.device, text);
    // Without an outage there is none to say it of, but perhaps an earlier one that has its own end.
    if (drill.steps.some(({ id, verdict }) => id === 'unplug' && verdict === 'passed')) {
      this.#parts.outcome(drill.device, text);
      this.#after = { device: drill.device, text, over: false };
    }
    this.#cards.add(drill).catch((thrown: unknown) => {
      this.#tell('warning', drill.device, say('drilled.notKept', { why: toErrorValue(thrown).message }));
    });
  }

  /** The decision that ends an outage still says what came of it; the next is about another. */
  #follow({ carrying = [] }: PolicyView): void {
    if (this.#after === undefined || carrying.some(({ device }) => device === this.#after?.device)) return;
    this.#after = this.#after.over ? undefined : { ...this.#after, over: true };
  }

  #whyNot(id: string, starting = false): string | undefined {
    const device = this.#device(id);
    const view = this.#view;
    const { now } = this.#parts.moment();
    if (this.#course !== undefined || (this.#starting && !starting)) return say('drilled.already');
    if (device === undefined) return say('drilled.noUps');
    if (!device.feedsThisComputer) return say('drilled.notFed', { name: device.name });
    if (device.link !== 'live') return say('drilled.noContact', { name: device.name });
    if (!countingDevices(this.#parts.devices()).includes(device)) {
      return say('drilled.notCounting', { name: device.name });
    }
    if (this.#parts.rules().mode === 'off') return say('drilled.off');
    if (view === undefined || view.phase !== 'idle') return say('drilled.busy');
    if (!statusWords(device).has('OL')) return say('drilled.notOnMains', { name: device.name });
    if (view.scheduled !== undefined && view.scheduled.at - now < SCHEDULE_NEAR) {
      return say('drilled.scheduled');
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

function isOnBattery(device: DeviceState): boolean {
  return device.link === 'live' && statusWords(device).has('OB');
}

function refused(message: string): CommandOutcome {
  return { result: 'refused', message };
}

function unknownCard(id: string): AppError {
  return new AppError('not-found', say('drilled.noCard', { id }));
}
