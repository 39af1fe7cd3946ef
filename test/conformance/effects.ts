/** What each command is for, as seen on the simulated UPS: the state it needs, and what must have become of it. */
import type { CommandPattern } from '../../src-shared/nut/index.ts';
import type { UpsModel, UpsState } from '../../src-shared/ups-model/index.ts';

/** Long enough for every delay before an output comes on again after a command. Seconds. */
const SOON = 60;

/** Brings the UPS into a state in which the command has something to do. */
export const PREPARATIONS: { readonly [C in CommandPattern]?: (ups: UpsModel) => void } = {
  'beeper.enable': (ups) => ups.setBeeper('disabled'),
  'beeper.mute': (ups) => {
    ups.world.mainsVoltage = 0;
    ups.advance(1);
  },
  'load.on': (ups) => {
    ups.shutdown(0, { onIn: null, returnWithMains: false });
    ups.advance(20);
  },
  'load.on.delay': (ups) => {
    ups.shutdown(0, { onIn: null, returnWithMains: false });
    ups.advance(20);
  },
  'shutdown.stop': (ups) => ups.shutdown(120, { onIn: null, returnWithMains: true }),
  'test.battery.stop': (ups) => ups.startTest('deep'),
  'calibrate.stop': (ups) => ups.startTest('calibration'),
  'bypass.stop': (ups) => ups.setBypass(true),
  'outlet.group.n.load.on': everythingOff,
  'outlet.group.n.load.on.delay': everythingOff,
};

function everythingOff(ups: UpsModel): void {
  for (const { id } of ups.state().outlets) ups.switchOutlet(id, false, 0);
  ups.shutdown(0, { onIn: null, returnWithMains: false });
  ups.advance(20);
}

/** Likewise for variables that can be set. */
export const SETTING_PREPARATIONS: Readonly<Record<string, (ups: UpsModel) => void>> = {
  // Only what sounds can be muted.
  'ups.beeper.status': (ups) => {
    ups.world.mainsVoltage = 0;
    ups.advance(1);
  },
};

const testing = (_before: UpsState, { test }: UpsState) => test.running !== 'none';
/** The group may be all outlets, or one that shows only once the UPS is on. */
const groupComesOn = (before: UpsState, _after: UpsState, ups: UpsModel) => {
  ups.advance(SOON);
  if (ups.state().output.on) return !before.output.on;
  ups.switchOn(0);
  return ups.state().outlets.some(({ on }) => on);
};
const comingDown = (_before: UpsState, { timers, output }: UpsState) => timers.shutdown !== null || !output.on;

/** Whether the command did what it is for. `ups` may be advanced. A command that is not here must change something. */
export const EFFECTS: {
  readonly [C in CommandPattern]?: (before: UpsState, after: UpsState, ups: UpsModel) => boolean;
} = {
  'beeper.toggle': (before, after) => before.beeper !== after.beeper,
  'beeper.enable': (_before, after) => after.beeper === 'enabled',
  'beeper.disable': (_before, after) => after.beeper === 'disabled',
  'beeper.mute': (before, after) => before.beeping && !after.beeping,
  'load.off': (_before, after) => !after.output.on,
  'load.on': (before, _after, ups) => {
    ups.advance(SOON);
    return !before.output.on && ups.state().output.on;
  },
  'shutdown.return': (before, after, ups) => {
    if (!comingDown(before, after)) return false;
    ups.advance(600);
    const wentOff = !ups.state().output.on || after.output.on;
    // Whatever the delays, mains that fails and comes back brings the load back.
    ups.world.mainsVoltage = 0;
    ups.advance(60);
    ups.world.mainsVoltage = ups.profile.nominalVoltage;
    ups.advance(3600);
    return wentOff && ups.state().output.on;
  },
  'shutdown.stayoff': (before, after, ups) => {
    if (!comingDown(before, after)) return false;
    ups.advance(3600);
    return !ups.state().output.on;
  },
  'shutdown.reboot': (before, after, ups) => {
    if (!comingDown(before, after)) return false;
    ups.advance(3600);
    return ups.state().output.on;
  },
  'shutdown.stop': (before, after) => before.timers.shutdown !== null && after.timers.shutdown === null,
  'outlet.group.n.load.on': groupComesOn,
  'outlet.group.n.load.on.delay': groupComesOn,
  'test.battery.start': testing,
  'test.battery.start.quick': testing,
  'test.battery.start.deep': testing,
  'test.battery.stop': (before, after) => before.test.running !== 'none' && after.test.running === 'none',
  'calibrate.start': testing,
  'calibrate.stop': (before, after) => before.test.running !== 'none' && after.test.running === 'none',
  // Its lamps and its beep are for people: the model has neither, so that accepting it is all there is to see.
  'test.panel.start': () => true,
};
