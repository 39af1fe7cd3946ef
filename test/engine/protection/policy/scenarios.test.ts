/** The scenario matrix, on the whole engine and a clock that is moved by hand: of each family of rows one; `npm run test:captures` plays them all. */
import { describe, expect, it, vi } from 'vitest';
import { differences, playRow } from './scenario-run.ts';
import { SCENARIOS } from './scenarios.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

/** What other programs' users complain of and this table must answer: peers' issues on false and missed shutdowns. */
const COMPLAINTS = `
  nut#2925 nut#2104 nut#321 nut#2168 nut#2347 nut#1970 IceWhaleTech/ZimaOS#588 WinNUT#157 gawindx#141 gawindx#89
  WinNUT#27 nut#3229 app-nut#512 app-nut#311 gawindx#146 pve-ups#25 gawindx#42 gawindx#156 gawindx#192 WinNUT#162
  WinNUT#4 gawindx#100 gawindx#181 nut#3403 pve-ups#8 pve-ups#11 PeaNUT#89
`
  .trim()
  .split(/\s+/u);

describe('the scenario matrix', () => {
  it('has rows enough, each with a name of its own, and answers every complaint', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(150);
    expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
    const answered = new Set(SCENARIOS.flatMap(({ refs = [] }) => refs));
    expect(COMPLAINTS.filter((complaint) => !answered.has(complaint))).toEqual([]);
  });

  it.each(SCENARIOS.filter(({ daily }) => daily !== false).map((row) => [row.name, row] as const))(
    '%s',
    async (_, row) => {
      const { happened, beyondPractice } = await playRow(row);
      expect(differences(row.expect, happened)).toEqual([]);
      expect(beyondPractice).toBe(0);
    },
  );
});
