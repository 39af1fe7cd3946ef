/** The engine's end of a wire: parses every message, calls the handlers, answers always. */
import type { z } from 'zod';
import { type ErrorValue, toErrorValue } from '../errors.ts';
import { type CallName, calls, type Handlers, type StreamName, streams } from './contract.ts';
import { type MessageWire, requestSchema, type WireResponse } from './wire.ts';

/** How `serve` treats what it serves. */
export interface ServeOptions {
  /** Also parse what the handlers return; for tests, since it costs time on every delta. */
  readonly checkOutputs?: boolean;
  /** Told of every message refused and every handler that threw something unexpected. */
  readonly onRefused?: (error: ErrorValue, message: unknown) => void;
}

/** Calls that may be open on one wire at once; the screens open a few dozen. More is somebody who does not wait. */
const MAX_OPEN_CALLS = 64;
/** Streams of one wire; the screens open a handful. */
const MAX_STREAMS = 64;

/** Serves the contract on one wire until it closes or the returned function is called. */
export function serve(wire: MessageWire, handlers: Handlers, options: ServeOptions = {}): () => void {
  const running = new Map<number, () => void>();
  let ended = false;
  let open = 0;
  const send = (response: WireResponse): void => {
    if (!ended) wire.send(response);
  };
  const refuse = (id: number, error: ErrorValue, message: unknown): void => {
    options.onRefused?.(error, message);
    send({ type: 'error', id, error });
  };
  const checked = (schema: z.ZodType, value: unknown): unknown =>
    options.checkOutputs === true ? schema.parse(value) : value;

  const call = async (id: number, name: string, input: unknown, message: unknown): Promise<void> => {
    if (!isCall(name)) return refuse(id, unknownName('call', name), message);
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) return refuse(id, misfit(name, parsed.error), message);
    if (open >= MAX_OPEN_CALLS) return refuse(id, tooMany('calls', MAX_OPEN_CALLS), message);
    open += 1;
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Handler and parsed input belong to the same name; the compiler cannot follow that through a union of names.
      const handler = handlers.calls[name] as (input: unknown) => unknown;
      send({ type: 'result', id, value: checked(calls[name].output, await handler(parsed.data)) });
    } catch (thrown) {
      refuse(id, toErrorValue(thrown), message);
    } finally {
      open -= 1;
    }
  };

  const subscribe = (id: number, name: string, input: unknown, message: unknown): void => {
    if (!isStream(name)) return refuse(id, unknownName('stream', name), message);
    if (running.has(id)) {
      return refuse(id, { code: 'bad-input', message: `Stream ${id} is already running on this wire.` }, message);
    }
    if (running.size >= MAX_STREAMS) return refuse(id, tooMany('streams', MAX_STREAMS), message);
    const parsed = streams[name].input.safeParse(input);
    if (!parsed.success) return refuse(id, misfit(name, parsed.error), message);
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- As above, for streams.
      const source = handlers.streams[name] as (input: unknown, emit: (item: unknown) => void) => () => void;
      running.set(
        id,
        source(parsed.data, (item) => send({ type: 'item', id, value: checked(streams[name].item, item) })),
      );
    } catch (thrown) {
      refuse(id, toErrorValue(thrown), message);
    }
  };

  const stopListening = wire.onMessage((message) => {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) {
      refuse(idOf(message), { code: 'bad-input', message: 'This message is not one of the contract.' }, message);
      return;
    }
    const request = parsed.data;
    if (request.type === 'call') void call(request.id, request.name, request.input, message);
    else if (request.type === 'subscribe') subscribe(request.id, request.name, request.input, message);
    else {
      running.get(request.id)?.();
      running.delete(request.id);
    }
  });
  const stop = (): void => {
    if (ended) return;
    ended = true;
    stopListening();
    for (const end of running.values()) end();
    running.clear();
  };
  wire.onClose(stop);
  return stop;
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

function isStream(name: string): name is StreamName {
  return Object.hasOwn(streams, name);
}

function unknownName(kind: 'call' | 'stream', name: string): ErrorValue {
  return { code: 'bad-input', message: `There is no ${kind} named "${name}".` };
}

function tooMany(what: 'calls' | 'streams', most: number): ErrorValue {
  return { code: 'refused', message: `No more than ${most} ${what} may be open on one wire. End or await some first.` };
}

function misfit(name: string, error: z.ZodError): ErrorValue {
  const first = error.issues[0];
  const where = first === undefined || first.path.length === 0 ? 'its input' : `"${first.path.join('.')}"`;
  return { code: 'bad-input', message: `${name}: ${where} does not fit: ${first?.message ?? 'unknown reason'}.` };
}

function idOf(message: unknown): number {
  if (typeof message !== 'object' || message === null || !('id' in message)) return 0;
  return typeof message.id === 'number' && Number.isSafeInteger(message.id) ? message.id : 0;
}
