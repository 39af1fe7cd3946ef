/** Instant commands and settings: bits and values written to their places, and the page that shows them read back. */
import type { CommandName, VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Abilities, Command, Outcome, Setting, Talk } from '../driver.ts';
import { authenticationText } from './explain.ts';
import { type Memory, mayStream, write } from './link.ts';
import { groupPaths, rowsOf } from './rows.ts';
import { PLACES } from './smc1000i.ts';
import { PATHS, type Row } from './table.ts';
import { bytesFor, unsigned, writeValue } from './value.ts';

/**
 * Bits of a command to outlets, `2:4.B5` (NUT, drivers/apc_common.h). Recorded: `71 08 02 41 04` turns the main group
 * off and `.. 41 22` on, which is off or on (with cold boot), main group, from the RJ45 port.
 */
const OUTLET = {
  cancel: 0,
  on: 1,
  off: 2,
  shutdown: 3,
  reboot: 4,
  coldBoot: 5,
  useOnDelay: 6,
  useOffDelay: 7,
  fromSerial: 14,
} as const;
/** The bit of the main group, and of each switched one. */
const TARGETS = [8, 9, 10, 11, 19] as const;
/** Bits of `2:10` and `2:12`: start and stop, told through the RJ45 port. */
const TEST = { start: 0, abort: 1, fromSerial: 10 } as const;
/** Bits of `2:4.B.3B`. */
const PANEL = { shortTest: 0, mute: 2 } as const;
/** Bits of `2:14`. */
const UPS = { intoBypass: 4, outOfBypass: 5, fromSerial: 27 } as const;
/** Bits of the beeper's setting of the SMC1000I. */
const BEEPER = { enabled: 0, disabled: 1 } as const;

/** What can be said to outlets, by the end of the command's name. */
const OUTLET_COMMANDS = {
  'load.off': [OUTLET.off],
  'load.on': [OUTLET.on, OUTLET.coldBoot],
  'load.off.delay': [OUTLET.off, OUTLET.useOffDelay],
  'load.on.delay': [OUTLET.on, OUTLET.coldBoot, OUTLET.useOnDelay],
  'shutdown.return': [OUTLET.shutdown, OUTLET.useOffDelay],
} as const;
const WHOLE_COMMANDS = {
  ...OUTLET_COMMANDS,
  'shutdown.default': [OUTLET.shutdown, OUTLET.useOffDelay],
  'shutdown.stayoff': [OUTLET.off, OUTLET.useOffDelay],
  'shutdown.reboot': [OUTLET.reboot],
  'shutdown.reboot.graceful': [OUTLET.reboot, OUTLET.useOffDelay],
  'shutdown.stop': [OUTLET.cancel],
} as const;
const GROUP_COMMANDS = {
  ...OUTLET_COMMANDS,
  'load.cycle': [OUTLET.reboot],
  'load.cycle.delay': [OUTLET.reboot, OUTLET.useOffDelay],
} as const;

/** What this device can be told. Nothing without its trust: it would not even say that it did not listen. */
export function abilities(memory: Memory): Abilities<'stream'> {
  if (!mayStream(memory)) return { commands: {}, settings: {} };
  const commands = new Map<CommandName, Command<'stream'>>();
  const offer = (name: CommandName, path: string, bits: readonly number[]): void => {
    if (memory.map.usages.has(path)) commands.set(name, { run: () => tell(memory, path, bits) });
  };
  const groups = groupPaths(memory.map).slice(0, TARGETS.length);
  const targets = TARGETS.slice(0, groups.length);
  if (targets.length > 0) {
    for (const [name, bits] of entries(WHOLE_COMMANDS)) {
      offer(name, PATHS.outletCommand, [...bits, ...targets, OUTLET.fromSerial]);
    }
  }
  for (const [group, target] of targets.entries()) {
    for (const [name, bits] of entries(GROUP_COMMANDS)) {
      offer(`outlet.group.${group}.${name}`, PATHS.outletCommand, [...bits, target, OUTLET.fromSerial]);
    }
  }
  offer('test.battery.start', PATHS.batteryTestCommand, [TEST.start, TEST.fromSerial]);
  offer('test.battery.stop', PATHS.batteryTestCommand, [TEST.abort, TEST.fromSerial]);
  offer('calibrate.start', PATHS.calibrationCommand, [TEST.start, TEST.fromSerial]);
  offer('calibrate.stop', PATHS.calibrationCommand, [TEST.abort, TEST.fromSerial]);
  offer('test.panel.start', PATHS.panelCommand, [PANEL.shortTest]);
  offer('beeper.mute', PATHS.panelCommand, [PANEL.mute]);
  offer('bypass.start', PATHS.upsCommand, [UPS.intoBypass, UPS.fromSerial]);
  offer('bypass.stop', PATHS.upsCommand, [UPS.outOfBypass, UPS.fromSerial]);
  if (memory.map.usages.has(PLACES.beeper)) {
    commands.set('beeper.enable', { run: () => setBeeper(memory, true) });
    commands.set('beeper.disable', { run: () => setBeeper(memory, false) });
  }
  return { commands: Object.fromEntries(commands), settings: settings(memory) };
}

