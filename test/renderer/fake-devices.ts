/** Devices in the states that the screens must show. Derived: values as a line-interactive UPS of 850 VA would tell. */
import type { Countdown, DeviceState, ForecastStep, ProtectionState, State } from '../../src-shared/contract/index.ts';
import { say } from '../../src-shared/texts/say.ts';

/** The moment at which the fixtures were read; screens that show ages need it to be now. */
export function fakeDevice(change: Partial<DeviceState> = {}): DeviceState {
  return {
    id: 'office',
    uri: 'serial:/dev/ttyUSB0?driver=megatec',
    name: 'Office UPS',
    nickname: 'Office UPS',
    feedsThisComputer: true,
    simulated: false,
    driver: 'megatec',
    driverTitle: 'Megatec / Voltronic Q1',
    verified: true,
    link: 'live',
    linkSince: Date.now() - 3_600_000,
    readAt: Date.now(),
    values: {
      'ups.status': 'OL',
      'ups.mfr': 'Voltronic',
      'ups.model': 'Line 850',
      'ups.load': 23,
      'ups.realpower': 142,
      'ups.realpower.nominal': 600,
      'ups.temperature': 28.4,
      'ups.beeper.status': 'enabled',
      'ups.test.result': 'Passed',
      'ups.delay.shutdown': 30,
      'battery.charge': 100,
      'battery.charge.low': 20,
      'battery.voltage': 27.3,
      'battery.voltage.nominal': 24,
      'battery.runtime': 2460,
      'battery.date': '2024-03-01',
      'input.voltage': 231.2,
      'input.voltage.nominal': 230,
      'input.frequency': 50,
      'output.voltage': 230.4,
    },
    derived: ['battery.charge'],
    absent: {},
    commands: [
      { name: 'beeper.toggle' },
      { name: 'test.battery.start.quick' },
      { name: 'test.battery.start', argument: { text: 'reply.argument.testLength', unit: 'min', optional: true } },
      { name: 'test.battery.stop' },
      { name: 'shutdown.return' },
      { name: 'load.off' },
    ],
    settings: [
      { name: 'ups.delay.shutdown', range: { min: 12, max: 600 } },
      { name: 'ups.beeper.status', values: ['enabled', 'disabled'] },
    ],
    ...change,
  };
}

/** The device, with some values changed; undefined takes one away. */
export function withValues(
  values: Readonly<Record<string, number | string | undefined>>,
  change: Partial<DeviceState> = {},
): DeviceState {
  const device = fakeDevice(change);
  const all = Object.entries({ ...device.values, ...values }).filter(
    (entry): entry is [string, number | string] => entry[1] !== undefined,
  );
  return { ...device, values: Object.fromEntries(all) };
}

/** The device on battery. */
export function onBattery(change: Partial<DeviceState> = {}): DeviceState {
  return withValues(
    {
      'ups.status': 'OB DISCHRG',
      'battery.charge': 62,
      'battery.runtime': 1380,
      'battery.voltage': 24.1,
      'input.voltage': 0,
      'input.frequency': undefined,
    },
    change,
  );
}

const TRIGGERS = ['timeOnBattery', 'charge', 'runtime', 'lowBattery', 'fault', 'request'] as const;
const NEEDS: Readonly<Record<string, string>> = { charge: 'battery.charge', runtime: 'battery.runtime' };

/** A countdown of a minute and a half that may be stopped. */
export function fakeCountdown(change: Partial<Countdown> = {}): Countdown {
  return {
    device: 'office',
    trigger: 'charge',
    reason: 'The battery is at 29 %.',
    startedAt: Date.now(),
    actsAt: Date.now() + 90_500,
    practice: false,
    cancel: { allowed: true },
    postpone: { allowed: true },
    ...change,
  };
}

function step(seconds: number, kind: ForecastStep['kind'], text: string): ForecastStep {
  return { at: Date.now() + seconds * 1000, kind, text, devices: ['office'] };
}

/** What the engine foresees for the UPS `office`: a countdown in so many seconds, or one that runs and ends so. */
export function fakeForecast({ begins, acts, practice = false }: FakeAhead): ForecastStep[] {
  return [
    ...(begins === undefined
      ? []
      : [
          {
            ...step(begins, 'countdown', 'The battery of Office UPS is at 30\u00a0%. The countdown begins.'),
            trigger: 'charge' as const,
          },
        ]),
    step(acts, 'action', say(`decision.preview.${practice ? 'practice' : 'acts'}.shutdown`)),
    ...(practice ? [] : [step(acts + 120, 'ups-off', say('decision.preview.upsOff'))]),
    ...(practice ? [] : [step(acts + 120, 'ups-on', say('decision.preview.upsOn'))]),
  ];
}

/** Seconds from now. */
interface FakeAhead {
  readonly begins?: number;
  readonly acts: number;
  readonly practice?: boolean;
}

/** Protection as the engine would tell it for these devices. */
export function fakeProtection(
  devices: readonly DeviceState[],
  change: Partial<ProtectionState> = {},
): ProtectionState {
  return {
    mode: 'practice',
    phase: 'idle',
    feeds: devices.flatMap((device) =>
      TRIGGERS.map((trigger) => {
        const needs = NEEDS[trigger];
        const feeds = needs === undefined || device.values[needs] !== undefined;
        return feeds
          ? { device: device.id, trigger, feeds }
          : { device: device.id, trigger, feeds, why: `${device.name} does not report ${needs ?? ''}.` };
      }),
    ),
    plan: { shutdownSeconds: 120, source: 'set', neededSeconds: 210 },
    notices: [],
    powerCycle: devices
      .filter((device) => device.feedsThisComputer)
      .map(({ id }) => ({
        device: id,
        can: true,
        how: `At the last moment of the shutdown Mainstay sends shutdown.return: the UPS cuts its output, and gives it back when mains is there.`,
      })),
    ...change,
  };
}

/** The whole state around these devices. */
export function fakeState(devices: readonly DeviceState[], protection: Partial<ProtectionState> = {}): State {
  return {
    engine: {
      version: '0.1.0',
      host: 'desktop',
      service: false,
      platform: 'linux',
      startedAt: Date.now() - 86_400_000,
      problems: [],
    },
    protection: fakeProtection(devices, protection),
    devices: Object.fromEntries(devices.map((device) => [device.id, device])),
  };
}
