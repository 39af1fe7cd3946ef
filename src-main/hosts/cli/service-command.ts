/** `service install`, `remove` and `status`: Mainstay as a service of the system. */
import { existsSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { client, type State } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { dataFolder } from '../data-folder.ts';
import { productFolder } from '../screens.ts';
import { servicePlace } from '../service/place.ts';
import { apply, run, type Ran } from '../service/setup/apply.ts';
import { linuxSetup } from '../service/setup/linux.ts';
import { macSetup } from '../service/setup/mac.ts';
import type { InstallOptions, Setup } from '../service/setup/plan.ts';
import { assetFolder, programWords, runningProgram } from '../service/setup/program.ts';
import { windowsSetup } from '../service/setup/windows.ts';
import { reachService } from '../service/socket-client.ts';
import { EXIT, print, printJson, say } from './output.ts';

/** Options of `service install` and `service remove`. */
export interface SetupOptions {
  /** Files go below this folder, and nothing of the system is touched. */
  readonly root?: string;
  /** Who may speak to the service beside root. */
  readonly group?: string;
}

/** Installs the service, or brings it up to date. */
export async function installService(options: SetupOptions): Promise<number> {
  const { name, setup } = platformSetup();
  if (options.root === undefined)
    demandRights(setup, ['install', ...(options.group === undefined ? [] : ['--group', options.group])]);
  const program = programWords(runningProgram());
  const install: InstallOptions = {
    program,
    assets: assetFolder(productFolder(), name),
    ...optional('group', groupOf(options.group) ?? (options.root === undefined ? setup.administrators?.() : undefined)),
    ...optional('settings', ownSettings()),
  };
  apply(setup.install(install), { say: print, ...optional('root', options.root) });
  return options.root === undefined ? await seen() : EXIT.done;
}

/** Takes the service away again; settings and history stay. */
export function removeService(options: Pick<SetupOptions, 'root'>): number {
  const { setup } = platformSetup();
  if (options.root === undefined) demandRights(setup, ['remove']);
  apply(setup.remove(), { say: print, ...optional('root', options.root) });
  return EXIT.done;
}

/** Says whether the service answers, what it protects, and what the system knows of it. */
export async function serviceStatus(options: { readonly json?: boolean }): Promise<number> {
  const { socket } = servicePlace();
  const { setup } = platformSetup();
  const reached = await reachService(socket);
  const state = reached.found === 'answers' ? await firstState(reached.wire) : undefined;
  if (reached.found === 'answers') reached.wire.close();
  if (options.json === true) {
    printJson({ socket, found: reached.found, ...(state === undefined ? {} : summary(state)) });
  } else {
    print(`${SAID[reached.found]} (${socket})`);
    if (state !== undefined) for (const line of lines(state)) print(line);
    const { code, output }: Ran = run(setup.status);
    if (code === null) print(`${setup.status[0]} cannot be asked: ${output.trim()}`);
    else for (const line of output.trim().split('\n')) print(line);
  }
  return state === undefined ? EXIT.noAnswer : EXIT.done;
}

const SAID = {
  answers: 'The Mainstay service runs.',
  denied:
    'The Mainstay service runs, but this account may not speak to it: root and administrators may. Ask with sudo.',
  silent: 'There is the socket of a Mainstay service, but nobody answers.',
  absent: 'The Mainstay service does not run.',
} as const;

function platformSetup(): { name: 'linux' | 'mac' | 'windows'; setup: Setup } {
  if (process.platform === 'linux') return { name: 'linux', setup: linuxSetup };
  if (process.platform === 'darwin') return { name: 'mac', setup: macSetup };
  if (process.platform === 'win32')
    return { name: 'windows', setup: windowsSetup(process.env['PROGRAMDATA'] ?? 'C:\\ProgramData') };
  throw new AppError(
    'refused',
    `Mainstay does not know the services of ${process.platform}. Have \`mainstay serve --service\` started at boot as root.`,
  );
}

/** Whoever may not install is told the line that does. */
function demandRights(setup: Setup, words: readonly string[]): void {
  if (setup === linuxSetup && !existsSync('/run/systemd/system')) {
    throw new AppError(
      'refused',
      'This system does not run systemd, so there is nothing that `mainstay service` could install. Have `mainstay serve --service` started at boot as root; --root <folder> writes the files elsewhere.',
    );
  }
  const { words: program, env } = programWords(runningProgram());
  if (process.platform === 'win32') return;
  if (process.getuid?.() === 0) return;
  const sets = Object.entries(env).map(([key, value]) => `${key}=${value}`);
  const line = ['sudo', ...sets, ...program, 'service', ...words].map(shown).join(' ');
  throw new AppError('permission-denied', `This needs the rights of root. Run: ${line}`);
}

/** The group that was named; none where that is root's. */
function groupOf(named: string | undefined): string | undefined {
  if (named === undefined || named === '0' || named === 'root') return undefined;
  if (!/^(\d+|[A-Za-z_][\w.-]*)$/.test(named)) {
    throw new AppError('bad-input', `"${named}" is no name or number of a group.`);
  }
  return named;
}

/** The settings file of the person behind sudo, whose devices the service is to watch from its first start on. */
function ownSettings(): string | undefined {
  const name = process.env['SUDO_USER'];
  const home = name === undefined ? homedir() : homeOf(name);
  if (home === undefined) return undefined;
  const env = name === undefined ? process.env : {};
  const file = join(dataFolder({ platform: process.platform, env, home }), 'settings.json');
  return existsSync(file) ? file : undefined;
}

function homeOf(name: string): string | undefined {
  if (name === userInfo().username) return homedir();
  const entry = run(['getent', 'passwd', name]).output.trim().split(':')[5];
  return entry === undefined || entry === '' ? undefined : entry;
}

async function seen(): Promise<number> {
  const { socket } = servicePlace();
  for (let tries = 0; tries < 40; tries += 1) {
    const reached = await reachService(socket);
    if (reached.found === 'answers') {
      reached.wire.close();
      return EXIT.done;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  say(
    `The service was installed but does not answer at ${socket}. \`mainstay service status\` says what the system knows.`,
  );
  return EXIT.noAnswer;
}

function firstState(wire: Parameters<typeof client>[0]): Promise<State | undefined> {
  return new Promise((resolve) => {
    const asking = client(wire);
    const timer = setTimeout(() => resolve(undefined), 5000);
    const end = (state: State | undefined): void => {
      clearTimeout(timer);
      resolve(state);
    };
    asking.subscribe(
      'state',
      {},
      (item) => item.type === 'snapshot' && end(item.state),
      () => end(undefined),
    );
  });
}

function summary({ engine, protection, devices }: State): Record<string, unknown> {
  return {
    version: engine.version,
    startedAt: new Date(engine.startedAt).toISOString(),
    mode: protection.mode,
    phase: protection.phase,
    devices: Object.values(devices).map(({ name, link, values }) => ({ name, link, status: values['ups.status'] })),
    problems: engine.problems.map(({ message }) => message),
  };
}

function lines(state: State): readonly string[] {
  const { engine, protection, devices } = state;
  return [
    `Version ${engine.version}, since ${new Date(engine.startedAt).toISOString()}. Protection: ${protection.mode}, ${protection.phase}.`,
    ...Object.values(devices).map(
      ({ name, link, values }) => `${name}: ${link}, ${values['ups.status'] ?? 'status not reported'}`,
    ),
    ...engine.problems.map(({ message }) => message),
  ];
}

function shown(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- One key or none; the compiler cannot tell for a key that is a type.
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
