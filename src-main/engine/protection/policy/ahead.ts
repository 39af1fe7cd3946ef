/**
 * The decision run ahead: the policy itself, through moments that are made up. So what is shown of the future is what
 * will be decided, if everything goes on as it is taken to.
 */
import { type Countdown, type ForecastStep, triggerNameSchema } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/index.ts';
import { say, unsaid } from '../../../../src-shared/texts/say.ts';
import type { NewEvent, Policy, PolicyAction, PolicyMoment, PolicyView } from '../../base/parts.ts';
import type { Going } from './going-on.ts';
import { planOf } from './plan.ts';
import { suppliesNeeded } from './supplies.ts';

/** Nothing is looked at further ahead than this. Seconds. */
const HORIZON = 6 * 3600;
/** What is made up is read so often, in seconds, as UPSes commonly are. Whatever happens, happens at such a reading. */
export const READ_EVERY = 2;
/**
 * While nothing happens strides grow with the time since something last did: the longest of these that is no longer than
 * this share of it. They end on multiples of themselves, so that a charge is met at the same distances as in the shorter
 * ones, by which its fall is judged. Seconds.
 */
const STRIDES = [60, 30, 6, READ_EVERY];
const GROWTH = 1 / 8;
/**
 * Where something came of a stride, so much is gone again in shorter ones: it may have begun there, and a fall is judged
 * over minutes. Each row: of strides longer than `over`, from `back` before them on, in strides of `stride`. Seconds.
 */
const AGAIN = [
  { over: 6, back: 300, stride: 6 },
  { over: READ_EVERY, back: 18, stride: READ_EVERY },
] as const;
/** Places are remembered for so long, to go back to. Seconds. */
const REMEMBERED = 2 * AGAIN[0].back;
/** Looked at still beyond the end of the last battery. Seconds. */
const BEYOND = 60;

/** What a run begins with. */
export interface Beginning {
  readonly policy: Pick<Policy, 'decide'>;
  readonly state: unknown;
  readonly rules: ProtectionSetting;
  /** The moment from which it is looked ahead; its devices go on as `goings` say. */
  readonly moment: PolicyMoment;
  readonly goings: readonly Going[];
  /** The countdown that runs already. */
  readonly countdown?: Countdown | undefined;
}

/** Where a run has come to. */
interface Place {
  readonly seconds: number;
  readonly state: unknown;
  readonly actions: readonly PolicyAction[];
  readonly view: PolicyView | undefined;
}

/** Every step up to the decided end: the last step and what follows from it, the battery's end, or mains. */
export function lookAhead(beginning: Beginning): ForecastStep[] {
  return new Run(beginning).play();
}

/** What is done once the last step was decided at `at`, in milliseconds since 1970. */
export function lastSteps(
  at: number,
  practice: boolean,
  devices: readonly string[],
  rules: ProtectionSetting,
  moment: PolicyMoment,
): ForecastStep[] {
  const { view, rest } = planOf(rules, moment);
  const command = rest - view.shutdownSeconds;
  const acts = at + command * 1000;
  const down = acts + view.shutdownSeconds * 1000;
  const goesDown = !practice && rules.action !== 'command' && rules.action !== 'sleep';
  const step = (kind: ForecastStep['kind'], when: number, text: string): ForecastStep => ({
    at: when,
    kind,
    text,
    devices: [...devices],
  });
  return [
    ...(command > 0 ? [step('command', at, say('decision.preview.command', { seconds: command }))] : []),
    step(
      'action',
      acts,
      practice ? say(`decision.preview.practice.${rules.action}`) : say(`decision.preview.acts.${rules.action}`),
    ),
    ...(goesDown && rules.powerOffUps
      ? [step('ups-off', down, say('decision.preview.upsOff')), step('ups-on', down, say('decision.preview.upsOn'))]
      : []),
    ...(goesDown && !rules.powerOffUps ? [step('down', down, say('decision.preview.down'))] : []),
  ];
}

