/** Scenarios: what happens to a simulated UPS, as data, and what plays them. Pure. */
import { z } from 'zod';
import type { Result } from '../errors.ts';
import { STATUS_WORDS } from '../nut/index.ts';
import type { StatusWord } from '../nut/index.ts';
import type { UpsModel } from './types.ts';

const beeper = z.enum(['enabled', 'disabled', 'muted']);
const seconds = z.number().min(0);
const volts = z.number().min(0).max(1000);

const forcedShape = {
  charge: z.number().min(0).max(100).exactOptional(),
  health: z.number().min(0).max(1).exactOptional(),
  batteryTemperature: z.number().min(-50).max(150).exactOptional(),
  temperature: z.number().min(-50).max(150).exactOptional(),
  beeper: beeper.exactOptional(),
  testResult: z.enum(['none', 'passed', 'failed', 'aborted', 'warning']).exactOptional(),
  replace: z.boolean().exactOptional(),
  mainsVoltage: volts.exactOptional(),
  mainsFrequency: z.number().min(0).max(1000).exactOptional(),
  load: z.number().min(0).max(10_000_000).exactOptional(),
  powerFactor: z.number().min(0.01).max(1).exactOptional(),
  fault: z.boolean().exactOptional(),
  bypass: z.boolean().exactOptional(),
  linkLost: z.boolean().exactOptional(),
};

/** `ForcedState` as it comes from outside, for example from the command line's `--state`. */
export const forcedStateSchema = z.strictObject(forcedShape);

const settingSchema = z.strictObject({
  ...forcedShape,
  /** °C around the UPS. */
  ambient: z.number().min(-50).max(100).exactOptional(),
  /** Percent of the nominal voltage and of the nominal real power, so that a scenario fits every UPS. */
  mainsPercent: z.number().min(0).max(400).exactOptional(),
  loadPercent: z.number().min(0).max(1000).exactOptional(),
});

const commandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('startTest'), kind: z.enum(['quick', 'deep', 'calibration']) }),
  z.strictObject({ command: z.literal('startTimedTest'), seconds: z.number().positive() }),
  z.strictObject({ command: z.literal('cancelTest') }),
  z.strictObject({ command: z.literal('setBeeper'), beeper }),
  z.strictObject({ command: z.literal('setDelay'), which: z.enum(['shutdown', 'start', 'reboot']), seconds }),
  z.strictObject({
    command: z.literal('shutdown'),
    offIn: seconds,
    onIn: seconds.nullable(),
    returnWithMains: z.boolean(),
  }),
  z.strictObject({ command: z.literal('cancelShutdown') }),
  z.strictObject({ command: z.literal('switchOn'), inSeconds: seconds }),
  z.strictObject({ command: z.literal('switchOutlet'), id: z.int().min(1), on: z.boolean(), inSeconds: seconds }),
  z.strictObject({ command: z.literal('setBypass'), on: z.boolean() }),
  z.strictObject({ command: z.literal('replaceBattery') }),
  z.strictObject({ command: z.literal('resetExtremes') }),
]);

const stepSchema = z.strictObject({
  /** Seconds since the scenario began. Steps of the same moment happen in the order written. */
  at: seconds,
  set: settingSchema.optional(),
  do: commandSchema.optional(),
});

const isStatusWord = (word: string): word is StatusWord => Object.hasOwn(STATUS_WORDS, word);

/** A scenario as it stands in a file. */
export const scenarioSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and digits, joined by hyphens'),
    title: z.string().min(1),
    steps: z.array(stepSchema).min(1),
    /** Seconds after which it begins anew; without it the last step stays. */
    loop: z.number().positive().optional(),
    /**
     * Small irregular variation, the same in every run: every so many seconds the load and the mains voltage move by at
     * most so many percent of what the steps have set.
     */
    noise: z
      .strictObject({
        seed: z.int(),
        every: z.number().min(0.1),
        load: z.number().min(0).max(100),
        mains: z.number().min(0).max(10),
      })
      .optional(),
    /** Status words that a line-interactive UPS shows at some time within it. */
    reaches: z.array(z.string().refine(isStatusWord, 'not a status word')).optional(),
  })
  .refine(({ loop, steps }) => loop === undefined || steps.every(({ at }) => at < loop), {
    path: ['loop'],
    message: 'must come after the last step',
  });

/** What happens to a simulated UPS. */
export type Scenario = z.infer<typeof scenarioSchema>;
type Step = Scenario['steps'][number];

const SHOWN_ISSUES = 5;

