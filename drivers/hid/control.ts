/** Commands and settings: a report is read, the field in it changed, the report written, and what counts read back. */
import { type CommandName, variableInfo, type VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Abilities, Command, Outcome, Setting, Talk } from '../driver.ts';
import type { HidField } from '../kit/hid/field.ts';
import { measured, putRaw, rawValue } from '../kit/hid/value.ts';
import type { Memory } from './memory.ts';
import { delaysOf, reportOf } from './resolve.ts';
import type { DelayCode, FoundRow } from './shapes.ts';
import { askReport } from './talk.ts';

/** Seconds until the output goes off, and from then until it comes back, where the caller does not say. */
const DEFAULT_OFF = 20;
const DEFAULT_ON = 30;
/** Seconds until a reboot begins. */
const DEFAULT_REBOOT = 10;
const SPACE_OR_COMMA = /[\s,]+/;

// oxlint-disable-next-line require-yield -- a conversation in which nothing is said
function* invalid(why: string): Talk<'hid', Outcome> {
  return { result: 'invalid', why };
}

/** The field of a path that the host may write; with `raw`, one that takes it. */
function writable(memory: Memory, path: string | undefined, raw?: number): HidField | undefined {
  if (path === undefined) return undefined;
  return memory
    .find(path)
    .filter(({ kind, constant, size }) => kind === 'feature' && !constant && size <= 32)
    .find((field) => !memory.quirks.leaves(field.report) && (raw === undefined || takes(field, raw)));
}

/** Writes one field. The rest of its report stays as it is, so it is read first where there is a rest. */
function* write(memory: Memory, field: HidField, raw: number): Talk<'hid', Outcome> {
  const length = memory.descriptor.length(field.kind, field.report);
  let data: Uint8Array = new Uint8Array(length);
  if (field.size < length * 8) {
    const now = yield* askReport(memory, field);
    if ('why' in now) return now.fault === 'no' ? { result: 'refused', why: now.why } : { result: 'silent' };
    data = now.data.slice(0, length);
  }
  putRaw(field, data, raw);
  memory.habits.forget(reportOf(field));
  const reply = yield { op: 'set', kind: 'feature', report: field.report, data };
  if (reply.ok) return { result: 'accepted' };
  if (reply.fault === 'refused') return { result: 'refused', why: say('hid.refused') };
  return { result: 'silent' };
}

/** One after the other, up to the first that is not accepted. */
function* inTurn(...steps: readonly (() => Talk<'hid', Outcome>)[]): Talk<'hid', Outcome> {
  for (const step of steps) {
    const outcome = yield* step();
    if (outcome.result !== 'accepted') return outcome;
  }
  return { result: 'accepted' };
}

/** The numbers of an argument such as "30" or "30 180"; null where it holds anything else, or too many. */
function seconds(argument: string | undefined, most: number): readonly number[] | null {
  const parts = (argument ?? '').split(SPACE_OR_COMMA).filter((part) => part !== '');
  return parts.length <= most && parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : null;
}

/** "No timer": all bits set, whatever sign the descriptor gives the field (HID Power Devices 1.0, 4.1.5). */
function never({ size, logical }: HidField): number {
  return logical.min < 0 ? -1 : 2 ** size - 1;
}

/** The bits for a delay, never shorter than asked; null where the field cannot hold it. */
function delayRaw(
  memory: Memory,
  field: HidField,
  wanted: number,
  code: DelayCode | undefined,
  back: boolean,
): number | null {
  if (code !== undefined) return code.encode(wanted, back);
  let raw = memory.quirks.raw(field, wanted, () => undefined);
  const now = measured(field, raw);
  if ('value' in now && now.value < wanted) raw += 1;
  const top = field.logical.max > field.logical.min ? field.logical.max : 2 ** field.size - 1;
  // All bits set would not be a long delay, but none.
  return raw < 0 || raw > top || raw === 2 ** field.size - 1 ? null : raw;
}

const atOnce = (command: Command<'hid'>): Command<'hid'> => ({ run: () => command.run('0') });

