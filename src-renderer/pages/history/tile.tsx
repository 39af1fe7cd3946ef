import { memo, type ReactNode } from 'react';
import { bandPath, dotPath, meanPath, shadePath } from '../../logic/chart-paths.ts';
import type { Tile } from '../../logic/tiles.ts';
import classes from './history.module.css';

/** Series colours, told apart by the legend's order too. */
export function seriesColour(index: number): string {
  return `var(--series-${index % 6})`;
}

/** The colours of what is shaded. */
export const SHADES = [
  ['on-battery', 'var(--warning)'],
  ['test', 'var(--info)'],
  ['lost', 'var(--unknown)'],
] as const;

/** What is shaded in a tile: one unit high. Drawn once, however it is moved. */
export const TileShades = memo(function TileShades({ tile }: { readonly tile: Tile }): ReactNode {
  return SHADES.map(([kind, colour]) => {
    const path = shadePath(tile.bands, kind, tile);
    return path === '' ? null : <path key={kind} d={path} fill={colour} fillOpacity={0.16} />;
  });
});

/** The lines of a tile, as high as their values. `second` is the other range of a comparison: dashed, without bands. */
export const TileLines = memo(function TileLines(props: {
  readonly tile: Tile;
  readonly variables: readonly string[];
  /** Colour index of each variable of the screen. */
  readonly order: readonly string[];
  readonly second: boolean;
}): ReactNode {
  const { tile, variables, order, second } = props;
  return (
    <>
      {second
        ? null
        : variables.map((name) => (
            <path
              key={name}
              d={bandPath(tile.rows, name, tile)}
              fill={seriesColour(order.indexOf(name))}
              fillOpacity={0.2}
            />
          ))}
      {variables.map((name) => (
        <path
          key={name}
          d={meanPath(tile.rows, name, tile)}
          className={second ? classes['second'] : classes['line']}
          stroke={seriesColour(order.indexOf(name))}
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {variables.map((name) => (
        <path
          key={name}
          d={dotPath(tile.rows, name, tile)}
          className={classes['dot']}
          stroke={seriesColour(order.indexOf(name))}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </>
  );
});
