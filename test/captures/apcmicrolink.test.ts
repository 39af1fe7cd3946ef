/** Every published frame of Microlink: its check bytes, the challenges, and the values that its source states. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { answerTo } from '../../drivers/apcmicrolink/challenge.ts';
import { checkBytes, headerOf, isSound, pageOf } from '../../drivers/apcmicrolink/frame.ts';
import { SMC1000I_USAGES } from '../../drivers/apcmicrolink/smc1000i.ts';
import { PATHS } from '../../drivers/apcmicrolink/table.ts';
import { hexOf, readValue } from '../../drivers/apcmicrolink/value.ts';
import { driver } from '../../drivers/apcmicrolink/index.ts';
import { parseExchangeFile, recordedAnswers } from '../../drivers/kit/line/exchange-file.ts';
import { bytesOf } from '../../drivers/kit/line/ascii.ts';
import { runTalk } from '../../drivers/kit/talk.ts';
import { describeWithRecordings, recordingsOf } from './recordings.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
const text = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

/** How the frames of each recording are written. A recording that is not here fails the test that all are read. */
const READERS: Readonly<Record<string, (folder: string) => readonly string[]>> = {
  'apc-smc1000-2uc_developerload': (folder) =>
    lines(text(folder, 'exchange.txt')).map((line) => line.replace(/^(UPS|PC) +/, '')),
  'apc-smc1000i_klaasdc': (folder) => lines(text(folder, 'host_frames.txt')),
  'apc-smc1000i_stackoverflow-58675120': (folder) => lines(text(folder, 'records.txt')),
  'apc-smx1500rm2u_nut-3587': (folder) =>
    [...text(folder, 'nut_log.txt').matchAll(/RX record: .*=> ([0-9a-f ]+)\n[^\]]+\] ([0-9a-f ]+)\n/g)].map(
      ([, first, second]) => `${first} ${second}`,
    ),
};

/** Published with a misprint: the last byte of the post is 0e, and its own series of records makes it 0a. */
const MISPRINTED = { frame: '7f0000000019d40013004e000001790000ac0e', last: '0a' } as const;

