/**
 * Mutated descriptors and reports, a million of them in `npm run test:long`. Most are pieces of real descriptors, which is where a grammar breaks; the
 * rest are whole ones, and whole devices under the driver. `HID_FUZZ_CASES` asks for another number, `HID_FUZZ_SEED` for
 * other cases.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driver } from '../../drivers/hid/index.ts';
import { parseHidRecording } from '../../drivers/kit/hid/recording.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import { driverBreach, mutated, parserBreach, randomFrom } from '../hid/mutations.ts';

const CASES = Number(process.env['HID_FUZZ_CASES'] ?? 200_000);
const SEED = Number(process.env['HID_FUZZ_SEED'] ?? 20_010_527);
/** Of a hundred cases, so many are whole descriptors, and so many devices. */
const WHOLE = 15;
const DEVICES = 2;
/** A piece begins with the page and the collection that make its values those of a UPS. */
const OPENING = [0x05, 0x84, 0x09, 0x04, 0xa1, 0x01, 0x75, 0x08, 0x95, 0x01];
const FIXTURES = join(import.meta.dirname, '../../drivers/hid/fixtures');

const devices = [
  ...readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.hid'))
    .map((name) => parseHidRecording(readFileSync(join(FIXTURES, name), 'utf8')).facts),
  ...driver.dialects.map((dialect) => driver.simulate(createUpsModel(), dialect).facts),
];

describe('mutated descriptors and reports', () => {
  it(`${CASES} cases: no crash, no hang, no invented value, bounded memory`, { timeout: 600_000 }, () => {
    const random = randomFrom(SEED);
    const before = process.memoryUsage().heapUsed;
    const breaches: string[] = [];
    for (let index = 0; index < CASES && breaches.length < 10; index += 1) {
      const facts = devices[random(devices.length)];
      if (facts === undefined) break;
      const share = index % 100;
      let complaint: string | null;
      if (share < DEVICES) {
        complaint = driverBreach(random(2) === 0 ? facts.descriptor : mutated(facts.descriptor, random), facts, random);
      } else if (share < DEVICES + WHOLE) complaint = parserBreach(mutated(facts.descriptor, random), random);
      else {
        const start = random(facts.descriptor.length);
        const piece = facts.descriptor.subarray(start, start + 10 + random(40));
        complaint = parserBreach(mutated(Uint8Array.from([...OPENING, ...piece]), random), random);
      }
      if (complaint !== null) breaches.push(`case ${index}: ${complaint}`);
    }
    const grown = (process.memoryUsage().heapUsed - before) / 1e6;
    console.log(`HID fuzz: ${CASES} cases from seed ${SEED}, heap grown by ${grown.toFixed(0)} MB`);
    expect(breaches).toEqual([]);
    // What a collection of garbage may leave behind at any moment; a leak of a hundred bytes a case would be more.
    expect(grown).toBeLessThan(300);
  });
});
