/** Everything that touches this computer's own power: what the policy decided, done, or only said in practice. */
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import type { Actor, ActorTools, CommandRun, PowerAction } from '../parts.ts';
import { linuxPower } from './linux.ts';
import { macPower } from './mac.ts';
import { type Occasion, runOwnCommand } from './own-command.ts';
import type { PowerSystem } from './power-system.ts';
import { type Run, runProgram } from './run.ts';
import { windowsPower } from './windows.ts';

/** What can be said or replaced around the actor. */
export interface ActorOptions {
  readonly platform?: NodeJS.Platform;
  readonly run?: Run;
  /** A line for whoever reads the log. */
  readonly log?: (line: string) => void;
}

/** Makes the actor of this platform. */
export function createActor(options: ActorOptions = {}): Actor {
  return new SystemActor(options);
}

class SystemActor implements Actor {
  readonly #system: PowerSystem;
  readonly #log: (line: string) => void;

  constructor({ platform = process.platform, run = runProgram, log = console.error }: ActorOptions) {
    this.#system = choose(platform, run);
    this.#log = log;
  }

  begin(): Promise<void> {
    return Promise.resolve();
  }

  async perform(action: PowerAction, tools: ActorTools): Promise<{ done: boolean; message: string }> {
    const { ownCommand } = tools.rules;
    const said = ownCommand.enabled || action.kind === 'command' ? await this.#ownCommand(action, tools) : undefined;
    if (action.kind === 'command') {
      const run = said ?? { done: false, message: 'There is no command to run.' };
      return { done: run.done, message: `${action.practice ? 'Practice: ' : ''}${run.message} ${action.reason}` };
    }
    if (action.practice)
      return {
        done: true,
        message: `Practice: Mainstay would now ${DEEDS[action.kind]}, and did not. ${action.reason}`,
      };
    const answer = await this.#system.deeds[action.kind]();
    const { reason } = action;
    if (answer.done)
      return { done: true, message: `The system was asked to ${DEEDS[action.kind]} (${answer.by}). ${reason}` };
    return {
      done: false,
      message: `The system did not ${DEEDS[action.kind]}: ${answer.why}. Save your work and do it yourself now; then look at Protection for what is missing. ${reason}`,
    };
  }

  announce(text: string): void {
    this.#log(text);
    this.#system.announce(text);
  }

  preflight(): ReturnType<Actor['preflight']> {
    return Promise.resolve({ at: Date.now(), passed: true, checks: [] });
  }

  powerCycle(_rules: ActorTools['rules'], device: DeviceState): ReturnType<Actor['powerCycle']> {
    return { device: device.id, can: false, how: 'Not looked at yet.' };
  }

  tryCommand(command: ActorTools['rules']['ownCommand'], tools: ActorTools): Promise<CommandRun> {
    const device = tools.devices.find(({ feedsThisComputer }) => feedsThisComputer);
    return runOwnCommand(command, { occasion: 'trial', ...(device === undefined ? {} : { device }) });
  }

  measuredSeconds(): undefined {
    return undefined;
  }

  lastShutdown(): undefined {
    return undefined;
  }

  acknowledge(): void {}

  async #ownCommand(action: PowerAction, tools: ActorTools): Promise<CommandRun> {
    const occasion: Occasion = action.practice ? 'practice' : 'armed';
    const device = tools.devices.find(({ id }) => id === action.device);
    const run = await runOwnCommand(tools.rules.ownCommand, {
      occasion,
      action,
      ...(device === undefined ? {} : { device }),
    });
    tools.tell({
      time: Date.now(),
      ...(device === undefined ? {} : { device: device.id }),
      kind: 'own-command',
      severity: run.done ? 'info' : 'warning',
      text: run.message,
      data: { done: run.done, seconds: run.seconds, output: run.output, practice: action.practice },
    });
    return run;
  }
}

const DEEDS = {
  shutdown: 'shut this computer down',
  hibernate: 'hibernate this computer',
  sleep: 'put this computer to sleep',
} as const;

function choose(platform: NodeJS.Platform, run: Run): PowerSystem {
  if (platform === 'win32') return windowsPower(run);
  if (platform === 'darwin') return macPower(run, process.getuid?.() === 0);
  if (platform === 'linux') return linuxPower(run);
  return unknownPower(platform);
}

/** A platform that Mainstay was never made for. */
function unknownPower(platform: string): PowerSystem {
  const refuse = () =>
    Promise.resolve({ done: false as const, why: `Mainstay does not know how to do that on ${platform}` });
  return {
    deeds: { shutdown: refuse, hibernate: refuse, sleep: refuse },
    checks: () => Promise.resolve([]),
    announce: () => undefined,
  };
}
