/** The simulated UPS in the words of the tables: its variables, its flags, and what commands do to it. */
import type { CommandName, Value, VarName } from '../../src-shared/nut/index.ts';
import type { UpsModel, UpsState } from '../../src-shared/ups-model/index.ts';
import type { Flag } from './shapes.ts';

const TEST_RESULTS = {
  none: 'No test initiated',
  passed: 'Done and passed',
  warning: 'Done and warning',
  failed: 'Done and error',
  aborted: 'Aborted',
} as const;

/** Seconds that a switched outlet waits on battery before it goes off, and on mains before it comes back. */
const OUTLET_DELAYS = { shutdown: 120, start: 3 } as const;

/** Numbers and words that a device of this kind would report now; names that the model knows nothing of are missing. */
export function modelVars({ profile }: UpsModel, state: UpsState): ReadonlyMap<VarName, Value> {
  const { battery, mains, output, test, delays } = state;
  const testing = test.running !== 'none' && test.running !== 'calibration';
  const outlets = state.outlets.flatMap(({ id, on }): [VarName, Value][] => [
    [`outlet.${id}.id`, id],
    [`outlet.${id}.status`, on ? 'on' : 'off'],
    [`outlet.${id}.switchable`, 'yes'],
    [`outlet.${id}.delay.shutdown`, OUTLET_DELAYS.shutdown],
    [`outlet.${id}.delay.start`, OUTLET_DELAYS.start],
  ]);
  return new Map<VarName, Value>([
    ['battery.charge', battery.charge],
    ['battery.charge.low', profile.lowCharge],
    ['battery.charge.warning', Math.min(100, profile.lowCharge * 2)],
    ['battery.runtime', battery.runtime],
    ['battery.runtime.low', profile.lowRuntime],
    ['battery.voltage', battery.voltage],
    ['battery.voltage.nominal', profile.nominalBatteryVoltage],
    ['battery.current', battery.current],
    ['battery.temperature', battery.temperature],
    ['battery.mfr.date', battery.installed],
    ['battery.charger.status', battery.charging ? 'charging' : battery.discharging ? 'discharging' : 'resting'],
    ['ups.load', output.load],
    ['ups.power', output.power],
    ['ups.realpower', output.realPower],
    ['ups.power.nominal', profile.nominalPower],
    ['ups.realpower.nominal', profile.nominalRealPower],
    ['ups.temperature', state.temperature],
    ['ups.beeper.status', state.beeper],
    ['ups.test.result', testing ? 'In progress' : TEST_RESULTS[test.result]],
    ['ups.delay.shutdown', delays.shutdown],
    ['ups.type', profile.topology === 'online' ? 'online' : 'offline / line interactive'],
    ['input.voltage', mains.voltage],
    ['input.voltage.nominal', profile.nominalVoltage],
    ['input.frequency', mains.frequency],
    ['input.frequency.nominal', profile.nominalFrequency],
    ['input.transfer.low', profile.lowTransfer],
    ['input.transfer.high', profile.highTransfer],
    ['input.sensitivity', 'normal'],
    ['output.voltage', output.voltage],
    ['output.voltage.nominal', profile.nominalVoltage],
    ['output.current', output.current],
    ['output.frequency', output.frequency],
    ['output.frequency.nominal', profile.nominalFrequency],
    ...outlets,
  ]);
}

/** Charge from which a device calls its battery full. Percent. */
const FULL = 99.95;

/** The flags of a device in this state. */
export function modelFlags(state: UpsState): ReadonlyMap<Flag, boolean> {
  const { battery, mains, output, test } = state;
  return new Map<Flag, boolean>([
    ['online', mains.present],
    ['onBattery', !mains.present],
    ['charging', battery.charging],
    ['discharging', battery.discharging],
    ['low', battery.low],
    ['timeLimit', false],
    ['imminent', false],
    ['replace', battery.replace],
    ['noBattery', false],
    ['full', battery.charge >= FULL],
    ['overload', state.overload],
    ['boost', output.regulation === 'boost'],
    ['trim', output.regulation === 'trim'],
    ['bypass', output.source === 'bypass'],
    ['eco', false],
    ['off', !output.on],
    ['test', test.running !== 'none' && test.running !== 'calibration'],
    ['calibration', test.running === 'calibration'],
    ['fault', state.fault],
  ]);
}

const OUTLET = /^outlet\.(\d+)\.load\.(on|off)$/;

/** Does what a command of the tables means; whether the UPS accepted it. */
export function obey(ups: UpsModel, name: CommandName): boolean {
  const [, outlet, state] = OUTLET.exec(name) ?? [];
  if (outlet !== undefined) return ups.switchOutlet(Number(outlet), state === 'on', 0);
  switch (name) {
    case 'test.battery.start':
    case 'test.battery.start.quick':
      return ups.startTest('quick');
    case 'test.battery.start.deep':
      return ups.startTest('deep');
    case 'test.battery.stop':
      // With nothing to stop there is nothing to refuse.
      ups.cancelTest();
      return true;
    case 'beeper.enable':
      return ups.setBeeper('enabled');
    case 'beeper.disable':
      return ups.setBeeper('disabled');
    case 'beeper.mute':
      return ups.setBeeper('muted');
    case 'bypass.start':
      return ups.setBypass(true);
    case 'bypass.stop':
      return ups.setBypass(false);
    case 'shutdown.return':
      return ups.shutdown(0, { onIn: null, returnWithMains: true });
    default:
      // Lamps, watchdogs and economy modes are none that the model has.
      return true;
  }
}
