/** The person's own command: run without a shell, told what goes on, ended when its time is over. */
import { plainSpaces } from '../../../../src-shared/nut/index.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import type { DeviceState } from '../../../../src-shared/contract/index.ts';
import type { OwnCommand } from '../../../../src-shared/settings/protection.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { CommandRun, PowerAction } from '../../base/parts.ts';

/** Why the command runs: before an armed or a practised last step, or tried by hand. */
export type Occasion = 'armed' | 'practice' | 'trial';

/** What the command is told, besides the environment that Mainstay itself has. */
export interface Telling {
  readonly occasion: Occasion;
  /** Missing in a trial. */
  readonly action?: Pick<PowerAction, 'kind' | 'trigger' | 'reason'>;
  /** The UPS whose trigger held. */
  readonly device?: DeviceState;
}

/** Characters of its output that are kept. */
const KEPT = 4000;
/** From the polite request to the end of patience, and from there until it is left behind. Milliseconds. */
const GRACE = 3000;
const LEFT_BEHIND = 1000;
/** What it has started may hold its output open after it has ended; it is not waited for longer. Milliseconds. */
const DRAIN = 250;

/**
 * The variables that the command finds. What is not known is not set: an empty charge is no charge of 0.
 * `MAINSTAY_SECONDS_LEFT` is how long the command may take before the shutdown goes on without it.
 */
export function commandEnvironment(command: OwnCommand, { occasion, action, device }: Telling): Record<string, string> {
  const known: Record<string, string | number | undefined> = {
    MAINSTAY_MODE: occasion,
    MAINSTAY_ACTION: action?.kind,
    MAINSTAY_TRIGGER: action?.trigger,
    MAINSTAY_REASON: action === undefined ? undefined : plainSpaces(action.reason),
    MAINSTAY_DEVICE: device?.name,
    MAINSTAY_DEVICE_ID: device?.id,
    MAINSTAY_SECONDS_LEFT: command.timeoutSeconds,
    MAINSTAY_CHARGE: device?.values['battery.charge'],
    MAINSTAY_RUNTIME: device?.values['battery.runtime'],
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

/** Runs it. Never rejects, and never takes much longer than its time limit, whatever the command does. */
export function runOwnCommand(command: OwnCommand, telling: Telling): Promise<CommandRun> {
  const began = performance.now();
  const { program, timeoutSeconds } = command;
  let output = '';
  let cut = false;
  const keep = (text: string): void => {
    cut ||= output.length + text.length > KEPT;
    output = (output + text).slice(-KEPT);
  };
  const ended = (done: boolean, message: string): CommandRun => ({
    done,
    message: cut ? say('act.own.wroteMuch', { message }) : message,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    output: output.trimEnd(),
  });
  if (program === '') {
    return Promise.resolve(ended(false, say('act.own.noneChosen')));
  }
  // A variable that an outer Mainstay command was given says nothing about this one.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('MAINSTAY_'));
  const env = { ...Object.fromEntries(inherited), ...commandEnvironment(command, telling) };
  return new Promise((resolve) => {
    let over = false;
    let stopped = false;
    const timers: NodeJS.Timeout[] = [];
    const later = (milliseconds: number, run: () => void): void => {
      timers.push(setTimeout(run, milliseconds));
    };
    const child = start(program, command.arguments, env);
    if ('why' in child) return resolve(ended(false, notStarted(program, child.why)));
    const finish = (done: boolean, message: string): void => {
      if (over) return;
      over = true;
      for (const timer of timers) clearTimeout(timer);
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.unref();
      resolve(ended(done, message));
    };
    const tooSlow = say('act.own.tooSlow', { seconds: timeoutSeconds });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => finish(false, notStarted(program, error.message)));
    const judge = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (stopped) finish(false, tooSlow);
      else if (code === 0) finish(true, say('act.own.well'));
      else finish(false, code === null ? say('act.own.signal', { signal }) : say('act.own.exitCode', { code }));
    };
    child.on('close', judge);
    child.on('exit', (code, signal) => later(DRAIN, () => judge(code, signal)));
    later(timeoutSeconds * 1000, () => {
      stopped = true;
      end(child, 'SIGTERM');
      later(GRACE, () => {
        end(child, 'SIGKILL');
        // What hangs in the kernel does not even die.
        later(LEFT_BEHIND, () => finish(false, tooSlow));
      });
    });
  });
}

function start(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess | { readonly why: string } {
  try {
    // In a group of its own, so that what it has started ends with it.
    const detached = process.platform !== 'win32';
    return spawn(program, [...args], { env, detached, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  } catch (thrown) {
    // Arguments that no program can be given, such as one with a NUL in it.
    return { why: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Ends the command and whatever it has started. */
function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    // Windows knows no groups; `/t` follows the tree of processes.
    spawn('taskkill.exe', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => child.kill());
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // All of it has ended in the meantime.
  }
}

function notStarted(program: string, why: string): string {
  const reason = /EACCES/.test(why)
    ? say('act.own.notExecutable')
    : /ENOENT/.test(why)
      ? say('act.own.noProgram')
      : why;
  return say('act.own.notStarted', { program, reason });
}
