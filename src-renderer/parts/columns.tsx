import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** The head of a table: the names of its columns. */
export function Columns({ names }: { readonly names: readonly string[] }): ReactNode {
  return (
    <Table.Thead>
      <Table.Tr>
        {names.map((name) => (
          <Table.Th key={name} scope="col">
            {name}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
