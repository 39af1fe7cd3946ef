/** Ever: the class, and flags of its own on page 0xff00 below a collection of usage 0. */
import { label, yesNo } from '../readers.ts';
import { extend, flag, row } from '../rows.ts';
import { table as generic } from './generic.ts';

const EVER = '00000000';

export const table = extend(generic, {
  id: 'ever',
  title: 'Ever',
  sources: ['NUT, drivers/ever-hid.c: usages of page 0xff00 and what they mean'],
  proof: 'derived',
  devices: [
    { vendor: 0x2e51, products: [0x0000, 0xffff] },
    { vendor: 0x0483, products: [0xa113] },
  ],
  names: {
    EverMessages: 0xff000016,
    EverOverload: 0xff000017,
    EverLow: 0xff000018,
    EverBoost: 0xff000019,
    EverTrim: 0xff00001a,
    EverCharging: 0xff00001d,
    EverReplace: 0xff000020,
    EverAlarms: 0xff000030,
    EverOverloadAlarm: 0xff000031,
    EverFault: 0xff000038,
    EverTemperature: 0xff000040,
    EverBatteryTemperature: 0xff000041,
    EverPacks: 0xff000068,
    EverMode: 0xff000090,
    EverOutput: 0xff000095,
  },
  rows: [
    row('battery.packs.external', `${EVER}.EverPacks`, { depth: 'once' }),
    row('outlet.1.id', 'OutletSystem.Outlet.OutletID', { reader: label, depth: 'once' }),
    row('outlet.1.switchable', 'OutletSystem.Outlet.PresentStatus.Switchable', { reader: yesNo, depth: 'once' }),
  ],
  flags: [
    flag('overload', [`${EVER}.EverMessages.EverOverload`, `${EVER}.EverAlarms.EverOverloadAlarm`]),
    flag('low', `${EVER}.EverMessages.EverLow`),
    flag('boost', `${EVER}.EverMessages.EverBoost`),
    flag('trim', `${EVER}.EverMessages.EverTrim`),
    flag('charging', `${EVER}.EverMessages.EverCharging`),
    flag('replace', `${EVER}.EverMessages.EverReplace`),
    flag('fault', `${EVER}.EverAlarms.EverFault`),
    flag('off', `${EVER}.EverMode.EverOutput`, 'clear'),
  ],
});
