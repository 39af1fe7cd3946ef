/** What SQLite hands back, narrowed: a damaged file can hold anything, so types are looked at, not believed. */
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

/** An open file of SQLite. */
export type Database = DatabaseSyncInstance;

/** One row as name and value. */
export type Row = Readonly<Record<string, unknown>>;

/** A statement whose rows come as arrays, which is the quicker way for many rows. */
export function arrayStatement(database: Database, sql: string): StatementSyncInstance {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

/** All rows of an `arrayStatement`. */
export function arrays(statement: StatementSyncInstance, ...values: number[]): readonly (readonly unknown[])[] {
  const found: unknown = statement.all(...values);
  return isArrays(found) ? found : [];
}

/** The first row of an `arrayStatement`; an empty one when there is none. */
export function array(statement: StatementSyncInstance, ...values: number[]): readonly unknown[] {
  const found: unknown = statement.get(...values);
  return isArray(found) ? found : [];
}

/** All rows of a query, as name and value. */
export function objects(database: Database, sql: string, values: readonly (string | number)[] = []): readonly Row[] {
  const found: unknown = database.prepare(sql).all(...values);
  return isRows(found) ? found : [];
}

/** The single number that a query such as `PRAGMA user_version` answers with. */
export function singleNumber(database: Database, sql: string): number {
  const [value] = array(arrayStatement(database, sql));
  return Number(value ?? 0);
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isArrays(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value);
}

function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value);
}
