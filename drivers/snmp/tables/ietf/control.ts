/** What an agent of RFC 1628 can be told: the test, control and configuration groups. */
import type { CommandName, VarName } from '../../../../src-shared/nut/index.ts';
import type { ArgumentText } from '../../../../src-shared/texts/arguments.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Command, Outcome, Setting, Talk } from '../../../driver.ts';
import { TESTS, UPS } from './oids.ts';
import {
  choiceSetting,
  fixed,
  integer,
  invalid,
  numberSetting,
  seconds,
  textSetting,
  type Write,
  write,
} from '../../write.ts';

type Has = (oid: string) => boolean;

/** upsShutdownType and upsAutoRestart. */
const OUTPUT_ONLY = 1;
const RESTART = { on: 1, off: 2 } as const;
const SOUND = { disabled: 1, enabled: 2 } as const;
/** Taken at any time, but without effect while nothing sounds: a command, not a setting. */
const MUTED = 3;
/** Aborts a countdown. */
const NEVER = -1;
/** Seconds until the output goes off, and from then until it comes back, where the caller does not say. */
const DEFAULT_OFF = 30;
const DEFAULT_ON = 180;
/** upsRebootWithDuration takes no more seconds. */
const LONGEST_REBOOT = 300;
const DEFAULT_REBOOT = 10;

/** A test starts only in one message with the lock's present number, so that two managers cannot start at once. */
function* startTest(test: string, has: Has): Talk<'snmp', Outcome> {
  const start: Write = { oid: UPS.testId, value: { type: 'ObjectIdentifier', value: test } };
  if (!has(UPS.testSpinLock)) return yield* write(start);
  const reply = yield { op: 'get', oids: [UPS.testSpinLock] };
  if (!reply.ok) return { result: 'silent' };
  const lock = reply.data.get(UPS.testSpinLock);
  return lock === undefined ? yield* write(start) : yield* write({ oid: UPS.testSpinLock, value: lock }, start);
}

function delayed(oid: string, text: ArgumentText): Command<'snmp'> {
  return {
    argument: { text, unit: 's', optional: true },
    run(argument) {
      const given = seconds(argument, 1);
      return given === null ? invalid(say('reply.wholeSeconds')) : write(integer(oid, given[0] ?? DEFAULT_OFF));
    },
  };
}

/** Only the writes that the agent has objects for; `last` is always among them. */
function withThose(has: Has, wanted: readonly Write[], last: Write): Talk<'snmp', Outcome> {
  const all = [...wanted.filter(({ oid }) => has(oid)), last];
  return write(all[0] ?? last, ...all.slice(1));
}

/**
 * Off, and on again for certain. The restart of upsAutoRestart happens only when mains was away at the moment of the
 * shutdown, so a startup countdown that ends after it covers mains that came back in between; it waits for mains.
 */
function shutdownReturn(argument: string | undefined, has: Has): Talk<'snmp', Outcome> {
  const given = seconds(argument, 2, 1_000_000_000);
  if (given === null) return invalid(say('snmp.wholeSecondsTwice'));
  const off = given[0] ?? DEFAULT_OFF;
  return withThose(
    has,
    [
      integer(UPS.shutdownType, OUTPUT_ONLY),
      integer(UPS.autoRestart, RESTART.on),
      integer(UPS.startupAfterDelay, off + (given[1] ?? DEFAULT_ON)),
    ],
    integer(UPS.shutdownAfterDelay, off),
  );
}

function shutdownStayOff(argument: string | undefined, has: Has): Talk<'snmp', Outcome> {
  const given = seconds(argument, 1);
  if (given === null) return invalid(say('reply.wholeSeconds'));
  return withThose(
    has,
    [
      integer(UPS.shutdownType, OUTPUT_ONLY),
      integer(UPS.autoRestart, RESTART.off),
      integer(UPS.startupAfterDelay, NEVER),
    ],
    integer(UPS.shutdownAfterDelay, given[0] ?? DEFAULT_OFF),
  );
}

function reboot(argument: string | undefined): Talk<'snmp', Outcome> {
  const given = seconds(argument, 1, LONGEST_REBOOT);
  if (given === null) return invalid(say('snmp.wholeSecondsUpTo', { most: LONGEST_REBOOT }));
  return write(integer(UPS.rebootWithDuration, given[0] ?? DEFAULT_REBOOT));
}

