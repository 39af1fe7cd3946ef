/** Running NUT's drivers, and its server, on a wire of ours. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe } from 'vitest';

const run = promisify(execFile);

/** Where distributions keep NUT's drivers and its server, which are not on the path. */
const NUT_FOLDERS = ['/lib/nut', '/usr/lib/nut', '/usr/libexec/nut', '/usr/lib/ups/driver', '/usr/local/ups/bin'];
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** The full path of a program, or undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = [...NUT_FOLDERS, ...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * A block of tests that need these programs. Where one is missing, the block fails under CI=true and is skipped
 * elsewhere, saying which program is to be installed.
 */
export function describeWithPrograms(title: string, names: readonly string[], body: () => void): void {
  const missing = names.filter((name) => findProgram(name) === undefined);
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const message = `"${title}" needs ${missing.join(', ')}: install nut-server, nut-client, nut-snmp and socat.`;
  if (process.env['CI'] === 'true') throw new Error(message);
  console.error(`\n*** ${message}\n*** SKIPPED.\n`);
  describe.skip(title, body);
}

/** Settings of a driver, as in a section of ups.conf. */
export interface NutSettings {
  readonly driver: string;
  /** Where the driver is, if not where distributions keep it. Its file has to bear the driver's name. */
  readonly program?: string;
  readonly port: string;
  readonly options?: Readonly<Record<string, string>>;
  /** Flags, which have no value. */
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const UPS = 'ups';

async function configure(settings: NutSettings): Promise<{ folder: string; environment: NodeJS.ProcessEnv }> {
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-nut-'));
  const options = Object.entries(settings.options ?? {}).map(([name, value]) => `  ${name} = "${value}"`);
  const section = [
    'maxretry = 1',
    `[${UPS}]`,
    `  driver = ${settings.driver}`,
    `  port = "${settings.port}"`,
    ...options,
    ...(settings.flags ?? []).map((flag) => `  ${flag}`),
    '',
  ];
  await writeFile(join(folder, 'ups.conf'), section.join('\n'));
  return {
    folder,
    environment: { ...process.env, ...settings.environment, NUT_CONFPATH: folder, NUT_STATEPATH: folder },
  };
}

function pathOf(name: string): string {
  const path = findProgram(name);
  if (path === undefined) throw new Error(`${name} is not installed.`);
  return path;
}

/** Lines `name: value` as NUT prints them. */
export function parseDump(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^([a-z][\w.-]+): (.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? '']));
}

/** Starts a driver, lets it poll `updates` times, and returns every variable that it then publishes. */
export async function dumpNut(settings: NutSettings, updates = 2): Promise<ReadonlyMap<string, string>> {
  const { folder, environment } = await configure(settings);
  try {
    const { stdout } = await run(
      settings.program ?? pathOf(settings.driver),
      ['-a', UPS, '-u', userInfo().username, '-d', String(updates)],
      { env: environment, timeout: PATIENCE_MS },
    );
    const vars = parseDump(stdout);
    if (!vars.has('ups.status')) throw new Error(`${settings.driver} published no ups.status:\n${stdout}`);
    return vars;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A running driver with a server before it. */
export interface NutServer {
  /** As NUT's clients name the UPS: ups@host:port. The user and password are both "tester". */
  readonly address: string;
  /** The processes of the driver and the server. */
  readonly pids: readonly number[];
  /** Sends an instant command; resolves once the driver has said what became of it. */
  command(name: string, argument?: string): Promise<string>;
  /** The commands that the driver offers. */
  commands(): Promise<readonly string[]>;
  set(variable: string, value: string): Promise<string>;
  vars(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

/** Starts a driver and upsd on a free port of the loopback interface. */
export async function startNut(settings: NutSettings): Promise<NutServer> {
  const { folder, environment } = await configure(settings);
  const port = await freePort();
  await writeFile(join(folder, 'upsd.conf'), `LISTEN 127.0.0.1 ${port}\nSTATEPATH ${folder}\n`);
  await writeFile(
    join(folder, 'upsd.users'),
    '[tester]\n  password = tester\n  actions = SET\n  instcmds = ALL\n  upsmon primary\n',
    {
      mode: 0o600,
    },
  );
  const user = userInfo().username;
  const address = `${UPS}@127.0.0.1:${port}`;
  const login = ['-u', 'tester', '-p', 'tester'];
  const children: Child[] = [];
  const client = async (name: string, ...parameters: readonly string[]) => {
    const { stdout, stderr } = await run(pathOf(name), parameters, { env: environment, timeout: PATIENCE_MS });
    return `${stdout}${stderr}`;
  };
  const server: NutServer = {
    address,
    get pids() {
      return children.flatMap(({ pid }) => pid ?? []);
    },
    command: (name, argument) =>
      client('upscmd', ...login, '-w', address, name, ...(argument === undefined ? [] : [argument])),
    commands: async () =>
      [...(await client('upscmd', '-l', address)).matchAll(/^([a-z][\w.]+) - /gm)].map(([, name]) => name ?? ''),
    set: (variable, value) => client('upsrw', ...login, '-w', '-s', `${variable}=${value}`, address),
    vars: async () => parseDump(await client('upsc', address)),
    close: async () => {
      for (const child of children.toReversed()) await child.stop();
      await rm(folder, { recursive: true });
    },
  };
  try {
    children.push(new Child(settings.program ?? pathOf(settings.driver), ['-a', UPS, '-u', user, '-F'], environment));
    await until('the driver to listen', () => existsSync(join(folder, `${settings.driver}-${UPS}`)), children);
    children.push(new Child(pathOf('upsd'), ['-F', '-u', user], environment));
    await until(
      'upsd to serve the UPS',
      () =>
        server.vars().then(
          (vars) => vars.has('ups.status'),
          () => false,
        ),
      children,
    );
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** A program that runs until it is stopped; what it says is kept for complaints. */
class Child {
  readonly #process: ChildProcess;
  readonly name: string;
  said = '';

  constructor(path: string, parameters: readonly string[], environment: NodeJS.ProcessEnv) {
    this.name = path;
    this.#process = spawn(path, parameters, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process.stdout?.on('data', (bytes: Buffer) => (this.said += bytes.toString()));
    this.#process.stderr?.on('data', (bytes: Buffer) => (this.said += bytes.toString()));
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get ended(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  async stop(): Promise<void> {
    if (this.ended) return;
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await gone;
  }
}

async function until(what: string, holds: () => boolean | Promise<boolean>, children: readonly Child[]): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    const dead = children.find((child) => child.ended);
    if (dead !== undefined) throw new Error(`${dead.name} ended while waiting for ${what}:\n${dead.said}`);
    if (performance.now() > deadline) {
      throw new Error(`Waited in vain for ${what}:\n${children.map(({ said }) => said).join('\n')}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

/** A port of the loopback interface that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
