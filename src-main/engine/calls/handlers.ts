/** The engine's side of the contract: each call and stream, handed to the part that knows. */
import { randomBytes } from 'node:crypto';
import type { CallOutput, CommandOutcome, Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import type { DeviceSetting, Settings } from '../../../src-shared/settings/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { BundleSources } from '../bundle/bundle.ts';
import type { Clock } from '../base/clock.ts';
import { connect } from '../devices/connection.ts';
import type { Devices } from '../devices/devices.ts';
import { driverInfos, probeUri, scan } from '../devices/discovery.ts';
import { examine } from './doctor.ts';
import type { EventHub } from '../state/event-hub.ts';
import type { Drills } from '../protection/drill/drill.ts';
import type { Guardian } from '../protection/guardian.ts';
import type { Batteries } from '../battery/batteries.ts';
import { batteryHandlers } from './battery.ts';
import { diaryHandlers } from './diary.ts';
import { notificationHandlers, notificationStreams } from './notifications.ts';
import type { Notifier } from '../notify/notifier.ts';
import { energyHandlers } from './energy.ts';
import { drillCalls, protectionCalls } from './protection.ts';
import { settingsCalls } from './settings.ts';
import type { HistoryStore, NewEvent, SettingsStore } from '../base/parts.ts';
import type { Store } from '../state/store.ts';
import { redactUri } from '../../../src-shared/address/redact.ts';

/** What the handlers reach. */
export interface HandlerParts {
  readonly clock: Clock;
  readonly dataDir: string | undefined;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly store: Store;
  readonly devices: Devices;
  readonly events: EventHub;
  readonly guardian: Guardian;
  readonly drills: Drills;
  readonly batteries: Batteries;
  readonly notifier: Notifier;
  /** The desktop program told the languages of its person. */
  readonly heardLanguages: (languages: readonly string[]) => Promise<void>;
  /** Resolves when the sessions follow the settings. */
  readonly applied: () => Promise<void>;
}

/** Makes the handlers. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { devices, events, history, store } = parts;
  return {
    calls: {
      ...deviceCalls(parts),
      ...settingsCalls(parts),
      ...protectionCalls(parts),
      ...drillCalls(parts.drills),
      ...notificationHandlers(parts.notifier),
      ...diaryHandlers(parts),
      ...batteryHandlers(parts.batteries),
      ...energyHandlers(parts),
      'language.tell': async ({ languages }) => {
        await parts.heardLanguages(languages);
        return {};
      },
      'drivers.list': () => ({ drivers: driverInfos() }),
      'history.variables': ({ device }) => history.variables(device),
      'history.query': (input) => history.query(input),
      'history.csv': (input) => history.csv(input),
      'history.outages': (input) => history.outages(input),
      'history.outage': ({ id }) => {
        const found = history.outage(id);
        if (found === undefined) throw new AppError('not-found', say('reach.noOutage', { id }));
        return found;
      },
      'events.query': (input) => history.events(input),
      'events.csv': (input) => history.eventsCsv(input),
      'events.acknowledge': ({ ids }) => {
        history.acknowledge(ids);
        return {};
      },
      'diagnostics.device': ({ device }) => examineDevice(parts, device),
      'diagnostics.trace': ({ device, limit }) => ({ exchanges: devices.exchanges(device, limit) }),
      'diagnostics.bundle': async ({ masked }) => {
        const [checks, { makeBundle }] = await Promise.all([examine(parts), import('../bundle/bundle.ts')]);
        const { name, zip } = makeBundle(bundleSources(parts, checks), masked);
        return { name, data: Buffer.from(zip).toString('base64') };
      },
      'diagnostics.doctor': async () => ({ checks: await examine(parts) }),
    },
    streams: {
      state: (_input, emit) => store.subscribe(emit),
      events: (_input, emit) => events.subscribe(emit),
      ...notificationStreams(parts.notifier),
      trace: ({ device }, emit) => devices.onExchanges(device, (exchanges) => emit({ exchanges: [...exchanges] })),
    },
  };
}

function examineDevice({ devices, store }: HandlerParts, device: string): CallOutput<'diagnostics.device'> {
  return {
    variables: devices.variables(device).map(({ name, value, at, derived, corrected, depth }) => ({
      name,
      value,
      at,
      derived,
      depth,
      ...(corrected === undefined ? {} : { corrected }),
    })),
    absent: Object.entries(store.device(device)?.absent ?? {}).map(([name, reason]) => ({ name, reason })),
    extras: { ...devices.extras(device) },
    counters: devices.counters(device),
  };
}

function bundleSources(parts: HandlerParts, checks: BundleSources['checks']): BundleSources {
  const { clock, devices, history, settings, store } = parts;
  return {
    now: clock.now(),
    engine: store.engine(),
    settings: settings.get(),
    devices: store.devices(),
    checks,
    history,
    variables: (device) => examineDevice(parts, device),
    exchanges: (device, limit) => devices.exchanges(device, limit),
    recorded: (device) => devices.recorded(device),
  };
}

type DeviceCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `devices.${string}`>>;

function deviceCalls(parts: HandlerParts): DeviceCalls {
  const { clock, devices, events, settings, applied } = parts;
  const demand = (id: string): DeviceSetting => {
    const found = settings.get().devices.find((device) => device.id === id);
    if (found === undefined) throw new AppError('not-found', say('reach.noDevice', { id }));
    return found;
  };
  const tell = (device: string, rest: Omit<NewEvent, 'time' | 'device' | 'severity'>): void =>
    events.emit({ time: clock.now(), device, severity: 'info', ...rest });
  const change = async (list: Settings['devices']): Promise<void> => {
    await settings.update({ devices: list });
    await applied();
  };
  return {
    'devices.scan': (input) => scan(input, { clock, known: settings.get().devices.map(({ uri }) => uri) }),
    'devices.probe': ({ uri }) => probeUri(uri, { clock, known: settings.get().devices.map((device) => device.uri) }),
    'devices.add': async ({ uri, nickname, feedsThisComputer }) => {
      checkUri(uri, clock);
      const { devices: list } = settings.get();
      if (list.some((device) => device.uri === uri)) {
        throw new AppError('refused', say('reach.known', { device: redactUri(uri) }));
      }
      // Never the id of a device that was there before: its history would become the new one's.
      const id = `ups-${randomBytes(4).toString('hex')}`;
      await change([...list, { id, uri, nickname, feedsThisComputer, enabled: true }]);
      tell(id, {
        kind: 'device-added',
        text: say('reach.added', { name: nickname || redactUri(uri) }),
        data: { uri: redactUri(uri) },
      });
      return { id };
    },
    'devices.update': async ({ id, change: wanted }) => {
      const before = demand(id);
      const after: DeviceSetting = {
        id,
        uri: wanted.uri ?? before.uri,
        nickname: wanted.nickname ?? before.nickname,
        feedsThisComputer: wanted.feedsThisComputer ?? before.feedsThisComputer,
        enabled: wanted.enabled ?? before.enabled,
      };
      if (after.uri !== before.uri) checkUri(after.uri, clock);
      await change(settings.get().devices.map((device) => (device.id === id ? after : device)));
      return {};
    },
    'devices.remove': async ({ id }) => {
      const { uri, nickname } = demand(id);
      await change(settings.get().devices.filter((device) => device.id !== id));
      tell(id, { kind: 'device-removed', text: say('reach.removed', { name: nickname || redactUri(uri) }), data: {} });
      return {};
    },
    'devices.command': async ({ device, name, argument, confirmed }) => {
      const outcome = await devices.command(device, name, argument, confirmed);
      tell(device, {
        kind: 'command',
        text: outcome.message,
        data: { name, result: outcome.result, ...(argument === undefined ? {} : { argument }) },
      });
      return outcome;
    },
    'devices.set': async ({ device, variable, value }) => {
      const outcome: CommandOutcome = await devices.set(device, variable, value);
      tell(device, {
        kind: 'setting-written',
        text: outcome.message,
        data: { variable, value, result: outcome.result },
      });
      return outcome;
    },
  };
}

/** Refuses what could never become a device. */
function checkUri(uri: string, clock: Clock): void {
  if (uri.includes('***')) {
    throw new AppError('bad-input', say('reach.secretsBlank'));
  }
  connect(uri, clock);
}
