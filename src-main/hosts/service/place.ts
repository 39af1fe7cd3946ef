/** Where the service of the system keeps its files, and where it is spoken to. */
import { join } from 'node:path';
import type { DataPlace } from '../data-folder.ts';

/** Places of the service. */
export interface ServicePlace {
  /** Settings, history, and what protection must remember. */
  readonly data: string;
  /** The socket over which the contract is spoken: a Unix domain socket, on Windows a named pipe. */
  readonly socket: string;
  /** Number of the group that may speak to it, where root serves it (launchd gives a socket to no group by itself). */
  readonly group?: number;
}

/**
 * Where the service is on this system. `MAINSTAY_SOCKET` names another socket, `MAINSTAY_DATA` another folder (the unit
 * of systemd sets neither: the folders below are its StateDirectory and RuntimeDirectory).
 */
export function servicePlace(
  place: Pick<DataPlace, 'platform' | 'env'> = { platform: process.platform, env: process.env },
): ServicePlace {
  const usual = usualPlace(place);
  const group = Number(chosen(place.env['MAINSTAY_SOCKET_GROUP']) ?? Number.NaN);
  return {
    ...(Number.isInteger(group) && group >= 0 ? { group } : {}),
    data: chosen(place.env['MAINSTAY_DATA']) ?? usual.data,
    socket: chosen(place.env['MAINSTAY_SOCKET']) ?? usual.socket,
  };
}

function usualPlace({ platform, env }: Pick<DataPlace, 'platform' | 'env'>): ServicePlace {
  if (platform === 'win32') {
    return { data: join(env['PROGRAMDATA'] ?? 'C:\\ProgramData', 'Mainstay'), socket: '\\\\.\\pipe\\mainstay-engine' };
  }
  if (platform === 'darwin') {
    return { data: '/Library/Application Support/Mainstay', socket: '/var/run/mainstay/engine.sock' };
  }
  return { data: '/var/lib/mainstay', socket: '/run/mainstay/engine.sock' };
}

function chosen(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