/** The same where no UPS can be told to cut its output. */
export function withoutCut<Step extends Pick<ForecastStep, 'kind' | 'text'>>(steps: readonly Step[]): Step[] {
  return steps
    .filter(({ kind }) => kind !== 'ups-on')
    .map((step) => (step.kind === 'ups-off' ? { ...step, kind: 'down', text: say('decision.preview.down') } : step));
}

class Run {
  readonly #from: Beginning;
  readonly #steps: ForecastStep[] = [];
  /** Where the steps of the countdown begin that runs, and the UPSes that it runs for. */
  #chain: { readonly from: number; readonly devices: Set<string> } | undefined;
  #over = false;

  constructor(beginning: Beginning) {
    this.#from = beginning;
    const { countdown } = beginning;
    if (countdown !== undefined) this.#chain = { from: 0, devices: new Set(listed(countdown.device)) };
  }

  play(): ForecastStep[] {
    const { state, countdown } = this.#from;
    const dark = this.#dark();
    const empties = this.#from.goings.flatMap(({ empty }) => (empty === undefined ? [] : [empty]));
    const until = Math.min(HORIZON, dark ?? (empties.length > 0 ? Math.max(...empties) + BEYOND : HORIZON));
    let here: Place = { seconds: 0, state, actions: [], view: undefined };
    let past: Place[] = [];
    let quietSince = 0;
    let slow = { until: 0, stride: READ_EVERY };
    while (!this.#over && here.seconds < until) {
      const { actsAt } = (here.view === undefined ? countdown : here.view.countdown) ?? {};
      const stride = here.seconds < slow.until ? slow.stride : strideOf((here.seconds - quietSince) * GROWTH);
      const seconds = Math.min(
        until,
        this.#stop((Math.floor(here.seconds / stride) + 1) * stride, here.seconds, actsAt),
      );
      const from = here;
      const next = unsaid(() => this.#step(from, seconds));
      const eventful = next.actions.some(({ type }) => type !== 'outcome');
      const again = eventful ? AGAIN.find(({ over }) => stride > over) : undefined;
      if (again !== undefined) {
        slow = { until: next.seconds, stride: again.stride };
        const goneBack = seconds - again.back;
        here = past.findLast((place) => place.seconds <= goneBack) ?? past[0] ?? here;
        past = past.filter((place) => place.seconds < here.seconds);
        continue;
      }
      if (eventful) {
        this.#record(this.#inWords(here, next));
        quietSince = next.seconds;
        past = [];
      } else {
        past = [...past.filter((place) => place.seconds >= here.seconds - REMEMBERED), here];
      }
      here = next;
      if (next.view?.phase === 'idle') break;
    }
    return this.#withEmpties(dark);
  }

  /** When too few UPSes are left to carry this computer, in seconds; undefined where nobody knows. */
  #dark(): number | undefined {
    const { goings, rules } = this.#from;
    const lasting = goings.map(({ empty }) => empty ?? Number.POSITIVE_INFINITY).toSorted((a, b) => b - a);
    const needed = suppliesNeeded(rules, goings.length);
    const dark = lasting[needed - 1];
    return dark === undefined || dark === Number.POSITIVE_INFINITY ? undefined : dark;
  }

  /** A stride ends where the countdown does. */
  #stop(wanted: number, here: number, actsAt: number | undefined): number {
    const due = actsAt === undefined ? undefined : (actsAt - this.#from.moment.now) / 1000;
    return due !== undefined && due > here ? Math.min(wanted, due) : wanted;
  }

