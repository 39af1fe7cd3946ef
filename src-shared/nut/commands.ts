import type { CommandInfo } from './types.ts';
import { prefixed } from './prefixed.ts';

const NOW_OFF = 'Everything connected loses power at once.';
const LATER_OFF = 'Everything connected loses power after the delay.';

/**
 * What one outlet or a group of them can be told; `{it}` is "outlet" or "outlet group". The document of record names
 * the commands of outlets; NUT's drivers serve the delayed ones and those of groups under the same words.
 */
const SWITCHING = {
  'load.off': {
    label: 'Turn the {it} off',
    description: 'Cuts the power of this {it} at once.',
    danger: 'drops-load',
    effect: 'What is connected to this {it} loses power at once.',
  },
  'load.off.delay': {
    label: 'Turn the {it} off later',
    description: 'Cuts the power of this {it} after a delay.',
    danger: 'drops-load',
    effect: 'What is connected to this {it} loses power after the delay.',
  },
  'load.on': {
    label: 'Turn the {it} on',
    description: 'Powers this {it} at once.',
    danger: 'disturbs',
    effect: 'What is connected to this {it} gets power at once and may start by itself.',
  },
  'load.on.delay': {
    label: 'Turn the {it} on later',
    description: 'Powers this {it} after a delay.',
    danger: 'disturbs',
    effect: 'What is connected to this {it} gets power after the delay and may start by itself.',
  },
  'load.cycle': {
    label: 'Power-cycle the {it}',
    description: 'Cuts the power of this {it} and gives it back a moment later.',
    danger: 'drops-load',
    effect: 'What is connected to this {it} loses power at once and gets it back a moment later.',
  },
  'load.cycle.delay': {
    label: 'Power-cycle the {it} later',
    description: 'Cuts the power of this {it} after a delay and gives it back a moment later.',
    danger: 'drops-load',
    effect: 'What is connected to this {it} loses power after the delay and gets it back a moment later.',
  },
  'shutdown.return': {
    label: 'Turn the {it} off until mains returns',
    description: 'Cuts the power of this {it} after its delay and gives it back with mains.',
    danger: 'drops-load',
    effect: 'What is connected to this {it} loses power after its delay and gets it back when mains is there.',
  },
} as const satisfies Record<string, Required<CommandInfo>>;

const of =
  (it: string) =>
  (info: Required<CommandInfo>): CommandInfo => ({
    danger: info.danger,
    label: info.label.replace('{it}', it),
    description: info.description.replace('{it}', it),
    effect: info.effect.replace('{it}', it),
  });

/**
 * The instant commands of RFC 9271 (document of record: NUT's docs/nut-names.txt, "Instant commands"), as patterns
 * (see `names.ts`). A delay is in seconds, given as the command's argument.
 */
