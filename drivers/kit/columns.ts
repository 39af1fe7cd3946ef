/**
 * Interpreter of column tables: one row says which part of a line holds which variable and how to read it. A driver's
 * table is data; put an example of the line, with a ruler, above it.
 */
import { screen, type Value, type VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Readings } from '../driver.ts';
import type { FieldReader } from './field.ts';

/** Where a field stands. */
export type Place =
  /** The n-th field of a line whose fields are parted by blanks, counted from 0. */
  | { readonly field: number }
  /** The characters `from` up to and without `to`, counted from 0; without `to`, up to the end. */
  | { readonly from: number; readonly to?: number };

/** One row of a column table. */
export interface Column {
  readonly name: VarName;
  readonly at: Place;
  readonly read: FieldReader;
}

/** Collects what one conversation learns: values, which of them were computed, and what is missing and why. */
export class ReadingsBuilder {
  readonly #vars = new Map<VarName, Value>();
  readonly #derived = new Set<VarName>();
  readonly #absent = new Map<string, string>();
  readonly #extras = new Map<string, string>();

  /** Another collection that begins with what this one holds. */
  copy(): ReadingsBuilder {
    const other = new ReadingsBuilder();
    for (const [name, value] of this.#vars) other.#vars.set(name, value);
    for (const name of this.#derived) other.#derived.add(name);
    for (const [name, why] of this.#absent) other.#absent.set(name, why);
    for (const [what, text] of this.#extras) other.#extras.set(what, text);
    return other;
  }

  /** The device reports this. */
  report(name: VarName, value: Value): this {
    this.#vars.set(name, value);
    this.#derived.delete(name);
    this.#absent.delete(name);
    return this;
  }

  /** Mainstay computed this; the device does not report it. */
  derive(name: VarName, value: Value): this {
    this.report(name, value);
    this.#derived.add(name);
    return this;
  }

  /** Asked for and not there. */
  lack(name: VarName, why: string): this {
    this.#vars.delete(name);
    this.#derived.delete(name);
    this.#absent.set(name, why);
    return this;
  }

  /** Something odd that is told in Diagnostics and changes no variable: `what` by the protocol's own name. */
  remark(what: string, text: string): this {
    this.#extras.set(what, text);
    return this;
  }

  /** Whether there is a value under this name so far. */
  has(name: VarName): boolean {
    return this.#vars.has(name);
  }

  /** The value under this name so far, if it is a number. */
  number(name: VarName): number | undefined {
    const value = this.#vars.get(name);
    return typeof value === 'number' ? value : undefined;
  }

  /**
   * The number under this name, if it is one that will be believed and shown: what a status word may be made of. A
   * load of 255 % is withheld as "not known", and an overload that only it tells is none (home-assistant/core#79703).
   */
  believed(name: VarName): number | undefined {
    if (this.number(name) === undefined) return undefined;
    const value = screen(Object.fromEntries(this.#vars)).vars[name];
    return typeof value === 'number' ? value : undefined;
  }

  /** The value under this name so far, if it is text. */
  text(name: VarName): string | undefined {
    const value = this.#vars.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** What was collected. */
  build(): Readings {
    return {
      vars: Object.fromEntries(this.#vars),
      ...(this.#derived.size > 0 ? { derived: [...this.#derived] } : {}),
      ...(this.#absent.size > 0 ? { absent: Object.fromEntries(this.#absent) } : {}),
      ...(this.#extras.size > 0 ? { extras: Object.fromEntries(this.#extras) } : {}),
    };
  }
}

/** Reads a line by a column table into `into`. A place that the line does not reach counts as absent. */
export function readColumns(table: readonly Column[], line: string, into: ReadingsBuilder): void {
  const fields = line.split(' ').filter((field) => field !== '');
  for (const { name, at, read } of table) {
    const text = 'field' in at ? fields[at.field] : at.from < line.length ? line.slice(at.from, at.to) : undefined;
    const field = text === undefined ? { absent: say('reply.tooShort') } : read(text);
    if ('value' in field) into.report(name, field.value);
    else into.lack(name, field.absent);
  }
}
