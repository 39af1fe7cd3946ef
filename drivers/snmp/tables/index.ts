/** Every table of this folder. A test fails when a file here is not listed. */
import type { OidTable } from '../../kit/oid.ts';
import { table as ietf } from './ietf.ts';

/** Every table, in the order in which they are tried. */
export const tables: readonly OidTable[] = [ietf].toSorted((left, right) => left.rank - right.rank);
