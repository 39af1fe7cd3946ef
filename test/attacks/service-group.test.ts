/** Whoever commands the service has the power of this computer: it is not handed to whoever happens to install it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runProgram } from './program.ts';

const root = mkdtempSync(join(tmpdir(), 'mainstay-group-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('the own group of the person behind sudo is not given the service', async () => {
  const { code } = await runProgram(['service', 'install', '--root', root], { SUDO_GID: '4711', SUDO_UID: '4711' });
  expect(code).toBe(0);
  const unit = readFileSync(join(root, 'etc/systemd/system/mainstay.service'), 'utf8');
  expect(unit).toContain('serve --service');
  expect(unit).not.toContain('4711');
  expect(unit).not.toContain('chgrp');
});
