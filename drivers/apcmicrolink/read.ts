/** From pages to variables. */
import { screen, type StatusWord, type VarName } from '../../src-shared/nut/index.ts';
import { say } from '../../src-shared/texts/say.ts';
import type { Readings } from '../driver.ts';
import { ReadingsBuilder } from '../kit/columns.ts';
import { explain } from './explain.ts';
import type { Memory } from './link.ts';
import { groupPaths, rowsOf } from './rows.ts';
import { PLACES } from './smc1000i.ts';
import { OUTLET_BIT, PATHS, ratedVoltage, STATUS_BIT } from './table.ts';
import { hasBit, readValue, unsigned } from './value.ts';

/** What is to be read: everything that is known, where `fresh` does not name the pages that came just now. */
export interface Wanted {
  readonly fresh?: ReadonlySet<number> | undefined;
  /** The pages that came just now, where all that is known is read: the others are as they were. */
  readonly heard?: ReadonlySet<number> | undefined;
  /** With what Diagnostics show besides. */
  readonly extras: boolean;
}

/** Reads what the pages say. */
export function readAll(memory: Memory, { fresh, heard, extras }: Wanted = { extras: true }): Readings {
  const { pages, map } = memory;
  const into = new ReadingsBuilder();
  const bytesAt = (path: string): Uint8Array | null => {
    const usage = map.usages.get(path);
    if (usage === undefined) return null;
    if (fresh !== undefined && !pages.pagesOf(usage).every((id) => fresh.has(id))) return null;
    return pages.bytes(usage);
  };
  for (const { path, name, coding } of rowsOf(map)) {
    const bytes = bytesAt(path);
    if (bytes === null) continue;
    const field = readValue(coding, bytes);
    if ('value' in field) into.report(name, field.value);
    else into.lack(name, field.absent);
  }
  const bits = (path: string): number | null => {
    const bytes = bytesAt(path);
    return bytes === null ? null : unsigned(bytes);
  };
  const known = (path: string): number => {
    const usage = map.usages.get(path);
    return unsigned((usage === undefined ? null : pages.bytes(usage)) ?? new Uint8Array(0)) ?? 0;
  };
  const believed = (path: string, name: VarName): number | undefined => {
    const usage = map.usages.get(path);
    const value = unsigned((usage === undefined ? null : pages.bytes(usage)) ?? new Uint8Array(0));
    const kept = value === null ? undefined : screen({ [name]: value }).vars[name];
    return typeof kept === 'number' ? kept : undefined;
  };
  readGroups(memory, bits, into);
  readPower(bits, known, into);
  readBeeper(bits, known, into);
  const status = bits(PATHS.status);
  if (status !== null) readStatus(status, known, runsOut(believed), into);
  if (fresh === undefined) into.derive('ups.mfr', 'APC').derive('device.mfr', 'APC').derive('device.type', 'ups');
  return {
    ...into.build(),
    ...(heard === undefined ? {} : { kept: keptOf(memory, heard) }),
    ...(extras ? { extras: explain(memory) } : {}),
  };
}

/** Where the words of the status stand beside the status itself. */
const WORD_PATHS: readonly (readonly [StatusWord, readonly string[]])[] = [
  ['LB', [PATHS.mainGroup, PATHS.runtime]],
  ['RB', [PATHS.lifetime, PLACES.batteryError]],
  ['CAL', [PATHS.calibration]],
  ['TRIM', [PATHS.inputQuality]],
  ['BOOST', [PATHS.inputQuality]],
  ['FSD', [PATHS.mainGroup]],
];

/** What stands in pages that did not come just now: the device leaves out what does not change. */
function keptOf({ pages, map }: Memory, heard: ReadonlySet<number>): NonNullable<Readings['kept']> {
  const came = (path: string): boolean => {
    const usage = map.usages.get(path);
    return usage !== undefined && pages.pagesOf(usage).every((id) => heard.has(id));
  };
  const words = WORD_PATHS.filter(([, paths]) => !paths.some(came)).map(([word]) => word);
  const vars: VarName[] = came(PATHS.status) ? [] : ['ups.status'];
  for (const { path, name } of rowsOf(map)) if (!came(path)) vars.push(name);
  return { vars, words };
}

type Bits = (path: string) => number | null;
/** Likewise, of what was last heard, however long ago; nothing is zero. */
type Known = (path: string) => number;

/** Likewise, but nothing is nothing, and so is what will not be believed: what a word may follow from. */
type Believed = (path: string, name: VarName) => number | undefined;

/** Whether the runtime has come down to where the UPS warns; false where it does not say one of the two. */
function runsOut(believed: Believed): boolean {
  const runtime = believed(PATHS.runtime, 'battery.runtime');
  const warnsAt = believed(PATHS.lowRuntime, 'battery.runtime.low');
  return runtime !== undefined && warnsAt !== undefined && warnsAt > 0 && runtime <= warnsAt;
}

