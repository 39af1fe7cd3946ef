/** Moves a chart, zooms it and points into it: with a mouse, a wheel or trackpad, fingers, or the keyboard. */
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  startTransition,
  useEffect,
  useRef,
  useState,
} from 'react';
import { fixedRange, panned, type Range, type Span, upTo, zoomed } from '../../logic/range.ts';

/** What is steered. */
interface Steered {
  /** The element that the pointer and the wheel are over. */
  readonly ref: RefObject<HTMLElement | null>;
  /** Where the plot begins in it, and how wide it is. Pixels. */
  readonly left: number;
  readonly inner: number;
  /** What was asked for, and what is in sight while it is being moved. */
  readonly shown: Span;
  readonly view: Span;
  /** Nothing has happened after this yet. */
  readonly latest: number;
  /** Only the picture follows; undefined puts it back. */
  readonly onView: (view: Span | undefined) => void;
  /** `moved`: one of many steps, not a choice of its own. */
  readonly onRange: (range: Range, moved: boolean) => void;
}

/** What the hand does, as it is drawn, and what to listen to. */
export interface Steering {
  readonly cursor: number | undefined;
  /** What would be zoomed to. */
  readonly selection: Span | undefined;
  readonly panning: boolean;
  readonly listeners: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
  };
}

/** What a hand has taken hold of. Shares are of the plot's width. */
type Grip =
  | { readonly kind: 'select'; readonly begin: number }
  | { readonly kind: 'pan'; readonly base: Span; readonly share: number }
  | { readonly kind: 'pinch'; readonly base: Span; readonly shares: readonly [number, number] };

/** A drag over less than this share of the plot is a click. */
const CLICK = 0.01;
/** The wheel has come to rest. Milliseconds. */
const REST = 160;
/** A notch of a wheel tells a hundred pixels or more, a trackpad a few: so many count at most. */
const MOST_PIXELS = 40;
/** Pixels of a line and of a page, for wheels that tell those. */
const WHEEL_UNITS = [1, 16, 400] as const;

