/** No name that a driver publishes is shown as it is written, in any language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { label } from '../../src-shared/nut/index.ts';
import { CATALOGUES, createTexts, LANGUAGES, speak } from '../../src-shared/texts/index.ts';

const drivers = join(import.meta.dirname, '..', '..', 'drivers');
const NAME = /(?<=['"`])experimental\.[a-z.]+(?:\$\{group\}\.[a-z.]+)?(?=['"`])/gu;

/** Names as they stand in the tables of the drivers, and in what their fixtures are read as. */
const published = new Set(
  readdirSync(drivers, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|json)$/u.test(file))
    .flatMap((file) => readFileSync(join(drivers, file), 'utf8').match(NAME) ?? [])
    .filter((name) => !/\.(?:start|stop)$/u.test(name)),
);
const GROUPS = ['runtime.return', 'runtime.low', 'status.cause', 'state'];
const names = [...published, ...GROUPS.map((key) => `experimental.outlet.group.1.${key}`)];

it('finds the names', () => {
  expect(names.length).toBeGreaterThan(25);
});

it.each(LANGUAGES)('each has a label in %s', async (language) => {
  await CATALOGUES[language]();
  await speak(createTexts(), language);
  const bare = names.filter((name) => {
    const said = label(name, language);
    // What is left of the name's own words is in small letters behind the colon, or in brackets.
    return said.includes('experimental.') || /[:：] ?[a-z]|[(（]/u.test(said);
  });
  expect(bare).toEqual([]);
  expect(new Set(names.map((name) => label(name, language))).size).toBe(names.length);
});
