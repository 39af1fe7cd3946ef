/**
 * The links of the screens, kept for the owner of the data folder while they are served. A link holds a token, and what
 * a service prints is kept in a journal that others may read; so it prints where the link is, and not the link.
 */
import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { Access } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';

/** The two links: one for whoever may act, one for whoever may only watch. */
export type Links = { readonly [A in Access]: string };

const linksSchema = z.object({ act: z.url(), watch: z.url() });

/** The file that holds them. */
export function linkFile(dataDir: string): string {
  return join(dataDir, 'browser-link');
}

/** Keeps the links, readable by the owner only. A disk that is full is no reason not to serve: false then. */
export function keepLinks(dataDir: string, links: Links): boolean {
  try {
    writeFileAtomic.sync(linkFile(dataDir), `${JSON.stringify(links)}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/** They lead nowhere any more. */
export function forgetLinks(dataDir: string): void {
  rmSync(linkFile(dataDir), { force: true });
}

/** The links of the program that serves this data folder now. Rejects with `AppError` where there is none. */
export async function keptLinks(dataDir: string): Promise<Links> {
  const links = read(dataDir);
  if (links !== undefined && (await answers(new URL(links.act)))) return links;
  throw new AppError(
    'no-answer',
    `No program serves the screens of ${dataDir}. Start one with \`mainstay serve\`, or name the folder with --data.`,
  );
}

function read(dataDir: string): Links | undefined {
  const file = linkFile(dataDir);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EACCES' && code !== 'EPERM') return undefined;
    throw new AppError(
      'permission-denied',
      `The links in ${file} are for the account that Mainstay runs as. Ask as that account, such as with sudo.`,
    );
  }
  try {
    return linksSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A program that was killed leaves its links behind. */
function answers({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[(.*)\]$/u, '$1'), port: Number(port) });
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(3000, end(false));
    socket.once('connect', end(true));
    socket.once('error', end(false));
  });
}
