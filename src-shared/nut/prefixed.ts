/**
 * The rows of one table under another beginning of their names, each changed by `change` (to name what it is about).
 *
 * @param prefix what comes before the key, without the dot between
 */
export function prefixed<Prefix extends string, Key extends string, Row, Changed>(
  prefix: Prefix,
  table: Readonly<Record<Key, Row>>,
  change: (row: Row) => Changed,
): Readonly<Record<`${Prefix}.${Key}`, Changed>> {
  const rows = Object.entries<Row>(table).map(([key, row]) => [`${prefix}.${key}`, change(row)] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys were built just above; fromEntries forgets them
  return Object.fromEntries(rows) as Readonly<Record<`${Prefix}.${Key}`, Changed>>;
}
