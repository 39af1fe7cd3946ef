/** Tells one UPS to cut its output, over a port of its own: no engine, no history, nothing that outlives it. */
import type { Abilities, Outcome, PortKind, Talk } from '../../../../drivers/driver.ts';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../../src-shared/errors.ts';
import { isCommandName, isVarName } from '../../../../src-shared/nut/index.ts';
import type { Clock } from '../../base/clock.ts';
import { connect } from '../../devices/connection.ts';
import { patienceOf } from '../../ports/polling.ts';
import { identify } from '../../devices/session/identify.ts';
import type { PlanOf } from '../../ports/plan.ts';
import { commandOffers, sayCommand, settingOffers } from '../../devices/session/requests.ts';
import { converse, guarded } from '../../devices/session/talk.ts';
import type { Transport } from '../../ports/transport.ts';
import { LATE_SECONDS, planCut, type Step } from './power-cycle.ts';

/** What became of it. */
export interface Told {
  readonly done: boolean;
  /** What happened, or why it did not. */
  readonly message: string;
}

/** What can be said about it. */
export interface TellOptions {
  readonly clock: Clock;
  /** What is known of the device besides what it says when it is identified. */
  readonly values: DeviceState['values'];
  /** When the output is to come back, in milliseconds since 1970. */
  readonly startAt?: number;
  /** Only find out what would be told. */
  readonly check: boolean;
  /** How often it is tried, and how long one attempt may take, in milliseconds. */
  readonly attempts: number;
  readonly limitMs: number;
}

/** Tries until the UPS has taken it. Never rejects. */
export async function tellUps(uri: string, options: TellOptions): Promise<Told> {
  let told: Told = { done: false, message: 'Nothing was tried.' };
  for (let left = options.attempts; left > 0 && !told.done; left -= 1) told = await attempt(uri, options);
  return told;
}

async function attempt(uri: string, options: TellOptions): Promise<Told> {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Told>((resolve) => {
    const message = `It did not answer within ${Math.round(options.limitMs / 1000)} seconds.`;
    timer = setTimeout(() => resolve({ done: false, message }), options.limitMs);
  });
  try {
    return await Promise.race([speak(connect(uri, options.clock).plan, options, over.signal), limit]);
  } catch (thrown) {
    return { done: false, message: toErrorValue(thrown).message };
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

async function speak<P extends PortKind>(plan: PlanOf<P>, options: TellOptions, over: AbortSignal): Promise<Told> {
  for (const way of plan.ways) {
    const transport = way.transport();
    // An attempt that is given up leaves the port for the next one.
    const give = (): void => void transport.close();
    over.addEventListener('abort', give);
    try {
      const opened = await transport.open();
      if (!opened.ok) return { done: false, message: opened.error.message };
      const { found } = await identify(transport, opened.value, way.drivers, patienceOf(plan.kind), plan.dialect);
      if (found === null) continue;
      const abilities = guarded(() => found.driver.abilities(found.identity));
      return await tell(transport, abilities, { ...found.identity.vars, ...options.values }, options);
    } finally {
      over.removeEventListener('abort', give);
      await transport.close();
    }
  }
  return { done: false, message: 'Nothing that Mainstay knows answers there.' };
}

async function tell<P extends PortKind>(
  transport: Transport<P>,
  abilities: Abilities<P>,
  values: DeviceState['values'],
  { startAt, clock, check }: TellOptions,
): Promise<Told> {
  const onIn =
    startAt === undefined ? {} : { onIn: Math.max(0, Math.ceil((startAt - clock.now()) / 1000) - LATE_SECONDS) };
  const offers = { commands: commandOffers(abilities), settings: settingOffers(abilities), values };
  const plan = planCut(offers, { way: 'late', needed: LATE_SECONDS, ...onIn });
  if ('why' in plan) return { done: false, message: `${plan.why}.` };
  if (check) return { done: true, message: `It would be sent: ${plan.steps.map(sayStep).join(', then ')}.` };
  let message = '';
  for (const step of plan.steps) {
    const { result } = await converse(transport, () => talkOf(abilities, step), {
      ...patienceOf(transport.kind),
      repeats: 0,
    });
    message = sayCommand(sayStep(step), result).message;
    if (result.result !== 'accepted' && result.result !== 'sent') return { done: false, message };
  }
  return { done: true, message };
}

/** A step as people would type it. */
export function sayStep(step: Step): string {
  if ('variable' in step) return `${step.variable}=${step.value}`;
  return step.argument === undefined ? step.command : `${step.command} ${step.argument}`;
}

function talkOf<P extends PortKind>(abilities: Abilities<P>, step: Step): Talk<P, Outcome> {
  if ('variable' in step) {
    const setting = isVarName(step.variable) ? abilities.settings[step.variable] : undefined;
    if (setting === undefined) throw new TypeError(`${step.variable} was planned, but is not on offer`);
    return setting.write(step.value);
  }
  const command = isCommandName(step.command) ? abilities.commands[step.command] : undefined;
  if (command === undefined) throw new TypeError(`${step.command} was planned, but is not on offer`);
  return command.run(step.argument);
}
