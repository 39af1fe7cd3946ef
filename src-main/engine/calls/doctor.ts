/** Says what is missing on this machine, with the exact mend. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { drivers } from '../../../drivers/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { PORTS } from '../ports/index.ts';
import type { Check } from '../ports/port.ts';
import type { HistoryStore, SettingsStore } from '../base/parts.ts';

/** What is looked at. */
export interface Patient {
  readonly dataDir: string | undefined;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
}

/** Examines the machine and Mainstay's own files. */
export async function examine({ dataDir, settings, history }: Patient): Promise<Check[]> {
  return [
    ...(dataDir === undefined ? [] : [await folder(dataDir)]),
    ...(await Promise.all(Object.values(PORTS).map((port) => port.examine?.(drivers) ?? Promise.resolve([])))).flat(),
    own(say('examined.settings'), settings.problems, say('examined.settingsWhole')),
    own(say('examined.history'), history.problems, say('examined.historyWhole')),
  ];
}

async function folder(path: string): Promise<Check> {
  const name = say('examined.folder');
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return { name, ok: true, message: say('examined.writable', { path }) };
  } catch {
    const message = say('examined.notWritable', { path });
    return { name, ok: false, message };
  }
}

function own(name: string, problems: readonly { readonly message: string }[], fine: string): Check {
  return problems.length === 0
    ? { name, ok: true, message: fine }
    : { name, ok: false, message: problems.map(({ message }) => message).join(' ') };
}
