/** How components reach the store and the engine. */
import { createContext, startTransition, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { CallArgument, CallName, CallOutput, DeviceState } from '../../src-shared/contract/index.ts';
import { type ErrorValue, toErrorValue } from '../../src-shared/errors.ts';
import type { Engine } from './engine.ts';
import type { Screens } from './store.ts';
import { useWatched } from './watch.ts';

/** Set once, around the whole application. */
export const EngineContext = createContext<Engine | undefined>(undefined);

/** The engine of this window. */
export function useEngine(): Engine {
  const engine = useContext(EngineContext);
  if (engine === undefined) throw new Error('A component that needs the engine stands outside of EngineContext.');
  return engine;
}

/** One thing out of the store; choose small things. */
export function useScreens<T>(select: (screens: Screens) => T): T {
  const { store } = useEngine();
  return useWatched(store.subscribe, () => select(store.getState()));
}

/** Whether this window may change and command anything; a link may be good for watching only. */
export function useMayAct(): boolean {
  return useScreens((screens) => screens.access === 'act');
}

/** One device; undefined when it is not, or no longer, there. */
export function useDevice(id: string): DeviceState | undefined {
  return useScreens((screens) => screens.state?.devices[id]);
}

/**
 * One device as far as this window knows: without a connection to the engine its readings are of the past, whatever the
 * engine said last of its link.
 */
export function useDeviceAsKnown(id: string): DeviceState | undefined {
  const device = useDevice(id);
  const cut = useScreens(({ connection: { phase } }) => phase === 'lost' || phase === 'denied');
  return useMemo(
    () => (cut && device?.link === 'live' ? { ...device, link: 'stale' as const } : device),
    [cut, device],
  );
}

const tickers = new Map<number, { readonly listeners: Set<() => void>; timer: ReturnType<typeof setInterval> }>();

function subscribeTo(interval: number): (listener: () => void) => () => void {
  return (listener) => {
    let ticker = tickers.get(interval);
    if (ticker === undefined) {
      const listeners = new Set<() => void>();
      const timer = setInterval(() => {
        for (const each of listeners) each();
      }, interval);
      ticker = { listeners, timer };
      tickers.set(interval, ticker);
    }
    const { listeners, timer } = ticker;
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      tickers.delete(interval);
    };
  };
}

const everySecond = subscribeTo(1000);

/** The engine's time in milliseconds, in steps of a second; every component steps at once. */
export function useNow(): number {
  const offset = useScreens((screens) => screens.clockOffset);
  const second = useWatched(everySecond, () => Math.floor(Date.now() / 1000));
  return second * 1000 - offset;
}

/** The engine's time in milliseconds, rounded up to steps of so many milliseconds: nothing is drawn anew in between. */
export function useStepped(step: number): number {
  const offset = useScreens((screens) => screens.clockOffset);
  return useWatched(everySecond, () => Math.ceil((Date.now() - offset) / step) * step);
}

/** An answer of the engine on its way. */
export interface Answer<T> {
  /** The last answer; it stays while a newer one is on its way. */
  readonly value: T | undefined;
  readonly error: ErrorValue | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * Asks the engine now, whenever the input changes, after each reconnection, and on `reload`. `undefined` asks nothing.
 */
export function useAnswer<C extends CallName>(name: C, input: CallArgument<C> | undefined): Answer<CallOutput<C>> {
  const engine = useEngine();
  const epoch = useScreens((screens) => screens.epoch);
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ value?: CallOutput<C>; error?: ErrorValue; key: string }>({ key: '' });
  // Inputs are small and JSON-safe by contract, so their text tells whether they changed.
  const text = JSON.stringify(input);
  const key = `${name} ${text} ${epoch} ${round}`;
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => {
    const asked = latest.current;
    if (text === undefined || asked === undefined || epoch === 0) return;
    let dropped = false;
    const ask = async (): Promise<void> => {
      try {
        const value = await engine.call(name, asked);
        // In slices: an answer may be a screen full of rows.
        if (!dropped) startTransition(() => setAnswer({ value, key }));
      } catch (error) {
        if (!dropped) setAnswer((before) => ({ ...before, error: toErrorValue(error), key }));
      }
    };
    void ask();
    return () => {
      dropped = true;
    };
  }, [engine, name, text, epoch, key]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { value: answer.value, error: answer.error, loading: answer.key !== key && input !== undefined, reload };
}
