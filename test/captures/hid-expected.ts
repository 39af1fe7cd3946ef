/**
 * What is known of the recorded HID devices besides their bytes, and where Mainstay differs from what was printed.
 * The variables were read off the recorded reports by hand, with the unit and exponent of the descriptor or, where those
 * are wrong, with what the owner of the device says in the issue.
 */
import type { Vars } from '../../src-shared/nut/index.ts';

/** Variables that the driver should give, by the name of the recording's folder. */
export const VARIABLES: Readonly<Record<string, Vars>> = {
  'apc-back-ups-bx1600mi_051d-0002': {
    'battery.charge': 100,
    'battery.charge.low': 20,
    'battery.runtime': 3320,
    'battery.runtime.low': 180,
    'battery.voltage': 27.3,
    'battery.voltage.nominal': 24,
    'battery.mfr.date': '2001-01-01',
    'input.voltage': 237,
    'input.voltage.nominal': 230,
    'input.transfer.low': 145,
    'input.transfer.high': 295,
    'input.sensitivity': 'medium',
    'ups.load': 10,
    'ups.realpower.nominal': 900,
    'ups.beeper.status': 'enabled',
    'ups.mfr.date': '2021-03-11',
    'ups.test.result': 'Done and passed',
    'ups.timer.shutdown': -1,
    'ups.status': 'OL',
  },
  // The values of upsc that its owner published, where the reports hold them.
  'apc-back-ups-cs-500_051d-0002': {
    'battery.charge': 100,
    'battery.charge.low': 10,
    'battery.charge.warning': 50,
    'battery.runtime': 2580,
    'battery.voltage.nominal': 12,
    'ups.mfr.date': '2004-07-03',
    'battery.mfr.date': '2004-07-03',
    'ups.status': 'OL',
  },
  'apc-smart-ups-3000_051d-0003': {
    'battery.charge': 100,
    'battery.charge.low': 10,
    'battery.charge.warning': 50,
    'battery.runtime': 1212,
    'battery.runtime.low': 150,
    'battery.voltage.nominal': 48,
    'ups.beeper.status': 'enabled',
    'ups.mfr.date': '2023-01-13',
    'ups.timer.reboot': -1,
    'ups.status': 'OL',
  },
  'smart-battery_075d-0300_idowell-vid': {
    'battery.charge': 100,
    'battery.runtime': 125040,
    'battery.voltage': 13.2,
    'ups.timer.shutdown': 1,
    'ups.timer.start': 257,
  },
  'unknown_5131-2007': { 'battery.charge': 100, 'ups.status': 'OL' },
  'ups-hi_09d6-0001': { 'ups.beeper.status': 'enabled' },
  'legrand-keor-pdu-800_1cb0-0038': { 'ups.status': 'OL' },
  'liebert-psa5_10af-0002': {
    'battery.charge': 100,
    'battery.charge.warning': 30,
    'battery.runtime': 1637,
    'battery.voltage': 27.4,
    'battery.voltage.nominal': 24,
    'input.voltage': 121.3,
    'input.frequency': 60.5,
    'output.voltage': 121.3,
    'output.frequency': 60.5,
    'output.voltage.nominal': 120,
    'output.frequency.nominal': 60,
    'ups.power.nominal': 1500,
    'ups.load': 25,
    'ups.beeper.status': 'enabled',
    'ups.test.result': 'Done and passed',
    'ups.status': 'OL',
  },
  'tripplite-ups_09ae-3016': { 'input.voltage': 121.4 },
  'eaton-3s-700_0463-ffff': {
    'battery.charge': 92,
    'battery.charge.low': 20,
    'battery.charger.status': 'floating',
    'battery.runtime': 2737,
    'input.transfer.low': 184,
    'input.transfer.high': 264,
    'output.voltage': 230,
    'output.voltage.nominal': 230,
    'output.frequency.nominal': 50,
    'outlet.1.status': 'on',
    'outlet.1.switchable': 'no',
    'ups.power.nominal': 700,
    'ups.load': 7,
    'ups.beeper.status': 'disabled',
    'ups.timer.shutdown': -1,
    'ups.timer.start': -1,
    'ups.type': 'offline / line interactive',
    'ups.status': 'OL CHRG',
  },
  'powerwalker-vi-1200-shl_06da-ffff': {
    'battery.charge': 100,
    'battery.voltage': 27.2,
    'input.voltage': 234,
    'output.voltage': 234,
    'output.frequency': 49.8,
    'output.voltage.nominal': 230,
    'output.frequency.nominal': 50,
    'ups.load': 8,
    'ups.beeper.status': 'enabled',
    'ups.test.result': 'No test initiated',
    'ups.status': 'OL CHRG',
  },
  'powercom-hid-ups_0d9f-0004': {
    'battery.charge': 100,
    'battery.charge.low': 10,
    'battery.charge.warning': 30,
    'battery.runtime': 2100,
    'battery.temperature': 39,
    'input.voltage': 228,
    'input.voltage.nominal': 220,
    'input.frequency': 50,
    'output.voltage': 228,
    'output.voltage.nominal': 220,
    'output.frequency': 50,
    'ups.load': 6,
    // By the document of the SKP series, whose ranges this descriptor has; NUT reads 2 as disabled on all of them.
    'ups.beeper.status': 'enabled',
    'ups.mfr.date': '2014-01-15',
    'ups.test.result': 'Done and passed',
    'ups.status': 'OL',
  },
  'santak-tg-box-850_eaton-mge': { 'ups.status': 'OL CHRG' },
};

