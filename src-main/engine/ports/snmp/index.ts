/** SNMP agents: variables of a card on the network. */
import type { SnmpValue } from '../../../../drivers/driver.ts';
import { snmpAnswers } from '../../../../drivers/kit/talk.ts';
import type { Port, WireKind } from '../port.ts';
import { type Rendered, renderWords } from '../rendered.ts';
import { settled } from '../simulated/settled.ts';
import { openSnmp, SNMP_FILES, writeSnmp } from './recording.ts';
import { scanSnmp } from './scan.ts';
import { snmpTransport } from './transport.ts';

/** Variables read and written. */
export const snmpWire: WireKind<'snmp'> = {
  kind: 'snmp',
  // It crosses a network to a card with a slow processor: as often as the settings say, with a rest. Within its time
  // limit the transport itself sends again what the network lost.
  pace: { share: 1, rest: 250, patience: { timeout: 3000, repeats: 0 } },
  told: {
    wire: (wire) => {
      if (wire.op === 'get') return renderWords(`get ${wire.oids.join(' ')}`);
      if (wire.op === 'walk') return renderWords(`walk ${wire.root} (at most ${wire.limit} rows)`);
      return renderWords(`set ${wire.oid} = ${sayValue(wire.value)}`);
    },
    answer: renderRows,
    unasked: renderRows,
  },
  recording: { files: SNMP_FILES, open: openSnmp, write: writeSnmp },
  simulated: (simulator, _found, options) =>
    settled('snmp', { version: '2c' }, options, {
      answer: (wire) => snmpAnswers(simulator)(wire),
      unasked: () => [],
    }),
};

/** An SNMP agent on the network. */
export const snmpPort: Port<'snmp'> = {
  scheme: 'snmp',
  plan: (address, candidates) => ({
    kind: 'snmp',
    ways: [{ transport: () => snmpTransport(address), drivers: candidates('snmp') }],
    ...(address.table === undefined ? {} : { dialect: address.table }),
  }),
  scan: (tools) => scanSnmp(tools),
};

function sayValue({ type, value }: SnmpValue): string {
  return `${type} ${typeof value === 'number' ? value : JSON.stringify(value)}`;
}

function renderRows(rows: ReadonlyMap<string, SnmpValue>): Rendered {
  return renderWords([...rows].map(([oid, value]) => `${oid} = ${sayValue(value)}`).join('\n'));
}
