/** Looks at the serial ports: whether they can be listed, and whether this account may open them. Opens none. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { toErrorValue } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Check } from '../port.ts';
import { explainOpenError } from './errors.ts';
import { listSerialPorts, type SerialPortEntry } from './list.ts';

/** One check for all ports when they are well, else one for each that is not. */
export async function examineSerial(
  list: () => Promise<readonly SerialPortEntry[]> = listSerialPorts,
): Promise<Check[]> {
  try {
    const ports = await list();
    const refusals = (await Promise.all(ports.map(({ path }) => refusal(path)))).flat();
    if (refusals.length > 0) return refusals.map((message) => ({ name: say('examined.serial'), ok: false, message }));
    const names = ports.map(({ path }) => path).join(', ');
    const message = names === '' ? say('examined.noSerial') : say('examined.serialOpen', { names });
    return [{ name: say('examined.serial'), ok: true, message }];
  } catch (thrown) {
    return [
      {
        name: say('examined.serial'),
        ok: false,
        message: say('examined.serialNotListed', { why: toErrorValue(thrown).message }),
      },
    ];
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
