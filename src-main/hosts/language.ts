/** Which language this process speaks: the person's choice, else the system's. */
import type { Settings } from '../../src-shared/settings/index.ts';
import { languageFor } from '../../src-shared/texts/index.ts';
import { sayIn } from '../../src-shared/texts/say.ts';

/**
 * The languages of this process's environment, the most wanted first: the first of LC_ALL, LC_MESSAGES and LANG that
 * is set (POSIX, 8.2), such as "de_CH.UTF-8"; where none is, as on Windows, the one that the system names.
 */
export function environmentLanguages(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const set = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find((value) => (value ?? '') !== '');
  return [set ?? new Intl.DateTimeFormat().resolvedOptions().locale];
}

/** From now on everything that this process says is in the language of these preferences. */
export async function speakAsPreferred(
  { language }: Pick<Settings['preferences'], 'language'>,
  preferred: readonly string[],
): Promise<void> {
  await sayIn(languageFor(language, preferred));
}
