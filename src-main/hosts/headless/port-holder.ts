/** Which program listens on a port, where Linux tells. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A program that runs. */
export interface PortHolder {
  readonly name: string;
  readonly pid: number;
}

/**
 * The program that listens on this TCP port. Undefined where it belongs to another account, whose open files only the
 * administrator may see, and on systems without /proc.
 */
export function portHolder(port: number, proc = '/proc'): PortHolder | undefined {
  const sockets = new Set(
    ['tcp', 'tcp6'].flatMap((table) => listeningSockets(read(join(proc, 'net', table)), port)).map(linkOf),
  );
  if (sockets.size === 0) return undefined;
  for (const entry of list(proc)) {
    if (!/^\d+$/.test(entry)) continue;
    const files = join(proc, entry, 'fd');
    if (!list(files).some((file) => sockets.has(target(join(files, file))))) continue;
    const [program = ''] = read(join(proc, entry, 'cmdline')).split('\0');
    return { name: basename(program), pid: Number(entry) };
  }
  return undefined;
}

/** The same as the beginning of a sentence. */
export function holderOf(port: number): string {
  const holder = portHolder(port);
  return holder === undefined ? 'Another program' : `The program "${holder.name}" (process ${holder.pid})`;
}

/** The state of a socket that listens (Linux, include/net/tcp_states.h). */
const LISTEN = '0A';

/**
 * The inodes of sockets that listen on the port, of a table such as (Linux, Documentation/networking/proc_net_tcp.rst)
 *
 *     sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
 *      0: 0100007F:212D 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 35512 1 ...
 */
export function listeningSockets(table: string, port: number): readonly string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table.split('\n').flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    return local?.endsWith(wanted) === true && state === LISTEN && inode !== undefined ? [inode] : [];
  });
}

function linkOf(inode: string): string {
  return `socket:[${inode}]`;
}

// What cannot be read belongs to another account, or has ended meanwhile.

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function target(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}
