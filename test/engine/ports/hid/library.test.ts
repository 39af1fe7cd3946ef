/** Recorded descriptors in place of those that the system does not give. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driver } from '../../../../drivers/hid/index.ts';
import { parseHidRecording } from '../../../../drivers/kit/hid/recording.ts';
import { runTalk } from '../../../../drivers/kit/talk.ts';
import { findRecorded, orRecorded } from '../../../../src-main/engine/ports/hid/descriptor-library.ts';
import { RECORDED } from '../../../../src-main/engine/ports/hid/descriptor-library-data.ts';
import { platformDescriptors } from '../../../../src-main/engine/ports/hid/descriptor-sources.ts';
import type { HidDevice } from '../../../../src-main/engine/ports/hid/device.ts';

const recording = parseHidRecording(
  readFileSync(join(import.meta.dirname, '../../../../drivers/hid/fixtures/apc-back-ups-bx1600mi.hid'), 'utf8'),
);
const APC: HidDevice = {
  vendor: 0x051d,
  product: 0x0002,
  release: 0x0106,
  path: '\\\\?\\hid#vid_051d',
  manufacturer: 'American Power Conversion',
  // Another firmware than the recorded one.
  productName: 'Back-UPS BX1600MI FW:300101G -302201G ',
};
const proof = (borrowed: boolean) =>
  runTalk(driver.identify({ ...recording.facts, borrowed }), recording.answer).result?.proof;
const named = (productName: string | undefined, numbers: { vendor?: number; product?: number } = {}) =>
  findRecorded({ vendor: 0x051d, product: 0x0002, ...numbers, ...(productName === undefined ? {} : { productName }) });

describe('the library', () => {
  it('has a device by its numbers and its name, whatever its firmware', () => {
    expect(named('Back-UPS BX1600MI')?.source).toBe('networkupstools/nut issue 1208');
    expect(named('back-ups bx1600mi FW:1')?.name).toBe('Back-UPS BX1600MI');
    expect(named('Back-UPS CS 500')?.source).toBe('networkupstools/nut issue 1776');
  });

  it('has no other model, no other numbers, and none without a name', () => {
    expect(named('Back-UPS CS 5000')).toBeUndefined();
    expect(named('Back-UPS BX1600')).toBeUndefined();
    expect(named('Back-UPS CS 500', { product: 0x0003 })).toBeUndefined();
    expect(named('Back-UPS CS 500', { vendor: 0x0463 })).toBeUndefined();
    expect(named(undefined)).toBeUndefined();
  });

  it('is read as a UPS, each of them', () => {
    expect(RECORDED.length).toBeGreaterThan(10);
    for (const { vendor, product, name, descriptor } of RECORDED) {
      const facts = { vendor, product, release: 0, productName: name, descriptor: Buffer.from(descriptor, 'hex') };
      const asked: unknown[] = [];
      runTalk(driver.identify(facts), (request) => (asked.push(request), { ok: false, fault: 'refused' }));
      expect(asked.length, name).toBeGreaterThan(3);
    }
  });
});

// Here is neither PowerShell nor ioreg: as on a machine where they may not run.
describe.each(['win32', 'darwin'] as const)('on %s, where the system does not give it', (platform) => {
  const source = platformDescriptors(platform);

  it('the recorded one is used, and the message says so', async () => {
    const read = await source.read(APC, APC.path ?? '');
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.bytes).toEqual(recording.facts.descriptor);
    expect(read.value.remark).toContain('recorded of a Back-UPS BX1600MI (networkupstools/nut issue 1208)');
    expect(read.value.remark).toContain('could not be read');
  });

  it('a model that nobody recorded is not read, and the message says why', async () => {
    const read = await source.read({ ...APC, productName: 'Back-UPS XYZ' }, '');
    expect(read).toMatchObject({ ok: false, error: { code: 'no-answer' } });
    expect(!read.ok && read.error.message).toMatch(/could not be read.*no recorded one of this model/);
  });
});

it('what the system gives goes before the library, without a remark', async () => {
  const own = Uint8Array.of(5, 0x84);
  const source = orRecorded({ read: () => Promise.resolve({ ok: true, value: { bytes: own } }) });
  expect(await source.read(APC, '')).toEqual({ ok: true, value: { bytes: own } });
});

it('a device that is read by a borrowed descriptor is unverified', () => {
  expect([proof(false), proof(true)]).toEqual(['captured', 'derived']);
});