/** Writes bits to where commands go. */
function* tell(memory: Memory, path: string, bits: readonly number[]): Talk<'stream', Outcome> {
  const usage = memory.map.usages.get(path);
  if (usage === undefined) return { result: 'invalid', why: say('microlink.noCommand') };
  // The source has no place in a command of two bytes on some units; NUT leaves it out likewise.
  const fitting = bits.filter((bit) => bit < 8 * usage.size);
  const value = fitting.reduce((sum, bit) => sum + 2 ** bit, 0);
  return yield* send(memory, usage.at, bytesFor(value, usage.size));
}

/** The beeper is one of several settings in its two bytes; the others stay as they are. */
function* setBeeper(memory: Memory, on: boolean): Talk<'stream', Outcome> {
  const usage = memory.map.usages.get(PLACES.beeper);
  const now = usage === undefined ? null : unsigned(memory.pages.bytes(usage) ?? new Uint8Array(0));
  if (usage === undefined || now === null) return { result: 'refused', why: say('microlink.noPanel') };
  const both = (1 << BEEPER.enabled) | (1 << BEEPER.disabled);
  const value = (now & ~both) | (1 << (on ? BEEPER.enabled : BEEPER.disabled));
  return yield* send(memory, usage.at, bytesFor(value, usage.size));
}

/** Writes; the page that comes back shows whether it was taken. */
function* send(memory: Memory, at: number, bytes: Uint8Array): Talk<'stream', Outcome> {
  // The stream may have been started anew since this was offered, and not been taken that time.
  if (!mayStream(memory)) return { result: 'refused', why: authenticationText(memory.authentication) };
  const shown = yield* write(memory.pages, at, bytes);
  if (shown === 'closed') return { result: 'silent' };
  memory.walkDue = shown === 'silent';
  if (shown === 'shown') return { result: 'accepted' };
  // A command is taken out of its place once it is obeyed; only what is read afterwards tells.
  return shown === 'other' ? { result: 'sent' } : { result: 'silent' };
}

function settings(memory: Memory): Abilities<'stream'>['settings'] {
  const found = new Map<VarName, Setting<'stream'>>();
  for (const row of rowsOf(memory.map)) {
    const usage = memory.map.usages.get(row.path);
    if (row.writable === undefined || usage === undefined) continue;
    found.set(row.name, {
      ...limits(row, usage.size),
      write: (value) => set(memory, row, usage.at, usage.size, value),
    });
  }
  return Object.fromEntries(found);
}

function limits({ coding, writable }: Row, size: number): Omit<Setting<'stream'>, 'write'> {
  if (coding.is === 'choice') return { values: Object.values(coding.of) };
  if (coding.is === 'text') return { maxLength: size };
  if (typeof writable === 'object') return { range: writable };
  return {};
}

function* set(memory: Memory, row: Row, at: number, size: number, value: string): Talk<'stream', Outcome> {
  const written = writeValue(row.coding, value, size);
  if ('why' in written) return { result: 'invalid', why: written.why };
  const { writable } = row;
  if (typeof writable === 'object' && !(Number(value) >= writable.min && Number(value) <= writable.max)) {
    return { result: 'invalid', why: say('session.takesNumber', { min: writable.min, max: writable.max }) };
  }
  const outcome = yield* send(memory, at, written.bytes);
  // Settings are not among the pages that are repeated, so what became of it is read from the beginning.
  memory.walkDue = true;
  return outcome;
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries widens the keys of a constant
  return Object.entries(record) as [K, V][];
}
