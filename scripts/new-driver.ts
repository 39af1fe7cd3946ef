/**
 * `npm run new-driver <id> [title]`: writes the folder of a new serial driver from `new-driver/`, and lists it. The
 * folder compiles; the conformance suite then says, test by test, what is still to be filled in.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DRIVER_ID, driverFolders, indexText } from './generate-drivers.ts';

const TEMPLATES = join(import.meta.dirname, 'new-driver');
const SUFFIX = '.txt';
/** What stands in a string and in a comment of a program without ending it. */
const TITLE = /^[\w .,:()+&$-]+$/;

/**
 * Writes `<drivers>/<id>` and the list of drivers; returns the paths written. Throws where the id cannot be one or the
 * folder exists: nothing is written then.
 */
export function newDriver(drivers: string, id: string, title: string): readonly string[] {
  if (!DRIVER_ID.test(id))
    throw new Error(`"${id}" cannot be an id: use lower-case letters and digits, a letter first.`);
  if (!TITLE.test(title)) throw new Error(`"${title}" cannot be a title: use letters, digits, blanks and .,:()+&$-`);
  const folder = join(drivers, id);
  if (existsSync(folder)) throw new Error(`${folder} exists already.`);
  mkdirSync(join(folder, 'fixtures'), { recursive: true });
  const written = readdirSync(TEMPLATES).map((template) => {
    const path = join(folder, basename(template, SUFFIX));
    const text = readFileSync(join(TEMPLATES, template), 'utf8');
    // Function replacements, so that a "$" in the title stays one.
    writeFileSync(
      path,
      text.replaceAll('{{id}}', () => id).replaceAll('{{title}}', () => title),
    );
    return path;
  });
  const index = join(drivers, 'index.ts');
  writeFileSync(index, indexText(driverFolders(drivers)));
  return [...written, index];
}

if (import.meta.main) {
  const [id, ...title] = process.argv.slice(2);
  if (id === undefined) {
    console.error('Usage: npm run new-driver <id> [title]');
    process.exitCode = 2;
  } else {
    try {
      const paths = newDriver(join(import.meta.dirname, '..', 'drivers'), id, title.join(' ') || id);
      console.log(`${paths.join('\n')}\nNext: npx vitest run test/conformance -t ${id}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  }
}
