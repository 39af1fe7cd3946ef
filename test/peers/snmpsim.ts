/** Etingof's snmpsim, an agent that is not ours, serving recordings. */
import { spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { snmpTransport } from '../../src-main/engine/ports/snmp/transport.ts';
import { findProgram, freePort } from './harness.ts';

export const SNMPSIM = 'snmpsimd';
/** Version 3; the context of each recording is its community. */
export const USER = {
  user: 'reader',
  auth: 'sha',
  authPassword: 'authentic words',
  privacy: 'aes',
  privacyPassword: 'private words',
} as const;
const PATIENCE_MS = 30_000;

/** snmpsim, serving. */
export interface Snmpsim {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves recordings, each under a community of its own. Rejects where snmpsim does not come up. */
export async function startSnmpsim(recordings: Readonly<Record<string, string>>): Promise<Snmpsim> {
  const program = findProgram(SNMPSIM);
  if (program === undefined) throw new Error(`${SNMPSIM} is not installed.`);
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-snmpsim-'));
  const data = join(folder, 'data');
  const cache = join(folder, 'cache');
  await mkdir(data);
  await mkdir(cache);
  for (const [community, file] of Object.entries(recordings)) await copyFile(file, join(data, `${community}.snmprec`));
  // Started by root, snmpsim insists on becoming somebody else, who then has to write its index.
  const root = userInfo().uid === 0;
  for (const path of [folder, data, cache]) await chmod(path, root ? 0o777 : 0o700);
  const port = await freePort();
  const child = spawn(
    program,
    [
      `--data-dir=${data}`,
      `--cache-dir=${cache}`,
      `--agent-udpv4-endpoint=127.0.0.1:${port}`,
      '--logging-method=stderr',
      `--v3-user=${USER.user}`,
      `--v3-auth-key=${USER.authPassword}`,
      '--v3-auth-proto=SHA',
      `--v3-priv-key=${USER.privacyPassword}`,
      '--v3-priv-proto=AES',
      ...(root ? ['--process-user=nobody', '--process-group=nogroup'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said = `${said}${bytes.toString()}`.slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const [community = ''] = Object.keys(recordings);
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await answers(port, community))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await close();
      throw new Error(`${SNMPSIM} did not come up:\n${said}`);
    }
    await sleep(100);
  }
  return { port, close };
}

async function answers(port: number, community: string): Promise<boolean> {
  const transport = snmpTransport({ host: '127.0.0.1', port, version: '2c', community, openMs: 1000 });
  const opened = await transport.open();
  await transport.close();
  return opened.ok;
}
