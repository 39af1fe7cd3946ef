/** What every driver must be able to do, whatever its protocol. A new driver is under test the moment it is listed. */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AnyDriver, Identity } from '../../drivers/driver.ts';
import { drivers } from '../../drivers/index.ts';
import { variableInfo } from '../../src-shared/nut/index.ts';
import { createUpsModel, PROFILES, type UpsModel, type UpsProfile } from '../../src-shared/ups-model/index.ts';
import { EFFECTS, PREPARATIONS, SETTING_PREPARATIONS } from './effects.ts';
import { alsoTrue, CORE_WORDS, expectations } from './expected.ts';
import { type Known, known, type Line, lineTo, type Mishap, ownLine } from './subject.ts';
import { commandPattern, misfit } from './vocabulary.ts';

// Hundreds of whole conversations each, and some devices need a hundred questions for one: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const PROFILE_LIST: readonly UpsProfile[] = Object.values(PROFILES);

/** States of the world and of the UPS that a driver must read back: what `force` can bring about. */
const situation = fc.record({
  profile: fc.constantFrom(...PROFILE_LIST),
  mainsVoltage: fc.oneof(fc.constant(0), fc.double({ min: 80, max: 300, noNaN: true })),
  mainsFrequency: fc.double({ min: 47, max: 53, noNaN: true }),
  charge: fc.integer({ min: 1, max: 100 }),
  load: fc.double({ min: 0, max: 1.3, noNaN: true }),
  temperature: fc.double({ min: 5, max: 60, noNaN: true }),
  beeper: fc.constantFrom('enabled' as const, 'disabled' as const),
  bypass: fc.boolean(),
  fault: fc.boolean(),
});

