/** What the window shows before its screens are there. */
import { afterEach, expect, it } from 'vitest';
import { glanceOf } from '../../src-main/hosts/electron/glance-model.ts';
import { sayIn } from '../../src-shared/texts/say.ts';
import { device, state } from './made-state.ts';

const READ = { readAt: 1 };
const VALUES = { 'ups.status': 'OL', 'battery.charge': 100, 'battery.runtime': 2460, 'input.voltage': 231.2 };

/** Whatever kind of space stands before a unit. */
const plain = ({ label, value }: { label: string; value: string }): string =>
  `${label}: ${value}`.replaceAll(/\s/gu, ' ');

afterEach(() => sayIn('en'));

it('names each device with its state and the figures that it reports', () => {
  const [first, ...others] = glanceOf(state([device('desk', VALUES, READ)]))?.devices ?? [];
  expect(others).toEqual([]);
  expect(first).toMatchObject({ name: 'desk', status: 'On mains' });
  expect(first?.figures.map(plain)).toEqual([
    'Battery charge: 100 %',
    'Runtime left: 41 min',
    'Input voltage: 231.2 V',
  ]);
});

it('speaks the language of the person', async () => {
  await sayIn('de');
  const [first] = glanceOf(state([device('desk', VALUES, READ)]))?.devices ?? [];
  expect(first?.figures.map(plain).at(-1)).toBe('Eingangsspannung: 231,2 V');
});

it('says of a simulation that it is one, at the beginning of a line', () => {
  const [first] = glanceOf(state([device('desk', VALUES, { ...READ, simulated: true })]))?.devices ?? [];
  expect(first?.status).toBe('Simulated, On mains');
});

it('says nothing before a device was read', () => {
  expect(glanceOf(state([]))).toBeUndefined();
  expect(glanceOf(state([device('desk', {}, { link: 'connecting' })]))).toBeUndefined();
});

it('shows no figures of the past', () => {
  const lost = device('desk', { ...VALUES, 'ups.status': 'OB' }, { ...READ, link: 'lost' });
  expect(glanceOf(state([lost]))?.devices).toEqual([{ name: 'desk', status: 'Contact lost, On battery', figures: [] }]);
});

it('puts the device that needs the person most first, and leaves out what is switched off', () => {
  const glance = glanceOf(
    state([
      device('good', VALUES, READ),
      device('off', {}, { link: 'disabled' }),
      device('bad', { ...VALUES, 'ups.status': 'OB LB' }, READ),
    ]),
  );
  expect(glance?.devices.map(({ name }) => name)).toEqual(['bad', 'good']);
});
