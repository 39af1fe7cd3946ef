/** A device that answers from the simulated UPS, in real time. */
import type { Simulator } from '../../../drivers/driver.ts';
import { simulateDescriptor } from '../../../drivers/hid/simulator.ts';
import {
  createUpsModel,
  DEFAULT_PROFILE,
  type ForcedState,
  forcedStateSchema,
  type UpsProfile,
} from '../../../src-shared/ups-model/index.ts';
import type { DeviceSpec } from '../protocol.ts';
import { factsOf } from './recorded-device.ts';

/** How often time passes for the simulated UPS. Milliseconds. */
const STEP = 50;

/** A UPS for American mains: what descriptors of American models have room for. */
const AMERICAN: UpsProfile = {
  ...DEFAULT_PROFILE,
  nominalVoltage: 120,
  nominalFrequency: 60,
  nominalPower: 750,
  nominalRealPower: 450,
  lowTransfer: 92,
  highTransfer: 135,
};

/** A simulated UPS behind the report descriptor of a device. */
export interface SimulatedDevice {
  readonly device: Simulator['hid'];
  /** Lets time pass; what the device says unasked goes to `send`. */
  run(send: (report: number, data: Uint8Array) => void): void;
  /** Puts the UPS into a state, and tells of it at once. */
  force(change: ForcedState): void;
  stop(): void;
}

/** Reads a state to force. */
export function parseForced(change: unknown): ForcedState {
  return forcedStateSchema.parse(change);
}

/** A new simulated UPS. */
export function simulatedDevice(spec: DeviceSpec): SimulatedDevice {
  const model = createUpsModel(spec.mains === 120 ? AMERICAN : DEFAULT_PROFILE);
  const device = simulateDescriptor(model, factsOf(spec));
  let tell: ((report: number, data: Uint8Array) => void) | null = null;
  let timer: NodeJS.Timeout | undefined;
  let last = performance.now();
  const step = (): void => {
    const now = performance.now();
    model.advance((now - last) / 1000);
    last = now;
    for (const { report, data } of device.unasked()) tell?.(report, data);
  };
  return {
    device,
    run: (send) => {
      tell = send;
      timer = setInterval(step, STEP);
    },
    force: (change) => {
      model.force(change);
      step();
    },
    stop: () => clearInterval(timer),
  };
}
