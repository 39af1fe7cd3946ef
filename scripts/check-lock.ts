/**
 * `npm run check:lock`: whether `npm ci` takes the lock file on every system that Mainstay is for. Nothing is installed,
 * but npm asks the registry.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFaults, lockSchema } from './lock-file.ts';

const ROOT = join(import.meta.dirname, '..');
const SYSTEMS = [
  ['linux', 'x64', 'glibc'],
  ['linux', 'arm64', 'glibc'],
  ['darwin', 'arm64'],
  ['win32', 'x64'],
] as const;

const faults = [...lockFaults(lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))))];
for (const [os, cpu, libc] of SYSTEMS) {
  const words = ['ci', '--dry-run', '--ignore-scripts', `--os=${os}`, `--cpu=${cpu}`];
  const { status, stderr } = spawnSync('npm', libc === undefined ? words : [...words, `--libc=${libc}`], {
    cwd: ROOT,
    encoding: 'utf8',
    // On Windows npm is a script.
    shell: process.platform === 'win32',
  });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} npm ci for ${os}-${cpu}`);
  if (status !== 0) faults.push(`${os}-${cpu}: ${stderr}`);
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error(
    'Write the lock file anew in a folder without node_modules: copy package.json, package-lock.json, .npmrc and scripts/no-drawings there, and run `npm install --package-lock-only`.',
  );
  process.exitCode = 1;
}
