/** Devices of which the live tests take the descriptor; what they say is a simulated UPS's. */
import { simulate } from '../../drivers/hid/simulator.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import type { DeviceSpec } from './protocol.ts';
import type { Recorded } from './recordings.ts';

/** The one that most happens to. */
export const EATON = {
  folder: 'hid-pdc-mge/eaton-3s-700_0463-ffff',
  fixture: 'fixtures/eaton-3s-700.hid',
  vendor: 0x0463,
  product: 0xffff,
  manufacturer: 'EATON',
  productName: 'Eaton 3S',
  serial: 'BENCH0001',
} satisfies Recorded;

/** Another of its kind. */
export const SECOND_EATON = { ...EATON, serial: 'BENCH0002' } satisfies Recorded;

/** For apcupsd, which knows its maker only. */
export const APC = {
  folder: 'hid-pdc-apc/apc-back-ups-bx1600mi_051d-0002',
  fixture: 'fixtures/apc-back-ups-bx1600mi.hid',
  vendor: 0x051d,
  product: 0x0002,
  manufacturer: 'American Power Conversion',
  productName: 'Back-UPS BX1600MI FW:294201G -302201G',
  serial: 'BENCH0003',
} satisfies Recorded;

/** A UPS of the kind that NUT knows best, behind a descriptor of our own: it has switched outlets, which no recorded one has. */
export function ownEaton(): DeviceSpec {
  const { vendor, product, release, descriptor } = simulate(createUpsModel(), 'mge').facts;
  return {
    vendor,
    product,
    release,
    manufacturer: 'EATON',
    productName: 'Ellipse',
    serial: 'BENCH',
    mains: 230,
    descriptor: Buffer.from(descriptor).toString('hex'),
    strings: {},
  };
}
