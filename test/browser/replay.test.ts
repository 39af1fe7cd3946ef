/** A UPS that was recorded, in the screens: from a support bundle saved by a click, and from recordings of real ones. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { en } from '../../src-shared/texts/en/index.ts';
import { pick } from './hands.ts';
import { startWalk, type Walk } from './walk.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** One of each kind of recording, made of a real device. */
const RECORDED = [
  { id: 'serial', file: 'megatec/fixtures/powersa-rt3000', ending: 'exchange' },
  { id: 'agent', file: 'snmp/fixtures/netman-204', ending: 'snmprec' },
] as const;
const golden = z.object({ vars: z.record(z.string(), z.union([z.string(), z.number()])) });

let walk: Walk;
beforeAll(async () => {
  const recorded = RECORDED.map(({ id, file, ending }) => ({
    id,
    nickname: id,
    uri: `replay:${join(ROOT, 'drivers', `${file}.${ending}`)}`,
  }));
  // The bundle is of the first: that of a UPS with a serial number.
  walk = await startWalk({ settings: { devices: [{ id: 'study', uri: 'sim:hid', nickname: 'study' }, ...recorded] } });
});
afterAll(() => walk.close());

/** Saves the bundle by its button, and takes it apart. */
async function saveBundle(masked: boolean): Promise<{ path: string; files: Readonly<Record<string, string>> }> {
  const { page } = walk;
  await walk.open('Diagnostics');
  await page.getByRole('checkbox', { name: en.diagnostics.bundleMask }).setChecked(masked);
  const { name, path } = await walk.download(page.getByRole('button', { name: en.diagnostics.bundleSave }));
  expect(name).toMatch(/^mainstay-support-[\d-]+\.zip$/u);
  const files: Record<string, string> = {};
  for (const [file, data] of Object.entries(unzipSync(readFileSync(path)))) files[file] = strFromU8(data);
  return { path, files };
}

/** Plays a bundle as the command line does, looks at its screens, and ends it. */
async function replayed(path: string, look: (page: Page) => Promise<void>): Promise<void> {
  const program = spawn(
    process.execPath,
    [join(ROOT, 'out', 'main', 'cli.cjs'), 'replay', path, '--screens', '--port', '0'],
    { stdio: ['ignore', 'inherit', 'pipe'] },
  );
  const context = await walk.browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  try {
    const told = await new Promise<string>((resolve) => createInterface(program.stderr).once('line', resolve));
    // What is not printed into a pipe is kept for its owner while it runs.
    const [file = ''] = /\S+browser-link/u.exec(told) ?? [];
    await page.goto(z.object({ act: z.url() }).parse(JSON.parse(readFileSync(file, 'utf8'))).act);
    await look(page);
  } finally {
    await context.close();
    program.kill('SIGINT');
    if (program.exitCode === null) await once(program, 'exit');
  }
  expect(program.exitCode).toBe(0);
}

/** What a page says of the UPS that it shows: name and value. */
async function factsOn(page: Page): Promise<Record<string, string>> {
  await page.getByRole('link', { name: en.screens.device, exact: true }).click();
  const about = page
    .getByRole('region', { name: en.device.about })
    .or(page.locator('section', { hasText: en.device.about }));
  await about.last().getByRole('definition').first().waitFor();
  const [terms, texts] = await Promise.all([
    about.last().locator('dt').allInnerTexts(),
    about.last().locator('dd').allInnerTexts(),
  ]);
  const facts = Object.fromEntries(terms.map((term, index) => [term, texts[index] ?? '']));
  // Where it is, is of course another place.
  delete facts[en.devices.address];
  return facts;
}

describe('a support bundle', () => {
  it('is one click away, and shows the same UPS again wherever it is replayed', async () => {
    const { page } = walk;
    await walk.until('the UPS is read', ({ devices }) => devices['study']?.values['ups.serial'] !== undefined);
    await walk.open('Device');
    await pick(page, en.common.device, 'study');
    const before = await factsOn(page);
    const serial = String(walk.device('study').values['ups.serial']);
    expect(Object.values(before)).toContain(serial);

    const { path, files } = await saveBundle(false);
    expect(JSON.parse(files['about.json'] ?? '')).toMatchObject({ masked: false, host: 'headless' });
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['settings.json', 'events.json', 'devices/study/report_descriptor.hex']),
    );
    await replayed(path, async (other) => {
      await other.getByTestId('hero').getByText(en.hero.source.mains).waitFor();
      expect(await factsOn(other)).toEqual(before);
    });
  });

  it('tells no serial number when it is masked, and can be replayed all the same', async () => {
    const serial = String(walk.device('study').values['ups.serial']);
    const { path, files } = await saveBundle(true);
    expect(JSON.parse(files['about.json'] ?? '')).toMatchObject({ masked: true });
    expect(Object.entries(files).filter(([, text]) => text.includes(serial))).toEqual([]);
    await replayed(path, async (other) => {
      await other.getByTestId('hero').getByText(en.hero.source.mains).waitFor();
      const facts = Object.values(await factsOn(other));
      expect(facts).toContain('x'.repeat(serial.length));
      expect(facts).not.toContain(serial);
    });
  });
});

describe('the recording of a real UPS', () => {
  it.each(RECORDED)('$file shows what it shows to everyone', async ({ id, file }) => {
    const { page } = walk;
    await walk.open('Diagnostics');
    await pick(page, en.common.device, id);
    const { vars } = golden.parse(JSON.parse(readFileSync(join(ROOT, 'drivers', `${file}.vars.json`), 'utf8')));
    const table = page.getByRole('region', { name: en.diagnostics.variables });
    await table.getByRole('rowheader').first().waitFor();
    await expect
      .poll(async () => {
        const shown = (await table.getByRole('row').allInnerTexts()).map((row) => row.split(/\s*[\n\t]\s*/u));
        return Object.entries(vars).filter(
          ([name, value]) => !shown.some((row) => row.includes(name) && row.includes(String(value))),
        );
      })
      .toEqual([]);
    await walk.look(file);
    await walk.open('Overview');
    await page.getByRole('main').getByRole('link', { name: id }).click();
    await page.getByTestId('hero').waitFor();
    await walk.look(`${file}, the Overview`);
  });
});
