/** Where a kind of port is named. A new kind is its own folders and the lists; each other place is one to think of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const KIND = /'(?:serial|hid|snmp|stream)'/gu;

/** What belongs to one kind may name it; texts name everything. */
const OWN = [
  /^src-main\/engine\/ports\/[^/]+\//u,
  /^src-shared\/address\/(?:serial|hid|snmp)\.ts$/u,
  /^src-shared\/texts\//u,
  /^drivers\/(?!kit\/)[^/]+\//u,
  /^drivers\/kit\/(?:line|hid|oid)\//u,
];

/** How often a kind is named elsewhere, and why it may be. */
const ALLOWED: Readonly<Record<string, number>> = {
  // The lists.
  'src-shared/address/kinds.ts': 8,
  // The types of what goes over each wire.
  'drivers/driver.ts': 2,
  // Every simulator is answered for in one place.
  'drivers/kit/talk.ts': 11,
  // A pseudo terminal and a UDP port are offered to other programs; there is no such thing for USB.
  'src-main/hosts/cli/simulate.ts': 2,
  // A serial number.
  'src-main/hosts/cli/reading.ts': 1,
  // A stream of the contract.
  'src-shared/contract/serve.ts': 2,
  // What is plugged in over USB and says that it is a UPS is shown before it was asked.
  'src-renderer/pages/overview/welcome.tsx': 1,
};

/** The code without what is said about it. */
function codeOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
}

function places(): Record<string, number> {
  const files = ['src-main', 'src-shared', 'src-renderer', 'drivers'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/u.test(file) && !OWN.some((pattern) => pattern.test(file))),
  );
  const counted = files.map((file) => [file, (codeOf(file).match(KIND) ?? []).length] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

it('kinds of port are named in their own folders, and in few other places', () => {
  expect(places()).toEqual(ALLOWED);
});
