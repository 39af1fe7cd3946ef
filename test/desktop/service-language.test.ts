/** A service of a machine that speaks French, and the desktop program of a person who reads English. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { knock, reachService } from '../../src-main/hosts/service/socket-client.ts';
import { client } from '../../src-shared/contract/index.ts';
import { type Home, launch, newHome } from './program.ts';
import { seeLiveValues } from './screens.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');

let serviceHome: Home;
let socket: string;
let service: ChildProcess;

async function startService(): Promise<void> {
  const cli = join(ROOT, 'src-main', 'hosts', 'cli', 'main.ts');
  service = spawn(NODE, [cli, 'serve', '--service', '--socket', socket, '--data', serviceHome.data], {
    stdio: 'inherit',
    env: { ...process.env, LC_ALL: 'fr_FR.UTF-8' },
  });
  await vi.waitFor(async () => expect(await knock(socket)).toBe('answers'), { timeout: 20_000, interval: 100 });
}

async function stopService(): Promise<void> {
  if (service.exitCode !== null) return;
  service.kill();
  await once(service, 'exit');
}

/** What the service says to something that it cannot do. */
async function refusal(): Promise<string> {
  const reached = await reachService(socket);
  if (reached.found !== 'answers') throw new Error(`the service is ${reached.found}`);
  const thrown: unknown = await client(reached.wire)
    .call('notifications.retry', { channel: 'none' })
    .catch((why: unknown) => why);
  reached.wire.close();
  return thrown instanceof Error ? thrown.message : '';
}

beforeAll(async () => {
  serviceHome = newHome();
  socket = join(serviceHome.config, 'engine.sock');
  process.env['MAINSTAY_SOCKET'] = socket;
  await startService();
});
afterAll(async () => {
  delete process.env['MAINSTAY_SOCKET'];
  await stopService();
  serviceHome.remove();
});

it('speaks as the person reads once the desktop program was there, also after a restart', async () => {
  expect(await refusal()).toMatch(/canal/u);
  const home = newHome();
  const program = await launch(home);
  await seeLiveValues(await program.page());
  await expect.poll(refusal).toMatch(/^There is no channel "none"/u);
  await program.quit();
  home.remove();
  await stopService();
  await startService();
  expect(await refusal()).toMatch(/^There is no channel "none"/u);
});
