/** A UPS at the end of a real wire, of which a test knows what it was told and what became of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { driverById } from '../../drivers/index.ts';
import { servePty } from '../../src-main/engine/ports/serial/pty.ts';
import { createUpsModel, DEFAULT_PROFILE, type UpsModel } from '../../src-shared/ups-model/index.ts';

/** A UPS on a serial line. */
export interface SerialUps {
  /** The path of its port. */
  readonly path: string;
  readonly uri: string;
  readonly model: UpsModel;
  /** Everything that it was sent since this was last asked, a character for each byte. */
  heard(): string;
  /** Takes the line away, as when the cable is pulled. */
  pull(): Promise<void>;
}

/** Puts a UPS that speaks this driver's protocol on a serial line; its time passes as ours does. */
export async function serialUps(driver: 'apcsmart' | 'megatec'): Promise<SerialUps> {
  const found = driverById(driver);
  if (found?.port !== 'stream') throw new Error(`${driver} speaks on no serial line.`);
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-wire-'));
  const path = join(folder, 'port');
  const model = createUpsModel(DEFAULT_PROFILE);
  let heard = '';
  const served = await servePty(path, found.simulate(model), {
    onStep: (seconds) => model.advance(seconds),
    onBytes: (direction, bytes) => {
      if (direction === 'received') heard += Buffer.from(bytes).toString('latin1');
    },
  });
  return {
    path,
    uri: `serial:${path}?driver=${driver}`,
    model,
    heard: () => {
      const now = heard;
      heard = '';
      return now;
    },
    pull: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
