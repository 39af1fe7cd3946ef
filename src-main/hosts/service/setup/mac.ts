/** The service on macOS: a job of launchd that belongs to the system (launchd.plist(5), launchctl(1)). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filled, type InstallOptions, type Setup } from './plan.ts';
import { xmlText } from './xml.ts';

const LABEL = 'org.mainstay-ups.mainstay';
const PLIST = `/Library/LaunchDaemons/${LABEL}.plist`;
/** Those who may administer the computer. */
const ADMIN = '80';

/** What the service is on macOS. */
export const macSetup: Setup = {
  install: (options) => [
    { do: 'write', path: PLIST, content: plist(options), mode: 0o644 },
    ...(options.settings === undefined
      ? []
      : [
          {
            do: 'copy',
            from: options.settings,
            to: '/Library/Application Support/Mainstay/settings.json',
            what: 'the settings of the person who installs',
          } as const,
        ]),
    // A job that runs already would keep its old file.
    { do: 'run', words: ['launchctl', 'bootout', `system/${LABEL}`], optional: true },
    { do: 'run', words: ['launchctl', 'bootstrap', 'system', PLIST] },
  ],
  remove: () => [
    { do: 'run', words: ['launchctl', 'bootout', `system/${LABEL}`], optional: true },
    { do: 'remove', path: PLIST },
  ],
  status: ['launchctl', 'print', `system/${LABEL}`],
};

function plist({ assets, program, group }: InstallOptions): string {
  const environment = { ...program.env, MAINSTAY_SOCKET_GROUP: group ?? ADMIN };
  return filled(readFileSync(join(assets, `${LABEL}.plist`), 'utf8'), {
    PROGRAM: program.words.map((word) => `    <string>${xmlText(word)}</string>`).join('\n'),
    ENVIRONMENT: Object.entries(environment)
      .map(([name, value]) => `    <key>${xmlText(name)}</key>\n    <string>${xmlText(value)}</string>`)
      .join('\n'),
  });
}
