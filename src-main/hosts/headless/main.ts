/** The engine without a window: the same screens, in any browser that has the link. */
import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { compose } from '../compose.ts';
import { dataFolder } from '../data.ts';
import { screensFolder } from '../screens.ts';
import { serveScreens } from './server.ts';

/** How to start. Left out: this computer only, the usual port, a new token, the platform's folder. */
export interface HeadlessOptions {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly token?: string;
  readonly dataDir?: string;
  /** Told of every refusal, for the log. */
  readonly onRefused?: (reason: string) => void;
}

/** The port that `mainstay serve` takes when none is named. */
export const HEADLESS_PORT = 8493;

/**
 * Starts the engine and serves its screens. `url` is the link to print: it carries the token, behind the `#` that
 * browsers keep to themselves. Rejects with `AppError` when the data folder or the port is in use.
 */
export async function startHeadless(
  options: HeadlessOptions = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  screensFolder();
  const engine = await compose({ host: 'headless', dataDir: options.dataDir ?? dataFolder() });
  try {
    const served = await serveHandlers(engine.handlers, options);
    return {
      url: served.url,
      close: async () => {
        await served.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/** Serves the screens of an engine that runs already. Rejects with `AppError` when the port is in use. */
export async function serveHandlers(
  handlers: Handlers,
  options: Omit<HeadlessOptions, 'dataDir'>,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { host = '127.0.0.1', port = HEADLESS_PORT, token = randomBytes(24).toString('base64url') } = options;
  if (!/^[\w-]{16,200}$/.test(token)) {
    throw new AppError(
      'bad-input',
      'A token needs 16 to 200 letters, digits, "_" or "-"; a shorter one can be guessed.',
    );
  }
  const onRefused = options.onRefused ?? (() => undefined);
  const server = await serveScreens({ host, port, token, screens: screensFolder(), handlers, onRefused });
  return { url: `http://${linkHost(host)}:${server.port}/#token=${token}`, close: server.close };
}

/** An address to put into a link: "every address" is none that one could open. */
function linkHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
