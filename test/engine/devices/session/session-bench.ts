/** A session on the real driver and its simulator, with a line that can be spoiled and a clock that is held. */
import { afterEach, beforeEach, vi } from 'vitest';
import type { Driver, Simulator } from '../../../../drivers/driver.ts';
import { driver as megatec } from '../../../../drivers/megatec/index.ts';
import { systemClock } from '../../../../src-main/engine/base/clock.ts';
import { createSession, type Session } from '../../../../src-main/engine/devices/session/session.ts';
import { simulatedStream } from '../../../../src-main/engine/ports/stream/simulated.ts';
import { Trace } from '../../../../src-main/engine/ports/trace.ts';
import type { Transport } from '../../../../src-main/engine/ports/transport.ts';
import type { Link } from '../../../../src-shared/contract/index.ts';
import type { ErrorValue } from '../../../../src-shared/errors.ts';
import type { Value } from '../../../../src-shared/nut/index.ts';
import { defaultSettings } from '../../../../src-shared/settings/index.ts';
import { createUpsModel, type UpsModel } from '../../../../src-shared/ups-model/index.ts';

/** The session of one test, and what can be done to its device. */
export interface Bench {
  readonly session: Session;
  readonly model: UpsModel;
  readonly trace: Trace;
  readonly bugs: string[];
  /** Puts something between the device and us; null for an honest line. */
  readonly spoil: (how: ((answer: Uint8Array) => Uint8Array) | null) => void;
  /** Whether somebody looks at the values. */
  readonly attend: (now: boolean) => void;
  /** The device says something by itself. */
  readonly speak: (text: string) => void;
  /** The next openings fail so. */
  readonly refuse: (error: ErrorValue | null) => void;
  /** The port goes away as if unplugged. */
  readonly unplug: (why: string) => void;
  /** How often the port was opened. */
  readonly opened: () => number;
  readonly link: () => Link;
  readonly value: (name: string) => Value | undefined;
}

// The clock is held, but a busy machine still needs its time to get through minutes of polls.
vi.setConfig({ testTimeout: 60_000 });

let running: Session | undefined;

/** Holds the clock for every test of the file, and stops what `start` began. */
export function holdClock(): void {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(async () => {
    const stopped = running?.stop();
    running = undefined;
    await pass(1000);
    await stopped;
    vi.useRealTimers();
  });
}

/** Lets so many milliseconds pass. */
export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

/** Starts a session on these drivers; it is stopped after the test. */
export function start(drivers: readonly Driver<'stream'>[] = [megatec]): Bench {
  const model = createUpsModel();
  const device = megatec.simulate(model);
  let spoiled: ((answer: Uint8Array) => Uint8Array) | null = null;
  let refusal: ErrorValue | null = null;
  let gone: ((why: string) => void) | null = null;
  let openings = 0;
  let heard: ((bytes: Uint8Array) => void) | null = null;
  const spoiledDevice: Simulator['stream'] = {
    receive: (bytes) => {
      const answer = device.receive(bytes);
      return spoiled === null ? answer : spoiled(answer);
    },
    unasked: () => device.unasked(),
  };
  const transport = (): Transport<'stream'> => {
    const made = simulatedStream(spoiledDevice, { label: 'test line', clock: systemClock, sync: () => undefined });
    return {
      ...made,
      listen: (listener, alertBytes) => {
        heard = listener;
        made.listen(listener, alertBytes);
      },
      open: async () => {
        openings += 1;
        return refusal === null ? await made.open() : { ok: false, error: refusal };
      },
      onGone: (listener) => {
        gone = (why) => {
          void made.close();
          listener(why);
        };
      },
    };
  };
  const trace = new Trace('one', systemClock);
  let attended = true;
  const bugs: string[] = [];
  const session = createSession(
    { kind: 'stream', ways: [{ transport, drivers }] },
    {
      clock: systemClock,
      steady: () => systemClock.monotonic(),
      trace,
      polling: () => defaultSettings().polling,
      attended: () => attended,
      chemistry: () => undefined,
      changed: () => undefined,
      read: () => undefined,
      bug: (message) => bugs.push(message),
      chance: () => 0.5,
    },
  );
  session.start();
  running = session;
  return {
    session,
    link: () => session.view().link.link,
    value: (name) => session.view().values[name],
    model,
    trace,
    bugs,
    spoil: (how) => {
      spoiled = how;
    },
    attend: (now) => {
      attended = now;
    },
    speak: (text) => heard?.(Buffer.from(text, 'latin1')),
    refuse: (error) => {
      refusal = error;
    },
    unplug: (why) => gone?.(why),
    opened: () => openings,
  };
}
