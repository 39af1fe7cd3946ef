import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  commandInfo,
  COMMANDS,
  isCommandName,
  isVarName,
  label,
  STATUS_WORDS,
  variableInfo,
  VARIABLES,
} from '../../src-shared/nut/index.ts';
import type { CommandInfo, CommandName, StatusInfo, VariableInfo, VarName } from '../../src-shared/nut/index.ts';

const variables = Object.entries<VariableInfo>(VARIABLES);
const commands = Object.entries<CommandInfo>(COMMANDS);
const statuses = Object.entries<StatusInfo>(STATUS_WORDS);
const published = z
  .object({ variables: z.array(z.string()).min(1), commands: z.array(z.string()).min(1) })
  .parse(JSON.parse(readFileSync(new URL('fixtures/published-names.json', import.meta.url), 'utf8')));

/** A name that the pattern stands for. */
const instance = (pattern: string): string =>
  pattern
    .split('.')
    .map((part) => (part === 'n' ? '7' : part === '{context}' ? 'L2' : part))
    .join('.');

describe('the variable table', () => {
  it('gives every number a unit, except counts and ratios, and nothing else one', () => {
    const dimensionless =
      /(?:^|\.)(?:phases|count|powerfactor|crestfactor|battery\.packs|battery\.packs\.bad|battery\.packs\.external)$/u;
    const wrong = variables
      .filter(([name, info]) => (info.unit !== undefined) !== (info.type === 'number' && !dimensionless.test(name)))
      .map(([name]) => name);
    expect(wrong).toEqual([]);
  });

  it('gives every number and nothing else a range, the right way round', () => {
    const wrong = variables
      .filter(([, { type, min, max }]) =>
        type === 'number'
          ? min === undefined || max === undefined || min >= max
          : min !== undefined || max !== undefined,
      )
      .map(([name]) => name);
    expect(wrong).toEqual([]);
  });

  it('keeps every number that stands for a word within the range', () => {
    const worded = variables.flatMap(([name, info]) =>
      Object.keys(info.words ?? {}).map((number) => ({ name, number: Number(number), ...info })),
    );
    expect(worded.length).toBeGreaterThan(0);
    expect(
      worded.filter(
        ({ number, min = 0, max = 0, sentinels = [] }) => number < min || number > max || sentinels.includes(number),
      ),
    ).toEqual([]);
  });

  it('labels no two variables alike', () => {
    const names = new Map<string, string[]>();
    for (const [pattern] of variables) {
      const shown = label(instance(pattern));
      names.set(shown, [...(names.get(shown) ?? []), pattern]);
    }
    // The sensor without a number is the default sensor; its label has no number either.
    expect([...names].filter(([, patterns]) => patterns.length > 1)).toEqual([]);
  });

  it('shows the numbers and the phase of a name in its label', () => {
    const missing = variables
      .map(([pattern]) => pattern)
      .filter((pattern) => {
        const wanted = (pattern.match(/\.n(?=\.)/gu) ?? []).length;
        const shown = label(instance(pattern));
        return (
          (shown.match(/ 7\b/gu) ?? []).length !== wanted || shown.endsWith(', L2') !== pattern.includes('{context}')
        );
      });
    expect(missing).toEqual([]);
  });

  it('says what everything is, statuses and commands too, in a label and a whole sentence', () => {
    const wrong = [...variables, ...commands, ...statuses]
      .filter(
        ([, { label: text, description }]) => !/^[A-Z][^.{}]*$/u.test(text) || !/^[A-Z][^{}]*\.$/u.test(description),
      )
      .map(([name]) => name);
    expect(wrong).toEqual([]);
  });
});

describe('the command table', () => {
  it('says what every command that is felt at the load will do, and only of those', () => {
    const wrong = commands.filter(([, { danger, effect }]) => (danger === 'none') === (effect !== undefined));
    expect(wrong).toEqual([]);
    for (const [, { effect }] of commands) if (effect !== undefined) expect(effect).toMatch(/^[A-Z][^{}]*\.$/u);
  });

  it('calls every command that cuts power what it is', () => {
    const cutting = commands.filter(([name]) => /load\.off|load\.cycle|^shutdown\.(?!stop$)|\.shutdown\./u.test(name));
    expect(cutting.length).toBeGreaterThan(10);
    expect(cutting.filter(([, { danger }]) => danger !== 'drops-load')).toEqual([]);
  });

  it('needs no confirmation to silence the beeper', () => {
    expect(commandInfo('beeper.mute')?.danger).toBe('none');
  });
});

describe('looking names up', () => {
  it('finds a row for an instance of every pattern', () => {
    for (const [pattern, info] of variables) expect(variableInfo(instance(pattern)), pattern).toEqual(info);
    for (const [pattern, info] of commands) expect(commandInfo(instance(pattern)), pattern).toEqual(info);
  });

  it('does not take a pattern with placeholders for a name', () => {
    const taken = variables.map(([pattern]) => pattern).filter((pattern) => instance(pattern) !== pattern);
    expect(taken.filter((pattern) => isVarName(pattern))).toEqual([]);
    expect(isCommandName('outlet.n.load.off')).toBe(false);
  });

  it.each(published.variables)('knows the published variable %s', (name) => {
    expect(isVarName(name)).toBe(true);
  });

  it.each(published.commands)('knows the published command %s', (name) => {
    expect(isCommandName(name)).toBe(true);
  });

  it.each([
    '',
    '.',
    'ups',
    'ups.',
    'ups.Status',
    'input.voltagee',
    'input.L4.voltage',
    'input.L1.L2.voltage',
    'outlet.x.status',
    'outlet.01.status',
    'outlet.-1.status',
    'outlet.1e3.status',
    'experimental.',
    'constructor',
    '__proto__',
    'toString',
  ])('does not know %j', (name) => {
    expect(isVarName(name)).toBe(false);
    expect(isCommandName(name)).toBe(false);
    expect(variableInfo(name)).toBeUndefined();
  });

  it('leaves experiments and driver settings open', () => {
    expect(isVarName('experimental.anything.at.all')).toBe(true);
    expect(isVarName('driver.flag.nolock')).toBe(true);
    expect(variableInfo('experimental.anything.at.all')).toBeUndefined();
  });

  it('is narrowed by types as at run time', () => {
    const names: VarName[] = ['input.L1-N.voltage', 'outlet.1.status', 'ambient.2.contacts.1.status', 'experimental.x'];
    const command: CommandName = 'outlet.group.3.load.cycle';
    // @ts-expect-error -- no such variable
    const wrongVariable: VarName = 'input.voltagee';
    // @ts-expect-error -- outlets have numbers
    const wrongCommand: CommandName = 'outlet.x.load.off';
    expect(names.every((name) => isVarName(name))).toBe(true);
    expect([isCommandName(command), isVarName(wrongVariable), isCommandName(wrongCommand)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
