/** What is wrong with a page, whoever looks at it: what axe finds, in both themes, and texts that are no texts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { isCommandName, isVarName } from '../../src-shared/nut/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AREAS = new Set(Object.keys(en));

/**
 * Everything that is wrong with what is shown. axe applies all its rules in light; what the theme changes is colours, so
 * that in dark it looks at these.
 */
export async function complaints(page: Page): Promise<string[]> {
  await settled(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const found = [...(await axeFinds(page, {})), ...(await missingTexts(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await axeFinds(page, { runOnly: { type: 'rule', values: ['color-contrast'] } })));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Waits until the screen before is gone: while a new one is drawn it stays, and nothing on it can be reached. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#main > [inert]').waitFor({ state: 'detached' });
}

/** What axe objects to, one line for each rule. */
async function axeFinds(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- It was put there above.
    (given) => (Reflect.get(window, 'axe') as { run(options: RunOptions): Promise<AxeResults> }).run(given),
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 200)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

/** Everything that is to be read or read aloud. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!['SCRIPT', 'STYLE'].includes(node.parentElement?.tagName ?? '')) texts.push(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const each of document.querySelectorAll(`[${name}]`)) texts.push(each.getAttribute(name) ?? '');
    }
    return texts;
  });
}

/** A key that no catalogue has is shown as it is; so is a place that nobody filled, and a value that is none. */
export async function missingTexts(page: Page): Promise<string[]> {
  const wrong = (await textsOf(page)).filter((text) => {
    if (/\{\{|\bundefined\b|\bNaN\b|\[object |Invalid Date/u.test(text)) return true;
    return text.split(/\s+/u).some((word) => {
      const [area = '', ...rest] = word.split('.');
      return (
        AREAS.has(area) && rest.length > 0 && /^[\w.-]+\w$/u.test(word) && !isVarName(word) && !isCommandName(word)
      );
    });
  });
  return [...new Set(wrong)].map((text) => `no text: ${text}`);
}
