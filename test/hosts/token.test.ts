import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptToken, TOKEN } from '../../src-main/hosts/headless/token.ts';

let folder = '';
const file = (): string => join(folder, 'browser-token');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-token-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is the same at the next start, in a file for the owner', () => {
  const first = keptToken(folder);
  expect(first).toMatch(TOKEN);
  expect(keptToken(folder)).toBe(first);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it('is another where one is asked for, and stays so', () => {
  const first = keptToken(folder);
  const second = keptToken(folder, true);
  expect(second).not.toBe(first);
  expect(keptToken(folder)).toBe(second);
});

it('is another where others could have read it', () => {
  const first = keptToken(folder);
  chmodSync(file(), 0o640);
  expect(keptToken(folder)).not.toBe(first);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it.each(['', 'short', 'with spaces in between them', 'x'.repeat(500)])('is another where %j stands', (text) => {
  writeFileSync(file(), text, { mode: 0o600 });
  const token = keptToken(folder);
  expect(token).toMatch(TOKEN);
  expect(readFileSync(file(), 'utf8').trim()).toBe(token);
});

it('is made also where it cannot be kept', () => {
  expect(keptToken(join(folder, 'missing'))).toMatch(TOKEN);
});
