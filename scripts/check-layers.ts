/**
 * Checks the direction of imports, and that the checker saw the modules at all: a cruiser that cannot parse the sources
 * finds nothing wrong in nothing. Besides the rules of `.dependency-cruiser.mjs`, what lies beside each other in a folder
 * imports each other in one direction only: a circle of folders is one, although no two files of it may be.
 */
import { readdirSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';

const FOLDERS = ['src-main', 'src-renderer', 'src-shared', 'drivers'];

const config = await extractDepcruiseConfig('./.dependency-cruiser.mjs');
const { output } = await cruise(FOLDERS, { ...config.options, ruleSet: config, validate: true });
if (typeof output === 'string') throw new Error('dependency-cruiser answered with text where an object was asked for');
report(output);

function report(result: ICruiseResult): void {
  const seen = new Set(result.modules.map((module) => module.source));
  const unseen = FOLDERS.flatMap(sourcesIn).filter((file) => !seen.has(file));
  const parsed = result.modules.filter((module) => module.dependencies.length > 0).length;
  for (const violation of result.summary.violations) {
    console.error(`${violation.rule.name}: ${violation.from} -> ${violation.to}`);
  }
  const circles = circlesIn(importsOf(result));
  for (const { folder, members } of circles) console.error(`circle in ${folder}: ${members.join(' -> ')}`);
  for (const file of unseen) console.error(`not seen by the layer checker: ${file}`);
  console.log(
    `layers: ${seen.size} modules, ${parsed} with imports, ${result.summary.totalDependenciesCruised} imports, ${result.summary.violations.length} violations, ${circles.length} circles`,
  );
  const sawNothing = parsed === 0 || result.summary.totalDependenciesCruised === 0;
  if (sawNothing) console.error('The layer checker saw no imports at all: it checks nothing.');
  const wrong = unseen.length + result.summary.violations.length + circles.length;
  if (sawNothing || wrong > 0) process.exitCode = 1;
}

/** Every import of one of our modules by another, types included. */
function importsOf({ modules }: ICruiseResult): readonly (readonly [from: string, to: string])[] {
  const ours = modules.filter(({ source }) => FOLDERS.some((folder) => source.startsWith(`${folder}/`)));
  const known = new Set(ours.map(({ source }) => source));
  return ours.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ resolved }) => known.has(resolved)).map(({ resolved }) => [source, resolved] as const),
  );
}

/** What imports each other in a circle, directly or not, though it lies side by side in one folder. */
interface Circle {
  readonly folder: string;
  readonly members: readonly string[];
}

function circlesIn(imports: readonly (readonly [from: string, to: string])[]): readonly Circle[] {
  const folders = new Map<string, Map<string, Set<string>>>();
  for (const [from, to] of imports) {
    const [a, b] = [from.split('/'), to.split('/')];
    const fork = a.findIndex((part, at) => part !== b[at]);
    const [one, other] = [a[fork], b[fork]];
    if (one === undefined || other === undefined) continue;
    const folder = a.slice(0, fork).join('/') || '.';
    const beside = folders.get(folder) ?? new Map<string, Set<string>>();
    folders.set(folder, beside.set(one, (beside.get(one) ?? new Set()).add(other)));
  }
  return [...folders].flatMap(([folder, beside]) => {
    const members = [...beside.keys()].filter((member) => reached(beside, member).has(member));
    return members.length === 0 ? [] : [{ folder, members }];
  });
}

function reached(beside: ReadonlyMap<string, ReadonlySet<string>>, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const next = [...(beside.get(from) ?? [])];
  for (let member = next.pop(); member !== undefined; member = next.pop()) {
    if (found.has(member)) continue;
    found.add(member);
    next.push(...(beside.get(member) ?? []));
  }
  return found;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.includes('/fixtures/'));
}
