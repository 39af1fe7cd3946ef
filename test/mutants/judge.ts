/**
 * Finds out which mutants the tests notice. First each test runs once, to see which mutants it meets; then every test is
 * repeated with each mutant that it met; and at last what is worked out while modules are loaded is tried with
 * everything loaded anew each time.
 */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { createVitest, type TestCase, type TestModule, type Vitest } from 'vitest/node';
import { instrumented, type Numbered } from './instrument.ts';
import { mutantsOf } from './mutators.ts';
import type { Job } from './runner.ts';
import { type Scope, sourcesOf, testsOf } from './scopes.ts';

/** What became of a mutant: `unmet` ones are in code that no test of the scope runs. */
export interface Verdict {
  readonly mutant: Numbered;
  readonly outcome: 'killed' | 'survived' | 'unmet';
}

/** Tests that take longer are not repeated, and do not count. Milliseconds. */
const QUICK = 500;
/** So many mutants are tried in one process where everything is loaded anew for each. */
const AT_ONCE = 40;

/** Judges a scope. Throws when its tests fail without any mutant. `tell` hears how it goes on. */
export async function judge(scope: Scope, tell: (text: string) => void): Promise<readonly Verdict[]> {
  const sources = new Map(sourcesOf(scope).map((file) => [file, readFileSync(file, 'utf8')]));
  const mutants = [...sources]
    .flatMap(([file, source]) => mutantsOf(file, source))
    .map((each, id) => ({ ...each, id }));
  const code = new Map(
    [...sources].map(([file, source]) => [
      resolve(file),
      instrumented(
        source,
        mutants.filter((each) => each.file === file),
      ),
    ]),
  );
  const vitest = await started(scope, {
    name: 'mutants',
    enforce: 'pre',
    transform: (_text, id) => {
      const changed = code.get(id);
      return changed === undefined ? null : { code: changed, map: null };
    },
  });
  try {
    tell(`${mutants.length} mutants in ${sources.size} files`);
    const trial = new Trial(vitest, scope, tell);
    await trial.meet();
    await trial.tryAll();
    await trial.tryAlone();
    return mutants.map((mutant) => ({ mutant, outcome: trial.outcomeOf(mutant.id) }));
  } finally {
    await vitest.close();
  }
}

async function started(scope: Scope, plugin: Plugin): Promise<Vitest> {
  return await createVitest(
    {
      config: false,
      watch: false,
      // It would hand out sources of another run, with other numbers in their switches.
      fsModuleCache: false,
      // As in vitest.config.ts: programs that tests start speak English.
      env: { LC_ALL: 'C' },
      include: [...testsOf(scope)],
      pool: 'forks',
      maxWorkers: 1,
      runner: join(import.meta.dirname, 'runner.ts'),
      reporters: [{}],
      // A mutant must not write what is right.
      update: 'none',
      onConsoleLog: () => false,
      // A process that no longer answers is ended after this.
      teardownTimeout: 2000,
    },
    { plugins: [plugin] },
  );
}

/** What a file of tests meets. */
interface Met {
  /** By the id of a test. */
  readonly tests: ReadonlyMap<string, readonly number[]>;
  /** While it is loaded, and between its tests. */
  readonly outside: readonly number[];
  /** Milliseconds. */
  readonly took: number;
}

class Trial {
  readonly #vitest: Vitest;
  readonly #scope: Scope;
  readonly #tell: (text: string) => void;
  readonly #met = new Map<string, Met>();
  readonly #killed = new Set<number>();
  /** What must be tried alone in a process, and by the tests of which files. */
  readonly #alone = new Map<number, Set<string>>();

  constructor(vitest: Vitest, scope: Scope, tell: (text: string) => void) {
    this.#vitest = vitest;
    this.#scope = scope;
    this.#tell = tell;
  }

