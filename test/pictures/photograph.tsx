/** Plays one scene, takes its pictures in both themes, and asks axe about each. */
import axe from 'axe-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { leave, play, type Stage } from '../renderer/stage.tsx';
import type { FakeOptions } from '../renderer/fake-engine.ts';
import type { WireSource } from '../../src-renderer/wire/source.ts';
import icon from '../../src-renderer/public/icon.svg?url';
import './pinned.css';

/** Sizes of the window; `whole` is as tall as the screen's content. */
const SIZES = {
  usual: [1280, 800],
  small: [900, 600],
  large: [1920, 1080],
  dialog: [720, 520],
  whole: [1280, 800],
} as const;
type Size = keyof typeof SIZES;
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** What is on a picture. */
export interface Scene {
  /** Also the name of the picture. */
  readonly name: string;
  readonly route: string;
  /** Made when the clock already stands. */
  readonly options?: () => FakeOptions;
  readonly source?: () => WireSource;
  /** What shows that the screen is there. */
  readonly settled: string | RegExp;
  /** Brings the screen into its state. */
  readonly act?: (stage: Stage) => Promise<unknown> | undefined;
  readonly sizes?: readonly Size[];
  /** Without it, both. axe looks at both in any case. */
  readonly themes?: readonly Theme[];
  /** Something is meant to turn still. */
  readonly waits?: boolean;
  /** The engine is meant to refuse something. */
  readonly refused?: boolean;
}

/** A Tuesday afternoon; every fixture counts from it. */
const MOMENT = Date.parse('2026-03-17T15:04:00+01:00');

/** Stands still. A fake clock of the test runner does not: each time that something is waited for moves it on. */
class StillDate extends Date {
  constructor(...parts: [] | [number | string | Date]) {
    if (parts.length === 0) super(MOMENT);
    else super(...parts);
  }

  static override now(): number {
    return MOMENT;
  }
}
const WANTED = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Makes time stand still and the letters those of one font, for all tests of a file. */
export function holdStill(): void {
  beforeAll(async () => {
    const faces = await Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 16px Pinned`)));
    const mono = await document.fonts.load('400 16px PinnedMono');
    if ([...faces, mono].some((found) => found.length === 0))
      throw new Error('The pictures are drawn in DejaVu Sans, which is not here: apt install fonts-dejavu-core.');
  });
  // Screens that are fetched when they are opened are there from the beginning.
  beforeAll(() =>
    Promise.all([
      import('../../src-renderer/pages/history/history.tsx'),
      import('../../src-renderer/pages/energy/energy.tsx'),
    ]),
  );
  beforeEach(async () => {
    // Where the mouse was left by the scene before, something would be drawn as pointed at.
    await page.elementLocator(document.documentElement).hover({ position: { x: 2, y: 2 } });
    vi.stubGlobal('Date', StillDate);
  });
  afterEach(() => {
    leave();
    vi.unstubAllGlobals();
  });
  afterAll(() => page.viewport(...SIZES.usual));
}

/** One test for each scene. */
export function photograph(scenes: readonly Scene[]): void {
  it.each(scenes)('$name', async (scene) => {
    const stage = await enter(scene);
    for (const size of scene.sizes ?? ['usual'])
      for (const theme of THEMES) {
        await wear(stage, theme);
        if ((scene.themes ?? THEMES).includes(theme)) await take(`${scene.name}-${size}-${theme}`, size);
        if (size !== 'whole') expect(await faults(), `${scene.name}, ${size}, ${theme}`).toEqual([]);
      }
    if (scene.refused !== true) expect(stage.fake.refused).toEqual([]);
  });
}

async function enter(scene: Scene): Promise<Stage> {
  await page.viewport(...SIZES.usual);
  const { source } = scene;
  const stage = await play(scene.route, {
    ...scene.options?.(),
    ...(source === undefined ? {} : { source: () => source() }),
  });
  await expect.element(page.getByText(scene.settled).first()).toBeVisible();
  // The page of a test lies elsewhere than the one that the icon is beside.
  for (const image of document.querySelectorAll<HTMLImageElement>('img[src="./icon.svg"]')) {
    image.src = icon;
    await image.decode();
  }
  const content = document.querySelector('#main > div');
  if (content !== null) await expect.poll(() => content.childElementCount).toBeGreaterThan(0);
  await scene.act?.(stage);
  // What comes later makes a screen taller, and its picture another.
  if (scene.waits !== true) await expect.poll(() => document.querySelectorAll('.mantine-Loader-root').length).toBe(0);
  return stage;
}

/** As if the person had chosen the theme; before the settings are there the system's counts. */
async function wear({ engine, fake }: Stage, theme: Theme): Promise<void> {
  const settings = engine.store.getState().settings ?? fake.settings;
  engine.store.setState({ settings: { ...settings, preferences: { ...settings.preferences, theme } } });
  await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe(theme);
}

async function take(name: string, size: Size): Promise<void> {
  const [width, height] = SIZES[size];
  await page.viewport(width, height);
  if (size === 'whole') await stretch(width, height);
  await expect.element(page.elementLocator(document.body)).toMatchScreenshot(name);
}

/** Makes the window as tall as the screen's content, as soon as that grows no more. */
async function stretch(width: number, least: number): Promise<void> {
  const main = document.getElementById('main');
  if (main === null) throw new Error('Only a screen with a menu can be taken as a whole.');
  const tall = (): number => Math.max(least, window.innerHeight + main.scrollHeight - main.clientHeight);
  let before = 0;
  await expect.poll(() => before === (before = tall()), { interval: 100 }).toBe(true);
  await page.viewport(width, before);
}

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { runOnly: WANTED, resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  );
}
