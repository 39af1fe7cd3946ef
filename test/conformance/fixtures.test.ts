/** Recordings reproduce their goldens. After a wanted change: `npx vitest run test/conformance -u`, and read the diff. */
import { describe, expect, it } from 'vitest';
import { drivers } from '../../drivers/index.ts';
import { fixturesOf, readFixture } from './fixtures.ts';

const STRENGTH = ['derived', 'spec-example', 'captured'] as const;

describe.each(drivers.map((driver) => ({ id: driver.id, driver })))('$id', ({ driver }) => {
  const fixtures = fixturesOf(driver);

  it('has recordings, each with its proof and its source', () => {
    expect(fixtures.length, `put a recording into drivers/${driver.id}/fixtures`).toBeGreaterThan(0);
    for (const { name, header } of fixtures) {
      expect(STRENGTH, `${name}: "# proof:"`).toContain(header['proof']);
      expect(header['source'] ?? '', `${name}: "# source:"`).not.toBe('');
    }
  });

  it('claims no stronger proof than its recordings give', () => {
    const best = Math.max(...fixtures.map(({ header }) => STRENGTH.findIndex((word) => word === header['proof'])));
    expect(STRENGTH[best]).toBe(driver.proof);
  });

  it.each(fixtures)('$name is read as its golden says', async (fixture) => {
    const read = readFixture(fixture);
    expect(read, `${fixture.name}: the driver did not know the device`).not.toBeNull();
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(fixture.golden);
  });
});