export const COMMANDS = {
  'load.off': {
    label: 'Turn the load off',
    description: 'Cuts the power of the load.',
    danger: 'drops-load',
    effect: NOW_OFF,
  },
  'load.off.delay': {
    label: 'Turn the load off later',
    description: 'Cuts the power of the load after a delay.',
    danger: 'drops-load',
    effect: LATER_OFF,
  },
  'load.on': {
    label: 'Turn the load on',
    description: 'Powers the load.',
    danger: 'disturbs',
    effect: 'Everything connected gets power at once and may start by itself.',
  },
  'load.on.delay': {
    label: 'Turn the load on later',
    description: 'Powers the load after a delay.',
    danger: 'disturbs',
    effect: 'Everything connected gets power after the delay and may start by itself.',
  },
  'shutdown.default': {
    label: "Shut down the driver's way",
    description: 'Turns the UPS off the way that suits this model best.',
    danger: 'drops-load',
    effect: 'Everything connected loses power, and whether it comes back depends on this model.',
  },
  'shutdown.return': {
    label: 'Shut down until mains returns',
    description: 'Cuts the load after the shutdown delay and powers it again when mains is there.',
    danger: 'drops-load',
    effect: 'Everything connected loses power after the shutdown delay and gets it back when mains is there.',
  },
  'shutdown.stayoff': {
    label: 'Shut down and stay off',
    description: 'Cuts the load after the shutdown delay and stays off.',
    danger: 'drops-load',
    effect: 'Everything connected loses power after the shutdown delay and stays off until somebody turns the UPS on.',
  },
  'shutdown.stop': {
    label: 'Cancel the shutdown',
    description: 'Stops a shutdown that is counting down.',
    danger: 'disturbs',
    effect: 'The UPS stops counting down and goes on powering the load, on battery until it is empty.',
  },
  'shutdown.reboot': {
    label: 'Power-cycle the load',
    description: 'Cuts the load for a moment and powers it again.',
    danger: 'drops-load',
    effect: 'Everything connected loses power at once and gets it back a moment later.',
  },
  'shutdown.reboot.graceful': {
    label: 'Power-cycle the load later',
    description: 'Waits, cuts the load for a moment and powers it again.',
    danger: 'drops-load',
    effect: 'Everything connected loses power after the delay and gets it back a moment later.',
  },
  'test.panel.start': { label: 'Test the panel', description: 'Lights all lamps of the UPS.', danger: 'none' },
  'test.panel.stop': { label: 'Stop the panel test', description: 'Ends the test of the lamps.', danger: 'none' },
  'test.failure.start': {
    label: 'Pretend an outage',
    description: 'Lets the UPS behave as if mains were gone.',
    danger: 'disturbs',
    effect: 'The UPS carries the load on battery until this is stopped; a bad battery would drop the load.',
  },
  'test.failure.stop': {
    label: 'End the pretended outage',
    description: 'Lets the UPS return to mains.',
    danger: 'none',
  },
  'test.battery.start': {
    label: 'Test the battery',
    description: 'Runs the load on battery for a while and judges the battery.',
    danger: 'disturbs',
    effect: 'The UPS carries the load on battery for a while; a bad battery could drop the load.',
  },
  'test.battery.start.quick': {
    label: 'Test the battery briefly',
    description: 'Runs the load on battery for some seconds and judges the battery.',
    danger: 'disturbs',
    effect: 'The UPS carries the load on battery for some seconds; a bad battery could drop the load.',
  },
  'test.battery.start.low': {
    label: 'Test the battery until it is low',
    description: 'Runs the load on battery until the UPS calls the battery low.',
    danger: 'disturbs',
    effect:
      'The UPS carries the load on battery until it is low. An outage soon after finds it nearly empty; protection may shut computers down.',
  },
  'test.battery.start.deep': {
    label: 'Test the battery deeply',
    description: 'Runs a large part of the battery down and judges it.',
    danger: 'disturbs',
    effect:
      'The UPS carries the load on battery for long. An outage soon after finds it nearly empty; a bad battery could drop the load.',
  },
  'test.battery.stop': { label: 'Stop the battery test', description: 'Ends the test of the battery.', danger: 'none' },
  'test.system.start': {
    label: 'Test the whole UPS',
    description: 'Lets the UPS test everything it can.',
    danger: 'disturbs',
    effect: 'The UPS may carry the load on battery for a while; a bad battery could drop the load.',
  },
  'calibrate.start': {
    label: 'Learn the runtime',
    description: 'Runs the battery down once to learn how long it lasts.',
    danger: 'disturbs',
    effect: 'The UPS carries the load on battery until it is nearly empty. An outage soon after finds little left.',
  },
  'calibrate.stop': { label: 'Stop learning the runtime', description: 'Ends the calibration.', danger: 'none' },
  'bypass.start': {
    label: 'Go to bypass',
    description: 'Feeds the load from mains around the UPS.',
    danger: 'disturbs',
    effect: 'Mains feeds the load directly: an outage would drop it at once.',
  },
  'bypass.stop': {
    label: 'Leave bypass',
    description: 'Lets the UPS feed the load again.',
    danger: 'disturbs',
    effect: 'The load is transferred from mains back to the UPS.',
  },
  'reset.input.minmax': {
    label: 'Forget extremes of mains',
    description: 'Starts the lowest and highest mains voltage anew.',
    danger: 'none',
  },
  'reset.watchdog': {
    label: 'Reset the watchdog',
    description: 'Restarts the timer after which the UPS power-cycles the load.',
    danger: 'drops-load',
    effect: 'The UPS may power-cycle everything connected.',
  },
  'beeper.enable': { label: 'Enable the beeper', description: 'Lets the UPS beep.', danger: 'none' },
  'beeper.disable': { label: 'Disable the beeper', description: 'Keeps the UPS from beeping.', danger: 'none' },
  'beeper.mute': {
    label: 'Silence the beeper',
    description: 'Silences the beeper until the next event.',
    danger: 'none',
  },
  'beeper.toggle': {
    label: 'Switch the beeper',
    description: 'Enables or disables the beeper in turn.',
    danger: 'none',
  },
  'clear.fault.record': {
    label: 'Clear the fault record',
    description: 'Forgets the faults recorded.',
    danger: 'none',
  },
  'experimental.ecomode.start': {
    label: 'Start economy mode',
    description: 'Feeds the load from mains to save energy.',
    danger: 'disturbs',
    effect: 'Mains feeds the load directly; in an outage there is a short gap before the battery helps.',
  },
  'experimental.ecomode.stop': {
    label: 'Stop economy mode',
    description: 'Lets the inverter feed the load again.',
    danger: 'disturbs',
    effect: 'The load is transferred from mains back to the inverter.',
  },
  'experimental.bypass.ecomode.start': {
    label: 'Go to bypass, then economy mode',
    description: 'Feeds the load around the UPS, then saves energy.',
    danger: 'disturbs',
    effect: 'Mains feeds the load directly: for a moment an outage would drop it.',
  },
  'experimental.bypass.ecomode.stop': {
    label: 'Leave bypass, then economy mode',
    description: 'Leaves the bypass, then the economy mode.',
    danger: 'disturbs',
    effect: 'The load is transferred from mains back to the inverter.',
  },
  'experimental.essmode.start': {
    label: 'Start energy saver mode',
    description: "Starts the maker's energy saver.",
    danger: 'disturbs',
    effect: 'Mains feeds the load directly; in an outage there is a short gap before the battery helps.',
  },
  'experimental.essmode.stop': {
    label: 'Stop energy saver mode',
    description: "Ends the maker's energy saver.",
    danger: 'disturbs',
    effect: 'The load is transferred from mains back to the inverter.',
  },
  'experimental.test.beeper.start': { label: 'Test the beeper', description: 'Lets the beeper sound.', danger: 'none' },
  'experimental.test.beeper.stop': { label: 'Stop the beeper test', description: 'Ends the beeping.', danger: 'none' },
  ...prefixed('outlet.n', SWITCHING, of('outlet')),
  ...prefixed('outlet.group.n', SWITCHING, of('outlet group')),
} as const satisfies Record<string, CommandInfo>;
