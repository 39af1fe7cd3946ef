/** The UPS: simulated on the host, so that it outlives the guest that hangs on it. */
import { rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { simulate } from '../../drivers/megatec/simulator.ts';
import {
  createUpsModel,
  DEFAULT_PROFILE,
  type ForcedState,
  type UpsProfile,
  type UpsState,
} from '../../src-shared/ups-model/index.ts';
import type { Timeline } from './timeline.ts';

/** How often the world moves. Milliseconds. */
const STEP_MS = 20;
/** A line of 2400 baud carries a byte, with its start and stop bit, in this time. Milliseconds. */
const BYTE_MS = 10_000 / 2400;
/** Questions; whatever else the guest says makes the UPS do something. */
const QUESTIONS = new Set(['Q1', 'F', 'I', 'D', 'M', 'VT', 'TD', 'PE', 'QS', 'FW?', 'ID?', 'WA']);

/** A UPS at work. */
export interface BenchUps {
  /** Where the guest's serial port leads to. */
  readonly socket: string;
  readonly profile: UpsProfile;
  state(): UpsState;
  mains(present: boolean): void;
  force(change: ForcedState): void;
  /** Lets time pass at once for the UPS alone; nothing but waiting may lie in it. */
  skip(seconds: number): void;
  /** Seconds that were skipped so far: by so much the clocks of the world are ahead of the host's. */
  skipped(): number;
  /** Told whenever the output goes on or off. */
  onOutput(listener: (on: boolean) => void): void;
  close(): Promise<void>;
}

/** Starts a UPS on mains with a full battery and its output on. */
export async function startUps(socket: string, timeline: Timeline): Promise<BenchUps> {
  const model = createUpsModel(DEFAULT_PROFILE, { charge: 100 });
  const device = simulate(model);
  const listeners: ((on: boolean) => void)[] = [];
  const guests = new Set<Socket>();
  let { status, output } = model.state();

  const look = (): void => {
    const before = { status, output };
    ({ status, output } = model.state());
    if (status.join() !== before.status.join()) timeline.note('ups', `status ${status.join(' ')}`);
    if (output.on === before.output.on) return;
    timeline.note('ups', output.on ? 'output on' : 'output off');
    for (const listener of listeners) listener(output.on);
  };

  const heard = lines((line) => {
    if (!QUESTIONS.has(line)) timeline.note('wire', line);
  });
  const server = createServer((guest) => {
    guests.add(guest);
    const send = atSpeedOfLine(guest);
    guest.on('data', (bytes) => {
      heard(bytes);
      send(device.receive(bytes));
      look();
    });
    guest.on('error', () => undefined);
    guest.on('close', () => guests.delete(guest));
  });
  await rm(socket, { force: true });
  await new Promise<void>((resolve) => server.listen(socket, resolve));

  let skipped = 0;
  let last = performance.now();
  const stepping = setInterval(() => {
    const now = performance.now();
    model.advance((now - last) / 1000);
    last = now;
    look();
  }, STEP_MS);

  return {
    socket,
    profile: model.profile,
    state: () => model.state(),
    mains: (present) => {
      timeline.note('mains', present ? 'back' : 'lost');
      model.force({ mainsVoltage: present ? model.profile.nominalVoltage : 0 });
      look();
    },
    force: (change) => {
      timeline.note('bench', `the UPS is made to have ${JSON.stringify(change)}`);
      model.force(change);
      look();
    },
    skipped: () => skipped,
    skip: (seconds) => {
      skipped += seconds;
      timeline.note('bench', `${seconds} s of waiting are skipped`);
      model.advance(seconds);
      look();
    },
    onOutput: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      clearInterval(stepping);
      for (const guest of guests) guest.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Collects what comes in pieces into lines. */
function lines(onLine: (line: string) => void): (bytes: Buffer) => void {
  let text = '';
  return (bytes) => {
    const parts = (text + bytes.toString('latin1')).split('\r');
    text = parts.pop() ?? '';
    for (const line of parts) onLine(line);
  };
}

/** An answer is there when a line of 2400 baud would have carried its last byte; in between nothing is shown of it. */
function atSpeedOfLine(guest: Socket): (bytes: Uint8Array) => void {
  let free = 0;
  return (bytes) => {
    if (bytes.length === 0) return;
    free = Math.max(free, performance.now()) + bytes.length * BYTE_MS;
    setTimeout(() => {
      if (!guest.destroyed) guest.write(bytes);
    }, free - performance.now());
  };
}
