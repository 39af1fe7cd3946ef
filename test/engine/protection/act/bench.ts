/** What the tests of the actor share: devices, rules, and an actor that can reach no real power switch. */
import { type ActorOptions, createActor } from '../../../../src-main/engine/protection/act/actor.ts';
import { type Ran, runProgram } from '../../../../src-main/engine/protection/act/run.ts';
import type { ActorTools, NewEvent, PowerAction } from '../../../../src-main/engine/base/parts.ts';
import type { CommandOutcome, DeviceState } from '../../../../src-shared/contract/index.ts';
import { type ProtectionSetting, protectionSettingSchema } from '../../../../src-shared/settings/protection.ts';

/** A decision to act on. */
export function actionOf(kind: PowerAction['kind'], rest: Partial<PowerAction> = {}): PowerAction {
  const reason = 'The battery is at 20 %; the limit is 30 %.';
  return { kind, practice: false, device: 'a', trigger: 'charge', reason, inputs: { 'battery.charge': 20 }, ...rest };
}

/** A UPS on battery that feeds this computer. */
export function deviceOf(rest: Partial<DeviceState> = {}): DeviceState {
  return {
    id: 'a',
    uri: 'serial:/dev/ttyUSB0',
    name: 'Smart 1500',
    nickname: '',
    feedsThisComputer: true,
    simulated: false,
    driver: 'megatec',
    verified: true,
    link: 'live',
    linkSince: 0,
    readAt: 0,
    values: { 'ups.status': 'OB', 'battery.charge': 20, 'battery.runtime': 300 },
    derived: [],
    absent: {},
    commands: [],
    settings: [],
    ...rest,
  };
}

/** Rules as a person would set them. */
export const rulesOf = (rest: Partial<ProtectionSetting> = {}): ProtectionSetting => ({
  ...protectionSettingSchema.parse({ mode: 'armed' }),
  ...rest,
});

/** An engine that notes what the actor asks of it. */
export interface BenchTools extends ActorTools {
  readonly events: NewEvent[];
  /** Commands and settings sent, as `device command argument`. */
  readonly sent: string[];
}

export function benchTools(
  given: {
    readonly rules?: Partial<ProtectionSetting>;
    readonly devices?: readonly DeviceState[];
    readonly outcome?: (text: string) => CommandOutcome;
  } = {},
): BenchTools {
  const events: NewEvent[] = [];
  const sent: string[] = [];
  const answer = (text: string): Promise<CommandOutcome> => {
    sent.push(text);
    return Promise.resolve(given.outcome?.(text) ?? { result: 'accepted', message: 'The UPS accepted it.' });
  };
  return {
    events,
    sent,
    rules: rulesOf(given.rules),
    devices: given.devices ?? [deviceOf()],
    command: (device, name, argument) =>
      answer([device, name, ...(argument === undefined ? [] : [argument])].join(' ')),
    set: (device, variable, value) => answer(`${device} ${variable}=${value}`),
    tell: (event) => events.push(event),
  };
}

/** An actor whose programs are only noted; `real` runs them, for tests that put their own first on the PATH. */
export function noting(
  platform: NodeJS.Platform,
  answer: 'real' | ((command: readonly string[]) => Partial<Ran>) = () => ({}),
  options: Omit<ActorOptions, 'platform' | 'run'> = {},
) {
  const calls: string[] = [];
  const logged: string[] = [];
  const actor = createActor({
    platform,
    log: (line) => logged.push(line),
    // Not this machine's own.
    hook: '/nonexistent/hook',
    flag: '/nonexistent/flag.json',
    ...options,
    run: async (program, args, given) => {
      calls.push([program, ...args].join(' '));
      if (answer === 'real') return await runProgram(program, args, given);
      return { code: 0, out: '', said: '', ...answer([program, ...args]) };
    },
  });
  return { calls, logged, actor };
}
