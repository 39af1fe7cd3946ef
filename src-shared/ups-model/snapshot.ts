/** What the model shows of itself. Pure. */
import type { StatusWord } from '../nut/index.ts';
import type { Internals } from './internals.ts';
import { connectedLoad, isCharging, isLow, loadPercent, presentCurve } from './internals.ts';
import { outputFrom } from './mains.ts';
import { terminals } from './terminals.ts';
import type { UpsState } from './types.ts';

/** The state at this moment. */
export function snapshot(ups: Internals): UpsState {
  const { world } = ups;
  const mainsFrequency = world.mainsVoltage > 0 ? world.mainsFrequency : 0;
  const output = outputState(ups, mainsFrequency);
  const low = isLow(ups);
  const charging = isCharging(ups);
  const { voltage, current } = terminals(ups);
  const state: Omit<UpsState, 'status'> = {
    time: ups.time,
    mains: { present: ups.trouble === null, voltage: world.mainsVoltage, frequency: mainsFrequency },
    output,
    battery: {
      charge: ups.charge * 100,
      voltage,
      runtime: presentCurve(ups).runtime(ups.charge),
      temperature: ups.batteryTemperature,
      current,
      low,
      replace: ups.replace,
      charging,
      discharging: ups.source === 'battery',
      health: ups.health,
      installed: ups.installed,
    },
    temperature: ups.temperature,
    overload: output.load > 100 + 1e-9,
    fault: world.fault,
    beeper: ups.beeper,
    beeping: ups.beeper === 'enabled' && ups.alarms.trim() !== '',
    test: {
      running: ups.test?.kind ?? 'none',
      result: ups.testResult,
      elapsed: ups.test === null ? null : ups.time - ups.test.since,
    },
    timers: timers(ups),
    delays: { ...ups.delays },
    outlets: ups.outlets.map(({ id, on, offAt, onAt }) => ({
      id,
      on: on && output.on,
      offIn: offAt === null ? null : offAt - ups.time,
      onIn: onAt === null ? null : onAt - ups.time,
    })),
    secondsOnBattery: ups.outageSeconds,
    lastTransfer: ups.lastTransfer,
    mainsExtremes: {
      low: ups.extremes.low,
      high: ups.extremes.high,
      fault: ups.extremes.fault ?? world.mainsVoltage,
    },
    linkLost: world.linkLost,
  };
  return { ...state, status: statusWords(state) };
}

function outputState(ups: Internals, mainsFrequency: number): UpsState['output'] {
  const on = ups.source !== 'off';
  const mains = { voltage: ups.world.mainsVoltage, frequency: mainsFrequency };
  const out = outputFrom(ups.profile, ups.source, mains, !ups.world.fault);
  const realPower = on ? connectedLoad(ups) : 0;
  const power = realPower / ups.world.powerFactor;
  const current = out.voltage > 0 ? power / (out.voltage * ups.profile.phases) : 0;
  return { on, ...out, current, realPower, power, load: loadPercent(ups), source: ups.source };
}

function timers(ups: Internals): UpsState['timers'] {
  const start = ups.restart?.at ?? null;
  return {
    shutdown: ups.pending === null ? null : ups.pending.offAt - ups.time,
    start: start === null || start <= ups.time ? null : start - ups.time,
    returnWithMains: ups.pending?.afterwards.returnWithMains ?? ups.restart?.returnWithMains ?? false,
  };
}

/**
 * The words in NUT's order. A self-test keeps `OL`: mains is there, and a program that sees `OB` would begin to count
 * down; that the battery works shows as `DISCHRG`. An output that is off still says whether mains is there.
 */
function statusWords(state: Omit<UpsState, 'status'>): StatusWord[] {
  const { battery, output, test } = state;
  const words: [StatusWord, boolean][] = [
    ['OL', state.mains.present],
    ['OB', !state.mains.present],
    ['LB', battery.low],
    ['RB', battery.replace],
    ['CHRG', battery.charging],
    ['DISCHRG', battery.discharging],
    ['TRIM', output.regulation === 'trim'],
    ['BOOST', output.regulation === 'boost'],
    ['BYPASS', output.source === 'bypass'],
    ['TEST', test.running !== 'none' && test.running !== 'calibration'],
    ['CAL', test.running === 'calibration'],
    ['OFF', !output.on],
    ['OVER', state.overload],
    ['ALARM', state.fault],
  ];
  return words.filter(([, holds]) => holds).map(([word]) => word);
}
