/** Conversations with devices of different manners, with other devices on the port, and on a line that goes wrong. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driver } from '../../drivers/apcsmart/index.ts';
import { bytesOf } from '../../drivers/kit/line/ascii.ts';
import { runTalk, streamAnswers } from '../../drivers/kit/talk.ts';
import { driver as megatec } from '../../drivers/megatec/index.ts';
import { createUpsModel, PROFILES } from '../../src-shared/ups-model/index.ts';
import { device, plain, readAll, sentBy } from './device.ts';

describe('identification', () => {
  it('asks first whether anybody is smart, and nothing else of those who are not', () => {
    expect(sentBy(runTalk(driver.identify({}), () => ({ ok: false, fault: 'timeout' })).requests)).toEqual(['Y', 'Y']);
    const { requests } = runTalk(driver.identify({}), device(plain));
    expect(sentBy(requests).slice(0, 3)).toEqual(['Y', 'Q', 'a']);
  });

  it('sends nothing that switches, tests or changes anything', () => {
    for (const dialect of [undefined, 'older', 'basic']) {
      const sent = sentBy(runTalk(driver.identify({}, dialect), device(plain, createUpsModel(), dialect)).requests);
      for (const key of sent)
        expect('AUWDSKZ@^-+Rz\x0e\x7f'.includes(key), `${JSON.stringify(key)} was sent`).toBe(false);
    }
  });

  it('ends half a command that somebody else began', () => {
    const ups = createUpsModel();
    const simulator = driver.simulate(ups);
    simulator.receive(bytesOf('Y@00'));
    const { result } = runTalk(driver.identify({}), streamAnswers(simulator));
    expect(result?.vars['ups.model']).toBe('Home 850');
    expect(ups.state().timers.shutdown).toBeNull();
  });

  it('knows old devices by their firmware, and others by what they answer', () => {
    const old = runTalk(driver.identify({}), device(plain, createUpsModel(), 'older')).result;
    expect(old).toMatchObject({ dialect: 'older', confidence: 'certain', derived: ['ups.model', 'ups.mfr'] });
    expect(old?.vars).toMatchObject({ 'ups.model': 'Smart-UPS 900', 'ups.firmware': '7TI' });
    const unknown = runTalk(
      driver.identify({}),
      device((sent, right) => (sent === 'V' ? 'XYZ\r\n' : right), createUpsModel(), 'older'),
    ).result;
    // Nobody else has ever judged how such a one is read.
    expect(unknown).toMatchObject({ dialect: 'basic', proof: 'derived' });
    expect(old).not.toHaveProperty('proof');
    expect(driver.unproven).toEqual(['basic']);
    expect([...(unknown?.memory.commands ?? [])].toSorted().join('')).toBe('BCLOPVfn');
  });

  it('believes old ones that answer b with a voltage', () => {
    const answers: Readonly<Record<string, string>> = { Y: 'SM', Q: '08', b: 'FF', L: '230.0', O: '231.0' };
    const { result } = runTalk(
      driver.identify({}),
      device((sent) => (answers[sent] === undefined ? '' : `${answers[sent]}\r\n`)),
    );
    expect(result).toMatchObject({ dialect: 'older', vars: { 'ups.model': 'Smart-UPS' } });
  });
});

describe('a wrong device on the port', () => {
  it('is no APC: a Megatec UPS, which is not harmed and is found right after', () => {
    for (const profile of Object.values(PROFILES)) {
      const ups = createUpsModel(profile);
      const before = ups.state();
      const answer = streamAnswers(megatec.simulate(ups));
      expect(runTalk(driver.identify({}), answer).result).toBeNull();
      expect(runTalk(megatec.identify({}), answer).result?.confidence).toBe('certain');
      expect(ups.state()).toEqual(before);
    }
  });

  it('is no Megatec UPS: an APC one, dumb or smart, which is not harmed', () => {
    for (const greeting of ['', 'Y']) {
      const ups = createUpsModel();
      const before = ups.state();
      const simulator = driver.simulate(ups);
      simulator.receive(bytesOf(greeting));
      expect(runTalk(megatec.identify({}), streamAnswers(simulator)).result).toBeNull();
      expect(ups.state()).toEqual(before);
      expect(runTalk(driver.identify({}), streamAnswers(simulator)).result?.confidence).toBe('certain');
    }
  });

  it.each([
    ['echoes everything', (sent: string) => sent],
    ['echoes lines', (sent: string) => `${sent}\r\n`],
    ['greets like one and knows nothing', (sent: string) => (sent === 'Y' ? 'SM\r\n' : '')],
    ['always says the same', () => 'SM\r\n'],
    ['always says a byte', () => '08\r\n'],
    ['prompts', () => 'login: '],
    ['is a modem', () => '\r\nERROR\r\n'],
  ])('is no APC: it %s', (_what, manner) => {
    expect(runTalk(driver.identify({}), device(manner)).result).toBeNull();
  });
});

describe('a line that goes wrong', () => {
  const truth = readAll(device(plain));

  it('loses an answer: what comes late is not taken for the answer to something else', () => {
    fc.assert(
      fc.property(fc.nat(60), (which) => {
        let count = 0;
        let late = '';
        const answer = device((_sent, right) => {
          count += 1;
          if (count - 1 === which) {
            late = right;
            return '';
          }
          const now = late + right;
          late = '';
          return now;
        });
        const read = readAll(answer);
        expect(read).toEqual(truth);
      }),
      { numRuns: 61 },
    );
  });

  it('is never asked the same again by the session: only the driver knows when it is in step', () => {
    const answer = device(plain);
    const identified = runTalk(driver.identify({}), answer);
    if (identified.result === null) throw new Error('not identified');
    const polled = runTalk(driver.poll('full', identified.result), answer);
    const exchanges = [...identified.requests, ...polled.requests].filter((request) => request.op === 'exchange');
    expect(exchanges.length).toBeGreaterThan(40);
    expect(exchanges.filter(({ once }) => once !== true)).toEqual([]);
  });

  it('spoils characters: what does not look like an answer is asked again', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(6), (which, where) => {
        let count = 0;
        const answer = device((_sent, right) => {
          count += 1;
          if (count - 1 !== which || right.length < 3) return right;
          const at = where % (right.length - 2);
          return `${right.slice(0, at)}${right.slice(at + 1)}`;
        });
        const read = readAll(answer) ?? {};
        for (const [name, value] of Object.entries(read)) {
          // A text or a letter less is as good a text; numbers have a width.
          if (typeof value === 'number') expect(value, name).toBe(truth?.[name]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('carries alerts in the middle of answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'!$%+?=*&|'.split('')), fc.nat(20), (alert, where) => {
        const read = readAll(
          device((_sent, right) => {
            const at = where % (right.length + 1);
            return right === '' ? '' : right.slice(0, at) + alert + right.slice(at);
          }),
        );
        expect(read).not.toBeNull();
        for (const [name, value] of Object.entries(read ?? {})) {
          // Somebody's own text may hold any character.
          if (name !== 'ups.id' && name !== 'battery.date') expect(value, name).toBe(truth?.[name]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never falls silent: said so instead of waited for', () => {
    const endless = 'x'.repeat(2000);
    const identity = runTalk(driver.identify({}), device(plain)).result;
    if (identity === null) throw new Error('not identified');
    const { result, requests } = runTalk(
      driver.poll('full', identity),
      device(() => endless),
    );
    expect(result).toBeNull();
    expect(requests.length).toBeLessThan(6);
    expect(
      runTalk(
        driver.identify({}),
        device(() => endless),
      ).result,
    ).toBeNull();
  });

  it('comes back to a device that has forgotten that it is smart', () => {
    const simulator = driver.simulate(createUpsModel());
    const answer = streamAnswers(simulator);
    const identity = runTalk(driver.identify({}), answer).result;
    if (identity === null) throw new Error('not identified');
    simulator.receive(bytesOf('R'));
    expect(runTalk(driver.poll('quick', identity), answer).result?.vars['ups.status']).toBe('OL');
  });

  it('stops for good: what was read before is kept, and the rest not invented', () => {
    const answer = device(plain);
    const identity = runTalk(driver.identify({}), answer).result;
    if (identity === null) throw new Error('not identified');
    let count = 0;
    const { result, requests } = runTalk(driver.poll('full', identity), (request) => {
      count += 1;
      return count > 6 ? { ok: false, fault: 'closed' } : answer(request);
    });
    expect(Object.keys(result?.vars ?? {})).toEqual(['ups.status', 'battery.charge', 'battery.runtime']);
    expect(requests).toHaveLength(7);
  });
});
