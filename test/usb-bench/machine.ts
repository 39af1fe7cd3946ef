/** The virtual machine, as the tests use it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareArtifacts } from './artifacts.ts';
import { bundlePrograms } from './bundle.ts';
import { writeArchive } from './newc.ts';
import { answerSchema, type Input, type Operation, operations, type Output, READY } from './protocol.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The kernel does not start with half of it. */
const MEMORY_MB = 1024;
const BOOT_LIMIT_MS = 120_000;
const ANSWER_LIMIT_MS = 90_000;

/** A machine that runs. */
export interface Machine {
  ask<O extends Operation>(operation: O, input: Input<O>): Promise<Output<O>>;
  /** Runs the product's command line to its end. */
  mainstay(...parameters: readonly string[]): Promise<Output<'run'>>;
  /** What the machine's console has said. */
  console(): string;
  halt(): Promise<void>;
}

/** What a machine has beyond its USB ports. */
export interface MachineOptions {
  /** A port of 127.0.0.1 that leads to a port of the machine. Nothing else comes in, and nothing goes out. */
  readonly forward?: { readonly from: number; readonly to: number };
  /** Whether it has the built screens (out/renderer). */
  readonly screens?: boolean;
}

/** Boots a machine of its own, without devices. */
export async function bootMachine(options: MachineOptions = {}): Promise<Machine> {
  const { kernel, base } = await prepareArtifacts();
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-usb-'));
  const child = await start(folder, kernel, base, options);
  const consoleText = (): string =>
    existsSync(join(folder, 'console')) ? readFileSync(join(folder, 'console'), 'utf8') : '';
  try {
    const socket = await agentOf(child, join(folder, 'agent'), consoleText);
    const ask = talk(socket, child, consoleText);
    return {
      ask,
      mainstay: (...parameters) =>
        ask('run', { command: 'node', parameters: ['/bench/mainstay.js', ...parameters], timeout: 60_000 }),
      console: consoleText,
      halt: async () => {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        await ask('halt', {});
        await Promise.race([ended, sleep(10_000)]);
        child.kill('SIGKILL');
        socket.destroy();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (thrown) {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    throw thrown;
  }
}

async function start(folder: string, kernel: string, base: string, options: MachineOptions): Promise<ChildProcess> {
  const overlay = join(folder, 'overlay');
  await mkdir(join(overlay, 'bench'), { recursive: true });
  await bundlePrograms(join(overlay, 'bench'));
  await cp(join(ROOT, 'package.json'), join(overlay, 'bench/package.json'));
  if (options.screens === true) {
    await cp(join(ROOT, 'out/renderer'), join(overlay, 'bench/out/renderer'), { recursive: true });
  }
  await cp(join(import.meta.dirname, 'guest/init.sh'), join(overlay, 'init'));
  await chmod(join(overlay, 'init'), 0o755);
  await cp(join(import.meta.dirname, 'guest/etc'), join(overlay, 'etc'), { recursive: true });
  await mkdir(join(overlay, 'etc/udev/rules.d'), { recursive: true });
  await cp(join(ROOT, 'assets/linux/70-mainstay.rules'), join(overlay, 'etc/udev/rules.d/70-mainstay.rules'));
  await writeArchive(overlay, join(folder, 'overlay.cpio'));
  const initrd = join(folder, 'initrd');
  // The kernel unpacks one archive after the other.
  for (const [part, flags] of [
    [base, 'w'],
    [join(folder, 'overlay.cpio'), 'a'],
  ] as const) {
    await pipeline(createReadStream(part), createWriteStream(initrd, { flags }));
  }
  const command = 'console=ttyS0 quiet loglevel=4 panic=-1 nokaslr mitigations=off tsc=reliable no_timer_check';
  const parameters = [
    '-accel tcg -cpu max -M q35 -smp 2',
    `-m ${MEMORY_MB}`,
    '-nodefaults -no-user-config -no-reboot -display none',
  ].flatMap((part) => part.split(' '));
  const paths = [
    ['-serial', `file:${join(folder, 'console')}`],
    ['-chardev', `socket,id=agent,path=${join(folder, 'agent')},server=on,wait=off`],
    ['-serial', 'chardev:agent'],
    ['-kernel', kernel],
    ['-initrd', initrd],
    ['-append', command],
    ...network(options.forward),
  ].flat();
  return spawn('qemu-system-x86_64', [...parameters, ...paths], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function network(forward: MachineOptions['forward']): readonly string[][] {
  if (forward === undefined) return [];
  const { from, to } = forward;
  return [
    ['-netdev', `user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:${from}-:${to}`],
    // The card boots nothing, and its boot program is another package's.
    ['-device', 'e1000,netdev=net,romfile='],
  ];
}

async function agentOf(child: ChildProcess, path: string, said: () => string): Promise<Socket> {
  const deadline = performance.now() + BOOT_LIMIT_MS;
  let failed: Error | null = null;
  child.once('error', (error) => (failed = error));
  while (!existsSync(path)) {
    if (failed !== null)
      throw new Error('qemu-system-x86_64 cannot be started; install qemu-system-x86.', { cause: failed });
    if (child.exitCode !== null || performance.now() > deadline) throw new Error('The machine did not start.');
    await sleep(20);
  }
  const socket = connect(path);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The machine did not boot:\n${said()}`)), BOOT_LIMIT_MS);
    let text = '';
    const listen = (bytes: Buffer): void => {
      text += bytes.toString();
      if (!text.includes(`${READY}\n`)) return;
      clearTimeout(timer);
      socket.off('data', listen);
      resolve();
    };
    socket.on('data', listen);
    child.once('exit', () => reject(new Error(`The machine ended while it booted:\n${said()}`)));
  });
  return socket;
}

function talk(socket: Socket, child: ChildProcess, said: () => string): Machine['ask'] {
  interface Waiting {
    readonly resolve: (output: unknown) => void;
    readonly reject: (error: Error) => void;
  }
  const waiting = new Map<number, Waiting>();
  let last = 0;
  createInterface({ input: socket }).on('line', (line) => {
    const { id, output, error } = answerSchema.parse(JSON.parse(line));
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(output);
    else one?.reject(new Error(error));
  });
  child.once('exit', () => {
    for (const one of waiting.values()) one.reject(new Error(`The machine has ended:\n${said()}`));
  });
  return async <O extends Operation>(operation: O, input: Input<O>): Promise<Output<O>> => {
    last += 1;
    const id = last;
    const output = await new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The agent does not answer to ${operation}:\n${said()}`)),
        ANSWER_LIMIT_MS,
      );
      const end =
        <T>(then: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          then(value);
        };
      waiting.set(id, { resolve: end(resolve), reject: end(reject) });
      socket.write(`${JSON.stringify({ id, operation, input })}\n`);
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The schema is that of this operation; the compiler cannot follow that through the type parameter.
    return operations[operation].output.parse(output) as Output<O>;
  };
}
