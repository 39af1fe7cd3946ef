/** Devices whose "SM" and status are sound, and something beside them is odd: they are UPSes all the same. */
import { describe, expect, it } from 'vitest';
import { driver } from '../../drivers/apcsmart/index.ts';
import type { Reply, Wire } from '../../drivers/driver.ts';
import { bytesOf, textOf } from '../../drivers/kit/line/ascii.ts';
import { framed, runTalk } from '../../drivers/kit/talk.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';
import { type Answer, device, plain, readAll } from './device.ts';

const identify = (answer: Answer) => runTalk(driver.identify({}), answer).result;

/** Answers a few questions, and is silent to all others. */
const mute = (answers: Readonly<Record<string, string>>): Answer => device((sent) => answers[sent] ?? '');

/** A device that says "SM" twice, the second time after the time has passed in which it is waited for. */
function stammering(): Answer {
  const simulator = driver.simulate(createUpsModel());
  let late = '';
  return (request: Wire['stream']): Reply<'stream'> => {
    if (request.op === 'pause') return { ok: true, data: new Uint8Array(0) };
    const sent = textOf(request.send);
    const came = late + textOf(simulator.receive(request.send));
    late = sent === 'Y' ? 'SM\r\n' : '';
    return framed(request, bytesOf(came));
  };
}

describe('identification goes on', () => {
  it('where the list of what it understands is torn each time: by its firmware', () => {
    const answer = device((sent, right) => (sent === 'a' ? right.slice(0, 9) : right), createUpsModel(), 'older');
    const found = identify(answer);
    expect(found).toMatchObject({ confidence: 'certain', dialect: 'older', vars: { 'ups.model': 'Smart-UPS 900' } });
    const torn = identify(device((sent, right) => (sent === 'a' ? right.slice(0, 9) : right)));
    expect(torn).toMatchObject({ confidence: 'certain', vars: { 'ups.status': 'OL' } });
    expect(torn?.extras?.['a']).toMatch(/^the answer to a makes no sense: "3\./);
  });

  it('where nothing else is certain: with the status alone, and the poll goes on with it', () => {
    const answer = mute({ Y: 'SM\r\n', Q: '08\r\n', a: '3.!$%' });
    const found = identify(answer);
    expect(found).toMatchObject({ confidence: 'certain', dialect: 'basic', proof: 'derived' });
    expect(found?.vars).toEqual({ 'ups.status': 'OL', 'ups.mfr': 'APC' });
    expect(found?.extras).toEqual({ a: 'the answer to a makes no sense: "3.!$%"' });
    expect(readAll(answer)).toEqual({ 'ups.status': 'OL', 'ups.mfr': 'APC' });
  });

  it('where it does not find its way back to smart mode: with what was certain before', () => {
    let asked = 0;
    const answer = device((sent, right) => {
      if (sent === 'Y') asked += 1;
      return sent === 'Y' && asked > 1 ? '' : sent === 'V' || sent === 'a' ? '?' : right;
    });
    const found = identify(answer);
    expect(found).toMatchObject({ confidence: 'certain', dialect: 'basic', vars: { 'ups.status': 'OL' } });
    expect(found?.extras).toHaveProperty('Y');
  });

  it('where "SM" comes twice and late: it is no answer to anything else', () => {
    const found = identify(stammering());
    expect(found).toMatchObject({ confidence: 'certain', dialect: 'third-generation' });
    expect(found?.vars).toEqual(identify(device(plain))?.vars);
    expect(readAll(stammering())).toEqual(readAll(device(plain)));
  });
});

it('a table that was asked for is not replaced by a poorer one', () => {
  const answer = mute({ Y: 'SM\r\n', Q: '08\r\n', a: '3.!$%' });
  expect(runTalk(driver.identify({}, 'third-generation'), answer).result).toBeNull();
});
