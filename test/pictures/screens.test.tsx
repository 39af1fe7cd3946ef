/** Every screen of the menu and the screens below them, on an ordinary day. */
import type { State } from '../../src-shared/contract/index.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { batterySettingSchema } from '../../src-shared/settings/battery.ts';
import { energySettingSchema } from '../../src-shared/settings/energy.ts';
import { notificationSettingSchema } from '../../src-shared/settings/notifications.ts';
import { fakeBattery } from '../renderer/fake-battery.ts';
import { fakeDevice, fakeState } from '../renderer/fake-devices.ts';
import type { FakeOptions } from '../renderer/fake-engine.ts';
import { fakeStatus } from '../renderer/fake-notifications.ts';
import { failedPreflight, fakeCard, runningDrill } from '../renderer/fake-protection.ts';
import { holdStill, photograph } from './photograph.tsx';
import { press } from './press.tsx';

holdStill();

const outlets = (): State =>
  fakeState([
    fakeDevice({
      values: {
        ...fakeDevice().values,
        'outlet.1.desc': 'Server',
        'outlet.1.status': 'on',
        'outlet.1.delay.shutdown': 120,
        'outlet.2.desc': 'Screens',
        'outlet.2.status': 'off',
      },
      commands: [
        ...fakeDevice().commands,
        { name: 'outlet.1.load.off' },
        { name: 'outlet.1.load.on' },
        { name: 'outlet.2.load.off' },
        { name: 'outlet.2.load.on' },
      ],
      settings: [...fakeDevice().settings, { name: 'outlet.1.delay.shutdown', range: { min: 0, max: 600 } }],
    }),
  ]);

const channels = (): FakeOptions => ({
  settings: {
    ...defaultSettings(),
    notifications: notificationSettingSchema.parse({
      channels: [
        { id: 'desktop', kind: 'desktop' },
        { id: 'hook', kind: 'webhook', name: 'Home automation', url: 'https://home.example.org/hook/abc' },
        {
          id: 'mail',
          kind: 'email',
          host: 'mail.example.org',
          user: 'jane',
          from: 'ups@example.org',
          to: ['jane@example.org'],
        },
      ],
      thresholds: [{ id: 'warm', variable: 'ups.temperature', direction: 'above', value: 35, hysteresis: 2 }],
      beeper: { enabled: true },
    }),
  },
  notifications: fakeStatus({
    beepers: { office: 'ignored' },
    channels: {
      desktop: { waiting: 0, held: 0, quiet: false, secret: false },
      hook: { waiting: 2, held: 0, quiet: false, secret: false },
      mail: { waiting: 0, held: 0, quiet: false, secret: true },
    },
  }),
});

const priced = (): FakeOptions => ({
  settings: {
    ...defaultSettings(),
    energy: energySettingSchema.parse({ tariff: { day: 0.32, night: { price: 0.24, from: 22, to: 6 } }, co2: 380 }),
  },
});

const tested = (): FakeOptions => ({
  settings: {
    ...defaultSettings(),
    battery: batterySettingSchema.parse({ tests: { office: { every: 'week', weekday: 5 } } }),
  },
});

const tab = (name: string) => (): Promise<unknown> => press('tab', name);
const LESS = ['light'] as const;

