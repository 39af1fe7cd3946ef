/** The USB devices of the machine, by the names that the tests give them. */
import type { Simulator } from '../../../drivers/driver.ts';
import { parseForced, type SimulatedDevice, simulatedDevice } from './simulated-device.ts';
import type { DeviceSpec } from '../protocol.ts';
import { fromHex, isNumbered, recordedDevice } from './recorded-device.ts';
import { VirtualHid } from './virtual-hid.ts';
import { type Transfers, VirtualUsb } from './virtual-usb.ts';

interface Plugged {
  readonly usb: VirtualUsb | VirtualHid;
  readonly simulated: SimulatedDevice | undefined;
}

/** Devices that are plugged in, or were. */
export class Devices {
  readonly #devices = new Map<string, Plugged>();

  /** A device of this name that was pulled out keeps its state when its specification is plugged in again. */
  async plug(name: string, port: number, spec: DeviceSpec): Promise<void> {
    const usb = this.#add(name, spec, (device) => new VirtualUsb(device, isNumbered(spec)));
    await usb.plug(port);
  }

  /** Makes a device that is on no bus, and waits for its node. */
  async conjure(name: string, spec: DeviceSpec): Promise<void> {
    await this.#add(name, spec, (device) => new VirtualHid(device, isNumbered(spec))).ready();
  }

  #add<U extends VirtualUsb | VirtualHid>(name: string, spec: DeviceSpec, make: (device: Simulator['hid']) => U): U {
    this.#devices.get(name)?.simulated?.stop();
    const simulated = spec.recorded === undefined ? simulatedDevice(spec) : undefined;
    const usb = make(simulated?.device ?? recordedDevice(spec, spec.recorded ?? { feature: {}, input: {} }));
    this.#devices.set(name, { usb, simulated });
    simulated?.run((report, data) => usb.send(report, data));
    return usb;
  }

  unplug(name: string, during: 'get' | 'set' | undefined): void {
    const { usb } = this.#demand(name);
    if (during === undefined) usb.unplug();
    else if (usb instanceof VirtualUsb) usb.unplugDuring = during;
    else throw new Error(`${name} has no plug.`);
  }

  send(name: string, report: number, data: string): void {
    this.#demand(name).usb.send(report, fromHex(data));
  }

  force(name: string, change: Readonly<Record<string, unknown>>): void {
    const { simulated } = this.#demand(name);
    if (simulated === undefined) throw new Error(`${name} is no simulated device.`);
    simulated.force(parseForced(change));
  }

  written(name: string, report: number): readonly Uint8Array[] {
    return this.#demand(name).usb.written.get(report) ?? [];
  }

  transfers(name: string): Transfers {
    return this.#demand(name).usb.transfers;
  }

  #demand(name: string): Plugged {
    const found = this.#devices.get(name);
    if (found === undefined) throw new Error(`There is no device ${name}.`);
    return found;
  }
}
