/** The one list of kinds of wire and of ports. A new one is a folder beside this file and a line here. */
import type { PortKind } from '../../../drivers/driver.ts';
import { hidPort, hidWire } from './hid/index.ts';
import type { Port, PortScheme, WireKind } from './port.ts';
import { serialPort } from './serial/index.ts';
import { snmpPort, snmpWire } from './snmp/index.ts';
import { streamWire } from './stream/index.ts';

/** The kinds of wire; in this order a recording is looked for in a folder. */
export const WIRES: { readonly [P in PortKind]: WireKind<P> } = { hid: hidWire, snmp: snmpWire, stream: streamWire };

/** The kinds of port, in the order in which they are searched. */
export const PORTS: { readonly [S in PortScheme]: Port<S> } = { hid: hidPort, serial: serialPort, snmp: snmpPort };
