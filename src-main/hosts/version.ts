/** Which Mainstay this is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { productFolder } from './screens.ts';

const packageSchema = z.object({ version: z.string() });

/** The version in package.json. */
export function productVersion(): string {
  return packageSchema.parse(JSON.parse(readFileSync(join(productFolder(), 'package.json'), 'utf8'))).version;
}