  #step(from: Place, seconds: number, whole = false): Place {
    const { policy, rules, moment, goings } = this.#from;
    const { measuredSeconds } = moment;
    const now = this.#at(seconds);
    const { state, actions, protection } = policy.decide(from.state, rules, {
      now,
      steady: moment.steady + seconds * 1000,
      devices: goings.map(({ after }) => after(seconds, now, whole)),
      ...(measuredSeconds === undefined ? {} : { measuredSeconds }),
    });
    return { seconds, state, actions, view: protection };
  }

  /** The same step once more with words, and with values as people know them as far as nothing else follows from those. */
  #inWords(from: Place, { seconds, actions }: Place): Place {
    const told = this.#step(from, seconds, true);
    const alike =
      told.actions.length === actions.length &&
      told.actions.every((action, index) => kindOf(action) === kindOf(actions[index]));
    return alike ? told : this.#step(from, seconds);
  }

  #at(seconds: number): number {
    return this.#from.moment.now + Math.round(seconds * 1000);
  }

  #record({ seconds, actions }: Place): void {
    const { rules, moment } = this.#from;
    const at = this.#at(seconds);
    for (const action of actions) {
      if (action.type === 'event') this.#event(action.event, at);
      if (action.type === 'outcome') this.#chain?.devices.add(action.device);
      if (action.type === 'perform') {
        const { practice, device } = action.action;
        const devices = this.#closed([
          ...listed(device),
          ...actions.flatMap((each) => (each.type === 'outcome' ? [each.device] : [])),
        ]);
        this.#steps.push(...lastSteps(at, practice, devices, rules, moment));
        this.#over = true;
      }
    }
  }

  #event({ kind, text, device, data }: NewEvent, at: number): void {
    const trigger = triggerNameSchema.safeParse(data['trigger']).data;
    const what = trigger === undefined ? {} : { trigger };
    const step: ForecastStep = { at, kind: 'warning', text, devices: listed(device), ...what };
    switch (kind) {
      case 'outage-confirmed':
        this.#steps.push({ ...step, kind: 'confirmed' });
        return;
      case 'countdown-started': {
        this.#chain = { from: this.#steps.length, devices: new Set(step.devices) };
        this.#steps.push({ ...step, kind: 'countdown' });
        return;
      }
      case 'trigger-warning':
        this.#steps.push(this.#chain !== undefined && 'countdown' in data ? { ...step, kind: 'cut-short' } : step);
        return;
      case 'implausible':
        this.#steps.push(step);
        return;
      case 'countdown-cancelled':
        this.#steps.push({ ...step, kind: 'stopped' });
        this.#closed(step.devices);
        return;
      case 'outage-over':
        this.#steps.push({ ...step, kind: 'over' });
        return;
      default:
        // What else is told is not about what comes.
        return;
    }
  }

  /** The countdown has come to an end: every step of it concerns each UPS that it ran for. */
  #closed(more: readonly string[]): string[] {
    const chain = this.#chain;
    const devices = [...new Set([...(chain?.devices ?? []), ...more])];
    this.#chain = undefined;
    if (chain === undefined) return devices;
    for (const [index, step] of this.#steps.entries()) {
      const own = step.kind === 'countdown' || step.kind === 'cut-short' || step.kind === 'stopped';
      if (index >= chain.from && own) this.#steps[index] = { ...step, devices };
    }
    return devices;
  }

  /** The end of each battery that comes before all is over. */
  #withEmpties(dark: number | undefined): ForecastStep[] {
    const end = this.#over ? (this.#steps.at(-1)?.at ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    const empties = this.#from.goings.flatMap(({ id, name, empty }): ForecastStep[] => {
      if (empty === undefined || empty > (dark ?? HORIZON) || this.#at(empty) >= end) return [];
      const last = dark !== undefined && empty >= dark;
      const text = last ? say('decision.preview.empty') : say('decision.preview.emptyOne', { name });
      return [{ at: this.#at(empty), kind: 'empty', text, devices: [id] }];
    });
    return [...this.#steps, ...empties].toSorted((a, b) => a.at - b.at);
  }
}

function kindOf(action: PolicyAction | undefined): string | undefined {
  return action?.type === 'event' ? action.event.kind : action?.type;
}

/** The longest stride that is no longer than this. */
function strideOf(most: number): number {
  return STRIDES.find((stride) => stride <= most) ?? READ_EVERY;
}

function listed(device: string | undefined): string[] {
  return device === undefined ? [] : [device];
}
