/** A report descriptor of our own for each dialect: what its table reads, where its table looks first. */
import { variableInfo, type VarName } from '../../src-shared/nut/index.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import type { HidKind } from '../kit/hid/field.ts';
import { UNIT_CODES } from '../kit/hid/unit.ts';
import { pathOf, USAGES } from '../kit/hid/usages.ts';
import { type HidFieldSpec, writeHidDescriptor } from '../kit/hid/write.ts';
import { modelFlags, modelVars } from './model.ts';
import type { HidTable, Row } from './shapes.ts';

type Shape = Pick<HidFieldSpec, 'size' | 'logical' | 'unit' | 'exponent'>;

const shape = (size: number, min: number, max: number, unit = 0, exponent = 0): Shape => ({
  size,
  logical: { min, max },
  unit,
  exponent,
});
const WORD = 0xffff;
const HALF = 0x7fff;
const LONG = 0x7fffffff;

/** Resolutions that devices have: hundredths of a Volt and Ampere, tenths of a Hertz and Kelvin, whole Watts. */
const SHAPES: Readonly<Record<string, Shape>> = {
  V: shape(16, 0, WORD, UNIT_CODES.V, 5),
  A: shape(16, -HALF, HALF, UNIT_CODES.A, -2),
  Hz: shape(16, 0, WORD, UNIT_CODES.Hz, -1),
  W: shape(16, 0, WORD, UNIT_CODES.W, 7),
  VA: shape(16, 0, WORD, UNIT_CODES.W, 7),
  '°C': shape(16, 0, WORD, UNIT_CODES.K, -1),
  s: shape(32, 0, LONG, UNIT_CODES.s, 0),
  '%': shape(8, 0, 255),
};
/** Settings are held in the range in which they make sense, since that is the range in which they can be set. */
const SETTING_SHAPES: Readonly<Record<string, Shape>> = {
  '%': shape(8, 0, 100),
  s: shape(16, 0, HALF, UNIT_CODES.s, 0),
  V: shape(16, 0, 300, UNIT_CODES.V, 7),
};
const CHOICE = shape(8, 0, 0x7f);
const BARE = shape(16, 0, WORD);
const FLAG = shape(1, 0, 1);
const BYTE = shape(8, 0, 255);
const DELAY = shape(16, -1, HALF, UNIT_CODES.s, 0);

function shapeOf({ name, reader, settable }: Row): Shape {
  if (reader === 'string') return BYTE;
  if (reader.choices !== undefined) return CHOICE;
  if (reader.of === 'raw') return variableInfo(name)?.type === 'date' ? shape(32, 0, LONG) : BARE;
  const unit = variableInfo(name)?.unit ?? '';
  return (settable ? SETTING_SHAPES[unit] : undefined) ?? SHAPES[unit] ?? BARE;
}

const made = new Map<string, Uint8Array>();

/** The descriptor of a table, made once. */
export function layoutOf(table: HidTable): Uint8Array {
  const known = made.get(table.id) ?? layout(table);
  made.set(table.id, known);
  return known;
}

/** The first place that does not depend on a range: the device of a table is the common one. */
function plain(paths: readonly string[]): string | undefined {
  return paths.find((path) => !path.includes('@'));
}

/** The descriptor of a device that has everything of this table which the simulated UPS knows. */
function layout(table: HidTable): Uint8Array {
  const ups = createUpsModel();
  const vars = modelVars(ups, ups.state());
  const flags = modelFlags(ups.state());
  const specs: HidFieldSpec[] = [];
  const places = new Set<string>();
  const reports = new Map<string, number>();
  const add = (path: string, group: string, kinds: readonly HidKind[], constant: boolean, how: Shape): void => {
    if (places.has(path)) return;
    places.add(path);
    const report = reports.get(group) ?? reports.size + 1;
    reports.set(group, report);
    const root = { usage: USAGES['UPS'] ?? 0 };
    specs.push({ path: [root, ...pathOf(path, table.names)], report, kinds, constant, ...how });
  };

  const delays = table.delays.find(({ off }) => plain([off ?? '']) !== undefined);
  for (const path of [delays?.off, delays?.on, delays?.reboot]) {
    if (path !== undefined) add(path, path, ['feature'], false, delays?.offCode === undefined ? DELAY : BARE);
  }
  const names = new Set<VarName>();
  for (const row of table.rows) {
    const path = plain(row.paths);
    if (path === undefined || names.has(row.name) || !(vars.has(row.name) || row.reader === 'string')) continue;
    names.add(row.name);
    // What protection needs is also told unasked.
    const quick = row.depth === 'quick' && row.name.startsWith('battery');
    const written = row.settable || table.actions.some(({ paths }) => paths.includes(path));
    add(path, quick ? 'battery' : path, quick ? ['input', 'feature'] : ['feature'], !written, shapeOf(row));
  }
  for (const { flag, paths, when } of table.flags) {
    const path = plain(paths);
    if (path === undefined || !flags.has(flag)) continue;
    const bits = typeof when === 'object' ? BARE : FLAG;
    add(path, bits === FLAG ? 'status' : path, ['input', 'feature'], true, bits);
  }
  for (const { name, paths } of table.actions) {
    const path = plain(paths);
    const [, outlet] = /^outlet\.(\d+)\./.exec(name) ?? [];
    if (outlet !== undefined && Number(outlet) > ups.profile.outlets) continue;
    if (path !== undefined) add(path, path, ['feature'], false, CHOICE);
  }
  return writeHidDescriptor(specs);
}
