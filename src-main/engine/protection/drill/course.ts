/**
 * The course of a drill, pure: what was seen goes in, the drill as far as it has come goes out.
 *
 * A person pulls the plug, everything runs except the last step, the person plugs in again, and each step leaves its
 * time and its verdict. A drill never stands in the way of a real shutdown: when the battery runs low, when another UPS
 * loses mains, when contact is lost or the person has gone away, it ends and the person's own rules are in force again.
 */
import type {
  DeviceState,
  Drill,
  DrillStep,
  Preflight,
  ProtectionState,
} from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { CommandRun } from '../../base/parts.ts';
import { statusWords } from '../policy/reading.ts';
import { failure, type StepId } from './words.ts';

/** How long a person may take to pull the plug, and to put it back. Milliseconds. */
const PULL_WITHIN = 5 * 60_000;
const REPLUG_WITHIN = 10 * 60_000;
/** What a reading, and a decision on it, may take on top of what the settings ask for. Milliseconds. */
const GRACE = 15_000;
/** The drill ends when the battery gets so low, whatever the person's own limit is. Percent. */
const LOWEST_CHARGE = 20;
/** A device that stays away so long ends the drill. Milliseconds. */
const LOST_FOR = 30_000;

/** The drill's countdown begins so long after mains was lost. Seconds. */
export const DRILL_ON_BATTERY_SECONDS = 10;
/** Nobody should have to sit in front of an hour's countdown. Seconds. */
export const DRILL_COUNTDOWN_SECONDS = 60;

/** A drill that runs. `since` and `startedAt` are on the clock that never jumps. */
export interface Course {
  readonly drill: Drill;
  /** The person's own rules when it began. */
  readonly rules: ProtectionSetting;
  /** When the present step began. */
  readonly since: number;
  readonly lostSince?: number;
}

/** What can be seen of the world between two steps. */
export interface Sight {
  readonly now: number;
  readonly steady: number;
  readonly device: DeviceState | undefined;
  /** The names of other UPSes of this computer that are on battery. */
  readonly othersOnBattery: readonly string[];
  readonly phase: ProtectionState['phase'];
  /** What became of the person's own command, once it has run. */
  readonly command: CommandRun | undefined;
}

const STEPS: readonly StepId[] = ['checks', 'unplug', 'detection', 'countdown', 'command', 'replug', 'all-clear'];

/** A drill whose checks are done and which waits for the plug to be pulled. */
export function begin(
  id: string,
  device: DeviceState,
  rules: ProtectionSetting,
  preflight: Preflight,
  { now, steady }: Pick<Sight, 'now' | 'steady'>,
): Course {
  // That there is no real UPS is no fault of a drill with a simulated one: it was chosen.
  const failed = preflight.checks.filter(
    (check) => check.verdict === 'failed' && !(device.simulated && check.id === 'ups'),
  );
  const checks: DrillStep = {
    id: 'checks',
    verdict: failed.length === 0 ? 'passed' : 'failed',
    at: now,
    message:
      failed.length === 0
        ? say(device.simulated ? 'drilled.checkedSimulated' : 'drilled.checked')
        : failed.map(({ message, fix }) => (fix === undefined ? message : `${message} ${fix}`)).join(' '),
  };
  const waiting = STEPS.slice(1).map((step): DrillStep => ({ id: step, verdict: 'waiting' }));
  const drill: Drill = {
    id,
    device: device.id,
    deviceName: device.name,
    startedAt: now,
    verdict: 'running',
    steps: [checks, ...waiting],
  };
  return enter({ drill, rules, since: steady }, 'unplug', { now, steady });
}

/** Takes in what is seen now. Several steps may pass at once. */
export function advance(course: Course, sight: Sight): Course {
  const lost = sight.device?.link !== 'live';
  const { lostSince: lostBefore, ...rest } = course;
  const lostSince = lost ? (lostBefore ?? sight.steady) : undefined;
  let now: Course = { ...rest, ...(lostSince === undefined ? {} : { lostSince }) };
  const danger = dangerOf(now, sight);
  if (danger !== undefined) return abandon(now, danger, sight);
  for (let step = running(now); step !== undefined; step = running(now)) {
    const next = attempt(now, step.id, sight);
    if (next === now) return now;
    now = next;
  }
  return now;
}

/** Ends a drill before its end; the step that runs says why. */
export function abandon(course: Course, why: string, { now, steady }: Pick<Sight, 'now' | 'steady'>): Course {
  const step = running(course);
  if (step === undefined) return course;
  return end(mark(course, step.id, 'failed', why, { now, steady }), 'abandoned', now);
}

/** The step that is under way; none once the drill has ended. */
export function running({ drill }: Course): DrillStep | undefined {
  return drill.steps.find(({ verdict }) => verdict === 'running');
}

