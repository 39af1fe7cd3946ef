/** HID devices: reports of a device on USB. */
import { formatUri } from '../../../../src-shared/address/index.ts';
import type { Port, WireKind } from '../port.ts';
import { bytesAsHex, renderWords } from '../rendered.ts';
import { settled } from '../simulated/settled.ts';
import { hidAnswers } from '../../../../drivers/kit/talk.ts';
import { examineHid } from './doctor.ts';
import { HID_FILES, openHid, writeHid } from './recording.ts';
import { scanHid } from './scan.ts';
import { hidTransport } from './transport.ts';
import { watchHidDevices } from './watch.ts';

/** Reports in both directions, and strings. */
export const hidWire: WireKind<'hid'> = {
  kind: 'hid',
  // Devices report changes unasked: as often as the settings say.
  pace: { share: 1, rest: 20, patience: { timeout: 1000, repeats: 1 } },
  told: {
    wire: (wire) => {
      if (wire.op === 'string') return renderWords(`string descriptor ${wire.index}`);
      const report = `${wire.op} ${wire.kind} report ${wire.report}`;
      if (wire.op === 'get') return { hex: '', text: `${report} (${wire.length} bytes)` };
      return { hex: bytesAsHex(wire.data), text: report };
    },
    answer: (data) => ({ hex: bytesAsHex(data), text: '' }),
    unasked: ({ report, data }) => ({ hex: bytesAsHex(data), text: `report ${report}` }),
  },
  recording: { files: HID_FILES, open: openHid, write: writeHid },
  simulated: (simulator, _found, options) =>
    settled('hid', simulator.facts, options, {
      answer: (wire) => hidAnswers(simulator)(wire),
      unasked: () => simulator.unasked(),
    }),
};

/** A HID device of this computer. */
export const hidPort: Port<'hid'> = {
  scheme: 'hid',
  plan: (address, candidates) => ({
    kind: 'hid',
    ways: [{ transport: () => hidTransport(address, formatUri(address)), drivers: candidates('hid') }],
    wake: watchHidDevices,
    ...(address.dialect === undefined ? {} : { dialect: address.dialect }),
  }),
  scan: (tools) => scanHid(tools),
  examine: (drivers) => {
    const found = drivers.filter(({ port }) => port === 'hid').flatMap((driver) => driver.found);
    return examineHid(new Set(found.flatMap((each) => ('usb' in each ? [each.usb.vendor] : []))));
  },
};