const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.constant({ kind: 'silence' as const }),
  fc.constant({ kind: 'closed' as const }),
  fc.record({ kind: fc.constant('truncation' as const), share: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
  fc.record({ kind: fc.constant('garbage' as const), bytes: fc.uint8Array({ maxLength: 120 }) }),
  // Lines of other protocols and half of one of this kind, with a terminator that makes them look whole.
  fc
    .constantFrom('OK', 'SM', '(', '#', 'NAK', '(NAK', '^P', '#FFFF', '(000.0 1', '+', 'ERR 2', '!', '0', '\u0006')
    .map((text) => ({ kind: 'garbage' as const, bytes: Uint8Array.from(`${text}\r\n`, (c) => c.charCodeAt(0)) })),
);

function simulated({
  profile,
  load,
  ...forced
}: {
  readonly profile: UpsProfile;
  readonly load: number;
  readonly [name: string]: unknown;
}): UpsModel {
  return createUpsModel(profile, { ...forced, load: load * profile.nominalRealPower });
}

function identified(line: Line, driver: AnyDriver): Identity {
  const { result } = line.identify();
  if (result === null) throw new Error(`${driver.id}: identify() did not know its own simulator.`);
  return result;
}

/** Everything known after one identification and one full poll. */
function readAll(line: Line, driver: AnyDriver): Known {
  const identity = identified(line, driver);
  const readings = line.poll(identity).result;
  if (readings === null) throw new Error(`${driver.id}: poll() got nothing from its own simulator.`);
  return known(identity, readings);
}

it('has drivers to test', () => {
  console.log(`conformance: ${drivers.length} drivers (${drivers.map(({ id }) => id).join(', ')})`);
  expect(drivers.length).toBeGreaterThan(0);
});

describe.each(drivers.map((driver) => ({ driver, id: driver.id })))('$id', ({ driver }) => {
  it('knows its own simulators for certain, and no other driver does', () => {
    for (const profile of PROFILE_LIST) {
      const certain = drivers.filter((other) => {
        const line = lineTo(other, driver, createUpsModel(profile));
        return line?.identify().result?.confidence === 'certain';
      });
      expect(
        certain.map(({ id }) => id),
        `drivers whose identify() is certain of the simulator of ${driver.id} (${profile.model})`,
      ).toEqual([driver.id]);
    }
  });

  it('says who it is: a title, sources, where it is found, what it sends and why that harms nothing', () => {
    for (const text of [driver.title, driver.probe.sends, ...driver.sources]) expect(text.trim()).not.toBe('');
    expect(driver.sources.length, 'sources').toBeGreaterThan(0);
    expect(driver.found.length, 'found').toBeGreaterThan(0);
  });

  it('uses only names, types and words of the vocabulary', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const line = ownLine(driver, simulated(given));
        const identity = identified(line, driver);
        const { vars, derived } = readAll(line, driver);
        expect([...vars].map(([name, value]) => misfit(name, value)).filter((complaint) => complaint !== null)).toEqual(
          [],
        );
        expect(
          [...derived].filter((name) => !vars.has(name)),
          'derived, but not among the values',
        ).toEqual([]);
        expect([...line.commands(identity).keys()].filter((name) => commandPattern(name) === null)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('reads back the state of the simulated UPS', () => {
    let compared = 0;
    fc.assert(
      fc.property(situation, (given) => {
        const ups = simulated(given);
        const line = ownLine(driver, ups);
        identified(line, driver);
        const state = ups.state();
        const { vars, derived } = readAll(line, driver);
        for (const [name, { value, within, framed }] of expectations(ups, state)) {
          const read = vars.get(name);
          if (read === undefined || derived.has(name)) continue;
          compared += 1;
          if (typeof value === 'number' && within !== undefined) {
            expect(typeof read, name).toBe('number');
            expect(Math.abs(Number(read) - value), `${name}: read ${read}, is ${value}`).toBeLessThanOrEqual(within);
          } else if (framed === true) {
            expect(String(read).replaceAll('.', ''), name).toContain(String(value).replaceAll('.', ''));
          } else expect(read, name).toBe(value);
        }
        const status = vars.get('ups.status');
        expect(typeof status).toBe('string');
        const words = String(status).split(' ');
        const truth = new Set<string>([...state.status, ...alsoTrue(state)]);
        expect(
          words.filter((word) => !truth.has(word)),
          `said ${status}, true: ${[...truth].join(' ')}`,
        ).toEqual([]);
        for (const word of CORE_WORDS) {
          // RFC 1628 has one word for where the output comes from, and an output that is off comes from nowhere.
          if (words.includes('OFF') && word !== 'LB') continue;
          expect(words.includes(word), `${word} in "${status}"`).toBe(truth.has(word));
        }
      }),
      { numRuns: 150 },
    );
    expect(compared, 'values compared').toBeGreaterThan(100);
  });

  it('ends every conversation, throws nothing and invents nothing when replies fail', () => {
    fc.assert(
      fc.property(situation, mishap, fc.nat(12), fc.boolean(), (given, what, at, onward) => {
        const ups = simulated(given);
        const sound = ownLine(driver, ups);
        identified(sound, driver);
        const truth = readAll(sound, driver).vars;
        const identity = identified(sound, driver);
        const bad = sound.with(what, (exchange) => (onward ? exchange >= at : exchange === at));
        const heard = [bad.identify().result, bad.poll(identity).result];
        for (const readings of heard) {
          if (readings === null) continue;
          for (const [name, value] of Object.entries(readings.vars)) {
            if (name === 'ups.status') {
              // An alarm that cannot be looked up any more may be one that would have had a word of its own.
              const sayable = [String(truth.get(name)), truth.has('ups.alarm') ? 'ALARM' : ''].join(' ').split(' ');
              const extra = String(value)
                .split(' ')
                .filter((word) => !sayable.includes(word));
              expect(extra, `${name} after ${what.kind} at ${at}`).toEqual([]);
            } else if (name === 'ups.alarm') {
              // Free text, which may say less of the same trouble.
              expect(truth.has(name), `${name} after ${what.kind} at ${at}`).toBe(true);
            } else expect(value, `${name} after ${what.kind} at ${at}`).toBe(truth.get(name));
          }
        }
        expect(
          ownLine(driver, ups)
            .with({ kind: 'silence' }, () => true)
            .identify().result,
        ).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('stays silent when the cable is cut, and the driver says so', () => {
    const ups = createUpsModel();
    const line = ownLine(driver, ups);
    const identity = identified(line, driver);
    ups.world.linkLost = true;
    if (driver.port === 'stream') {
      expect(line.poll(identity).result).toBeNull();
      expect(line.identify().result).toBeNull();
    }
  });

  const commands = offeredCommands(driver);
  it.runIf(commands.length > 0).each(commands)('%s really changes the simulator', (name) => {
    const pattern = commandPattern(name);
    const effects = pattern === null ? undefined : EFFECTS[pattern];
    let worked = 0;
    for (const profile of PROFILE_LIST) {
      const ups = createUpsModel(profile);
      const line = ownLine(driver, ups);
      const command = [...line.commands(identified(line, driver))].find(([each]) => each === name)?.[1];
      if (command === undefined) continue;
      if (pattern !== null) PREPARATIONS[pattern]?.(ups);
      const before = ups.state();
      const outcome = command.run();
      expect(['accepted', 'sent'], `${name} on ${profile.model}: ${JSON.stringify(outcome)}`).toContain(outcome.result);
      const after = ups.state();
      if (effects === undefined) expect(after, `${name} on ${profile.model} changed nothing`).not.toEqual(before);
      else expect(effects(before, after, ups), `${name} on ${profile.model} had not its effect`).toBe(true);
      worked += 1;
    }
    expect(worked).toBeGreaterThan(0);
  });

  const settable = offeredSettings(driver);
  it.runIf(settable.length > 0).each(settable)('%s can be set and read back', (name) => {
    let worked = 0;
    for (const profile of PROFILE_LIST) {
      const ups = createUpsModel(profile);
      const line = ownLine(driver, ups);
      const setting = [...line.settings(identified(line, driver))].find(([each]) => each === name)?.[1];
      if (setting === undefined) continue;
      SETTING_PREPARATIONS[name]?.(ups);
      const { range } = setting;
      const candidates =
        setting.values ??
        (range === undefined ? [sampleText(name, setting.maxLength)] : [String(range.min), String(range.max)]);
      for (const value of candidates) {
        const outcome = setting.run(value);
        expect(['accepted', 'sent'], `${name} = ${value}: ${JSON.stringify(outcome)}`).toContain(outcome.result);
        expect(String(readAll(line, driver).vars.get(name)), `${name} after ${value} was written`).toBe(value);
        worked += 1;
      }
      if (range !== undefined) expect(setting.run(String(range.max + 1)).result).toBe('invalid');
    }
    expect(worked).toBeGreaterThan(0);
  });
});

/** A text that any setting of this name and length takes. */
function sampleText(name: string, maxLength: number | undefined): string {
  return variableInfo(name)?.type === 'date' ? '2026-02-28' : 'Main UPS 7'.slice(0, maxLength);
}

/** The commands that a driver offers for any of the simulated devices. */
function offeredCommands(driver: AnyDriver): readonly string[] {
  return offered(driver, (line, identity) => [...line.commands(identity).keys()]);
}

function offeredSettings(driver: AnyDriver): readonly string[] {
  return offered(driver, (line, identity) => [...line.settings(identity).keys()]);
}

function offered(driver: AnyDriver, names: (line: Line, identity: Identity) => readonly string[]): readonly string[] {
  const all = PROFILE_LIST.flatMap((profile) => {
    const line = ownLine(driver, createUpsModel(profile));
    const { result } = line.identify();
    // A driver that does not know its own simulator fails above, with a message that says so.
    return result === null ? [] : names(line, result);
  });
  return [...new Set(all)].toSorted();
}