/** Why the drill must end so that the real rules can do their work. */
function dangerOf(course: Course, sight: Sight): string | undefined {
  const { device, othersOnBattery, steady } = sight;
  const { rules, lostSince } = course;
  if (device === undefined) return say('drilled.removed');
  if (othersOnBattery.length > 0) return say('drilled.others', { names: othersOnBattery.join(', ') });
  if (lostSince !== undefined && steady - lostSince >= LOST_FOR) return say('drilled.lost');
  const words = wordsOf(device);
  if (!words.has('OB')) return undefined;
  const charge = device.values['battery.charge'];
  const own = rules.triggersOf[device.id] ?? rules.triggers;
  const lowest = Math.max(LOWEST_CHARGE, own.charge.level === 'act' ? own.charge.percent : 0);
  if (words.has('LB')) return say('drilled.low');
  if (typeof charge === 'number' && charge <= lowest) return say('drilled.down', { charge });
  return undefined;
}

/** Passes or fails the step that runs, or leaves everything as it is. */
function attempt(course: Course, step: StepId, sight: Sight): Course {
  const { rules, since } = course;
  const waited = sight.steady - since;
  const words = wordsOf(sight.device);
  const late = (limit: number): boolean => waited >= limit;
  switch (step) {
    case 'unplug':
      if (words.has('OB')) return pass(course, step, say('drilled.carries'), sight);
      return late(PULL_WITHIN) ? abandon(course, say('drilled.nobodyPulled'), sight) : course;
    case 'detection':
      if (sight.phase === 'on-battery' || sight.phase === 'countdown' || sight.phase === 'committed') {
        return pass(course, step, say('drilled.detected', { seconds: rules.confirmSeconds }), sight);
      }
      if (words.has('OL')) return abandon(course, say('drilled.backEarly'), sight);
      return late(rules.confirmSeconds * 1000 + GRACE) ? fail(course, step, sight) : course;
    case 'countdown': {
      if (sight.phase === 'committed') return pass(course, step, say('drilled.ranOut'), sight);
      if (words.has('OL')) return abandon(course, say('drilled.backInCountdown'), sight);
      const length = DRILL_ON_BATTERY_SECONDS + Math.min(rules.countdownSeconds, DRILL_COUNTDOWN_SECONDS);
      return late(length * 1000 + GRACE) ? fail(course, step, sight) : course;
    }
    case 'command': {
      if (!rules.ownCommand.enabled) return skip(course, step, say('drilled.noCommand'), sight);
      const { command } = sight;
      if (command === undefined)
        return late(rules.ownCommand.timeoutSeconds * 1000 + GRACE) ? fail(course, step, sight) : course;
      const told = mark(course, step, command.done ? 'passed' : 'failed', command.message, sight, command.seconds);
      return follow(told, step, sight);
    }
    case 'replug':
      if (words.has('OL')) return pass(course, step, say('drilled.carriesAgain'), sight);
      return late(REPLUG_WITHIN) ? abandon(course, say('drilled.notPutBack'), sight) : course;
    case 'all-clear':
      if (sight.phase === 'idle')
        return pass(course, step, say('drilled.stable', { seconds: rules.mainsStableSeconds }), sight);
      return late(rules.mainsStableSeconds * 1000 + GRACE) ? fail(course, step, sight) : course;
    case 'checks':
      // They are over before a drill begins.
      return course;
    default:
      return step satisfies never;
  }
}

function pass(course: Course, step: StepId, message: string, sight: Sight): Course {
  return follow(mark(course, step, 'passed', message, sight), step, sight);
}

/** A step that fails does not keep the next ones from being tried. */
function fail(course: Course, step: StepId, sight: Sight): Course {
  return follow(mark(course, step, 'failed', failure(step), sight), step, sight);
}

function skip(course: Course, step: StepId, message: string, sight: Sight): Course {
  return follow(mark(course, step, 'skipped', message, sight, 0), step, sight);
}

function follow(course: Course, step: StepId, sight: Sight): Course {
  const next = STEPS[STEPS.indexOf(step) + 1];
  if (next !== undefined) return enter(course, next, sight);
  const failed = course.drill.steps.some(({ verdict }) => verdict === 'failed');
  return end(course, failed ? 'failed' : 'passed', sight.now);
}

function enter(course: Course, step: StepId, { now, steady }: Pick<Sight, 'now' | 'steady'>): Course {
  const steps = course.drill.steps.map(
    (one): DrillStep => (one.id === step ? { id: step, verdict: 'running', at: now } : one),
  );
  return { ...course, since: steady, drill: { ...course.drill, steps } };
}

function mark(
  course: Course,
  step: StepId,
  verdict: DrillStep['verdict'],
  message: string,
  { now, steady }: Pick<Sight, 'now' | 'steady'>,
  seconds: number = Math.round((steady - course.since) / 100) / 10,
): Course {
  const steps = course.drill.steps.map(
    (one): DrillStep => (one.id === step ? { id: step, at: one.at ?? now, verdict, seconds, message } : one),
  );
  return { ...course, drill: { ...course.drill, steps } };
}

function end(course: Course, verdict: Drill['verdict'], now: number): Course {
  const steps = course.drill.steps.map(
    (step): DrillStep => (step.verdict === 'waiting' ? { ...step, verdict: 'skipped' } : step),
  );
  return { ...course, drill: { ...course.drill, steps, verdict, endedAt: now } };
}

/** The words of the status, as long as they are fresh. */
function wordsOf(device: DeviceState | undefined): ReadonlySet<string> {
  return device?.link === 'live' ? statusWords(device) : new Set();
}
