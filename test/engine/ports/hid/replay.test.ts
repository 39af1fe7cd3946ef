import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulate } from '../../../../drivers/hid/simulator.ts';
import { parseHidDescriptor } from '../../../../drivers/kit/hid/descriptor.ts';
import { openRecording } from '../../../../src-main/engine/ports/replay/recording.ts';
import { openDevice } from '../../../../src-main/hosts/cli/one-device.ts';
import { AppError } from '../../../../src-shared/errors.ts';
import { createUpsModel } from '../../../../src-shared/ups-model/index.ts';

const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

function vector(type: string, bytes: string): Record<string, string> {
  return { type, report_id: `0x${bytes.slice(0, 2)}`, report_bytes: bytes };
}

describe('the folder of a recorded HID device', () => {
  let folder: string;
  const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mainstay-hid-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is replayed with what its device had answered', async () => {
    const model = createUpsModel();
    model.force({ charge: 64 });
    const device = simulate(model, 'mge');
    const { descriptor } = device.facts;
    const feature: Record<string, string> = {};
    for (const { kind, report } of parseHidDescriptor(descriptor).fields) {
      const data = kind === 'feature' ? device.get('feature', report) : 'stall';
      if (data !== 'stall') feature[`0x${report.toString(16)}`] = hex([report, ...data]);
    }
    await put('report_descriptor.hex', hex(descriptor));
    await put('reports.json', JSON.stringify({ feature }));
    await put('meta.json', JSON.stringify({ vendor: 'Eaton', model: 'Ellipse', vidpid: '0463:ffff' }));
    const replayed = await openDevice(`replay:${folder}`);
    try {
      const { values, dialect } = await replayed.ready(10_000);
      expect(dialect).toBe('mge');
      expect(values).toMatchObject({ 'battery.charge': 64, 'ups.vendorid': '0463', 'ups.mfr': 'Eaton' });
    } finally {
      await replayed.close();
    }
  });

  it('gives each report by its kind and number, an input report as a feature as well', async () => {
    await put('report_descriptor.hex', '05 84');
    await put('vectors.json', JSON.stringify([vector('Feature', '0c 57 10'), vector('Input', '0b 13')]));
    const recording = openRecording(folder);
    if (recording.kind !== 'hid') throw new Error('It was taken for something else.');
    const answer = recording.answers();
    const feature = (report: number) => answer({ op: 'get', kind: 'feature', report, length: 2 });
    expect(feature(12)).toEqual({ ok: true, data: Uint8Array.of(0x57, 0x10) });
    expect(feature(11)).toEqual({ ok: true, data: Uint8Array.of(0x13) });
    expect(feature(1)).toEqual({ ok: false, fault: 'refused' });
  });

  it.each([
    ['report_descriptor.hex', 'five eight four'],
    ['vectors.json', '{'],
    ['vectors.json', '[{"type":"Sideways","report_id":"1","report_bytes":"01"}]'],
    ['reports.json', '{"feature":{"1":"no"}}'],
  ])('is refused in words when %s holds %s', async (name, text) => {
    await put('report_descriptor.hex', '05 84');
    await put(name, text);
    expect(() => openRecording(folder)).toThrow(AppError);
    expect(() => openRecording(folder)).toThrow(/cannot be replayed/);
  });
});
