/** Why a serial port could not be opened: what happened, what it means, and the exact mend on this system. */
import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { ErrorValue } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';

/** Explains what the operating system said, as the serial library words it. */
export async function explainOpenError(path: string, said: string): Promise<ErrorValue> {
  if (/no such file|file not found|cannot find|ENOENT/i.test(said)) {
    return {
      code: 'not-found',
      message: say('port.missing', { path }),
    };
  }
  // Windows says "access denied" both when another program has the port and when it is out of bounds.
  if (/permission denied|EACCES|EPERM/i.test(said)) {
    return { code: 'permission-denied', message: await sayDenied(path) };
  }
  if (/busy|cannot lock|temporarily unavailable|access denied|EBUSY/i.test(said)) {
    return { code: 'in-use', message: sayInUse(path) };
  }
  if (/inappropriate ioctl|not a tty|is a directory|ENOTTY/i.test(said)) {
    return { code: 'bad-input', message: say('port.notSerial', { path }) };
  }
  return {
    code: 'no-answer',
    message: say('port.notOpened', { path, reason: said }),
  };
}

async function sayDenied(path: string): Promise<string> {
  if (process.platform !== 'linux') return say('port.denied', { path });
  const group = await groupOf(path);
  return say('port.deniedLinux', { path, group, command: `sudo usermod -aG ${group} ${account()}` });
}

function sayInUse(path: string): string {
  if (process.platform !== 'linux') return say('port.inUse', { path });
  return say('port.inUseLinux', { path, command: `sudo fuser -v ${path}` });
}

/** The group that owns the port, which on most systems is "dialout" (Debian Wiki, SystemGroups). */
async function groupOf(path: string): Promise<string> {
  try {
    const { gid } = await stat(path);
    const groups = await readFile('/etc/group', 'utf8');
    const line = groups.split('\n').find((entry) => entry.split(':')[2] === String(gid));
    const name = line?.split(':')[0];
    // Joining root's group would grant far more than one port.
    return name === undefined || name === 'root' ? 'dialout' : name;
  } catch {
    return 'dialout';
  }
}

function account(): string {
  try {
    return userInfo().username;
  } catch {
    return '$USER';
  }
}
