/** Why a serial port could not be opened: what happened, what it means, and the exact mend on this system. */
import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { ErrorValue } from '../../../src-shared/errors.ts';

/** Explains what the operating system said, as the serial library words it. */
export async function explainOpenError(path: string, said: string): Promise<ErrorValue> {
  if (/no such file|file not found|cannot find|ENOENT/i.test(said)) {
    return {
      code: 'not-found',
      message: `There is no port ${path}. The adapter is not plugged in, or has another name now. Plug it in, or choose the port anew.`,
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
    return { code: 'bad-input', message: `${path} is not a serial port. Choose one of the ports in Devices.` };
  }
  return {
    code: 'no-answer',
    message: `${path} could not be opened: ${said}. Unplug the adapter and plug it in again.`,
  };
}

async function sayDenied(path: string): Promise<string> {
  const what = `Your account may not open ${path}.`;
  if (process.platform !== 'linux')
    return `${what} Allow Mainstay to use it, or start Mainstay from an account that may.`;
  const group = await groupOf(path);
  return `${what} It belongs to the group ${group}. Run: sudo usermod -aG ${group} ${account()}   Then log out and in again.`;
}

function sayInUse(path: string): string {
  const what = `Another program holds ${path}, so Mainstay cannot read the UPS.`;
  const who = process.platform === 'linux' ? ` It is shown by: sudo fuser -v ${path}` : '';
  return `${what} Close that program (often NUT, apcupsd, ModemManager or a terminal).${who}`;
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
