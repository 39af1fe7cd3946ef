/**
 * An odd answer beside the core ones never ends an identification: each reply in turn is torn, garbled, doubled or late,
 * once or every time that its question is asked. What is found then is the same device, told poorer at most.
 */
import { describe, expect, it, vi } from 'vitest';
import type { AnyDriver, Identity } from '../../drivers/driver.ts';
import { drivers } from '../../drivers/index.ts';
import { createUpsModel, PROFILES } from '../../src-shared/ups-model/index.ts';
import { type Line, type Mishap, ownLine } from './subject.ts';

// Many whole identifications; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

/** Of how many of its first replies an identification lives: without them nothing says which protocol this is. */
const CORE: Readonly<Record<string, number>> = {
  // The status line.
  megatec: 1,
  // "SM", and the status.
  apcsmart: 2,
  // Page 0.
  apcmicrolink: 1,
  // The objects that tell the tables apart.
  snmp: 1,
  // The descriptor, which is known before anything is asked.
  hid: 0,
};

/** The plainest and the richest device. */
const PROFILE_LIST = Object.values(PROFILES);

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const ODD: readonly (readonly [string, Mishap])[] = [
  ['torn early', { kind: 'truncation', share: 0.3 }],
  ['torn late', { kind: 'truncation', share: 0.9 }],
  ['noise', { kind: 'garbage', bytes: Uint8Array.of(0xff, 0x00, 0x80, 0x0d, 0x0a, 0x7f, 0xfe) }],
  ['a line of another protocol', { kind: 'garbage', bytes: bytes('ERR 2\r\n') }],
  ['doubled', { kind: 'double' }],
  ['late', { kind: 'late' }],
];

/** The same answer to be told apart from others: asked only once while nothing goes wrong. */
const askedOnce = (questions: readonly string[]): readonly string[] =>
  questions.filter((question) => questions.indexOf(question) === questions.lastIndexOf(question));

function sound(driver: AnyDriver, line: Line): { readonly identity: Identity; readonly questions: readonly string[] } {
  const { result, questions } = line.identify();
  if (result === null) throw new Error(`${driver.id} does not know its own simulator.`);
  return { identity: result, questions };
}

/** What a poorer dialect asks for otherwise, and is answered otherwise: as true as the other. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = { apcsmart: ['ups.firmware'] };

/** What is told of the device that is not so. */
function untrue(driver: AnyDriver, odd: Identity, right: Identity): readonly string[] {
  const truth: Readonly<Record<string, unknown>> = right.vars;
  const exempt: readonly string[] = [...(odd.derived ?? []), ...(OTHERWISE[driver.id] ?? [])];
  return Object.entries(odd.vars)
    .filter(([name, value]) => truth[name] !== value && !exempt.includes(name))
    .map(([name, value]) => `${name} = ${String(value)}`);
}

/** Whether there is a word about it where it is told poorer. */
function isTold({ vars, absent = {}, extras = {}, dialect }: Identity, right: Identity): boolean {
  const poorer = dialect !== right.dialect || Object.keys(right.vars).some((name) => !Object.hasOwn(vars, name));
  const more = Object.keys(absent).length > Object.keys(right.absent ?? {}).length;
  return !poorer || more || JSON.stringify(extras) !== JSON.stringify(right.extras ?? {});
}

describe.each(drivers.map((driver) => ({ id: driver.id, driver })))('$id', ({ driver }) => {
  const core = CORE[driver.id];
  it('says which replies its identification lives of', () => {
    expect(core, `say in CORE of this file of how many replies ${driver.id} lives`).toBeDefined();
  });

  describe.each(
    [PROFILE_LIST.at(0), PROFILE_LIST.at(-1)]
      .filter((profile) => profile !== undefined)
      .map((profile) => ({ model: profile.model, profile })),
  )('$model', ({ profile }) => {
    const { questions, identity: right } = sound(driver, ownLine(driver, createUpsModel(profile)));
    const places = [
      ...questions.flatMap((question, place) =>
        place < (core ?? 0) ? [] : [{ what: `${place}: ${question}`, once: place }],
      ),
      ...askedOnce(questions)
        .filter((question) => questions.indexOf(question) >= (core ?? 0))
        .map((question) => ({ what: `each answer to ${question}`, question })),
    ];

    it.each(ODD)('is known although an answer is %s', (_how, mishap) => {
      expect(places.length, 'places at which something can be odd').toBeGreaterThan(0);
      for (const place of places) {
        const line = ownLine(driver, createUpsModel(profile)).with(mishap, (exchange, question) =>
          'once' in place ? exchange === place.once : question === place.question,
        );
        const { result: odd } = line.identify();
        expect(odd, `${JSON.stringify(place.what)}: not a UPS`).not.toBeNull();
        if (odd === null) continue;
        expect(odd.confidence, place.what).toBe(right.confidence);
        expect(untrue(driver, odd, right), JSON.stringify(place.what)).toEqual([]);
        // An object that is missing from an agent's answer is one that it does not have, which is nothing odd.
        const agentLacks = driver.port === 'snmp' && mishap.kind === 'truncation';
        expect(agentLacks || isTold(odd, right), `${JSON.stringify(place.what)}: poorer, and nothing says why`).toBe(
          true,
        );
        const polled = ownLine(driver, createUpsModel(profile)).poll(odd).result;
        expect(polled, `${JSON.stringify(place.what)}: the poll that follows`).not.toBeNull();
      }
    });
  });
});
