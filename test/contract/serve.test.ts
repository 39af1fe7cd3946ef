/** Server and client over a wire in memory. */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import {
  calls,
  type Client,
  client,
  type EngineEvent,
  type Handlers,
  memoryWire,
  type MessageWire,
  serve,
  type ServeOptions,
  streams,
} from '../../src-shared/contract/index.ts';
import { AppError, ERROR_CODES, type ErrorValue } from '../../src-shared/errors.ts';
import { defaultSettings, type Settings } from '../../src-shared/settings/index.ts';

const event: EngineEvent = {
  id: 7,
  time: 1,
  kind: 'problem',
  severity: 'info',
  text: 'Something happened.',
  data: {},
  acknowledged: false,
};

/** The only kind of answer that nonsense gets. */
const responseSchema = z.object({ type: z.literal('error'), error: z.object({ code: z.string() }) });

const refuse = (): never => {
  throw new AppError('refused', 'Not in this test.');
};

/** Handlers of which each test replaces what it is about; all others refuse. */
function handlers(some: Partial<Handlers['calls']> = {}, others: Partial<Handlers['streams']> = {}): Handlers {
  const all = { calls: { ...refusing(calls), ...some }, streams: { ...refusing(streams), ...others } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name of the contract has just been given one
  return all as Handlers;
}

const refusing = (names: object): object => Object.fromEntries(Object.keys(names).map((name) => [name, refuse]));

interface Served {
  readonly user: Client;
  /** The client's end, for messages that no client would send. */
  readonly raw: MessageWire;
  readonly answers: unknown[];
  readonly refused: ErrorValue[];
  readonly stop: () => void;
}

function served(made: Handlers, options: ServeOptions = { checkOutputs: true }): Served {
  const [near, far] = memoryWire();
  const refused: ErrorValue[] = [];
  const answers: unknown[] = [];
  const stop = serve(far, made, { ...options, onRefused: (error) => refused.push(error) });
  near.onMessage((message) => answers.push(message));
  return { user: client(near), raw: near, answers, refused, stop };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('calls', () => {
  it('carry input there and output back', async () => {
    const { user } = served(
      handlers({ 'devices.remove': ({ id }) => (id === 'one' ? {} : Promise.reject(new Error())) }),
    );
    await expect(user.call('devices.remove', { id: 'one' })).resolves.toEqual({});
  });

  it('fill in what the caller may leave out', async () => {
    const scan = vi.fn<Handlers['calls']['devices.scan']>(() => ({ candidates: [], looked: [] }));
    const { user } = served(handlers({ 'devices.scan': scan }));
    await user.call('devices.scan', {});
    expect(scan).toHaveBeenCalledWith({ probe: true, hosts: [] });
  });

  it('bring an AppError across with its code and words', async () => {
    const { user } = served(
      handlers({
        'settings.get': () => {
          throw new AppError('damaged', 'The file is damaged.');
        },
      }),
    );
    await expect(user.call('settings.get', {})).rejects.toMatchObject({
      code: 'damaged',
      message: 'The file is damaged.',
    });
  });

  it('make a bug of a handler an internal error', async () => {
    const { user } = served(handlers({ 'settings.get': () => Promise.reject(new TypeError('x is undefined')) }));
    await expect(user.call('settings.get', {})).rejects.toMatchObject({ code: 'internal', message: 'x is undefined' });
  });

  it('answer in whatever order the handlers finish', async () => {
    const gate = new EventTarget();
    const first = new Promise<Settings>((resolve) => {
      gate.addEventListener('open', () => resolve(defaultSettings()));
    });
    const { user } = served(handlers({ 'settings.get': () => first, 'drivers.list': () => ({ drivers: [] }) }));
    const slow = user.call('settings.get', {});
    await expect(user.call('drivers.list', {})).resolves.toEqual({ drivers: [] });
    gate.dispatchEvent(new Event('open'));
    await expect(slow).resolves.toEqual(defaultSettings());
  });

  it('refuse input that does not fit, before the handler sees it', async () => {
    const remove = vi.fn<Handlers['calls']['devices.remove']>(() => ({}));
    const { user, refused } = served(handlers({ 'devices.remove': remove }));
    await expect(user.call('devices.remove', { id: '' })).rejects.toMatchObject({ code: 'bad-input' });
    expect(remove).not.toHaveBeenCalled();
    expect(refused[0]?.message).toContain('"id"');
  });

  it('do not let out what breaks the contract, where outputs are checked', async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the handler of this test is wrong on purpose
    const wrong = handlers({ 'devices.add': () => ({ id: 5 }) as unknown as { id: string } });
    await expect(served(wrong).user.call('devices.add', { uri: 'sim:x' })).rejects.toMatchObject({ code: 'internal' });
  });

  it('end with an error when the client closes', async () => {
    const { user } = served(handlers({ 'settings.get': () => new Promise(() => undefined) }));
    const open = user.call('settings.get', {});
    user.close();
    await expect(open).rejects.toMatchObject({ code: 'no-answer' });
    await expect(user.call('settings.get', {})).rejects.toMatchObject({ code: 'no-answer' });
  });
});

it('a wire that is closed is told of in the words of whoever asked', async () => {
  const [near] = memoryWire();
  const user = client(near, () => 'Keine Verbindung.');
  const open = user.call('settings.get', {});
  user.close();
  await expect(open).rejects.toMatchObject({ code: 'no-answer', message: 'Keine Verbindung.' });
  await expect(user.call('settings.get', {})).rejects.toMatchObject({ message: 'Keine Verbindung.' });
});

describe('streams', () => {
  it('emit until they are ended', async () => {
    let emit: ((item: EngineEvent) => void) | undefined;
    const ended = vi.fn();
    const { user } = served(
      handlers(
        {},
        {
          events: (_input, to) => {
            emit = to;
            return ended;
          },
        },
      ),
    );
    const items: EngineEvent[] = [];
    const end = user.subscribe('events', {}, (item) => items.push(item));
    await settled();
    emit?.(event);
    await settled();
    expect(items).toEqual([event]);
    end();
    await settled();
    expect(ended).toHaveBeenCalledOnce();
    emit?.(event);
    await settled();
    expect(items).toHaveLength(1);
  });

  it('tell the subscriber of a refusal, once', async () => {
    const { user } = served(handlers());
    const errors: AppError[] = [];
    user.subscribe(
      'trace',
      { device: 'gone' },
      () => undefined,
      (error) => errors.push(error),
    );
    await settled();
    expect(errors).toMatchObject([{ code: 'refused' }]);
  });

  it('end when the server stops', async () => {
    const ended = vi.fn();
    const { user, stop } = served(handlers({}, { events: () => ended }));
    user.subscribe('events', {}, () => undefined);
    await settled();
    stop();
    stop();
    expect(ended).toHaveBeenCalledOnce();
  });

  it('do not run twice under one number', async () => {
    const { raw, answers } = served(handlers({}, { events: () => () => undefined }));
    raw.send({ type: 'subscribe', id: 9, name: 'events', input: {} });
    raw.send({ type: 'subscribe', id: 9, name: 'events', input: {} });
    await settled();
    expect(answers).toMatchObject([{ type: 'error', id: 9, error: { code: 'bad-input' } }]);
  });
});

describe('messages of nonsense', () => {
  it('are answered, each with an error of the closed set, and harm nothing', async () => {
    const { user, raw, answers, refused } = served(handlers({ 'settings.get': () => defaultSettings() }));
    const nonsense = fc.oneof(
      fc.jsonValue(),
      fc.record({
        type: fc.constantFrom('call', 'subscribe', 'what'),
        id: fc.jsonValue(),
        name: fc.string(),
        input: fc.jsonValue(),
      }),
      fc.record({
        type: fc.constant('call'),
        id: fc.integer({ min: 1 }),
        name: fc.constantFrom('toString', '__proto__', 'devices.add'),
        input: fc.jsonValue(),
      }),
    );
    const messages = fc.sample(nonsense, 300);
    for (const message of messages) raw.send(message);
    await settled();
    expect(answers).toHaveLength(messages.length);
    for (const answer of answers) {
      expect(answer).toMatchObject({ type: 'error' });
      expect(ERROR_CODES).toContain(responseSchema.parse(answer).error.code);
    }
    expect(refused).toHaveLength(messages.length);
    await expect(user.call('settings.get', {})).resolves.toEqual(defaultSettings());
  });

  it('from a server are ignored by the client', async () => {
    const [near, far] = memoryWire();
    const user = client(near);
    const open = user.call('settings.get', {});
    for (const message of [null, 5, 'result', { type: 'result' }, { type: 'item', id: 99, value: 1 }])
      far.send(message);
    await settled();
    far.send({ type: 'result', id: 1, value: defaultSettings() });
    await expect(open).resolves.toEqual(defaultSettings());
  });

  it('without an id are answered under number 0', async () => {
    const { raw, answers } = served(handlers());
    raw.send({ type: 'call', name: 'settings.get', input: {} });
    await settled();
    expect(answers).toMatchObject([{ type: 'error', id: 0 }]);
  });
});
