/** SNMP: UPSes behind a network card, each MIB a table. */
import type { Abilities, Driver } from '../driver.ts';
import type { Memory } from './memory.ts';
import { tables } from './tables.ts';
import { identify, poll, tableById } from './talk.ts';

function abilities(memory: Memory): Abilities<'snmp'> {
  const table = tableById(memory.table);
  const has = (oid: string): boolean => memory.values.has(oid);
  return { commands: table?.commands(has) ?? {}, settings: table?.settings(has) ?? {} };
}

export const driver: Driver<'snmp', Memory> = {
  id: 'snmp',
  title: 'SNMP',
  port: 'snmp',
  found: tables.flatMap(({ sysObjectIds }) => sysObjectIds.map((sysObjectId) => ({ sysObjectId }))),
  sources: tables.flatMap(({ sources }) => sources),
  dialects: tables.map(({ id }) => id),
  proof: 'captured',
  probe: {
    sends: 'one request for sysDescr, sysObjectID and the objects that tell the tables apart',
    // A request to read changes nothing in any agent.
    harm: 'none',
  },
  identify: (_facts, dialect) => identify(dialect),
  poll: (depth, { memory }) => poll(depth, memory),
  abilities: ({ memory }) => abilities(memory),
  simulate(ups, dialect = 'ietf') {
    const table = tableById(dialect);
    if (table === undefined) throw new RangeError(`There is no SNMP table "${dialect}".`);
    return table.simulate(ups);
  },
};
