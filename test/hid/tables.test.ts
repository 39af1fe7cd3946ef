/** Every table: what its own simulated device says is read back, what it is told it does. */
import { describe, expect, it } from 'vitest';
import { driver } from '../../drivers/hid/index.ts';
import { tables } from '../../drivers/hid/tables/index.ts';
import { parseHidDescriptor } from '../../drivers/kit/hid/descriptor.ts';
import { pathOf } from '../../drivers/kit/hid/usages.ts';
import { runTalk } from '../../drivers/kit/talk.ts';
import { isVarName } from '../../src-shared/nut/index.ts';
import { createUpsModel, type ForcedState, type ProfileName, PROFILES } from '../../src-shared/ups-model/index.ts';
import { EFFECTS, PREPARATIONS } from '../conformance/effects.ts';
import { expectations } from '../conformance/expected.ts';
import { commandPattern, misfit } from '../conformance/vocabulary.ts';
import { talkTo } from './devices.ts';

/** Meters that count coarser than others: Powercom's old models in steps of 4 V, minutes in place of seconds. */
const COARSE: Readonly<Record<string, number>> = { 'powercom input.voltage': 2.01, 'powercom output.voltage': 2.01 };
/** Where the wire says something else than the model: Belkin's firmware is four bits beside the kind of the UPS. */
const OTHERWISE: ReadonlySet<string> = new Set(['belkin ups.firmware']);
/** Commands that move nothing which the simulated UPS has: lamps, a watchdog, economy modes. */
const UNSEEN = /^(?:test\.panel|reset\.watchdog|experimental\.|bypass\.)/;

describe.each(tables.map((table) => ({ id: table.id, table })))('$id', ({ id, table }) => {
  it('writes paths of usages that exist, names of the vocabulary, and the report of each bug', () => {
    const paths = [
      ...table.rows.flatMap((row) => row.paths),
      ...table.flags.flatMap((row) => row.paths),
      ...table.actions.flatMap((row) => row.paths),
      ...table.delays.flatMap(({ off, on, reboot }) => [off, on, reboot].filter((path) => path !== undefined)),
    ];
    for (const path of paths) expect(pathOf(path.replace(/@\d+$/, ''), table.names).length, path).toBeGreaterThan(0);
    for (const { name } of table.rows) expect(isVarName(name), name).toBe(true);
    for (const { name } of table.actions) expect(commandPattern(name), name).not.toBeNull();
    for (const { because } of table.quirks) expect(because.length, because).toBeGreaterThan(20);
  });

  it('is the table that its devices are read by, and its simulator is described without a fault', () => {
    const simulator = driver.simulate(createUpsModel(), id);
    expect(parseHidDescriptor(simulator.facts.descriptor).problems).toEqual([]);
    expect(talkTo(simulator).identity).toMatchObject({ dialect: id, confidence: 'certain' });
  });

  it.each<[string, ForcedState, ProfileName?]>([
    ['on mains', {}],
    ['on battery', { mainsVoltage: 0, charge: 70 }],
    ['low', { mainsVoltage: 0, charge: 4 }],
    ['overloaded', { load: 900 }],
    ['with a worn battery', { replace: true, testResult: 'failed' }],
    ['raising the voltage', { mainsVoltage: 195 }],
    ['with a lithium battery', {}, 'home-lithium'],
  ])('reads its own simulator %s', (_title, forced, profile = 'home-line-interactive') => {
    const ups = createUpsModel(PROFILES[profile], forced);
    const { identity, poll } = talkTo(driver.simulate(ups, id));
    const vars = { ...identity.vars, ...poll().result?.vars };
    expect(
      Object.entries(vars).flatMap(([name, value]) => (value === undefined ? [] : (misfit(name, value) ?? []))),
    ).toEqual([]);
    const state = ups.state();
    let compared = 0;
    for (const [name, { value, within }] of expectations(ups, state)) {
      const read = new Map(Object.entries(vars)).get(name);
      if (read === undefined || OTHERWISE.has(`${id} ${name}`)) continue;
      compared += 1;
      const room = COARSE[`${id} ${name}`] ?? within;
      if (typeof value === 'number' && room !== undefined) {
        expect(Math.abs(Number(read) - value), `${name}: ${read} for ${value}`).toBeLessThanOrEqual(room);
      } else expect(read, name).toBe(value);
    }
    expect(compared).toBeGreaterThan(12);
    const words = String(vars['ups.status']).split(' ');
    for (const word of ['OL', 'OB', 'LB', 'OVER', 'RB'] as const) {
      expect(words.includes(word), `${word} in ${words.join(' ')}`).toBe(state.status.includes(word));
    }
  });

  const offered = Object.keys(talkTo(driver.simulate(createUpsModel(), id)).abilities.commands);
  it.each(offered.filter((name) => !UNSEEN.test(name)))('%s really changes the simulator', (name) => {
    const ups = createUpsModel();
    const { abilities, answer } = talkTo(driver.simulate(ups, id));
    const pattern = commandPattern(name);
    if (pattern !== null) PREPARATIONS[pattern]?.(ups);
    const [, outlet] = /^outlet\.(\d+)\.load\.on$/.exec(name) ?? [];
    if (outlet !== undefined) ups.switchOutlet(Number(outlet), false, 0);
    const before = ups.state();
    const command = new Map(Object.entries(abilities.commands)).get(name);
    if (command === undefined) throw new Error(`${name} is not offered any more.`);
    expect(runTalk(command.run(), answer).result).toEqual({ result: 'accepted' });
    // Powercom's shortest delay.
    if (name === 'load.off') ups.advance(1);
    const after = ups.state();
    const effect = pattern === null ? undefined : EFFECTS[pattern];
    if (effect === undefined) expect(after).not.toEqual(before);
    else expect(effect(before, after, ups)).toBe(true);
  });
});

it('names each product once where it may be found', () => {
  const found = driver.found.map((fingerprint) => JSON.stringify(fingerprint));
  expect(new Set(found).size).toBe(found.length);
  expect(found).toContain(JSON.stringify({ usb: { vendor: 0x06da, product: 0xffff } }));
});
