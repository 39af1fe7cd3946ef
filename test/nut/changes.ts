/** What becomes of values, as a table: only those that are not shown as they came. */
import { expect, it } from 'vitest';
import { screen, type ScreenContext, type Value, type Vars } from '../../src-shared/nut/index.ts';

/** The value that is shown instead, or `out`. */
export type Changes = Readonly<Record<string, Value>>;
export type Row = readonly [what: string, vars: Vars, changes: Changes];

export function changes(vars: Vars, context?: ScreenContext): Changes {
  const { vars: kept, rejected, corrected } = screen(vars, context);
  const shown = new Map(Object.entries<Value | undefined>(kept));
  const found: Record<string, Value> = {};
  for (const { name } of rejected) found[name] = 'out';
  for (const { name } of corrected) found[name] = shown.get(name) ?? 'missing';
  return found;
}

/** A test for each row. */
export function all(rows: readonly Row[]): void {
  it.each(rows)('%s', (_what, vars, expected) => {
    expect(changes(vars)).toEqual(expected);
  });
}
