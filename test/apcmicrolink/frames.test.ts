/** Frames, page 0 and the challenge: what was recorded of real units, and what noise does. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo } from '../../drivers/apcmicrolink/challenge.ts';
import {
  checkBytes,
  HEADER_REPLY,
  headerOf,
  isSound,
  pageFrame,
  pageOf,
  pageReply,
  writeFrame,
} from '../../drivers/apcmicrolink/frame.ts';
import { readHeader } from '../../drivers/apcmicrolink/header.ts';
import { bytesOf, concat } from '../../drivers/kit/line/ascii.ts';
import type { Framing } from '../../drivers/driver.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** captured: klaasdc, "Protocol exploration" and apcups-serial-test; developerload.com; Stack Overflow 58675120. */
const SMC1000I_HEADER = hex('00 0a108003ed07090001004000f802fe04 2104');
const SMC1000_2UC_HEADER = hex('00 0a206903fa27090001004000f802fe04fe0940fc1042fc1044fc20f80416fc10 32a6');
const CHALLENGE = hex('7e 0000000000000000f627000000000000 3330');

/** The framing's word on these bytes. */
function frame(framing: Framing, bytes: Uint8Array): unknown {
  if (framing === 'none' || !('frame' in framing)) throw new Error('no frame function');
  return framing.frame(bytes);
}

describe('check bytes', () => {
  it.each([
    ['page 0 of an SMC1000I', SMC1000I_HEADER],
    ['page 0 of an SMC1000-2UC', SMC1000_2UC_HEADER],
    ['a page of the descriptor', hex('13 0331fc02fb001fffff03fc0af804fe0e 0c7e')],
    ['the challenge', CHALLENGE],
    ['an answer to it', hex('7e 0c 04 4d3e9b60 9059')],
    ['turning the outlet off', hex('71 08 02 4104 5be3')],
    ['turning the outlet on', hex('71 08 02 4122 1f02')],
  ])('of %s are as recorded', (_what, recorded) => {
    expect([...checkBytes(recorded.subarray(0, -2))]).toEqual([...recorded.subarray(-2)]);
  });

  it('of writes are made likewise', () => {
    expect([...writeFrame(0x71, 8, hex('4104'))]).toEqual([...hex('71 08 02 4104 5be3')]);
  });

  it('tell one changed byte', () => {
    fc.assert(
      fc.property(
        fc.nat(255),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.nat(18),
        fc.integer({ min: 1, max: 254 }),
        (id, data, at, by) => {
          const spoiled = pageFrame(id, data);
          spoiled[at] = ((spoiled[at] ?? 0) + by) & 0xff;
          // Modulo 255 a byte of ff is one of 00.
          fc.pre(!(by === 255 || spoiled[at] % 255 === ((spoiled[at] - by + 256) % 256) % 255));
          expect(isSound(spoiled)).toBe(false);
        },
      ),
    );
  });
});

describe('page 0', () => {
  it('brings its own width: 16 here, 32 there', () => {
    expect(headerOf(SMC1000I_HEADER)).toMatchObject({ width: 16, count: 0x80, series: 0x03ed, dataAt: 0x400 });
    expect(headerOf(SMC1000_2UC_HEADER)).toMatchObject({ width: 32, count: 0x69, series: 0x03fa, dataAt: 0x800 });
  });

  it('tells its flags', () => {
    expect(readHeader(SMC1000I_HEADER.slice(1, -2))).toMatchObject({
      authenticationRequired: true,
      implicitStuffing: false,
      descriptorPresent: true,
      firmwareUpdateNeeded: false,
      descriptorVersion: 1,
    });
  });

  it('is found behind pages that another program had asked for', () => {
    const stream = concat(CHALLENGE, CHALLENGE.subarray(0, 7), SMC1000_2UC_HEADER);
    expect(frame(HEADER_REPLY, stream)).toBe(stream.length);
    expect(headerOf(stream)?.width).toBe(32);
    expect(frame(HEADER_REPLY, stream.subarray(0, -1))).toBe('more');
  });

  it('is not believed with a width that its frame has not', () => {
    const data = SMC1000I_HEADER.slice(1, -2);
    expect(readHeader(concat(data, new Uint8Array(16)))).toBeNull();
  });
});

describe('pages', () => {
  const pages = fc.array(fc.record({ id: fc.nat(0x7f), data: fc.uint8Array({ minLength: 16, maxLength: 16 }) }), {
    minLength: 1,
    maxLength: 3,
  });

  it('are found in pieces, whatever stands before them', () => {
    fc.assert(
      fc.property(pages, fc.uint8Array({ maxLength: 18 }), (sent, noise) => {
        const [first] = sent;
        if (first === undefined) return;
        const wire = concat(noise, pageFrame(first.id, first.data));
        for (let length = 0; length < wire.length; length += 1) {
          const said = frame(pageReply(16, 0x80), wire.subarray(0, length));
          // Noise may hold a sound frame by chance, once in sixty thousand.
          if (said !== 'more') return;
        }
        expect(frame(pageReply(16, 0x80), wire)).toBe(wire.length);
        expect(pageOf(wire, 16, 0x80)).toEqual({ id: first.id, data: first.data });
      }),
    );
  });

  it('are found again after one lost and one doubled byte', () => {
    const whole = pageFrame(0x6d, hex('0366c800000000000000000000000134'));
    const lost = concat(whole.slice(0, 4), whole.slice(5), whole);
    const doubled = concat(whole.slice(0, 4), whole.slice(3), whole);
    for (const wire of [lost, doubled]) expect(pageOf(wire, 16, 0x80)?.id).toBe(0x6d);
  });

  it('of the wrong width are none', () => {
    expect(pageOf(CHALLENGE, 32, 0x80)).toBeNull();
    expect(pageOf(pageFrame(0x65, new Uint8Array(32).fill(7)), 16, 0x80)).toBeNull();
  });

  it('that do not exist are none', () => {
    expect(pageOf(CHALLENGE, 16, 0x7e)).toBeNull();
  });

  it('are not waited for in a stream that never ends', () => {
    expect(frame(pageReply(16, 0x80), new Uint8Array(4096).fill(0x55))).toBe('garbled');
    expect(frame(HEADER_REPLY, new Uint8Array(4096).fill(0x55))).toBe('garbled');
  });
});

describe('the challenge', () => {
  it('is answered as a real UPS has accepted it', () => {
    const header = headerOf(SMC1000I_HEADER);
    if (header === null) throw new Error('page 0');
    const answer = answerTo(header, bytesOf('3S1607X00588  '), CHALLENGE.slice(9, 13));
    // Recorded: 4d 3e 9b 60, of which the last two count.
    expect([...answer.subarray(2)]).toEqual([0x9b, 0x60]);
  });

  it('is answered otherwise with another serial number, password or series', () => {
    const header = headerOf(SMC1000I_HEADER);
    if (header === null) throw new Error('page 0');
    const serial = bytesOf('3S1607X00588  ');
    const right = String(answerTo(header, serial, hex('f627')));
    expect(String(answerTo(header, bytesOf('3S1607X00589  '), hex('f627')))).not.toBe(right);
    expect(String(answerTo(header, serial.slice(0, 12), hex('f627')))).not.toBe(right);
    expect(String(answerTo(header, serial, hex('f628')))).not.toBe(right);
    expect(String(answerTo({ ...header, series: 0xed03 }, serial, hex('f627')))).not.toBe(right);
  });
});