/** Commands on the output as a whole. */
function delayCommands(memory: Memory): readonly (readonly [CommandName, Command<'hid'>])[] {
  const delays = delaysOf(memory.table, memory.find);
  if (delays === undefined) return [];
  const { offCode, onCode } = delays;
  const tellsReturn = offCode?.back !== undefined;
  // Some codings cannot say that the output shall stay off.
  const staysOff = offCode === undefined || offCode.encode(DEFAULT_OFF, false) !== null;
  const off = writable(memory, delays.off);
  const on = writable(memory, delays.on);
  const reboot = writable(memory, delays.reboot);
  const argument = { text: 'reply.argument.seconds', unit: 's', optional: true } as const;
  const timed = (field: HidField, code: DelayCode | undefined, back: boolean, fallback: number): Command<'hid'> => ({
    argument,
    run: (given) => {
      const [wanted = fallback] = seconds(given, 1) ?? [Number.NaN];
      if (Number.isNaN(wanted)) return invalid(say('reply.wholeSeconds'));
      const raw = delayRaw(memory, field, wanted, code, back);
      return raw === null ? invalid(say('hid.tooLong')) : write(memory, field, raw);
    },
  });
  const shutdown = (back: boolean): Command<'hid'> => ({
    argument: { ...argument, text: back ? 'reply.argument.offAndOn' : 'reply.argument.off' },
    run: (given) => {
      const [offIn = DEFAULT_OFF, onIn = DEFAULT_ON] = seconds(given, back ? 2 : 1) ?? [Number.NaN];
      if (Number.isNaN(offIn)) return invalid(say('reply.wholeSeconds'));
      if (off === undefined) return invalid(say('hid.noDelay'));
      const offRaw = delayRaw(memory, off, offIn, offCode, back);
      const onRaw = on === undefined ? null : back ? delayRaw(memory, on, onIn, onCode, back) : never(on);
      if (offRaw === null || (back && on !== undefined && onRaw === null)) return invalid(say('hid.tooLong'));
      // What happens afterwards is told first: once the shutdown is under way, some firmware takes nothing more.
      const startToo = on !== undefined && onRaw !== null && !(tellsReturn && !back);
      return inTurn(...(startToo ? [() => write(memory, on, onRaw)] : []), () => write(memory, off, offRaw));
    },
  });
  return [
    ...(off === undefined || !staysOff
      ? []
      : ([
          ['load.off', atOnce(timed(off, offCode, false, 0))],
          ['load.off.delay', timed(off, offCode, false, DEFAULT_OFF)],
        ] as const)),
    ...(on === undefined
      ? []
      : ([
          // A coded delay counts from one minute on; there is no "at once" in it.
          ...(onCode === undefined ? ([['load.on', atOnce(timed(on, onCode, true, 0))]] as const) : []),
          ...(onCode?.readsElse === true ? [] : ([['load.on.delay', timed(on, onCode, true, DEFAULT_ON)]] as const)),
        ] as const)),
    ...(off !== undefined && (on !== undefined || tellsReturn)
      ? ([
          ['shutdown.return', shutdown(true)],
          ...(staysOff ? ([['shutdown.stayoff', shutdown(false)]] as const) : []),
        ] as const)
      : []),
    ...(off !== undefined && (offCode === undefined || offCode.stop !== undefined)
      ? ([['shutdown.stop', { run: () => write(memory, off, offCode?.stop ?? never(off)) }]] as const)
      : []),
    ...(reboot === undefined ? [] : ([['shutdown.reboot', timed(reboot, undefined, true, DEFAULT_REBOOT)]] as const)),
  ];
}

/** Whether the device says that it takes this number. A range of nothing says nothing. */
function takes({ logical, size }: HidField, raw: number): boolean {
  if (Number.isNaN(raw) || raw >= 2 ** size) return false;
  return logical.max <= logical.min || (raw >= logical.min && raw <= logical.max);
}

function actionCommands(memory: Memory): readonly (readonly [CommandName, Command<'hid'>])[] {
  const commands = new Map<CommandName, Command<'hid'>>();
  for (const { name, paths, raw } of memory.table.actions) {
    const field = paths.map((path) => writable(memory, path, raw)).find((each) => each !== undefined);
    // A maker's own row for a command goes before the general one.
    if (field !== undefined && !commands.has(name)) commands.set(name, { run: () => write(memory, field, raw) });
  }
  return [...commands];
}

/** Writes a setting and reads it back: some devices take a report without a word and keep what they had. */
function* set(memory: Memory, field: HidField, raw: number): Talk<'hid', Outcome> {
  const outcome = yield* write(memory, field, raw);
  if (outcome.result !== 'accepted') return outcome;
  const now = yield* askReport(memory, field);
  if ('why' in now) return outcome;
  const kept = rawValue(field, now.data);
  return kept === raw
    ? outcome
    : { result: 'refused', why: kept === null ? say('hid.keptAnother') : say('hid.kept', { kept }) };
}

function setting(memory: Memory, { row, field }: FoundRow): Setting<'hid'> | null {
  const { reader } = row;
  if (reader === 'string' || field.kind !== 'feature' || field.constant) return null;
  const known = (name: VarName): number | undefined => memory.numbers.get(name);
  const rawOf = (value: string): number | null => {
    const number = reader.write(value);
    if (number === null) return null;
    return reader.of === 'raw' ? number : memory.quirks.raw(field, number, known);
  };
  const valueOf = (raw: number): string | number | null => {
    const scaled = memory.quirks.sample(field, raw, known);
    const value = scaled.sample === undefined ? null : reader.read(scaled.sample);
    return value !== null && 'value' in value ? value.value : null;
  };
  const writeValue = (value: string): Talk<'hid', Outcome> => {
    const raw = rawOf(value);
    if (raw === null) return invalid(say('hid.notHere', { value }));
    if (!takes(field, raw)) return invalid(say('hid.takes', { min: field.logical.min, max: field.logical.max }));
    return set(memory, field, raw);
  };
  if (reader.choices !== undefined) {
    const values = reader.choices.filter((choice) => takes(field, rawOf(choice) ?? Number.NaN));
    return values.length === 0 ? null : { values, write: writeValue };
  }
  const info = variableInfo(row.name);
  if (info?.type === 'date') return { maxLength: 10, write: writeValue };
  const [low, high] = [valueOf(field.logical.min), valueOf(field.logical.max)];
  if (typeof low !== 'number' || typeof high !== 'number' || high <= low) return null;
  const range = { min: Math.max(low, info?.min ?? low), max: Math.min(high, info?.max ?? high) };
  if (range.max <= range.min) return null;
  return {
    range,
    write: (value) => {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      if (!(number >= range.min && number <= range.max)) {
        return invalid(say('reply.giveNumber', { min: range.min, max: range.max }));
      }
      return writeValue(value);
    },
  };
}

/** What this device lets one do. */
export function abilities(memory: Memory): Abilities<'hid'> {
  const settings = memory.chosen.rows
    .filter(
      ({ row }) =>
        row.settable && (row.shareOf === undefined || memory.capacity === undefined || memory.capacity === 100),
    )
    .flatMap((found): [VarName, Setting<'hid'>][] => {
      const offered = setting(memory, found);
      return offered === null ? [] : [[found.row.name, offered]];
    });
  return {
    commands: Object.fromEntries([...delayCommands(memory), ...actionCommands(memory)]),
    settings: Object.fromEntries(settings),
  };
}
