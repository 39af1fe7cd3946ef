import type { VariableInfo } from '../types.ts';
import { measured } from './phases.ts';
import { AC_VOLTAGE, COUNT, FREQUENCY, SET_DURATION, SHARE, SWITCH, TEXT } from './quantities.ts';
import { SENSITIVITY, SOURCE, TRANSFER_REASON } from './words.ts';

/** Power that comes in: mains, the bypass feeds, and the rules by which the UPS turns from mains to battery. */
export const INPUT = {
  ...measured('input', 'Input'),
  ...measured('input.bypass', 'Bypass input'),
  ...measured('input.servicebypass', 'Service bypass input'),

  'input.phases': { ...COUNT, label: 'Input phases', description: 'How many phases come in.' },
  'input.bypass.phases': { ...COUNT, label: 'Bypass input phases', description: 'How many phases the bypass has.' },
  'input.servicebypass.phases': {
    ...COUNT,
    label: 'Service bypass input phases',
    description: 'How many phases the service bypass has.',
  },
  'input.voltage.fault': {
    ...AC_VOLTAGE,
    label: 'Input voltage at last transfer',
    description: 'Voltage at which the UPS last turned to battery.',
  },
  'input.voltage.extended': {
    ...SWITCH,
    label: 'Wide input voltage',
    description: 'Whether a wider range of mains voltage is accepted before battery is used.',
  },
  'input.frequency.status': {
    ...TEXT,
    label: 'Input frequency state',
    description: 'How the mains frequency stands to its limits.',
  },
  'input.frequency.low': { ...FREQUENCY, label: 'Lowest input frequency', description: 'Lowest frequency accepted.' },
  'input.frequency.high': {
    ...FREQUENCY,
    label: 'Highest input frequency',
    description: 'Highest frequency accepted.',
  },
  'input.frequency.extended': {
    ...SWITCH,
    label: 'Wide input frequency',
    description: 'Whether a wider range of mains frequency is accepted before battery is used.',
  },
  'input.transfer.delay': {
    ...SET_DURATION,
    label: 'Delay back to mains',
    description: 'How long mains must be good before the UPS turns back to it.',
  },
  'input.transfer.reason': {
    ...TEXT,
    words: TRANSFER_REASON,
    label: 'Last transfer because',
    description: 'Why the UPS last turned to battery.',
  },
  'input.transfer.low': {
    ...AC_VOLTAGE,
    label: 'Transfer below',
    description: 'Mains voltage below which the UPS turns to battery.',
  },
  'input.transfer.high': {
    ...AC_VOLTAGE,
    label: 'Transfer above',
    description: 'Mains voltage above which the UPS turns to battery.',
  },
  'input.transfer.low.min': {
    ...AC_VOLTAGE,
    label: 'Transfer below, least',
    description: 'The least value that the lower transfer voltage can be set to.',
  },
  'input.transfer.low.max': {
    ...AC_VOLTAGE,
    label: 'Transfer below, most',
    description: 'The greatest value that the lower transfer voltage can be set to.',
  },
  'input.transfer.high.min': {
    ...AC_VOLTAGE,
    label: 'Transfer above, least',
    description: 'The least value that the upper transfer voltage can be set to.',
  },
  'input.transfer.high.max': {
    ...AC_VOLTAGE,
    label: 'Transfer above, most',
    description: 'The greatest value that the upper transfer voltage can be set to.',
  },
  'input.transfer.boost.low': {
    ...AC_VOLTAGE,
    label: 'Boost from',
    description: 'Lowest mains voltage that the UPS raises instead of using the battery.',
  },
  'input.transfer.boost.high': {
    ...AC_VOLTAGE,
    label: 'Boost up to',
    description: 'Mains voltage up to which the UPS raises it.',
  },
  'input.transfer.trim.low': {
    ...AC_VOLTAGE,
    label: 'Trim from',
    description: 'Mains voltage from which the UPS lowers it.',
  },
  'input.transfer.trim.high': {
    ...AC_VOLTAGE,
    label: 'Trim up to',
    description: 'Highest mains voltage that the UPS lowers instead of using the battery.',
  },
  'input.transfer.eco.low': {
    ...AC_VOLTAGE,
    label: 'Economy mode from',
    description: 'Lowest mains voltage at which the economy mode is allowed.',
  },
  'input.transfer.eco.high': {
    ...AC_VOLTAGE,
    label: 'Economy mode up to',
    description: 'Highest mains voltage at which the economy mode is allowed.',
  },
  'input.transfer.bypass.low': {
    ...AC_VOLTAGE,
    label: 'Bypass from',
    description: 'Lowest mains voltage at which the bypass is allowed.',
  },
  'input.transfer.bypass.high': {
    ...AC_VOLTAGE,
    label: 'Bypass up to',
    description: 'Highest mains voltage at which the bypass is allowed.',
  },
  'input.transfer.frequency.bypass.range': {
    ...SHARE,
    label: 'Bypass frequency tolerance',
    description: 'How far the frequency may be off while the bypass is allowed.',
  },
  'input.transfer.frequency.eco.range': {
    ...SHARE,
    label: 'Economy frequency tolerance',
    description: 'How far the frequency may be off while the economy mode is allowed.',
  },
  'input.transfer.hysteresis': {
    ...AC_VOLTAGE,
    label: 'Transfer hysteresis',
    description: 'How far the voltage must come back over a limit before the UPS changes back.',
  },
  'input.transfer.bypass.forced': {
    ...SWITCH,
    label: 'Forced bypass allowed',
    description: 'Whether the UPS may change to bypass and back by itself.',
  },
  'input.transfer.bypass.overload': {
    ...SWITCH,
    label: 'Bypass on overload',
    description: 'Whether overload turns the UPS to bypass.',
  },
  'input.transfer.bypass.outlimits': {
    ...SWITCH,
    label: 'Bypass out of limits',
    description: 'Whether the bypass may be used when its power is out of tolerance.',
  },
  'input.eco.switchable': { ...TEXT, label: 'Economy mode choice', description: 'Which economy mode is chosen.' },
  'input.bypass.switchable': {
    ...SWITCH,
    label: 'Automatic bypass',
    description: 'Whether overload or power out of tolerance turns the UPS to bypass.',
  },
  'input.bypass.switch.on': { ...TEXT, label: 'Bypass switch', description: 'Turns the UPS to bypass.' },
  'input.bypass.switch.off': { ...TEXT, label: 'Bypass release', description: 'Takes the UPS out of bypass.' },
  'input.sensitivity': {
    ...TEXT,
    words: SENSITIVITY,
    label: 'Sensitivity',
    description: 'How soon the UPS takes disturbances of mains for an outage.',
  },
  'input.quality': { ...TEXT, label: 'Mains quality', description: "The UPS's own measure of mains." },
  'input.feed.color': { ...TEXT, label: 'Feed colour', description: 'The colour by which the feed is marked.' },
  'input.feed.desc': { ...TEXT, label: 'Feed', description: 'What the feed is called.' },
  'input.source': {
    ...TEXT,
    words: SOURCE,
    label: 'Source in use',
    description: 'Which of several inputs is used now.',
  },
  'input.source.preferred': {
    ...TEXT,
    label: 'Preferred source',
    description: 'Which of several inputs is preferred.',
  },
  'input.phase.shift': {
    type: 'number',
    unit: '°',
    min: -360,
    max: 360,
    label: 'Phase shift',
    description: 'By how much the voltages of the two inputs are apart in phase.',
  },

  'input.count': { ...COUNT, label: 'Inputs', description: 'How many inputs a transfer switch has.' },
  'input.n.id': { ...TEXT, label: 'Source name', description: 'The name of one input of a transfer switch.' },
  'input.n.feed.color': { ...TEXT, label: 'Source colour', description: 'The colour by which this input is marked.' },
  'input.n.feed.desc': { ...TEXT, label: 'Source feed', description: 'What the feed of this input is called.' },
  'input.n.voltage': { ...AC_VOLTAGE, label: 'Source voltage', description: 'Voltage of one input.' },
  'input.n.voltage.status': {
    ...TEXT,
    label: 'Source voltage state',
    description: 'How the voltage of one input stands to its limits.',
  },
  'input.n.frequency': { ...FREQUENCY, label: 'Source frequency', description: 'Frequency of one input.' },
  'input.n.frequency.status': {
    ...TEXT,
    label: 'Source frequency state',
    description: 'How the frequency of one input stands to its limits.',
  },
} as const satisfies Record<string, VariableInfo>;
