/** One device on an engine of its own: nothing is kept, nothing is protected, the contract is the same as everywhere. */
import {
  type Client,
  client,
  type DeviceState,
  type Link,
  memoryWire,
  merge,
  serve,
  type State,
} from '../../../src-shared/contract/index.ts';
import { AppError, type ErrorCode } from '../../../src-shared/errors.ts';
import { systemClock } from '../../engine/base/clock.ts';
import { connect } from '../../engine/devices/connection.ts';
import { servicePlace } from '../service/place.ts';
import { knock } from '../service/socket-client.ts';
import { createVolatileEngine } from './volatile-engine.ts';

const DEVICE = 'device';

/** A device being watched. */
export interface OneDevice {
  readonly client: Client;
  /** The device as the contract names it. */
  readonly id: string;
  /** Resolves once the first complete reading is there; rejects with the reason why there is none. */
  ready(timeoutMs: number): Promise<DeviceState>;
  /** Called on every change from now on. Returns how to stop. */
  onChange(listener: (state: DeviceState) => void): () => void;
  close(): Promise<void>;
}

/** What a link that leads nowhere means to the caller. */
const FAILED: Partial<Record<Link, ErrorCode>> = {
  lost: 'no-answer',
  denied: 'permission-denied',
  'in-use': 'in-use',
  unrecognised: 'wrong-protocol',
};

/** Opens the device that a URI names. Throws `AppError` ('bad-input') where the URI is none. */
export async function openDevice(uri: string): Promise<OneDevice> {
  // The engine would show a URI of nonsense as a device that does not work; here it is the caller's mistake.
  connect(uri, systemClock);
  const engine = createVolatileEngine({ id: DEVICE, uri });
  const [near, far] = memoryWire();
  const stopServing = serve(far, engine.handlers);
  const user = client(near);
  const listeners = new Set<(state: DeviceState) => void>();
  let latest: DeviceState | undefined;
  let state: unknown;

  user.subscribe('state', {}, (item) => {
    state = item.type === 'snapshot' ? item.state : merge(state, item.patch);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The patches of a stream keep the shape of the snapshot they follow.
    latest = (state as State).devices[DEVICE];
    if (latest !== undefined) for (const listener of listeners) listener(latest);
  });
  // Whoever asks for one device waits for it.
  user.subscribe('attention', {}, () => undefined);
  await engine.start();

  const onChange = (listener: (state: DeviceState) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    client: user,
    id: DEVICE,
    onChange,
    ready: (timeoutMs) =>
      new Promise((resolve, reject) => {
        const judge = (device: DeviceState): void => {
          const failed = FAILED[device.link];
          if (device.link === 'live') end(() => resolve(device));
          else if (failed !== undefined) {
            const why = device.linkMessage ?? `${device.uri} does not answer.`;
            end(
              () =>
                void (failed === 'in-use' ? withHolder(why) : Promise.resolve(why)).then((message) =>
                  reject(new AppError(failed, message)),
                ),
            );
          }
        };
        const timer = setTimeout(() => {
          const why = latest?.linkMessage ?? 'Nothing answered in time. Check the cable, the power and the address.';
          end(() => reject(new AppError('no-answer', why)));
        }, timeoutMs);
        const stop = onChange(judge);
        const end = (then: () => void): void => {
          stop();
          clearTimeout(timer);
          then();
        };
        if (latest !== undefined) judge(latest);
      }),
    close: async () => {
      user.close();
      stopServing();
      await engine.stop();
    },
  };
}

/** Why a device is in use, with the likeliest holder named: the service of this computer, where it runs. */
async function withHolder(why: string): Promise<string> {
  const found = await knock(servicePlace().socket);
  return found === 'answers' || found === 'denied'
    ? `${why} The Mainstay service runs on this computer and most likely has it: the screens of Mainstay show its values, and “mainstay service status” tells of the service.`
    : why;
}

/** Calls the engine without any device, as `list` and `doctor` do. */
export async function withEngine<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const engine = createVolatileEngine();
  const [near, far] = memoryWire();
  const stopServing = serve(far, engine.handlers);
  const user = client(near);
  try {
    return await use(user);
  } finally {
    user.close();
    stopServing();
    await engine.stop();
  }
}
