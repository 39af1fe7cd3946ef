/**
 * Draws the icons of `assets` from their SVG sources with a Chromium (`CHROMIUM_PATH`, else the system's). The results
 * are committed, so that a build needs no browser; run `node scripts/render-icons.ts` after changing a source.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { CHARGE_STEPS, iconName, type TrayIcon } from '../src-main/hosts/electron/tray-model.ts';

const ASSETS = join(import.meta.dirname, '..', 'assets');
/** Bars of desktops show about this many pixels; the second size is for screens of twice the density. */
const TRAY_PIXELS = 24;
/** The largest that packages ask for; smaller ones are made from it. */
const PROGRAM_PIXELS = 512;

const COLOURS = { mains: '#40c057', battery: '#fab005', lost: '#ced4da' } as const;

function everyIcon(): readonly TrayIcon[] {
  const charges: readonly TrayIcon['charge'][] = [...CHARGE_STEPS, 'unknown'];
  return [false, true].flatMap((warning) => [
    ...(['mains', 'battery'] as const).flatMap((source) => charges.map((charge) => ({ source, charge, warning }))),
    { source: 'lost', charge: 'unknown', warning } as const,
  ]);
}

/** The drawing with only the parts of one state. */
function drawing(source: string, icon: TrayIcon): string {
  const hidden = ['mains', 'battery', 'lost', 'warning'].filter(
    (part) => part !== icon.source && !(part === 'warning' && icon.warning),
  );
  // Unknown is grey all over: an empty battery would be a reading.
  const width = icon.charge === 'unknown' ? 14 : (14 * icon.charge) / 100;
  const fill = icon.charge === 'unknown' ? COLOURS.lost : COLOURS[icon.source];
  const style = `${hidden.map((part) => `#${part}`).join(',')}{display:none} #charge{width:${width}px;fill:${fill}}`;
  return source.replace('<g id="body">', `<style>${style}</style><g id="body">`);
}

async function render(page: Page, svg: string, pixels: number, file: string): Promise<void> {
  await page.setViewportSize({ width: pixels, height: pixels });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${pixels}px;height:${pixels}px}</style>${svg}`);
  writeFileSync(file, await page.screenshot({ omitBackground: true }));
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
const tray = readFileSync(join(ASSETS, 'tray.svg'), 'utf8');
mkdirSync(join(ASSETS, 'tray'), { recursive: true });
for (const icon of everyIcon()) {
  for (const [density, suffix] of [
    [1, ''],
    [2, '@2x'],
  ] as const) {
    await render(
      page,
      drawing(tray, icon),
      TRAY_PIXELS * density,
      join(ASSETS, 'tray', `${iconName(icon)}${suffix}.png`),
    );
  }
}
await render(page, readFileSync(join(ASSETS, 'icon.svg'), 'utf8'), PROGRAM_PIXELS, join(ASSETS, 'icon.png'));
await browser.close();
