/** What hands do on a page, by the names that a person reads. */
import type { Locator, Page } from 'playwright-core';

/** Chooses from a list that opens. */
export async function pick(page: Page | Locator, name: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click();
  const list = 'mouse' in page ? page : page.page();
  await list.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}

/** Flips a switch, on what is seen of it. */
export async function flip(page: Page, name: string): Promise<void> {
  const control = page.getByRole('switch', { name, exact: true });
  await control.locator('xpath=..').locator('.mantine-Switch-track').click();
}

/** What is shown where a text of the catalogue has places, whatever stands in them. */
export function like(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join('.+')}`, 'u');
}
