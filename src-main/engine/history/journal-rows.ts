/** Events and outages as they stand in the database: every row is looked at before it is believed. */
import { type EngineEvent, eventSchema, type Outage, outageSchema } from '../../../src-shared/contract/index.ts';
import { type Database, objects, type Row } from './rows.ts';

/** The events that a clause chooses; rows that are damaged are left out. */
export function readEvents(database: Database, clause: string, values: (string | number)[]): EngineEvent[] {
  return objects(database, `SELECT * FROM event ${clause}`, values).flatMap((row) => {
    const parsed = eventSchema.safeParse({
      ...withoutNulls(row),
      data: json(row['data']),
      acknowledged: row['acknowledged'] === 1,
    });
    return parsed.success ? [parsed.data] : [];
  });
}

/** The outages that a clause chooses, the newest first; -1 is no limit. */
export function readOutages(database: Database, clause: string, values: (string | number)[], limit: number): Outage[] {
  const rows = objects(
    database,
    `SELECT id, device, begin, end, lowest AS lowestCharge, outcome FROM outage ${clause} ORDER BY id DESC LIMIT ?`,
    [...values, limit],
  );
  return rows.flatMap((row) => {
    const parsed = outageSchema.safeParse(withoutNulls(row));
    return parsed.success ? [parsed.data] : [];
  });
}

function withoutNulls(row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

function json(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return {};
  }
}
