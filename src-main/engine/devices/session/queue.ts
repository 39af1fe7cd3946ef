/** Commands and settings waiting for their turn between polls. */
import { AppError } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';

/** More than this many waiting is a client gone mad. */
const LIMIT = 32;

/** Jobs run one at a time by whoever takes them; `wake` is called when one is added. */
export class JobQueue {
  readonly #wake: () => void;
  #jobs: { run: () => Promise<void>; fail: (error: AppError) => void }[] = [];

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  /** Resolves with the job's result once it had its turn; rejects when it is dropped before. */
  add<T>(job: () => Promise<T>): Promise<T> {
    if (this.#jobs.length >= LIMIT) {
      return Promise.reject(new AppError('refused', say('session.tooMany')));
    }
    return new Promise((resolve, reject) => {
      // The job's failure belongs to the one who asked for it, not to the loop that runs it.
      this.#jobs.push({ run: () => job().then(resolve, reject), fail: reject });
      this.#wake();
    });
  }

  /** Runs the oldest job; false when none waits. */
  async runNext(): Promise<boolean> {
    const job = this.#jobs.shift();
    await job?.run();
    return job !== undefined;
  }

  /** Drops all jobs that wait. */
  drop(why: AppError): void {
    const dropped = this.#jobs;
    this.#jobs = [];
    for (const job of dropped) job.fail(why);
  }
}
