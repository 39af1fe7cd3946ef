/**
 * Benchmarks: `npm run bench`, or `npm run bench -- history wire` for some. Each file of this folder that exports `run`
 * is one; figures are ratios against a peer or a limit, measured in the same run.
 */
import { readdirSync } from 'node:fs';
import type { BenchRow } from './row.ts';

interface Bench {
  readonly title: string;
  run(): Promise<readonly BenchRow[]>;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => name !== 'main' && name !== 'row')
  .toSorted();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark is named ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

let missed = 0;
for (const name of wanted.length > 0 ? wanted : names) {
  const loaded: unknown = await import(`./${name}.ts`);
  if (!isBench(loaded)) throw new Error(`bench/${name}.ts exports no title and run`);
  console.log(`\n${loaded.title}`);
  for (const row of await loaded.run()) {
    const verdict = row.met === undefined ? '' : row.met ? 'met' : 'MISSED';
    if (row.met === false) missed += 1;
    console.log(
      `  ${row.name.padEnd(58)} ${figure(row.value).padStart(12)} ${row.unit.padEnd(10)} ${row.goal ?? ''} ${verdict}`,
    );
  }
}
console.log(missed === 0 ? '\nevery goal met' : `\n${missed} goals missed`);

function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function isBench(loaded: unknown): loaded is Bench {
  return typeof loaded === 'object' && loaded !== null && 'title' in loaded && 'run' in loaded;
}
