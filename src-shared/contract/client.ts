/** The other end of a wire: typed calls and streams. */
import { AppError } from '../errors.ts';
import type { CallArgument, CallName, CallOutput, StreamInput, StreamItem, StreamName } from './contract.ts';
import { type MessageWire, responseSchema } from './wire.ts';

/** What a client can do. */
export interface Client {
  /** Rejects with an `AppError` when the engine refuses, or when the wire closes first. */
  call<C extends CallName>(name: C, input: CallArgument<C>): Promise<CallOutput<C>>;
  /** `onError` is called at most once, when the engine refuses the stream or the wire closes. Returns how to end it. */
  subscribe<S extends StreamName>(
    name: S,
    input: StreamInput<S>,
    onItem: (item: StreamItem<S>) => void,
    onError?: (error: AppError) => void,
  ): () => void;
  /** Stops listening; open calls reject. */
  close(): void;
}

interface Waiting {
  readonly onValue: (value: unknown) => void;
  readonly onError: (error: AppError) => void;
  readonly once: boolean;
}

/** What calls are rejected with once the wire is closed; for programs, which have no language. */
const CLOSED = 'The connection to the Mainstay engine is closed. Reconnecting may help.';

/** Speaks the contract over a wire. `sayClosed` says in the person's language that it is closed. */
export function client(wire: MessageWire, sayClosed: () => string = () => CLOSED): Client {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let closed = false;

  const stopListening = wire.onMessage((message) => {
    const parsed = responseSchema.safeParse(message);
    // A client has nobody to complain to: what is not of the contract is not for it.
    if (!parsed.success) return;
    const response = parsed.data;
    const entry = waiting.get(response.id);
    if (entry === undefined) return;
    if (response.type === 'error' || entry.once) waiting.delete(response.id);
    if (response.type === 'error') entry.onError(new AppError(response.error.code, response.error.message));
    else entry.onValue(response.value);
  });
  const close = (): void => {
    if (closed) return;
    closed = true;
    stopListening();
    const error = new AppError('no-answer', sayClosed());
    const left = [...waiting.values()];
    waiting.clear();
    for (const entry of left) entry.onError(error);
  };
  wire.onClose(close);

  const register = (entry: Waiting): number => {
    last += 1;
    waiting.set(last, entry);
    return last;
  };

  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new AppError('no-answer', sayClosed()));
          return;
        }
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The engine answers by the contract's output schema; parsing again here would buy nothing.
        const onValue = resolve as (value: unknown) => void;
        const id = register({ onValue, onError: reject, once: true });
        wire.send({ type: 'call', id, name, input });
      }),
    subscribe: (name, input, onItem, onError) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- As above, for the items of a stream.
      const onValue = onItem as (value: unknown) => void;
      const id = register({ onValue, onError: onError ?? (() => undefined), once: false });
      wire.send({ type: 'subscribe', id, name, input });
      return () => {
        if (!waiting.delete(id) || closed) return;
        wire.send({ type: 'unsubscribe', id });
      };
    },
    close,
  };
}
