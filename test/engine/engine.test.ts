/** The engine as its clients use it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PowerAction } from '../../src-main/engine/base/parts.ts';
import { policy as realPolicy } from '../../src-main/engine/protection/policy/decide.ts';
import type { Exchange } from '../../src-shared/contract/index.ts';
import type { Chemistry } from '../../src-shared/nut/index.ts';
import { type Harness, type HarnessOptions, idleActor, idlePolicy, startEngine } from './harness.ts';

const FAST = 'sim:megatec?baud=115200';

let harness: Harness | undefined;
const start = async (options: HarnessOptions = {}): Promise<Harness> => {
  harness = await startEngine(options);
  return harness;
};
afterEach(async () => {
  await harness?.stop();
  harness = undefined;
});

describe('devices', () => {
  it('come and go while the engine runs, each told', async () => {
    const { client, until, state, events } = await start();
    const { id } = await client.call('devices.add', { uri: FAST, nickname: 'Desk' });
    await until('it is live', () => state().devices[id]?.link === 'live');
    expect(state().devices[id]).toMatchObject({ name: 'Desk', feedsThisComputer: true });
    await client.call('devices.update', { id, change: { nickname: 'Shelf', feedsThisComputer: false } });
    await until('the name is new', () => state().devices[id]?.name === 'Shelf');
    expect(state().devices[id]).toMatchObject({ link: 'live', feedsThisComputer: false });
    await client.call('devices.update', { id, change: { enabled: false } });
    await until('it is off', () => state().devices[id]?.link === 'disabled');
    expect(state().devices[id]).toMatchObject({ name: 'Shelf', feedsThisComputer: false });
    await client.call('devices.update', { id, change: { nickname: 'Rack' } });
    await until('the name is new again', () => state().devices[id]?.name === 'Rack');
    expect(state().devices[id]).toMatchObject({ link: 'disabled', feedsThisComputer: false });
    await expect(client.call('devices.command', { device: id, name: 'beeper.toggle' })).rejects.toMatchObject({
      code: 'refused',
    });
    await client.call('devices.update', { id, change: { enabled: true } });
    await until('it is live again', () => state().devices[id]?.link === 'live');
    await client.call('devices.remove', { id });
    await until('it is gone', () => state().devices[id] === undefined);
    await until('that is told', () => events.some(({ kind }) => kind === 'device-removed'));
    expect((await client.call('settings.get', {})).devices).toEqual([]);
    expect(harness?.refused.map(({ code }) => code)).toEqual(['refused']);
  });

  it('tell the voltage of an outage with the outage, also where it is seldom read', async () => {
    const { client, until, device, engine } = await start({ devices: [{ id: 'one', uri: 'sim:hid' }] });
    await client.call('settings.update', { polling: { quickSeconds: 0.5, fullSeconds: 3600 } });
    await until('it is live', () => device('one').link === 'live');
    expect(device('one').values['input.voltage']).toBe(230);
    engine.simulation('one')?.force({ mainsVoltage: 0 });
    await until('mains is known to be lost', () => String(device('one').values['ups.status']).includes('OB'));
    await until('its voltage is', () => device('one').values['input.voltage'] === 0, 5000);
  });

  it('tell no charge at once, and not with the next reading, when a person says that the battery is lithium', async () => {
    const { client, until, device, refused, settings } = await start({
      devices: [{ id: 'one', uri: FAST }],
      quickSeconds: 60,
    });
    const why = (): string | undefined => device('one').absent['battery.charge'];
    await until('it is live', () => device('one').link === 'live');
    await until('the charger is in the way', () => why()?.includes('charger') === true);
    const { readAt } = device('one');
    const tell = (chemistry: Record<string, Chemistry>): Promise<unknown> =>
      client.call('settings.update', { battery: { tests: {}, chemistry } });
    await tell({ one: 'lithium' });
    await until('lithium is', () => why()?.includes('lithium') === true, 5000);
    expect(device('one').readAt).toBe(readAt);
    await expect(tell({ ['a'.repeat(101)]: 'lead-acid' })).rejects.toMatchObject({ code: 'bad-input' });
    expect(settings.get().battery.chemistry).toEqual({ one: 'lithium' });
    await tell({});
    await until('the charger is again', () => why()?.includes('charger') === true, 5000);
    expect(device('one').readAt).toBe(readAt);
    expect(refused.map(({ code }) => code)).toEqual(['bad-input']);
  });

  it('follow another address', async () => {
    const { client, until, device, engine } = await start({ devices: [{ id: 'one', uri: FAST }] });
    await until('it is live', () => device('one').link === 'live');
    const before = engine.simulation('one');
    await client.call('devices.update', { id: 'one', change: { uri: `${FAST}&profile=home-standby` } });
    await until('it is another', () => device('one').values['ups.model'] === 'Home 500');
    expect(engine.simulation('one')).not.toBe(before);
  });

  it.each([
    ['nonsense', 'bad-input'],
    ['sim:nothing', 'bad-input'],
    ['sim:megatec?scenario=nothing', 'bad-input'],
    ['sim:megatec?profile=nothing', 'bad-input'],
    ['sim:megatec?dialect=nothing', 'bad-input'],
    ['serial:/dev/ttyUSB0?driver=snmp', 'bad-input'],
    ['snmp://host?table=nothing', 'bad-input'],
    ['snmp://***@host', 'bad-input'],
    ['replay:/nowhere', 'not-found'],
  ])('are refused at %s', async (uri, code) => {
    const { client, state } = await start();
    await expect(client.call('devices.add', { uri })).rejects.toMatchObject({ code });
    expect(state().devices).toEqual({});
  });

  it('are not added twice, and what is not there is not found', async () => {
    const { client } = await start({ devices: [{ id: 'one', uri: FAST }] });
    await expect(client.call('devices.add', { uri: FAST })).rejects.toMatchObject({ code: 'refused' });
    for (const call of [
      () => client.call('devices.remove', { id: 'two' }),
      () => client.call('devices.update', { id: 'two', change: {} }),
      () => client.call('devices.command', { device: 'two', name: 'beeper.toggle' }),
      () => client.call('diagnostics.device', { device: 'two' }),
      () => client.call('diagnostics.trace', { device: 'two' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('with an address that cannot be used say so and leave the others alone', async () => {
    const { until, device } = await start({
      devices: [
        { id: 'bad', uri: 'sim:driver-of-tomorrow' },
        { id: 'good', uri: FAST },
      ],
    });
    await until('the good one is live', () => device('good').link === 'live');
    expect(device('bad')).toMatchObject({ link: 'lost', values: {} });
    expect(device('bad').linkMessage).toContain('driver-of-tomorrow');
  });
});

describe('the demo', () => {
  it('is shown while there is no device, and goes when there is one', async () => {
    const { client, until, state } = await start({ demo: true });
    await until('it is live', () => state().devices['demo']?.link === 'live');
    expect(state().devices['demo']).toMatchObject({ simulated: true, feedsThisComputer: true });
    const { id } = await client.call('devices.add', { uri: FAST });
    await until('it is gone', () => state().devices['demo'] === undefined && state().devices[id] !== undefined);
  });

  it('can be turned off', async () => {
    const { client, until, state } = await start({ demo: true });
    await until('it is there', () => state().devices['demo'] !== undefined);
    await client.call('settings.update', { demo: false });
    await until('it is gone', () => Object.keys(state().devices).length === 0);
  });
});

describe('secrets', () => {
  it('of an address leave the engine nowhere', async () => {
    const uri = 'snmp://hidden-word@127.0.0.1:9?version=2c';
    const { client, until, state, events } = await start({ devices: [{ id: 'one', uri }] });
    await until('it failed', () => state().devices['one']?.link === 'lost');
    const trace = await client.call('diagnostics.trace', { device: 'one' });
    expect(trace.exchanges.length).toBeGreaterThan(0);
    await client.call('devices.remove', { id: 'one' });
    await until('that is told', () => events.some(({ kind }) => kind === 'device-removed'));
    const settings = await client.call('settings.get', {});
    const kept = await client.call('events.query', {});
    expect(JSON.stringify([state(), events, settings, kept, trace])).not.toContain('hidden-word');
  });
});

describe('diagnostics', () => {
  it('show variables with their age, the trace, and the trace as it grows', async () => {
    const { client, until, device } = await start({ devices: [{ id: 'one', uri: FAST }] });
    const live: Exchange[] = [];
    client.subscribe('trace', { device: 'one' }, ({ exchanges }) => live.push(...exchanges));
    await until('it is live', () => device('one').link === 'live');
    await until('exchanges come', () => live.filter(({ requestText }) => requestText === 'Q1<CR>').length > 2);
    const { exchanges } = await client.call('diagnostics.trace', { device: 'one' });
    expect(
      exchanges.some(({ requestText, direction }) => direction === 'note' && requestText.includes('Megatec')),
    ).toBe(true);
    expect(exchanges.find(({ requestText }) => requestText === 'Q1<CR>')?.answerText).toMatch(/^\(230\.0 .*<CR>$/);
    const { variables, counters } = await client.call('diagnostics.device', { device: 'one' });
    expect(variables.find(({ name }) => name === 'battery.voltage')).toMatchObject({ derived: false });
    expect(device('one').absent['battery.charge']).toContain('the charger');
    expect(counters['exchanges']).toBeGreaterThan(2);
  });

  it('examine the machine', async () => {
    const { client } = await start();
    const { checks } = await client.call('diagnostics.doctor', {});
    expect(checks.find(({ name }) => name === 'Data folder')).toMatchObject({ ok: true });
  });

  it('list the drivers with what their probes send', async () => {
    const { client } = await start();
    const { drivers } = await client.call('drivers.list', {});
    expect(drivers.find(({ id }) => id === 'megatec')?.probe).toContain('Q1');
  });
});

describe('commands', () => {
  it('are confirmed, done, answered and put on record', async () => {
    const { client, until, device, engine, events } = await start({ devices: [{ id: 'one', uri: FAST }] });
    await until('it is live', () => device('one').link === 'live');
    const order = { device: 'one', name: 'shutdown.return', argument: '60 120' };
    await expect(client.call('devices.command', order)).rejects.toMatchObject({ code: 'refused' });
    expect(engine.simulation('one')?.state().timers.shutdown).toBeNull();
    const outcome = await client.call('devices.command', { ...order, confirmed: true });
    expect(outcome.result).toMatch(/accepted|sent/);
    expect(engine.simulation('one')?.state().timers.shutdown).toBeGreaterThan(50);
    await until('that is told', () =>
      events.some(({ kind, data }) => kind === 'command' && data['argument'] === '60 120'),
    );
  });
});

describe('settings of a device', () => {
  it('are read back, and said to be confirmed or refused', async () => {
    const { client, until, device, events } = await start({ devices: [{ id: 'one', uri: 'sim:snmp' }] });
    await until('it is live', () => device('one').link === 'live');
    expect(device('one').settings.map(({ name }) => name)).toContain('input.transfer.low');
    const wanted = { device: 'one', variable: 'input.transfer.low', value: '180' };
    await expect(client.call('devices.set', wanted)).resolves.toMatchObject({ result: 'confirmed' });
    await until('it is shown', () => device('one').values['input.transfer.low'] === 180);
    await until('it is told', () => events.some(({ kind }) => kind === 'setting-written'));
    for (const value of ['soon', '', '-5', '1e9', 'Infinity']) {
      await expect(client.call('devices.set', { ...wanted, value })).resolves.toMatchObject({ result: 'invalid' });
    }
    expect(device('one').values['input.transfer.low']).toBe(180);
  });
});

describe('protection', () => {
  it('never carries out what a simulated UPS asked for', async () => {
    const asked: PowerAction[] = [];
    const { until, events } = await start({
      devices: [{ id: 'one', uri: FAST }],
      policy: {
        ...idlePolicy,
        start: () => false,
        decide: (done, rules, { devices }) => ({
          state: done === true || devices.length > 0,
          actions:
            done === true || devices.length === 0
              ? []
              : [
                  {
                    type: 'perform',
                    action: {
                      kind: 'shutdown',
                      practice: false,
                      device: 'one',
                      trigger: 'charge',
                      reason: 'A test.',
                      inputs: {},
                    },
                  },
                ],
          protection: { mode: rules.mode, phase: 'idle', feeds: [], notices: [] },
        }),
      },
      actor: {
        ...idleActor,
        perform: async (action) => {
          asked.push(action);
          return { done: true, message: 'Done.' };
        },
      },
    });
    await until('it was practised', () => events.some(({ kind }) => kind === 'shutdown-practised'));
    expect(asked).toMatchObject([{ practice: true }]);
  });

  it('goes on after a fault of its own, and tells of it once', async () => {
    let decisions = 0;
    const { until, client } = await start({
      policy: {
        ...idlePolicy,
        decide: () => {
          decisions += 1;
          throw new TypeError('no such rule');
        },
      },
    });
    await until('it was tried again', () => decisions > 2);
    const { events } = await client.call('events.query', { kinds: ['problem'] });
    expect(events).toMatchObject([{ severity: 'critical' }]);
    expect(events[0]?.text).toContain('no such rule');
  });

  it('is armed by its checks and by a person, and by no other way', async () => {
    const check = { id: 'privilege', title: 'Privilege', message: 'This account may not shut down.' };
    let passed = false;
    const { client, state, until } = await start({
      actor: {
        ...idleActor,
        preflight: async () => ({
          at: 1,
          passed,
          checks: [{ ...check, verdict: passed ? 'passed' : 'failed', fix: 'Ask whoever runs it.' }],
        }),
      },
    });
    const { protection } = await client.call('settings.get', {});
    await expect(client.call('settings.update', { protection: { ...protection, mode: 'armed' } })).rejects.toThrow(
      'protection.arm',
    );
    const failed = await client.call('protection.arm', { confirmed: true });
    expect(failed).toMatchObject({ result: 'refused', preflight: { passed: false } });
    expect(failed.message).toContain('This account may not shut down. Ask whoever runs it.');
    passed = true;
    await expect(client.call('protection.arm', { confirmed: false })).resolves.toMatchObject({ result: 'refused' });
    expect((await client.call('settings.get', {})).protection.mode).toBe('practice');
    await expect(client.call('protection.arm', { confirmed: true })).resolves.toMatchObject({ result: 'confirmed' });
    await until('it is armed', () => state().protection.mode === 'armed');
    expect(state().protection.preflight).toMatchObject({ passed: true });
    // Other changes are no arming.
    const armed = (await client.call('settings.get', {})).protection;
    await client.call('settings.update', { protection: { ...armed, countdownSeconds: 33 } });
    expect((await client.call('settings.get', {})).protection).toMatchObject({ mode: 'armed', countdownSeconds: 33 });
  });

  it('replays an outage, event by event', async () => {
    const { client, until, device, engine, events } = await start({
      policy: realPolicy,
      devices: [{ id: 'one', uri: FAST }],
    });
    await until('it is live', () => device('one').link === 'live');
    engine.simulation('one')?.force({ mainsVoltage: 0 });
    await until('it is confirmed', () => events.some(({ kind }) => kind === 'outage-confirmed'));
    const { outages } = await client.call('history.outages', {});
    const id = outages[0]?.id ?? -1;
    const { outage, events: told } = await client.call('history.outage', { id });
    expect(outage).toMatchObject({ id, device: 'one' });
    const kinds = told.map(({ kind }) => kind);
    expect(kinds.indexOf('mains-lost')).toBeGreaterThanOrEqual(0);
    expect(kinds.indexOf('outage-confirmed')).toBeGreaterThan(kinds.indexOf('mains-lost'));
    expect(told.find(({ kind }) => kind === 'outage-confirmed')?.data).toMatchObject({ link: 'live' });
    await expect(client.call('history.outage', { id: 999 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('previews, and says when there is no such UPS', async () => {
    const { client, until, device } = await start({ policy: realPolicy, devices: [{ id: 'one', uri: FAST }] });
    await until('it is live', () => device('one').link === 'live');
    const { protection: rules } = await client.call('settings.get', {});
    const { steps } = await client.call('protection.preview', { rules, device: 'one' });
    expect(steps.map(({ kind }) => kind)).toContain('confirmed');
    await expect(client.call('protection.preview', { rules, device: 'two' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('shuts nothing down now without being told to twice', async () => {
    const { client } = await start();
    await expect(client.call('protection.shutdownNow', { confirmed: false })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('says when there is nothing to cancel', async () => {
    const { client } = await start();
    await expect(client.call('protection.cancel', {})).resolves.toMatchObject({ result: 'refused' });
  });
});

describe('a search', () => {
  it('without probing only lists, and names hosts it was given', async () => {
    const { client } = await start();
    const { candidates, looked } = await client.call('devices.scan', { probe: false, hosts: ['127.0.0.1', 'a b'] });
    expect(candidates.every(({ confidence }) => confidence === 'possible')).toBe(true);
    expect(looked.join('\n')).toContain('127.0.0.1: named, but not asked');
    expect(looked.join('\n')).toContain('a b: ');
  });

  it('probes what it is pointed at', async () => {
    const { client } = await start();
    const candidate = await client.call('devices.probe', { uri: FAST });
    expect(candidate).toMatchObject({ driver: 'megatec', confidence: 'certain', transport: 'sim' });
    await expect(
      client.call('devices.probe', { uri: 'sim:megatec?scenario=comm-loss&speed=1' }),
    ).resolves.toBeDefined();
    await expect(client.call('devices.probe', { uri: 'snmp://127.0.0.1:9' })).rejects.toMatchObject({
      code: 'no-answer',
    });
  });
});

describe('many devices', () => {
  it('all become live, and cost what they change', async () => {
    const devices = Array.from({ length: 60 }, (_, at) => ({ id: `ups-${at}`, uri: 'sim:snmp' }));
    const { until, state } = await start({ devices, quickSeconds: 2 });
    await until('all are live', () => Object.values(state().devices).every(({ link }) => link === 'live'));
    expect(harness?.refused).toEqual([]);
  });
});
