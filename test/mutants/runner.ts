/**
 * Runs a test once for each mutant that it meets, in one process and with the modules loaded once: Vitest's own way of
 * repeating a test, with another mutant switched on each time and none at the end. A test that then fails was left in
 * disorder by a mutant, and what it said is not believed.
 */
import { configureGlobal, readConfigureGlobal } from 'fast-check';
import {
  describe,
  inject,
  it,
  type RunnerTask,
  type RunnerTestCase,
  type RunnerTestSuite,
  TestRunner,
  type TestTryOptions,
  vi,
} from 'vitest';
import { recordInto, switchOn } from './switch.ts';

/** What a run is for. Tests are named by Vitest's ids. */
export type Job =
  /** Which mutants each test meets, and which are met outside of tests. */
  | { readonly kind: 'meet' }
  /** The mutants to try on each test. */
  | { readonly kind: 'try'; readonly mutants: Readonly<Record<string, readonly number[]>> }
  /**
   * Mutants that are on before anything is loaded, on these tests; null is none. One has the process for itself. Several
   * are tried one after the other, everything loaded anew for each, and each has a suite around its tests.
   */
  | { readonly kind: 'load'; readonly mutants: readonly (number | null)[]; readonly tests: readonly string[] };

declare module 'vitest' {
  interface ProvidedContext {
    mutantJob: Job;
  }
  interface TaskMeta {
    /** Of a test: the mutants that it met. Of a file: those that were met outside of its tests. */
    met?: readonly number[];
    /** The mutants that made this test fail. */
    killed?: readonly number[];
    /** Whether the test fails without any mutant after those that were tried. */
    disordered?: boolean;
  }
}

/** A test that takes longer than this many times what it took alone, and than this many milliseconds, hangs. */
const PATIENCE = { times: 8, atLeast: 1000 };

// A property that failed has said all, and the same numbers each time make the same verdict each time.
configureGlobal({ ...readConfigureGlobal(), endOnFailure: true, seed: 11 });

// Tests may put clocks of their own in place of these.
const { setTimeout: later, clearTimeout: never } = globalThis;

export default class MutantRunner extends TestRunner {
  private readonly outside = new Set<number>();
  private readonly dead = new Set<number>();
  private inside = new Set<number>();
  /** What is on in each repetition of the test that runs. */
  private turns: readonly (number | undefined)[] = [];
  private took = 0;
  /** Trials in which a test failed. */
  private readonly failed = new Set<string>();
  /** Trials whose tests could not be loaded. */
  private readonly unloaded = new Set<string>();

  private readonly job = inject('mutantJob');

  // Not when collecting starts, which Vitest tells late.
  override async importFile(...[path, source]: Parameters<TestRunner['importFile']>): Promise<void> {
    const { job } = this;
    recordInto(job.kind === 'meet' ? this.outside : undefined);
    if (job.kind !== 'load' || this.isAlone || source !== 'collect') {
      switchOn(this.isAlone ? this.mutantOf('') : undefined);
      await super.importFile(path, source);
      return;
    }
    for (const name of job.mutants.map(String)) {
      describe(name, async () => {
        switchOn(this.mutantOf(name));
        vi.resetModules();
        try {
          await super.importFile(path, source);
        } catch (error) {
          // Else the whole file would fail, and with it all other mutants.
          this.unloaded.add(name);
          it('is loaded', () => {
            throw error;
          });
        }
      });
    }
  }

  private get isAlone(): boolean {
    return this.job.kind === 'load' && this.job.mutants.length === 1;
  }

  /** The mutant that is on in a trial of this name. */
  private mutantOf(name: string): number | undefined {
    if (this.job.kind !== 'load') return undefined;
    return this.job.mutants.find((id) => id !== null && (this.isAlone || String(id) === name)) ?? undefined;
  }

  /** The suite around the tests of one mutant; the file, where there is one mutant alone. */
  private trialOf(task: RunnerTask): RunnerTask {
    if (this.isAlone) return task.file;
    let trial = task;
    while (trial.suite !== undefined) trial = trial.suite;
    return trial;
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onBeforeRunSuite(suite);
    if (this.job.kind === 'load') switchOn(this.mutantOf(this.trialOf(suite).name));
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    const { job } = this;
    if (job.kind === 'load' && !this.isWanted(test, job.tests)) test.mode = 'skip';
    if (job.kind === 'meet') recordInto((this.inside = new Set()));
    if (job.kind !== 'try') return;
    const mutants = (job.mutants[test.id] ?? []).filter((id) => !this.dead.has(id));
    if (mutants.length === 0) test.mode = 'skip';
    this.turns = [undefined, ...mutants, undefined];
    test.repeats = this.turns.length - 1;
    test.retry = 0;
  }

  /** A mutant that one test has noticed needs no other. */
  private isWanted(test: RunnerTestCase, wanted: readonly string[]): boolean {
    const trial = this.trialOf(test);
    if (this.failed.has(trial.id)) return false;
    return this.unloaded.has(trial.name) || wanted.includes(test.file.id + test.id.slice(trial.id.length));
  }

  override onBeforeTryTask(test: RunnerTestCase, options: TestTryOptions): void {
    super.onBeforeTryTask(test, options);
    if (this.job.kind === 'try') switchOn(this.turns[options.repeats]);
  }

  /** The test itself, as long as patience lasts. */
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    if (this.job.kind !== 'try') return await run();
    const start = performance.now();
    const first = (test.result?.repeatCount ?? 0) === 0;
    const limit = first ? 60_000 : Math.max(PATIENCE.atLeast, this.took * PATIENCE.times);
    let timer: ReturnType<typeof later> | undefined;
    const hangs = new Promise<never>((_resolve, reject) => {
      timer = later(() => reject(new Error(`The test did not end in ${limit} ms.`)), limit);
    });
    try {
      await Promise.race([run(), hangs]);
    } finally {
      never(timer);
      if (first) this.took = performance.now() - start;
    }
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    if (this.job.kind !== 'load') switchOn(undefined);
    if (test.result?.state === 'fail') this.failed.add(this.trialOf(test).id);
    if (this.job.kind === 'meet') {
      test.meta.met = [...this.inside];
      recordInto(this.outside);
    }
    if (this.job.kind === 'try' && test.mode !== 'skip') this.sumUp(test);
  }

  private sumUp(test: RunnerTestCase): void {
    const attempts = test.result?.attempts ?? [];
    const failed = new Set(attempts.filter(({ state }) => state === 'fail').map(({ repeatIndex }) => repeatIndex));
    const killed = this.turns
      .filter((id, turn) => id !== undefined && failed.has(turn))
      .filter((id) => id !== undefined);
    test.meta.killed = killed;
    test.meta.disordered = failed.has(0) || failed.has(this.turns.length - 1);
    if (!test.meta.disordered) for (const id of killed) this.dead.add(id);
    // What went wrong is the purpose, and large: nobody reads it.
    if (test.result !== undefined) {
      test.result.errors = [];
      test.result.attempts = [];
    }
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (this.job.kind === 'meet' && 'filepath' in suite) suite.meta.met = [...this.outside];
  }
}