/** The instant commands of an agent that has these objects. */
export function ietfCommands(has: Has): { readonly [C in CommandName]?: Command<'snmp'> } {
  type Commands = { readonly [C in CommandName]?: Command<'snmp'> };
  const groups: [boolean, Commands][] = [
    [
      has(UPS.testId),
      {
        'test.battery.start': { run: () => startTest(TESTS.general, has) },
        'test.battery.start.quick': { run: () => startTest(TESTS.quick, has) },
        'test.battery.start.deep': { run: () => startTest(TESTS.deep, has) },
        'test.battery.stop': { run: () => startTest(TESTS.abort, has) },
      },
    ],
    [
      has(UPS.shutdownAfterDelay),
      {
        'load.off': {
          run: () => withThose(has, [integer(UPS.shutdownType, OUTPUT_ONLY)], integer(UPS.shutdownAfterDelay, 0)),
        },
        'load.off.delay': delayed(UPS.shutdownAfterDelay, 'snmp.argument.off'),
        'shutdown.return': {
          argument: { text: 'snmp.argument.offAndOn', unit: 's', optional: true },
          run: (argument) => shutdownReturn(argument, has),
        },
        'shutdown.stayoff': {
          argument: { text: 'snmp.argument.off', unit: 's', optional: true },
          run: (argument) => shutdownStayOff(argument, has),
        },
        'shutdown.stop': {
          run: () => withThose(has, [integer(UPS.startupAfterDelay, NEVER)], integer(UPS.shutdownAfterDelay, NEVER)),
        },
      },
    ],
    [
      has(UPS.startupAfterDelay),
      {
        'load.on': fixed(integer(UPS.startupAfterDelay, 0)),
        'load.on.delay': delayed(UPS.startupAfterDelay, 'snmp.argument.on'),
      },
    ],
    [
      has(UPS.rebootWithDuration),
      {
        'shutdown.reboot': {
          argument: { text: 'snmp.argument.reboot', unit: 's', optional: true },
          run: reboot,
        },
      },
    ],
    [
      has(UPS.audibleStatus),
      {
        'beeper.disable': fixed(integer(UPS.audibleStatus, SOUND.disabled)),
        'beeper.enable': fixed(integer(UPS.audibleStatus, SOUND.enabled)),
        'beeper.mute': fixed(integer(UPS.audibleStatus, MUTED)),
      },
    ],
  ];
  return groups.reduce<Commands>((all, [there, commands]) => (there ? { ...all, ...commands } : all), {});
}

/** The variables that can be set on an agent that has these objects. Nominal voltages are left alone: a wrong one harms the load. */
export function ietfSettings(has: Has): { readonly [V in VarName]?: Setting<'snmp'> } {
  const settings: [string, VarName, Setting<'snmp'>][] = [
    ['1.3.6.1.2.1.1.4.0', 'device.contact', textSetting('1.3.6.1.2.1.1.4.0', 255)],
    ['1.3.6.1.2.1.1.6.0', 'device.location', textSetting('1.3.6.1.2.1.1.6.0', 255)],
    [UPS.name, 'ups.id', textSetting(UPS.name, 63)],
    [UPS.attachedDevices, 'experimental.ups.attached', textSetting(UPS.attachedDevices, 63)],
    [UPS.autoRestart, 'ups.start.auto', choiceSetting(UPS.autoRestart, { yes: RESTART.on, no: RESTART.off })],
    [UPS.audibleStatus, 'ups.beeper.status', choiceSetting(UPS.audibleStatus, SOUND)],
    [UPS.lowBatteryTime, 'battery.runtime.low', numberSetting(UPS.lowBatteryTime, 60, 0, 86_400)],
    [UPS.transferLow, 'input.transfer.low', numberSetting(UPS.transferLow, 1, 1, 1000)],
    [UPS.transferHigh, 'input.transfer.high', numberSetting(UPS.transferHigh, 1, 1, 1000)],
  ];
  return Object.fromEntries(
    settings.filter(([oid]) => has(oid)).map(([, name, setting]): [VarName, Setting<'snmp'>] => [name, setting]),
  );
}
