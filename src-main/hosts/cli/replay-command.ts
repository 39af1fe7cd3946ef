/** `replay --screens`: a recorded UPS in the screens, as whoever recorded it saw it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../engine/base/clock.ts';
import { connect } from '../../engine/devices/connection.ts';
import { serveHandlers } from '../headless/main.ts';
import { EXIT, say, untilStopped } from './output.ts';
import { tellLinks } from './serve-command.ts';
import { createVolatileEngine } from './volatile-engine.ts';

/** Serves the screens of an engine that keeps nothing and protects nothing; tells the link. */
export async function replayOnScreens(uri: string, port?: number): Promise<number> {
  // The engine would show nonsense as a device that does not work; here it is the caller's mistake.
  connect(uri, systemClock);
  const engine = createVolatileEngine({ id: 'replay', uri });
  await engine.start();
  // Nothing is kept but, while it runs, the link: only its owner may look into this folder.
  const data = mkdtempSync(join(tmpdir(), 'mainstay-replay-'));
  try {
    const served = await serveHandlers(engine.handlers, {
      ...(port === undefined ? {} : { port }),
      linkDir: data,
      onRefused: (reason) => say(`refused: ${reason}`),
    });
    tellLinks(served);
    await untilStopped();
    await served.close();
    return EXIT.done;
  } finally {
    rmSync(data, { recursive: true, force: true });
    await engine.stop();
  }
}
