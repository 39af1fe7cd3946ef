/** What the Overview and the window of the countdown say when something is the matter. */
import { defaultSettings } from '../../src-shared/settings/index.ts';
import type {
  CallOutput,
  Countdown,
  DeviceState,
  History,
  ProtectionState,
  State,
} from '../../src-shared/contract/index.ts';
import { fakeCountdown, fakeDevice, fakeForecast, fakeState, onBattery, withValues } from '../renderer/fake-devices.ts';
import type { FakeOptions } from '../renderer/fake-engine.ts';
import { fakeHistory } from '../renderer/fake-records.ts';
import { holdStill, photograph, type Scene } from './photograph.tsx';
import { press } from './press.tsx';

holdStill();

const MINUTE = 60_000;
const LESS = ['light'] as const;

/** The Overview with these devices. */
const of =
  (devices: () => DeviceState[], protection: Partial<ProtectionState> = {}): (() => FakeOptions) =>
  () => ({ state: fakeState(devices(), protection) });

const usual = (variable: string, from: number, to: number, points: number): History['series'][number]['points'] =>
  fakeHistory([variable], from, to, points).series.flatMap((series) => series.points);

/** Of a battery that has fallen since mains went: what was read, and what Mainstay has learned to expect. */
const falling = (charge: number): NonNullable<FakeOptions['answers']> => ({
  'history.query': ({ variables, from, to, points }) => ({
    from,
    to,
    resolution: 2,
    bands: [],
    series: variables.map((variable) => ({
      variable,
      points:
        variable !== 'battery.charge'
          ? usual(variable, from, to, points)
          : Array.from({ length: points }, (_, index): [number, number, number, number] => {
              const at = from + ((to - from) * index) / points;
              const share = Math.max(0, 1 - (Date.now() - at) / (7 * MINUTE));
              const value = 100 - (100 - charge) * share;
              return [at, value, value, value];
            }),
    })),
  }),
  'battery.curve': ({ charge: begin }) => ({
    discharges: 3,
    points: [0, 300, 600, 900, 1200].map((seconds) => {
      const left = begin * (1 - seconds / 1200);
      return { seconds, charge: left, low: Math.max(0, left - 5), high: left + 5 };
    }),
  }),
});

/** On battery, with little left. */
const drained = (change: Record<string, number | string> = {}): DeviceState =>
  withValues({
    ...onBattery().values,
    'input.frequency': undefined,
    'battery.charge': 29,
    'battery.runtime': 640,
    ...change,
  });

/** In the middle of an outage, with or without a countdown. */
const outage =
  (mode: ProtectionState['mode'], countdown?: Partial<Countdown>): (() => FakeOptions) =>
  () => ({
    settings: {
      ...defaultSettings(),
      devices: [{ id: 'office', uri: 'serial:/dev/ttyUSB0', nickname: '', feedsThisComputer: true, enabled: true }],
      protection: { ...defaultSettings().protection, mode },
    },
    state: fakeState([countdown === undefined ? onBattery() : drained()], {
      mode,
      onBatterySince: Date.now() - 7 * MINUTE,
      carrying: [{ device: 'office', since: Date.now() - 7 * MINUTE, confirmed: true }],
      ...(countdown === undefined
        ? { phase: 'on-battery' as const, forecast: fakeForecast({ begins: 712, acts: 772 }) }
        : {
            forecast: fakeForecast({ acts: 90.5, practice: mode === 'practice' }),
            phase: 'countdown' as const,
            countdown: fakeCountdown({ practice: mode === 'practice', ...countdown }),
          }),
    }),
    answers: falling(countdown === undefined ? 62 : 29),
  });

const first = { settings: { ...defaultSettings(), devices: [], demo: true } };
const candidate: CallOutput<'devices.scan'>['candidates'][number] = {
  uri: 'hid:051d:0002:AS1234',
  title: 'APC Back-UPS 950 (USB)',
  transport: 'hid',
  driver: 'hid',
  driverTitle: 'USB HID',
  confidence: 'likely',
  detail: 'It says of itself that it is a UPS.',
  known: false,
};
/** The simulated UPS is switched off, and nothing is plugged in. */
const nothing = (): FakeOptions => ({
  settings: { ...first.settings, demo: false },
  state: fakeState([]),
  answers: { 'devices.scan': () => ({ candidates: [], looked: ['no USB device that says it is a UPS'] }) },
});
const demo = (): State => fakeState([fakeDevice({ id: 'demo', name: 'Demo UPS', nickname: '', simulated: true })]);

/** A device of which nothing has been read since Mainstay started. */
function unread(change: Partial<DeviceState>): DeviceState {
  const { readAt: _never, ...device } = fakeDevice({
    values: {},
    derived: [],
    commands: [],
    settings: [],
    ...change,
  });
  return device;
}

/** One link in trouble. */
function link(state: DeviceState['link'], linkMessage: string, settled: string | RegExp, never = false): Scene {
  return {
    name: `link-${state}`,
    waits: state === 'connecting',
    route: '/',
    options: of(() =>
      never
        ? [unread({ link: state, linkMessage })]
        : [fakeDevice({ link: state, linkMessage, readAt: Date.now() - 3 * MINUTE })],
    ),
    settled,
  };
}

