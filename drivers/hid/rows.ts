/** Short ways of writing the rows of tables. */
import type { CommandName, VarName } from '../../src-shared/nut/index.ts';
import { number } from './readers.ts';
import type { ActionRow, Depth, Flag, FlagRow, FlagTest, HidTable, Reader, Row } from './shapes.ts';

/** Options of a row; without them, a scaled number that changes. */
export interface RowOptions {
  readonly reader?: Reader | 'string';
  readonly depth?: Depth;
  readonly settable?: boolean;
  readonly shareOf?: readonly string[];
}

/** A row of a variable table. */
export function row(name: VarName, paths: string | readonly string[], options: RowOptions = {}): Row {
  const { reader = number, depth = reader === 'string' ? 'once' : 'full', settable = false, shareOf } = options;
  return {
    name,
    paths: typeof paths === 'string' ? [paths] : paths,
    reader,
    depth,
    settable,
    ...(shareOf === undefined ? {} : { shareOf }),
  };
}

/** A row of a flag table. */
export function flag(name: Flag, paths: string | readonly string[], when: FlagTest = 'set'): FlagRow {
  return { flag: name, paths: typeof paths === 'string' ? [paths] : paths, when };
}

/** A command that writes a number. */
export function action(name: CommandName, paths: string | readonly string[], raw: number): ActionRow {
  return { name, paths: typeof paths === 'string' ? [paths] : paths, raw };
}

/** What a dialect says of itself; the rest it has from the table that it extends. */
export type Dialect = Pick<HidTable, 'id' | 'title' | 'sources' | 'devices' | 'proof'> &
  Partial<Omit<HidTable, 'id' | 'title' | 'sources' | 'devices' | 'proof'>> & {
    /** Variables and flags of the extended table that this dialect's devices mean differently, or do not mean. */
    readonly without?: readonly (VarName | Flag)[];
  };

/**
 * A table on top of another. Own rows go first, so a variable that both have is looked for in the dialect's places
 * before the general ones; own delays and actions likewise.
 */
export function extend(base: HidTable, { without = [], ...dialect }: Dialect): HidTable {
  const kept = (name: VarName | Flag): boolean => !without.includes(name);
  return {
    ...dialect,
    names: { ...base.names, ...dialect.names },
    rows: [...(dialect.rows ?? []), ...base.rows.filter(({ name }) => kept(name))],
    flags: [...(dialect.flags ?? []), ...base.flags.filter((each) => kept(each.flag))],
    delays: [...(dialect.delays ?? []), ...base.delays],
    actions: [...(dialect.actions ?? []), ...base.actions],
    quirks: [...(dialect.quirks ?? []), ...base.quirks],
  };
}
