/**
 * `npm run test:mutants -- policy act`: whether the tests would notice a mistake. Changes the sources of a scope in one
 * place at a time, shows what is not noticed and has no reason in `survivors.ts`, and fails where fewer than nine in ten
 * changes are noticed or an entry there is out of date. Without a name it judges every scope; `--list` only says what scopes there are.
 *
 * Stryker, which does the same, changes no numbers and lets nobody add to what it changes; but numbers are what
 * protection is made of. It also starts a process for each mutant, where here most are tried inside one.
 */
import { audit } from './accepted.ts';
import { judge, type Verdict } from './judge.ts';
import { SCOPES, type Scope, sourcesOf } from './scopes.ts';
import { SURVIVORS } from './survivors.ts';

/** How many of a scope's mutants have to be noticed. */
const GOAL = 0.9;

const names = process.argv.slice(2);
const unknown = names.filter((name) => name !== '--list' && !SCOPES.some((scope) => scope.name === name));
if (unknown.length > 0 || names.includes('--list')) {
  const list = SCOPES.map(({ name }) => name).join(', ');
  console.log(unknown.length > 0 ? `No scope is named ${unknown.join(', ')}. There are: ${list}.` : list);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const rows: string[] = [];
let failed = false;
for (const scope of SCOPES.filter(({ name }) => names.length === 0 || names.includes(name)))
  rows.push(await row(scope));
console.log(['', heading(), ...rows].join('\n'));
// Vitest leaves a code of its own behind: tests that failed are what was wanted.
process.exit(failed ? 1 : 0);

async function row(scope: Scope): Promise<string> {
  console.log(`\n${scope.name}`);
  const start = performance.now();
  const verdicts = await judge(scope, (text) => console.log(`  ${text}`));
  const { unexplained, accepted, stale } = audit(verdicts, SURVIVORS, sourcesOf(scope));
  for (const verdict of unexplained) console.log(`  ${described(verdict)}`);
  for (const entry of stale) console.log(`  in survivors.ts, but gone or killed: ${entry}`);
  const killed = verdicts.filter(({ outcome }) => outcome === 'killed').length;
  const met = killed >= GOAL * verdicts.length && stale.length === 0;
  if (!met) failed = true;
  const seconds = Math.round((performance.now() - start) / 1000);
  const ratio = `${((100 * killed) / verdicts.length).toFixed(1)} %`;
  return columns(
    scope.name,
    verdicts.length,
    killed,
    ratio,
    accepted,
    unexplained.length,
    seconds,
    met ? '' : 'FAILED',
  );
}

/** As it is written in `survivors.ts`. */
function described({ mutant, outcome }: Verdict): string {
  const why = outcome === 'unmet' ? 'no test runs this' : 'no test fails';
  return `${mutant.file}:${mutant.lineNumber}  ${why}\n    [${quoted(mutant.line)}, ${quoted(mutant.change)}],`;
}

function quoted(text: string): string {
  return /['\\]/u.test(text) ? JSON.stringify(text) : `'${text}'`;
}

function heading(): string {
  return columns('scope', 'mutants', 'killed', 'ratio', 'accepted', 'unexplained', 'seconds', '');
}

function columns(name: string, ...cells: readonly (string | number)[]): string {
  return `${name.padEnd(22)}${cells.map((cell) => String(cell).padStart(12)).join('')}`.trimEnd();
}
