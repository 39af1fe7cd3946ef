/** The one way to a terminal and to the log of a service: nothing that a device or client said gets there as it is. */
import { plainSpaces } from '../../../src-shared/nut/spaces.ts';
import { printable } from '../../../src-shared/printable.ts';

/** A result, on standard output, as one line. */
export function printLine(line: string): void {
  process.stdout.write(`${printable(plainSpaces(line))}\n`);
}

/** Anything else, on standard error: for whoever looks on, and for the log of a service. One line. */
export function logLine(line: string): void {
  process.stderr.write(`${printable(plainSpaces(line))}\n`);
}
