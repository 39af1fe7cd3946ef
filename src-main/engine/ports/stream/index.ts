/** The wire of bytes: what serial ports carry, and whatever stands in for them. */
import type { WireKind } from '../port.ts';
import { renderBytes, renderWords } from '../rendered.ts';
import { openStream, STREAM_FILES, writeStream } from './recording.ts';
import { lineOf } from './line.ts';
import { simulatedStream } from './simulated.ts';

/** Bytes in both directions. */
export const streamWire: WireKind<'stream'> = {
  kind: 'stream',
  // A local line costs nothing but its own two wires, and every message on it is short: at the default of the settings
  // this is hardly slower than 2400 baud can carry, so that an outage is known about as soon as the wire can tell it.
  // While nothing happens and nobody looks, an outage that is known a second later is early enough.
  pace: { share: 8, calm: 2, rest: 40, patience: { timeout: 2000, repeats: 1 } },
  told: {
    wire: (wire) => (wire.op === 'pause' ? renderWords(`pause ${wire.ms} ms`) : renderBytes(wire.send)),
    answer: renderBytes,
    unasked: renderBytes,
  },
  recording: { files: STREAM_FILES, open: openStream, write: writeStream },
  simulated: (simulator, found, options) =>
    simulatedStream(simulator, { ...options, baud: options.baud ?? lineOf(found).baud }),
};