/** Why a recording without a descriptor, or one of another protocol, gives no variables. */
export const NOT_DECODED: Readonly<Record<string, string>> = {
  'apc-smart-ups-smt2200_051d-0003': 'reports without their descriptor; what they mean is left open by the source',
  'apc-modbus-usb': 'another protocol (Modbus) over HID',
  'apc-microlink-over-hid': 'another protocol (Microlink) over HID',
  'hid-vendor-27byte-megatec-tunnel': 'a bridge for Q1, which this driver must not claim; see the test of claims',
  'hid-pdc-liebert-gxt': 'two reports of a maker page without the descriptor by which they are laid out',
  'riello-usb': 'no HID power device',
  'usb-snoop': 'USB packets with a descriptor in pieces; the models of the same maker are covered by others',
  'windows-hid-preparsed': 'the collections of Windows, which a descriptor source reads and not this parser',
};

/** Faults of the recorded descriptors, by their first words; those that are not here fail. */
export const FAULTS = [
  // Firmware that writes 255 in one byte and 65535 in two.
  'The logical maximum is below the minimum; it was read without its sign',
] as const;

/** Devices that have no field in which they could say that the battery is low. */
export const NO_LOW_BATTERY: ReadonlySet<string> = new Set(['ups-hi_09d6-0001']);

/** Dumps whose feature reports are zeros where their own input reports, and the charge, say otherwise. */
export const ZEROED: ReadonlySet<string> = new Set(['apcupsd_Back-UPS-XS-1300-LCD']);

/** Values that NUT printed and that are not what the device means. */
export const PRINTED: readonly { readonly path: RegExp; readonly folder?: RegExp; readonly why: string }[] = [
  { path: /Voltage$/, why: 'NUT printed whole numbers, or lost what an exponent of the descriptor made too small' },
  {
    path: /^UPS\.PowerSummary\.(?:iManufacturer|CapacityMode)$/,
    folder: /cs-500/,
    why: 'the unit of the field before it (Volt) was not taken back, so NUT scaled an index and a mode',
  },
  {
    path: /^UPS\.(?:Test|AudibleAlarmControl|0084006a|Current)$/,
    folder: /09d6/,
    why: 'unit and exponent leak from field to field (networkupstools/nut#3061); NUT lost 0.03 A in rounding',
  },
  { path: /PowerConverter\.(?:In|Out)put\.Frequency$/, folder: /liebert/, why: 'exponent 1 where -1 is true' },
];
