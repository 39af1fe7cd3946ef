/** What is a page of ours, and which file an address means. */
import { extname, join, normalize, sep } from 'node:path';

/** Our own scheme. */
export const SCHEME = 'mainstay';
const ORIGIN = `${SCHEME}://app`;

/** The first page. */
export const START_PAGE = `${ORIGIN}/`;

/** Whether this address is a page of ours. */
export function isOwnPage(address: string): boolean {
  return address === ORIGIN || address.startsWith(START_PAGE);
}

/**
 * The file that the path of an address means; a route of the screens, which has no extension, means the page itself.
 * Undefined when the path leads out of the folder or cannot be decoded.
 */
export function fileOf(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, extname(decoded) === '' ? 'index.html' : decoded));
  return file.startsWith(normalize(folder) + sep) && !file.includes('\0') ? file : undefined;
}

/** Who sent a message, as far as it matters. `frame` is missing when the frame is gone already. */
export interface Sender {
  readonly contents: number;
  readonly frame?: { readonly url: string; readonly isTop: boolean };
}

/** Why a message is not heard, or undefined. `ownContents` is missing for a page that was not connected. Only the top frame of our own window, showing our own page, is. */
export function refuseSender(sender: Sender, ownContents: number | undefined): string | undefined {
  if (sender.contents !== ownContents) return 'it came from a page that is not the window of Mainstay';
  if (sender.frame === undefined) return 'the frame that sent it is gone';
  if (!sender.frame.isTop) return 'it came from a frame inside the page';
  return isOwnPage(sender.frame.url) ? undefined : `it came from ${sender.frame.url}`;
}
