/** The last step: what the policy decided, done to this computer, or only said in Practice mode. */
import { spawn } from 'node:child_process';
import type { Actor, PowerAction } from '../parts.ts';

/** What became of a program: its exit code, or why it did not start. `said` is what it wrote to its error output. */
export interface Ran {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a program without a shell. Never rejects. */
export type Run = (program: string, args: readonly string[]) => Promise<Ran>;

/** What can be replaced around the actor. */
export interface ActorOptions {
  readonly platform?: NodeJS.Platform;
  readonly run?: Run;
}

/** A program and its arguments. */
type Command = readonly [program: string, ...args: string[]];

/**
 * Linux: systemctl(1). Windows: shutdown.exe, `/f` since nobody is there to close a program that asks; its `/h` takes
 * no time; sleep through SetSuspendState of powrprof.dll, which has no program of its own. macOS: the System Events
 * suite and pmset(1); hibernation is not offered there, sleep writes memory to disk as the system sees fit.
 */
const COMMANDS: Partial<Record<NodeJS.Platform, Partial<Record<PowerAction['kind'], Command>>>> = {
  linux: {
    shutdown: ['systemctl', 'poweroff'],
    hibernate: ['systemctl', 'hibernate'],
    sleep: ['systemctl', 'suspend'],
  },
  win32: {
    shutdown: ['shutdown.exe', '/s', '/f', '/t', '0'],
    hibernate: ['shutdown.exe', '/h'],
    sleep: ['rundll32.exe', 'powrprof.dll,SetSuspendState', '0,1,0'],
  },
  darwin: {
    shutdown: ['osascript', '-e', 'tell application "System Events" to shut down'],
    sleep: ['pmset', 'sleepnow'],
  },
};

/** A program that says nothing for so long has taken the request; the system is on its way. Milliseconds. */
const PATIENCE = 30_000;

/** What the engine is handed: practice is said, everything else is done. */
export function createActor(options: ActorOptions = {}): Actor {
  const practice = practiceActor();
  const system = systemActor(options);
  return { perform: (action) => (action.practice ? practice : system).perform(action) };
}

/** An actor that does nothing but say so, whatever it is asked. */
function practiceActor(): Actor {
  return { perform: (action) => Promise.resolve({ done: true, message: practised(action) }) };
}

/** An actor that runs the platform's own command. */
function systemActor(options: ActorOptions = {}): Actor {
  const platform = options.platform ?? process.platform;
  const run = options.run ?? runProgram;
  return {
    perform: async (action) => {
      const command = COMMANDS[platform]?.[action.kind];
      if (command === undefined) {
        return {
          done: false,
          message: `Mainstay does not know how to ${deed(action)} on ${platform}. Save your work and do it yourself now. ${action.reason}`,
        };
      }
      const [program, ...args] = command;
      const { code, said } = await run(program, args);
      const text = command.join(' ');
      if (code === 0)
        return { done: true, message: `The system was asked to ${deed(action)} (${text}). ${action.reason}` };
      const why = said.trim() === '' ? `exit code ${code}` : said.trim();
      return {
        done: false,
        message: `The system refused to ${deed(action)}: ${text} failed (${why}). Save your work and do it yourself now; then look at what that command may do for this account. ${action.reason}`,
      };
    },
  };
}

function practised(action: PowerAction): string {
  return `Practice: Mainstay would now ${deed(action)}, and did not. ${action.reason}`;
}

function deed({ kind }: PowerAction): string {
  switch (kind) {
    case 'shutdown':
      return 'shut this computer down';
    case 'hibernate':
      return 'hibernate this computer';
    case 'sleep':
      return 'put this computer to sleep';
    default:
      return kind satisfies never;
  }
}

function runProgram(program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(program, [...args], { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
    const timer = setTimeout(() => resolve({ code: 0, said }), PATIENCE);
    const finish = (ran: Ran): void => {
      clearTimeout(timer);
      resolve(ran);
    };
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    child.on('error', (error) => finish({ code: null, said: error.message }));
    child.on('close', (code) => finish({ code, said }));
  });
}
