/**
 * Powercom: Black Knight, Imperial, Smart King Pro, WOW, Vanguard. Shutdown is told in minutes and seconds, the start
 * in minutes, with the bytes the other way round.
 *
 *     > DelayBeforeShutdown   feature 0x0f   5e 00    in 30 s (bits 0 to 5), return with mains (bit 6)
 *     > DelayBeforeStartup    feature 0x10   00 02    2 minutes after that
 *     < iName                 feature 0xa0   28 32 32 38 2e 30 20    a Q1 answer in pieces of seven bytes
 */
import { choice, number, packedDate, plain, rawTimes } from '../readers.ts';
import { action, extend, flag, row } from '../rows.ts';
import type { DelayCode, DelaySet } from '../shapes.ts';
import { table as generic } from './generic.ts';

const MINUTE = 60;
/** Bits of the shutdown word that say whether the load comes back with mains (documents of the series, Table 3). */
const RETURN = 0x40;
const STAY_OFF = 0x80;

/**
 * Minutes in the high byte, seconds in the low one with the two flags: the order that devices take, though the
 * documents read the other way round (NUT, docs/man/usbhid-ups.txt, powercom_sdcmd_byte_order_fallback).
 */
const SHUTDOWN: DelayCode = {
  encode: (seconds, back) => {
    // Zero is read as the longest delay there is.
    const whole = Math.max(1, Math.round(seconds));
    const minutes = Math.floor(whole / MINUTE);
    if (minutes > 0xff) return null;
    return minutes * 0x100 + ((whole % MINUTE) | (back ? RETURN : STAY_OFF));
  },
  decode: (raw) => {
    const seconds = (raw >> 8) * MINUTE + (raw & 0x3f);
    return seconds === 0 ? -1 : seconds;
  },
  back: (raw) => (raw & RETURN) !== 0,
};

/** Minutes, high byte first. */
const START: DelayCode = {
  encode: (seconds) => {
    const minutes = Math.ceil(seconds / MINUTE);
    return minutes > 0xffff ? null : ((minutes & 0xff) << 8) | (minutes >> 8);
  },
  decode: (raw) => {
    const minutes = ((raw & 0xff) << 8) | (raw >> 8);
    return minutes === 0 ? -1 : minutes * MINUTE;
  },
};

/** Seconds by their place in the list of delays, from 1 on (document of the SKP series, Table *****). */
const LIST = [12, 18, 24, 30, 36, 42, 48, 54, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600] as const;

/**
 * Smart King Pro: the place in the list, 0 to cancel. The output always comes back, after the memorised minutes. What is
 * read are bits of the last command (document of the SKP series, Table 3, report 15).
 */
const PLACE: DelayCode = {
  encode: (seconds, back) => {
    const place = LIST.findIndex((delay) => delay >= seconds);
    return place < 0 || !back ? null : place + 1;
  },
  decode: (raw) => LIST[raw - 1] ?? -1,
  back: () => true,
  stop: 0,
  readsElse: true,
};
/** Minutes, memorised until the next shutdown (report 16). */
const MINUTES: DelayCode = {
  encode: (seconds) => Math.max(1, Math.ceil(seconds / MINUTE)),
  decode: (raw) => raw * MINUTE,
  readsElse: true,
};

const delays = (off: string, on: string): DelaySet => ({ off, on, offCode: SHUTDOWN, onCode: START });

const OLD_OUTPUT = 'OldPowerConverter.OldOutput';
/** Bytes 9 and 10 of the serial protocol, which old models hand through (document of the BNT series, Table 2). */
const STATE = `${OLD_OUTPUT}.OldState`;
const MODE = `${OLD_OUTPUT}.OldMode`;

