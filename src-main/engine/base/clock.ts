/** Time as the engine sees it; handed in, so that tests can hold it. */
export interface Clock {
  /** Milliseconds since 1970; may jump when the computer's clock is set. For what people are shown. */
  now(): number;
  /** Milliseconds that only ever grow evenly. For ages and time limits. */
  monotonic(): number;
  /** Runs something once after so many milliseconds. Returns how to call it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The computer's own clocks. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Resolves after so many milliseconds, or as soon as `signal` is aborted. */
export function pause(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const finish = (): void => {
      cancel();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.after(milliseconds, finish);
    signal?.addEventListener('abort', finish);
  });
}

/** Calls `run` every so many milliseconds until the returned function is called. */
export function every(clock: Clock, milliseconds: number, run: () => void): () => void {
  let cancel = clock.after(milliseconds, step);
  function step(): void {
    cancel = clock.after(milliseconds, step);
    run();
  }
  return () => cancel();
}