photograph([
  {
    name: 'first-run',
    route: '/',
    options: () => ({
      ...first,
      state: demo(),
      answers: { 'devices.scan': () => ({ candidates: [candidate], looked: ['USB'] }) },
    }),
    settled: /What you see below is a simulated UPS/u,
  },
  {
    name: 'first-run-nothing',
    route: '/',
    options: () => ({
      ...first,
      state: demo(),
      answers: {
        'devices.scan': () => ({
          candidates: [{ ...candidate, uri: 'serial:/dev/ttyUSB0', transport: 'serial', confidence: 'possible' }],
          looked: ['no USB device that says it is a UPS', 'serial ports: /dev/ttyUSB0'],
        }),
      },
    }),
    settled: 'No UPS is plugged in over USB',
    themes: LESS,
  },
  { name: 'no-device', route: '/', options: nothing, settled: 'Find your UPS' },
  {
    name: 'connection-none-yet',
    waits: true,
    route: '/',
    source: () => () => new Promise(() => undefined),
    settled: 'Connecting to Mainstay',
  },
  {
    name: 'connection-unreachable',
    route: '/',
    source: () => () => Promise.resolve({ ok: false, why: 'unreachable' }),
    settled: 'Mainstay does not answer',
    themes: LESS,
  },
  {
    name: 'connection-denied',
    route: '/',
    source: () => () => Promise.resolve({ ok: false, why: 'denied' }),
    settled: 'This window may not see Mainstay',
  },
  {
    name: 'connection-lost',
    route: '/',
    settled: /would last/u,
    options: of(() => [fakeDevice({ readAt: Date.now() - 2 * MINUTE })]),
    act: ({ engine }) => {
      const since = Date.now() - 2 * MINUTE;
      engine.store.setState({ connection: { phase: 'lost', since } });
      return undefined;
    },
  },
  {
    name: 'problem',
    route: '/',
    options: () => {
      const state = fakeState([fakeDevice()]);
      const message = 'The disk is full, so history is not recorded. Free some space; Mainstay tries again by itself.';
      return { state: { ...state, engine: { ...state.engine, problems: [{ id: 'disk', message }] } } };
    },
    settled: /The disk is full/u,
    themes: LESS,
  },
  link('connecting', 'Opening /dev/ttyUSB0.', /^Connecting to Office UPS/u, true),
  link('stale', 'It has not answered for 3 minutes.', /^No fresh readings from Office UPS/u),
  link('lost', 'The port /dev/ttyUSB0 went away. Plug the cable in again.', /^Contact with Office UPS is lost/u),
  link(
    'denied',
    'The system refuses access to /dev/ttyUSB0. Add this user to the group dialout, then log in again.',
    /^Mainstay may not talk to/u,
    true,
  ),
  link(
    'in-use',
    'Another program has /dev/ttyUSB0 open: ModemManager. End it; Mainstay tries again by itself.',
    /^Another program is using the port/u,
    true,
  ),
  link(
    'unrecognised',
    'Something answers on /dev/ttyUSB0, in no protocol we know.',
    /^Office UPS answers in no/u,
    true,
  ),
  { name: 'outage', route: '/', options: outage('armed'), settled: /^If mains stays away/u, sizes: ['usual', 'small'] },
  { name: 'countdown-armed', route: '/', options: outage('armed', {}), settled: 'Cancel the countdown' },
  { name: 'countdown-practice', route: '/', options: outage('practice', {}), settled: 'Cancel the countdown' },
  {
    name: 'countdown-elsewhere',
    route: '/history',
    options: outage('armed', {}),
    settled: 'Cancel the countdown',
    sizes: ['small'],
    themes: LESS,
  },
  {
    name: 'low-battery',
    route: '/',
    options: of(() => [
      drained({ 'ups.status': 'OB LB DISCHRG', 'battery.charge': 14, 'battery.runtime': 190, 'battery.voltage': 21.9 }),
    ]),
    settled: /Battery low/u,
  },
  {
    name: 'overload',
    route: '/',
    options: of(() => [withValues({ 'ups.status': 'OL OVER', 'ups.load': 112, 'ups.realpower': 672 })]),
    settled: /More is connected than the UPS can carry/u,
  },
  {
    name: 'replace-battery',
    route: '/',
    options: of(() => [withValues({ 'ups.status': 'OL RB' })]),
    settled: /asks for a new battery/u,
    themes: LESS,
  },
  {
    name: 'little-reported',
    route: '/',
    options: of(() => [
      withValues({
        'battery.runtime': undefined,
        'battery.charge': undefined,
        'ups.temperature': undefined,
        'ups.realpower': undefined,
        'input.frequency': undefined,
        'output.voltage': undefined,
      }),
    ]),
    settled: /is not reported/u,
    themes: LESS,
  },
  {
    name: 'several',
    route: '/',
    options: of(() => [
      fakeDevice({ id: 'a', name: 'Office UPS' }),
      onBattery({ id: 'b', name: 'Rack 2, lower half', feedsThisComputer: false }),
      unread({ id: 'c', name: 'Reception', link: 'denied', linkMessage: 'The system refuses access to /dev/ttyUSB1.' }),
      withValues(
        { 'ups.status': 'OL BOOST', 'input.voltage': 198.2 },
        { id: 'd', name: 'A workshop with a long name' },
      ),
    ]),
    settled: /need attention/u,
    sizes: ['usual', 'small', 'large'],
  },
  {
    name: 'window-armed',
    route: '/countdown',
    options: outage('armed', {}),
    settled: 'Shutting down in',
    sizes: ['dialog'],
  },
  {
    name: 'window-practice',
    route: '/countdown',
    options: outage('practice', { postpone: { allowed: false, why: 'About 3 minutes are left.' } }),
    settled: /postponed/u,
    sizes: ['dialog'],
  },
  { name: 'arming', route: '/protection', settled: 'The plan in one sentence', act: () => press('radio', 'Armed') },
]);
