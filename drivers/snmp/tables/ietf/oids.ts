/** The objects of RFC 1628 by a readable name; scalars with their instance. */
const ROOT = '1.3.6.1.2.1.33.1';

export const UPS = {
  root: ROOT,
  manufacturer: `${ROOT}.1.1.0`,
  model: `${ROOT}.1.2.0`,
  firmware: `${ROOT}.1.3.0`,
  agentFirmware: `${ROOT}.1.4.0`,
  name: `${ROOT}.1.5.0`,
  attachedDevices: `${ROOT}.1.6.0`,

  batteryStatus: `${ROOT}.2.1.0`,
  secondsOnBattery: `${ROOT}.2.2.0`,
  minutesRemaining: `${ROOT}.2.3.0`,
  charge: `${ROOT}.2.4.0`,
  batteryVoltage: `${ROOT}.2.5.0`,
  batteryCurrent: `${ROOT}.2.6.0`,
  batteryTemperature: `${ROOT}.2.7.0`,

  inputLineBads: `${ROOT}.3.1.0`,
  inputLines: `${ROOT}.3.2.0`,

  outputSource: `${ROOT}.4.1.0`,
  outputFrequency: `${ROOT}.4.2.0`,
  outputLines: `${ROOT}.4.3.0`,

  bypassFrequency: `${ROOT}.5.1.0`,
  bypassLines: `${ROOT}.5.2.0`,

  alarmsPresent: `${ROOT}.6.1.0`,
  /** A column. */
  alarmDescr: `${ROOT}.6.2.1.2`,
  /** A column. */
  alarmTime: `${ROOT}.6.2.1.3`,
  /** The branch of names, not readable itself. */
  wellKnownAlarms: `${ROOT}.6.3`,

  testId: `${ROOT}.7.1.0`,
  testSpinLock: `${ROOT}.7.2.0`,
  testResult: `${ROOT}.7.3.0`,
  testDetail: `${ROOT}.7.4.0`,
  testStartTime: `${ROOT}.7.5.0`,
  testElapsedTime: `${ROOT}.7.6.0`,
  /** The branch of names, not readable itself. */
  wellKnownTests: `${ROOT}.7.7`,

  shutdownType: `${ROOT}.8.1.0`,
  shutdownAfterDelay: `${ROOT}.8.2.0`,
  startupAfterDelay: `${ROOT}.8.3.0`,
  rebootWithDuration: `${ROOT}.8.4.0`,
  autoRestart: `${ROOT}.8.5.0`,

  inputVoltageNominal: `${ROOT}.9.1.0`,
  inputFrequencyNominal: `${ROOT}.9.2.0`,
  outputVoltageNominal: `${ROOT}.9.3.0`,
  outputFrequencyNominal: `${ROOT}.9.4.0`,
  outputPowerNominal: `${ROOT}.9.5.0`,
  outputRealPowerNominal: `${ROOT}.9.6.0`,
  lowBatteryTime: `${ROOT}.9.7.0`,
  audibleStatus: `${ROOT}.9.8.0`,
  transferLow: `${ROOT}.9.9.0`,
  transferHigh: `${ROOT}.9.10.0`,
} as const;

/** Names of tests, below upsWellKnownTests. */
export const TESTS = {
  none: `${UPS.wellKnownTests}.1`,
  abort: `${UPS.wellKnownTests}.2`,
  general: `${UPS.wellKnownTests}.3`,
  quick: `${UPS.wellKnownTests}.4`,
  deep: `${UPS.wellKnownTests}.5`,
} as const;

/** Numbers of the enumerations. */
export const BATTERY = { unknown: 1, normal: 2, low: 3, depleted: 4 } as const;
/** upsOutputSource. */
export const SOURCE = { other: 1, none: 2, normal: 3, bypass: 4, battery: 5, booster: 6, reducer: 7 } as const;
/** upsTestResultsSummary. */
export const RESULT = { passed: 1, warning: 2, error: 3, aborted: 4, inProgress: 5, none: 6 } as const;