/** Steers a chart; everything it asks for stays within what has happened. */
export function useSteering(steered: Steered): Steering {
  const { ref, left, inner, shown, view, latest, onView, onRange } = steered;
  const [cursor, setCursor] = useState<number>();
  const [selection, setSelection] = useState<Span>();
  const [panning, setPanning] = useState(false);
  const grip = useRef<Grip>(undefined);
  const fingers = useRef(new Map<number, number>());
  // Keys and wheels may come faster than the page follows: each goes on from where the last one went.
  const target = useRef(view);
  const asked = useRef<string[]>([]);
  const { from, to } = view;
  useEffect(() => {
    const reached = asked.current.indexOf(keyOf({ from, to }));
    asked.current = reached === -1 ? [] : asked.current.slice(reached + 1);
    // What was asked for since is further on, and on its way.
    if (asked.current.length === 0) target.current = { from, to };
  }, [from, to]);
  const aim = (next: Span): void => {
    target.current = next;
    asked.current.push(keyOf(next));
  };
  const width = shown.to - shown.from;

  const shareAt = (clientX: number): number => {
    const edge = ref.current?.getBoundingClientRect().left ?? 0;
    return (clientX - edge - left) / inner;
  };
  const timeAt = (clientX: number): number => {
    const share = Math.min(1, Math.max(0, shareAt(clientX)));
    return target.current.from + share * (target.current.to - target.current.from);
  };
  const look = (range: Range | undefined): void => {
    const next = upTo(range, latest);
    if (next?.preset !== 'custom') return;
    aim(next);
    onView(next);
  };
  // A transition: what else is on the page follows in small helpings, and the picture stays where it was put till then.
  const settle = (range: Range | undefined, moved: boolean): void => {
    const next = upTo(range, latest);
    if (next?.preset === 'custom') aim(next);
    startTransition(() => {
      onView(undefined);
      if (next !== undefined) onRange(next, moved);
    });
  };
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settleSoon = (): void => {
    clearTimeout(rest.current);
    rest.current = setTimeout(() => settle(fixedRange(target.current.from, target.current.to), true), REST);
  };
  useEffect(() => () => clearTimeout(rest.current), []);

  const onWheel = (event: WheelEvent): void => {
    const zooms = event.ctrlKey || event.metaKey;
    const across = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    // Up and down is the page's.
    if (!zooms && !event.shiftKey && Math.abs(across) <= Math.abs(event.deltaY)) return;
    event.preventDefault();
    const unit = WHEEL_UNITS[event.deltaMode] ?? 1;
    const pixels = Math.max(-MOST_PIXELS, Math.min(MOST_PIXELS, event.deltaY * unit));
    if (zooms) look(zoomed(target.current, Math.exp(pixels / 100), timeAt(event.clientX)));
    else look(panned(target.current, (across * unit) / inner));
    settleSoon();
  };
  // React listens to wheels without the right to keep the page still.
  const wheel = useRef(onWheel);
  useEffect(() => {
    wheel.current = onWheel;
  });
  useEffect(() => {
    const element = ref.current;
    const listen = (event: WheelEvent): void => wheel.current(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [ref]);

  const take = (event: PointerEvent): void => {
    const places = [...fingers.current.values()];
    const [one, other] = places;
    const base = target.current;
    if (one !== undefined && other !== undefined) {
      grip.current = { kind: 'pinch', base, shares: [shareAt(one), shareAt(other)] };
    } else if (event.shiftKey || event.pointerType === 'touch') {
      grip.current = { kind: 'pan', base, share: shareAt(event.clientX) };
    } else {
      const begin = timeAt(event.clientX);
      grip.current = { kind: 'select', begin };
    }
    setPanning(grip.current.kind !== 'select');
  };
  const release = (): void => {
    grip.current = undefined;
    setSelection(undefined);
    setPanning(false);
  };
  const follow = (held: Grip, event: PointerEvent): void => {
    if (held.kind === 'pan') {
      look(panned(held.base, held.share - shareAt(event.clientX)));
      return;
    }
    if (held.kind === 'pinch') {
      const [one, other] = [...fingers.current.values()];
      if (one !== undefined && other !== undefined) look(pinched(held, [shareAt(one), shareAt(other)]));
      return;
    }
    const time = timeAt(event.clientX);
    setCursor(time);
    setSelection({ from: Math.min(held.begin, time), to: Math.max(held.begin, time) });
  };
  const finish = (event: PointerEvent): void => {
    const held = grip.current;
    fingers.current.delete(event.pointerId);
    if (held === undefined) return;
    // One finger of two goes on alone.
    if (fingers.current.size > 0) {
      const [place] = fingers.current.values();
      if (place !== undefined) grip.current = { kind: 'pan', base: target.current, share: shareAt(place) };
      return;
    }
    release();
    if (held.kind === 'select') {
      const time = timeAt(event.clientX);
      const [begin, end] = [Math.min(held.begin, time), Math.max(held.begin, time)];
      if (end - begin > width * CLICK) settle(fixedRange(begin, end), false);
      return;
    }
    const reached = target.current;
    if (reached.from === shown.from && reached.to === shown.to) setCursor(timeAt(event.clientX));
    else settle(fixedRange(reached.from, reached.to), true);
  };

  const pan = (part: number): void => settle(panned(target.current, part), true);
  const zoom = (factor: number): void => settle(zoomed(target.current, factor, cursor), true);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = width / 100;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => (event.shiftKey ? pan(-0.1) : setCursor(Math.max(shown.from, (cursor ?? shown.to) - step))),
      ArrowRight: () => (event.shiftKey ? pan(0.1) : setCursor(Math.min(shown.to, (cursor ?? shown.from) + step))),
      Home: () => setCursor(shown.from),
      End: () => setCursor(shown.to),
      Escape: () => setCursor(undefined),
      '+': () => zoom(0.5),
      '-': () => zoom(2),
      PageUp: () => pan(-0.5),
      PageDown: () => pan(0.5),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  return {
    cursor,
    selection,
    panning,
    listeners: {
      onKeyDown,
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, event.clientX);
        take(event);
      },
      onPointerMove: (event) => {
        if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, event.clientX);
        const held = grip.current;
        if (held !== undefined) follow(held, event);
        else if (event.pointerType !== 'touch') setCursor(timeAt(event.clientX));
      },
      onPointerUp: finish,
      onPointerCancel: () => {
        fingers.current.clear();
        release();
        target.current = shown;
        onView(undefined);
      },
      onPointerLeave: () => setCursor(undefined),
      onDoubleClick: (event) => settle(zoomed(target.current, 2, timeAt(event.clientX)), false),
    },
  };
}

function keyOf({ from, to }: Span): string {
  return `${from} ${to}`;
}

/** The range in which two moments lie under the fingers that took hold of them. */
function pinched(
  { base, shares: [a, b] }: Extract<Grip, { kind: 'pinch' }>,
  [one, other]: readonly [number, number],
): Range | undefined {
  const width = base.to - base.from;
  const apart = other - one;
  // Fingers that meet would show all of time.
  if (Math.abs(apart) < CLICK || Math.sign(apart) !== Math.sign(b - a)) return undefined;
  const next = (width * (b - a)) / apart;
  const begin = Math.max(0, base.from + a * width - one * next);
  return fixedRange(begin, begin + next);
}
