/** Delta: Amplon and RT series. Vendor page 0xffff, with meanings of its own. */
import { choice, yesNo } from '../readers.ts';
import { extend, flag, row } from '../rows.ts';
import type { Reader } from '../shapes.ts';
import { table as generic } from './generic.ts';
import { say } from '../../../src-shared/texts/say.ts';

/** Kinds of Delta UPSes by their low nibble (NUT, drivers/delta_ups-hid.c). */
const DELTA_KINDS: Readonly<Record<number, string>> = {
  0: 'online',
  1: 'offline',
  2: 'line-interactive',
  3: 'offline',
  4: 'line-interactive',
  5: '3-phase',
  6: 'split-phase',
};
const DELTA_KIND: Reader = {
  of: 'raw',
  read: ({ raw }) => {
    const kind = DELTA_KINDS[raw & 0xf];
    return kind === undefined ? { absent: say('hid.noKind', { raw }) } : { value: kind };
  },
  write: () => null,
};

const DELTA_OUTPUT = 'PowerConverter.Output';

export const table = extend(generic, {
  id: 'delta',
  title: 'Delta',
  sources: ['NUT, drivers/delta_ups-hid.c'],
  proof: 'derived',
  devices: [{ vendor: 0x05dd, products: [0x041b] }],
  names: {
    DeltaCustom: 0xffff0010,
    DeltaTransferLowMax: 0xffff0057,
    DeltaTransferLowMin: 0xffff0058,
    DeltaTransferHighMax: 0xffff0059,
    DeltaTransferHighMin: 0xffff005a,
    DeltaModelName: 0xffff0075,
    DeltaUPSType: 0xffff007c,
    DeltaOutputSource: 0xffff0091,
    DeltaSensitivity: 0xffff009b,
    DeltaStartPowerRestore: 0xffff009c,
  },
  rows: [
    row('input.sensitivity', 'DeltaCustom[1].DeltaSensitivity', {
      reader: choice({ 0: 'normal', 1: 'reduced', 2: 'low' }),
      settable: true,
    }),
    row('input.transfer.low.min', `${DELTA_OUTPUT}.DeltaTransferLowMin`, { depth: 'once' }),
    row('input.transfer.low.max', `${DELTA_OUTPUT}.DeltaTransferLowMax`, { depth: 'once' }),
    row('input.transfer.high.min', `${DELTA_OUTPUT}.DeltaTransferHighMin`, { depth: 'once' }),
    row('input.transfer.high.max', `${DELTA_OUTPUT}.DeltaTransferHighMax`, { depth: 'once' }),
    row('input.source', 'OutletSystem.Outlet.DeltaOutputSource', {
      reader: choice({
        0: 'normal',
        1: 'battery',
        2: 'bypass/reserve',
        3: 'reducing',
        4: 'boosting',
        5: 'manual bypass',
        6: 'other',
        7: 'no output',
        8: 'on eco',
      }),
    }),
    row('ups.model', 'DeltaCustom[1].DeltaModelName', { reader: 'string' }),
    row('ups.type', 'DeltaCustom[1].DeltaUPSType', { reader: DELTA_KIND, depth: 'once' }),
    row('ups.start.auto', 'DeltaCustom[1].DeltaStartPowerRestore', { reader: yesNo, settable: true }),
  ],
  flags: [
    flag('bypass', 'OutletSystem.Outlet.DeltaOutputSource', { oneOf: [2, 5] }),
    flag('eco', 'OutletSystem.Outlet.DeltaOutputSource', { oneOf: [8] }),
  ],
});
