/** Beepers in the quiet hours: simulated UPSes read by their drivers, on a clock that is moved by hand. */
import { afterEach, expect, it } from 'vitest';
import { Beepers } from '../../../src-main/engine/beeper/beepers.ts';
import { createEngine, type Engine } from '../../../src-main/engine/engine.ts';
import { createHistoryStore } from '../../../src-main/engine/history/index.ts';
import { type KeptFile, memoryFile } from '../../../src-main/engine/base/kept-file.ts';
import type { NewEvent, SettingsStore } from '../../../src-main/engine/base/parts.ts';
import type { DeviceState, EngineEvent } from '../../../src-shared/contract/index.ts';
import { defaultSettings, type Settings } from '../../../src-shared/settings/index.ts';
import { notificationSettingSchema } from '../../../src-shared/settings/notifications.ts';
import { idleActor, idlePolicy } from '../harness.ts';
import { VirtualClock, virtualBoot } from '../protection/policy/virtual-engine.ts';
import { fakeDevice } from '../../renderer/fake-devices.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** An hour before the quiet hours. */
const EVENING = new Date(2026, 4, 5, 21).getTime();

const running: { readonly engine: Engine; readonly clock: VirtualClock }[] = [];
afterEach(async () => {
  for (const { engine, clock } of running.splice(0)) {
    const stopping = engine.stop();
    await clock.run(MINUTE);
    await stopping;
  }
});

function settingsOf(uri: string): Settings {
  return {
    ...defaultSettings(),
    demo: false,
    polling: { quickSeconds: 5, fullSeconds: 30 },
    devices: [{ id: 'ups', uri, nickname: 'Cellar', feedsThisComputer: true, enabled: true }],
    notifications: notificationSettingSchema.parse({ beeper: { enabled: true } }),
  };
}

