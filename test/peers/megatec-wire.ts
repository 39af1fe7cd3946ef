/** A Megatec wire: the simulated device on a pseudo terminal, and our driver reading it from there. */
import { driver } from '../../drivers/megatec/index.ts';
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import { type StreamWire, streamWire } from './stream-wire.ts';

/** The wire. Time in the simulated UPS stands still, so that everyone reads the same state. */
export type MegatecWire = StreamWire;

/** Makes a wire with this UPS on it. */
export const megatecWire = (first: UpsModel): Promise<MegatecWire> => streamWire(driver, first);
