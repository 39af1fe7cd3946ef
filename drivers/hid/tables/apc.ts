/**
 * APC: Back-UPS and Smart-UPS. Vendor page 0xff86; old Back-UPS have the battery's state straight in PowerSummary.
 *
 *     APCGeneralCollection.APCDelayBeforeReboot   feature 0x40   00
 *     Input.APCLineFailCause                      feature 0x36   0d      self-test every two weeks
 */
import { apcDate, celsius, choice, packedDate } from '../readers.ts';
import { action, extend, flag, row } from '../rows.ts';
import { table as generic } from './generic.ts';

/** Why the battery carried the load last (apcupsd, examples/hid-ups.c; NUT, drivers/apc-hid.c). */
const REASONS = choice({
  0: 'none',
  1: 'low line voltage',
  2: 'high line voltage',
  3: 'ripple',
  4: 'notch, spike or blackout',
  5: 'self test',
  6: 'forced',
  7: 'input frequency out of range',
  8: 'notch or blackout',
  9: 'spike or blackout',
  10: 'forced',
  11: 'self test',
  12: 'self test',
  13: 'self test',
});

/** Products whose interrupt endpoint speaks Microlink are 0003 and later; what they report on request is the class. */
export const table = extend(generic, {
  id: 'apc',
  title: 'APC Back-UPS and Smart-UPS',
  sources: [
    'NUT, drivers/apc-hid.c: usages of page 0xff86 and what they mean',
    'apcupsd, examples/rpt: report dumps of thirteen models',
  ],
  proof: 'captured',
  devices: [{ vendor: 0x051d, products: [0x0000, 0x0002, 0x0003, 0x0004, 0x0005] }],
  names: {
    APCGeneralCollection: 0xff860005,
    APCEnvironment: 0xff860006,
    APCProbe1: 0xff860007,
    APCProbe2: 0xff860008,
    APCBattReplaceDate: 0xff860016,
    APCBattCapBeforeStartup: 0xff860019,
    APCFirmwareRevision: 0xff860042,
    APCLineFailCause: 0xff860052,
    APCStatusFlag: 0xff860060,
    APCSensitivity: 0xff860061,
    APCPanelTest: 0xff860072,
    APCUSBFirmwareRevision: 0xff860079,
    APCDelayBeforeReboot: 0xff86007c,
    APCDelayBeforeShutdown: 0xff86007d,
    APCDelayBeforeStartup: 0xff86007e,
  },
  rows: [
    row('battery.runtime', ['Battery.RunTimeToEmpty', 'PowerSummary.RunTimeToEmpty'], { depth: 'quick' }),
    row('battery.mfr.date', 'PowerSummary.APCBattReplaceDate', { reader: apcDate }),
    row('battery.date', 'Battery.APCBattReplaceDate', { reader: apcDate }),
    row('battery.charge.restart', 'Battery.APCBattCapBeforeStartup', { settable: true }),
    row('input.sensitivity', 'Input.APCSensitivity', {
      reader: choice({ 0: 'low', 1: 'medium', 2: 'high' }),
      settable: true,
    }),
    row('input.transfer.reason', 'Input.APCLineFailCause', { reader: REASONS }),
    row('ambient.temperature', 'APCEnvironment.APCProbe1.Temperature', { reader: celsius }),
    row('ambient.humidity', 'APCEnvironment.APCProbe1.Humidity'),
    row('ups.mfr.date', ['ManufacturerDate', 'PowerSummary.ManufacturerDate'], { reader: packedDate, depth: 'once' }),
    row('ups.firmware', 'APCFirmwareRevision', { reader: 'string' }),
    row('ups.firmware.aux', 'APCUSBFirmwareRevision', { reader: 'string' }),
  ],
  flags: [
    // Determined by watching a Back-UPS LS 500 (NUT, drivers/apc-hid.c): 8 in normal work, 16 while it turns on.
    flag('off', 'PowerSummary.APCStatusFlag', { oneOf: [0], otherwise: 8 }),
  ],
  delays: [
    {
      off: 'APCGeneralCollection.APCDelayBeforeShutdown',
      on: 'APCGeneralCollection.APCDelayBeforeStartup',
      reboot: 'APCGeneralCollection.APCDelayBeforeReboot',
    },
  ],
  actions: [
    action('test.panel.start', ['APCPanelTest', 'PowerSummary.APCPanelTest'], 1),
    action('test.panel.stop', ['APCPanelTest', 'PowerSummary.APCPanelTest'], 0),
    action('shutdown.return', 'Output.APCDelayBeforeReboot', 1),
  ],
  quirks: [
    {
      devices: [
        { vendor: 0x051d, products: [0x0002], productName: 'Back-UPS ES 525' },
        { vendor: 0x051d, products: [0x0002], productName: 'Back-UPS CS' },
      ],
      because: 'NUT, drivers/apc-hid.c: these overflow on reports 0x0c and 0x46 when asked for what they declare',
      does: { askFor: 8 },
    },
  ],
});
