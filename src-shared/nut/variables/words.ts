/**
 * The words that NUT has for values, and what people read for them: by the word in lower case. Where a value is not in
 * its table, the device said something of its own, and that is shown as it is.
 *
 *     ups.beeper.status   enabled                       On
 *     ups.test.result     Passed LocalUser              Passed, Started at the UPS
 *     input.sensitivity   H                             High
 *
 * Sources: docs/nut-names.txt; the tables of the drivers, which name theirs.
 */

/** `ups.beeper.status` (HID Power Devices 1.0, 4.1.5, AudibleAlarmControl). */
export const BEEPER = { enabled: 'On', disabled: 'Off', muted: 'Muted' } as const;

/** `battery.type` (Smart Battery Data Specification 1.1, 5.1.29, DeviceChemistry), and what makers write instead. */
export const CHEMISTRY = {
  pbac: 'Lead-acid (PbAc)',
  pbacid: 'Lead-acid (PbAc)',
  pb: 'Lead-acid (PbAc)',
  vrla: 'Sealed lead-acid (VRLA)',
  lion: 'Lithium-ion (Li-ion)',
  'li-ion': 'Lithium-ion (Li-ion)',
  liion: 'Lithium-ion (Li-ion)',
  lip: 'Lithium polymer (LiP)',
  lifepo4: 'Lithium iron phosphate (LiFePO4)',
  nicd: 'Nickel-cadmium (NiCd)',
  nimh: 'Nickel-metal hydride (NiMH)',
} as const;

/** `battery.charger.status` (docs/nut-names.txt). */
export const CHARGER = {
  charging: 'Charging',
  discharging: 'Discharging',
  floating: 'Keeping the battery full',
  resting: 'Resting',
  off: 'Off',
} as const;

/** `battery.alarm.threshold` (APC smart protocol, command k). */
export const ALARM_FROM = {
  '0': 'After 5\u00a0seconds',
  t: 'After 30\u00a0seconds',
  l: 'At low battery',
  n: 'Never',
} as const;

/** `input.sensitivity`: words of HID tables, letters of the APC smart protocol (command s). */
export const SENSITIVITY = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  normal: 'Normal',
  reduced: 'Reduced',
  l: 'Low',
  m: 'Medium',
  h: 'High',
  a: 'Automatic',
} as const;

/** `ups.type`, as NUT's drivers and the tables of Belkin, Delta and Eaton call it. */
export const TOPOLOGY = {
  offline: 'Standby (offline)',
  'line-interactive': 'Line-interactive',
  'line interactive': 'Line-interactive',
  'offline / line interactive': 'Standby or line-interactive',
  online: 'Online (double conversion)',
  'online - unitary/parallel': 'Online, single or parallel',
  'online - parallel with hot standy': 'Online, parallel with hot standby',
  'online - hot standby redundancy': 'Online, with hot standby',
  'simple offline': 'Standby (offline)',
  'simple line-interactive': 'Line-interactive',
  'simple online': 'Online (double conversion)',
  '3-phase': 'Three-phase',
  'split-phase': 'Split-phase',
} as const;

/** `device.type` (docs/nut-names.txt). */
export const DEVICE_TYPE = {
  ups: 'UPS',
  pdu: 'Power strip',
  ats: 'Transfer switch',
  psu: 'Power supply',
  scd: 'Solar controller',
} as const;

/** `input.source` (NUT, drivers/delta_ups-hid.c). */
export const SOURCE = {
  normal: 'Mains',
  battery: 'Battery',
  'bypass/reserve': 'Bypass',
  reducing: 'Mains, lowered',
  boosting: 'Mains, raised',
  'manual bypass': 'Bypass by hand',
  other: 'Other',
  'no output': 'No output',
  'on eco': 'Economy mode',
} as const;

/**
 * `ups.test.result`: RFC 1628, upsTestResultsSummary, and HID Power Devices, Test; the APC smart protocol, command X;
 * Microlink's bits, of which several may be set.
 */
export const TEST_RESULT = {
  'done and passed': 'Passed',
  'done and warning': 'Passed with a warning',
  'done and error': 'Failed',
  'done and error: insufficient capacity': 'Failed: the battery holds too little',
  'done and error: overload': 'Failed: overload',
  aborted: 'Broken off',
  'in progress': 'Running',
  'no test initiated': 'No test yet',
  'test scheduled': 'Scheduled',
  none: 'No test yet',
  pending: 'Scheduled',
  inprogress: 'Running',
  passed: 'Passed',
  failed: 'Failed',
  refused: 'Refused',
  localuser: 'started at the UPS',
  internal: 'started by the UPS itself',
  invalidstate: 'the UPS was not ready',
  internalfault: 'fault of the UPS',
  stateofchargenotacceptable: 'the charge was too low',
} as const;

/** `ups.display.language` (NUT, apcmicrolink-maps.c, `language_map`). */
export const PANEL_LANGUAGE = {
  en: 'English',
  fr: 'French',
  it: 'Italian',
  de: 'German',
  es: 'Spanish',
  pt: 'Portuguese',
  ja: 'Japanese',
  ru: 'Russian',
} as const;

/**
 * `input.transfer.reason`: the APC smart protocol, command G; APC's HID page (NUT, drivers/apc-hid.c); Microlink (NUT,
 * apcmicrolink-maps.c, `ups_status_change_cause_map`).
 */
export const TRANSFER_REASON = {
  none: 'No transfer yet',
  'no transfers yet since turnon': 'No transfer yet',
  'high utility voltage': 'Mains voltage too high',
  'high line voltage': 'Mains voltage too high',
  highinputvoltage: 'Mains voltage too high',
  'low utility voltage': 'Mains voltage too low',
  'low line voltage': 'Mains voltage too low',
  lowinputvoltage: 'Mains voltage too low',
  'unacceptable utility voltage rate of change': 'Mains voltage changed too fast',
  rapidchangeofinputvoltage: 'Mains voltage changed too fast',
  'line voltage notch or spike': 'Dip or spike of mains',
  'notch, spike or blackout': 'Dip, spike or loss of mains',
  'notch or blackout': 'Dip or loss of mains',
  'spike or blackout': 'Spike or loss of mains',
  ripple: 'Mains distorted',
  distortedinput: 'Mains distorted',
  'input frequency out of range': 'Mains frequency out of range',
  highinputfrequency: 'Mains frequency too high',
  lowinputfrequency: 'Mains frequency too low',
  freqandorphasedifference: 'Mains frequency or phase differs',
  acceptableinput: 'Mains is good',
  'simulated power failure or ups test': 'Test',
  'self test': 'Test',
  automatictest: 'Test',
  testended: 'Test ended',
  forced: 'Command',
  localuicommand: 'Command at the UPS',
  protocolcommand: 'Command',
  usbcommand: 'Command',
  internalcommand: 'Command of the UPS itself',
  smartslot1command: 'Command over the network card',
  internalnetwork1command: 'Command over the network card',
  systeminitialization: 'Start of the UPS',
  automaticrestart: 'Start with mains',
  lowbatteryvoltage: 'Low battery',
  generalerror: 'Fault of the UPS',
  powersystemerror: 'Fault of the UPS',
  batterysystemerror: 'Fault of the battery',
  errorcleared: 'Fault is over',
  configurationchange: 'Change of settings',
  outletgroupstatechange: 'Change at the outlets',
} as const;
