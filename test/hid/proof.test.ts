/** What each table stands on, and that a device whose table stands on nothing is not called verified. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableFor } from '../../drivers/hid/claim.ts';
import { driver } from '../../drivers/hid/index.ts';
import { tables } from '../../drivers/hid/tables/index.ts';
import { parseHidRecording } from '../../drivers/kit/hid/recording.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import { identified, talkTo } from './devices.ts';

const FOLDER = join(import.meta.dirname, '../../drivers/hid');

/** Recordings with reports, and descriptors of devices whose reports nobody has published. */
const recordings = ['fixtures', 'descriptors'].flatMap((folder) =>
  readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.hid'))
    .map((file) => parseHidRecording(readFileSync(join(FOLDER, folder, file), 'utf8'))),
);

describe.each(tables.map((table) => ({ id: table.id, table })))('$id', ({ id, table }) => {
  const own = recordings.filter(({ facts }) => tableFor(facts).id === id);

  it(`is ${table.proof}, and so are its recordings`, () => {
    expect(own.some(({ header }) => header['proof'] === 'captured')).toBe(table.proof === 'captured');
    expect(driver.unproven?.includes(id)).toBe(table.proof === 'derived');
  });

  it('is what its device is told to be', () => {
    const { identity } = talkTo(driver.simulate(createUpsModel(), id));
    // The first device of Belkin's table is one of Belkin's own, of which nothing was recorded.
    expect(identity.proof).toBe(id === 'belkin' ? 'derived' : table.proof);
  });
});

it('a table that is forced on a device which is not one of its own proves nothing', () => {
  const [recorded] = recordings.filter(({ facts }) => tableFor(facts).id === 'apc');
  if (recorded === undefined) throw new Error('There is no recording of an APC.');
  expect(identified(recorded.facts, recorded.answer).proof).toBe('captured');
  expect(identified(recorded.facts, recorded.answer, 'generic').proof).toBe('derived');
});

it('the Liebert on a Belkin board was recorded', () => {
  const liebert = recordings.find(({ facts }) => facts.vendor === 0x10af);
  expect(liebert && identified(liebert.facts, liebert.answer).proof).toBe('captured');
});
