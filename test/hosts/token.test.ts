import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptTokens, TOKEN } from '../../src-main/hosts/headless/token.ts';

let folder = '';
const file = (): string => join(folder, 'browser-token');
const watchFile = (): string => join(folder, 'browser-watch-token');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mainstay-token-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is the same at the next start, in a file for the owner', () => {
  const first = keptTokens(folder);
  expect(first.act).toMatch(TOKEN);
  expect(first.watch).toMatch(TOKEN);
  expect(first.watch).not.toBe(first.act);
  expect(keptTokens(folder)).toEqual(first);
  for (const each of [file(), watchFile()]) expect(statSync(each).mode & 0o777).toBe(0o600);
});

it('is another where one is asked for, and stays so', () => {
  const first = keptTokens(folder);
  const second = keptTokens(folder, true);
  expect(second.act).not.toBe(first.act);
  expect(second.watch).not.toBe(first.watch);
  expect(keptTokens(folder)).toEqual(second);
});

it('is another where others could have read it', () => {
  const first = keptTokens(folder);
  chmodSync(file(), 0o640);
  const second = keptTokens(folder);
  expect(second.act).not.toBe(first.act);
  expect(second.watch).toBe(first.watch);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it.each(['', 'short', 'with spaces in between them', 'x'.repeat(500)])('is another where %j stands', (text) => {
  writeFileSync(file(), text, { mode: 0o600 });
  const { act } = keptTokens(folder);
  expect(act).toMatch(TOKEN);
  expect(readFileSync(file(), 'utf8').trim()).toBe(act);
});

it('is made also where it cannot be kept', () => {
  expect(keptTokens(join(folder, 'missing')).act).toMatch(TOKEN);
});

it('that may act is never the one that may only watch', () => {
  const { act } = keptTokens(folder);
  writeFileSync(watchFile(), act, { mode: 0o600 });
  const again = keptTokens(folder);
  expect(again.act).toBe(act);
  expect(again.watch).not.toBe(act);
});