describeWithRecordings('recordings of Microlink', () => {
  const folders = recordingsOf('serial/apc-microlink', 'usb-hid/apc-microlink-over-hid');
  const framesOf = (name: string) => {
    const folder = folders.find((each) => basename(each) === name);
    return folder === undefined ? [] : (READERS[name]?.(folder) ?? []).map((frame) => frame.replaceAll(' ', ''));
  };

  it('are all read', () => {
    expect(folders.map((folder) => basename(folder)).toSorted()).toEqual(Object.keys(READERS).toSorted());
  });

  it.each(
    Object.entries({
      'apc-smc1000-2uc_developerload': 5,
      'apc-smc1000i_klaasdc': 6,
      'apc-smc1000i_stackoverflow-58675120': 14,
      'apc-smx1500rm2u_nut-3587': 4,
    }),
  )('%s: the check bytes of each of its frames are right, but for the one that is misprinted', (name, count) => {
    const frames = framesOf(name);
    expect(frames).toHaveLength(count);
    const wrong = frames.filter((frame) => !isSound(hex(frame)));
    expect(wrong).toEqual(frames.includes(MISPRINTED.frame) ? [MISPRINTED.frame] : []);
  });

  it('the misprint is one of its last byte', () => {
    const { frame, last } = MISPRINTED;
    expect(framesOf('apc-smc1000i_stackoverflow-58675120')).toContain(frame);
    expect(hexOf(checkBytes(hex(frame).subarray(0, -2)))).toBe(frame.slice(-4, -2) + last);
  });

  it('the accepted answer of the SMC1000I is the one that is computed', () => {
    const folder = folders.find((each) => basename(each) === 'apc-smc1000i_klaasdc') ?? '';
    const meta = z
      .object({ expected: z.object({ 'state after decoding (page 4)': z.object({ serial_nb: z.string() }) }) })
      .parse(JSON.parse(text(folder, 'meta.json')));
    const serial = meta.expected['state after decoding (page 4)'].serial_nb;
    const header = headerOf(hex('000a108003ed07090001004000f802fe042104'));
    if (header === null) throw new Error('page 0 of the SMC1000I');
    const answer = answerTo(header, bytesOf(serial.padEnd(14)), hex('f627'));
    expect(framesOf('apc-smc1000i_klaasdc').at(-1)?.slice(10, 14)).toBe(hexOf(answer.subarray(2)));
  });

  it('the SMC1000-2UC echoes the answer where its descriptor begins to count, in pages of 32', () => {
    const [page0 = '', , , host = '', echo = ''] = framesOf('apc-smc1000-2uc_developerload');
    const header = headerOf(hex(page0));
    expect(header).toMatchObject({ width: 32, count: 105 });
    const [id, offset = 0, length = 0] = hex(host);
    const page = pageOf(hex(echo), 32, 105);
    expect(page?.id).toBe(id);
    expect(hexOf(page?.data.slice(offset, offset + length) ?? new Uint8Array(0))).toBe('8afb65f1');
  });

  it('the host turns the outlet off and on where the table has its command', () => {
    const place = SMC1000I_USAGES.find(({ path }) => path === PATHS.outletCommand);
    for (const frame of framesOf('apc-smc1000i_klaasdc').slice(0, 2)) {
      const [page = 0, offset = 0, length] = hex(frame);
      expect([page * 16 + offset, length]).toEqual([place?.at, place?.size]);
    }
  });

  it('the values stated of the SMC1000I are those that its pages are read as', () => {
    const folder = folders.find((each) => basename(each) === 'apc-smc1000i_klaasdc') ?? '';
    const stated = z
      .object({
        expected: z.object({ 'state after decoding (page 4)': z.record(z.string(), z.unknown()) }),
      })
      .parse(JSON.parse(text(folder, 'meta.json'))).expected['state after decoding (page 4)'];
    const fixture = text(join(import.meta.dirname, '../../drivers/apcmicrolink/fixtures'), 'smc1000i-values.exchange');
    const { result } = runTalk(driver.identify({}), recordedAnswers(parseExchangeFile(fixture)));
    const vars: Readonly<Record<string, unknown>> = result?.vars ?? {};
    const names = {
      apparent_power_rating: 'ups.power.nominal',
      real_power_rating: 'ups.realpower.nominal',
      battery_sku: 'experimental.battery.sku',
      battery_soc: 'battery.charge',
      battery_voltage: 'battery.voltage',
      frequency_in: 'input.frequency',
      frequency_out: 'output.frequency',
      runtime_remaining: 'battery.runtime',
      serial_nb: 'ups.serial',
      temperature: 'battery.temperature',
      ups_name: 'ups.id',
      ups_sku: 'device.part',
      ups_type: 'ups.model',
      voltage_accept_max: 'input.transfer.high',
      voltage_accept_min: 'input.transfer.low',
      voltage_config: 'output.voltage.nominal',
      voltage_in: 'input.voltage',
      voltage_out: 'output.voltage',
    };
    for (const [noted, name] of Object.entries(names)) expect(vars[name], noted).toBe(stated[noted]);
    expect(vars['ups.status']).toBe('OL');
    expect(vars['input.sensitivity']).toBe('high');
  });

  it('the counter of the challenge page counts up by one from record to record', () => {
    const counters = framesOf('apc-smc1000i_stackoverflow-58675120')
      .slice(0, -1)
      .map((frame) => readValue({ is: 'number' }, hex(frame).slice(5, 7)));
    const first = counters[0];
    if (first === undefined || !('value' in first)) throw new Error('no counter');
    expect(counters).toEqual(counters.map((_, index) => ({ value: Number(first.value) + index })));
  });
});
