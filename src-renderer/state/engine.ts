/** The window's line to the engine: opens a wire, keeps the store current, and opens another when the wire is gone. */
import {
  type CallArgument,
  type CallName,
  type CallOutput,
  type Client,
  client,
  merge,
  type State,
  type StreamInput,
  type StreamItem,
  type StreamName,
} from '../../src-shared/contract/index.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { WireSource } from '../wire/source.ts';
import { clockOffset } from './clock-offset.ts';
import type { Connection, ScreenStore } from './store.ts';

/** Pauses before each new attempt, in milliseconds; the last one repeats. */
const BACKOFF = [250, 500, 1000, 2000, 5000, 10_000] as const;
/** A wire that brings no snapshot in this time is as good as none. Milliseconds. */
const SNAPSHOT_TIMEOUT = 10_000;

/** What screens can ask. */
export interface Engine {
  readonly store: ScreenStore;
  /** Rejects with `AppError`, also while there is no connection. */
  call<C extends CallName>(name: C, input: CallArgument<C>): Promise<CallOutput<C>>;
  /** Goes on over new wires until the returned function is called. */
  subscribe<S extends StreamName>(name: S, input: StreamInput<S>, onItem: (item: StreamItem<S>) => void): () => void;
  /** Tries at once instead of after the pause. */
  reconnect(): void;
  /** Leaves the present connection for another: what opens it has changed. */
  renew(): void;
  close(): void;
}

function nothing(): void {
  // There is nothing to give up yet.
}

/** Keeps a connection until `close`; `offline` says to whoever asks meanwhile that there is none. */
export function connectEngine(source: WireSource, store: ScreenStore, offline: () => string): Engine {
  const wanted = new Set<(to: Client) => void>();
  let current: Client | undefined;
  /** Gives the connection up that is there or on its way; nothing is told of it any more. */
  let abandon = nothing;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const setPhase = (phase: Connection['phase']): void => {
    if (store.getState().connection.phase !== phase) store.setState({ connection: { phase, since: Date.now() } });
  };

  const open = async (): Promise<void> => {
    abandon();
    let abandoned = false;
    abandon = () => {
      abandoned = true;
    };
    const opened = await source();
    if (closed || abandoned) {
      if (opened.ok) opened.close();
      return;
    }
    if (!opened.ok) {
      if (opened.why === 'denied') setPhase('denied');
      else retry();
      return;
    }
    const next = client(opened.wire, offline);
    current = next;
    let gone = false;
    const fail = (): void => {
      if (gone) return;
      gone = true;
      clearTimeout(waiting);
      next.close();
      if (current === next) current = undefined;
      retry();
    };
    abandon = () => {
      gone = true;
      clearTimeout(waiting);
      next.close();
      opened.close();
      if (current === next) current = undefined;
    };
    const waiting = setTimeout(fail, SNAPSHOT_TIMEOUT);
    store.setState({ access: opened.access });
    followState(next, store, {
      onSnapshot: () => {
        clearTimeout(waiting);
        attempts = 0;
        setPhase('open');
      },
      onLost: fail,
    });
    followSettings(next, store);
    for (const begin of wanted) begin(next);
  };

  const retry = (): void => {
    if (closed) return;
    setPhase('lost');
    const pause = BACKOFF[Math.min(attempts, BACKOFF.length - 1)];
    attempts += 1;
    clearTimeout(timer);
    timer = setTimeout(() => void open(), pause);
  };

  void open();
  return {
    store,
    call: (name, input) =>
      current === undefined ? Promise.reject(new AppError('no-answer', offline())) : current.call(name, input),
    subscribe: (name, input, onItem) => {
      let end: (() => void) | undefined;
      const begin = (to: Client): void => {
        end = to.subscribe(name, input, onItem);
      };
      wanted.add(begin);
      if (current !== undefined) begin(current);
      return () => {
        wanted.delete(begin);
        end?.();
      };
    },
    reconnect: () => {
      clearTimeout(timer);
      attempts = 0;
      if (current === undefined) void open();
    },
    renew: () => {
      clearTimeout(timer);
      attempts = 0;
      setPhase('connecting');
      void open();
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      current?.close();
    },
  };
}

function followState(
  from: Client,
  store: ScreenStore,
  on: { readonly onSnapshot: () => void; readonly onLost: () => void },
): void {
  let revision = 0;
  let end: (() => void) | undefined;
  const begin = (): void => {
    end = from.subscribe('state', {}, receive, on.onLost);
  };
  const receive = (item: StreamItem<'state'>): void => {
    if (item.type === 'snapshot') {
      revision = item.revision;
      store.setState((before) => ({ state: item.state, epoch: before.epoch + 1 }));
      on.onSnapshot();
      return;
    }
    const before = store.getState().state;
    if (before === undefined || item.revision !== revision + 1) {
      // Something was missed: only a new snapshot can tell what.
      end?.();
      begin();
      return;
    }
    revision = item.revision;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a patch of the engine's makes a state of a state (see merge-patch.ts)
    const after = merge(before, item.patch) as State;
    const offset = clockOffset(before, after, Date.now());
    store.setState(offset === undefined ? { state: after } : { state: after, clockOffset: offset });
  };
  begin();
}

function followSettings(from: Client, store: ScreenStore): void {
  const read = (): void => {
    from.call('settings.get', {}).then(
      // What was asked before a change may be answered after it.
      (settings) => store.setState((before) => (before.saving > 0 ? {} : { settings })),
      // Screens that need settings show that they have none; a lost wire is told by the state stream.
      () => undefined,
    );
  };
  read();
  const changing = new Set(['settings-changed', 'protection-mode', 'device-added', 'device-removed']);
  from.subscribe('events', {}, (event) => {
    if (changing.has(event.kind)) read();
  });
}
