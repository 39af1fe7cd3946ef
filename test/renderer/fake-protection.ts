/** What a fake engine answers about protection, and what it keeps of it. */
import type { Drill, EngineEvent, Handlers, Preflight, PreviewStep } from '../../src-shared/contract/index.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { FakeEngine } from './fake-engine.ts';

type ProtectionCall = Extract<keyof Handlers['calls'], `protection.${string}` | `drill.${string}` | 'history.outage'>;

/** A preflight in which everything is right but for one warning. */
export function fakePreflight(change: Partial<Preflight> = {}): Preflight {
  return {
    at: Date.now(),
    passed: true,
    checks: [
      {
        id: 'privilege',
        title: 'May shut this computer down',
        verdict: 'passed',
        message: 'logind answers that Mainstay may power this computer off.',
      },
      {
        id: 'hook',
        title: 'The UPS cuts its output afterwards',
        verdict: 'warning',
        message: 'The late shutdown hook is not installed, so the UPS is not told to cut its output.',
        fix: 'Install the package of Mainstay, or run: mainstay service install',
      },
    ],
    ...change,
  };
}

/** A preflight with a check that has failed. */
export function failedPreflight(): Preflight {
  return fakePreflight({
    passed: false,
    checks: [
      {
        id: 'privilege',
        title: 'May shut this computer down',
        verdict: 'failed',
        message: 'logind answers that this user may not power this computer off.',
        fix: 'Run Mainstay as a service: mainstay service install',
      },
    ],
  });
}

/** An outage as the usual rules would take it. */
export const FAKE_STEPS: PreviewStep[] = [
  { seconds: 0, kind: 'mains-lost', text: 'Mains fails; Office UPS carries the load.' },
  { seconds: 5, kind: 'confirmed', text: 'It counts as an outage.' },
  { seconds: 1722, kind: 'countdown', text: 'The charge falls below 30\u00a0%: the countdown begins.' },
  { seconds: 1782, kind: 'command', text: 'Your own command runs for at most 30 seconds.' },
  { seconds: 1812, kind: 'action', text: 'This computer shuts down, which takes 2 minutes.' },
  { seconds: 1992, kind: 'ups-off', text: 'Office UPS cuts its output.' },
  { seconds: 2460, kind: 'empty', text: 'The battery would be empty.' },
];

/** A drill that went well but for one step, two months ago. */
export function fakeCard(change: Partial<Drill> = {}): Drill {
  const startedAt = Date.now() - 60 * 86_400_000;
  return {
    id: 'card-1',
    device: 'office',
    deviceName: 'Office UPS',
    startedAt,
    endedAt: startedAt + 95_000,
    verdict: 'failed',
    steps: [
      { id: 'checks', verdict: 'passed', at: startedAt, seconds: 2, message: 'All checks passed.' },
      { id: 'unplug', verdict: 'passed', at: startedAt + 2000, seconds: 20 },
      {
        id: 'detection',
        verdict: 'passed',
        at: startedAt + 22_000,
        seconds: 2.4,
        message: 'The UPS told it in 2.4\u00a0s.',
      },
      { id: 'countdown', verdict: 'passed', at: startedAt + 25_000, seconds: 10 },
      {
        id: 'command',
        verdict: 'failed',
        at: startedAt + 35_000,
        seconds: 30,
        message: 'Your command did not end within 30 seconds. Give it more time, or make it faster.',
      },
      { id: 'replug', verdict: 'passed', at: startedAt + 65_000, seconds: 14 },
      { id: 'all-clear', verdict: 'passed', at: startedAt + 79_000, seconds: 15 },
    ],
    ...change,
  };
}

/** A drill in the middle of which the person has to pull the plug. */
export function runningDrill(change: Partial<Drill> = {}): Drill {
  const startedAt = Date.now() - 4000;
  return {
    id: 'now',
    device: 'office',
    deviceName: 'Office UPS',
    startedAt,
    verdict: 'running',
    steps: [
      { id: 'checks', verdict: 'passed', at: startedAt, seconds: 2, message: 'All checks passed.' },
      { id: 'unplug', verdict: 'running', at: startedAt + 2000 },
      { id: 'detection', verdict: 'waiting' },
      { id: 'countdown', verdict: 'waiting' },
      { id: 'command', verdict: 'skipped', message: 'No command is set.' },
      { id: 'replug', verdict: 'waiting' },
      { id: 'all-clear', verdict: 'waiting' },
    ],
    ...change,
  };
}

