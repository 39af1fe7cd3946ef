/** `replay --screens`: a recorded UPS in the screens, as whoever recorded it saw it. */
import { systemClock } from '../../engine/clock.ts';
import { connect } from '../../engine/connection.ts';
import { serveHandlers } from '../headless/main.ts';
import { EXIT, print, say, untilStopped } from './output.ts';
import { createVolatileEngine } from './volatile-engine.ts';

/** Serves the screens of an engine that keeps nothing and protects nothing; prints the link. */
export async function replayOnScreens(uri: string, port?: number): Promise<number> {
  // The engine would show nonsense as a device that does not work; here it is the caller's mistake.
  connect(uri, systemClock);
  const engine = createVolatileEngine({ id: 'replay', uri });
  await engine.start();
  try {
    const served = await serveHandlers(engine.handlers, {
      ...(port === undefined ? {} : { port }),
      onRefused: (reason) => say(`refused: ${reason}`),
    });
    print(served.url);
    await untilStopped();
    await served.close();
    return EXIT.done;
  } finally {
    await engine.stop();
  }
}