/** Reads a scenario from the text of a file; the error names every place that is wrong, up to a handful. */
export function parseScenario(text: string): Result<Scenario> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return refused(`The scenario is not JSON: ${reason}.`);
  }
  const parsed = scenarioSchema.safeParse(data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`);
  const more = issues.length > SHOWN_ISSUES ? `; and ${issues.length - SHOWN_ISSUES} more` : '';
  return refused(`The scenario does not fit: ${issues.slice(0, SHOWN_ISSUES).join('; ')}${more}.`);
}

function refused(what: string): Result<never> {
  const message = `${what} Nothing was started. Correct the file, or take one of the built-in scenarios.`;
  return { ok: false, error: { code: 'bad-input', message } };
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole';
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** A scenario under way. */
export interface ScenarioRun {
  readonly scenario: Scenario;
  /** Seconds since it began. */
  readonly time: number;
  /** Lets so many seconds pass for the model, with every step at its exact moment. */
  advance(seconds: number): void;
}

/** Begins a scenario: its steps at 0 happen at once. The model's time must pass through the run from now on. */
export function runScenario(model: UpsModel, scenario: Scenario): ScenarioRun {
  const steps = scenario.steps.toSorted((a, b) => a.at - b.at);
  const { noise } = scenario;
  let time = 0;
  let round = 0;
  let next = 0;
  let tick = 0;
  /** What the steps have set, around which the noise plays. */
  let calm = { load: model.world.load, mains: model.world.mainsVoltage };

  const roundStart = (): number => round * (scenario.loop ?? 0);
  const nextStepAt = (): number => {
    const step = steps[next];
    if (step !== undefined) return roundStart() + step.at;
    return scenario.loop === undefined ? Number.POSITIVE_INFINITY : roundStart() + scenario.loop;
  };
  const nextTickAt = (): number => (noise === undefined ? Number.POSITIVE_INFINITY : tick * noise.every);

  const happen = (): void => {
    while (nextStepAt() <= time) {
      const step = steps[next];
      if (step === undefined) {
        round++;
        next = 0;
      } else {
        next++;
        calm = perform(model, step, calm);
      }
    }
    if (noise === undefined) return;
    while (nextTickAt() <= time) tick++;
    model.force({
      load: calm.load * (1 + (noise.load / 100) * jitter(noise.seed, tick)),
      mainsVoltage: calm.mains * (1 + (noise.mains / 100) * jitter(noise.seed + 1, tick)),
    });
  };

  happen();
  return {
    scenario,
    get time() {
      return time;
    },
    advance(duration) {
      const end = time + duration;
      for (;;) {
        const moment = Math.min(end, nextStepAt(), nextTickAt());
        model.advance(moment - time);
        time = moment;
        if (nextStepAt() <= time || nextTickAt() <= time) happen();
        else if (time >= end) return;
      }
    },
  };
}

function perform(model: UpsModel, step: Step, calm: { load: number; mains: number }): { load: number; mains: number } {
  let { load, mains } = calm;
  if (step.set !== undefined) {
    const { ambient, mainsPercent, loadPercent, ...forced } = step.set;
    load = forced.load ?? (loadPercent === undefined ? load : (loadPercent / 100) * model.profile.nominalRealPower);
    mains =
      forced.mainsVoltage ?? (mainsPercent === undefined ? mains : (mainsPercent / 100) * model.profile.nominalVoltage);
    if (ambient !== undefined) model.world.ambient = ambient;
    model.force({
      ...forced,
      ...(loadPercent === undefined ? {} : { load }),
      ...(mainsPercent === undefined ? {} : { mainsVoltage: mains }),
    });
  }
  if (step.do !== undefined) command(model, step.do);
  return { load, mains };
}

function command(model: UpsModel, order: NonNullable<Step['do']>): void {
  switch (order.command) {
    case 'startTest':
      model.startTest(order.kind);
      break;
    case 'startTimedTest':
      model.startTimedTest(order.seconds);
      break;
    case 'cancelTest':
      model.cancelTest();
      break;
    case 'setBeeper':
      model.setBeeper(order.beeper);
      break;
    case 'setDelay':
      model.setDelay(order.which, order.seconds);
      break;
    case 'shutdown':
      model.shutdown(order.offIn, order);
      break;
    case 'cancelShutdown':
      model.cancelShutdown();
      break;
    case 'switchOn':
      model.switchOn(order.inSeconds);
      break;
    case 'switchOutlet':
      model.switchOutlet(order.id, order.on, order.inSeconds);
      break;
    case 'setBypass':
      model.setBypass(order.on);
      break;
    case 'replaceBattery':
      model.replaceBattery();
      break;
    case 'resetExtremes':
      model.resetExtremes();
      break;
  }
}

/** A number between -1 and 1 that depends on seed and index only, so that any step pattern sees the same noise. Mulberry32's mixing. */
function jitter(seed: number, index: number): number {
  let mixed = (Math.imul(seed, 0x9e3779b1) + Math.imul(index, 0x6d2b79f5)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x80000000 - 1;
}
