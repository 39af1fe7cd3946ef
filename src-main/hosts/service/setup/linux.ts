/** The service on Linux: a unit of systemd, with the account and the rules that let it reach devices and logind. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_FILE } from '../../../engine/ports/hid/trouble.ts';
import { run } from './apply.ts';
import { filled, type InstallOptions, type ProgramWords, type Setup, type Step } from './plan.ts';

const UNIT = 'mainstay.service';
const DATA = '/var/lib/mainstay';
const SOCKET = '/run/mainstay/engine.sock';

/** Shipped files and where they belong. The administrator's own places: packages have others. */
const FILES = {
  unit: { asset: UNIT, path: `/etc/systemd/system/${UNIT}`, mode: 0o644 },
  account: { asset: 'mainstay-sysusers.conf', path: '/etc/sysusers.d/mainstay.conf', mode: 0o644 },
  polkit: { asset: 'mainstay-polkit.rules', path: '/etc/polkit-1/rules.d/50-mainstay.rules', mode: 0o644 },
  udev: { asset: '70-mainstay.rules', path: RULES_FILE, mode: 0o644 },
  /** Run last of all, when everything else has ended (systemd-shutdown(8)). It is looked for nowhere else. */
  late: {
    asset: 'mainstay-late-shutdown',
    path: '/usr/lib/systemd/system-shutdown/mainstay-late-shutdown',
    mode: 0o755,
  },
} as const;

/** What the service is on Linux. */
export const linuxSetup: Setup = {
  install: (options) => [
    ...Object.values(FILES).flatMap((file) => writeOf(file, options)),
    { do: 'run', words: ['systemd-sysusers', FILES.account.path] },
    { do: 'run', words: ['udevadm', 'control', '--reload'], optional: true },
    { do: 'run', words: ['udevadm', 'trigger', '--subsystem-match=hidraw'], optional: true },
    ...settingsSteps(options),
    { do: 'run', words: ['systemctl', 'daemon-reload'] },
    { do: 'run', words: ['systemctl', 'enable', UNIT] },
    // Not `start`: one that runs already is to run by the files as they are now.
    { do: 'run', words: ['systemctl', 'restart', UNIT] },
    { do: 'say', text: spoken(options) },
  ],
  remove: () => [
    { do: 'run', words: ['systemctl', 'disable', '--now', UNIT], optional: true },
    ...[FILES.unit, FILES.account, FILES.polkit, FILES.late].map(({ path }): Step => ({ do: 'remove', path })),
    { do: 'run', words: ['systemctl', 'daemon-reload'] },
    {
      do: 'say',
      text: `Kept: settings and history in ${DATA}, the account mainstay, and ${RULES_FILE}, which the desktop program needs as well. The computer is protected only while Mainstay itself runs now.`,
    },
  ],
  administrators,
  status: ['systemctl', 'status', '--no-pager', '--lines=5', UNIT],
};

/**
 * The group of those who may administer a Linux: whoever is in it may become root anyway. Debian and Ubuntu give that to
 * `sudo`, Fedora, Arch and SUSE to `wheel` (sudo's own sudoers of either, and the default rules of polkit:
 * 40-debian-sudo.rules, 50-default.rules). `adm` reads logs and no more (Debian, SystemGroups).
 */
export function administrators(ask: typeof run = run): string | undefined {
  return ['sudo', 'wheel'].find((group) => ask(['getent', 'group', group]).code === 0);
}

function writeOf({ asset, path, mode }: (typeof FILES)[keyof typeof FILES], options: InstallOptions): readonly Step[] {
  const from = join(options.assets, asset);
  if (!existsSync(from)) return [{ do: 'say', text: `${asset} did not come with this Mainstay; ${path} is left out.` }];
  return [{ do: 'write', path, content: filled(readFileSync(from, 'utf8'), valuesOf(options)), mode }];
}

function valuesOf({ program, group }: InstallOptions): Record<string, string> {
  return {
    PROGRAM: program.words.map(unitWord).join(' '),
    PROGRAM_SHELL: [
      ...Object.entries(program.env).map(([name, value]) => `${name}=${shellWord(value)}`),
      ...program.words.map(shellWord),
    ].join(' '),
    DATA,
    ENVIRONMENT: Object.entries(program.env)
      .map(([name, value]) => `Environment=${unitWord(`${name}=${value}`)}`)
      .join('\n'),
    // As root: only whoever is in a group may give a file to it.
    GIVE_SOCKET: group === undefined ? '' : `ExecStartPost=+/bin/chgrp -- ${unitWord(group)} ${SOCKET}`,
    HOMES: homes(program),
  };
}

/** A program in somebody's home is shown to the service, and nothing else of any home. */
function homes({ folder }: ProgramWords): string {
  if (!/^\/(home|root|run\/user)\//.test(folder)) return 'ProtectHome=yes';
  return `ProtectHome=tmpfs\nBindReadOnlyPaths=${unitWord(folder)}`;
}

function settingsSteps({ settings }: InstallOptions): readonly Step[] {
  if (settings === undefined) return [];
  return [
    { do: 'copy', from: settings, to: `${DATA}/settings.json`, what: 'the settings of the person who installs' },
    { do: 'run', words: ['chown', '-R', 'mainstay:mainstay', DATA], optional: true },
  ];
}

function spoken({ group }: InstallOptions): string {
  const who = group === undefined ? 'Only root' : `Root and the group ${group}`;
  return `The service runs. ${who} may command it (${SOCKET}); --group names another group, and whoever is in it may shut this computer down. A Mainstay that is open on the desktop of such an account uses it from its next start on.`;
}

/** A word of a unit file: quoted where need be, with what systemd.syntax(7) would replace doubled. */
export function unitWord(word: string): string {
  const plain = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[\w@%+=:,./-]+$/.test(plain) ? plain : `"${plain.replace(/([\\"])/g, '\\$1')}"`;
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
