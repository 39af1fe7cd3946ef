/** A device that the service of this computer holds: whoever asks for it is told who has it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { driver as megatec } from '../../drivers/megatec/index.ts';
import { servePty } from '../../src-main/engine/ports/serial/pty.ts';
import { openDevice } from '../../src-main/hosts/cli/one-device.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import { describeWithPrograms } from '../peers/harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-held-'));
afterEach(() => vi.unstubAllEnvs());

describeWithPrograms('a port that is in use', ['socat'], () => {
  it("is said to be the service's where the service runs, and only there", async () => {
    const socket = join(folder, 'engine.sock');
    vi.stubEnv('MAINSTAY_SOCKET', socket);
    const ups = await servePty(join(folder, 'ups'), megatec.simulate(createUpsModel()));
    const uri = `serial:${join(folder, 'ups')}?driver=megatec`;
    const holder = await openDevice(uri);
    await holder.ready(20_000);
    const ask = async (): Promise<unknown> => {
      const second = await openDevice(uri);
      try {
        return await second.ready(20_000).catch((thrown: unknown) => thrown);
      } finally {
        await second.close();
      }
    };
    const alone = await ask();
    const service = createServer().listen(socket);
    const served = await ask();
    service.close();
    await holder.close();
    await ups.close();
    rmSync(folder, { recursive: true });
    expect(alone).toMatchObject({ code: 'in-use' });
    expect(String(alone)).not.toContain('service');
    expect(served).toMatchObject({ code: 'in-use' });
    expect(String(served)).toContain('The Mainstay service runs on this computer');
  }, 60_000);
});
