/**
 * What stands in for a UPS that is not reached is no reading, in any driver: answers in the right shape with zeros
 * everywhere (networkupstools/nut#1218, #1360, #1539, #2307). They begin no outage, and end none.
 */
import { describe, expect, it } from 'vitest';
import type { Readings } from '../../drivers/driver.ts';
import { drivers } from '../../drivers/index.ts';
import { createUpsModel, PROFILES } from '../../src-shared/ups-model/index.ts';
import { type Line, ownLine } from './subject.ts';

const always = (): boolean => true;
const hollow = (line: Line): Line => line.with({ kind: 'hollow' }, always);

/** What would be taken for the state of a UPS. That nothing is rated for zero is judged with plausibility. */
const told = (readings: Readings | null): readonly string[] =>
  Object.entries(readings?.vars ?? {}).flatMap(([name, value]) =>
    name === 'ups.status' || (typeof value === 'number' && !name.endsWith('.nominal'))
      ? [`${name} = ${String(value)}`]
      : [],
  );

/** Microlink's pages are sealed with a checksum: zeros within are tried in its own tests. */
const OPEN = drivers.filter(({ id }) => id !== 'apcmicrolink');

describe.each(OPEN.map((driver) => ({ id: driver.id, driver })))('$id', ({ driver }) => {
  it.each(Object.values(PROFILES).map((profile) => ({ model: profile.model, profile })))(
    'takes zeros for no answer: $model',
    ({ profile }) => {
      for (const mainsVoltage of [0, profile.nominalVoltage]) {
        const line = ownLine(driver, createUpsModel(profile, { mainsVoltage }));
        const identity = line.identify().result;
        expect(identity).not.toBeNull();
        if (identity === null) continue;
        const before = line.poll(identity).result;
        expect(before?.vars['ups.status']).toMatch(mainsVoltage === 0 ? /OB/ : /OL/);
        expect(hollow(line).poll(identity).result, 'a poll').toBeNull();
        expect(line.poll(identity).result?.vars['ups.status'], 'once it is reached again').toBe(
          before?.vars['ups.status'],
        );
      }
    },
  );

  it('learns nothing from them about who is there', () => {
    for (const profile of Object.values(PROFILES)) {
      expect(told(hollow(ownLine(driver, createUpsModel(profile))).identify().result)).toEqual([]);
    }
  });
});