export const table = extend(generic, {
  id: 'powercom',
  title: 'Powercom',
  sources: [
    'MES, Software USB communication controller for UPS PowerCom: BNT, IMPERIAL, SKP and WOW series, 2009',
    'NUT, drivers/powercom-hid.c: the page of 0d9f:0001, the byte order of delays',
  ],
  proof: 'captured',
  devices: [{ vendor: 0x0d9f, products: [0x0001, 0x0004, 0x00a2, 0x00a3, 0x00a4, 0x00a5, 0x00a6] }],
  names: {
    OldPowerConverter: 0x00020016,
    OldInput: 0x0002001a,
    OldOutput: 0x0002001c,
    OldBatterySystem: 0x00020010,
    OldVoltage: 0x00020030,
    OldFrequency: 0x00020032,
    OldPercentLoad: 0x00020035,
    OldTemperature: 0x00020036,
    OldStartup: 0x00020056,
    OldShutdown: 0x00020057,
    OldMode: 0x00020081,
    OldState: 0x00020082,
    OldManufacturerDate: 0x00020085,
    OldSerialNumber: 0x00020086,
    OldManufacturerName: 0x00020087,
    PCMDelayBeforeStartup: 0x00ff0056,
    PCMDelayBeforeShutdown: 0x00ff0057,
  },
  // PowerSummary's voltages are those of the output (documents, Table 3, reports 17 and 18); the battery's is nowhere.
  without: ['battery.voltage', 'battery.voltage.nominal', 'ups.mfr.date', 'ups.beeper.status'],
  rows: [
    row('output.voltage', ['Output.Voltage', 'PowerSummary.Voltage']),
    row('output.voltage.nominal', ['Output.ConfigVoltage', 'PowerSummary.ConfigVoltage'], { depth: 'once' }),
    row('battery.temperature', 'Battery.Temperature', { reader: number }),
    row('ups.mfr.date', ['PowerSummary.ManufacturerDate', 'OldManufacturerDate'], {
      reader: packedDate,
      depth: 'once',
    }),
    // Smart King Pro takes and tells up to 3 (its document, report 19): 0 toggles, 1 and 3 mute, 2 enables.
    row('ups.beeper.status', ['PowerSummary.AudibleAlarmControl@3', 'AudibleAlarmControl@3'], {
      reader: choice({ 2: 'enabled', 3: 'muted' }, { 1: 'muted' }),
    }),
    // The others: 1 where the alarm is on, 2 where it is not (NUT, drivers/powercom-hid.c).
    row('ups.beeper.status', ['PowerSummary.AudibleAlarmControl', 'AudibleAlarmControl'], {
      reader: choice({ 1: 'enabled', 2: 'disabled' }),
    }),
    row('battery.charge', 'OldBatterySystem.OldVoltage', { reader: plain, depth: 'quick' }),
    row('battery.temperature', 'OldBatterySystem.OldTemperature', { reader: plain }),
    row('input.voltage', 'OldPowerConverter.OldInput.OldVoltage', { reader: rawTimes(4) }),
    row('input.frequency', 'OldPowerConverter.OldInput.OldFrequency', { reader: plain }),
    row('output.voltage', `${OLD_OUTPUT}.OldVoltage`, { reader: rawTimes(4) }),
    row('output.frequency', `${OLD_OUTPUT}.OldFrequency`, { reader: plain }),
    row('ups.load', `${OLD_OUTPUT}.OldPercentLoad`, { reader: plain, depth: 'quick' }),
    row('ups.serial', 'OldSerialNumber', { reader: 'string' }),
    row('ups.mfr', 'OldManufacturerName', { reader: 'string' }),
  ],
  flags: [
    flag('onBattery', STATE, { mask: 0x01, equals: 0x01 }),
    flag('online', STATE, { mask: 0x01, equals: 0x00 }),
    flag('low', STATE, { mask: 0x02, equals: 0x02 }),
    flag('trim', STATE, { mask: 0x18, equals: 0x08 }),
    flag('boost', STATE, { mask: 0x18, equals: 0x18 }),
    flag('overload', STATE, { mask: 0x20, equals: 0x20 }),
    flag('fault', MODE, { mask: 0x01, equals: 0x01 }),
    flag('replace', MODE, { mask: 0x02, equals: 0x02 }),
    flag('test', MODE, { mask: 0x04, equals: 0x04 }),
    flag('imminent', MODE, { mask: 0x10, equals: 0x10 }),
  ],
  delays: [
    { off: 'Output.DelayBeforeShutdown@18', on: 'Output.DelayBeforeStartup', offCode: PLACE, onCode: MINUTES },
    delays('PowerSummary.PCMDelayBeforeShutdown', 'PowerSummary.PCMDelayBeforeStartup'),
    delays('PowerSummary.DelayBeforeShutdown', 'PowerSummary.DelayBeforeStartup'),
  ],
  actions: [
    action('beeper.enable', ['PowerSummary.AudibleAlarmControl@3', 'AudibleAlarmControl@3'], 2),
    action('beeper.mute', ['PowerSummary.AudibleAlarmControl@3', 'AudibleAlarmControl@3'], 3),
    action('beeper.toggle', ['PowerSummary.AudibleAlarmControl@3', 'AudibleAlarmControl@3'], 0),
    action('beeper.enable', ['PowerSummary.AudibleAlarmControl', 'AudibleAlarmControl'], 1),
    action('beeper.disable', ['PowerSummary.AudibleAlarmControl', 'AudibleAlarmControl'], 0),
  ],
});
