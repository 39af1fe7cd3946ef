/** Asks for the tiles of a range one after the other, those in sight first, and keeps showing what was there till then. */
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { type ErrorValue, toErrorValue } from '../../../src-shared/errors.ts';
import { rowsOf } from '../../logic/chart-rows.ts';
import type { Formats } from '../../logic/formats.ts';
import { isCurrent, type Tile, TILE_POINTS, tilesFor } from '../../logic/tiles.ts';
import type { Engine } from '../../state/engine.ts';
import { useEngine, useScreens } from '../../state/hooks.ts';

/** What is shown. */
export interface Ask {
  readonly device: string;
  readonly variables: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Where a range moves with the clock: changes with each step of it. */
  readonly stamp?: number;
}

/** What there is to show of it. */
export interface Tiles {
  /** In order of time; older tiles of another range while those of this one are on their way. */
  readonly tiles: readonly Tile[];
  /** Everything in sight is there. */
  readonly complete: boolean;
  readonly error: ErrorValue | undefined;
  readonly reload: () => void;
}

/** Tiles kept: a few screens to each side. */
const KEPT = 24;
const NONE: readonly Tile[] = [];

/** The tiles of a range; `undefined` asks for nothing. */
export function useTiles(ask: Ask | undefined, formats: Formats): Tiles {
  const engine = useEngine();
  const epoch = useScreens((screens) => screens.epoch);
  const offset = useScreens((screens) => screens.clockOffset);
  const [round, setRound] = useState(0);
  const [cache] = useState(() => new Map<string, Tile>());
  const [shown, setShown] = useState<Omit<Tiles, 'reload'>>({ tiles: NONE, complete: false, error: undefined });
  const text = JSON.stringify(ask === undefined ? undefined : [ask.device, ask.variables]);
  const width = ask === undefined ? 0 : ask.to - ask.from;
  const first = ask === undefined ? 0 : Math.floor(ask.from / width);
  // What moves within a tile asks nothing; what ends in the future is asked again as time goes on.
  const from = ask?.from === first * width ? ask.from : (first + 0.5) * width;
  const stamp = ask?.stamp;
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    const asked = latest.current;
    if (text === undefined || asked === undefined || epoch === 0) return;
    const { device, variables } = asked;
    let stopped = false;
    const at = Date.now() - offset;
    const wanted = tilesFor({ from, to: from + width }, at);
    const series = `${text} ${width} ${formats.fahrenheit}`;
    const keyOf = (tile: { readonly from: number }): string => `${series} ${tile.from}`;
    const show = (error?: ErrorValue): void => {
      if (stopped) return;
      const there = wanted.flatMap((tile) => cache.get(keyOf(tile)) ?? []).toSorted((a, b) => a.from - b.from);
      const complete = wanted.every((tile) => !tile.inSight || cache.has(keyOf(tile)));
      startTransition(() =>
        setShown((before) => ({
          tiles: complete || before.tiles.some(({ key }) => key.startsWith(series)) ? there : before.tiles,
          complete,
          error,
        })),
      );
    };
    const fetchAll = async (): Promise<void> => {
      show();
      for (const tile of wanted) {
        const key = keyOf(tile);
        const held = cache.get(key);
        if (stopped) return;
        if (held !== undefined && isCurrent(held, at)) continue;
        keep(cache, await fetchTile(engine, { device, variables, ...tile }, { key, askedAt: at, formats }));
        show();
      }
    };
    fetchAll().catch((thrown: unknown) => show(toErrorValue(thrown)));
    return () => {
      stopped = true;
    };
  }, [engine, cache, text, width, from, stamp, epoch, offset, round, formats]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...shown, reload };
}

async function fetchTile(
  engine: Engine,
  { device, variables, from, to }: Omit<Ask, 'stamp'>,
  { key, askedAt, formats }: { readonly key: string; readonly askedAt: number; readonly formats: Formats },
): Promise<Tile> {
  // One point more, so that its line meets that of the next tile.
  const end = to + (to - from) / TILE_POINTS;
  const history = await engine.call('history.query', {
    device,
    variables: [...variables],
    from: Math.max(0, from),
    to: end,
    points: TILE_POINTS + 1,
  });
  const { bands, resolution } = history;
  return { key, from, to, rows: rowsOf(history, TILE_POINTS + 1, formats), bands, resolution, askedAt };
}

/** The tile used last stays longest. */
function keep(cache: Map<string, Tile>, tile: Tile): void {
  cache.delete(tile.key);
  cache.set(tile.key, tile);
  const [oldest] = cache.keys();
  if (cache.size > KEPT && oldest !== undefined) cache.delete(oldest);
}
