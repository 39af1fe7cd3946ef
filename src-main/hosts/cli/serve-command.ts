/** `serve`: the screens in a browser, or the service of the system, until it is stopped; `link`: how one gets there. */
import { dirname } from 'node:path';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { dataFolder } from '../data-folder.ts';
import { isLoopback } from '../headless/admission.ts';
import type { CertificateSource } from '../headless/certificate.ts';
import { keptLinks } from '../headless/link.ts';
import { HEADLESS_PORT, type Served, serveHandlers, startHeadless } from '../headless/main.ts';
import { keptTokens } from '../headless/token.ts';
import { servicePlace } from '../service/place.ts';
import { startService } from '../service/run.ts';
import { EXIT, print, say, untilStopped } from './output.ts';

/** Options of `serve`. */
export interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
  readonly data?: string;
  /** Over TLS, with a certificate of our own making. */
  readonly tls?: boolean;
  /** Over TLS, with these files. */
  readonly cert?: string;
  readonly key?: string;
  /** Makes new tokens: links of before do not open any more. */
  readonly newToken?: boolean;
  /** As the service of the system: over its socket; screens in a browser only where a host or port is named. */
  readonly service?: boolean;
  readonly socket?: string;
}

/** Options of `link`. */
export interface LinkOptions {
  readonly data?: string;
  readonly watch?: boolean;
  readonly service?: boolean;
}

const HERE = '127.0.0.1';
const onRefused = (reason: string): void => say(`refused: ${reason}`);

/** Serves the screens; tells a person the links, which hold the tokens. */
export function serve(options: ServeOptions): Promise<number> {
  return options.service === true ? serveService(options) : serveScreens(options);
}

/** Prints the link of what is served now. Rejects with `AppError` where nothing is, or where others may not know it. */
export async function link({ data, watch = false, service = false }: LinkOptions): Promise<number> {
  const links = await keptLinks(data ?? (service ? servicePlace().data : dataFolder()));
  print(watch ? links.watch : links.act);
  return EXIT.done;
}

async function serveScreens(options: ServeOptions): Promise<number> {
  const { host = HERE, port, data = dataFolder(), newToken = false } = options;
  const served = await startHeadless({
    host,
    dataDir: data,
    renewToken: newToken,
    onRefused,
    ...encryption(options, data),
    ...(port === undefined ? {} : { port }),
  });
  if (served.elsewhere !== undefined) say(served.elsewhere);
  tellLinks(served, { host });
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
  options: ServeOptions & { readonly data: string },
  handlers: Handlers,
): Promise<Served | undefined> {
  const { host = HERE, port = HEADLESS_PORT, data, newToken } = options;
  try {
    const tokens = keptTokens(data, newToken);
    const served = await serveHandlers(handlers, {
      host,
      port,
      tokens,
      linkDir: data,
      onRefused,
      ...encryption(options, data),
    });
    tellLinks(served, { host, tell: (line) => say(`Screens: ${line}`) });
    return served;
  } catch (error) {
    say(`The screens are not served: ${error instanceof Error ? error.message : String(error)} Protection goes on.`);
    return undefined;
  }
}

function encryption({ tls, cert, key }: ServeOptions, dataDir: string): { readonly certificate?: CertificateSource } {
  if (cert !== undefined && key !== undefined) return { certificate: { kind: 'own', cert, key } };
  if (cert !== undefined || key !== undefined) {
    throw new AppError('bad-input', 'A certificate needs its key: name both files, with --cert and --key.');
  }
  return tls === true ? { certificate: { kind: 'generated', dataDir } } : {};
}

/**
 * Says where the screens are. The tokens are said to a terminal only: what is not shown to somebody is kept somewhere,
 * in the journal of a service or the log of a container, for more people than may act.
 */
export function tellLinks(
  { address, url, watchUrl, linkFile, fingerprint }: Served,
  { host = HERE, tell = print }: { readonly host?: string; readonly tell?: (line: string) => void } = {},
): void {
  if (process.stdout.isTTY) {
    tell(url);
    say('Whoever has this link may command the UPS and change every setting. A link that may only watch:');
    say(watchUrl);
  } else {
    tell(address);
    say(
      linkFile === undefined
        ? 'The links could not be kept, and are not printed, since output is. Make room in the data folder, or start in a terminal.'
        : `The token is not printed, since output is kept. The links are in ${linkFile}, for its owner: \`mainstay link --data ${dirname(linkFile)}\` prints them.`,
    );
  }
  if (fingerprint !== undefined) {
    say(`The certificate's SHA-256 fingerprint, to compare when a browser asks: ${fingerprint}`);
  } else if (!isLoopback(host)) {
    say(
      'This is plain HTTP: whoever can listen on the network reads all of it, the token too. --tls encrypts it with a certificate of Mainstay, --cert and --key with your own.',
    );
  }
}
