/**
 * The service on Windows: a task that the system starts with itself and keeps running (schtasks; Task Scheduler schema).
 * A service of the Service Control Manager would need a program that speaks its protocol, which Node does not.
 */
import { readFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { join } from 'node:path';
import { filled, type InstallOptions, type ProgramWords, type Setup } from './plan.ts';
import { xmlText } from './xml.ts';

const TASK = 'Mainstay';

/** What the service is on Windows. `programData` is the folder of data that belongs to no user. */
export function windowsSetup(programData: string): Setup {
  const folder = win32.join(programData, 'Mainstay');
  const file = win32.join(folder, 'mainstay-task.xml');
  return {
    install: (options) => [
      { do: 'write', path: file, content: task(options), mode: 0o600 },
      // Settings hold the secrets of SNMP: SYSTEM and administrators only, by their well-known numbers in any language.
      {
        do: 'run',
        words: ['icacls', folder, '/inheritance:r', '/grant:r', '*S-1-5-18:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F'],
      },
      ...(options.settings === undefined
        ? []
        : [
            {
              do: 'copy',
              from: options.settings,
              to: win32.join(folder, 'settings.json'),
              what: 'the settings of the person who installs',
            } as const,
          ]),
      { do: 'run', words: ['schtasks', '/Create', '/TN', TASK, '/XML', file, '/F'] },
      { do: 'run', words: ['schtasks', '/End', '/TN', TASK], optional: true },
      { do: 'run', words: ['schtasks', '/Run', '/TN', TASK] },
    ],
    remove: () => [
      { do: 'run', words: ['schtasks', '/End', '/TN', TASK], optional: true },
      { do: 'run', words: ['schtasks', '/Delete', '/TN', TASK, '/F'], optional: true },
      { do: 'remove', path: file },
      { do: 'say', text: `Kept: settings and history in ${folder}.` },
    ],
    status: ['schtasks', '/Query', '/TN', TASK, '/V', '/FO', 'LIST'],
  };
}

/** UTF-16 with its mark: what schtasks reads whatever the language of the system. */
function task({ assets, program }: InstallOptions): Buffer {
  const { command, args } = started(program);
  const text = filled(readFileSync(join(assets, 'mainstay-task.xml'), 'utf8'), {
    COMMAND: xmlText(command),
    ARGUMENTS: xmlText(args),
  });
  return Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le');
}

/** A task has no environment of its own: where one is needed, the command interpreter sets it. */
function started({ words: [program, ...rest], env }: ProgramWords): { command: string; args: string } {
  const args = [...rest, 'serve', '--service'].map(quoted).join(' ');
  const sets = Object.entries(env).map(([name, value]) => `set "${name}=${value}"&& `);
  if (sets.length === 0) return { command: program, args };
  return { command: '%ComSpec%', args: `/d /s /c "${sets.join('')}${quoted(program)} ${args}"` };
}

/** No path of Windows can hold a quotation mark. */
function quoted(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word;
}
