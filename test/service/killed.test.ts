/**
 * The service is killed at random moments of an outage of a simulated serial UPS, and started again as systemd would.
 * The outage, its countdown and what was committed must go on as if nothing had happened. In practice mode, in which
 * everything but the last step is done: this computer stays on.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { driver as megatec } from '../../drivers/megatec/index.ts';
import { servePty } from '../../src-main/engine/ports/serial/pty.ts';
import { reachService } from '../../src-main/hosts/service/socket-client.ts';
import { client, type EngineEvent, type State, type StreamItem } from '../../src-shared/contract/index.ts';
import { defaultSettings, type Settings } from '../../src-shared/settings/index.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import { describeWithPrograms } from '../peers/harness.ts';
import { type Supervised, supervise } from './supervisor.ts';

/** Settings of the rules, in seconds: long enough for several lives of the service within each. */
const ON_BATTERY = 15;
const COUNTDOWN = 15;
/** What is told by the clock in steps of a second, and read from the UPS twice a second. Milliseconds. */
const TOLERANCE = 2500;
/** The service is dead for so long at most: a second, and starting and knowing its UPS again; twice where it was killed while it started. Milliseconds. */
const AWAY = 120_000;
/** The whole course, on a machine with much else to do. Milliseconds. */
const LIMIT = 600_000;

function settings(path: string): Settings {
  const usual = defaultSettings();
  const off = { level: 'off' } as const;
  const { charge, runtime } = usual.protection.triggers;
  return {
    ...usual,
    demo: false,
    devices: [
      { id: 'desk', uri: `serial:${path}?driver=megatec`, nickname: 'Desk', feedsThisComputer: true, enabled: true },
    ],
    polling: { quickSeconds: 0.5, fullSeconds: 5 },
    protection: {
      ...usual.protection,
      mode: 'practice',
      triggers: {
        timeOnBattery: { level: 'act', seconds: ON_BATTERY },
        charge: { ...charge, ...off },
        runtime: { ...runtime, ...off },
        lowBattery: off,
        fault: off,
        request: off,
      },
      confirmSeconds: 3,
      mainsStableSeconds: 3,
      countdownSeconds: COUNTDOWN,
    },
  };
}

/** Numbers from 0 to 1, the same for the same seed (Park and Miller's generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Phases in which an outage is confirmed. */
const OUTAGE = new Set<State['protection']['phase']>(['on-battery', 'countdown', 'committed']);

/** One look at the service; undefined while it cannot be reached. */
async function look(socket: string): Promise<State | undefined> {
  const reached = await reachService(socket);
  if (reached.found !== 'answers') return undefined;
  const asking = client(reached.wire);
  const state = await new Promise<State | undefined>((resolve) => {
    const onItem = (item: StreamItem<'state'>): void => resolve(item.type === 'snapshot' ? item.state : undefined);
    asking.subscribe('state', {}, onItem, () => resolve(undefined));
    setTimeout(() => resolve(undefined), 10_000).unref();
  });
  reached.wire.close();
  return state;
}

async function until(what: string, service: Supervised, holds: (state: State) => boolean): Promise<State> {
  const end = Date.now() + AWAY;
  let last: State | undefined;
  while (Date.now() < end) {
    last = await look(service.socket);
    if (last?.devices['desk']?.link === 'live' && holds(last)) return last;
    await pause(100);
  }
  const { protection, devices } = last ?? {};
  throw new Error(`It never came to: ${what}. ${JSON.stringify({ protection, devices })}\n${service.log()}`);
}

/** What was seen of an outage through all the lives of the service, and what the last of them has on record. */
interface Course {
  readonly lost: number;
  readonly seen: readonly State['protection'][];
  readonly kills: number;
  readonly starts: number;
  readonly events: readonly EngineEvent[];
  readonly log: string;
}

