/** Whole drills: the real engine with the real rules and a simulated UPS, on a clock that runs faster than ours. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../../src-main/engine/base/clock.ts';
import type { PowerAction } from '../../../../src-main/engine/base/parts.ts';
import { policy } from '../../../../src-main/engine/protection/policy/decide.ts';
import { protectionSettingSchema } from '../../../../src-shared/settings/protection.ts';
import { type Harness, idleActor, startEngine } from '../../harness.ts';

const SPEED = 8;
/** Real timers, but a second of them is so many. */
function fastClock(): Clock {
  const [began, wall] = [performance.now(), Date.now()];
  const passed = (): number => (performance.now() - began) * SPEED;
  return {
    now: () => wall + passed(),
    monotonic: passed,
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds / SPEED);
      return () => clearTimeout(timer);
    },
  };
}

let running: Harness | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function desk(protection: object = {}): Promise<{ engine: Harness; performed: PowerAction[] }> {
  const performed: PowerAction[] = [];
  const engine = await startEngine({
    devices: [{ id: 'ups', uri: 'sim:megatec', nickname: 'Desk UPS' }],
    quickSeconds: 2,
    policy,
    actor: {
      ...idleActor,
      perform: async (action, tools) => {
        performed.push(action);
        const data = { done: true, seconds: 1.5, output: 'saved', practice: action.practice };
        tools.tell({ time: 0, kind: 'own-command', severity: 'info', text: 'Your command ended well.', data });
        return { done: true, message: 'Practised.' };
      },
    },
    clock: fastClock(),
  });
  running = engine;
  const { settings } = engine;
  await settings.update({
    protection: protectionSettingSchema.parse({ confirmSeconds: 5, countdownSeconds: 15, ...protection }),
  });
  await engine.until(
    'the UPS is on mains',
    () => engine.device('ups').link === 'live' && engine.device('ups').values['ups.status'] === 'OL',
  );
  return { engine, performed };
}

const mains = (engine: Harness, volts: number): void => engine.engine.simulation('ups')?.force({ mainsVoltage: volts });
const stepOf = (engine: Harness, id: string): unknown =>
  engine.state().protection.drill?.steps.find((step) => step.id === id)?.verdict;

describe('a drill of the engine', () => {
  it('runs everything but the last step, even when armed, and leaves a card', async () => {
    const ownCommand = { enabled: true, program: '/usr/bin/true' };
    const { engine, performed } = await desk({ mode: 'armed', ownCommand });
    await expect(engine.client.call('drill.start', { device: 'ups' })).resolves.toMatchObject({ result: 'accepted' });
    await engine.until('the plug is asked for', () => stepOf(engine, 'unplug') === 'running');
    await expect(engine.client.call('drill.start', { device: 'ups' })).resolves.toMatchObject({ result: 'refused' });
    mains(engine, 0);
    await engine.until('the plug is asked back', () => stepOf(engine, 'replug') === 'running');
    expect(engine.state().protection.mode).toBe('practice');
    mains(engine, 230);
    await engine.until('the drill is over', () => engine.state().protection.drill === undefined);
    const { cards } = await engine.client.call('drill.cards', {});
    expect(cards[0]?.steps.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'checks passed',
      'unplug passed',
      'detection passed',
      'countdown passed',
      'command passed',
      'replug passed',
      'all-clear passed',
    ]);
    expect(cards).toMatchObject([{ verdict: 'passed', device: 'ups', deviceName: 'Desk UPS' }]);
    expect(performed).toMatchObject([{ practice: true, trigger: 'timeOnBattery' }]);
    // The person's own triggers do not act on time on battery: nothing on record may say that one did.
    expect(engine.settings.get().protection.triggers.timeOnBattery.level).toBe('off');
    const id = cards[0]?.id;
    const told = engine.events.filter(({ data }) => data['drill'] === id);
    expect(told.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['outage-confirmed', 'countdown-started', 'shutdown-practised', 'outage-over']),
    );
    for (const { text, data } of engine.events) {
      expect(`${text} ${String(data['reason'] ?? '')}`).not.toMatch(/the limit is/u);
      expect(data['trigger']).toBeUndefined();
    }
    expect(performed[0]?.reason).toBe('This is a drill: the countdown begins by itself once the outage was seen.');
    const { outages } = await engine.client.call('history.outages', {});
    expect(outages).toMatchObject([{ outcome: 'The drill of Desk UPS passed.' }]);
    await engine.until('the own rules are back', () => engine.state().protection.mode === 'armed');
    expect(engine.state().protection.drillDueAt).toBeGreaterThan(Date.now());
    const { text } = await engine.client.call('drill.export', { id: cards[0]?.id ?? '' });
    expect(text).toContain('Blackout drill: passed');
    await engine.client.call('drill.remove', { id: cards[0]?.id ?? '' });
    await expect(engine.client.call('drill.cards', {})).resolves.toEqual({ cards: [] });
    expect(engine.refused).toEqual([]);
  });

  it('gives way to the real rules when the battery runs low in it', async () => {
    const { engine } = await desk({ mode: 'practice' });
    await engine.client.call('drill.start', { device: 'ups' });
    mains(engine, 0);
    await engine.until('it was detected', () => stepOf(engine, 'countdown') === 'running');
    engine.engine.simulation('ups')?.force({ charge: 5 });
    await engine.until('the drill is over', () => engine.state().protection.drill === undefined);
    const { cards } = await engine.client.call('drill.cards', {});
    expect(cards).toMatchObject([{ verdict: 'abandoned' }]);
    // So little is left that the countdown may be over at once: what is on record tells.
    await engine.until('the real rules count down', () =>
      engine.events.some(({ kind, data }) => kind === 'countdown-started' && data['trigger'] !== 'timeOnBattery'),
    );
  });

  it('that is broken off says so in the outage, beside what came of it', async () => {
    const { engine } = await desk({ mode: 'practice' });
    await engine.client.call('drill.start', { device: 'ups' });
    mains(engine, 0);
    await engine.until('it was detected', () => stepOf(engine, 'countdown') === 'running');
    await engine.client.call('drill.cancel', {});
    mains(engine, 230);
    await engine.until('the outage is over', () => engine.events.some(({ kind }) => kind === 'outage-over'));
    const { outages } = await engine.client.call('history.outages', {});
    expect(outages[0]?.outcome).toMatch(/^The drill of Desk UPS was ended: A person ended the drill\. Mains returned/u);
  });

  it('does not begin while protection is off, on battery, or for a UPS that is not there', async () => {
    const { engine } = await desk({ mode: 'off' });
    const start = async (device: string): Promise<string> =>
      (await engine.client.call('drill.start', { device })).message;
    expect(await start('ups')).toContain('Protection is off');
    expect(await start('nobody')).toContain('no such UPS');
    await engine.settings.update({ protection: protectionSettingSchema.parse({}) });
    mains(engine, 0);
    await engine.until('it is on battery', () => engine.device('ups').values['ups.status'] === 'OB');
    expect(await start('ups')).toMatch(/no time for a drill|not say that it is on mains/);
    await expect(engine.client.call('drill.cancel', {})).resolves.toMatchObject({ result: 'refused' });
  });
});
