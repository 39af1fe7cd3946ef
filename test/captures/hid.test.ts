/**
 * Every recorded HID device that has a descriptor or reports, against what was recorded with it: the layout of the
 * descriptor, the raw values, their scale, and the variables that the driver makes of them. Differences that are
 * explained are in `hid-expected.ts`; one that is not fails.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { tableFor } from '../../drivers/hid/claim.ts';
import { simulateDescriptor } from '../../drivers/hid/simulator.ts';
import { parseHidDescriptor } from '../../drivers/kit/hid/descriptor.ts';
import type { HidField } from '../../drivers/kit/hid/field.ts';
import { pathText } from '../../drivers/kit/hid/usages.ts';
import { measured, rawValue } from '../../drivers/kit/hid/value.ts';
import { hidAnswers } from '../../drivers/kit/talk.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import { expectations } from '../conformance/expected.ts';
import { FAULTS, NO_LOW_BATTERY, NOT_DECODED, PRINTED, VARIABLES } from './hid-expected.ts';
import {
  factsOf,
  givenSchema,
  has,
  hex,
  json,
  looseSchema,
  metaOf,
  read,
  readFrom,
  typedSchema,
  vectorsSchema,
} from './hid-recorded.ts';
import { describeWithRecordings, recordingsOf } from './recordings.ts';

const FOLDERS = recordingsOf(
  'usb-hid/hid-pdc-apc',
  'usb-hid/hid-pdc-cyberpower',
  'usb-hid/hid-pdc-generic',
  'usb-hid/hid-pdc-legrand',
  'usb-hid/hid-pdc-liebert-tripplite',
  'usb-hid/hid-pdc-mge',
  'usb-hid/hid-pdc-powercom',
);

const counts = { devices: 0, fields: 0, paths: 0, values: 0, explained: 0, variables: 0, simulated: 0 };

const parts = (path: string): string[] => path.split('.');

describeWithRecordings('recorded HID devices', () => {
  const described = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /^report_descriptor.*\.hex$/.test(file))
      .map((file) => ({ folder, file, name: `${basename(folder)} ${file}` })),
  );

  it('are all looked at, or said why not', () => {
    const all = readdirSync(join(FOLDERS[0] ?? '', '../..')).toSorted();
    const covered = new Set([
      ...FOLDERS.map((folder) => basename(dirname(folder))),
      'linux-hiddev-events',
      'linux-hiddev-report-dump',
    ]);
    expect(all.filter((protocol) => !covered.has(protocol) && !(protocol in NOT_DECODED))).toEqual([]);
    expect(described.length).toBeGreaterThan(18);
  });

  it.each(described)(
    '$name: the descriptor is read to its end, and what is wrong with it is known',
    ({ folder, file }) => {
      const descriptor = hex(readFileSync(join(folder, file), 'utf8'));
      const { descriptor_check: check } = metaOf(folder);
      if (check !== undefined && file === 'report_descriptor.hex') {
        expect(descriptor.length).toBe(check.bytes);
        expect(createHash('sha256').update(descriptor).digest('hex')).toBe(check.sha256);
      }
      const { fields, problems } = parseHidDescriptor(descriptor);
      counts.devices += 1;
      counts.fields += fields.length;
      expect(fields.length).toBeGreaterThan(10);
      expect(problems.filter(({ what }) => !FAULTS.some((fault) => what.startsWith(fault)))).toEqual([]);
    },
  );

  it.each(described)(
    '$name: simulated behind it, a UPS is read back, and its low battery',
    ({ folder, file, name }) => {
      const ups = createUpsModel();
      const facts = factsOf(folder, hex(readFileSync(join(folder, file), 'utf8')));
      const simulator = simulateDescriptor(ups, facts);
      for (const world of [{}, { mainsVoltage: 0, charge: 60 }, { charge: 5 }]) {
        ups.force(world);
        const vars = readFrom(facts, hidAnswers(simulator));
        const state = ups.state();
        for (const [variable, { value, within }] of expectations(ups, state)) {
          const given = vars.get(variable);
          if (given === undefined) continue;
          if (typeof value === 'number') {
            expect(Math.abs(Number(given) - value), `${variable}: ${String(given)} for ${value}`).toBeLessThanOrEqual(
              within ?? 0,
            );
          } else expect(given, variable).toBe(value);
        }
        const said = String(vars.get('ups.status')).split(' ');
        const words = ['OL', 'OB', ...(NO_LOW_BATTERY.has(basename(folder)) ? [] : ['LB'])];
        expect(
          said.filter((word) => words.includes(word)),
          name,
        ).toEqual(state.status.filter((word) => words.includes(word)));
        counts.simulated += 1;
      }
    },
  );

  const withVectors = FOLDERS.filter((folder) => has(folder, 'vectors.json')).map((folder) => ({
    folder,
    name: basename(folder),
  }));

  it.each(withVectors)('$name: each value is where it was found, and scaled as it should be', ({ folder, name }) => {
    const descriptor = parseHidDescriptor(hex(readFileSync(join(folder, 'report_descriptor.hex'), 'utf8')));
    const table = tableFor(factsOf(folder, new Uint8Array(0)));
    const unexplained: string[] = [];
    for (const vector of vectorsSchema.parse(json(folder, 'vectors.json'))) {
      const field = descriptor.fields.find(
        (each) =>
          each.kind === vector.type.toLowerCase() &&
          each.report === Number.parseInt(vector.report_id, 16) &&
          each.offset === vector.offset &&
          each.size === vector.size,
      );
      if (field === undefined) throw new Error(`${vector.path} is not where it was found.`);
      // Where NUT has a name for a vendor's usage that no table needs, the numbers stand.
      const ours = `UPS.${pathText(field, table.names).replaceAll(/\[(\d+)\]/g, '.[$1]')}`;
      expect(parts(ours).length, vector.path).toBe(parts(vector.path).length);
      if (ours === vector.path) counts.paths += 1;
      else
        expect(
          parts(ours).every(
            (part, place) => part === parts(vector.path)[place] || isVendors(part, parts(vector.path)[place]),
          ),
          `${ours} for ${vector.path}`,
        ).toBe(true);
      const raw = rawValue(field, hex(vector.report_bytes).subarray(1));
      expect(raw === null ? null : raw < 0 ? raw + 2 ** field.size : raw, vector.path).toBe(vector.raw);
      counts.values += 1;
      const scaled = measured(field, raw ?? 0);
      const value = 'value' in scaled ? scaled.value : Number.NaN;
      if (Math.abs(value - vector.value) <= Math.abs(vector.value) * 1e-6) continue;
      const explained = PRINTED.some((each) => each.path.test(vector.path) && (each.folder?.test(name) ?? true));
      if (explained) counts.explained += 1;
      else unexplained.push(`${vector.path}: ${value}, printed ${vector.value}`);
    }
    expect(unexplained).toEqual([]);
  });

  it.each(withVectors)('$name: the driver gives the variables', ({ folder, name }) => {
    const reports = new Map<string, Uint8Array>();
    for (const { type, report_id: id, report_bytes: text } of vectorsSchema.parse(json(folder, 'vectors.json'))) {
      const key = `${type.toLowerCase()} ${Number.parseInt(id, 16)}`;
      // Of a report that was read twice, the first counts.
      if (!reports.has(key)) reports.set(key, hex(text).subarray(1));
    }
    agree(name, read(factsOf(folder, hex(readFileSync(join(folder, 'report_descriptor.hex'), 'utf8'))), reports));
  });

  it('santak-tg-box-850: reports with a descriptor, and the variables noted with them', () => {
    const folder = FOLDERS.find((each) => basename(each).startsWith('santak')) ?? '';
    const given = givenSchema.parse(json(folder, 'reports.json'));
    const reports = new Map(
      Object.entries(given).map(([id, { hex: text, hex_stated: stated }]) => [
        `feature ${Number(id)}`,
        hex(text ?? stated ?? '').subarray(1),
      ]),
    );
    const expected = Object.fromEntries(Object.values(given).flatMap((each) => Object.entries(each.expected ?? {})));
    const facts = factsOf(folder, hex(readFileSync(join(folder, 'report_descriptor.hex'), 'utf8')));
    agree(basename(folder), read(facts, reports), expected);
  });

  it('unknown_5131-2007: one report id for input and feature', () => {
    const folder = FOLDERS.find((each) => basename(each) === 'unknown_5131-2007') ?? '';
    const reports = new Map(
      typedSchema
        .parse(json(folder, 'reports.json'))
        .flatMap(({ type, report }) =>
          type === undefined || report === undefined
            ? []
            : [[`${type.toLowerCase()} ${hex(report)[0] ?? 0}`, hex(report).subarray(1)] as const],
        ),
    );
    const facts = factsOf(folder, hex(readFileSync(join(folder, 'report_descriptor.hex'), 'utf8')));
    agree(basename(folder), read(facts, reports));
  });

  const loose = FOLDERS.filter((folder) => has(folder, 'reports.json') && !has(folder, 'report_descriptor.hex'));
  it.each(
    loose.filter((folder) => !(basename(folder) in NOT_DECODED)).map((folder) => ({ folder, name: basename(folder) })),
  )('$name: values in reports without a descriptor', ({ folder }) => {
    for (const value of looseSchema.parse(json(folder, 'reports.json'))) {
      const volts = value.path.endsWith('Voltage');
      const field: HidField = {
        path: [{ usage: 0 }],
        kind: 'feature',
        report: 0,
        offset: value.offset,
        size: value.size,
        count: 1,
        constant: true,
        nullable: false,
        logical: { min: 0, max: 2 ** value.size - 1 },
        // The log of the APC leaves the unit out; its models count hundredths of a Volt (Back-UPS CS 500).
        unit: unitOf(value.unit, volts),
        exponent: value.unitexp ?? (volts ? 5 : value.path.endsWith('Frequency') ? -1 : 0),
        at: 0,
      };
      const wanted = value.value ?? value.value_from_unitexp;
      const raw = rawValue(field, hex(value.report).subarray(1)) ?? Number.NaN;
      const scaled = measured(field, raw);
      // NUT prints six digits.
      expect('value' in scaled ? Number(scaled.value.toPrecision(6)) : scaled, value.path).toBe(wanted);
      counts.values += 1;
    }
  });

  afterAll(() => console.log(`HID captures: ${JSON.stringify(counts)}`));
});

function agree(name: string, vars: ReadonlyMap<string, unknown>, more: Readonly<Record<string, unknown>> = {}): void {
  const expected = { ...VARIABLES[name], ...more };
  expect(Object.keys(expected).length, `what should ${name} give?`).toBeGreaterThan(0);
  const given = Object.fromEntries(Object.keys(expected).map((key) => [key, vars.get(key)]));
  expect(given).toEqual(expected);
  counts.variables += Object.keys(expected).length;
}

/** A usage of a vendor's page without a name of ours, where NUT has one; or the other way round. */
function isVendors(ours: string, theirs: string | undefined): boolean {
  return (
    /^(?:ff|APC)/.test(ours) &&
    theirs !== undefined &&
    (/^(?:ff|APC|POWERCOM)/.test(theirs) || /^(?:HistorySystem|Event|EventID)$/.test(theirs))
  );
}

function unitOf(unit: string | undefined, volts: boolean): number {
  if (unit === undefined) return volts ? 0x00f0d121 : 0x0000f001;
  return Number.parseInt(unit, 16);
}
