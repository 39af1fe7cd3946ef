/** `serve`: the screens in a browser, or the service of the system, until it is stopped. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { HEADLESS_PORT, serveHandlers, startHeadless } from '../headless/main.ts';
import { keptToken } from '../headless/token.ts';
import { servicePlace } from '../service/place.ts';
import { startService } from '../service/run.ts';
import { EXIT, print, say, untilStopped } from './output.ts';

/** Options of `serve`. */
export interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
  readonly data?: string;
  /** Makes a new token: links of before do not open any more. */
  readonly newToken?: boolean;
  /** As the service of the system: over its socket; screens in a browser only where a host or port is named. */
  readonly service?: boolean;
  readonly socket?: string;
}

const HERE = '127.0.0.1';
const onRefused = (reason: string): void => say(`refused: ${reason}`);

/** Serves the screens; prints the link, which holds the token. */
export function serve(options: ServeOptions): Promise<number> {
  return options.service === true ? serveService(options) : serveScreens(options);
}

async function serveScreens({ host = HERE, port, data, newToken = false }: ServeOptions): Promise<number> {
  const served = await startHeadless({
    host,
    renewToken: newToken,
    onRefused,
    ...(port === undefined ? {} : { port }),
    ...(data === undefined ? {} : { dataDir: data }),
  });
  if (served.elsewhere !== undefined) say(served.elsewhere);
  print(served.url);
  await untilStopped();
  await served.close();
  return EXIT.done;
}

async function serveService(options: ServeOptions): Promise<number> {
  const place = servicePlace();
  const { data = place.data, socket = place.socket } = options;
  const service = await startService({
    ...(place.group === undefined ? {} : { group: place.group }),
    dataDir: data,
    socket,
    onRefused,
  });
  say(`Mainstay runs as a service; programs reach it at ${socket}.`);
  const isAsked = options.host !== undefined || options.port !== undefined;
  const screens = isAsked ? await serveBeside({ ...options, data }, service.handlers) : undefined;
  await untilStopped();
  await screens?.close();
  await service.close();
  return EXIT.done;
}

/** A port that cannot be had is no reason to leave the computer without protection. */
async function serveBeside(
  { host = HERE, port = HEADLESS_PORT, data, newToken }: ServeOptions & { readonly data: string },
  handlers: Handlers,
): Promise<{ close: () => Promise<void> } | undefined> {
  try {
    const token = keptToken(data, newToken);
    const served = await serveHandlers(handlers, { host, port, token, onRefused });
    say(`Screens: ${served.url}`);
    return served;
  } catch (error) {
    say(`The screens are not served: ${error instanceof Error ? error.message : String(error)} Protection goes on.`);
    return undefined;
  }
}
