/** What the command line prints and how it ends. Results go to standard output, everything else to standard error. */
import { type ErrorCode, toErrorValue } from '../../../src-shared/errors.ts';
import { printableJson } from '../../../src-shared/printable.ts';
import { logLine, printLine } from '../../engine/base/terminal.ts';

/** Exit codes, as the README promises them. */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  noAnswer: 3,
  otherProtocol: 4,
  refused: 5,
} as const;

const EXIT_OF: Readonly<Record<ErrorCode, number>> = {
  'bad-input': EXIT.usage,
  'not-found': EXIT.noAnswer,
  'no-answer': EXIT.noAnswer,
  'permission-denied': EXIT.noAnswer,
  'in-use': EXIT.noAnswer,
  'wrong-protocol': EXIT.otherProtocol,
  refused: EXIT.refused,
  unauthorized: EXIT.refused,
  damaged: EXIT.bug,
  internal: EXIT.bug,
};

/** Prints one line of a result. */
export function print(line: string): void {
  printLine(line);
}

/** Prints one JSON value on a line of its own. */
export function printJson(value: unknown): void {
  print(printableJson(JSON.stringify(value)));
}

/** Prints rows as columns that line up. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  for (const row of rows)
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** Says something that is no result: progress, a warning, an error. */
export function say(line: string): void {
  logLine(line);
}

/** Says what went wrong and returns the exit code for it. */
export function fail(thrown: unknown): number {
  const error = toErrorValue(thrown);
  say(`mainstay: ${error.message}`);
  if (error.code === 'internal' && thrown instanceof Error && thrown.stack !== undefined) {
    for (const line of thrown.stack.split('\n')) say(line);
  }
  return EXIT_OF[error.code];
}

/** Resolves when the person or the system asks the program to stop, or the reader of its output goes away. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    process.stdout.on('error', () => resolve());
  });
}
