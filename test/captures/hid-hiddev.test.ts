/** Dumps and events of Linux's hiddev, which are values by usage: the driver makes the same of them by our tables. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { driver } from '../../drivers/hid/index.ts';
import { table as apc } from '../../drivers/hid/tables/apc.ts';
import { parseHidDescriptor } from '../../drivers/kit/hid/descriptor.ts';
import { pathText } from '../../drivers/kit/hid/usages.ts';
import { putRaw } from '../../drivers/kit/hid/value.ts';
import { writeHidDescriptor } from '../../drivers/kit/hid/write.ts';
import { runTalk } from '../../drivers/kit/talk.ts';
import { ZEROED } from './hid-expected.ts';
import { parseDump, specsOf } from './hid-hiddev.ts';
import { answering, hex, metaOf, read } from './hid-recorded.ts';
import { describeWithRecordings, recordingsOf } from './recordings.ts';

const counts = { dumps: 0, values: 0, explained: 0, events: 0 };

describeWithRecordings('values of hiddev', () => {
  it.each(recordingsOf('usb-hid/linux-hiddev-report-dump').map((folder) => ({ folder, name: basename(folder) })))(
    '$name: a dump of hiddev gives the same values by our tables',
    ({ folder, name: dumped }) => {
      const file = readdirSync(folder).find((each) => each.endsWith('.rpt')) ?? '';
      const dump = parseDump(readFileSync(join(folder, file), 'latin1'));
      const descriptor = writeHidDescriptor(specsOf(dump));
      const { fields, length } = parseHidDescriptor(descriptor);
      const reports = new Map<string, Uint8Array>();
      for (const { kind, report, path, raw } of dump) {
        const data = reports.get(`${kind} ${report}`) ?? new Uint8Array(length(kind, report));
        reports.set(`${kind} ${report}`, data);
        const field = fields.find(
          (each) => each.kind === kind && each.report === report && pathText(each, apc.names) === path,
        );
        if (field !== undefined) putRaw(field, data, raw);
      }
      const vars = read({ vendor: 0x051d, product: 2, release: 0, descriptor }, reports);
      // hiddev shows input reports that have not come yet as zeros; what was asked for is in the feature reports.
      const first = (path: string): number | undefined =>
        (dump.find((each) => each.path === path && each.kind === 'feature') ?? dump.find((each) => each.path === path))
          ?.raw;
      const bit = (name: string): boolean =>
        [first(`PowerSummary.PresentStatus.${name}`), first(`PowerSummary.${name}`)].some(
          (raw) => raw !== undefined && raw !== 0,
        );
      expect(vars.get('battery.charge')).toBe(first('PowerSummary.RemainingCapacity'));
      const status = String(vars.get('ups.status')).split(' ');
      if (ZEROED.has(dumped)) counts.explained += 1;
      else
        expect([status.includes('OL'), status.includes('DISCHRG'), status.includes('LB')]).toEqual([
          bit('ACPresent'),
          bit('Discharging'),
          bit('BelowRemainingCapacityLimit') || bit('ShutdownImminent') || bit('RemainingTimeLimitExpired'),
        ]);
      for (const [name, path, scale] of [
        ['battery.charge.warning', 'PowerSummary.WarningCapacityLimit', 1],
        ['battery.runtime.low', 'PowerSummary.RemainingTimeLimit', 1],
        ['battery.voltage', 'Battery.Voltage', 100],
        ['battery.voltage.nominal', 'Battery.ConfigVoltage', 100],
        ['input.transfer.low', 'Input.LowVoltageTransfer', 1],
      ] as const) {
        const raw = first(path);
        if (raw === undefined) continue;
        expect(vars.get(name), name).toBe(raw / scale);
        counts.values += 1;
      }
      counts.dumps += 1;
      counts.values += 4;
    },
  );

  it.each(recordingsOf('usb-hid/linux-hiddev-events').map((folder) => ({ folder, name: basename(folder) })))(
    '$name: events of hiddev, heard unasked',
    ({ folder }) => {
      const pairs = readFileSync(join(folder, 'events.txt'), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('<Buffer'))
        .flatMap((line) => {
          const data = hex(line.slice(7));
          const word = (at: number): number => new DataView(data.buffer).getUint32(at, true);
          return Array.from(
            { length: Math.floor(data.length / 8) },
            (_, index) => [word(index * 8), word(index * 8 + 4)] as const,
          );
        });
      const summary = [...new Map(pairs.filter(([usage]) => usage >>> 16 === 0x85))];
      const flags = new Set([0x008500d0, 0x00850044, 0x00850045, 0x00850046, 0x00850042, 0x00850043]);
      const descriptor = writeHidDescriptor(
        summary.map(([usage]) => ({
          path: [
            { usage: 0x00840004 },
            { usage: 0x00840024 },
            ...(flags.has(usage) ? [{ usage: 0x00840002 }] : []),
            { usage },
          ],
          report: 1,
          kinds: ['input', 'feature'],
          size: 32,
          logical: { min: 0, max: 2 ** 31 - 1 },
          unit: 0,
          exponent: 0,
          constant: true,
        })),
      );
      const { fields, length } = parseHidDescriptor(descriptor);
      const data = new Uint8Array(length('input', 1));
      for (const field of fields) putRaw(field, data, new Map(summary).get(field.path.at(-1)?.usage ?? 0) ?? 0);
      const empty = new Map([['feature 1', new Uint8Array(data.length)]]);
      const { result: identity } = runTalk(
        driver.identify({ vendor: 0x0764, product: 0x0501, release: 0, descriptor }),
        answering(empty),
      );
      if (identity === null) throw new Error('The driver does not know the device.');
      const heard = driver.overheard?.({ report: 1, data }, identity, {});
      const expected = z.record(z.string(), z.number()).parse(metaOf(folder).expected);
      expect(heard?.vars).toMatchObject({
        'battery.charge': expected['battery.charge'],
        'battery.runtime': expected['battery.runtime'],
        'ups.status': 'OL',
      });
      counts.events += 3;
    },
  );

  afterAll(() => console.log(`hiddev captures: ${JSON.stringify(counts)}`));
});
