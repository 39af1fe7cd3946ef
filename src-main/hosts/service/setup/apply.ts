/** Does the steps of a plan, below a root folder where one is named, and says what it did. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../../src-shared/errors.ts';
import { readBounded } from '../../../engine/base/bounded-file.ts';
import type { Step } from './plan.ts';

/** A file that is longer is none of ours. Bytes. */
const MOST_BYTES = 8_000_000;

/** What became of a program: its exit code, null when it did not start, and what it wrote. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Around the steps. */
export interface ApplyOptions {
  /** Files go below this folder, and no program is run: for packages and tests. */
  readonly root?: string;
  readonly say: (line: string) => void;
  readonly run?: (words: readonly string[]) => Ran;
}

/** Does them in order. Throws `AppError` at the first that fails; what was done until then stays. */
export function apply(steps: readonly Step[], options: ApplyOptions): void {
  for (const step of steps) applyOne(step, options);
}

function applyOne(step: Step, { root, say, run: runOne = run }: ApplyOptions): void {
  const at = (path: string): string => (root === undefined ? path : join(root, path));
  switch (step.do) {
    case 'say':
      if (root === undefined) say(step.text);
      return;
    case 'write':
      say(`${written(at(step.path), step.content, step.mode)}: ${at(step.path)}`);
      return;
    case 'remove': {
      const there = existsSync(at(step.path));
      if (there) tried(at(step.path), () => rmSync(at(step.path)));
      say(`${there ? 'removed' : 'not there'}: ${at(step.path)}`);
      return;
    }
    case 'copy':
      if (root !== undefined) return;
      if (existsSync(step.to)) return say(`as it was: ${step.to}`);
      mkdirSync(dirname(step.to), { recursive: true, mode: 0o700 });
      // Of somebody's home, and read as root: nothing that keeps it waiting, and for the owner's eyes where it comes to.
      tried(step.to, () => writeFileSync(step.to, readBounded(step.from, MOST_BYTES), { mode: 0o600, flag: 'wx' }));
      say(`copied ${step.what}: ${step.from} to ${step.to}`);
      return;
    case 'run': {
      if (root !== undefined) return;
      const text = step.words.join(' ');
      const { code, output } = runOne(step.words);
      const failed = code === null ? 'could not be started' : `failed (${code})`;
      const why = output.trim() === '' ? '' : `: ${output.trim()}`;
      if (code === 0) say(`ran: ${text}`);
      else if (step.optional === true) say(`left out: ${text} ${failed}${why}`);
      else
        throw new AppError(
          'refused',
          `${text} ${failed}${why}. What came before it was done; mend this and run the same command again.`,
        );
    }
  }
}

function written(path: string, content: string | Buffer, mode: number): string {
  const bytes = Buffer.from(content);
  const before = existsSync(path) ? readFileSync(path) : undefined;
  if (before?.equals(bytes) === true && (statSync(path).mode & 0o777) === mode) return 'as it was';
  tried(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, { mode });
    chmodSync(path, mode);
  });
  return before === undefined ? 'written' : 'renewed';
}

function tried(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError('permission-denied', `${path} could not be changed: ${why}.`, { cause: error });
  }
}

/** Runs a program of the system without a shell and waits for it. Never throws. */
export function run([program = '', ...args]: readonly string[]): Ran {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', windowsHide: true });
  return { code: status, output: error === undefined ? `${stdout}${stderr}` : error.message };
}
