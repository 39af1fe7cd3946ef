/** Where the built screens are, and what a page of ours may do: the same for the window and the browser. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../src-shared/errors.ts';

/** The folder of package.json: of the checkout, or of the installed program. Sources and bundles lie at different depths. */
export function productFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new AppError('not-found', 'Mainstay is not installed whole: package.json is missing.');
    folder = parent;
  }
  return folder;
}

/** The folder of the built screens. Throws `AppError` 'not-found' before the first build. */
export function screensFolder(): string {
  const folder = join(productFolder(), 'out', 'renderer');
  if (!existsSync(join(folder, 'index.html'))) {
    throw new AppError('not-found', `The screens are not built (${folder} is missing). Run \`npm run build\` first.`);
  }
  return folder;
}

/**
 * What a page may load and reach: only what came with it, from where it came. `style-src` must allow inline styles
 * because the component library writes its colours into a style element.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with every file of the screens. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), serial=(), usb=(), hid=()',
};
