/** How logind is asked: through busctl(1), answers as JSON. */
import type { Command } from './run.ts';

const MANAGER = ['org.freedesktop.login1', '/org/freedesktop/login1', 'org.freedesktop.login1.Manager'] as const;

/** The command line that calls a method of logind. */
export function logindCall(method: string, ...args: readonly string[]): Command {
  return ['busctl', '--system', '--json=short', 'call', ...MANAGER, method, ...args];
}