  /** Runs every test once, without any mutant. */
  async meet(): Promise<void> {
    for (const module of await this.#run({ kind: 'meet' }, testsOf(this.#scope))) {
      const file = relative('.', module.moduleId);
      if (!module.ok()) throw new Error(`${file} fails without any mutant: ${faultsOf(module).join('; ')}`);
      const tests = [...module.children.allTests('passed')].filter((test) => durationOf(test) <= QUICK);
      this.#met.set(file, {
        tests: new Map(tests.map((test) => [test.id, test.meta().met ?? []])),
        outside: module.meta().met ?? [],
        took: tests.reduce((sum, test) => sum + durationOf(test), 0),
      });
    }
    if (
      ![...this.#met.values()].some(
        ({ tests, outside }) => tests.size > 0 && [outside, ...tests.values()].flat().length > 0,
      )
    ) {
      throw new Error(`The tests of ${this.#scope.name} meet not a single mutant: the scope names the wrong tests.`);
    }
  }

  /** Repeats every test with every mutant that it met and that still lives. */
  async tryAll(): Promise<void> {
    for (const [file, { tests, outside }] of this.#quickFirst()) {
      const left = [...tests].map(([id, met]) => [id, met.filter((each) => !this.#killed.has(each))] as const);
      const job: Job = { kind: 'try', mutants: Object.fromEntries(left.filter(([, met]) => met.length > 0)) };
      const [module] = await this.#run(job, [file]);
      for (const test of module?.children.allTests() ?? []) this.#note(file, test);
      for (const id of outside) this.#putAside(id, file);
      this.#tell(`${file}: ${this.#killed.size} killed so far`);
    }
  }

  /** Tries those that work while modules are loaded, and those that left a test in disorder. */
  async tryAlone(): Promise<void> {
    const isLeft = (id: number): boolean => !this.#killed.has(id);
    this.#tell(`${[...this.#alone.keys()].filter(isLeft).length} to be tried from the loading of modules on`);
    for (const [file] of this.#quickFirst()) {
      const left = [...this.#alone].flatMap(([id, files]) => (files.has(file) && isLeft(id) ? [id] : []));
      for (let from = 0; from < left.length; from += AT_ONCE) {
        await this.#load(file, left.slice(from, from + AT_ONCE));
      }
      this.#tell(`${file}: ${this.#killed.size} killed so far`);
    }
  }

  /** Tries several in one process, and in halves where they do not leave it as it was. */
  async #load(file: string, mutants: readonly number[]): Promise<void> {
    const tests = [...(this.#met.get(file)?.tests.keys() ?? [])];
    const isAlone = mutants.length === 1;
    const [module] = await this.#run({ kind: 'load', mutants: isAlone ? mutants : [...mutants, null], tests }, [file]);
    const killed = isAlone ? (module?.ok() === true ? [] : mutants) : killedIn(module, mutants);
    for (const id of killed ?? []) this.#killed.add(id);
    if (killed !== null) return;
    const half = Math.ceil(mutants.length / 2);
    await this.#load(file, mutants.slice(0, half));
    await this.#load(file, mutants.slice(half));
  }

  outcomeOf(id: number): Verdict['outcome'] {
    if (this.#killed.has(id)) return 'killed';
    const met = [...this.#met.values()].some(({ outside, tests }) =>
      [outside, ...tests.values()].some((each) => each.includes(id)),
    );
    return met ? 'survived' : 'unmet';
  }

  #note(file: string, test: TestCase): void {
    const { killed = [], disordered = false } = test.meta();
    for (const id of killed) {
      if (disordered) this.#putAside(id, file);
      else this.#killed.add(id);
    }
  }

  #putAside(id: number, file: string): void {
    this.#alone.set(id, (this.#alone.get(id) ?? new Set()).add(file));
  }

  #quickFirst(): readonly (readonly [file: string, met: Met])[] {
    return [...this.#met].toSorted(([, a], [, b]) => a.took - b.took);
  }

  async #run(job: Job, files: readonly string[]): Promise<readonly TestModule[]> {
    this.#vitest.provide('mutantJob', job);
    // What an earlier run left would be counted again.
    this.#vitest.state.filesMap.clear();
    const { testModules } = await this.#vitest.start([...files]);
    return testModules;
  }
}

/** The mutants that tests noticed; null where the process did not get to its end, or fails without any mutant by then. */
function killedIn(module: TestModule | undefined, mutants: readonly number[]): readonly number[] | null {
  const trials = module === undefined ? [] : [...module.children.suites()];
  const isWhole = trials.length === mutants.length + 1 && module?.errors().length === 0;
  if (!isWhole || trials.at(-1)?.state() !== 'passed') return null;
  return mutants.filter((_id, index) => trials[index]?.state() === 'failed');
}

const durationOf = (test: TestCase): number => test.diagnostic()?.duration ?? 0;

const faultsOf = (module: TestModule): readonly string[] => [
  ...[...module.children.allTests('failed')].map(({ fullName }) => fullName),
  ...module.errors().map(({ message }) => message),
];
