/** The languages that a desktop program has told a service of, kept for when nobody is logged in. */
import { z } from 'zod';
import type { KeptFile } from '../engine/base/kept-file.ts';

const fileSchema = z.object({ version: z.literal(1), languages: z.array(z.string()).min(1) });

/** What was heard last; undefined where nobody has told. */
export interface HeardLanguages {
  get(): readonly string[] | undefined;
  /** Resolves when it is kept. */
  hear(languages: readonly string[]): Promise<void>;
}

/** Keeps them in the file. One that is damaged counts as none: the next program that opens tells again. */
export function createHeardLanguages(file: KeptFile): HeardLanguages {
  let heard = load(file);
  return {
    get: () => heard,
    hear: async (languages) => {
      if (languages.length === 0 || languages.join() === heard?.join()) return;
      heard = [...languages];
      await file.save({ version: 1, languages: heard });
    },
  };
}

function load(file: KeptFile): readonly string[] | undefined {
  try {
    return fileSchema.parse(file.load()).languages;
  } catch {
    return undefined;
  }
}
