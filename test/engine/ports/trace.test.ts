/** What is remembered of a wire. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src-main/engine/base/clock.ts';
import { bytesAsText } from '../../../src-main/engine/ports/rendered.ts';
import { Trace, traced } from '../../../src-main/engine/ports/trace.ts';
import { replayTransport } from '../../../src-main/engine/ports/replay/replay.ts';
import { type Exchange, exchangeSchema } from '../../../src-shared/contract/index.ts';

const ask = (text: string) => ({ op: 'exchange', send: Buffer.from(text, 'latin1'), reply: { until: 13 } }) as const;

beforeEach(() => vi.useFakeTimers({ now: 5000 }));
afterEach(() => vi.useRealTimers());

it('notes what the person should know of how the port was opened', async () => {
  const trace = new Trace('one', systemClock);
  const transport = replayTransport('stream', {}, 'test', () => ({ ok: false, fault: 'timeout' }));
  await traced({ ...transport, notes: () => ['By another way.'] }, trace, systemClock).open();
  expect(trace.latest(10).map(({ requestText }) => requestText)).toEqual(['Opened test.', 'By another way.']);
});

describe('an exchange', () => {
  it('is shown in hex and text, with its time and outcome', async () => {
    const trace = new Trace('one', systemClock);
    const transport = replayTransport('stream', {}, 'test', (wire) =>
      wire.op === 'exchange' && wire.send[0] === 0x51
        ? { ok: true, data: Uint8Array.of(0x28, 0x9c, 0x0d) }
        : { ok: false, fault: 'timeout', partial: Uint8Array.of(0x23) },
    );
    const through = traced(transport, trace, systemClock);
    await through.open();
    await through.request(ask('Q1\r'), 100);
    await through.request({ op: 'pause', ms: 5 }, 100);
    await through.request(ask('F\r'), 100);
    const [opened, status, rating, ...more] = trace.latest(10);
    expect(more).toEqual([]);
    expect(opened).toMatchObject({ direction: 'note', requestText: 'Opened test.' });
    expect(status).toMatchObject({
      device: 'one',
      time: 5000,
      direction: 'exchange',
      request: '51 31 0d',
      requestText: 'Q1<CR>',
      answer: '28 9c 0d',
      answerText: '(<9C><CR>',
      outcome: 'ok',
    });
    expect(rating).toMatchObject({ requestText: 'F<CR>', answerText: '#', outcome: 'timeout' });
    expect(trace.counters()).toEqual({ exchanges: 2, timeout: 1 });
    for (const exchange of trace.latest(10)) expect(exchangeSchema.parse(exchange)).toEqual(exchange);
  });

  it('with an agent is shown as text', () => {
    const trace = new Trace('one', systemClock);
    const value = { type: 'OctetString', value: 'a"b' } as const;
    trace.exchange('snmp', { op: 'get', oids: ['1.2', '1.3'] }, { ok: true, data: new Map([['1.2', value]]) }, 3);
    expect(trace.latest(1)).toMatchObject([
      { requestText: 'get 1.2 1.3', answerText: '1.2 = OctetString "a\\"b"', milliseconds: 3, time: 4997 },
    ]);
  });
});

describe('the memory', () => {
  it('is bounded and keeps the latest', () => {
    const trace = new Trace('one', systemClock);
    for (let each = 0; each < 20_000; each += 1) {
      trace.exchange('stream', ask(`${each}`), { ok: true, data: new Uint8Array(50) }, 1);
    }
    const kept = trace.latest(5000);
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.length).toBeLessThan(2000);
    expect(kept.at(-1)).toMatchObject({ id: 20_000, requestText: '19999' });
    expect(trace.latest(3).map(({ id }) => id)).toEqual([19_998, 19_999, 20_000]);
  });

  it('tells whoever looks on in batches', () => {
    const trace = new Trace('one', systemClock);
    const batches: (readonly Exchange[])[] = [];
    trace.note('before');
    const end = trace.subscribe((exchanges) => batches.push(exchanges));
    trace.note('one');
    trace.note('two');
    expect(batches).toEqual([]);
    vi.runAllTimers();
    expect(batches.map((batch) => batch.map(({ requestText }) => requestText))).toEqual([['one', 'two']]);
    end();
    trace.note('three');
    vi.runAllTimers();
    expect(batches).toHaveLength(1);
  });
});

describe('text', () => {
  it('shows every byte', () => {
    const all = bytesAsText(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    expect(all.startsWith('<NUL><SOH>')).toBe(true);
    expect(all).toContain('<ESC><FS><GS><RS><US> !"#');
    expect(all.endsWith('~<7F><80>' + all.slice(all.indexOf('<81>')))).toBe(true);
    expect(all.match(/<[0-9A-F]{2}>/g)).toHaveLength(129 + ['FF'].length);
  });
});
