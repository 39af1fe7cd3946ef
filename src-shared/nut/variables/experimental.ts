/**
 * What names below `experimental.` are called. NUT keeps that prefix for what it has not standardised (docs/nut-names.txt),
 * so they have no rows: what a device says there is shown as it is. Keys are without the prefix; a name whose remainder is
 * a variable of its own (`experimental.ups.test.interval`) has that variable's label and is not here.
 */

/** Labels by the remainder of the name; `n` stands for a number, `{n}` for its place in the label. */
export const EXPERIMENTAL = {
  'ambient.alarms.active': { label: 'Active sensor alarms' },
  'ambient.alarms.enabled': { label: 'Enabled sensor alarms' },
  'battery.calibration.result': { label: 'Battery calibration result' },
  'battery.elapsed': { label: 'Time on battery' },
  'battery.error': { label: 'Battery faults' },
  'battery.lifetime': { label: 'Expected battery life' },
  'battery.lifetime.status': { label: 'State of battery life' },
  'battery.runtime.conserved': { label: 'Runtime kept in reserve' },
  'battery.sku': { label: 'Battery order number' },
  'battery.test.result': { label: 'Battery test result' },
  'input.bads': { label: 'Count of mains faults' },
  'outlet.group.n.runtime.low': { label: 'Outlet group {n} low runtime' },
  'outlet.group.n.runtime.return': { label: 'Outlet group {n} runtime to start again' },
  'outlet.group.n.state': { label: 'Outlet group {n} state' },
  'outlet.group.n.status.cause': { label: 'Outlet group {n} cause of its state' },
  'output.energy': { label: 'Energy delivered' },
  'output.power.percent': { label: 'Apparent power in percent' },
  'output.voltage.selection': { label: 'Output voltage choice' },
  'statistics.battery.totaltime': { label: 'Total time on battery' },
  'statistics.input.totaltime': { label: 'Total time of the input' },
  'statistics.output.totaltime': { label: 'Total time of the output' },
  'statistics.ups.totaltime': { label: 'Total time of the UPS' },
  'ups.alarm.bypass': { label: 'Alarm on bypass' },
  'ups.attached': { label: 'Connected devices' },
  'ups.bypass.forbidden': { label: 'Bypass forbidden' },
  'ups.bypass.off': { label: 'Bypass while off' },
  'ups.calibration.result': { label: 'Calibration result' },
  'ups.dipswitches': { label: 'DIP switches' },
  'ups.error.general': { label: 'General faults' },
  'ups.error.power': { label: 'Power faults' },
  'ups.mode.converter': { label: 'Frequency converter' },
  'ups.mode.eco': { label: 'Economy mode' },
  'ups.mode.green': { label: 'Green mode' },
  'ups.test.detail': { label: 'Self-test details' },
} as const satisfies Record<string, { readonly label: string }>;
