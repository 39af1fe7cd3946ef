/** Runs every static check, all of them even when one fails, and says which failed. */
import { spawnSync } from 'node:child_process';

const CHECKS: readonly (readonly [name: string, command: string])[] = [
  ['types', 'tsc -p tsconfig.json'],
  ['types of the pure layers', 'tsc -p tsconfig.pure.json'],
  ['types of the renderer', 'tsc -p tsconfig.web.json'],
  ['types of the preload script', 'tsc -p src-main/hosts/electron/preload/tsconfig.json'],
  ['types of the tests inside pages', 'tsc -p test/desktop/tsconfig.json'],
  ['lint', 'oxlint --type-aware --deny-warnings'],
  ['format', 'biome format'],
  ['layers', 'node scripts/check-layers.ts'],
  ['dead code', 'knip'],
  [
    'generated files',
    'node scripts/generate-drivers.ts --check && node scripts/generate-udev.ts --check && node scripts/generate-descriptors.ts --check && node scripts/generate-readme.ts --check',
  ],
];

const failed: string[] = [];
for (const [name, command] of CHECKS) {
  const began = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