function readGroups(memory: Memory, bits: Bits, into: ReadingsBuilder): void {
  const groups = groupPaths(memory.map);
  // A table knows no more than its own groups.
  if (groups.length > 0 && memory.map.from === 'descriptor') into.report('outlet.group.count', groups.length);
  for (const [group, path] of groups.entries()) {
    const state = bits(path('B6'));
    if (state === null) continue;
    const name: VarName = `outlet.group.${group}.status`;
    if (hasBit(state, OUTLET_BIT.on)) into.report(name, 'on');
    else if (hasBit(state, OUTLET_BIT.off)) into.report(name, 'off');
    else into.lack(name, say('microlink.group'));
  }
}

/** Power travels as a share of the rating, in 256ths of a percent. */
const SHARE = 256;

function readPower(bits: Bits, known: Known, into: ReadingsBuilder): void {
  const real = bits(PATHS.realShare);
  const apparent = bits(PATHS.apparentShare);
  const [nominalReal, nominalApparent] = [known(PATHS.nominalReal), known(PATHS.nominalApparent)];
  if (real !== null && nominalReal > 0) into.derive('ups.realpower', (real / SHARE / 100) * nominalReal);
  if (apparent !== null && nominalApparent > 0) into.derive('ups.power', (apparent / SHARE / 100) * nominalApparent);
  // The output is full as soon as one of the two is.
  if (real !== null && apparent !== null) into.report('ups.load', Math.max(real, apparent) / SHARE);
  const setting = bits('2:4.7.2C');
  if (setting === null) return;
  const rated = ratedVoltage(setting);
  if (rated === null)
    into.lack('output.voltage.nominal', say('microlink.noVoltage', { setting: setting.toString(16) }));
  else into.report('output.voltage.nominal', rated);
}

const BEEPER = { enabled: 0, disabled: 1, muted: 2 } as const;

function readBeeper(bits: Bits, known: Known, into: ReadingsBuilder): void {
  const setting = bits(PLACES.beeper) ?? (bits(PLACES.panelStatus) === null ? null : known(PLACES.beeper));
  if (setting === null) return;
  if (hasBit(setting, BEEPER.disabled)) into.report('ups.beeper.status', 'disabled');
  else if (hasBit(setting, BEEPER.enabled)) {
    into.report('ups.beeper.status', hasBit(known(PLACES.panelStatus), BEEPER.muted) ? 'muted' : 'enabled');
  } else into.lack('ups.beeper.status', say('microlink.beeper'));
}

/** Bits of the parts that make up the status. */
const IN_PROGRESS = 1;
const LIFETIME_EXCEEDED = 2;
const NEEDS_REPLACEMENT = 2;
const QUALITY = { boost: 5, trim: 6 } as const;

function readStatus(status: number, known: Known, runsOutSoon: boolean, into: ReadingsBuilder): void {
  const has = (bit: number) => hasBit(status, bit);
  const group = known(PATHS.mainGroup);
  const quality = known(PATHS.inputQuality);
  const onBattery = has(STATUS_BIT.onBattery);
  const calibrating = hasBit(known(PATHS.calibration), IN_PROGRESS);
  const going = [OUTLET_BIT.offPending, OUTLET_BIT.shuttingDown, OUTLET_BIT.rebooting];
  const words: readonly [StatusWord, boolean][] = [
    ['OL', has(STATUS_BIT.online)],
    ['OB', onBattery],
    ['LB', hasBit(group, OUTLET_BIT.lowRuntime) || (onBattery && !has(STATUS_BIT.off) && runsOutSoon)],
    ['RB', hasBit(known(PATHS.lifetime), LIFETIME_EXCEEDED) || hasBit(known(PLACES.batteryError), NEEDS_REPLACEMENT)],
    ['BYPASS', has(STATUS_BIT.bypass)],
    ['CAL', calibrating],
    ['OFF', has(STATUS_BIT.off)],
    ['OVER', has(STATUS_BIT.overload)],
    ['TRIM', hasBit(quality, QUALITY.trim)],
    ['BOOST', hasBit(quality, QUALITY.boost)],
    // The outlets still have power, and it has been decided that they lose it.
    ['FSD', hasBit(group, OUTLET_BIT.on) && going.some((bit) => hasBit(group, bit))],
    ['ALARM', has(STATUS_BIT.fault)],
    ['TEST', has(STATUS_BIT.test) && !calibrating],
  ];
  if (has(STATUS_BIT.online) && onBattery) {
    into.lack('ups.status', say('microlink.bothSources', { status: status.toString(16) }));
    return;
  }
  const said = words.flatMap(([word, holds]) => (holds ? [word] : []));
  if (said.length > 0) into.report('ups.status', said.join(' '));
  else into.lack('ups.status', say('microlink.noSource', { status: status.toString(16) }));
  if (has(STATUS_BIT.fault)) into.report('ups.alarm', 'General fault');
}
