/**
 * Draws the icons of `assets` from their SVG sources with a Chromium (`CHROMIUM_PATH`, else the system's). The results
 * are committed, so that a build needs no browser; run `node scripts/render-icons.ts` after changing a source.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import pngToIco from 'png-to-ico';
import { CHARGE_STEPS, iconName, type TrayIcon } from '../src-main/hosts/electron/tray-model.ts';

const ASSETS = join(import.meta.dirname, '..', 'assets');
/** Bars of desktops show about this many pixels; the second size is for screens of twice the density. */
const TRAY_PIXELS = 24;
/** The menu bar of macOS is lower (Human Interface Guidelines, "The menu bar"). */
const TEMPLATE_PIXELS = 18;
/** What Windows picks from, at 100, 125, 150 and 200 percent. */
const ICO_PIXELS = [16, 20, 24, 32] as const;
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

/**
 * The same as a template of macOS: black and clear alone, which the system colours for a light or dark bar. What is
 * light in the drawing is clear here, the charge is half clear, and the warning stands apart by a clear rim.
 */
function template(svg: string, icon: TrayIcon): string {
  const rim = '<path d="M17.5 11.5 23 22H12z" stroke="#000" stroke-width="2.4" stroke-linejoin="round"/>';
  const apart = `<mask id="apart"><rect width="24" height="24" fill="white"/>${rim}</mask>`;
  const style = [
    '[fill="#fff"]{fill:none}',
    '[stroke="#fff"]{stroke:none}',
    '[fill="#212529"],[fill="#e03131"]{fill:#000}',
    '[stroke="#212529"],[stroke="#495057"]{stroke:#000}',
    `#charge{fill:#000;opacity:${icon.charge === 'unknown' ? 0.15 : 0.45}}`,
    ...(icon.warning ? ['#body,#mains,#battery,#lost{mask:url(#apart)}'] : []),
  ];
  return svg.replace('</style>', `${style.join('')}</style>${apart}`);
}

async function render(page: Page, svg: string, pixels: number): Promise<Buffer> {
  await page.setViewportSize({ width: pixels, height: pixels });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${pixels}px;height:${pixels}px}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
const tray = readFileSync(join(ASSETS, 'tray.svg'), 'utf8');
const put = (name: string, bytes: Buffer): void => writeFileSync(join(ASSETS, name), bytes);
mkdirSync(join(ASSETS, 'tray'), { recursive: true });
for (const icon of everyIcon()) {
  const name = `tray/${iconName(icon)}`;
  const svg = drawing(tray, icon);
  for (const [density, suffix] of [
    [1, ''],
    [2, '@2x'],
  ] as const) {
    put(`${name}${suffix}.png`, await render(page, svg, TRAY_PIXELS * density));
    put(`${name}-Template${suffix}.png`, await render(page, template(svg, icon), TEMPLATE_PIXELS * density));
  }
  const sizes: Buffer[] = [];
  for (const pixels of ICO_PIXELS) sizes.push(await render(page, svg, pixels));
  put(`${name}.ico`, await pngToIco(sizes));
}
put('icon.png', await render(page, readFileSync(join(ASSETS, 'icon.svg'), 'utf8'), PROGRAM_PIXELS));
await browser.close();
