/** Exchanges as hex and as text that people can read. */
import type { PortKind, Reply, SnmpValue, Unasked, Wire } from '../../../drivers/driver.ts';

/** Bytes as hex, and the same for people. */
export interface Rendered {
  readonly hex: string;
  readonly text: string;
}

const CONTROL = [
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI',
  'DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US',
].flatMap((names) => names.split(' '));

/** Bytes as text: printable ASCII as it is, control characters as `<CR>`, all others as `<9C>`. */
export function bytesAsText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte);
    else text += `<${CONTROL[byte] ?? byte.toString(16).toUpperCase().padStart(2, '0')}>`;
  }
  return text;
}

/** Bytes as hex, two digits each, with spaces between. */
export function bytesAsHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

const bytes = (data: Uint8Array): Rendered => ({ hex: bytesAsHex(data), text: bytesAsText(data) });
/** SNMP has no bytes worth showing: both columns hold the text. */
const words = (text: string): Rendered => ({ hex: text, text });

function snmpValue({ type, value }: SnmpValue): string {
  return `${type} ${typeof value === 'number' ? value : JSON.stringify(value)}`;
}

function snmpRows(rows: ReadonlyMap<string, SnmpValue>): Rendered {
  return words([...rows].map(([oid, value]) => `${oid} = ${snmpValue(value)}`).join('\n'));
}

// The kind tells which member of the union a value is; the compiler cannot follow that through a type parameter.
function isWire<K extends PortKind>(kind: PortKind, wanted: K, _wire: Wire[PortKind]): _wire is Wire[K] {
  return kind === wanted;
}

/** A request as hex and text. */
export function renderWire(kind: PortKind, wire: Wire[PortKind]): Rendered {
  if (isWire(kind, 'stream', wire)) return wire.op === 'pause' ? words(`pause ${wire.ms} ms`) : bytes(wire.send);
  if (isWire(kind, 'hid', wire)) return renderHid(wire);
  if (isWire(kind, 'snmp', wire)) {
    if (wire.op === 'get') return words(`get ${wire.oids.join(' ')}`);
    if (wire.op === 'walk') return words(`walk ${wire.root} (at most ${wire.limit} rows)`);
    return words(`set ${wire.oid} = ${snmpValue(wire.value)}`);
  }
  return words('');
}

function renderHid(wire: Wire['hid']): Rendered {
  if (wire.op === 'string') return words(`string descriptor ${wire.index}`);
  const report = `${wire.op} ${wire.kind} report ${wire.report}`;
  if (wire.op === 'get') return { hex: '', text: `${report} (${wire.length} bytes)` };
  return { hex: bytesAsHex(wire.data), text: report };
}

/** An answer, or what came of one. */
export function renderReply(kind: PortKind, reply: Reply<PortKind>): Rendered {
  const data = reply.ok ? reply.data : reply.partial;
  if (data === undefined) return { hex: '', text: '' };
  if (data instanceof Uint8Array) return kind === 'hid' ? { hex: bytesAsHex(data), text: '' } : bytes(data);
  return snmpRows(data);
}

/** What came unasked. */
export function renderUnasked(_kind: PortKind, data: Unasked[PortKind]): Rendered {
  if (data instanceof Uint8Array) return bytes(data);
  if ('report' in data) return { hex: bytesAsHex(data.data), text: `report ${data.report}` };
  return snmpRows(data);
}
