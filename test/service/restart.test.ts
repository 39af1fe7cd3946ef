import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { bootOf } from '../../src-main/engine/base/boot-clock.ts';
import { systemClock } from '../../src-main/engine/base/clock.ts';
import { createEngine } from '../../src-main/engine/engine.ts';
import { createHistoryStore } from '../../src-main/engine/history/index.ts';
import type { Policy } from '../../src-main/engine/base/parts.ts';
import { createSettingsStore } from '../../src-main/settings/index.ts';
import { idleActor, idlePolicy } from '../engine/harness.ts';

// Whole programs and engines are started: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const device = (id: string) => ({ id, uri: 'sim:megatec', nickname: id, feedsThisComputer: true, enabled: true });

it('what protection was in the middle of is taken up with every device there, never without', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-restart-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const decided: { state: unknown; devices: string[] }[] = [];
  const policy: Policy = {
    ...idlePolicy,
    restore: (saved) => saved,
    decide: (state, rules, moment) => {
      decided.push({ state, devices: moment.devices.map(({ id }) => id) });
      return idlePolicy.decide(state, rules, moment);
    },
  };
  const settings = createSettingsStore(join(folder, 'settings.json'));
  await settings.update({ devices: [device('one'), device('two')] });
  const boot = bootOf(systemClock);
  const engine = createEngine({
    host: 'headless',
    version: '0',
    settings,
    history: createHistoryStore(':memory:'),
    policy,
    actor: idleActor,
    boot,
    protectionFile: { load: () => ({ boot: boot.mark, steady: 0, state: 'kept' }), save: () => undefined },
  });
  await engine.start();
  await engine.stop();
  expect(decided[0]).toEqual({ state: 'kept', devices: ['one', 'two'] });
});