/** An engine with one simulated UPS, an hour before its quiet hours. */
async function start(uri = 'sim:megatec', file: KeptFile = memoryFile(), wall = EVENING, beeper?: 'disabled') {
  const clock = new VirtualClock(wall);
  let current = settingsOf(uri);
  const listeners = new Set<(settings: Settings) => void>();
  const settings: SettingsStore = {
    get: () => current,
    update: async (change) => {
      current = { ...current, ...change };
      for (const listener of listeners) listener(current);
      return current;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    problems: [],
  };
  const engine = createEngine({
    host: 'headless',
    version: 'test',
    settings,
    history: createHistoryStore(':memory:', { now: () => clock.now() }),
    policy: idlePolicy,
    actor: idleActor,
    clock,
    boot: virtualBoot(clock),
    beeperFile: file,
  });
  const events: EngineEvent[] = [];
  engine.handlers.streams.events({}, (event) => events.push(event));
  let states: Readonly<Record<string, string>> = {};
  engine.handlers.streams.notifications({}, (status) => (states = status.beepers));
  const starting = engine.start();
  await clock.run(1);
  await starting;
  const model = engine.simulation('ups');
  if (model === undefined) throw new Error('There is no simulated UPS.');
  if (beeper !== undefined) model.setBeeper(beeper);
  running.push({ engine, clock });
  await clock.run(MINUTE);
  return {
    /** The wall's clock goes on by so many hours; the last minutes of them are lived through. */
    later: async (hours: number): Promise<void> => {
      clock.set(hours * HOUR - 2 * MINUTE);
      await clock.run(2 * MINUTE);
    },
    model,
    settings,
    beeper: () => model.state().beeper,
    state: () => states['ups'],
    told: () => events.filter(({ data }) => 'beeper' in data).map(({ data }) => data['beeper']),
  };
}

it.each(['sim:megatec', 'sim:snmp', 'sim:hid'])('is silent for a night and back in the morning: %s', async (uri) => {
  const { later, beeper, state, told } = await start(uri);
  expect([beeper(), state()]).toEqual(['enabled', 'waiting']);
  await later(1.1);
  expect([beeper(), state()]).toEqual(['disabled', 'silent']);
  await later(8);
  expect(beeper()).toBe('disabled');
  await later(1);
  expect([beeper(), state()]).toEqual(['enabled', 'waiting']);
  expect(told()).toEqual(['silenced', 'back']);
});

it('is put back by the next start, when Mainstay did not run at the end', async () => {
  const file = memoryFile();
  const night = await start('sim:megatec', file);
  await night.later(2);
  expect(night.beeper()).toBe('disabled');
  // A UPS remembers; its simulation begins anew.
  const morning = await start('sim:megatec', file, EVENING + 12 * HOUR, 'disabled');
  await morning.later(0.1);
  expect([morning.beeper(), morning.told()]).toEqual(['enabled', ['back']]);
});

it('is left alone once a person has switched it on, for that night', async () => {
  const { later, model, beeper, state } = await start();
  await later(2);
  model.setBeeper('enabled');
  await later(1);
  expect([beeper(), state()]).toEqual(['enabled', 'left']);
  await later(22);
  expect([beeper(), state()]).toEqual(['disabled', 'silent']);
});

it('that a person had switched off before is never switched on', async () => {
  const { later, model, beeper } = await start();
  model.setBeeper('disabled');
  await later(2);
  await later(12);
  expect(beeper()).toBe('disabled');
});

it('is put back at once when the person ends the quiet hours', async () => {
  const { later, settings, beeper, state } = await start();
  await later(2);
  expect(beeper()).toBe('disabled');
  await settings.update({ notifications: notificationSettingSchema.parse({}) });
  await later(0.1);
  expect([beeper(), state()]).toEqual(['enabled', undefined]);
});

/** A UPS that takes every command and does nothing, or cannot be written about. */
function deaf(change: Partial<DeviceState> = {}, file = memoryFile()) {
  let now = EVENING + 2 * HOUR;
  const sent: string[] = [];
  const told: NewEvent[] = [];
  const device = fakeDevice({
    commands: [{ name: 'beeper.enable' }, { name: 'beeper.disable' }],
    ...change,
  });
  const beepers = new Beepers({
    clock: { now: () => now, monotonic: () => now, after: () => () => undefined },
    file,
    setting: () => settingsOf('sim:megatec').notifications.beeper,
    devices: () => [{ ...device, values: { ...device.values, 'ups.beeper.status': 'enabled' } }],
    round: () => 45_000,
    command: async (_device, name) => {
      sent.push(name);
      return { result: 'accepted', message: 'Taken.' };
    },
    set: async (_device, variable, value) => {
      sent.push(`${variable}=${value}`);
      return { result: 'ignored', message: 'It stayed as it was.' };
    },
    tell: (event) => told.push(event),
  });
  const look = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await beepers.look();
      now += 5000;
    }
  };
  return { beepers, look, sent, told, state: () => beepers.states()[device.id] };
}

it('that ignores it is said to have done so, and not told all night', async () => {
  const { look, sent, told, state } = deaf();
  await look(100);
  expect(sent).toEqual(['beeper.disable', 'beeper.disable']);
  expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/the UPS ignored it/u)]);
  expect(state()).toBe('ignored');
});

it('that is a setting only is set', async () => {
  const { look, sent } = deaf({
    commands: [],
    settings: [{ name: 'ups.beeper.status', values: ['enabled', 'disabled'] }],
  });
  await look(1);
  expect(sent).toEqual(['ups.beeper.status=disabled']);
});

it('is told nothing that cannot be kept', async () => {
  const full = { load: () => undefined, save: () => Promise.reject(new Error('The disk is full.')) };
  const { look, sent } = deaf({}, full);
  await look(3);
  expect(sent).toEqual([]);
});

it('says when what was kept is damaged', () => {
  const { beepers } = deaf({}, { load: () => ({ version: 1, devices: 3 }), save: async () => undefined });
  expect(beepers.problems).toMatchObject([{ id: 'beepers-damaged' }]);
});
