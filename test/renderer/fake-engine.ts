/**
 * An engine with fixture state behind the real contract: every input and output is parsed, so that a fixture that no
 * engine could send fails the test that uses it.
 */
import {
  type CallName,
  diff,
  type DeviceState,
  type Drill,
  type EngineEvent,
  type Handlers,
  memoryWire,
  type MessageWire,
  type NotificationsStatus,
  type ProtectionState,
  protectionStateSchema,
  serve,
  type State,
  type StreamItem,
} from '../../src-shared/contract/index.ts';
import { requestSchema } from '../../src-shared/contract/wire.ts';
import { AppError, type ErrorValue } from '../../src-shared/errors.ts';
import { defaultSettings, type Settings } from '../../src-shared/settings/index.ts';
import { batteryCalls } from './fake-battery.ts';
import { fakeDiary } from './fake-diary.ts';
import { fakeDevice, fakeState } from './fake-devices.ts';
import { notificationCalls, notificationStreams } from './fake-notifications.ts';
import { protectionCalls } from './fake-protection.ts';
import { fakeEvents, fakeHistory, fakeTrace } from './fake-records.ts';

/** One call that a screen made. */
export interface Called {
  readonly name: string;
  readonly input: unknown;
}

/** What a fake engine begins with. */
export interface FakeOptions {
  readonly state?: State;
  readonly settings?: Settings;
  readonly events?: readonly EngineEvent[];
  readonly cards?: readonly Drill[];
  /** How the channels stand. */
  readonly notifications?: NotificationsStatus;
  /** Answers of single calls instead of the usual ones. */
  readonly answers?: Partial<Handlers['calls']>;
}

/** The engine of a test. */
export class FakeEngine {
  readonly called: Called[] = [];
  readonly refused: string[] = [];
  state: State;
  settings: Settings;
  events: EngineEvent[];
  cards: readonly Drill[];
  private revision = 1;
  private readonly notifications: NotificationsStatus | undefined;
  private readonly answers: Partial<Handlers['calls']>;
  private readonly stateListeners = new Set<(item: StreamItem<'state'>) => void>();
  private readonly eventListeners = new Set<(event: EngineEvent) => void>();
  private readonly closers = new Set<() => void>();

  constructor(options: FakeOptions = {}) {
    const device = fakeDevice();
    this.state = options.state ?? fakeState([device]);
    const devices = Object.values(this.state.devices).map(({ id, uri, nickname, feedsThisComputer }) => ({
      id,
      uri,
      nickname,
      feedsThisComputer,
      enabled: true,
    }));
    this.settings = options.settings ?? { ...defaultSettings(), devices };
    this.events = [...(options.events ?? fakeEvents())];
    this.cards = options.cards ?? [];
    this.notifications = options.notifications;
    this.answers = options.answers ?? {};
  }

  /** The client's end of a new wire. */
  open(): MessageWire {
    const [ours, theirs] = memoryWire();
    const closing = new Set<() => void>();
    const stop = this.serve(ours);
    this.closers.add(() => {
      stop();
      for (const close of closing) close();
    });
    return { ...bound(theirs), onClose: (listener) => (closing.add(listener), () => closing.delete(listener)) };
  }

  /** Serves any wire; returns how to stop. */
  serve(wire: MessageWire): () => void {
    const onMessage: MessageWire['onMessage'] = (listener) =>
      wire.onMessage((message) => {
        const request = requestSchema.safeParse(message);
        if (request.success && request.data.type === 'call') this.called.push(request.data);
        listener(message);
      });
    const onRefused = (error: ErrorValue): void => void this.refused.push(error.message);
    return serve({ ...bound(wire), onMessage }, this.handlers(), { checkOutputs: true, onRefused });
  }

  /** Cuts every wire that is open. */
  cut(): void {
    for (const close of this.closers) close();
    this.closers.clear();
  }

  /** The next state, as the patch that leads to it. */
  update(change: (state: State) => State): void {
    const after = change(this.state);
    const patch = diff(this.state, after);
    this.state = after;
    if (patch === undefined) return;
    this.revision += 1;
    for (const emit of this.stateListeners) emit({ type: 'patch', revision: this.revision, patch });
  }

