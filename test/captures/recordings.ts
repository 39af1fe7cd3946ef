/** Where the recordings are. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../shared/captures');

/** The folders of recordings of these protocols, as `serial/qx-megatec`; every one of them must exist. */
export function recordingsOf(...protocols: readonly string[]): readonly string[] {
  if (!existsSync(ROOT)) return [];
  return protocols.flatMap((protocol) => {
    const folder = join(ROOT, protocol);
    return readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name));
  });
}

/** A block of tests over recordings. Without them it fails under CI=true and is skipped elsewhere, saying so. */
export function describeWithRecordings(title: string, body: () => void): void {
  if (existsSync(ROOT)) {
    describe(title, body);
    return;
  }
  const message = `"${title}" needs the recordings in ../shared/captures, beside the checkout.`;
  if (process.env['CI'] === 'true') throw new Error(message);
  console.error(`\n*** ${message}\n*** SKIPPED.\n`);
  describe.skip(title, body);
}
