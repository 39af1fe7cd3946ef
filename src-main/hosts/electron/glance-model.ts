/**
 * What the window shows while its screens are being loaded: each UPS with its state and its figures, as text. Pure.
 */
import type { Glance, State } from '../../../src-shared/contract/index.ts';
import { formatValue, label } from '../../../src-shared/nut/index.ts';
import { saidIn } from '../../../src-shared/texts/say.ts';
import { statusText, worstFirst } from './device-line.ts';

/** The figures that matter first; what a device does not report is left out. */
const FIGURES = ['battery.charge', 'battery.runtime', 'ups.load', 'input.voltage'] as const;

/** What a small window holds. */
const MOST_DEVICES = 3;

/** Undefined while there is nothing to say that the person could trust: no device has been read. */
export function glanceOf(state: State): Glance | undefined {
  const devices = worstFirst(state);
  if (devices.every(({ readAt }) => readAt === undefined)) return undefined;
  return {
    devices: devices.slice(0, MOST_DEVICES).map((device) => ({
      name: device.name,
      status: capitalised(statusText(device)),
      // There is no room to say how old they are, so old ones are left to the screens.
      figures: (device.link === 'live' ? FIGURES : []).flatMap((name) => {
        const value = device.values[name];
        return value === undefined ? [] : [{ label: label(name, saidIn()), value: formatValue(name, value, saidIn()) }];
      }),
    })),
  };
}

/** It stands on a line of its own, and in the tray behind a name. */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(saidIn()) + text.slice(1);
}
