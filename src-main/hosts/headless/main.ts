/** The engine without a window: the same screens, in any browser that has the link. */
import { isIPv6 } from 'node:net';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { compose } from '../compose.ts';
import { dataFolder } from '../data-folder.ts';
import { screensFolder } from '../screens.ts';
import { holderOf } from './port-holder.ts';
import { serveScreens } from './server.ts';
import { keptToken, newToken, TOKEN } from './token.ts';

/** How to start. Left out: this computer only, the usual port or one after it, the token of the data folder. */
export interface HeadlessOptions {
  readonly host?: string;
  /** This one and no other; 0 takes any that is free. */
  readonly port?: number;
  readonly token?: string;
  /** Forgets the token of the data folder, and with it every link that was printed before. */
  readonly renewToken?: boolean;
  /** The platform's folder when left out. */
  readonly dataDir?: string;
  /** Told of every refusal, for the log. */
  readonly onRefused?: (reason: string) => void;
}

/** Screens that are served. */
export interface Served {
  /** The link to print: it carries the token, behind the `#` that browsers keep to themselves. */
  readonly url: string;
  /** Why it is not the usual port, for the person. */
  readonly elsewhere?: string;
  readonly close: () => Promise<void>;
}

/** The port that `mainstay serve` takes when none is named. */
export const HEADLESS_PORT = 8493;
/** Where that one is taken, one of so many behind it, which a person finds again; then any. */
const NEXT_PORTS = 8;

/** Starts the engine and serves its screens. Rejects with `AppError` when the data folder or the named port is in use. */
export async function startHeadless(options: HeadlessOptions = {}): Promise<Served> {
  screensFolder();
  const { dataDir = dataFolder(), renewToken } = options;
  const engine = await compose({ host: 'headless', dataDir });
  try {
    const served = await serveHandlers(engine.handlers, {
      ...options,
      token: options.token ?? keptToken(dataDir, renewToken),
    });
    return {
      ...served,
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

/** Serves the screens of an engine that runs already. Rejects with `AppError` when the named port is in use. */
export async function serveHandlers(
  handlers: Handlers,
  options: Omit<HeadlessOptions, 'dataDir' | 'renewToken'>,
): Promise<Served> {
  const { host = '127.0.0.1', port, token = newToken() } = options;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new AppError('bad-input', 'A port is a number from 0 to 65535.');
  }
  if (!TOKEN.test(token)) {
    throw new AppError(
      'bad-input',
      'A token needs 16 to 200 letters, digits, "_" or "-"; a shorter one can be guessed.',
    );
  }
  const onRefused = options.onRefused ?? (() => undefined);
  const serveOn = (on: number): Listening =>
    serveScreens({ host, port: on, token, screens: screensFolder(), handlers, onRefused });
  const server = await (port === undefined ? serveNear(HEADLESS_PORT, serveOn) : serveOn(port));
  return {
    url: `http://${linkHost(host)}:${server.port}/#token=${token}`,
    ...(port === undefined && server.port !== HEADLESS_PORT
      ? { elsewhere: `${holderOf(HEADLESS_PORT)} listens on port ${HEADLESS_PORT}, so Mainstay took ${server.port}.` }
      : {}),
    close: server.close,
  };
}

type Listening = ReturnType<typeof serveScreens>;

/** On this port, or the first behind it that is free, or any. */
async function serveNear(port: number, serveOn: (port: number) => Listening): Listening {
  for (let next = port; next <= port + NEXT_PORTS; next += 1) {
    try {
      return await serveOn(next);
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.code === 'in-use')) throw thrown;
    }
  }
  return serveOn(0);
}

/** An address to put into a link: "every address" is none that one could open. */
function linkHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
