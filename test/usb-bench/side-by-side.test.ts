/** Recorded devices as real USB devices, read by NUT and by Mainstay one after the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Value } from '../../src-shared/nut/index.ts';
import { Agreement } from '../peers/agreement.ts';
import { PRESENTED } from './catalogue.ts';
import { HID_DIFFERENCES } from './explained.ts';
import { bootMachine, type Machine } from './machine.ts';
import { readWithNut } from './nut.ts';
import { describeOnBench, isHere, recordedSpec, RECORDINGS_IN_USE } from './recordings.ts';

const readingSchema = z.object({
  driver: z.string(),
  identity: z.record(z.string(), z.union([z.string(), z.boolean()])),
  vars: z.record(z.string(), z.union([z.string(), z.number()])),
});

describeOnBench('recorded devices beside NUT', () => {
  const agreement = new Agreement(HID_DIFFERENCES);
  let machine: Machine;

  beforeAll(async () => {
    machine = await bootMachine();
  });
  afterAll(async () => {
    console.log(agreement.report(`Mainstay and NUT on the same USB devices, from ${RECORDINGS_IN_USE}`));
    await machine?.halt();
  });

  it.each(PRESENTED.filter(isHere))('$name is read by both', async (presented) => {
    const { name, vendor, product, nut } = presented;
    await machine.ask('plug', { name, port: 0, device: recordedSpec(presented) });
    try {
      const ours = await readWithMainstay(vendor, product);
      expect(ours.size).toBeGreaterThan(3);
      if (!nut) return;
      const theirs = await readWithNut(machine, { vendor, product });
      const shared = agreement.compare('usbhid-ups', name, ours, theirs);
      expect(shared).toBeGreaterThan(3);
    } finally {
      await machine.ask('unplug', { name });
    }
  });

  describe('of all that both read', () => {
    it('nothing differs without a reason', () => {
      expect(agreement.verdicts.length).toBeGreaterThan(0);
      expect(agreement.unexplained()).toEqual([]);
    });

    it('every reason is needed', () => {
      expect(agreement.idle()).toEqual([]);
    });
  });

  async function readWithMainstay(vendor: number, product: number): Promise<ReadonlyMap<string, Value>> {
    const uri = `hid:${hex(vendor)}:${hex(product)}`;
    const { code, out, error } = await machine.mainstay('read', '--json', uri);
    if (code !== 0) throw new Error(`mainstay read ${uri} ended with ${code}: ${error}`);
    return new Map(Object.entries(readingSchema.parse(JSON.parse(out)).vars));
  }
});

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
