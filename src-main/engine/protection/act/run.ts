/** Other programs: run without a shell, inside a time limit, with what they say kept short. */
import { spawn } from 'node:child_process';
import { say } from '../../../../src-shared/texts/say.ts';

/** What became of a program: its exit code, null where it did not start or took too long. */
export interface Ran {
  readonly code: number | null;
  /** The beginning of what it wrote to its standard output. */
  readonly out: string;
  /** The end of what it wrote to its error output, or why there is no exit code. */
  readonly said: string;
  /** It had not ended when its time was over. */
  readonly late?: boolean;
}

/** What can be said of a run. */
export interface RunOptions {
  /** Milliseconds. */
  readonly timeoutMs?: number;
  /** Written to its standard input. */
  readonly input?: string;
}

/** Runs a program without a shell. Never rejects. */
export type Run = (program: string, args: readonly string[], options?: RunOptions) => Promise<Ran>;

/** Questions to the system are answered sooner than this, or not at all. Milliseconds. */
const PATIENCE = 10_000;
/** Characters of output kept. */
const KEPT = 256_000;
const SAID = 2000;

/** Runs it for real. */
export const runProgram: Run = (program, args, { timeoutMs = PATIENCE, input } = {}) =>
  new Promise((resolve) => {
    let out = '';
    let said = '';
    const child = spawn(program, [...args], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    const finish = (ran: Ran): void => {
      clearTimeout(timer);
      resolve(ran);
    };
    const timer = setTimeout(() => {
      finish({ code: null, out, said: say('act.run.noAnswer', { seconds: Math.round(timeoutMs / 1000) }), late: true });
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (out.length < KEPT) out = (out + text).slice(0, KEPT);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-SAID);
    });
    child.on('error', (error) => finish({ code: null, out, said: error.message }));
    child.on('close', (code) => finish({ code, out, said }));
    // A program that does not read its input is none that anybody waits for.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });

/** What busctl and systemctl say of a bus that is not there, or not any more, instead of an answer. */
const NO_CONNECTION = /connect|timed out|no ?reply|broken pipe|transport endpoint/i;

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** What the system made of the last step. */
export type Answer =
  /** `by` is the command that it took. */
  | { readonly done: true; readonly by: string }
  /** `unsure`: some way gave no answer or lost its connection, as it does when the system is already going down. */
  | { readonly done: false; readonly why: string; readonly unsure?: boolean };

/**
 * Asks in this order until one way is taken. A way that does not answer is passed over, or with `silenceIsYes` counts as
 * taken: a computer that falls asleep may not answer before it wakes, and asked again it would fall asleep again.
 */
export async function firstThatWorks(
  run: Run,
  ways: readonly Command[],
  { silenceIsYes = false }: { readonly silenceIsYes?: boolean } = {},
): Promise<Answer> {
  const refusals: string[] = [];
  let unsure = false;
  for (const [program, ...args] of ways) {
    const { code, said, late } = await run(program, args);
    const text = [program, ...args].join(' ');
    if (code === 0 || (late === true && silenceIsYes)) return { done: true, by: text };
    const why = said.trim() === '' ? say('act.run.exitCode', { code }) : said.trim();
    unsure ||= late === true || NO_CONNECTION.test(said);
    refusals.push(say('act.run.failed', { command: text, why }));
  }
  return { done: false, why: refusals.join('; '), unsure };
}
