/** What changes outside of React, watched so that drawing a new screen stays in slices. */
import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';

/**
 * The value that `read` has now; the component is drawn anew when a change that `subscribe` tells of made it another.
 *
 * React's own hook for this redraws a whole new screen in one piece when anything changed while it was being drawn, and
 * with many UPSes something always has. Here a component may show a newer value than its neighbour, until the same
 * change has reached that one too.
 */
export function useWatched<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  const value = read();
  const drawn = useRef({ read, value });
  useLayoutEffect(() => {
    drawn.current = { read, value };
  });
  useEffect(() => {
    const look = (): void => {
      if (!Object.is(drawn.current.read(), drawn.current.value)) drawAnew();
    };
    const end = subscribe(look);
    // It may have changed between the drawing and this.
    look();
    return end;
  }, [subscribe]);
  return value;
}
