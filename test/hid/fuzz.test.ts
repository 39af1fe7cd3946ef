/** Nonsense in place of descriptors and reports: nothing throws, nothing hangs, nothing is invented or grows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { driver } from '../../drivers/hid/index.ts';
import { parseHidRecording } from '../../drivers/kit/hid/recording.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import { driverBreach, mutated, parserBreach, randomFrom } from './mutations.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 60_000 });

const FIXTURES = join(import.meta.dirname, '../../drivers/hid/fixtures');
const devices = [
  ...readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.hid'))
    .map((name) => parseHidRecording(readFileSync(join(FIXTURES, name), 'utf8')).facts),
  driver.simulate(createUpsModel()).facts,
];

describe('nonsense', () => {
  it('bytes that were never a descriptor', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer(), (bytes, seed) => {
        expect(parserBreach(bytes, randomFrom(seed))).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('real descriptors with bytes changed, cut, doubled and moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...devices), fc.integer(), ({ descriptor }, seed) => {
        const random = randomFrom(seed);
        expect(parserBreach(mutated(descriptor, random), random)).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('the same under the driver, with answers of any bytes and any length', () => {
    fc.assert(
      fc.property(fc.constantFrom(...devices), fc.boolean(), fc.integer(), (facts, whole, seed) => {
        const random = randomFrom(seed);
        expect(driverBreach(whole ? facts.descriptor : mutated(facts.descriptor, random), facts, random)).toBeNull();
      }),
      { numRuns: 600 },
    );
  });
});
