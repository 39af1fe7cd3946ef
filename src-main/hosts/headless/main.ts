/** The engine without a window: the same screens, in any browser that has the link. */
import { isIPv6 } from 'node:net';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { compose } from '../compose.ts';
import { dataFolder } from '../data-folder.ts';
import { screensFolder } from '../screens.ts';
import type { Tokens } from './admission.ts';
import { type CertificateSource, currentCertificate, fingerprintOf } from './certificate.ts';
import { forgetLinks, keepLinks, linkFile } from './link.ts';
import { holderOf } from './port-holder.ts';
import { serveScreens } from './server.ts';
import { keptTokens, newToken, TOKEN } from './token.ts';

/** How to start. Left out: this computer only, the usual port or one after it, the tokens of the data folder. */
export interface HeadlessOptions {
  readonly host?: string;
  /** This one and no other; 0 takes any that is free. */
  readonly port?: number;
  /** What the links carry. */
  readonly tokens?: Tokens;
  /** Forgets the tokens of the data folder, and with them every link that was printed before. */
  readonly renewToken?: boolean;
  /** Over TLS, with this certificate; left out, plain HTTP. */
  readonly certificate?: CertificateSource;
  /** The platform's folder when left out. */
  readonly dataDir?: string;
  /** Told of refusals, for the log. */
  readonly onRefused?: (reason: string) => void;
}

/** Screens that are served. */
export interface Served {
  /** Where it is served, without a token. */
  readonly address: string;
  /** The link that may act: it carries a token, behind the `#` that browsers keep to themselves. */
  readonly url: string;
  /** The link that may only watch. */
  readonly watchUrl: string;
  /** The file that holds both while they are served, for its owner; missing where it could not be written. */
  readonly linkFile?: string;
  /** Of the certificate, where it is served over TLS. */
  readonly fingerprint?: string;
  /** Why it is not the usual port, for the person. */
  readonly elsewhere?: string;
  readonly close: () => Promise<void>;
}

/** This computer only. */
const HERE = '127.0.0.1';
/** The port that `mainstay serve` takes when none is named. */
export const HEADLESS_PORT = 8493;
/** Where that one is taken, one of so many behind it, which a person finds again; then any. */
const NEXT_PORTS = 8;

/** Starts the engine and serves its screens. Rejects with `AppError` when the data folder or the named port is in use. */
export async function startHeadless(options: HeadlessOptions = {}): Promise<Served> {
  screensFolder();
  const { dataDir = dataFolder(), renewToken, certificate, host = HERE } = options;
  // What is wrong with a person's files is said before anything is started.
  if (certificate?.kind === 'own') await currentCertificate(certificate, host);
  const engine = await compose({ host: 'headless', dataDir });
  try {
    const served = await serveHandlers(engine.handlers, {
      ...options,
      tokens: options.tokens ?? keptTokens(dataDir, renewToken),
      linkDir: dataDir,
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

/**
 * Serves the screens of an engine that runs already; the links are kept in `linkDir` meanwhile. Rejects with `AppError`
 * when the named port is in use.
 */
export async function serveHandlers(
  handlers: Handlers,
  options: Omit<HeadlessOptions, 'dataDir' | 'renewToken'> & { readonly linkDir?: string },
): Promise<Served> {
  const { host = HERE, port, tokens = { act: newToken(), watch: newToken() }, certificate } = options;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new AppError('bad-input', 'A port is a number from 0 to 65535.');
  }
  if (!TOKEN.test(tokens.act) || !TOKEN.test(tokens.watch) || tokens.act === tokens.watch) {
    throw new AppError(
      'bad-input',
      'The two tokens are different, and need 16 to 200 letters, digits, "_" or "-"; shorter ones can be guessed.',
    );
  }
  const pair = certificate === undefined ? undefined : await currentCertificate(certificate, host);
  const serveOn = (on: number): Listening =>
    serveScreens({
      host,
      port: on,
      tokens,
      screens: screensFolder(),
      handlers,
      onRefused: options.onRefused ?? (() => undefined),
      ...(certificate === undefined ? {} : { certificate: () => currentCertificate(certificate, host) }),
    });
  const server = await (port === undefined ? serveNear(HEADLESS_PORT, serveOn) : serveOn(port));
  const address = `${pair === undefined ? 'http' : 'https'}://${linkHost(host)}:${server.port}/`;
  const links = { act: `${address}#token=${tokens.act}`, watch: `${address}#token=${tokens.watch}` };
  const { linkDir } = options;
  const isKept = linkDir !== undefined && keepLinks(linkDir, links);
  return {
    address,
    url: links.act,
    watchUrl: links.watch,
    ...(isKept ? { linkFile: linkFile(linkDir) } : {}),
    ...(pair === undefined ? {} : { fingerprint: fingerprintOf(pair.cert) }),
    ...(port === undefined && server.port !== HEADLESS_PORT
      ? { elsewhere: `${holderOf(HEADLESS_PORT)} listens on port ${HEADLESS_PORT}, so Mainstay took ${server.port}.` }
      : {}),
    close: async () => {
      if (isKept) forgetLinks(linkDir);
      await server.close();
    },
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