  /** Changes one device. */
  updateDevice(id: string, change: (device: DeviceState) => DeviceState): void {
    this.update((state) => {
      const device = state.devices[id];
      return device === undefined ? state : { ...state, devices: { ...state.devices, [id]: change(device) } };
    });
  }

  /** Changes what is told of protection; undefined takes a part away. */
  protect(change: { readonly [K in keyof ProtectionState]?: ProtectionState[K] | undefined }): void {
    this.update((state) => {
      const all = Object.entries({ ...state.protection, ...change }).filter(([, value]) => value !== undefined);
      return { ...state, protection: protectionStateSchema.parse(Object.fromEntries(all)) };
    });
  }

  /** Changes the state and loses the message that tells so, as a broken wire would. */
  miss(change: (state: State) => State): void {
    this.state = change(this.state);
    this.revision += 1;
  }

  /** Lets something happen. */
  happen(event: EngineEvent): void {
    this.events = [event, ...this.events];
    for (const emit of this.eventListeners) emit(event);
  }

  /** The inputs of all calls of this name. */
  inputs(name: CallName): unknown[] {
    return this.called.filter((call) => call.name === name).map(({ input }) => input);
  }

  private handlers(): Handlers {
    return {
      calls: { ...this.usualCalls(), ...this.answers },
      streams: {
        state: (_input, emit) => {
          emit({ type: 'snapshot', revision: this.revision, state: this.state });
          this.stateListeners.add(emit);
          return () => this.stateListeners.delete(emit);
        },
        events: (_input, emit) => {
          this.eventListeners.add(emit);
          return () => this.eventListeners.delete(emit);
        },
        attention: () => () => undefined,
        ...notificationStreams(this.notifications),
        trace: ({ device }, emit) => {
          emit({ exchanges: fakeTrace(device) });
          return () => undefined;
        },
      },
    };
  }

