/** Runs inside the virtual machine: makes USB devices, runs programs, and tells the tests what happened. */
import { createWriteStream, existsSync, openSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReadStream } from 'node:tty';
import { type Operation, operations, questionSchema, READY } from '../protocol.ts';
import { Devices } from './devices.ts';
import { Running, runProgram, runUntil, watchNutStatus } from './programs.ts';

const LINE = '/dev/ttyS1';

const devices = new Devices();
const running = new Running();

const out = createWriteStream(LINE);

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

const {
  plug,
  conjure,
  unplug,
  send,
  force,
  written,
  transfers,
  run,
  until,
  start,
  stop,
  expect,
  usage,
  nutStatus,
  write,
  halt,
} = operations;

/** What is done for each operation. Input is parsed first; what is thrown becomes the answer's error. */
const perform: { readonly [O in Operation]: (input: unknown) => unknown } = {
  plug: async (input) => {
    const { name, port, device } = plug.input.parse(input);
    const at = performance.now();
    await devices.plug(name, port, device);
    await ready(port);
    return { at };
  },
  conjure: async (input) => {
    const { name, device } = conjure.input.parse(input);
    await devices.conjure(name, device);
    await runProgram({ command: 'udevadm', parameters: ['settle', '--timeout=5'] }, 10_000);
    return null;
  },
  unplug: (input) => {
    const { name, during } = unplug.input.parse(input);
    devices.unplug(name, during);
    return null;
  },
  send: (input) => {
    const { name, report, data } = send.input.parse(input);
    const at = performance.now();
    devices.send(name, report, data);
    return { at };
  },
  force: (input) => {
    const { name, change } = force.input.parse(input);
    const at = performance.now();
    devices.force(name, change);
    return { at };
  },
  written: (input) => {
    const { name, report } = written.input.parse(input);
    const all = devices.written(name, report);
    const last = all.at(-1);
    return { data: last === undefined ? null : toHex(last), times: all.length };
  },
  transfers: (input) => devices.transfers(transfers.input.parse(input).name),
  run: (input) => {
    const { timeout, ...program } = run.input.parse(input);
    return runProgram(program, timeout);
  },
  until: (input) => {
    const { pattern, timeout, ...program } = until.input.parse(input);
    return runUntil(program, pattern, timeout);
  },
  start: (input) => {
    const { name, ...program } = start.input.parse(input);
    return running.start(name, program);
  },
  stop: (input) => running.stop(stop.input.parse(input).name),
  expect: (input) => {
    const { name, pattern, after, timeout } = expect.input.parse(input);
    return running.expect(name, pattern, after, timeout);
  },
  usage: (input) => running.usage(usage.input.parse(input).name),
  nutStatus: (input) => {
    const { pattern, timeout } = nutStatus.input.parse(input);
    return watchNutStatus(pattern, timeout);
  },
  write: (input) => {
    const { path, text, mode } = write.input.parse(input);
    writeFileSync(path, text, { mode });
    return null;
  },
  halt: (input) => {
    halt.input.parse(input);
    setTimeout(() => process.exit(0), 100);
    return null;
  },
};

/** The kernel has asked the device for everything, and udev has set who may open it. */
async function ready(port: number): Promise<void> {
  // Ports of the controller's first hub, in sysfs counted from 1.
  const path = `/sys/bus/usb/devices/1-${port + 1}:1.0/driver`;
  const deadline = performance.now() + 10_000;
  while (!existsSync(path)) {
    if (performance.now() > deadline) throw new Error(`The kernel did not take the device in port ${port}.`);
    await sleep(20);
  }
  await runProgram({ command: 'udevadm', parameters: ['settle', '--timeout=5'] }, 10_000);
}

async function answer(text: string): Promise<void> {
  const { id, operation, input } = questionSchema.parse(JSON.parse(text));
  try {
    if (!isOperation(operation)) throw new Error(`There is no operation ${operation}.`);
    say({ id, output: await perform[operation](input) });
  } catch (thrown) {
    say({ id, output: null, error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
  }
}

function isOperation(name: string): name is Operation {
  return Object.hasOwn(operations, name);
}

function say(message: unknown): void {
  out.write(`${JSON.stringify(message)}\n`);
}

const line = new ReadStream(openSync(LINE, 'r+'));
createInterface({ input: line }).on('line', (text) => void answer(text));
out.write(`${READY}\n`);
