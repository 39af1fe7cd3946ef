/** Words in drawings do not wrap: in every language they stay inside the ring of a gauge and inside the power flow. */
import { afterEach, beforeAll, expect, it } from 'vitest';
import { CATALOGUES, LANGUAGES } from '../../src-shared/texts/index.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { fakeState, onBattery, withValues } from './fake-devices.ts';
import { leave, play } from './stage.tsx';

// Many files each: a busy machine takes longer to bring them than a test waits for a word.
beforeAll(() => Promise.all(LANGUAGES.map((language) => CATALOGUES[language]())));
afterEach(leave);

/** The inner edge of a gauge's ring around its middle, and the size of the power flow. Units of the drawings. */
const MIDDLE = 70;
const INNER = 54 - 9 / 2;
const WIDTH = 380;
/** The least room beside words. */
const ROOM = 2;

const GONE = { 'ups.load': undefined, 'battery.charge': undefined, 'battery.runtime': undefined };

/** Where the words of a drawing are, in its own units. */
function boxes(drawing: SVGSVGElement): { readonly text: string; readonly box: DOMRect }[] {
  const toDrawing = drawing.getScreenCTM()?.inverse();
  return [...drawing.querySelectorAll<SVGTextContentElement>('text:not(:has(tspan)), tspan')].map((word) => {
    const { left, top, right, bottom } = word.getBoundingClientRect();
    const from = new DOMPoint(left, top).matrixTransform(toDrawing);
    const to = new DOMPoint(right, bottom).matrixTransform(toDrawing);
    return { text: word.textContent, box: new DOMRect(from.x, from.y, to.x - from.x, to.y - from.y) };
  });
}

it.each(
  // Mains that is there and of no use, and none at all.
  LANGUAGES.flatMap((language) => [140, 5].map((volts) => [language, volts] as const)),
)('%s, at %d V', async (language, volts) => {
  const { page } = await play('/', {
    settings: { ...defaultSettings(), preferences: { ...defaultSettings().preferences, language } },
    state: fakeState([withValues({ ...onBattery().values, 'input.voltage': volts, ...GONE })]),
  });
  await expect.element(page.getByRole('meter').first()).toBeVisible();
  await expect.poll(() => document.documentElement.lang).toBe(language);
  const rings = [...document.querySelectorAll<SVGSVGElement>('svg[role=meter]')].flatMap(boxes);
  expect(rings.length).toBeGreaterThanOrEqual(6);
  const outside = rings.filter(({ box }) =>
    [box.left, box.right].some((x) => Math.hypot(x - MIDDLE, box.bottom - 4 - MIDDLE) > INNER - ROOM),
  );
  expect(outside.map(({ text }) => text)).toEqual([]);
  const flow = document.querySelector<SVGSVGElement>('svg[viewBox^="0 0 380"]');
  if (flow === null) throw new Error('The power flow is not there.');
  const words = boxes(flow);
  // Mains, UPS, load and battery have their names at least.
  expect(words.length).toBeGreaterThanOrEqual(4);
  const cut = words.filter(({ box }) => box.left < ROOM || box.right > WIDTH - ROOM);
  expect(cut.map(({ text }) => text)).toEqual([]);
});
