/** `serve`: the screens in a browser, until it is stopped. */
import { startHeadless } from '../headless/main.ts';
import { EXIT, print, say, untilStopped } from './output.ts';

/** Options of `serve`. */
export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly data?: string;
}

/** Serves the screens; prints the link, which holds the token, once. */
export async function serveScreens(options: ServeOptions): Promise<number> {
  const { host, port, data } = options;
  const served = await startHeadless({
    host,
    port,
    onRefused: (reason) => say(`refused: ${reason}`),
    ...(data === undefined ? {} : { dataDir: data }),
  });
  print(served.url);
  await untilStopped();
  await served.close();
  return EXIT.done;
}