photograph([
  {
    name: 'overview',
    route: '/',
    settled: /would last 29/u,
    sizes: ['usual', 'small', 'large'],
  },
  {
    name: 'history',
    route: '/history',
    settled: /Mains came back before any trigger held/u,
    sizes: ['usual', 'small', 'large'],
  },
  { name: 'history-whole', route: '/history', settled: /^One point stands for/u, sizes: ['whole'], themes: LESS },
  { name: 'diary', route: '/history/diary', settled: /^Boosts: most between/u },
  { name: 'diary-whole', route: '/history/diary', settled: /^Boosts: most between/u, sizes: ['whole'], themes: LESS },
  { name: 'outage-replay', route: '/history/outage/2', settled: 'Step 1 of 5' },
  { name: 'energy', route: '/energy', options: priced, settled: 'measured by the UPS' },
  {
    name: 'energy-whole',
    route: '/energy',
    options: priced,
    settled: 'measured by the UPS',
    sizes: ['whole'],
    themes: LESS,
  },
  { name: 'events', route: '/events', settled: /Mains is gone; the battery carries the load/u },
  {
    name: 'protection',
    route: '/protection',
    settled: 'The plan in one sentence',
    sizes: ['usual', 'small', 'large'],
  },
  {
    name: 'protection-whole',
    route: '/protection',
    settled: 'The plan in one sentence',
    sizes: ['whole'],
    themes: LESS,
  },
  {
    name: 'protection-then',
    route: '/protection',
    settled: 'The plan in one sentence',
    act: tab('Then'),
    sizes: ['whole'],
    themes: LESS,
  },
  {
    name: 'protection-schedule',
    route: '/protection',
    options: () => ({
      settings: {
        ...defaultSettings(),
        protection: {
          ...defaultSettings().protection,
          schedule: [{ id: 'a', enabled: true, days: [1, 5], at: '23:00', startAt: '07:00' }],
        },
      },
    }),
    settled: 'The plan in one sentence',
    act: tab('Schedule'),
    sizes: ['whole'],
    themes: LESS,
  },
  {
    name: 'protection-checks',
    route: '/protection',
    options: () => ({ state: fakeState([fakeDevice()], { preflight: failedPreflight() }) }),
    settled: 'The plan in one sentence',
    act: tab('Checks'),
    sizes: ['whole'],
    themes: LESS,
  },
  { name: 'drill', route: '/protection/drill', settled: 'Rehearse an outage' },
  {
    name: 'drill-running',
    waits: true,
    route: '/protection/drill',
    options: () => ({ cards: [fakeCard()], state: fakeState([fakeDevice()], { drill: runningDrill() }) }),
    settled: 'Pull the plug now',
    sizes: ['whole'],
    themes: LESS,
  },
  { name: 'battery', route: '/battery', options: tested, settled: 'Learned by Mainstay', sizes: ['usual', 'small'] },
  {
    name: 'battery-whole',
    route: '/battery',
    options: tested,
    settled: 'Learned by Mainstay',
    sizes: ['whole'],
    themes: LESS,
  },
  {
    name: 'battery-unlearned',
    route: '/battery',
    options: () => {
      const { learned: _, ...rest } = fakeBattery({
        unlearned: 'none',
        capacity: { points: [] },
        replacement: { basis: 'age', from: Date.parse('2027-03-01'), to: Date.parse('2029-03-01') },
        discharges: [],
      });
      return { answers: { 'battery.report': () => rest } };
    },
    settled: /^Nothing is learned yet/u,
    sizes: ['whole'],
    themes: LESS,
  },
  { name: 'device', route: '/device', settled: 'Settings of this UPS' },
  {
    name: 'device-outlets',
    route: '/device',
    options: () => ({ state: outlets() }),
    settled: 'Settings of this UPS',
    sizes: ['whole'],
    themes: LESS,
  },
  { name: 'devices', route: '/devices', settled: 'Your UPSes' },
  {
    name: 'devices-found',
    route: '/devices',
    settled: 'Your UPSes',
    act: () => press('button', 'Look for UPSes'),
    sizes: ['whole'],
    themes: LESS,
  },
  { name: 'notifications', route: '/notifications', options: channels, settled: 'Who is told what' },
  {
    name: 'notifications-whole',
    route: '/notifications',
    options: channels,
    settled: 'Who is told what',
    sizes: ['whole'],
    themes: LESS,
  },
  {
    name: 'notifications-channel',
    route: '/notifications',
    options: channels,
    settled: 'Who is told what',
    act: () => press('button', 'Add a channel'),
    sizes: ['whole'],
    themes: LESS,
  },
  {
    name: 'notifications-threshold',
    route: '/notifications',
    options: channels,
    settled: 'Who is told what',
    act: () => press('button', 'Add a threshold'),
    sizes: ['whole'],
    themes: LESS,
  },
  { name: 'sharing', route: '/sharing', settled: 'Not here yet', themes: LESS },
  { name: 'preferences', route: '/preferences', settled: 'Look' },
  { name: 'diagnostics', route: '/diagnostics', settled: 'battery.charge' },
  {
    name: 'diagnostics-whole',
    route: '/diagnostics',
    settled: 'battery.charge',
    sizes: ['whole'],
    themes: LESS,
  },
]);
