/** Every screen with nothing to show yet, on its way to it, and where it cannot be had. */
import type { Handlers } from '../../src-shared/contract/index.ts';
import { AppError } from '../../src-shared/errors.ts';
import { fakeState } from '../renderer/fake-devices.ts';
import { holdStill, photograph, type Scene } from './photograph.tsx';
import { press } from './press.tsx';

holdStill();

/** The screens, what each asks, and what it says without a UPS. */
const SCREENS: readonly (readonly [route: string, asks: readonly (keyof Handlers['calls'])[], heading: string])[] = [
  ['/history', ['history.variables', 'history.query', 'history.outages'], 'History'],
  ['/history/diary', ['diary.query'], 'History'],
  ['/history/outage/2', ['history.outage'], 'History'],
  ['/energy', ['energy.query'], 'Energy'],
  ['/events', ['events.query'], 'Events'],
  ['/protection', ['protection.preview'], 'Protection'],
  ['/protection/drill', ['drill.cards'], 'Protection'],
  ['/battery', ['battery.report'], 'Battery'],
  ['/device', [], 'Device'],
  ['/devices', ['devices.scan'], 'Look for UPSes'],
  ['/notifications', ['notifications.outbox'], 'Who is told what'],
  ['/diagnostics', ['diagnostics.device', 'diagnostics.doctor', 'diagnostics.trace'], 'Diagnostics'],
];

const answers = (
  asks: readonly (keyof Handlers['calls'])[],
  answer: () => Promise<never>,
): Partial<Handlers['calls']> => Object.fromEntries(asks.map((name) => [name, answer]));

const fail = (): Promise<never> =>
  Promise.reject(new AppError('damaged', 'The records on the disk cannot be read. Mainstay has set the file aside.'));
const wait = (): Promise<never> => new Promise(() => undefined);

photograph(
  SCREENS.flatMap(([route, asks, settled]): Scene[] => {
    const name = route.slice(1).replaceAll('/', '-');
    const common: Omit<Scene, 'name'> = {
      route,
      settled,
      themes: ['light'],
      // What is asked for stands at the end of a long screen, or is asked for with a button.
      ...(route === '/notifications' ? { sizes: ['whole'] } : {}),
      ...(route === '/devices' ? { act: () => press('button', 'Look for UPSes') } : {}),
    };
    return [
      { ...common, name: `${name}-empty`, options: () => ({ state: fakeState([]), events: [] }) },
      ...(asks.length === 0
        ? []
        : [
            { ...common, name: `${name}-loading`, waits: true, options: () => ({ answers: answers(asks, wait) }) },
            { ...common, name: `${name}-error`, refused: true, options: () => ({ answers: answers(asks, fail) }) },
          ]),
    ];
  }),
);
