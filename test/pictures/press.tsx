/** Setting up a scene. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';

/** Presses what has this role and name, leaving neither the pointer nor the focus on it. */
export async function press(role: 'button' | 'tab' | 'radio', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await expect.element(wanted).toBeInTheDocument();
  const element = wanted.element();
  if (element instanceof HTMLElement) element.click();
}
