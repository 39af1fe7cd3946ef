/**
 * Checks the direction of imports and that the checker saw the modules at all: a cruiser that cannot parse the sources
 * finds nothing wrong in nothing.
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
  for (const file of unseen) console.error(`not seen by the layer checker: ${file}`);
  console.log(
    `layers: ${seen.size} modules, ${parsed} with imports, ${result.summary.totalDependenciesCruised} imports, ${result.summary.violations.length} violations`,
  );
  const sawNothing = parsed === 0 || result.summary.totalDependenciesCruised === 0;
  if (sawNothing) console.error('The layer checker saw no imports at all: it checks nothing.');
  if (sawNothing || unseen.length > 0 || result.summary.violations.length > 0) process.exitCode = 1;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.includes('/fixtures/'));
}
