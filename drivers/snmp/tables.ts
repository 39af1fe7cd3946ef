import type { OidTable } from '../kit/oid/oid.ts';
import { tables as all } from './tables/index.ts';

/** Every table, in the order in which they are tried. */
export const tables: readonly OidTable[] = [...all].toSorted(
  (left: OidTable, right: OidTable) => left.rank - right.rank,
);
