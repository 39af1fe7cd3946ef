/**
 * Runs a test once for each mutant that it meets, in one process and with the modules loaded once: Vitest's own way of
 * repeating a test, with another mutant switched on each time and none at the end. A test that then fails was left in
 * disorder by a mutant, and what it said is not believed.
 */
import { configureGlobal, readConfigureGlobal } from 'fast-check';
import { inject, type RunnerTestCase, type RunnerTestSuite, TestRunner, type TestTryOptions } from 'vitest';
import { recordInto, switchOn } from './switch.ts';

/** What a run is for. Tests are named by Vitest's ids. */
export type Job =
  /** Which mutants each test meets, and which are met outside of tests. */
  | { readonly kind: 'meet' }
  /** The mutants to try on each test. */
  | { readonly kind: 'try'; readonly mutants: Readonly<Record<string, readonly number[]>> }
  /** One mutant that is on before anything is loaded, on these tests. */
  | { readonly kind: 'load'; readonly mutant: number; readonly tests: readonly string[] };

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
  private failed = false;

  private readonly job = inject('mutantJob');

  override onCollectStart(...args: Parameters<TestRunner['onCollectStart']>): void {
    super.onCollectStart(...args);
    const { job } = this;
    recordInto(job.kind === 'meet' ? this.outside : undefined);
    switchOn(job.kind === 'load' ? job.mutant : undefined);
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    await super.onBeforeRunTask(test);
    const { job } = this;
    if (job.kind === 'load' && (this.failed || !job.tests.includes(test.id))) test.mode = 'skip';
    if (job.kind === 'meet') recordInto((this.inside = new Set()));
    if (job.kind !== 'try') return;
    const mutants = (job.mutants[test.id] ?? []).filter((id) => !this.dead.has(id));
    if (mutants.length === 0) test.mode = 'skip';
    this.turns = [undefined, ...mutants, undefined];
    test.repeats = this.turns.length - 1;
    test.retry = 0;
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
    switchOn(this.job.kind === 'load' ? this.job.mutant : undefined);
    if (test.result?.state === 'fail') this.failed = true;
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
