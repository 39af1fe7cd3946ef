/** What the tests say to the agent inside the virtual machine, one JSON object a line, and what it answers. */
import { z } from 'zod';

const hex = z.string().regex(/^([0-9a-f]{2})*$/);
const reports = z.record(z.string(), hex);

/** A USB device to plug in. Bytes are in hex; reports go by their id in decimal and exclude it. */
export const deviceSchema = z.object({
  vendor: z.int(),
  product: z.int(),
  release: z.int(),
  manufacturer: z.string().optional(),
  productName: z.string().optional(),
  serial: z.string().optional(),
  descriptor: hex,
  strings: z.record(z.string(), z.string()),
  /** Volts of the mains of a simulated UPS. */
  mains: z.union([z.literal(120), z.literal(230)]).default(230),
  /** Reports as recorded. Without them, those of a simulated UPS. */
  recorded: z.object({ feature: reports, input: reports }).optional(),
});
/** As `deviceSchema`. */
export type DeviceSpec = z.output<typeof deviceSchema>;

/** What a program said on one line, and when: milliseconds of the machine's own even clock. */
const line = z.object({ at: z.number(), text: z.string() });
const named = z.object({ name: z.string() });
const program = z.object({
  command: z.string(),
  parameters: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  /** User and group by number; root without. */
  user: z.int().optional(),
  group: z.int().optional(),
});
const none = z.null();

/** Everything that can be asked. */
export const operations = {
  /**
   * Puts a device into a port, counted from 0, and waits until the kernel has its interface and udev has set who may
   * open it; `at` is when it was put in.
   */
  plug: { input: named.extend({ port: z.int(), device: deviceSchema }), output: z.object({ at: z.number() }) },
  /** Makes a HID device that is on no USB port, through the kernel's uhid; `unplug` takes it away. */
  conjure: { input: named.extend({ device: deviceSchema }), output: none },
  /** Pulls it out: now, or in the middle of the next report that is read or written. */
  unplug: { input: named.extend({ during: z.enum(['get', 'set']).optional() }), output: none },
  /** Sends an input report. */
  send: { input: named.extend({ report: z.int(), data: hex }), output: z.object({ at: z.number() }) },
  /** Puts the simulated UPS behind a device into a state: lines as in its scenarios' events. */
  force: { input: named.extend({ change: z.record(z.string(), z.unknown()) }), output: z.object({ at: z.number() }) },
  /** The last bytes that the host has written into a report; null where it has not. */
  written: { input: named.extend({ report: z.int() }), output: z.object({ data: hex.nullable(), times: z.int() }) },
  /** Transfers since the device was plugged in. */
  transfers: { input: named, output: z.object({ gets: z.int(), sets: z.int(), stalls: z.int(), interrupts: z.int() }) },
  /** Runs a program to its end. */
  run: {
    input: program.extend({ timeout: z.number().default(20_000) }),
    output: z.object({ code: z.int().nullable(), out: z.string(), error: z.string() }),
  },
  /** Runs a program again and again until it prints what matches. */
  until: {
    input: program.extend({ pattern: z.string(), timeout: z.number().default(20_000) }),
    output: z.object({ matched: z.boolean(), out: z.string(), milliseconds: z.number() }),
  },
  /** Starts a program that goes on running. */
  start: { input: named.extend(program.shape), output: z.object({ pid: z.int() }) },
  stop: { input: named, output: z.object({ lines: z.array(line) }) },
  /** Waits for a line of a running program that came after the first `after` ones. */
  expect: {
    input: named.extend({ pattern: z.string(), after: z.int().default(0), timeout: z.number().default(20_000) }),
    output: z.object({ found: line.nullable(), count: z.int(), said: z.array(z.string()) }),
  },
  /** Processor time that a program has used so far, in milliseconds. */
  usage: { input: named, output: z.object({ milliseconds: z.number() }) },
  /** Asks NUT's server for a status until it is this one, over one connection, without rest. */
  nutStatus: {
    input: z.object({ pattern: z.string(), timeout: z.number().default(20_000) }),
    output: z.object({ at: z.number().nullable(), status: z.string() }),
  },
  write: { input: z.object({ path: z.string(), text: z.string(), mode: z.int().default(0o644) }), output: none },
  halt: { input: z.object({}), output: none },
} as const;
/** The name of an operation. */
export type Operation = keyof typeof operations;
/** What it is given, before defaults are filled in. */
export type Input<O extends Operation> = z.input<(typeof operations)[O]['input']>;
/** What it answers. */
export type Output<O extends Operation> = z.output<(typeof operations)[O]['output']>;

/** One question. */
export const questionSchema = z.object({ id: z.int(), operation: z.string(), input: z.unknown() });
/** One answer. Without `error` it went well. */
export const answerSchema = z.object({ id: z.int(), output: z.unknown(), error: z.string().optional() });
/** What the agent says first. */
export const READY = 'agent ready';