/** What was known and decided in an outage of ten minutes that began two hours ago. */
export function fakeOutageEvents(begin: number): EngineEvent[] {
  const one = (
    id: number,
    seconds: number,
    kind: EngineEvent['kind'],
    severity: EngineEvent['severity'],
    text: string,
    data: EngineEvent['data'],
  ): EngineEvent => ({
    id,
    time: begin + seconds * 1000,
    device: 'office',
    kind,
    severity,
    text,
    data,
    acknowledged: true,
  });
  return [
    one(11, 0, 'mains-lost', 'warning', 'Mains is gone; the battery carries the load.', { 'input.voltage': 0 }),
    one(12, 5, 'outage-confirmed', 'warning', 'Mains has been away for 5 seconds: this is an outage.', {
      link: 'live',
      status: 'OB DISCHRG',
      secondsOnBattery: 5,
      charge: 100,
      runtime: 2400,
      reason: 'On battery for 5 seconds, the confirmation delay.',
    }),
    one(13, 420, 'countdown-started', 'critical', 'The countdown of 1 minute has begun.', {
      charge: 62,
      limit: 65,
      trigger: 'charge',
      reason: 'The charge is 62\u00a0%, below 65\u00a0%.',
    }),
    one(14, 450, 'countdown-cancelled', 'info', 'Mains is back: the countdown is cancelled.', {
      'input.voltage': 229.8,
      status: 'OL CHRG',
      reason: 'Mains has been back for 15 seconds.',
    }),
    one(15, 600, 'outage-over', 'info', 'The outage of 10 minutes is over.', {}),
  ];
}

/** The answers of the usual calls. */
export function protectionCalls(engine: FakeEngine): Pick<Handlers['calls'], ProtectionCall> {
  const done = { result: 'accepted' as const, message: 'It is done.' };
  const arm = (): void => {
    engine.settings = { ...engine.settings, protection: { ...engine.settings.protection, mode: 'armed' } };
    engine.protect({ mode: 'armed' });
  };
  return {
    'protection.cancel': () => done,
    'protection.postpone': () => done,
    'protection.shutdownNow': ({ confirmed }) =>
      confirmed ? done : { result: 'refused', message: 'It was not confirmed.' },
    'protection.request': () => done,
    'protection.preflight': () => fakePreflight(),
    'protection.arm': ({ confirmed }) => {
      if (confirmed) arm();
      return { ...done, preflight: fakePreflight() };
    },
    'protection.preview': () => ({ steps: FAKE_STEPS }),
    'protection.tryCommand': () => ({
      result: 'confirmed',
      message: 'Ended with code 0.',
      seconds: 1.25,
      output: 'saved 3 machines\n',
    }),
    'protection.acknowledge': () => {
      engine.protect({ lastShutdown: undefined });
      return {};
    },
    'history.outage': ({ id }) => {
      const begin = Date.now() - 7_200_000;
      if (id !== 2) throw new AppError('not-found', 'There is no such outage.');
      return {
        outage: {
          id,
          device: 'office',
          begin,
          end: begin + 600_000,
          lowestCharge: 62,
          outcome:
            'A shutdown countdown began and was stopped: Mains is back. The charge is 62\u00a0%, below 65\u00a0%.',
        },
        events: fakeOutageEvents(begin),
      };
    },
    'drill.start': ({ device }) => {
      engine.protect({ drill: runningDrill({ device }) });
      return done;
    },
    'drill.cancel': () => {
      engine.protect({ drill: undefined });
      return done;
    },
    'drill.cards': () => ({ cards: [...engine.cards] }),
    'drill.remove': ({ id }) => {
      engine.cards = engine.cards.filter((card) => card.id !== id);
      return {};
    },
    'drill.export': ({ id }) => ({ name: `drill-${id}.html`, text: '<!doctype html><title>Drill</title>' }),
  };
}
