/** NUT inside the machine. */
import { parseDump } from '../peers/harness.ts';
import type { Machine } from './machine.ts';

/** Which device NUT's driver is to take. */
export interface NutDevice {
  readonly vendor: number;
  readonly product: number;
  readonly pollinterval?: number;
  readonly serial?: string;
}

const DRIVER = '/lib/nut/usbhid-ups';

async function configure(machine: Machine, { vendor, product, pollinterval = 2, serial }: NutDevice): Promise<void> {
  const lines = [
    'maxretry = 1',
    '[ups]',
    '  driver = usbhid-ups',
    '  port = auto',
    `  vendorid = ${hex(vendor)}`,
    `  productid = ${hex(product)}`,
    `  pollinterval = ${pollinterval}`,
    ...(serial === undefined ? [] : [`  serial = ${serial}`]),
    '',
  ];
  await machine.ask('write', { path: '/etc/nut/ups.conf', text: lines.join('\n') });
}

/** Lets NUT's driver poll once and returns all that it publishes. The device is left without the kernel's driver. */
export async function readWithNut(machine: Machine, device: NutDevice): Promise<ReadonlyMap<string, string>> {
  await configure(machine, device);
  const { out, error } = await machine.ask('run', {
    command: DRIVER,
    parameters: ['-a', 'ups', '-u', 'root', '-d', '1'],
    timeout: 40_000,
  });
  const vars = parseDump(out);
  if (!vars.has('ups.status')) throw new Error(`usbhid-ups published no ups.status:\n${out}${error}`);
  return vars;
}

/** A running driver with its server. */
export interface Nut {
  /** Waits until the status is this one, and returns what it was after how many milliseconds. */
  status(pattern: string, timeout?: number): Promise<string>;
  /** Waits until a variable is this; returns what it was. */
  variable(name: string, pattern: string, timeout?: number): Promise<string>;
  vars(): Promise<ReadonlyMap<string, string>>;
  command(name: string): Promise<string>;
  set(variable: string, value: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts driver and server. */
export async function startNut(machine: Machine, device: NutDevice): Promise<Nut> {
  await configure(machine, device);
  await machine.ask('start', { name: 'usbhid-ups', command: DRIVER, parameters: ['-a', 'ups', '-u', 'root', '-F'] });
  const listening = { command: 'ls', parameters: ['/run/nut'], pattern: 'usbhid-ups-ups$', timeout: 60_000 };
  const { matched } = await machine.ask('until', listening);
  if (!matched)
    throw new Error(`usbhid-ups did not start: ${JSON.stringify(await machine.ask('stop', { name: 'usbhid-ups' }))}`);
  await machine.ask('start', { name: 'upsd', command: '/lib/nut/upsd', parameters: ['-F', '-u', 'root'] });
  const login = ['-u', 'tester', '-p', 'tester', '-w'];
  const client = async (command: string, ...parameters: string[]): Promise<string> => {
    const { out, error } = await machine.ask('run', { command, parameters });
    return `${out}${error}`;
  };
  const nut: Nut = {
    status: (pattern, timeout) => nut.variable('ups.status', pattern, timeout),
    variable: async (name, pattern, timeout = 20_000) => {
      const query = { command: 'upsc', parameters: ['ups@127.0.0.1', name], pattern, timeout };
      const found = await machine.ask('until', query);
      if (!found.matched) throw new Error(`NUT's ${name} did not become ${pattern}; it is ${found.out}`);
      return found.out.trim();
    },
    vars: async () => parseDump(await client('upsc', 'ups@127.0.0.1')),
    command: (name) => client('upscmd', ...login, 'ups@127.0.0.1', name),
    set: (variable, value) => client('upsrw', ...login, '-s', `${variable}=${value}`, 'ups@127.0.0.1'),
    stop: async () => {
      await machine.ask('stop', { name: 'upsd' });
      await machine.ask('stop', { name: 'usbhid-ups' });
    },
  };
  await nut.status('.');
  return nut;
}

/** Gives a device that NUT has left back to the kernel's driver, as the person would. */
export async function giveBack(machine: Machine, port: number): Promise<void> {
  // By a program of its own: the kernel asks the device for everything before the write returns, and the agent answers.
  const command = `echo 1-${port + 1}:1.0 > /sys/bus/usb/drivers/usbhid/bind`;
  await machine.ask('run', { command: 'sh', parameters: ['-c', command] });
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
