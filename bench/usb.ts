/**
 * One UPS on the kernel's own USB stack, in a virtual machine with an emulated processor: how soon an outage is known,
 * how much is asked of the device meanwhile, what that costs, and how soon a device that comes back is live again; ours
 * beside NUT's driver and server in the same machine.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ownEaton } from '../test/usb-bench/live-devices.ts';
import { bootMachine, type Machine } from '../test/usb-bench/machine.ts';
import { giveBack, startNut } from '../test/usb-bench/nut.ts';
import type { DeviceSpec } from '../test/usb-bench/protocol.ts';
import { type BenchRow, median } from './row.ts';

export const title = 'USB HID on Linux, emulated processor';

const UPS = 'ups';
const WATCH = 'watch';
const EVENTS = 10;
const QUIET_MS = 30_000;
const GOAL_MS = 100;
const BACK_MS = 2000;

/** What one program does with a device. */
interface Figures {
  /** Milliseconds from the report of an outage to its being published, one for each outage. */
  readonly events: readonly number[];
  /** Control transfers a minute. */
  readonly transfers: number;
  /** Milliseconds of processor time a minute. */
  readonly processor: number;
}

/** Measures. */
export async function run(): Promise<readonly BenchRow[]> {
  const machine = await bootMachine();
  try {
    const device = ownEaton();
    await machine.ask('plug', { name: UPS, port: 0, device });
    const { back, ...ours } = await measureOurs(machine, device);
    const usual = await measureNut(machine, device, 2);
    const fastest = await measureNut(machine, device, 1);
    return rows(ours, back, usual, fastest);
  } finally {
    await machine.halt();
  }
}

function rows(ours: Figures, back: readonly number[], usual: Figures, fastest: Figures): readonly BenchRow[] {
  const [typical, worst] = [median(ours.events), Math.max(...ours.events)];
  return [
    { ...milliseconds('report to event, median', typical), goal: `under ${GOAL_MS}`, met: typical < GOAL_MS },
    milliseconds('report to event, worst', worst),
    milliseconds('NUT, pollinterval 2, median', median(usual.events)),
    milliseconds('NUT, pollinterval 1, median', median(fastest.events)),
    {
      ...milliseconds('plugged in again to live, worst', Math.max(...back)),
      goal: `under ${BACK_MS}`,
      met: Math.max(...back) < BACK_MS,
    },
    { name: 'control transfers, ours', value: ours.transfers, unit: '/min' },
    { name: 'control transfers, NUT, pollinterval 2', value: usual.transfers, unit: '/min' },
    { name: 'control transfers, NUT, pollinterval 1', value: fastest.transfers, unit: '/min' },
    { name: 'processor, ours', value: ours.processor / 600, unit: '%' },
    { name: 'processor, NUT, pollinterval 2', value: usual.processor / 600, unit: '%' },
  ];
}

function milliseconds(name: string, value: number): BenchRow {
  return { name, value, unit: 'ms' };
}

async function measureOurs(machine: Machine, device: DeviceSpec): Promise<Figures & { back: readonly number[] }> {
  const uri = `hid:${device.vendor.toString(16).padStart(4, '0')}:${device.product.toString(16).padStart(4, '0')}`;
  await machine.ask('start', {
    name: WATCH,
    command: 'node',
    parameters: ['/bench/mainstay.js', 'watch', '--json', uri],
  });
  let after = 0;
  const sees = async (pattern: string): Promise<number> => {
    const { found, count, said } = await machine.ask('expect', { name: WATCH, pattern, after, timeout: 60_000 });
    if (found === null) throw new Error(`The watch did not say ${pattern}: ${said.join('\n')}`);
    after = count;
    return found.at;
  };
  await sees('"vars"');
  const events: number[] = [];
  for (let turn = 0; turn < EVENTS; turn += 1) {
    events.push(-(await force(machine, 0)) + (await sees('"ups.status":"OB')));
    await sleep(300 + 70 * turn);
    await force(machine, 230);
    await sees('"ups.status":"OL');
    await sleep(300 + 70 * turn);
  }
  const quiet = await measureQuiet(machine, [WATCH]);
  const back: number[] = [];
  for (const port of [1, 0, 0]) {
    await machine.ask('unplug', { name: UPS });
    await sees('"link":"lost"');
    // Long enough that the wait between attempts has grown.
    await sleep(8000);
    const { at } = await machine.ask('plug', { name: UPS, port, device });
    back.push((await sees('"link":"live"')) - at);
  }
  await machine.ask('stop', { name: WATCH });
  return { events, ...quiet, back };
}

async function measureNut(machine: Machine, device: DeviceSpec, pollinterval: number): Promise<Figures> {
  const nut = await startNut(machine, { vendor: device.vendor, product: device.product, pollinterval });
  try {
    await nut.status('OL');
    const events: number[] = [];
    for (let turn = 0; turn < EVENTS; turn += 1) {
      // NUT works off queued reports one by one, and may show an old one after a new one.
      await sleep(3000 + 170 * turn);
      const known = machine.ask('nutStatus', { pattern: 'OB', timeout: 30_000 });
      const began = await force(machine, 0);
      const { at } = await known;
      if (at === null) throw new Error('NUT did not tell of the outage.');
      events.push(at - began);
      await force(machine, 230);
      await machine.ask('nutStatus', { pattern: 'OL', timeout: 30_000 });
    }
    return { events, ...(await measureQuiet(machine, ['usbhid-ups', 'upsd'])) };
  } finally {
    await nut.stop();
    await giveBack(machine, 0);
  }
}

/** What is asked and used while nothing happens. */
async function measureQuiet(machine: Machine, names: readonly string[]): Promise<Omit<Figures, 'events'>> {
  const look = async () => {
    const { gets, sets, stalls } = await machine.ask('transfers', { name: UPS });
    const usages = await Promise.all(names.map((name) => machine.ask('usage', { name })));
    return { transfers: gets + sets + stalls, processor: usages.reduce((sum, each) => sum + each.milliseconds, 0) };
  };
  const before = await look();
  await sleep(QUIET_MS);
  const after = await look();
  const minute = 60_000 / QUIET_MS;
  return {
    transfers: (after.transfers - before.transfers) * minute,
    processor: (after.processor - before.processor) * minute,
  };
}

async function force(machine: Machine, mainsVoltage: number): Promise<number> {
  const { at } = await machine.ask('force', { name: UPS, change: { mainsVoltage, charge: 90 } });
  return at;
}
