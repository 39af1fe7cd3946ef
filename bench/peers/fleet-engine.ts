/** A process that is one headless engine with many SNMP devices. Says how many are live when asked. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { client, memoryWire, merge, serve } from '../../src-shared/contract/index.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { compose } from '../../src-main/hosts/compose.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-fleet-'));
const settings = defaultSettings();
writeFileSync(
  join(dataDir, 'settings.json'),
  JSON.stringify({
    ...settings,
    devices: process.argv.slice(2).map((port, index) => ({
      id: `ups-${index}`,
      uri: `snmp://public@127.0.0.1:${port}?table=ietf`,
      nickname: '',
      feedsThisComputer: false,
      enabled: true,
    })),
  }),
);
const { handlers, stop } = await compose({ host: 'headless', dataDir });
const [near, far] = memoryWire();
serve(far, handlers);
let state: unknown;
client(near).subscribe('state', {}, (item) => {
  state = item.type === 'snapshot' ? item.state : merge(state, item.patch);
});
const liveDevices = z.object({ devices: z.record(z.string(), z.object({ link: z.string() })) });
process.on('message', () => {
  const { devices } = liveDevices.parse(state);
  process.send?.({ live: Object.values(devices).filter(({ link }) => link === 'live').length });
});
process.on('disconnect', () => {
  void stop().then(() => {
    rmSync(dataDir, { recursive: true });
    process.exit();
  });
});
process.send?.({ started: true });