  private usualCalls(): Handlers['calls'] {
    const done = { result: 'accepted' as const, message: 'The UPS has accepted it.' };
    return {
      'devices.scan': () => ({
        candidates: [
          {
            uri: 'serial:/dev/ttyUSB1',
            title: 'Line 1500 on /dev/ttyUSB1',
            transport: 'serial',
            driver: 'megatec',
            driverTitle: 'Megatec / Voltronic Q1',
            confidence: 'certain',
            detail: 'Answered Q1 with a status line.',
            known: false,
          },
          {
            uri: 'serial:/dev/ttyS0',
            title: 'Serial port /dev/ttyS0',
            transport: 'serial',
            confidence: 'possible',
            detail: 'Nothing answered.',
            known: false,
          },
        ],
        looked: ['/dev/ttyUSB1', '/dev/ttyS0'],
      }),
      'devices.probe': ({ uri }) => ({
        uri,
        title: 'Line 1500',
        transport: 'serial',
        driver: 'megatec',
        driverTitle: 'Megatec / Voltronic Q1',
        confidence: 'certain',
        detail: 'Answered Q1 with a status line.',
        known: false,
      }),
      'devices.add': ({ uri, nickname, feedsThisComputer }) => {
        const id = `added-${Object.keys(this.state.devices).length}`;
        this.settings = {
          ...this.settings,
          devices: [...this.settings.devices, { id, uri, nickname, feedsThisComputer, enabled: true }],
        };
        const device = fakeDevice({
          id,
          uri,
          nickname,
          feedsThisComputer,
          name: nickname === '' ? uri : nickname,
          link: 'connecting',
          values: {},
          commands: [],
          settings: [],
          derived: [],
        });
        this.update((state) => ({ ...state, devices: { ...state.devices, [id]: device } }));
        return { id };
      },
      'devices.update': ({ id, change }) => {
        this.updateDevice(id, (device) => ({
          ...device,
          nickname: change.nickname ?? device.nickname,
          name: change.nickname ?? device.name,
        }));
        return {};
      },
      'devices.remove': ({ id }) => {
        this.update((state) => ({
          ...state,
          devices: Object.fromEntries(Object.entries(state.devices).filter(([key]) => key !== id)),
        }));
        return {};
      },
      'devices.command': () => done,
      'devices.set': ({ device, variable, value }) => {
        const number = Number(value);
        this.updateDevice(device, (before) => ({
          ...before,
          values: { ...before.values, [variable]: Number.isNaN(number) ? value : number },
        }));
        return { result: 'confirmed', message: `${variable} is now ${value}; the UPS confirms it.` };
      },
      'drivers.list': () => ({
        drivers: [
          {
            id: 'megatec',
            title: 'Megatec / Voltronic Q1',
            port: 'stream',
            dialects: ['q1', 'qs'],
            verified: true,
            unverifiedDialects: [],
            sources: [],
            probe: 'Q1',
          },
          {
            id: 'snmp',
            title: 'SNMP',
            port: 'snmp',
            dialects: ['ietf'],
            verified: true,
            unverifiedDialects: [],
            sources: [],
            probe: 'GET sysObjectID',
          },
        ],
      }),
      'history.variables': ({ device }) => ({
        variables: Object.entries(this.state.devices[device]?.values ?? {}).flatMap(([name, value]) =>
          typeof value === 'number' ? [name] : [],
        ),
      }),
      'history.query': ({ variables, from, to, points }) => fakeHistory(variables, from, to, points),
      'history.csv': () => ({ name: 'office-history.csv', text: 'time,battery.charge\n' }),
      'diary.query': ({ from, to }) => fakeDiary(from, to),
      'diary.csv': () => ({ name: 'office-diary.csv', text: 'begin,end,kind\n' }),
      'history.outages': () => ({
        outages: [
          {
            id: 2,
            device: 'office',
            begin: Date.now() - 7_200_000,
            end: Date.now() - 6_600_000,
            lowestCharge: 62,
            outcome: 'Mains came back before any trigger held; nothing was done.',
          },
          {
            id: 1,
            device: 'office',
            begin: Date.now() - 90_000_000,
            end: Date.now() - 89_995_000,
            outcome: 'Too short to count as an outage.',
          },
        ],
      }),
      'events.query': ({ device, kinds, severities, from, limit }) => {
        const events = this.events.filter(
          (event) =>
            (device === undefined || event.device === device) &&
            (kinds === undefined || kinds.includes(event.kind)) &&
            (severities === undefined || severities.includes(event.severity)) &&
            (from === undefined || event.time >= from),
        );
        return { events: events.slice(0, limit), more: events.length > limit };
      },
      'events.csv': () => ({ name: 'events.csv', text: 'time,kind\n' }),
      'events.acknowledge': ({ ids }) => {
        this.events = this.events.map((event) => (ids.includes(event.id) ? { ...event, acknowledged: true } : event));
        return {};
      },
      'settings.get': () => this.settings,
      'settings.update': (change) => {
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        this.settings = { ...this.settings, ...given };
        const { mode } = this.settings.protection;
        this.update((state) => ({ ...state, protection: { ...state.protection, mode } }));
        return this.settings;
      },
      ...protectionCalls(this),
      ...batteryCalls(),
      ...notificationCalls(),
      'language.tell': () => ({}),
      'diagnostics.device': ({ device }) => {
        const found = this.state.devices[device];
        if (found === undefined) throw new AppError('not-found', 'There is no such device.');
        return {
          variables: Object.entries(found.values).map(([name, value]) => ({
            name,
            value,
            at: found.readAt ?? 0,
            derived: found.derived.includes(name),
            depth: 'quick',
          })),
          absent: [
            { name: 'input.frequency', reason: 'The device does not report it in this dialect.' },
            { name: 'battery.runtime', reason: '65535 is how this device says that it does not know.' },
          ],
          extras: { '2:4.5.69': '0x0012 (page 6d, byte 12)' },
          counters: { exchanges: 1204, timeouts: 2 },
        };
      },
      'diagnostics.trace': ({ device }) => ({ exchanges: fakeTrace(device) }),
      'diagnostics.bundle': () => ({ name: 'mainstay-bundle.zip', data: '' }),
      'diagnostics.doctor': () => ({
        checks: [
          { name: 'Serial ports', ok: true, message: 'This user may open /dev/ttyUSB0.' },
          {
            name: 'Shutdown',
            ok: false,
            message: 'This user may not shut the computer down. Add a polkit rule or run Mainstay as a service.',
          },
        ],
      }),
    };
  }
}

/** The methods of a wire as own properties, so that it can be spread. */
function bound(wire: MessageWire): MessageWire {
  return {
    send: (message) => wire.send(message),
    onMessage: (listener) => wire.onMessage(listener),
    onClose: (listener) => wire.onClose(listener),
  };
}
