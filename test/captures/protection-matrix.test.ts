/** Every row of the scenario matrix, for every kind of device: too long for the daily tests. */
import { describe, expect, it, vi } from 'vitest';
import { differences, playRow } from '../engine/protection/policy/scenario-run.ts';
import { SCENARIOS } from '../engine/protection/policy/scenarios.ts';

// On a busy machine everything takes longer, and nothing here measures speed.
vi.setConfig({ testTimeout: 120_000 });

describe('the scenario matrix, whole', () => {
  it.each(SCENARIOS.map((row) => [row.name, row] as const))('%s', async (_, row) => {
    const { happened, beyondPractice } = await playRow(row);
    expect(differences(row.expect, happened)).toEqual([]);
    expect(beyondPractice).toBe(0);
  });
});
