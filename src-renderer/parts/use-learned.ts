import { useEffect } from 'react';
import type { Range } from '../../src-shared/contract/index.ts';
import type { Engine } from '../state/engine.ts';
import { useAnswer, useEngine, useScreens } from '../state/hooks.ts';

/** The load and the charge change, and what was learned is told for both. Milliseconds. */
const AGAIN = 30_000;
/** What was told last: a screen that is opened again shows it at once, without anything moving aside. */
const told = new WeakMap<Engine, Map<string, Range | undefined>>();

/** How long the battery would carry the present load from its present charge, by what was learned; undefined: nobody knows. */
export function useLearned(device: string): Range | undefined {
  const engine = useEngine();
  const live = useScreens(({ state }) => state?.devices[device]?.link === 'live');
  const { value, reload } = useAnswer('battery.report', live ? { device } : undefined);
  useEffect(() => {
    const timer = setInterval(reload, AGAIN);
    return () => clearInterval(timer);
  }, [reload]);
  const learned = value?.learned?.now;
  useEffect(() => {
    if (value === undefined) return;
    const known = told.get(engine) ?? new Map<string, Range | undefined>();
    told.set(engine, known.set(device, value.learned?.now));
  }, [engine, device, value]);
  if (!live) return undefined;
  return value === undefined ? told.get(engine)?.get(device) : learned;
}
