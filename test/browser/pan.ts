/** Moving a chart about with the pointer, as a person does who looks through a year. */
import type { Page } from 'playwright-core';

/** Where a drag begins and ends, as shares of the chart's width. Together they stay within what was recorded. */
const DRAGS = [
  [0.2, 0.6],
  [0.1, 0.45],
  [0.9, 0.2],
  [0.3, 0.8],
] as const;
const STEPS = 40;

/** Drags the one chart on the page to and fro. */
export async function panChart(page: Page): Promise<void> {
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('There is no chart on the page.');
  const middle = box.y + box.height / 2;
  const goTo = (share: number): Promise<void> => page.mouse.move(box.x + box.width * share, middle);
  await page.keyboard.down('Shift');
  for (const [from, to] of DRAGS) {
    await goTo(from);
    await page.mouse.down();
    for (let step = 0; step <= STEPS; step += 1) await goTo(from + ((to - from) * step) / STEPS);
    await page.mouse.up();
  }
  await page.keyboard.up('Shift');
}
