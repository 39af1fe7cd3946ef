import type { VariableInfo } from '../types.ts';
import { COUNT, TEXT, UPTIME } from './quantities.ts';
import { DEVICE_TYPE } from './words.ts';

/** The device as a thing, the driver that speaks to it and the server that tells of it. */
export const DEVICE = {
  'device.model': { ...TEXT, label: 'Model', description: 'What the maker calls this model.' },
  'device.mfr': { ...TEXT, label: 'Maker', description: 'Who made the device.' },
  'device.serial': { ...TEXT, label: 'Serial number', description: 'Tells this device from others of its kind.' },
  'device.type': {
    ...TEXT,
    words: DEVICE_TYPE,
    label: 'Device type',
    description: 'A UPS, a power strip, a transfer switch or a supply.',
  },
  'device.description': { ...TEXT, label: 'Device note', description: 'What somebody wrote into the device about it.' },
  'device.contact': { ...TEXT, label: 'Contact', description: 'Whom to ask about the device.' },
  'device.location': { ...TEXT, label: 'Location', description: 'Where the device stands.' },
  'device.part': { ...TEXT, label: 'Part number', description: "The maker's order number of the device." },
  'device.macaddr': { ...TEXT, label: 'Network address', description: "The address of the device's network port." },
  'device.uptime': { ...UPTIME, label: 'Time since start', description: 'How long the device has been running.' },
  'device.count': { ...COUNT, label: 'Chained devices', description: 'How many devices answer on this connection.' },
  'device.usb.version': {
    ...TEXT,
    label: 'USB release',
    description: 'The release number in the USB descriptor, set by the firmware.',
  },

  'driver.name': { ...TEXT, label: 'Driver', description: 'Which driver speaks to the device.' },
  'driver.version': { ...TEXT, label: 'Driver release', description: 'The release that the driver belongs to.' },
  'driver.version.internal': { ...TEXT, label: 'Driver version', description: "The driver's own version." },
  'driver.version.data': {
    ...TEXT,
    label: 'Driver table',
    description: 'Which table of a general driver fits the device, and its version.',
  },
  'driver.version.usb': { ...TEXT, label: 'USB library', description: 'What the driver reaches USB through.' },
  'driver.state': { ...TEXT, label: 'Driver state', description: 'What the driver is doing now.' },

  'server.info': { ...TEXT, label: 'Server', description: 'Which program tells of the device.' },
  'server.version': { ...TEXT, label: 'Server version', description: 'The version of that program.' },
} as const satisfies Record<string, VariableInfo>;
