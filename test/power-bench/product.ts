/** Mainstay in the guest, as it is built and installed: no sources, its own Node, the service by its own command. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Client, client, type State } from '../../src-shared/contract/index.ts';
import { lineWire } from '../../src-main/hosts/service/line-wire.ts';
import type { GuestFiles } from './files.ts';
import type { Machine } from './machine.ts';

const ROOT = join(import.meta.dirname, '../..');
const HOME = '/opt/mainstay';
/** The command line, as a shell of the guest is told it. */
const MAINSTAY = `${HOME}/node_modules/node/bin/node ${HOME}/out/main/cli.cjs`;
/** On a machine that has other work the emulated processor waits much. Seconds. */
const INSTALL_LIMIT = 300;
const MAX_MESSAGE = 16 * 1024 * 1024;

/** The running service. */
export interface Service {
  readonly call: Client['call'];
  /** The state as it is now. */
  state(): Promise<State>;
}

/** Lays the built product onto the disk, with the settings of the person who will install the service. */
export async function addMainstay(files: GuestFiles, settings: object): Promise<void> {
  if (!existsSync(join(ROOT, 'out/main/cli.cjs'))) throw new Error('Mainstay is not built: run `npm run build` first.');
  for (const path of ['package.json', 'out/main', 'out/renderer', 'assets/linux'])
    await files.copy(join(ROOT, path), `${HOME}/${path}`);
  for (const name of await closure(await leftOutside())) {
    const from = join(ROOT, 'node_modules', name);
    await files.copy(from, `${HOME}/node_modules/${name}`, (path) => belongs(path.slice(from.length)));
  }
  await files.write('/root/.local/share/mainstay/settings.json', JSON.stringify({ version: 1, ...settings }));
}

/** Installs the service by the product's own command, and waits until it runs. */
export async function installService(machine: Machine): Promise<string> {
  const { code, out, error } = await machine.run(`HOME=/root ${MAINSTAY} service install`, INSTALL_LIMIT);
  if (code !== 0)
    throw new Error(`mainstay service install ended with ${code}:\n${out}${error}${machine.timeline.tail()}`);
  return out;
}

/**
 * Speaks the contract with the service, over a serial line of the emulator that is joined to the service's socket.
 * Its events are noted in the timeline. One connection a start.
 */
export async function connectService(machine: Machine): Promise<Service> {
  const line = await machine.line();
  await machine.until('test -S /run/mainstay/engine.sock', 60);
  await machine.run(
    'setsid -f socat UNIX-CONNECT:/run/mainstay/engine.sock OPEN:/dev/virtio-ports/line,rdwr >/dev/null 2>&1',
  );
  const service = client(lineWire(line, { maxMessage: MAX_MESSAGE }));
  service.subscribe('events', {}, ({ kind, text }) => machine.timeline.note('mainstay', `${kind}: ${text}`));
  // Answered, so events are on their way from here on.
  await readState(service);
  return { call: (name, input) => service.call(name, input), state: () => readState(service) };
}

/** The state as it is now. */
function readState(service: Client): Promise<State> {
  return new Promise((resolve, reject) => {
    const end = service.subscribe(
      'state',
      {},
      (item) => {
        if (item.type !== 'snapshot') return;
        resolve(item.state);
        end();
      },
      reject,
    );
  });
}

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/** The product's packages that the built files still import: the others are in the bundles. */
async function leftOutside(): Promise<readonly string[]> {
  const folder = join(ROOT, 'out/main');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const imports = /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*["']((?:@[\w.-]+\/)?[\w.-]+)["']/gu;
  const names = texts.flatMap((text) => [...text.matchAll(imports)].map(([, name = '']) => name));
  const { dependencies } = packageSchema.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
  return Object.keys(dependencies).filter((name) => names.includes(name));
}

/** Packages with all that they need. */
async function closure(names: readonly string[], found = new Set<string>()): Promise<ReadonlySet<string>> {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    const text = await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
    await closure(Object.keys(packageSchema.parse(JSON.parse(text)).dependencies), found);
  }
  return found;
}

/** Sources, and builds for other systems, stay outside; and with them what `electron-builder.yml` leaves out. */
function belongs(path: string): boolean {
  if (/^\/(hidapi|test|docs|node_modules)(\/|$)|\.(map|md|ts|cts|mts|c|cc|cpp|h|gyp|gypi)$/.test(path)) return false;
  const build = /\/prebuilds\/([^/]+)/.exec(path)?.[1];
  return build === undefined || build.endsWith('linux-x64');
}
