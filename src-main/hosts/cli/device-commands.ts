/** `read`, `watch`, `command`, `set` and `replay`: what is done with one device. */
import { createInterface } from 'node:readline/promises';
import type { CommandOutcome, DeviceState } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { commandInfo } from '../../../src-shared/nut/index.ts';
import { type OneDevice, openDevice } from './one-device.ts';
import { EXIT, print, printJson, say, untilStopped } from './output.ts';
import { printReading, readingOf } from './reading.ts';

/** Options that every command on a device takes. */
export interface DeviceOptions {
  readonly json?: boolean;
  /** Seconds until nothing having answered counts as no answer. */
  readonly timeout: number;
}

async function withDevice(
  uri: string,
  options: DeviceOptions,
  use: (device: OneDevice, state: DeviceState) => Promise<number>,
): Promise<number> {
  const device = await openDevice(uri);
  try {
    return await use(device, await device.ready(options.timeout * 1000));
  } finally {
    await device.close();
  }
}

/** Prints one reading. */
export function read(uri: string, options: DeviceOptions): Promise<number> {
  return withDevice(uri, options, async (_device, state) => {
    if (options.json === true) printJson(readingOf(state));
    else printReading(state);
    return EXIT.done;
  });
}

/** Prints what changed, as it changes, until it is stopped. */
export function watch(uri: string, options: DeviceOptions): Promise<number> {
  return withDevice(uri, options, async (device, first) => {
    if (options.json === true) printJson(readingOf(first));
    else printReading(first);
    let before = first;
    device.onChange((state) => {
      const changed = changes(before, state);
      before = state;
      if (Object.keys(changed).length === 0) return;
      const at = new Date(state.readAt ?? Date.now()).toISOString();
      if (options.json === true) printJson({ at, ...changed });
      else
        for (const [name, value] of Object.entries(changed.vars ?? {}))
          print(`${at}  ${name}  ${value ?? 'not reported'}`);
      if (options.json !== true && changed.link !== undefined) print(`${at}  link  ${changed.link}`);
    });
    await untilStopped();
    return EXIT.done;
  });
}

interface Changes {
  /** Null: no longer reported. */
  vars?: Record<string, number | string | null>;
  link?: string;
}

function changes(before: DeviceState, after: DeviceState): Changes {
  const vars: Record<string, number | string | null> = {};
  for (const [name, value] of Object.entries(after.values)) if (before.values[name] !== value) vars[name] = value;
  for (const name of Object.keys(before.values)) if (after.values[name] === undefined) vars[name] = null;
  return {
    ...(Object.keys(vars).length > 0 ? { vars } : {}),
    ...(before.link === after.link ? {} : { link: after.link }),
  };
}

/** Options of `command`. */
export interface CommandOptions extends DeviceOptions {
  /** The effect is known and wanted. */
  readonly yes?: boolean;
}

/** Runs an instant command. One that can harm the load is confirmed first, by a person or by `--yes`. */
export function command(
  uri: string,
  name: string,
  argument: string | undefined,
  options: CommandOptions,
): Promise<number> {
  return withDevice(uri, options, async (device, state) => {
    if (!state.commands.some((offer) => offer.name === name)) {
      const offered = state.commands.map((offer) => offer.name).join(', ');
      throw new AppError('refused', `This device does not offer ${name}. It offers: ${offered || 'no commands'}.`);
    }
    const effect = commandInfo(name)?.effect;
    const confirmed = effect === undefined || options.yes === true || (await confirm(effect));
    if (!confirmed) throw new AppError('refused', `Not done. ${effect} Say --yes to do it.`);
    const outcome = await device.client.call('devices.command', {
      device: device.id,
      name,
      confirmed,
      ...(argument === undefined ? {} : { argument }),
    });
    return told(outcome, options);
  });
}

/** Sets a variable and reads it back. */
export function set(uri: string, variable: string, value: string, options: DeviceOptions): Promise<number> {
  return withDevice(uri, options, async (device, state) => {
    if (!state.settings.some((offer) => offer.name === variable)) {
      const offered = state.settings.map((offer) => offer.name).join(', ');
      throw new AppError('refused', `${variable} cannot be set on this device. What can: ${offered || 'nothing'}.`);
    }
    return told(await device.client.call('devices.set', { device: device.id, variable, value }), options);
  });
}

function told(outcome: CommandOutcome, options: DeviceOptions): number {
  if (options.json === true) printJson(outcome);
  else print(outcome.message);
  switch (outcome.result) {
    case 'accepted':
    case 'sent':
    case 'confirmed':
      return EXIT.done;
    case 'silent':
      return EXIT.noAnswer;
    case 'invalid':
      return EXIT.usage;
    case 'refused':
    case 'ignored':
      return EXIT.refused;
  }
}

async function confirm(effect: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    say(effect);
    return /^y(es)?$/i.test((await terminal.question('Do it? Type yes: ')).trim());
  } finally {
    terminal.close();
  }
}
