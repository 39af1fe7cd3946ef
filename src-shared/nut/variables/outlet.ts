import type { VariableInfo } from '../types.ts';
import { prefixed } from '../prefixed.ts';
import {
  AC_CURRENT,
  AC_VOLTAGE,
  APPARENT_POWER,
  COUNT,
  COUNTDOWN,
  CREST_FACTOR,
  LOAD_SHARE,
  POWER_FACTOR,
  REAL_POWER,
  SET_DURATION,
  SHARE,
  SWITCH,
  TEXT,
} from './quantities.ts';

/**
 * What one outlet or a group of them tells; `label` follows the noun. All rows stand for outlets and groups alike
 * (docs/nut-names.txt, "outlet.group: ... most of the data published for outlets also apply").
 */
const SHARED = {
  id: { ...TEXT, label: 'identifier', description: "The device's own name for it." },
  name: { ...TEXT, label: 'name', description: 'What it is called.' },
  desc: { ...TEXT, label: 'note', description: 'What somebody wrote about it.' },
  switch: { ...SWITCH, label: 'switch', description: 'What it was told to be: on or off.' },
  status: { ...SWITCH, label: 'state', description: 'Whether it is on or off.' },
  switchable: { ...SWITCH, label: 'switchable', description: 'Whether it can be turned on and off.' },
  alarm: { ...TEXT, label: 'alarms', description: 'What the device complains about here.' },
  type: { ...TEXT, label: 'type', description: 'What kind it is.' },
  'delay.shutdown': {
    ...SET_DURATION,
    label: 'shutdown delay',
    description: 'How long it stays on after being told to turn off.',
  },
  'delay.start': { ...SET_DURATION, label: 'start delay', description: 'How long it stays off before it turns on.' },
  'delay.reboot': { ...SET_DURATION, label: 'reboot delay', description: 'How long it stays off during a reboot.' },
  'timer.shutdown': { ...COUNTDOWN, label: 'time to shutdown', description: 'When it will turn off.' },
  'timer.start': { ...COUNTDOWN, label: 'time to start', description: 'When it will turn on.' },
  'timer.reboot': { ...COUNTDOWN, label: 'time to reboot', description: 'When it will be power-cycled.' },
  current: { ...AC_CURRENT, label: 'current', description: 'Current drawn here.' },
  'current.nominal': { ...AC_CURRENT, label: 'rated current', description: 'Current that it is built for.' },
  'current.maximum': { ...AC_CURRENT, label: 'highest current', description: 'Highest current seen.' },
  'current.status': { ...TEXT, label: 'current state', description: 'How the current stands to its limits.' },
  'current.low.warning': {
    ...AC_CURRENT,
    label: 'low current warning',
    description: 'Current below which the device warns.',
  },
  'current.low.critical': {
    ...AC_CURRENT,
    label: 'low current limit',
    description: 'Current below which the device calls it critical.',
  },
  'current.high.warning': {
    ...AC_CURRENT,
    label: 'high current warning',
    description: 'Current above which the device warns.',
  },
  'current.high.critical': {
    ...AC_CURRENT,
    label: 'high current limit',
    description: 'Current above which the device calls it critical.',
  },
  voltage: { ...AC_VOLTAGE, label: 'voltage', description: 'Voltage delivered here.' },
  'voltage.status': { ...TEXT, label: 'voltage state', description: 'How the voltage stands to its limits.' },
  'voltage.low.warning': {
    ...AC_VOLTAGE,
    label: 'low voltage warning',
    description: 'Voltage below which the device warns.',
  },
  'voltage.low.critical': {
    ...AC_VOLTAGE,
    label: 'low voltage limit',
    description: 'Voltage below which the device calls it critical.',
  },
  'voltage.high.warning': {
    ...AC_VOLTAGE,
    label: 'high voltage warning',
    description: 'Voltage above which the device warns.',
  },
  'voltage.high.critical': {
    ...AC_VOLTAGE,
    label: 'high voltage limit',
    description: 'Voltage above which the device calls it critical.',
  },
  realpower: { ...REAL_POWER, label: 'power', description: 'Real power drawn here.' },
  power: { ...APPARENT_POWER, label: 'apparent power', description: 'Apparent power drawn here.' },
  powerfactor: { ...POWER_FACTOR, label: 'power factor', description: 'Real by apparent power.' },
  crestfactor: { ...CREST_FACTOR, label: 'crest factor', description: 'How spiky the current is.' },
  load: { ...LOAD_SHARE, label: 'load', description: 'How much of what it can carry is in use.' },
} as const satisfies Record<string, VariableInfo>;

const of =
  (noun: string) =>
  (info: VariableInfo): VariableInfo => ({ ...info, label: `${noun} ${info.label}` });

/** Outlets, groups of outlets, and all outlets together (no number). */
export const OUTLET = {
  ...prefixed('outlet', SHARED, of('Outlets')),
  ...prefixed('outlet.n', SHARED, of('Outlet')),
  ...prefixed('outlet.group.n', SHARED, of('Outlet group')),

  'outlet.count': { ...COUNT, label: 'Outlets, how many', description: 'How many outlets there are.' },
  'outlet.group.count': {
    ...COUNT,
    label: 'Outlet groups, how many',
    description: 'How many groups of outlets there are.',
  },
  'outlet.n.groupid': {
    ...TEXT,
    label: 'Outlet belongs to group',
    description: 'The group that the outlet is part of.',
  },
  'outlet.n.protect.status': {
    ...TEXT,
    label: 'Outlet protection',
    description: 'Whether the battery stands behind the outlet.',
  },
  'outlet.n.ecocontrol': {
    ...TEXT,
    label: 'Outlet economy control',
    description: 'Whether this outlet turns others off when it draws little, or is turned off so.',
  },
  'outlet.n.designator': { ...TEXT, label: 'Outlet marking', description: 'What is printed beside the outlet.' },
  'outlet.n.autoswitch.charge.low': {
    ...SHARE,
    label: 'Outlet off at charge',
    description: 'The battery charge at which the outlet turns itself off.',
  },
  'outlet.n.battery.charge.low': {
    ...SHARE,
    label: 'Outlet low battery charge',
    description: 'The battery charge at which the outlet is turned off to save the battery.',
  },
  'outlet.group.n.color': { ...TEXT, label: 'Outlet group colour', description: 'The colour that marks the group.' },
  'outlet.group.n.count': { ...COUNT, label: 'Outlet group size', description: 'How many outlets the group has.' },
  'outlet.group.n.phase': { ...TEXT, label: 'Outlet group phase', description: 'The phase that feeds the group.' },
  'outlet.group.n.input': { ...TEXT, label: 'Outlet group input', description: 'The input that feeds the group.' },
} as const satisfies Record<string, VariableInfo>;
