/** The person's own limits: when they are raised, when they are over, and when nothing may be concluded. */
import { describe, expect, it } from 'vitest';
import { Thresholds } from '../../../src-main/engine/notify/thresholds.ts';
import type { DeviceState, Link } from '../../../src-shared/contract/index.ts';
import { type Threshold, thresholdSchema } from '../../../src-shared/settings/notifications.ts';
import { like } from './servers.ts';

const TEMPERATURE = 'ups.temperature';
const rule = (change: object = {}): Threshold =>
  thresholdSchema.parse({
    id: 'warm',
    variable: TEMPERATURE,
    direction: 'above',
    value: 40,
    seconds: 60,
    hysteresis: 3,
    ...change,
  });

function device(values: Record<string, number | string>, link: Link = 'live', id = 'ups'): DeviceState {
  return {
    id,
    uri: 'sim:megatec',
    name: 'Office UPS',
    nickname: '',
    feedsThisComputer: true,
    simulated: false,
    verified: true,
    link,
    linkSince: 0,
    readAt: 1,
    values,
    derived: [],
    absent: {},
    commands: [],
    settings: [],
  };
}

/** Reads a temperature each 10 seconds; a missing one is not reported, a text is the state of the link. */
function run(
  rules: readonly Threshold[],
  readings: readonly (number | undefined | 'stale')[],
  watch = new Thresholds(),
): string[] {
  return readings.flatMap((reading, index) => {
    const state =
      reading === 'stale'
        ? device({ [TEMPERATURE]: 99 }, 'stale')
        : device(reading === undefined ? {} : { [TEMPERATURE]: reading });
    return watch
      .read(rules, state, [TEMPERATURE], { now: index * 10_000, steady: index * 10_000 })
      .map(({ kind }) => `${kind} ${index * 10}`);
  });
}

const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

describe('a threshold', () => {
  it('is raised once when the value stayed beyond it for so long, and is over once it is well back', () => {
    const readings = [30, ...times(12, 45), 38, 36, ...times(8, 36), ...times(8, 36)];
    // Beyond since second 10; at 38 it is below the limit, but not by the hysteresis.
    expect(run([rule()], readings)).toEqual(['threshold 70', 'threshold-cleared 200']);
  });

  it('begins anew when the value comes back in between', () => {
    expect(run([rule()], [45, 45, 45, 39, ...times(6, 45)])).toEqual([]);
    expect(run([rule()], [45, 45, 45, 39, ...times(7, 45)])).toEqual(['threshold 100']);
  });

  it('does not believe a single reading, even without a time', () => {
    expect(run([rule({ seconds: 0 })], [30, 90, 30, 90, 30])).toEqual([]);
    expect(run([rule({ seconds: 0 })], [30, 90, 90])).toEqual(['threshold 20']);
  });

  it('concludes nothing from a value that is missing or old, neither begin nor end', () => {
    expect(run([rule()], [...times(6, 45), undefined, ...times(6, 45)])).toEqual([]);
    expect(run([rule()], [...times(6, 45), 'stale', ...times(6, 45)])).toEqual([]);
    const raised = new Thresholds(['warm ups']);
    expect(
      run(
        [rule()],
        Array.from({ length: 20 }, () => undefined),
        raised,
      ),
    ).toEqual([]);
    expect(raised.raised()).toEqual(['warm ups']);
  });

  it('counts only what was read, not what is remembered', () => {
    const watch = new Thresholds();
    const state = device({ [TEMPERATURE]: 50 });
    const looks = Array.from({ length: 20 }, (_, index) =>
      watch.read([rule()], state, index === 0 ? [TEMPERATURE] : ['ups.status'], { now: 0, steady: index * 10_000 }),
    );
    expect(looks.flat()).toEqual([]);
  });

  it('below a value works the same way round', () => {
    const low = rule({ direction: 'below', value: 20, seconds: 0, hysteresis: 2 });
    expect(run([low], [25, 19, 19, 21, 21, 22, 22])).toEqual(['threshold 20', 'threshold-cleared 60']);
  });

  it('is about one UPS, or about all', () => {
    const watch = new Thresholds();
    const rules = [rule({ device: 'rack', seconds: 0 }), rule({ id: 'all', seconds: 0 })];
    const events = [0, 1].flatMap((steady) =>
      ['ups', 'rack'].flatMap((id) =>
        watch.read(rules, device({ [TEMPERATURE]: 50 }, 'live', id), [TEMPERATURE], { now: 0, steady }),
      ),
    );
    expect(events.map((event) => `${String(event.data['rule'])} ${event.device ?? ''}`)).toEqual([
      'all ups',
      'warm rack',
      'all rack',
    ]);
    expect(events[0]).toMatchObject({
      severity: 'warning',
      text: like(/^Office UPS: .* is 50.*\u00a0°C, above your limit of 40/u),
    });
  });

  it('is not raised again after a restart, and is forgotten with its rule', () => {
    const watch = new Thresholds(['warm ups']);
    expect(run([rule({ seconds: 0 })], [50, 50, 50], watch)).toEqual([]);
    watch.follow([], ['ups']);
    expect(watch.raised()).toEqual([]);
    expect(run([rule({ seconds: 0 })], [50, 50, 50], watch)).toEqual(['threshold 10']);
  });
});
