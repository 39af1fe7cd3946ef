/** Which rows of the table a device may have: those that stand once, and those of each of its outlet groups. */
import type { PageMap } from './pages.ts';
import { SMC1000I_ROWS } from './smc1000i.ts';
import { GROUP_EXTRAS, GROUP_ROWS, groupPath, PATHS, type Row, ROWS } from './table.ts';

/** The paths of the outlet groups in their order: the main one first, then those of the collection. */
export function groupPaths({ usages }: PageMap): readonly ((usage: string) => string)[] {
  if (!usages.has(PATHS.mainGroup)) return [];
  const groups = [(usage: string) => `2:4.3E.${usage}`];
  for (let index = 0; usages.has(groupPath(index, 'B6')); index += 1) {
    groups.push((usage) => groupPath(index, usage));
  }
  return groups;
}

/** Every row that this device may have. */
export function rowsOf(map: PageMap): readonly Row[] {
  const groups = groupPaths(map).flatMap((path, group): Row[] => [
    ...GROUP_ROWS.map((row): Row => ({ ...row, path: path(row.usage), name: `outlet.group.${group}.${row.key}` })),
    ...GROUP_EXTRAS.map(
      (row): Row => ({ ...row, path: path(row.usage), name: `experimental.outlet.group.${group}.${row.key}` }),
    ),
  ]);
  return [...ROWS, ...SMC1000I_ROWS, ...groups];
}
