import { describe, expect, it } from 'vitest';
import { type KeptBeeper, type Seen, stateOf, step } from '../../../src-main/engine/beeper/step.ts';

const NOW = 1_000_000;
const ROUND = 45_000;
const seen = (change: Partial<Seen> = {}): Seen => ({
  quiet: true,
  enabled: true,
  live: true,
  can: true,
  status: 'enabled',
  now: NOW,
  round: ROUND,
  ...change,
});
const kept = (stage: KeptBeeper['stage'], change: Partial<KeptBeeper> = {}): KeptBeeper => ({
  stage,
  at: NOW - 1000,
  attempts: 1,
  over: false,
  ...change,
});
const late = { now: NOW + ROUND };

describe('in the quiet hours', () => {
  it.each<[string, KeptBeeper | undefined, Partial<Seen>, ReturnType<typeof step>]>([
    ['switches it off', undefined, {}, { kept: kept('silencing', { at: NOW }), send: 'disable' }],
    [
      'switches it off in the next night too',
      kept('ignored', { over: true }),
      {},
      { kept: kept('silencing', { at: NOW }), send: 'disable' },
    ],
    [
      'leaves one that is off already',
      undefined,
      { status: 'disabled' },
      { kept: kept('off', { at: NOW, attempts: 0 }) },
    ],
    ['leaves one that was off and is switched on', kept('off'), {}, { kept: kept('off') }],
    ['waits until it shows', kept('silencing'), {}, { kept: kept('silencing') }],
    ['has seen it', kept('silencing'), { status: 'disabled' }, { kept: kept('silent'), tell: 'silenced' }],
    [
      'tells it once more',
      kept('silencing'),
      late,
      { kept: kept('silencing', { at: NOW + ROUND, attempts: 2 }), send: 'disable' },
    ],
    [
      'says that it was ignored',
      kept('silencing', { attempts: 2 }),
      late,
      { kept: kept('ignored', { attempts: 2 }), tell: 'ignored' },
    ],
    ['does not go on after that', kept('ignored'), late, { kept: kept('ignored') }],
    ['leaves one that somebody has switched on', kept('silent'), {}, { kept: kept('left') }],
    ['leaves one that somebody has muted', kept('silent'), { status: 'muted' }, { kept: kept('left') }],
    ['goes on where the last night was not put back', kept('stuck'), { status: 'disabled' }, { kept: kept('silent') }],
    ['concludes nothing without contact', kept('silent'), { live: false }, { kept: kept('silent') }],
    ['concludes nothing from a missing value', kept('silent'), { status: undefined }, { kept: kept('silent') }],
    ['does not begin where it does not tell', undefined, { status: undefined }, { kept: undefined }],
    ['does not begin where it cannot', undefined, { can: false }, { kept: undefined }],
  ])('%s', (_what, before, change, after) => {
    expect(step(before, seen(change))).toEqual(after);
  });
});

describe('after them', () => {
  const day = { quiet: false };
  const back = { kept: kept('restoring', { at: NOW }), send: 'enable' } as const;
  it.each<[string, KeptBeeper | undefined, Partial<Seen>, ReturnType<typeof step>]>([
    ['does nothing', undefined, {}, { kept: undefined }],
    ['puts it back', kept('silent'), { status: 'disabled' }, back],
    ['puts it back when that never showed', kept('silencing'), { status: 'disabled' }, back],
    ['puts it back when it followed late', kept('ignored'), { status: 'disabled' }, back],
    ['puts nothing back that somebody has switched on', kept('silent'), {}, { kept: undefined }],
    ['puts nothing back that was off before', kept('off'), { status: 'disabled' }, { kept: undefined }],
    ['puts nothing back that somebody has set since', kept('left'), { status: 'disabled' }, { kept: undefined }],
    ['does not forget what is on its way', kept('silencing'), {}, { kept: kept('silencing') }],
    ['has seen it', kept('restoring'), {}, { kept: undefined, tell: 'back' }],
    [
      'tells it once more',
      kept('restoring'),
      { status: 'disabled', ...late },
      { kept: kept('restoring', { at: NOW + ROUND, attempts: 2 }), send: 'enable' },
    ],
    [
      'says that it stays off',
      kept('restoring', { attempts: 3 }),
      { status: 'disabled', ...late },
      { kept: kept('stuck', { attempts: 3 }), tell: 'stuck' },
    ],
    ['is content when a person has switched it on', kept('stuck'), {}, { kept: undefined }],
    ['still shows that it was ignored', kept('ignored'), {}, { kept: kept('ignored', { over: true }) }],
    [
      'does not put back what a person has switched off since',
      kept('ignored', { over: true }),
      { status: 'disabled' },
      { kept: kept('ignored', { over: true }) },
    ],
    [
      'forgets that when nobody wants quiet hours',
      kept('ignored', { over: true }),
      { enabled: false },
      { kept: undefined },
    ],
    ['waits for contact', kept('silent'), { live: false, status: 'disabled' }, { kept: kept('silent') }],
  ])('%s', (_what, before, change, after) => {
    expect(step(before, seen({ ...day, ...change }))).toEqual(after);
  });
});

it.each<[ReturnType<typeof stateOf>, KeptBeeper | undefined, Partial<Seen>]>([
  ['waiting', undefined, { quiet: false }],
  ['silent', kept('silent'), { status: 'disabled' }],
  ['ignored', kept('ignored', { over: true }), { quiet: false }],
  ['away', kept('silent'), { live: false }],
  ['cannot', undefined, { can: false }],
  ['unknown', undefined, { status: undefined }],
  ['stuck', kept('stuck'), { enabled: false }],
  [undefined, undefined, { enabled: false }],
])('is shown as %s', (state, before, change) => {
  expect(stateOf(before, seen(change))).toBe(state);
});
