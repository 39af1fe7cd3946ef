/** The device's side: a UPS that keeps to the specification, with the state of the model at the moment it is asked. */
import type { UpsModel, UpsState } from '../../src-shared/ups-model/index.ts';
import type { Simulator } from '../driver.ts';
import { padded } from '../kit/line/ascii.ts';
import { lineSimulator } from '../kit/line/line.ts';

/** Seconds. */
const MINUTE = 60;
/** Volt of one cell: on-line units print the voltage of one. */
const CELL = 2;

const TEST_FOR = /^T(\d\d)$/;
const SHUTDOWN = /^S(\.[2-9]|0[0-9]|10)(?:R(\d{4}))?$/;

/** The simulated device. */
export function simulate(ups: UpsModel): Simulator['stream'] {
  return lineSimulator((line) => (ups.state().linkLost ? '' : answer(line, ups)));
}

function answer(line: string, ups: UpsModel): string {
  if (line === 'Q1') return statusLine(ups);
  if (line === 'F') return ratingLine(ups);
  if (line === 'I') return vendorLine(ups);
  // What it cannot handle it echoes; what it can, it does without a word.
  return obey(line, ups) ? '' : `${line}\r`;
}

function statusLine(ups: UpsModel): string {
  const state = ups.state();
  // > Q1\r
  // < (208.4 140.0 208.4 034 59.9 2.05 35.0 00110000\r
  const line = [
    padded(state.mains.voltage, 5, 1),
    padded(state.mainsExtremes.fault, 5, 1),
    padded(state.output.voltage, 5, 1),
    padded(state.output.load, 3, 0),
    padded(state.mains.frequency, 4, 1),
    batteryField(ups, state),
    padded(state.temperature, 4, 1),
    bits(ups, state),
  ].join(' ');
  // "After query, the I/P fault voltage will be same as I/P voltage until next glitch occurs."
  ups.resetExtremes();
  return `(${line}\r`;
}

function batteryField({ profile }: UpsModel, { battery }: UpsState): string {
  if (profile.topology !== 'online') return padded(battery.voltage, battery.voltage < 100 ? 4 : 5, 1);
  return padded((battery.voltage * CELL) / profile.nominalBatteryVoltage, 4, 2);
}

function bits({ profile }: UpsModel, state: UpsState): string {
  const { output, timers } = state;
  return [
    state.status.includes('OB'),
    state.battery.low,
    output.source === 'bypass' || output.regulation !== 'none',
    // The protocol's one bit for anything wrong with the UPS or its battery.
    state.fault || state.battery.replace || state.test.result === 'failed',
    profile.topology !== 'online',
    state.test.running !== 'none',
    timers.shutdown !== null || timers.start !== null,
    state.beeper === 'enabled',
  ]
    .map((bit) => (bit ? '1' : '0'))
    .join('');
}

function ratingLine({ profile }: UpsModel): string {
  const battery = profile.nominalBatteryVoltage;
  const current = Math.round(profile.nominalPower / profile.nominalVoltage);
  // > F\r
  // < #220.0 013 72.00 50.0\r
  return `#${[
    padded(profile.nominalVoltage, 5, 1),
    padded(current, 3, 0),
    padded(battery, 5, battery < 100 ? 2 : 1),
    padded(profile.nominalFrequency, 4, 1),
  ].join(' ')}\r`;
}

/** The text in a column of this width. */
function fill(text: string, width: number): string {
  return text.slice(0, width).padEnd(width);
}

function vendorLine({ profile }: UpsModel): string {
  // > I\r
  // < #-------------   ------     VT12046Q  \r
  return `#${fill(profile.manufacturer, 15)} ${fill(profile.model, 10)} ${fill(profile.firmware, 10)}\r`;
}

/** Does what the line says; false where it is no command or cannot be done now. */
function obey(line: string, ups: UpsModel): boolean {
  if (line === 'T') return ups.startTest('quick');
  if (line === 'TL') return ups.startTest('deep');
  if (line === 'CT') return ups.cancelTest();
  if (line === 'Q') return ups.setBeeper(ups.state().beeper === 'enabled' ? 'disabled' : 'enabled');
  if (line === 'C') {
    // With nothing to cancel there is nothing to refuse either.
    ups.cancelShutdown();
    return true;
  }
  const minutes = Number(TEST_FOR.exec(line)?.[1] ?? 0);
  if (minutes > 0) return ups.startTimedTest(minutes * MINUTE);
  const [, off, on] = SHUTDOWN.exec(line) ?? [];
  if (off === undefined) return false;
  const offIn = Math.round(Number(off) * MINUTE);
  if (on === undefined) return ups.shutdown(offIn, { onIn: null, returnWithMains: true });
  if (on === '0000') return ups.shutdown(offIn, { onIn: null, returnWithMains: false });
  return ups.shutdown(offIn, { onIn: Number(on) * MINUTE, returnWithMains: true });
}