/** Takes mains away, kills the service at random moments until it has committed and once more, gives mains back. */
async function outage(folder: string, chance: () => number): Promise<Course> {
  const at = (name: string): string => join(folder, name);
  const [socket, data] = [at('engine.sock'), at('data')];
  mkdirSync(data);
  writeFileSync(join(data, 'settings.json'), JSON.stringify(settings(at('ups'))));
  const model = createUpsModel();
  const ups = await servePty(at('ups'), megatec.simulate(model), { onStep: (seconds) => model.advance(seconds) });
  const service = supervise(data, socket);
  const seen: State['protection'][] = [];
  let kills = 0;
  const kill = (): void => {
    service.kill();
    kills += 1;
  };
  try {
    await until('on mains', service, ({ devices }) => devices['desk']?.values['ups.status'] === 'OL');
    const lost = Date.now();
    model.force({ mainsVoltage: 0 });
    // Once before it can be confirmed.
    await pause(chance() * 3000);
    kill();
    await pause(1500);
    let committed = false;
    while (!committed) {
      // Sometimes in the middle of starting, else at any moment of a life.
      if (chance() < 0.3) await pause(1000 + chance() * 1500);
      else {
        // What was not confirmed when the service was killed is confirmed anew; from then on nothing may begin anew.
        const { protection } = await until('confirmed', service, ({ protection: { phase } }) => OUTAGE.has(phase));
        seen.push(protection);
        await pause(chance() * 5000);
        committed = (await look(socket))?.protection.phase === 'committed';
      }
      kill();
      // The one that is to be killed next has to be there.
      await pause(1500);
    }
    seen.push((await until('back', service, ({ protection: { phase } }) => phase === 'committed')).protection);
    model.force({ mainsVoltage: 230 });
    await until('all clear', service, ({ protection }) => protection.phase === 'idle');
    const reached = await reachService(socket);
    if (reached.found !== 'answers') throw new Error(`the service is ${reached.found}`);
    const asking = client(reached.wire);
    const { events } = await asking.call('events.query', { limit: 1000 });
    reached.wire.close();
    return { lost, seen, kills, starts: service.starts(), events, log: service.log() };
  } finally {
    await service.stop();
    await ups.close();
  }
}

describeWithPrograms('a service that is killed in the middle of an outage', ['socat'], () => {
  it.concurrent.for([11, 29])(
    'goes on where it was (random moments, seed %i)',
    { timeout: LIMIT },
    async (seed, { onTestFinished }) => {
      const folder = mkdtempSync(join(tmpdir(), 'mainstay-killed-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const { lost, seen, kills, starts, events, log } = await outage(folder, random(seed));
      const told = `${kills} kills\n${log}\n${JSON.stringify(seen.map(({ phase, countdown }) => [phase, countdown?.actsAt]))}`;
      const times = (kind: EngineEvent['kind']): number[] =>
        events.filter((event) => event.kind === kind).map(({ time }) => time - lost);

      expect(kills, told).toBeGreaterThan(2);
      expect(starts, told).toBe(kills + 1);
      for (const kind of ['outage-confirmed', 'countdown-started', 'outage-over'] as const) {
        expect(times(kind), `${kind}, ${told}`).toHaveLength(1);
      }
      expect(times('countdown-cancelled'), told).toEqual([]);
      expect(times('shutdown-practised').length, told).toBeGreaterThan(0);
      // Every life counts from the same moments: nothing began anew.
      const began = seen.flatMap(({ onBatterySince }) => (onBatterySince === undefined ? [] : [onBatterySince - lost]));
      expect(began.length, told).toBeGreaterThan(1);
      for (const moment of began) expect(Math.abs(moment), told).toBeLessThan(AWAY);
      expect(Math.max(...began) - Math.min(...began), told).toBeLessThan(TOLERANCE);
      const acts = seen.flatMap(({ countdown }) => (countdown === undefined ? [] : [countdown.actsAt - lost]));
      expect(Math.max(...acts) - Math.min(...acts), told).toBeLessThan(TOLERANCE);
      // Never early; late by no more than a life takes to begin.
      const [counting = 0] = times('countdown-started');
      const committed = Math.min(...times('shutdown-practised'));
      expect(counting, told).toBeGreaterThan(ON_BATTERY * 1000 - TOLERANCE);
      expect(counting, told).toBeLessThan(ON_BATTERY * 1000 + AWAY);
      expect(committed - counting, told).toBeGreaterThan(COUNTDOWN * 1000 - TOLERANCE);
      expect(committed - counting, told).toBeLessThan(COUNTDOWN * 1000 + AWAY);
    },
  );
});
