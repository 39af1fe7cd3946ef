/** Looks at the serial ports: whether they can be listed, and whether this account may open them. Opens none. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { CallOutput } from '../../src-shared/contract/index.ts';
import { toErrorValue } from '../../src-shared/errors.ts';
import { explainOpenError } from './transports/serial-errors.ts';
import { listSerialPorts, type SerialPortEntry } from './transports/serial-list.ts';

type Check = CallOutput<'diagnostics.doctor'>['checks'][number];

const NAME = 'Serial ports';

/** One check for all ports when they are well, else one for each that is not. */
export async function examineSerial(
  list: () => Promise<readonly SerialPortEntry[]> = listSerialPorts,
): Promise<Check[]> {
  try {
    const ports = await list();
    const refusals = (await Promise.all(ports.map(({ path }) => refusal(path)))).flat();
    if (refusals.length > 0) return refusals.map((message) => ({ name: NAME, ok: false, message }));
    const names = ports.map(({ path }) => path).join(', ');
    const message = names === '' ? 'This computer has none.' : `${names} can be opened by this account.`;
    return [{ name: NAME, ok: true, message }];
  } catch (thrown) {
    return [{ name: NAME, ok: false, message: `They could not be listed. ${toErrorValue(thrown).message}` }];
  }
}

async function refusal(path: string): Promise<string[]> {
  // On Windows ports are no files, and every account may open them.
  if (process.platform === 'win32') return [];
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return [];
  } catch (thrown) {
    return [(await explainOpenError(path, toErrorValue(thrown).message)).message];
  }
}
